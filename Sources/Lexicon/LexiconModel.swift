import Diplomacy

/// Everything that the tables hold, before it is written in its compiled form.
struct LexiconModel {
    struct Party {
        var code: String
        var name: String
        var kind: PartyKind
        var sector: String
        var capital = ""
        var span = Interval()
        /// The state within whose borders most states see the party, or from which a group comes.
        var home: Int?
        var note = ""
        var origin: UInt32 = 0
    }
    struct Office {
        var code: String
        var title: String
        var level: Level
        var sector: String
        var holders: Holders
        var origin: UInt32 = 0
    }
    struct Term {
        var person: Int
        var party: Int
        var office: Int
        var title: String
        var span: Interval
        var standing: Standing
        /// One of several who hold the office together.
        var isJoint = false
        var source: String
        var origin: UInt32 = 0
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
        var origin: UInt32 = 0
    }
    struct Membership {
        var organisation: Int
        var member: Int
        var status: MemberStatus
        var span: Interval
        var origin: UInt32
    }
    struct Body {
        var name: String
        var party: Int?
        var sector: String
        var span: Interval
        var origin: UInt32
    }
    struct Agent {
        var wording: String
        var sector: String
        var origin: UInt32
    }
    struct Instrument {
        var code: String
        var name: String
        var kind: InstrumentKind
        var parties: [Int]
        var issues: String
        var origin: UInt32
    }
    struct InstrumentEvent {
        var instrument: Int
        var date: Edge
        var event: InstrumentEventKind
        var parties: [Int]
        var note: String
        var origin: UInt32
    }
    struct Series {
        var code: String
        var name: String
        var kind: SeriesKind
        var parties: [Int]
        var organiser: String
        var span: Interval
        var origin: UInt32
    }
    struct Round {
        var series: Int
        var number: UInt32
        var start: Edge
        var end: Edge
        var place: String
        var country: Int?
        var level: String
        var note: String
        var origin: UInt32
    }
    struct Region {
        var code: String
        var name: String
        var members: [Int]
        var origin: UInt32
    }
    struct Source {
        var file: Int
        var key: String
        var text: String
    }

    /// A date of a table: its first and last day; the days of no date are the first and the last of all.
    struct Edge: Equatable {
        var first: Int32
        var last: Int32
        static let unknownStart = Edge(first: .min, last: .min)
        static let unknownEnd = Edge(first: .max, last: .max)
    }

    /// From when to when something holds.
    struct Interval: Equatable {
        var from = Edge.unknownStart
        var to = Edge.unknownEnd

        /// Whether two intervals overlap however their dates are read; a hand-over on one day is none.
        func surelyOverlaps(_ other: Interval) -> Bool { from.last < other.to.first && other.from.last < to.first }

        /// Whether two intervals may overlap.
        func mayOverlap(_ other: Interval) -> Bool { from.first <= other.to.last && other.from.first <= to.last }
    }

    struct Entry {
        var kind: EntryKind
        /// Bit 0: plural; bit 1: a single family name; bit 2: an exclusion.
        var flags: UInt8 = 0
        /// ``NameUse``, ``CueForm`` or ``PlaceKind``.
        var aux: UInt16 = 0
        var index: UInt32
        /// Words that must be capitalised in the text, from the lowest bit.
        var capitals: UInt16 = 0
        /// The wording, where it must stand as written.
        var exact: String?
        /// Index into `scopes`, 0 for none.
        var scope: UInt32 = 0
        /// The table row: ``origin(file:line:)``.
        var origin: UInt32 = 0
    }

    var parties: [Party] = []
    var offices: [Office] = []
    var persons: [Person] = []
    var terms: [Term] = []
    var places: [Place] = []
    var issues: [String] = []
    var cues: [String] = []
    var members: [Membership] = []
    var bodies: [Body] = []
    var agents: [Agent] = []
    var instruments: [Instrument] = []
    var instrumentEvents: [InstrumentEvent] = []
    var series: [Series] = []
    var rounds: [Round] = []
    var regions: [Region] = []
    var files: [String] = []
    var sources: [Source] = []
    /// Party indices of office wordings with a limited scope; the first is empty.
    var scopes: [[Int]] = [[]]
    /// Trie: the first nodes are the roots of ``LexiconRoot``.
    var nodes: [[Entry]] = Array(repeating: [], count: LexiconRoot.allCases.count)
    var edges: [TrieEdge: UInt32] = [:]
    var words: [UInt64: UInt32] = [:]

    struct TrieEdge: Hashable {
        var node: UInt32
        var word: UInt32
    }

    /// File and line in one number: 255 files, 16 million lines.
    static func origin(file: Int, line: Int) -> UInt32 { UInt32(file & 0xFF) << 24 | UInt32(line & 0xFF_FFFF) }

    /// Adds an entry under a run of word keys.
    mutating func insert(_ keys: [UInt64], root: LexiconRoot, _ entry: Entry) {
        guard !keys.isEmpty else { return }
        var node = root.rawValue
        for key in keys {
            let word: UInt32
            if let known = words[key] {
                word = known
            } else {
                word = UInt32(words.count + 1)
                words[key] = word
            }
            let edge = TrieEdge(node: node, word: word)
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
                && $0.exact == entry.exact && scopes[Int($0.scope)] == scopes[Int(entry.scope)]
        }
        if !same { nodes[Int(node)].append(entry) }
    }
}

/// One word of a wording, as the tokenizer sees it.
struct WordingToken {
    var key: UInt64
    var isCapital: Bool
    /// The first three letters without case and marks, packed into the low 24 bits.
    var start: UInt32
}
