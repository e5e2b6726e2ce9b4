public import Diplomacy

extension Lexicon {
    /// One party's time in an organisation.
    public struct Membership: Sendable {
        public var organisation: Int
        public var member: Int
        public var status: MemberStatus
        public var span: DateSpan
        var origin: UInt32
    }

    /// A named institution of a state or none: an agency, a parliament, a court, a force, a political party.
    public struct Body: Sendable {
        public var index: Int
        public var name: String
        public var party: Int?
        /// Sectors, the first the main one.
        public var sectors: [String]
        public var span: DateSpan
        var origin: UInt32
    }

    /// A common noun for someone who acts ("soldier", "central bank").
    public struct Agent: Sendable {
        public var index: Int
        public var wording: String
        /// Sectors, the first the main one; none for people of whom it tells nothing ("man").
        public var sectors: [String]
        var origin: UInt32
    }

    /// A treaty or arrangement.
    public struct Instrument: Sendable {
        public var index: Int
        public var code: String
        public var name: String
        public var kind: InstrumentKind
        /// The parties of the first day; empty where nearly all states are.
        public var parties: [Int]
        public var issues: [String]
        var origin: UInt32
    }

    /// What happened to an instrument.
    public struct InstrumentEvent: Sendable {
        public var date: PartialDate
        public var event: InstrumentEventKind
        /// Who did it; empty for all.
        public var parties: [Int]
        public var note: String
        var origin: UInt32
    }

    /// A standing dialogue or recurring format.
    public struct Series: Sendable {
        public var index: Int
        public var code: String
        public var name: String
        public var kind: SeriesKind
        public var parties: [Int]
        public var organiser: String
        public var span: DateSpan
        var origin: UInt32
    }

    /// One round of a series.
    public struct Round: Sendable {
        /// `nil` where rounds are not counted.
        public var number: Int?
        public var start: PartialDate?
        public var end: PartialDate?
        public var place: String
        public var country: Int?
        public var level: String
        public var note: String
        var origin: UInt32
    }

    public struct Region: Sendable {
        public var index: Int
        public var code: String
        public var name: String
        public var members: [Int]
        var origin: UInt32
    }

    public var bodyCount: Int { count(.bodies) }
    public var agentCount: Int { count(.agents) }
    public var instrumentCount: Int { count(.instruments) }
    public var instrumentEventCount: Int { count(.instrumentEvents) }
    public var seriesCount: Int { count(.series) }
    public var roundCount: Int { count(.rounds) }
    public var regionCount: Int { count(.regions) }

    private func sectors(_ field: String) -> [String] { field.split(separator: "|").map(String.init) }

    public func body(_ index: Int) -> Body {
        var at = RecordFields(self, .bodies, index)
        return Body(
            index: index, name: at.string(), party: at.optional(), sectors: sectors(at.string()), span: at.span(),
            origin: at.number())
    }

    public func agent(_ index: Int) -> Agent {
        var at = RecordFields(self, .agents, index)
        return Agent(index: index, wording: at.string(), sectors: sectors(at.string()), origin: at.number())
    }

    public func instrument(_ index: Int) -> Instrument {
        var at = RecordFields(self, .instruments, index)
        return Instrument(
            index: index, code: at.string(), name: at.string(),
            kind: InstrumentKind(rawValue: UInt8(truncatingIfNeeded: at.number())) ?? .agreement, parties: at.list(),
            issues: at.string().split(separator: "|").map(String.init), origin: at.number())
    }

    public func instrument(code: String) -> Instrument? {
        (0..<instrumentCount).first { RecordFields.code(self, .instruments, $0) == code }.map { instrument($0) }
    }

    public func series(_ index: Int) -> Series {
        var at = RecordFields(self, .series, index)
        return Series(
            index: index, code: at.string(), name: at.string(),
            kind: SeriesKind(rawValue: UInt8(truncatingIfNeeded: at.number())) ?? .talks, parties: at.list(),
            organiser: at.string(), span: at.span(), origin: at.number())
    }

    public func region(_ index: Int) -> Region {
        var at = RecordFields(self, .regions, index)
        return Region(index: index, code: at.string(), name: at.string(), members: at.list(), origin: at.number())
    }

    /// What happened to an instrument, in order of time.
    public func events(of instrument: Int) -> [InstrumentEvent] {
        (0..<count(.instrumentEvents)).compactMap { index in
            var at = RecordFields(self, .instrumentEvents, index)
            guard at.index() == instrument, let date = at.date() else { return nil }
            return InstrumentEvent(
                date: date, event: InstrumentEventKind(rawValue: UInt8(truncatingIfNeeded: at.number())) ?? .signed,
                parties: at.list(), note: at.string(), origin: at.number())
        }.sorted { ($0.date.start, $0.event.rawValue) < ($1.date.start, $1.event.rawValue) }
    }

    /// The rounds of a series, in order of time.
    public func rounds(of series: Int) -> [Round] {
        (0..<roundCount).compactMap { index in
            var at = RecordFields(self, .rounds, index)
            guard at.index() == series else { return nil }
            let number = at.index()
            return Round(
                number: number == 0 ? nil : number, start: at.date(), end: at.date(), place: at.string(),
                country: at.optional(), level: at.string(), note: at.string(), origin: at.number())
        }.sorted { ($0.start?.start ?? Day(number: .min)) < ($1.start?.start ?? Day(number: .min)) }
    }

    /// All memberships, in the order of the table.
    public var memberships: [Membership] {
        (0..<count(.members)).map { index in
            var at = RecordFields(self, .members, index)
            return Membership(
                organisation: at.index(), member: at.index(),
                status: MemberStatus(rawValue: UInt8(truncatingIfNeeded: at.number())) ?? .member, span: at.span(),
                origin: at.number())
        }
    }

    /// The members of an organisation on a day.
    public func members(of organisation: Int, on day: Day, status: MemberStatus = .member) -> [Int] {
        memberships.filter { $0.organisation == organisation && $0.status == status && $0.span.covers(day) }.map(
            \.member)
    }

    // MARK: - Status of an instrument

    /// How an instrument stands on a day, as the contract's `status_on_day` has it: `not-yet`, `signed`, `adopted`,
    /// `provisional`, `in-force`, `suspended`, `expired`, `terminated`, `collapsed`, `superseded`.
    ///
    /// What one party does to an instrument of two parties, it does to the instrument; in one of many parties it changes
    /// that party's standing alone (``parties(of:on:)``). A day within an event's possible days counts as after it.
    public func status(of instrument: Int, on day: Day) -> String {
        let isBilateral = self.instrument(instrument).parties.count == 2
        var status = "not-yet"
        var end: PartialDate?
        for event in events(of: instrument) where event.date.start <= day {
            switch event.event {
            case .signed, .adopted:
                // a late signature is one party's
                if !["provisional", "in-force", "suspended"].contains(status) { status = event.event.tableName }
            case .provisional: status = event.event.tableName
            case .expired, .terminated, .collapsed, .superseded:
                status = event.event.tableName
                end = event.date
            case .inForce: status = "in-force"
            case .resumed where event.parties.isEmpty || isBilateral: status = "in-force"
            case .suspended where event.parties.isEmpty || isBilateral:
                // an end of which the table has the year alone came after what else that year saw
                if end?.overlaps(event.date) != true { status = "suspended" }
            case .withdrew where event.parties.isEmpty || isBilateral: status = "terminated"
            default: break
            }
        }
        return status
    }

    /// The parties to an instrument on a day: those of the table, joined by accessions, left by withdrawals.
    public func parties(of instrument: Int, on day: Day) -> [Int] {
        var parties = self.instrument(instrument).parties
        // nearly all states: who left and joined changes no list
        guard !parties.isEmpty else { return [] }
        let events = events(of: instrument)
        // the table gives the parties of some day: back to the first one, then forward
        for event in events.reversed() {
            switch event.event {
            case .acceded: parties.removeAll { event.parties.contains($0) }
            case .withdrew: parties += event.parties.filter { !parties.contains($0) }
            default: break
            }
        }
        for event in events where event.date.start <= day {
            switch event.event {
            case .acceded: parties += event.parties.filter { !parties.contains($0) }
            case .withdrew: parties.removeAll { event.parties.contains($0) }
            default: break
            }
        }
        return parties
    }
}

extension RecordFields {
    /// The string that a record begins with.
    static func code(_ lexicon: Lexicon, _ part: Lexicon.Part, _ index: Int) -> String {
        lexicon.string(lexicon.load(part, index * part.stride))
    }
}
