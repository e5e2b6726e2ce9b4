import Diplomacy

/// What a name in a text can stand for.
public enum EntryKind: UInt8, Sendable {
    case party, office, person, place, issue, cue
}

/// Why a party has a wording.
public enum NameUse: UInt16, Sendable, CaseIterable {
    case name, official, adjective, demonym, demonyms, capital, abbreviation, metonym

    init?(_ text: Substring) {
        guard let use = Self.allCases.first(where: { "\($0)" == text }) else { return nil }
        self = use
    }
}

public enum PartyKind: UInt8, Sendable, CaseIterable {
    case state, pastState, territory, organisation, alliance, format, armedGroup, nonState

    init?(_ text: Substring) {
        switch text {
        case "state": self = .state
        case "past-state": self = .pastState
        case "territory": self = .territory
        case "organisation": self = .organisation
        case "alliance": self = .alliance
        case "format": self = .format
        case "armed-group": self = .armedGroup
        case "non-state": self = .nonState
        default: return nil
        }
    }

    /// Whether the party is a territory with a government.
    public var isState: Bool { self == .state || self == .pastState || self == .territory }
}

public enum PlaceKind: UInt8, Sendable, CaseIterable {
    case capital, city, residence, venue, region

    init?(_ text: Substring) {
        guard let kind = Self.allCases.first(where: { "\($0)" == text }) else { return nil }
        self = kind
    }
}

/// What a verb cue's form tells about tense.
public enum CueForm: UInt16, Sendable, CaseIterable {
    case none, base, third, past, participle, gerund, pastOrParticiple

    init?(_ text: Substring) {
        switch text {
        case "": self = .none
        case "past-or-participle": self = .pastOrParticiple
        default:
            guard let form = Self.allCases.first(where: { "\($0)" == text }) else { return nil }
            self = form
        }
    }
}

/// Everything that the tables hold, before it is written in its compiled form.
struct LexiconModel {
    struct Party {
        var code: String
        var name: String
        var kind: PartyKind
        var sector: String
        var capital: String
    }
    struct Office {
        var code: String
        var title: String
        var level: Level
        var sector: String
    }
    struct Term {
        var person: Int
        var party: Int
        var office: Int
        var title: String
        var from: Int32
        var to: Int32
        var standing: Standing
        var source: String
    }
    struct Person {
        var key: String
        var name: String
        var family: String
        /// ``WordingToken/start`` of the first word that is not of the family name.
        var givenStart: UInt32
        var terms: [Int] = []
    }
    struct Place {
        var name: String
        var country: Int
        var kind: PlaceKind
        var latitude: Float
        var longitude: Float
        var population: UInt32
        var city: String
    }
    struct Entry {
        var kind: EntryKind
        /// Bit 0: plural; bit 1: a single family name; bit 2: an exclusion.
        var flags: UInt8 = 0
        /// ``NameUse`` or ``CueForm``.
        var aux: UInt16 = 0
        var index: UInt32
        /// Words that must be capitalised in the text, from the lowest bit.
        var capitals: UInt16 = 0
        /// The wording, where it must stand as written.
        var exact: String?
        /// Index into `scopes`, 0 for none.
        var scope: UInt32 = 0
    }

    var parties: [Party] = []
    var offices: [Office] = []
    var persons: [Person] = []
    var terms: [Term] = []
    var places: [Place] = []
    var issues: [String] = []
    var cues: [String] = []
    /// Party indices of office wordings with a limited scope; the first is empty.
    var scopes: [[Int]] = [[]]
    /// Trie: node 0 is the root of names, 1 of issues, 2 of cues, 3 of the context's cues.
    var nodes: [[Entry]] = [[], [], [], []]
    var edges: [Edge: UInt32] = [:]
    var words: [UInt64: UInt32] = [:]

    struct Edge: Hashable {
        var node: UInt32
        var word: UInt32
    }

    /// Adds an entry under a run of word keys.
    mutating func insert(_ keys: [UInt64], root: UInt32, _ entry: Entry) {
        guard !keys.isEmpty else { return }
        var node = root
        for key in keys {
            let word: UInt32
            if let known = words[key] {
                word = known
            } else {
                word = UInt32(words.count + 1)
                words[key] = word
            }
            let edge = Edge(node: node, word: word)
            if let child = edges[edge] {
                node = child
            } else {
                nodes.append([])
                node = UInt32(nodes.count - 1)
                edges[edge] = node
            }
        }
        let same = nodes[Int(node)].contains {
            $0.kind == entry.kind && $0.index == entry.index && $0.aux == entry.aux && $0.flags == entry.flags
                && $0.exact == entry.exact
        }
        if !same { nodes[Int(node)].append(entry) }
    }
}

/// One word of a wording, as the tokenizer sees it.
public struct WordingToken: Sendable {
    public var key: UInt64
    public var isCapital: Bool
    /// The first three letters without case and marks, packed into the low 24 bits.
    public var start: UInt32

    public init(key: UInt64, isCapital: Bool, start: UInt32 = 0) {
        self.key = key
        self.isCapital = isCapital
        self.start = start
    }
}
