public import Diplomacy

/// One of the two sides of an event that goes out.
public struct OutgoingActor: Sendable, Hashable {
    /// Our code of the party.
    public var party: String?
    /// PLOVER's list: GOV, MIL, IGO and so on.
    public var sector: String?
    public var person: String?
    /// The name of the party, where there is one.
    public var name: String?
    public var office: String?

    public init(
        party: String? = nil, sector: String? = nil, person: String? = nil, name: String? = nil, office: String? = nil
    ) {
        self.party = party
        self.sector = sector
        self.person = person
        self.name = name
        self.office = office
    }
}

/// Where an event that goes out took place.
public struct OutgoingPlace: Sendable, Hashable {
    public var name: String?
    /// ISO 3166-1 alpha-3.
    public var country: String?
    /// Degrees north and east.
    public var latitude: Double?
    public var longitude: Double?

    public init(name: String? = nil, country: String? = nil, latitude: Double? = nil, longitude: Double? = nil) {
        self.name = name
        self.country = country
        self.latitude = latitude
        self.longitude = longitude
    }
}

/// An event of ours as a plain value, from which rows of other people's formats are written. What is `nil` is left out as each format
/// does it.
public struct OutgoingEvent: Sendable, Hashable {
    /// A whole number from 0 to 10^16 - 1, for formats that number their rows.
    public var number: Int64
    /// A name, for formats that name them.
    public var id: String
    public var day: Day
    /// On which the row is added, or the report was published.
    public var added: Day?
    public var source = OutgoingActor()
    public var target = OutgoingActor()
    public var cameo: String?
    /// What the code means ("Consult").
    public var text: String?
    /// PLOVER's.
    public var type: String?
    public var mode: String?
    public var contexts: [String] = []
    /// 1 to 4: verbal and material cooperation, verbal and material conflict.
    public var quad: Int?
    /// -10 to 10.
    public var goldstein: Double?
    public var place: OutgoingPlace?
    public var publisher: String?
    public var url: String?
    public var mentions: Int?
    public var sources: Int?
    public var articles: Int?
    /// From 1.
    public var sentence: Int?
    public var document: String?
    /// The encounter that it is part of.
    public var encounter: String?
    /// ISO 639-1.
    public var language: String?

    public init(number: Int64, id: String, day: Day) {
        self.number = number
        self.id = id
        self.day = day
    }
}
