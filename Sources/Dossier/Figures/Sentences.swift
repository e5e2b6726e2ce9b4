package import Analysis
import Charts
package import Diplomacy

// Sentences that stand under more than one figure: what is counted, and which days are known.

extension ContactBook {
    /// What counts as a contact.
    package static let rule =
        "A contact is an encounter that took place between officials of both sides (government, armed forces), incumbent or acting; a visit "
        + "and what took place in its course count once, as does what took place on one day."

    /// How many encounters the count leaves out.
    package var apartSentence: String {
        if apart.isEmpty { return "No encounter is shown apart." }
        let all = apart.count == 1 ? "1 encounter is" : "\(Numeral.brief(apart.count)) encounters are"
        return "\(all) shown apart and not counted (parliaments, parties, business, persons not in office)."
    }
}

extension Coverage {
    /// The stretches of some days that no source covers, in order.
    package func gaps(in window: ClosedRange<Day>) -> [ClosedRange<Day>] {
        var gaps: [ClosedRange<Day>] = []
        var next = window.lowerBound
        for days in covered where days.upperBound >= next && days.lowerBound <= window.upperBound {
            if days.lowerBound > next { gaps.append(next...(days.lowerBound - 1)) }
            next = days.upperBound + 1
        }
        if next <= window.upperBound { gaps.append(next...window.upperBound) }
        return gaps
    }

    /// How many gaps are told with their days.
    static let mostGapsTold = 4

    /// Which sources tell of how many of some days, and which days none covers.
    package func sentence(in window: ClosedRange<Day>) -> String {
        guard let last = covered.last?.upperBound else {
            return "Coverage: it is not known which days the sources cover."
        }
        let names = sources
        let told = names.prefix(3).joined(separator: ", ")
        let rest = names.count > 3 ? " and \(Numeral.brief(names.count - 3)) more" : ""
        let text =
            "Sources: \(told)\(rest); last day covered \(min(last, window.upperBound).iso)."
        let gaps = gaps(in: window)
        guard !gaps.isEmpty else { return "\(text) Every day of the window is covered." }
        let all = window.length
        let days = gaps.reduce(0) { $0 + $1.length }
        let longest = gaps.indices.sorted { a, b in
            let (one, other) = (gaps[a].length, gaps[b].length)
            return one != other ? one > other : a < b
        }.prefix(Self.mostGapsTold).sorted()
        let list = longest.map { "\(gaps[$0].lowerBound.iso) to \(gaps[$0].upperBound.iso)" }
            .joined(separator: ", ")
        let more =
            gaps.count > longest.count ? " and \(Numeral.brief(gaps.count - longest.count)) shorter stretches" : ""
        return "\(text) Not covered are \(Numeral.brief(days)) of \(Numeral.brief(all)) days: \(list)\(more)."
    }
}

extension ClosedRange<Day> {
    /// "2000-01-01 to 2026-03-12".
    package var words: String { "\(lowerBound.iso) to \(upperBound.iso)" }

    package var length: Int { upperBound - lowerBound + 1 }
}

/// "1 contact", "12 contacts".
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(Numeral.brief(count)) \(count == 1 ? one : many ?? one + "s")"
}

/// A number with so many decimals; what is no number is told as such.
func decimal(_ value: Double, _ decimals: Int) -> String { Numeral.fixed(value, decimals: decimals) ?? "no number" }

/// "3.2 (95 %: 2.1 to 4.4)".
func decimal(_ value: Double, _ interval: ClosedRange<Double>, _ decimals: Int, share: Int) -> String {
    "\(decimal(value, decimals)) (\(share)\u{A0}%: \(decimal(interval.lowerBound, decimals)) to \(decimal(interval.upperBound, decimals)))"
}
