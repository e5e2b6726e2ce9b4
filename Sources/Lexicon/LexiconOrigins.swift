extension Lexicon {
    /// The table row behind a fact, and the source that the row names.
    public struct Origin: Sendable, Hashable {
        public var table: String
        /// From 1.
        public var line: Int
    }

    func origin(_ packed: UInt32) -> Origin {
        Origin(table: string(load(.files, Int(packed >> 24) * 4)), line: Int(packed & 0xFF_FFFF))
    }

    public func origin(of entry: Entry) -> Origin { origin(entry.origin) }
    public func origin(of term: Term) -> Origin { origin(term.origin) }
    public func origin(of party: Party) -> Origin { origin(party.origin) }
    public func origin(of place: Place) -> Origin { origin(place.origin) }
    public func origin(of body: Body) -> Origin { origin(body.origin) }
    public func origin(of agent: Agent) -> Origin { origin(agent.origin) }
    public func origin(of instrument: Instrument) -> Origin { origin(instrument.origin) }
    public func origin(of event: InstrumentEvent) -> Origin { origin(event.origin) }
    public func origin(of series: Series) -> Origin { origin(series.origin) }
    public func origin(of region: Region) -> Origin { origin(region.origin) }

    /// What a table's head says of a source key ("CIA World Factbook ..., CC0"); empty where it is not declared.
    public func source(_ key: String, in table: String) -> String {
        for index in 0..<count(.sources) {
            var at = RecordFields(self, .sources, index)
            let file = string(load(.files, at.index() * 4))
            if file == table, at.string() == key { return at.string() }
        }
        return ""
    }

    /// Names of the tables, in the order in which they were read.
    public var tables: [String] { (0..<count(.files)).map { string(load(.files, $0 * 4)) } }
}
