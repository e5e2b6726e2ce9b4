public import Diplomacy

/// Reads the fields of one record, one after the other.
struct RecordFields {
    let lexicon: Lexicon
    let part: Lexicon.Part
    private var byte: Int

    init(_ lexicon: Lexicon, _ part: Lexicon.Part, _ index: Int) {
        self.lexicon = lexicon
        self.part = part
        byte = index * part.stride
    }

    mutating func number() -> UInt32 {
        defer { byte += 4 }
        return lexicon.load(part, byte)
    }

    mutating func index() -> Int { Int(number()) }
    mutating func string() -> String { lexicon.string(number()) }

    /// An index, `nil` where the record has none.
    mutating func optional() -> Int? {
        let value = index()
        return value == 0 ? nil : value - 1
    }

    mutating func list() -> [Int] {
        let start = index()
        return (start..<start + index()).map { Int(lexicon.load(.lists, $0 * 4)) }
    }

    /// A date of a table with its precision; `nil` where the table has none.
    mutating func date() -> PartialDate? {
        let first = Int32(bitPattern: number())
        let last = Int32(bitPattern: number())
        guard first != .min, last != .max else { return nil }
        return PartialDate(
            start: Day(number: Int(first)), end: Day(number: Int(last)),
            precision: first == last ? .day : last - first < 31 ? .month : .year)
    }

    mutating func span() -> Lexicon.DateSpan { Lexicon.DateSpan(began: date(), ended: date()) }
}

extension Lexicon {
    /// The first and last day of a table's date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    public static func interval(_ text: some StringProtocol) -> (first: Day, last: Day)? {
        Table.interval(Substring(text))
    }

    /// From when to when something holds, as precisely as its table knows.
    public struct DateSpan: Sendable, Hashable {
        /// `nil` where unknown or since ever.
        public var began: PartialDate?
        /// `nil` while it goes on.
        public var ended: PartialDate?

        /// Whether a day is between the first possible and the last possible one.
        public func covers(_ day: Day) -> Bool {
            (began.map { $0.start <= day } ?? true) && (ended.map { day <= $0.end } ?? true)
        }
    }

    /// A state, organisation or group.
    public struct Party: Sendable {
        public var index: Int
        public var code: String
        public var name: String
        public var sector: String
        /// Name of the capital, empty for parties without one.
        public var capital: String
        public var kind: PartyKind
        public var span: DateSpan
        /// The state within whose borders most states see it, or from which a group comes.
        public var home: Int?
        /// What it is, described and not judged; empty for most.
        public var note: String
        var origin: UInt32
    }

    /// A kind of office.
    public struct Office: Sendable {
        public var index: Int
        public var code: String
        public var title: String
        public var sector: String
        public var level: Level
        public var holders: Holders
    }

    /// One person's time in one office.
    public struct Term: Sendable {
        public var index: Int
        public var person: Int
        public var party: Int
        public var office: Int
        public var title: String
        public var span: DateSpan
        /// First day, `nil` where unknown.
        public var from: Day?
        /// Last day, `nil` while in office.
        public var to: Day?
        public var standing: Standing
        public var source: String
        var origin: UInt32

        public func covers(_ day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true) }
    }

    public struct Person: Sendable {
        public var index: Int
        public var key: String
        public var name: String
        public var family: String
        public var terms: Range<Int>
    }

    public struct Place: Sendable {
        public var index: Int
        public var name: String
        /// The city of a residence or venue, else empty.
        public var city: String
        public var country: Int
        public var kind: PlaceKind
        public var latitude: Double
        public var longitude: Double
        public var population: Int
        var origin: UInt32
    }

    public var partyCount: Int { count(.parties) }
    public var officeCount: Int { count(.offices) }
    public var personCount: Int { count(.persons) }
    public var termCount: Int { count(.terms) }
    public var placeCount: Int { count(.places) }
    public var cueCount: Int { count(.cues) }

    public func party(_ index: Int) -> Party {
        var at = RecordFields(self, .parties, index)
        return Party(
            index: index, code: at.string(), name: at.string(), sector: at.string(), capital: at.string(),
            kind: PartyKind(rawValue: UInt8(truncatingIfNeeded: at.number())) ?? .nonState, span: at.span(),
            home: at.optional(), note: at.string(), origin: at.number())
    }

    public func partyCode(_ index: Int) -> String { string(load(.parties, index * Part.parties.stride)) }

    public func partyKind(_ index: Int) -> PartyKind {
        PartyKind(rawValue: UInt8(truncatingIfNeeded: load(.parties, index * Part.parties.stride + 16))) ?? .nonState
    }

    /// The party of a code, by a walk over all of them (some hundreds).
    public func party(code: String) -> Party? { (0..<partyCount).first { partyCode($0) == code }.map { party($0) } }

    public func office(_ index: Int) -> Office {
        var at = RecordFields(self, .offices, index)
        return Office(
            index: index, code: at.string(), title: at.string(), sector: at.string(), level: Level.allCases[at.index()],
            holders: Holders(rawValue: UInt8(truncatingIfNeeded: at.number())) ?? .many)
    }

    public func officeCode(_ index: Int) -> String { string(load(.offices, index * Part.offices.stride)) }

    public func office(code: String) -> Office? {
        (0..<officeCount).first { officeCode($0) == code }.map { office($0) }
    }

    public func person(_ index: Int) -> Person {
        let at = index * Part.persons.stride
        return Person(
            index: index, key: string(load(.persons, at)), name: string(load(.persons, at + 4)),
            family: string(load(.persons, at + 8)), terms: terms(of: index))
    }

    public func terms(of person: Int) -> Range<Int> {
        let at = person * Part.persons.stride
        return Int(load(.persons, at + 16))..<Int(load(.persons, at + 20))
    }

    /// The start of a person's first given name, as ``WordingToken/start`` packs it; 0 where there is none.
    public func givenStart(of person: Int) -> UInt32 { load(.persons, person * Part.persons.stride + 12) }

    public func term(_ index: Int) -> Term {
        var at = RecordFields(self, .terms, index)
        let (person, party, office, title, span) = (at.index(), at.index(), at.index(), at.string(), at.span())
        return Term(
            index: index, person: person, party: party, office: office, title: title, span: span,
            from: span.began?.start, to: span.ended?.end, standing: Standing.allCases[at.index()],
            source: at.string(), origin: at.number())
    }

    public func place(_ index: Int) -> Place {
        var at = RecordFields(self, .places, index)
        return Place(
            index: index, name: at.string(), city: at.string(), country: at.index(),
            kind: PlaceKind(rawValue: UInt8(truncatingIfNeeded: at.number())) ?? .city,
            latitude: Self.degrees(at.number()), longitude: Self.degrees(at.number()), population: at.index(),
            origin: at.number())
    }

    /// A stored coordinate, rounded to the four decimals that the tables have.
    private static func degrees(_ bits: UInt32) -> Double {
        (Double(Float(bitPattern: bits)) * 10_000).rounded() / 10_000
    }

    public func issue(_ index: Int) -> String { string(load(.issues, index * 4)) }
    public func cue(_ index: Int) -> String { string(load(.cues, index * 4)) }

    /// Terms of one party's office that cover a day, the latest to begin first. Binary search, then a short run.
    public func holders(party: Int, office: Int, on day: Day) -> [Term] {
        let count = count(.holders)
        func key(_ position: Int) -> (Int, Int) {
            let at = Int(load(.holders, position * 4)) * Part.terms.stride
            return (Int(load(.terms, at + 4)), Int(load(.terms, at + 8)))
        }
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if key(middle) < (party, office) { low = middle + 1 } else { high = middle }
        }
        var found: [Term] = []
        while low < count, key(low) == (party, office) {
            let term = term(Int(load(.holders, low * 4)))
            if term.covers(day) { found.append(term) }
            low += 1
        }
        return found.reversed()
    }

    /// The offices that a person holds on a day, the highest level first.
    public func offices(of person: Int, on day: Day) -> [Term] {
        terms(of: person).map { term($0) }.filter { $0.covers(day) }
            .sorted { (office($0.office).level.rank, $0.index) < (office($1.office).level.rank, $1.index) }
    }
}
