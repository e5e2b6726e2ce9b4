// The vocabularies of the tables: what a column may hold.

/// A root of the trie: wordings under different roots neither hide nor lengthen each other.
public enum LexiconRoot: UInt32, Sendable, CaseIterable {
    /// Parties, offices, persons, places.
    case names
    case issues
    /// Words of the rules that find encounters.
    case cues
    /// Words of the rules that read what stands around them.
    case context
    /// Named institutions and common nouns for actors.
    case actors
    /// Instruments, standing dialogues, regions.
    case subjects
    /// Cities beyond those of `names`.
    case gazetteer
}

/// What a name in a text can stand for.
public enum EntryKind: UInt8, Sendable {
    case party, office, person, place, issue, cue, body, agent, instrument, series, region
}

/// A value of a table's column: its name in the tables is that of the case, words joined by hyphens.
protocol TableValue: CaseIterable {}

extension TableValue {
    init?(_ text: Substring) {
        guard let value = Self.allCases.first(where: { $0.tableName == text }) else { return nil }
        self = value
    }

    /// The name in the tables.
    var tableName: String {
        var name = ""
        for letter in "\(self)" {
            if letter.isUppercase { name += "-" }
            name += letter.lowercased()
        }
        return name
    }

    static var tableNames: String { allCases.map(\.tableName).joined(separator: ", ") }
}

/// Why a party has a wording.
public enum NameUse: UInt16, CaseIterable, Sendable, TableValue {
    case name, official, adjective, demonym, demonyms, capital, abbreviation, metonym
}

public enum PartyKind: UInt8, CaseIterable, Sendable, TableValue {
    case state, pastState, territory, organisation, alliance, format, armedGroup, nonState

    /// Whether the party is a territory with a government.
    public var isState: Bool { self == .state || self == .pastState || self == .territory }
}

public enum PlaceKind: UInt8, CaseIterable, Sendable, TableValue {
    case capital, city, residence, venue, region
}

/// How many hold an office of a party at a time.
public enum Holders: UInt8, CaseIterable, Sendable, TableValue {
    /// One, whatever the title.
    case one
    /// One for each title (the heads of several intelligence services).
    case title
    case many
}

/// How a party stands to an organisation.
public enum MemberStatus: UInt8, CaseIterable, Sendable, TableValue {
    case member, observer, partner, associate, suspended
}

public enum InstrumentKind: UInt8, CaseIterable, Sendable, TableValue {
    case treaty, agreement, memorandum, declaration, regime, resolution, ceasefire, alliance
}

/// What sort of gathering the rounds of a series are.
public enum SeriesKind: UInt8, CaseIterable, Sendable, TableValue {
    case consultation, summit, talks, conference, multilateralMeeting
}

/// What happened to an instrument on a day.
public enum InstrumentEventKind: UInt8, CaseIterable, Sendable, TableValue {
    case signed, adopted, provisional, inForce, extended, suspended, resumed, withdrawalAnnounced, withdrew, acceded
    case breachedDeclared, expired, terminated, collapsed, superseded
}

/// What a verb cue's form tells about tense.
public enum CueForm: UInt16, CaseIterable, Sendable, TableValue {
    case none, base, third, past, participle, gerund, pastOrParticiple
}
