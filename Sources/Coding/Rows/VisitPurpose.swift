import Diplomacy

/// What a visit was for, as far as it decides whether the two sides were in contact.
enum VisitPurpose: Equatable {
    /// The host's guest: a state, official, working or informal visit. A contact.
    case official
    /// Business with those whom the remarks name, or nothing said of it. A contact with the host, unless others alone are named.
    case business
    /// Business with others than the host, in the host's country.
    case elsewhere
    /// A gathering or ceremony that the host's country was the place of, and nothing between the two is told.
    case gathering
    /// A holiday, a cure, a private journey.
    case privateStay
    /// A stop on the way, or a call at one's own troops.
    case passage

    /// Whether the two sides of the visit are told to have been in contact, given whom the remarks tell that the visitor met.
    func isContact(metHost: Bool, metOthers: Bool) -> Bool {
        switch self {
        case .official: true
        case .business: metHost || !metOthers
        case .elsewhere, .gathering, .passage: metHost
        case .privateStay: false
        }
    }

    /// Reads the purpose of a row: its flags and kind first, then how its remarks begin. The first words that decide it decide it,
    /// so "Official visit. Private visit to New York afterward" is an official visit.
    init(_ fields: VisitFields) {
        if let type = fields.type {
            self = type == "来华出席" ? .gathering : .official
            return
        }
        if fields.gathering != nil {
            self = .gathering
            return
        }
        let remarks = Self.folded(fields.remarks ?? "")
        let told = Self.first(in: remarks)
        if told != .official, told != .business {
            if fields.flags.contains("private") {
                self = .privateStay
                return
            }
            if !fields.flags.isEmpty, !fields.flags.contains("diplomatic_engagement"),
                fields.flags.contains(where: { ["stopover", "military_base"].contains($0) })
            {
                self = .passage
                return
            }
        }
        self = told ?? .business
    }

    /// The purpose whose words stand first; `nil` where there are none. Bounded: what decides stands in the first words.
    private static func first(in remarks: String) -> VisitPurpose? {
        let bytes = Array(remarks.utf8.prefix(longestLook))
        var best: (at: Int, length: Int, purpose: VisitPurpose)?
        for (words, purpose) in wordings {
            guard let at = Self.find(words, in: bytes) else { continue }
            if let known = best, (known.at, -known.length) <= (at, -words.count) { continue }
            best = (at, words.count, purpose)
        }
        return best?.purpose
    }

    private static let longestLook = 600

    private static func find(_ words: [UInt8], in bytes: [UInt8]) -> Int? {
        guard words.count <= bytes.count else { return nil }
        return (0...(bytes.count - words.count)).first { at in
            (at == 0 || !isLetter(bytes[at - 1])) && bytes[at] == words[0]
                && bytes[at..<at + words.count].elementsEqual(words)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte >= 0x80 }

    private static func folded(_ text: String) -> String { text.lowercased() }

    private static let wordings: [([UInt8], VisitPurpose)] = [
        (officialWords, VisitPurpose.official), (businessWords, .business), (gatheringWords, .gathering),
        (privateWords, .privateStay),
        (passageWords, .passage),
    ].flatMap { words, purpose in words.map { (Array($0.utf8), purpose) } }

    private static let officialWords = [
        "state visit", "official visit", "official working visit", "working visit", "informal visit",
        "official select visit", "good will visit", "goodwill visit", "presidential guest", "guest of",
        "addressed u.s. congress", "addressed parliament", "addressed the parliament", "at the invitation of",
        "at invitation of", "visited as president of",
    ]
    private static let businessWords = [
        "bilateral meeting", "met ", "meeting with", "meetings with", "audience with", "conferred", "discussed",
        "discussions", "briefed", "consulted", "talks with", "conference with", "conversations", "signed", "negotiat",
        "visited with", "joined president", "attended working", "attended bilateral", "summit meeting with",
        "attended a summit meeting with", "attended summit meeting with", "attended u.s.-eu", "visited president",
    ]
    private static let gatheringWords = [
        "attended", "participated in", "leaders summit", "leaders’ summit", "nato summit", "economic summit", "g-7",
        "g-8",
        "g-20", "g7 ", "g20 ", "apec", "asean", "csce", "osce", "summit of the americas", "peace conference",
        "co-chaired", "chaired", "led the", "led u.s.", "addressed the opening", "addressed the u.n.", "spoke at",
        "delivered a speech at", "ministerial meeting", "leaders conference", "funeral", "inauguration", "quad ",
        "represented the united states at", "opened the",
    ]
    private static let privateWords = [
        "private visit", "unofficial visit", "private trip", "vacation", "fishing trip", "personal visit", "holiday",
        "medical treatment", "medical check", "received honorary degree", "cruise", "sightseeing", "private stop",
    ]
    private static let passageWords = [
        "stopped en route", "stopped while", "stopped over", "overnight stop", "refueling stop", "refuelling stop",
        "disembarked", "en route", "transit", "visited u.s. troops", "visited u.s. forces", "visited u.s. military",
        "visited american troops", "visited allied", "addressed u.s. troops", "addressed u.s. forces", "inspected",
        "visited u.s. and", "stopped at", "embarked", "changed planes", "visited troops",
    ]
}
