import Diplomacy

/// What is compared of a claim when two are matched: small enough to be kept beside the claim. A class, since grouping hands it
/// about a great deal.
public final class ClaimFacts: Sendable {
    public let key: ClaimKey
    /// Parties with a part in the encounter, de facto governments beside their states, sorted.
    let parties: [String]
    /// Named persons by party.
    let persons: [(party: String, name: PersonName)]
    let window: ClaimWindow
    let country: String?
    let city: String?
    /// The place is told, not guessed from the host.
    let hasStatedPlace: Bool
    let medium: Medium
    let status: Status
    /// Three parties and more, or called a summit.
    let isSummit: Bool
    let series: Series?
    let isPrincipal: Bool
    let isReported: Bool
    let published: Day?
    let sketch: Sketch?

    init(_ claim: Encounter, ordinal: Int, of report: Report) {
        key = ClaimKey(document: report.document, ordinal: ordinal)
        let acting = claim.participants
        parties = Set(acting.flatMap { Self.parties($0) }).sorted()
        persons = acting.compactMap { participant in
            guard let party = Self.kept(participant.party), let person = participant.person else { return nil }
            return (party, PersonName(person))
        }
        window = ClaimWindow(claim, published: report.published)
        country = Self.kept(claim.place?.country)
        city = Self.kept(claim.place?.name?.lowercased())
        hasStatedPlace = claim.place.map { $0.basis != .hostCapital } ?? false
        medium = claim.medium
        status = claim.status
        isSummit = claim.kind == .summit || claim.kind == .multilateralMeeting
        series = claim.series.map {
            Series(name: Self.kept($0.name) ?? "", code: Self.kept($0.code), round: $0.round)
        }
        isPrincipal = claim.principal
        isReported = claim.reported
        published = report.published
        sketch = report.sketch
    }

    /// Reads the form of ``packed``; `nil` where it is none. By bytes: registers read many.
    public init?(packed: String, key: ClaimKey) {
        let fields = packed.utf8.split(separator: 0x1F, omittingEmptySubsequences: false)
        func string(_ field: Substring.UTF8View) -> String { String(Substring(field)) }
        func text(_ field: Substring.UTF8View) -> String? { field.isEmpty ? nil : string(field) }
        guard fields.count == 13, let basis = Int(string(fields[2])).flatMap({ ClaimWindow.Basis(rawValue: $0) }),
            let first = Int(string(fields[3])), let last = Int(string(fields[4])), BlockKey.days.contains(first),
            first <= last, last - first <= ClaimWindow.longest, fields[8].count == 4,
            let medium = Medium(rawValue: string(fields[9])), let status = Status(rawValue: string(fields[10]))
        else { return nil }
        let flags = fields[8].map { $0 == UInt8(ascii: "1") }
        let dialogue = fields[11].split(separator: 0x1D, omittingEmptySubsequences: false)
        self.key = key
        parties = fields[0].split(separator: 0x1E).map(string)
        persons = fields[1].split(separator: 0x1E).compactMap { item in
            let parts = item.split(separator: 0x1D, omittingEmptySubsequences: false)
            return parts.count == 2
                ? (string(parts[0]), PersonName(words: parts[1].split(separator: 0x20).map(string))) : nil
        }
        window = ClaimWindow(basis: basis, first: first, last: last)
        published = Int(string(fields[5])).flatMap { BlockKey.days.contains($0) ? Day(number: $0) : nil }
        country = text(fields[6])
        city = text(fields[7])
        hasStatedPlace = flags[0]
        isSummit = flags[1]
        isPrincipal = flags[2]
        isReported = flags[3]
        self.medium = medium
        self.status = status
        series =
            dialogue.count == 3
            ? Series(name: string(dialogue[0]), code: text(dialogue[1]), round: Int(string(dialogue[2]))) : nil
        sketch = Sketch(hexadecimal: string(fields[12]))
    }

    /// What a claim can do when claims are grouped.
    public enum Role: Int, Sendable {
        /// It has a time, and can stand for an encounter of its own.
        case founder
        /// It is news without a time: it joins an encounter that it fits, or others of its kind.
        case undated
        /// It is remembered without a time, and joins an encounter that it fits or none.
        case remembered
    }

    public var role: Role {
        let founds =
            switch window.basis {
            case .day: isReported || status.happened || status == .announced
            case .vague: isReported
            case .inferred: true
            case .open: false
            }
        return founds ? .founder : isReported ? .undated : .remembered
    }

    /// The days in which an encounter is looked for that the claim may be of: its own, or where it tells none, those around
    /// the report's publication. Days since 1970-01-01.
    var range: ClosedRange<Int> {
        if window.basis != .open { return window.first...window.last }
        guard let published else { return BlockKey.earliest...BlockKey.latest }
        return (published.number - 400)...(published.number + 200)
    }

    /// The party and its de facto government; for a government that is named alone, the state that it holds as well.
    private static func parties(_ participant: Participant) -> [String] {
        let named = [participant.party, participant.authority].compactMap { kept($0) }
        return named.contains("TALIBAN") ? named + ["AFG"] : named
    }

    /// By what claims are found that may be of the same encounter: the pairs of their parties, and of a summit each party with
    /// itself. Of a gathering of more than twelve, those of the first twelve.
    var dyads: [Dyad] {
        let named = parties.prefix(12)
        let pairs = named.indices.flatMap { i in named[(i + 1)...].map { Dyad(named[i], $0) } }
        return isSummit ? pairs + named.map { Dyad($0, $0) } : pairs
    }
}

/// Two parties, in the order of their codes.
public struct Dyad: Hashable, Comparable, Sendable {
    public let first: String
    public let second: String

    public init(_ a: String, _ b: String) {
        first = min(a, b)
        second = max(a, b)
    }

    /// "CHN-RUS"
    public var code: String { "\(first)-\(second)" }

    public static func < (a: Dyad, b: Dyad) -> Bool { (a.first, a.second) < (b.first, b.second) }
}

/// The days in which the encounter of a claim can lie.
struct ClaimWindow: Hashable, Sendable {
    enum Basis: Int, Sendable {
        /// The report tells the day, or a few days.
        case day
        /// The report tells a week, a month or a part of one.
        case vague
        /// From the day of publication: news is of these days.
        case inferred
        /// Nothing is known.
        case open
    }

    /// The most days of a window.
    static let longest = 45

    let basis: Basis
    /// Days since 1970-01-01; both zero where nothing is known.
    let first: Int
    let last: Int

    init(basis: Basis, first: Int, last: Int) {
        self.basis = basis
        self.first = first
        self.last = last
    }

    init(_ claim: Encounter, published: Day?) {
        if let date = claim.date, (0...Self.longest).contains(date.end - date.start) {
            first = date.start.number
            last = date.end.number
            basis = date.precision == .day && last - first <= 4 ? .day : .vague
        } else if claim.date == nil, let day = published?.number, claim.reported {
            basis = .inferred
            switch claim.status {
            case .held, .underWay, .denied:
                first = day - 4
                last = day
            case .proposed, .announced:
                first = day
                last = day + 30
            case .postponed, .suspended, .cancelled, .declined, .lapsed:
                first = day - 4
                last = day + 30
            }
        } else {
            basis = .open
            first = 0
            last = 0
        }
    }

    /// Days between two windows; 0 where they overlap.
    func distance(to other: ClaimWindow) -> Int { max(0, first - other.last, other.first - last) }
}
