public import Diplomacy

extension Lexicon {
    /// A state, organisation or group.
    public struct Party: Sendable {
        public var index: Int
        public var code: String
        public var name: String
        public var sector: String
        /// Name of the capital, empty for parties without one.
        public var capital: String
        public var kind: PartyKind
    }

    /// A kind of office.
    public struct Office: Sendable {
        public var index: Int
        public var code: String
        public var title: String
        public var sector: String
        public var level: Level
    }

    /// One person's time in one office.
    public struct Term: Sendable {
        public var index: Int
        public var person: Int
        public var party: Int
        public var office: Int
        public var title: String
        /// First day, `nil` where unknown.
        public var from: Day?
        /// Last day, `nil` while in office.
        public var to: Day?
        public var standing: Standing
        public var source: String

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
    }

    public var partyCount: Int { size(.parties) / 20 }
    public var officeCount: Int { size(.offices) / 16 }
    public var personCount: Int { size(.persons) / 24 }
    public var termCount: Int { size(.terms) / 32 }
    public var placeCount: Int { size(.places) / 28 }
    public var cueCount: Int { size(.cues) / 4 }

    public func party(_ index: Int) -> Party {
        let at = index * 20
        return Party(
            index: index, code: string(load(.parties, at)), name: string(load(.parties, at + 4)),
            sector: string(load(.parties, at + 8)), capital: string(load(.parties, at + 12)),
            kind: PartyKind(rawValue: UInt8(truncatingIfNeeded: load(.parties, at + 16))) ?? .nonState)
    }

    public func partyCode(_ index: Int) -> String { string(load(.parties, index * 20)) }

    public func partyKind(_ index: Int) -> PartyKind {
        PartyKind(rawValue: UInt8(truncatingIfNeeded: load(.parties, index * 20 + 16))) ?? .nonState
    }

    /// The party of a code, by a walk over all of them (some hundreds).
    public func party(code: String) -> Party? { (0..<partyCount).first { partyCode($0) == code }.map { party($0) } }

    public func office(_ index: Int) -> Office {
        let at = index * 16
        return Office(
            index: index, code: string(load(.offices, at)), title: string(load(.offices, at + 4)),
            sector: string(load(.offices, at + 8)), level: Level.allCases[Int(load(.offices, at + 12))])
    }

    public func officeCode(_ index: Int) -> String { string(load(.offices, index * 16)) }

    public func office(code: String) -> Office? {
        (0..<officeCount).first { officeCode($0) == code }.map { office($0) }
    }

    public func person(_ index: Int) -> Person {
        let at = index * 24
        return Person(
            index: index, key: string(load(.persons, at)), name: string(load(.persons, at + 4)),
            family: string(load(.persons, at + 8)), terms: terms(of: index))
    }

    public func terms(of person: Int) -> Range<Int> {
        Int(load(.persons, person * 24 + 16))..<Int(load(.persons, person * 24 + 20))
    }

    /// The start of a person's first given name, as ``WordingToken/start`` packs it; 0 where there is none.
    public func givenStart(of person: Int) -> UInt32 { load(.persons, person * 24 + 12) }

    public func term(_ index: Int) -> Term {
        let at = index * 32
        func day(_ byte: Int) -> Day? {
            let value = Int32(bitPattern: load(.terms, at + byte))
            return value == .min || value == .max ? nil : Day(number: Int(value))
        }
        return Term(
            index: index, person: Int(load(.terms, at)), party: Int(load(.terms, at + 4)),
            office: Int(load(.terms, at + 8)),
            title: string(load(.terms, at + 12)), from: day(16), to: day(20),
            standing: Standing.allCases[Int(load(.terms, at + 24))], source: string(load(.terms, at + 28)))
    }

    public func place(_ index: Int) -> Place {
        let at = index * 28
        return Place(
            index: index, name: string(load(.places, at)), city: string(load(.places, at + 4)),
            country: Int(load(.places, at + 8)),
            kind: PlaceKind(rawValue: UInt8(truncatingIfNeeded: load(.places, at + 12))) ?? .city,
            latitude: Self.degrees(load(.places, at + 16)), longitude: Self.degrees(load(.places, at + 20)),
            population: Int(load(.places, at + 24)))
    }

    /// A stored coordinate, rounded to the four decimals that the tables have.
    private static func degrees(_ bits: UInt32) -> Double {
        (Double(Float(bitPattern: bits)) * 10_000).rounded() / 10_000
    }

    public func issue(_ index: Int) -> String { string(load(.issues, index * 4)) }
    public func cue(_ index: Int) -> String { string(load(.cues, index * 4)) }

    /// Terms of one party's office that cover a day, the latest to begin first. Binary search, then a short run.
    public func holders(party: Int, office: Int, on day: Day) -> [Term] {
        let count = size(.holders) / 4
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            let at = Int(load(.holders, middle * 4)) * 32
            let key = (Int(load(.terms, at + 4)), Int(load(.terms, at + 8)))
            if key < (party, office) { low = middle + 1 } else { high = middle }
        }
        var found: [Term] = []
        while low < count {
            let index = Int(load(.holders, low * 4))
            let at = index * 32
            guard Int(load(.terms, at + 4)) == party, Int(load(.terms, at + 8)) == office else { break }
            let term = term(index)
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
