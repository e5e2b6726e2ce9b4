public import Diplomacy

/// What a dyad talked about, year by year.
///
/// Time O(n + years × issues) for n contacts.
public struct Agenda: Hashable, Sendable {
    /// An issue counts as newly raised where it was not raised in so many years before.
    public static let yearsUntilNew = 5
    /// An issue counts as dropped where it was not raised for so many whole years.
    public static let yearsUntilDropped = 3

    /// One issue of a year.
    public struct Issue: Hashable, Sendable {
        /// A code of the vocabulary.
        public var code: String
        /// Contacts that it was on the table of.
        public var count: Int { encounters.count }
        public var encounters: [String]
    }

    /// One year.
    public struct Year: Hashable, Sendable {
        public var year: Int
        /// Contacts of the year.
        public var n: Int
        /// Contacts whose reports tell an issue; the rest is silent about issues, which is not the same as having none.
        public var told: Int
        /// By count, the most first, then by code.
        public var issues: [Issue]
        /// Issues raised that were not raised in the five years before; `nil` where the record does not go back five years.
        public var newlyRaised: [String]?
        /// Issues of which this is the third year in a row without them; empty for a year that is not over, and where none of the three
        /// years tells any issue.
        public var dropped: [String] = []
        /// Σ p² over the shares p of the issues, 1/k to 1 (Herfindahl's index); `nil` without issues.
        public var concentration: Double?
        /// Cosine of the counts with those of the year before, 0 to 1; `nil` where either year tells no issue.
        public var likeness: Double?
        /// Whether the year was over on the day of the account.
        public var isWhole: Bool

        /// As many issues of equal share would be as concentrated.
        public var effectiveIssues: Double? { concentration.map { 1 / $0 } }
    }

    /// Every year from the first contact to the day of the account.
    public let years: [Year]
    public let window: ClosedRange<Day>?

    /// - Parameter contacts: in the order of time, none after `asOf`.
    init(of contacts: [Contact], asOf: Day) {
        guard let first = contacts.first?.day, first <= asOf else {
            (years, window) = ([], nil)
            return
        }
        window = first...asOf
        let periods = CalendarPeriod.all(.year, from: first, through: asOf)
        var years: [Year] = []
        var lastRaised: [String: Int] = [:]
        var firstTold: Int?
        var before: [String: Int] = [:]
        var next = 0
        var codes = Codes()
        for period in periods {
            var tally = Tally()
            let end = period.end
            while next < contacts.count, contacts[next].day <= end {
                tally.add(contacts[next], next, &codes)
                next += 1
            }
            var year = tally.year(period, codes.names, isWhole: end <= asOf)
            let told = Dictionary(year.issues.map { ($0.code, $0.count) }, uniquingKeysWith: +)
            if let firstTold, period.year - firstTold >= Self.yearsUntilNew {
                year.newlyRaised = told.keys.filter {
                    period.year - (lastRaised[$0] ?? .min / 2) > Self.yearsUntilNew
                }.sorted()
            }
            year.likeness = Self.cosine(before, told)
            for code in told.keys { lastRaised[code] = period.year }
            if year.told > 0, firstTold == nil { firstTold = period.year }
            years.append(year)
            if year.isWhole, years.suffix(Self.yearsUntilDropped).contains(where: { $0.told > 0 }) {
                years[years.count - 1].dropped =
                    lastRaised.filter { period.year - $0.value == Self.yearsUntilDropped }.keys.sorted()
            }
            before = told
        }
        self.years = years
    }

    /// Contacts whose reports tell an issue.
    public var n: Int { years.reduce(0) { $0 + $1.told } }

    /// The issues that occur, by number.
    private struct Codes {
        var names: [String] = []
        var places: [String: Int] = [:]
        /// The number of the last contact that each was on the table of.
        var last: [Int] = []

        mutating func place(of name: String) -> Int {
            if let place = places[name] { return place }
            places[name] = names.count
            names.append(name)
            last.append(-1)
            return names.count - 1
        }
    }

    /// Sums of one year while its contacts are read.
    private struct Tally {
        var n = 0
        var told = 0
        /// The encounters of each issue, by its number.
        var encounters: [[String]] = []

        /// - Parameter number: of the contact, so that an issue that it names twice counts once.
        mutating func add(_ contact: borrowing Contact, _ number: Int, _ codes: inout Codes) {
            n += 1
            if !contact.issues.isEmpty { told += 1 }
            for code in contact.issues {
                let place = codes.place(of: code)
                guard codes.last[place] != number else { continue }
                codes.last[place] = number
                while encounters.count <= place { encounters.append([]) }
                encounters[place].append(contact.encounter)
            }
        }

        func year(_ period: CalendarPeriod, _ names: [String], isWhole: Bool) -> Year {
            let issues = zip(names, encounters).filter { !$1.isEmpty }.map { Issue(code: $0, encounters: $1) }
                .sorted { ($1.count, $0.code) < ($0.count, $1.code) }
            let total = issues.reduce(0) { $0 + $1.count }
            let squares = issues.reduce(0.0) { $0 + Double($1.count) * Double($1.count) }
            return Year(
                year: period.year, n: n, told: told, issues: issues,
                concentration: total == 0 ? nil : squares / (Double(total) * Double(total)), isWhole: isWhole)
        }
    }

    private static func cosine(_ a: [String: Int], _ b: [String: Int]) -> Double? {
        func length(_ counts: [String: Int]) -> Double {
            counts.values.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
        }
        guard !a.isEmpty, !b.isEmpty else { return nil }
        let product = a.reduce(0.0) { $0 + Double($1.value) * Double(b[$1.key] ?? 0) }
        return min(1, product / (length(a) * length(b)))
    }
}
