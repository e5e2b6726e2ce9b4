package import Diplomacy

/// The record's vocabularies in words for people.
package enum Phrases {
    package static func words(_ code: String) -> String { String(code.map { $0 == "-" ? " " : $0 }) }

    package static func medium(_ medium: Medium) -> String? {
        switch medium {
        case .inPerson: "in person"
        case .phone: "by telephone"
        case .video: "by video link"
        case .letter: "in writing"
        case .hybrid: "partly by video link"
        case .unknown: nil
        }
    }

    package static func format(_ format: Format) -> String? {
        switch format {
        case .direct: "directly"
        case .indirect: "indirectly"
        case .mixed: "directly and indirectly"
        case .shuttle: "by shuttle diplomacy"
        case .unknown: nil
        }
    }

    package static func level(_ level: Level) -> String {
        switch level {
        case .organisationHead: "at the level of heads of organisations"
        case .parliament: "at the level of parliaments"
        case .nonOfficial: "at a non-official level"
        case .working: "at working level"
        default: "at the level of \(words(level.rawValue))s"
        }
    }

    package static func grade(_ grade: Grade) -> String {
        switch grade {
        case .named: "by name"
        case .spokesperson: "a spokesperson or service"
        case .unnamedOfficial: "an official without a name"
        case .briefedSource: "a source without a name"
        case .mediaOnly: "media alone"
        }
    }

    package static func outcome(_ kind: OutcomeKind) -> String {
        switch kind {
        case .notStated: "not stated"
        case .notApplicable: "none, for it did not take place"
        case .noneReported: "nothing was agreed or announced"
        case .noAgreement: "no agreement was reached"
        case .brokeDown: "it broke down"
        case .understanding: "an understanding"
        case .agreedToContinue: "they agreed to go on"
        case .jointStatement: "a joint statement"
        case .memorandumSigned: "a memorandum was signed"
        case .initialled: "a text was initialled"
        case .agreementSigned: "an agreement was signed"
        case .ceasefireAgreed: "a ceasefire was agreed"
        case .exchangeAgreed: "an exchange was agreed"
        case .sanctionsEased: "sanctions were eased"
        case .commitment: "a commitment"
        }
    }

    package static func relation(_ kind: RelationKind) -> String {
        switch kind {
        case .partOf: "part of"
        case .onMarginsOf: "on the margins of"
        case .prepares: "prepares"
        case .follows: "follows"
        case .replaces: "replaces"
        case .returnVisit: "return visit for"
        case .sameProcess: "in one process with"
        }
    }

    package static func status(_ status: Status) -> String {
        switch status {
        case .underWay: "under way"
        case .cancelled: "called off"
        case .lapsed: "the day passed without a report of it"
        default: status.rawValue
        }
    }

    package static func style(_ status: Status) -> Style {
        switch status {
        case .held, .underWay: .good
        case .proposed, .announced, .postponed, .suspended: .pending
        case .cancelled, .declined, .denied, .lapsed: .bad
        }
    }

    // MARK: - Numbers

    /// A share as one of a hundred; what is nearly nothing or nearly all is not rounded to it.
    package static func percent(_ share: Double) -> String {
        if share > 0, share < 0.005 { return "<1 %" }
        return share < 1 && share > 0.995 ? ">99 %" : "\(Int((share * 100).rounded())) %"
    }

    /// A number with so many decimals.
    package static func number(_ value: Double, _ decimals: Int) -> String {
        guard value.isFinite else { return "undefined" }
        let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
        let whole = (value.magnitude * scale).rounded()
        guard whole < 1e15 else { return String(value) }
        let digits = String(Int(whole))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let sign = value < 0 && whole > 0 ? "-" : ""
        return decimals == 0 ? sign + padded : "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
    }

    // MARK: - Dates

    package static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    package static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    package static func day(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return "\(number) \(months[month - 1]) \(year)"
    }

    /// "March 2026"
    package static func month(_ day: Day) -> String {
        let (year, month, _) = day.civil
        return "\(months[month - 1]) \(year)"
    }

    /// "1 February 2026", "March 2026", "3 to 9 March 2026": without the weekday and the time.
    package static func shortDate(_ date: PartialDate) -> String {
        switch date.precision {
        case .month: return month(date.start)
        case .year: return "\(date.start.civil.year)"
        default: return range(date.start, date.end)
        }
    }

    /// "2026-03-12 09:30" of a time in RFC 3339.
    package static func moment(_ time: String) -> String { String(time.prefix(16).replacing("T", with: " ")) }

    /// "Wednesday 11 March 2026, 14:30 (Moscow time)".
    package static func date(_ date: PartialDate) -> String {
        let (year, month, _) = date.start.civil
        var words: String
        switch date.precision {
        case .day where date.start == date.end: words = "\(weekdays[date.start.weekday - 1]) \(day(date.start))"
        case .month: words = "\(months[month - 1]) \(year)"
        case .year: words = "\(year)"
        case .week where date.start != date.end: words = "the week of \(range(date.start, date.end))"
        default: words = range(date.start, date.end)
        }
        if let time = date.time { words += ", \(time)" + (date.zone.map { " \($0)" } ?? "") }
        if let minutes = date.durationMinutes { words += ", for \(minutes) minutes" }
        return words
    }

    /// "3 to 9 March 2026".
    private static func range(_ start: Day, _ end: Day) -> String {
        if start == end { return day(start) }
        let (first, last) = (start.civil, end.civil)
        if first.year != last.year { return "\(day(start)) to \(day(end))" }
        if first.month != last.month { return "\(first.day) \(months[first.month - 1]) to \(day(end))" }
        return "\(first.day) to \(day(end))"
    }

    /// "A, B and C".
    package static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    /// "20th".
    package static func ordinal(_ number: Int) -> String {
        let ending =
            switch (number % 100, number % 10) {
            case (11...13, _): "th"
            case (_, 1): "st"
            case (_, 2): "nd"
            case (_, 3): "rd"
            default: "th"
            }
        return "\(number)\(ending)"
    }

    /// "one report", "12 reports".
    package static func count(_ number: Int, _ thing: String) -> String {
        number == 1 ? "one \(thing)" : "\(number) \(thing)s"
    }

    /// "Villa Abamelek, Rome, Italy"; `nil` for a place of which nothing is told.
    package static func place(_ place: Place, partyName: (String) -> String) -> String? {
        let parts = [place.venue, place.name, place.country.map(partyName)].compactMap { $0 }
        let distinct = parts.enumerated().filter { i, part in parts.firstIndex(of: part) == i }.map(\.element)
        guard !distinct.isEmpty else { return nil }
        let basis: String =
            switch place.basis {
            case .stated: ""
            case .hostCapital: " (the host's capital; the text names no city)"
            case .curated: " (set by a curator)"
            }
        return distinct.joined(separator: ", ") + basis
    }
}
