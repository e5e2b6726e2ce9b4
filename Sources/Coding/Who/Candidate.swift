public import Diplomacy
public import Lexicon

/// Who a phrase may mean on a day, and the table rows that say so.
public struct Candidate: Sendable {
    /// A fact and the row that it rests on.
    public struct Basis: Sendable, Hashable {
        public var fact: String
        public var origin: Lexicon.Origin
        public init(fact: String, origin: Lexicon.Origin) {
            self.fact = fact
            self.origin = origin
        }
    }

    /// An office that the person holds on the day, or held last.
    public struct Seat: Sendable {
        public var title: String
        /// The code of the kind of office.
        public var code: String
        public var party: String
        public var span: Lexicon.DateSpan
        public var standing: Standing
        public var origin: Lexicon.Origin
        /// The source key of the row.
        public var source: String
    }

    /// The state or organisation that the actor is counted with.
    public var party: String?
    /// An armed group, a de facto authority or a territory within `party`.
    public var group: String?
    /// PLOVER's sectors, the main one first.
    public var sectors: [String] = []
    /// The person's name, as the lexicon has it; as the phrase has it where the lexicon does not know the person.
    public var person: String?
    /// The lexicon's key of the person.
    public var key: String?
    /// The office on the day, as its table or the phrase names it.
    public var office: String?
    public var seats: [Seat] = []
    public var standing: Standing?
    /// A named institution.
    public var body: String?
    public var place: String?
    /// What the phrase was read as.
    public var reading: String
    /// From 0 to 1: how sure the reading is, not a probability.
    public var score: Double
    public var basis: [Basis] = []

    init(reading: String, score: Double) {
        self.reading = reading
        self.score = score
    }
}
