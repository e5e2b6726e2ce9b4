public import Diplomacy

/// What tells whether an encounter takes place in the course of a visit.
public struct Stay: Hashable, Sendable {
    public let id: String
    let isVisit: Bool
    let first: Int
    let last: Int
    let country: String?
    let happened: Bool
    /// Its means allow that it was face to face.
    let isInPerson: Bool
    /// Sorted.
    let dyads: [Dyad]

    /// - Returns: `nil` for an encounter without a day, which is no part of a visit and has none.
    public init?(_ encounter: RegisteredEncounter) {
        guard let date = encounter.date else { return nil }
        id = encounter.id
        isVisit = encounter.kind == .visit
        first = date.start.number
        last = date.end.number
        country = ClaimFacts.kept(encounter.place?.country)
        happened = encounter.status.happened
        isInPerson = [.inPerson, .unknown].contains(encounter.medium)
        dyads = encounter.dyads.map { Dyad(ClaimFacts.kept($0.first) ?? "", ClaimFacts.kept($0.second) ?? "") }.sorted()
    }

    /// Whether others can take place in its course: it is a visit, and no longer than one.
    public var isCourse: Bool { isVisit && last - first <= RegisteredEncounter.longestVisit }

    func isPart(of visit: Stay) -> Bool {
        guard visit.isCourse, !isVisit, isInPerson, visit.first <= first, last <= visit.last, happened == visit.happened
        else { return false }
        if let here = country, let there = visit.country, here != there { return false }
        return Corroborator.leastShared(dyads, visit.dyads) != nil
    }
}

/// The visits of a whole, found by their parties.
public struct Visits: Sendable {
    private var byDyad: [Dyad: [Stay]] = [:]

    /// - Parameter stays: of any encounters; those that are no visits are left out.
    public init(_ stays: some Sequence<Stay>) {
        for stay in stays where stay.isCourse {
            for dyad in stay.dyads { byDyad[dyad, default: []].append(stay) }
        }
        for dyad in byDyad.keys { byDyad[dyad]?.sort { ($0.first, $0.id) < ($1.first, $1.id) } }
    }

    public var isEmpty: Bool { byDyad.isEmpty }

    /// The relations of an encounter to the visits that it is part of.
    ///
    /// - Complexity: the visits of its dyads in the month before it, and a search for the first of them.
    public func relations(of stay: Stay) -> [Relation] {
        if stay.isVisit || byDyad.isEmpty { return [] }
        var ids: Set<String> = []
        for dyad in stay.dyads {
            guard let visits = byDyad[dyad] else { continue }
            for visit in visits[Self.start(stay.first - RegisteredEncounter.longestVisit, in: visits)...] {
                if visit.first > stay.first { break }
                if stay.isPart(of: visit) { ids.insert(visit.id) }
            }
        }
        return RegisteredEncounter.relations(toVisits: ids)
    }

    /// The place of the first visit that begins on a day or later.
    private static func start(_ day: Int, in visits: [Stay]) -> Int {
        var (low, high) = (0, visits.count)
        while low < high {
            let middle = (low + high) / 2
            if visits[middle].first < day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

// A stay as a line of text, as ``ClaimFacts/packed`` is.
extension Stay {
    private static let fields = "\u{1F}"

    /// Fields between unit separators, no tabs; reads back by ``init(packed:)``.
    public var packed: String {
        let flags = [isVisit, happened, isInPerson].map { $0 ? "1" : "0" }.joined()
        return ([id, flags, "\(first)", "\(last)", country ?? ""] + dyads.flatMap { [$0.first, $0.second] })
            .joined(separator: Self.fields)
    }

    /// `nil` where the text is none.
    public init?(packed: String) {
        let fields = packed.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        guard fields.count >= 5, fields.count % 2 == 1, fields[1].utf8.count == 3, let first = Int(fields[2]),
            let last = Int(fields[3]), BlockKey.days.contains(first), BlockKey.days.contains(last)
        else { return nil }
        let flags = fields[1].utf8.map { $0 == UInt8(ascii: "1") }
        id = fields[0]
        isVisit = flags[0]
        happened = flags[1]
        isInPerson = flags[2]
        self.first = first
        self.last = last
        country = fields[4].isEmpty ? nil : fields[4]
        dyads = stride(from: 5, to: fields.count, by: 2).map { Dyad(fields[$0], fields[$0 + 1]) }.sorted()
    }
}
