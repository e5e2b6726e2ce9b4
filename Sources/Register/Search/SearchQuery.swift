public import Corroboration
public import Diplomacy

/// What is looked for in a register: a tree of words, facets, days and numbers, as ``SearchParser`` reads it.
public indirect enum SearchQuery: Hashable, Sendable {
    /// Words that stand one after another in a name or in the text of a report; the last may be a beginning.
    case words(String, isPrefix: Bool)
    /// A value of a facet, as the user wrote it; it may be a beginning.
    case facet(Facet, String, isPrefix: Bool)
    /// Two parties that dealt with each other.
    case dyad(Dyad)
    /// A stretch of days on one of the three axes, both ends included; `nil` for an open end.
    case days(Axis, first: Day?, last: Day?)
    /// The number of independent origins.
    case origins(ClosedRange<Int>)
    /// A private tag, or the beginning of one.
    case tag(String, isPrefix: Bool)
    case not(SearchQuery)
    /// Two or more that all hold.
    case all([SearchQuery])
    /// Two or more of which one holds.
    case any([SearchQuery])

    /// Facets whose values are words or codes.
    public enum Facet: String, Sendable, CaseIterable {
        case party, person, office, issue, place, series, kind, medium, status, level, outcome, source, says, disputed

        /// The values that there are, where they are a closed list.
        var vocabulary: [String]? {
            switch self {
            case .issue: Issue.codes
            case .kind: EncounterKind.allCases.map(\.rawValue)
            case .medium: Medium.allCases.map(\.rawValue)
            case .status: Status.allCases.map(\.rawValue)
            case .level: Level.allCases.map(\.rawValue)
            case .outcome: OutcomeKind.allCases.map(\.rawValue)
            case .disputed: ["yes", "no"] + DisputeField.allCases.map(\.rawValue)
            case .party, .person, .office, .place, .series, .source, .says: nil
            }
        }

        /// The column of the search index in which the facet's values stand as they are written; `nil` where they are tokens.
        var column: SearchIndex.Column? {
            switch self {
            case .person: .person
            case .office: .office
            case .place: .place
            case .series: .series
            case .source: .source
            case .says: .says
            case .party, .issue, .kind, .medium, .status, .level, .outcome, .disputed: nil
            }
        }

        /// The token of a value in the index: the facet and the value's letters and digits, in lower case.
        func token(_ value: String) -> String { rawValue + Self.bare(value) }

        /// Letters and digits of ASCII, in lower case: "in-person" is "inperson".
        static func bare(_ value: String) -> String {
            String(
                value.lowercased().unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || $0.isDigit) })
        }
    }

    /// Axes of time.
    public enum Axis: String, Sendable, CaseIterable {
        /// When the encounter took place or was to.
        case date
        /// From the first to the last report of it.
        case published
        /// When it first stood in the register.
        case added
    }

    /// Every name that can stand before a colon.
    static let names =
        ["dyad"] + Facet.allCases.map(\.rawValue) + ["origins"] + Axis.allCases.map(\.rawValue)

    /// Stands before a colon as well where private tags may be asked for.
    static let tagName = "tag"

    /// Whether the query has words for which a passage of a report can be shown.
    var hasWords: Bool {
        switch self {
        case .words: true
        case .facet, .dyad, .days, .origins, .tag, .not: false
        case .all(let parts), .any(let parts): parts.contains(where: \.hasWords)
        }
    }
}

extension SearchQuery {
    /// Encounters that are announced or proposed.
    static let planned = SearchQuery.any([
        .facet(.status, Status.announced.rawValue, isPrefix: false),
        .facet(.status, Status.proposed.rawValue, isPrefix: false),
    ])

    /// Whether the query has the beginning of a word.
    var hasPrefix: Bool {
        switch self {
        case .words(_, let isPrefix), .facet(_, _, let isPrefix): isPrefix
        // no index of words is asked for the beginning of a tag
        case .dyad, .days, .origins, .tag: false
        case .not(let part): part.hasPrefix
        case .all(let parts), .any(let parts): parts.contains(where: \.hasPrefix)
        }
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { (0x30...0x39).contains(value) }
}

extension Dyad {
    /// Its token in the index.
    var token: String {
        "dyad" + SearchQuery.Facet.bare(first) + "0" + SearchQuery.Facet.bare(second)
    }
}
