import Diplomacy

/// How well two claims fit one encounter: points for and against, added up.
///
/// The points are evidence in the manner of record linkage (I. P. Fellegi and A. B. Sunter, "A Theory for Record Linkage",
/// 1969): each field gives what its agreement or its difference tells, independently of the others. They were set by hand
/// and checked on `data/cases`.
enum Matching {
    /// Claims whose windows lie further apart than so many days are never compared.
    static let reach = 7
    /// The least points that tie two claims.
    static let link = 3.0

    /// Points by field; 0 where a field tells nothing.
    struct Points {
        var persons = 0.0
        var dates = 0.0
        var place = 0.0
        var medium = 0.0
        var series = 0.0
        /// Both are the news of their reports; the fates differ; the texts are copies.
        var standing = 0.0

        var sum: Double { persons + dates + place + medium + series + standing }
    }

    /// Points of two claims; `nil` where they cannot be one encounter whatever else they share. Two that have but one party in
    /// common say nothing of each other, unless both tell of a summit that one person attends on one day.
    static func points(_ a: ClaimFacts, _ b: ClaimFacts) -> Points? {
        guard let series = series(a.series, b.series), let dates = dates(a, b), let persons = persons(a, b) else {
            return nil
        }
        guard shareTwoParties(a, b) || a.isSummit && b.isSummit && persons >= 2 && dates >= 3 else { return Points() }
        var points = Points(persons: persons, dates: dates, place: place(a, b), medium: medium(a.medium, b.medium))
        points.series = series
        if a.isPrincipal && b.isPrincipal { points.standing += 1 }
        if a.status.happened != b.status.happened, !isAhead(a.status), !isAhead(b.status) { points.standing -= 0.5 }
        if a.isPrincipal, b.isPrincipal, let one = a.sketch, let two = b.sketch, one.similarity(to: two) >= 0.5 {
            points.standing += 3
        }
        return points
    }

    private static func isAhead(_ status: Status) -> Bool { status == .announced || status == .proposed }

    static func shareTwoParties(_ a: ClaimFacts, _ b: ClaimFacts) -> Bool {
        var shared = 0
        for party in a.parties where b.parties.contains(party) {
            shared += 1
            if shared == 2 { return true }
        }
        return false
    }

    /// Named persons of the parties in common: the same ones, or others.
    private static func persons(_ a: ClaimFacts, _ b: ClaimFacts) -> Double? {
        var points = 0.0
        for party in a.parties where b.parties.contains(party) {
            var best: PersonName.Likeness?
            for one in a.persons where one.party == party {
                for other in b.persons where other.party == party {
                    let likeness = best == .same ? .same : one.name.likeness(to: other.name)
                    if best == nil || best == .different || likeness == .same { best = likeness }
                }
            }
            guard let best else { continue }
            switch best {
            case .same: points += 2
            case .similar: points += 0.5
            case .different: points -= 3
            }
        }
        return points <= -6 ? nil : min(points, 4)
    }

    private static func dates(_ a: ClaimFacts, _ b: ClaimFacts) -> Double? {
        let (one, two) = (a.window, b.window)
        if one.basis == .open || two.basis == .open { return 0 }
        let distance = one.distance(to: two)
        guard distance <= reach else { return nil }
        let fate = !a.status.happened || !b.status.happened
        switch (one.basis, two.basis) {
        case (.day, .day):
            if distance == 0 { return 3 }
            // calls follow each other day by day
            if a.medium == .phone, b.medium == .phone, !fate { return -2 * Double(distance) }
            // a plan's day moves, and is told loosely
            return fate ? 1 - 0.5 * Double(distance) : distance == 1 ? 0 : -1.2 * Double(distance)
        case (.inferred, .inferred):
            guard let x = a.published, let y = b.published else { return 0 }
            let gap = abs(x - y)
            return gap <= 2 ? 2 : gap <= 7 ? 0.5 : fate ? -0.1 * Double(gap) : -0.7 * Double(gap)
        case (.vague, _), (_, .vague):
            return distance == 0 ? 1 : -0.7 * Double(distance)
        default:
            return distance == 0 ? 1.5 : -0.7 * Double(distance)
        }
    }

    private static func place(_ a: ClaimFacts, _ b: ClaimFacts) -> Double {
        guard let one = a.country, let two = b.country else { return 0 }
        let trust = a.hasStatedPlace && b.hasStatedPlace ? 1.0 : 0.5
        guard one == two else { return -2.5 * trust }
        guard let city = a.city, let other = b.city else { return 0.7 * trust }
        return city == other || city.contains(other) || other.contains(city) ? 1.5 * trust : -0.7
    }

    private static func medium(_ a: Medium, _ b: Medium) -> Double {
        if a == .unknown || b == .unknown { return 0 }
        if a == b || a == .hybrid || b == .hybrid { return 0.5 }
        return -2.5
    }

    /// `nil` for two rounds of one dialogue.
    private static func series(_ a: Series?, _ b: Series?) -> Double? {
        guard let a, let b else { return 0 }
        if let one = a.round, let two = b.round, one != two, a.code == b.code { return nil }
        guard let code = a.code, code == b.code else { return 0 }
        return a.round != nil && a.round == b.round ? 2 : 1
    }

    /// Whether two claims of one report can be of one encounter: a report that tells of two days, means or cities tells of two.
    static func mayShareReport(_ a: ClaimFacts, _ b: ClaimFacts) -> Bool {
        if a.window.basis == .day, b.window.basis == .day, a.window.distance(to: b.window) > 0 { return false }
        if a.medium != b.medium, a.medium != .unknown, b.medium != .unknown { return false }
        if let one = a.city, let two = b.city, !one.contains(two), !two.contains(one) { return false }
        return a.country == nil || b.country == nil || a.country == b.country
    }
}
