import Analysis
package import Corroboration
package import Diplomacy
package import Register

/// How dyads vote together beside how much they talk: two axes, which are never made into one number.
package struct BeyondDossier: Sendable {
    /// How near two parties are in their votes.
    package enum Measure: String, Sendable, CaseIterable {
        /// The mean of 1 − |x − y| / 2 over the common votes of the years, 0 to 1.
        case agreement
        /// Scott's π of the same votes with linear weights, -1 to 1.
        case pi
        /// The mean over the sessions of the distance of the two ideal points, 0 or more.
        case distance
    }

    /// A dyad in some years.
    package struct Station: Hashable, Sendable {
        package var years: ClosedRange<Int>
        /// The measure's value.
        package var alignment: Double
        /// Common votes; for ``Measure/distance`` the sessions in which both are placed.
        package var n: Int
        package var contacts: Int
        /// Years of the span, in days of 1/365.2425, from the first day covered to the day of the account; at least ½.
        package var exposure: Double

        /// Contacts a covered year.
        package var dialogue: Double { Double(contacts) / exposure }
    }

    package struct Point: Sendable {
        package var dyad: Dyad
        package var station: Station
        /// The encounters of the station's contacts.
        package var encounters: [String]
        /// Windows of ``pathYears`` years, the earliest first, those without votes or contacts left out.
        package var path: [Station]
    }

    /// How many years a station of the path has.
    package static let pathYears = 5
    /// The least number of contacts that a dyad has in all, where nothing else is asked for.
    package static let usualLeast = 10

    package let measure: Measure
    package let least: Int
    package let asOf: Day
    /// The years of the points; `nil` without votes.
    package let years: ClosedRange<Int>?
    /// Those with the most contacts in the years first.
    package let points: [Point]
    /// Dyads with enough contacts in all and with votes, but without a contact in the years.
    package let silent: [Dyad]
    /// Dyads with enough contacts that have no common votes in the years, or for whom the measure is not defined there.
    package let unaligned: [Dyad]
    /// Dyads with enough contacts of which less than half a year is covered in the years.
    package let uncovered: [Dyad]
    /// The first and the last year in which a session with votes opened.
    package let voteYears: ClosedRange<Int>?
    package let dataSet: DataSet?
    /// From the first day that is covered for any of the dyads to the day of the account.
    package let contactDays: ClosedRange<Day>?

    /// Why there is nothing to show; `nil` where there is.
    package var undefined: String? {
        guard let years else { return "undefined: no votes in the register; `rapporteur import votes` brings them" }
        guard points.isEmpty else { return nil }
        let told = years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound) to \(years.upperBound)"
        return "undefined: no dyad with at least \(least) contacts that has both contacts and common votes in \(told)"
    }
}

extension Register {
    /// Alignment and dialogue of all dyads with enough contacts.
    ///
    /// A session's votes count for the year in which it opened. O(dyads · sessions), and the reading of all votes.
    ///
    /// - Parameters:
    ///   - years: of the points; `nil` for the last five in which a session with votes opened.
    ///   - least: contacts that a dyad has in all.
    package func beyond(
        measure: BeyondDossier.Measure = .agreement, years: ClosedRange<Int>? = nil,
        least: Int = BeyondDossier.usualLeast, asOf: Day? = nil
    ) throws -> BeyondDossier {
        let asOf = try asOf ?? accountDay() ?? Day(number: 0)
        let spans = try coveredSpans()
        let dyads = try dyads(asOf: asOf).contacts.filter { $0.value.count >= max(1, least) }
            .map { dyad, contacts in
                let first = contacts.first?.day ?? asOf
                return BeyondDyad(dyad: dyad, contacts: contacts, began: min(first, spans[dyad]?.lowerBound ?? first))
            }.sorted { $0.dyad < $1.dyad }
        let votes = BeyondVotes(try votes(), idealPoints: measure == .distance ? try idealPoints() : [])
        let dataSet = try dataSets().first { $0.name == AlignmentDossier.dataSetName }
        return BeyondDossier(measure, years: years, least: max(1, least), asOf: asOf, dyads, votes, dataSet)
    }
}

/// The contacts of one dyad, and from when on they are covered.
struct BeyondDyad {
    var dyad: Dyad
    /// In the order of days.
    var contacts: [Contact]
    var began: Day

    func contacts(in years: ClosedRange<Int>) -> ArraySlice<Contact> {
        let (low, high) = (place(of: years.lowerBound), place(of: years.upperBound + 1))
        return contacts[low..<max(low, high)]
    }

    /// The place of the first contact that is not before a year.
    private func place(of year: Int) -> Int {
        guard let start = Day(year: year, month: 1, day: 1) else { return year < 1 ? 0 : contacts.count }
        var (low, high) = (0, contacts.count)
        while low < high {
            let middle = (low + high) / 2
            if contacts[middle].day < start { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Covered years within some years, by days.
    func exposure(in years: ClosedRange<Int>, asOf: Day) -> Double {
        guard let start = Day(year: years.lowerBound, month: 1, day: 1),
            let end = Day(year: years.upperBound, month: 12, day: 31)
        else { return 0 }
        let days = min(end, asOf) - max(start, began) + 1
        return Double(max(0, days)) / 365.2425
    }
}

/// All votes, session by session, and all positions.
struct BeyondVotes {
    /// In the order of their years.
    private let sessions: [(year: Int, votes: SessionVotes)]
    private let positions: [Int: [String: Double]]
    /// From the first year in which a session with votes opened to the last.
    let years: ClosedRange<Int>?

    init(_ sessions: [VoteSession], idealPoints: [StoredIdealPoint]) {
        let ordered = sessions.filter { !$0.rollCalls.isEmpty && !$0.parties.isEmpty }
            .map { (year: AlignmentDossier.year(ofSession: $0.number), votes: SessionVotes($0)) }.sorted {
                $0.year < $1.year
            }
        self.sessions = ordered
        var positions: [Int: [String: Double]] = [:]
        for point in idealPoints where point.position.isFinite {
            positions[AlignmentDossier.year(ofSession: point.session), default: [:]][point.party] = point.position
        }
        self.positions = positions
        years = ordered.first.flatMap { first in ordered.last.map { first.year...$0.year } }
    }

    /// The last so many years in which a session with votes opened, as one span.
    func last(_ count: Int) -> ClosedRange<Int>? {
        guard let years else { return nil }
        return max(years.lowerBound, years.upperBound - count + 1)...years.upperBound
    }

    /// A measure of two parties over some years, and on how many votes or sessions it rests; `nil` where it is not defined.
    func value(_ measure: BeyondDossier.Measure, _ dyad: Dyad, in years: ClosedRange<Int>) -> (value: Double, n: Int)? {
        if measure == .distance {
            let distances = sessions.filter { years.contains($0.year) }.compactMap { session -> Double? in
                let points = positions[session.year]
                guard let one = points?[dyad.first], let other = points?[dyad.second] else { return nil }
                return abs(one - other)
            }
            guard !distances.isEmpty else { return nil }
            return (distances.reduce(0, +) / Double(distances.count), distances.count)
        }
        let table = sessions.reduce(into: VoteTable()) { sum, session in
            guard years.contains(session.year) else { return }
            sum = sum + session.votes.table(dyad.first, dyad.second)
        }
        let value = measure == .pi ? table.pi(.linear) : table.agreement
        return value.map { ($0, table.n) }
    }
}

extension BeyondDossier {
    /// Less than so much of a year, in years, tells no rate.
    private static let leastExposure = 0.5

    init(
        _ measure: Measure, years: ClosedRange<Int>?, least: Int, asOf: Day, _ dyads: [BeyondDyad],
        _ votes: BeyondVotes,
        _ dataSet: DataSet?
    ) {
        self.measure = measure
        self.least = least
        self.asOf = asOf
        self.dataSet = dataSet
        voteYears = votes.years
        let years = votes.years == nil ? nil : years?.clamped(to: 1...9998) ?? votes.last(Self.pathYears)
        self.years = years
        contactDays = dyads.map(\.began).min().flatMap { $0 <= asOf ? $0...asOf : nil }
        var points: [Point] = []
        var (silent, unaligned, uncovered): ([Dyad], [Dyad], [Dyad]) = ([], [], [])
        func station(_ dyad: BeyondDyad, _ years: ClosedRange<Int>) -> Station? {
            let exposure = dyad.exposure(in: years, asOf: asOf)
            guard exposure >= Self.leastExposure, let found = votes.value(measure, dyad.dyad, in: years) else {
                return nil
            }
            return Station(
                years: years, alignment: found.value, n: found.n, contacts: dyad.contacts(in: years).count,
                exposure: exposure)
        }
        for dyad in years == nil ? [] : dyads {
            guard let years else { break }
            if dyad.exposure(in: years, asOf: asOf) < Self.leastExposure {
                uncovered.append(dyad.dyad)
            } else if let here = station(dyad, years) {
                guard here.contacts > 0 else {
                    silent.append(dyad.dyad)
                    continue
                }
                let path = Self.windows(votes.years, until: years.upperBound).compactMap { station(dyad, $0) }
                    .filter { $0.contacts > 0 }
                points.append(
                    Point(
                        dyad: dyad.dyad, station: here,
                        encounters: dyad.contacts(in: years).flatMap(\.encounters), path: path))
            } else {
                unaligned.append(dyad.dyad)
            }
        }
        self.points = points.sorted { a, b in
            a.station.contacts != b.station.contacts ? a.station.contacts > b.station.contacts : a.dyad < b.dyad
        }
        self.silent = silent
        self.unaligned = unaligned
        self.uncovered = uncovered
    }

    /// Windows of ``pathYears`` years that end with a year, back to the first with votes, the earliest first.
    static func windows(_ votes: ClosedRange<Int>?, until last: Int) -> [ClosedRange<Int>] {
        guard let votes else { return [] }
        let last = min(last, votes.upperBound)
        var windows: [ClosedRange<Int>] = []
        var end = last
        while end - Self.pathYears + 1 >= votes.lowerBound {
            windows.append(end - Self.pathYears + 1...end)
            end -= Self.pathYears
        }
        return windows.reversed()
    }
}
