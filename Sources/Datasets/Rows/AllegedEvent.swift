public import Diplomacy

/// One of the two sides of a row of event data.
public struct AllegedActor: Sendable, Hashable {
    /// Our code of the party; the data's own behind a question mark ("?AFR") where we have none.
    public var party: String?
    /// As it is given: CAMEO's type ("GOV"), ICEWS' and POLECAT's lists of sectors.
    public var sector: String?
    public var name: String?

    public init(party: String? = nil, sector: String? = nil, name: String? = nil) {
        self.party = party
        self.sector = sector
        self.name = name
    }
}

/// A row of other people's event data: what a machine has read in a report, without an office, a verified place or an outcome. It
/// alleges that something happened, and founds no encounter.
public struct AllegedEvent: Sendable, Hashable {
    public var format: EventFormat
    /// The data set's own.
    public var id: String
    /// Of the event.
    public var day: Day
    /// On which the row was added to its data set, or its report published.
    public var added: Day?
    public var source = AllegedActor()
    public var target = AllegedActor()
    /// The CAMEO code ("036").
    public var cameo: String?
    /// PLOVER's type ("CONSULT") and mode.
    public var type: String?
    public var mode: String?
    /// 1 to 4: verbal and material cooperation, verbal and material conflict.
    public var quad: Int?
    /// On Goldstein's scale (-10 to 10), or the data's own of intensity.
    public var scale: Double?
    public var mentions: Int?
    public var sources: Int?
    public var articles: Int?
    public var place: String?
    /// ISO 3166-1 alpha-3; the data's own code or name behind a question mark where that is not known.
    public var country: String?
    /// Degrees north and east.
    public var latitude: Double?
    public var longitude: Double?
    public var url: String?
    public var publisher: String?
    /// The id of the story, where the data has one.
    public var story: String?
    /// The sentence of the story, from 1.
    public var sentence: Int?

    public init(format: EventFormat, id: String, day: Day) {
        self.format = format
        self.id = id
        self.day = day
    }
}
