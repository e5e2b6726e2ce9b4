import Diplomacy
import Lexicon

/// Someone or something that can take part in an encounter, as one phrase names it.
struct Actor {
    enum Kind {
        /// A person by name, with or without office.
        case person
        /// An office without a name ("the Turkish Foreign Minister").
        case office
        /// A party ("Russia", "the Chinese side").
        case party
        /// Two or more persons or parties that the phrase does not tell apart ("the two leaders", "the ministers").
        case pair
        /// "he", "she".
        case pronoun
    }

    var kind: Kind
    /// The whole phrase.
    var tokens: Range<Int>
    /// The tokens of the name, of the office's wording and of the party's wording.
    var nameTokens: Range<Int>?
    /// The name as the text has it.
    var name: String?
    /// Persons of the lexicon whose full or family name it is.
    var candidates: [Int] = []
    /// Whether `candidates` were found by family name alone.
    var familyOnly = false
    var offices: [OfficeMention] = []
    var party: Int?
    /// A second reading of the party's wording (Georgia, Congo), most prominent first.
    var partyUse: NameUse?
    var standing: Standing = .incumbent
    var isPlural = false
    /// "his counterpart": the office is that of the one whom it points back to.
    var isCounterpart = false
    /// The phrase speaks of people who hold no public office ("Russian businessmen").
    var isNonOfficial = false
    /// A woman or a man, where an honorific or pronoun says so.
    var isFemale: Bool?
    /// A party named by its capital or by a metonym ("Moscow", "the Kremlin").
    var isMetonym: Bool { partyUse == .capital || partyUse == .metonym }
}

/// An office named in a text.
struct OfficeMention {
    /// Index into the lexicon's offices.
    var office: Int
    /// The wording, without the party.
    var title: String
    var tokens: Range<Int>
    /// Other kinds of office that the wording means for some parties ("chancellor", "secretary of state").
    var readings: [Reading] = []
    /// The party that alone has an office of this wording.
    var impliedParty: Int?

    /// An office and the parties for which the wording means it; no parties for all.
    struct Reading {
        var office: Int
        var parties: [Int]
    }

    /// Takes the reading that holds for a party.
    mutating func settle(for party: Int) {
        if let fitting = readings.first(where: { $0.parties.contains(party) })
            ?? readings.first(where: { $0.parties.isEmpty })
        {
            office = fitting.office
        }
    }
}
