import Analysis
package import Contract
import Diplomacy

/// A number with all that it needs to be understood: what it rests on, over which days, by which formula; or why there is none.
///
/// Written as an object whose keys are sorted: `encounters` (those it rests on) or `rests_on` (the name of the list beside it that holds
/// them), `formula`, `interval`, `n`, `undefined`, `unit`, `value`, `window`. Either `value` or `undefined` is there, never both.
package struct MeasureJSON: JSONWritable {
    package enum Value: Sendable {
        case number(Double)
        case count(Int)
        case text(String)
    }

    /// What it rests on.
    package enum Basis: Sendable {
        case encounters([String])
        /// All of a list of the same object.
        case list(String)
        case none
    }

    private let value: Value?
    private let reason: String
    private let n: Int
    private let window: ClosedRange<Day>?
    private let formula: String
    private let unit: String?
    private let interval: ClosedRange<Double>?
    private let basis: Basis

    /// - Parameters:
    ///   - value: a number that is not finite is taken for none.
    ///   - reason: why there is none, "undefined: no contacts".
    init(
        _ value: Value?, undefined reason: String, n: Int, window: ClosedRange<Day>?, formula: String,
        unit: String? = nil, interval: ClosedRange<Double>? = nil, basis: Basis
    ) {
        if case .number(let number)? = value, !number.isFinite { self.value = nil } else { self.value = value }
        self.reason = reason
        self.n = n
        self.window = window
        self.formula = formula
        self.unit = unit
        self.interval = interval
        self.basis = basis
    }

    package func write(to out: inout JSONOutput) {
        out.object {
            if case .encounters(let encounters) = basis { $0.put("encounters", encounters) }
            $0.put("formula", formula)
            if value != nil { $0.put("interval", interval.flatMap { IntervalJSON($0) }) }
            $0.put("n", n)
            if case .list(let name) = basis { $0.put("rests_on", name) }
            if value == nil { $0.put("undefined", reason) }
            $0.put("unit", unit)
            switch value {
            case .number(let number): $0.put("value", number)
            case .count(let count): $0.put("value", count)
            case .text(let text): $0.put("value", text)
            case nil: break
            }
            $0.put("window", window.map { WindowJSON($0) })
        }
    }
}

/// Days from one to another, both included: `{"from":"2000-01-01","to":"2026-03-12"}`.
struct WindowJSON: JSONWritable {
    let days: ClosedRange<Day>

    init(_ days: ClosedRange<Day>) { self.days = days }

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("from", days.lowerBound.iso)
            $0.put("to", days.upperBound.iso)
        }
    }
}

/// `[low, high]`, both finite.
struct IntervalJSON: JSONWritable {
    let bounds: [Double]

    /// `nil` where a bound is not finite.
    init?(_ interval: ClosedRange<Double>) {
        guard interval.lowerBound.isFinite, interval.upperBound.isFinite else { return nil }
        bounds = [interval.lowerBound, interval.upperBound]
    }

    func write(to out: inout JSONOutput) { out.array(bounds) }
}

/// Which sources cover which days.
struct CoverageJSON: JSONWritable {
    let coverage: Coverage
    /// The days that are looked at.
    let window: ClosedRange<Day>?

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("changes", coverage.changes.map(ChangeJSON.init))
            $0.put("days_covered", window.map { coverage.exposure(from: $0.lowerBound, through: $0.upperBound) })
            $0.put("gaps", window.map { coverage.gaps(in: $0).map { WindowJSON($0) } })
            $0.put("last_day", coverage.covered.last?.upperBound.iso)
            $0.put("sources", coverage.stretches.map(StretchJSON.init))
        }
    }

    private struct ChangeJSON: JSONWritable {
        let change: Coverage.Change

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("began", change.began)
                $0.put("day", change.day.iso)
                $0.put("ended", change.ended)
                $0.put("sources", change.sources)
            }
        }
    }

    private struct StretchJSON: JSONWritable {
        let stretch: Coverage.Stretch

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("from", stretch.days.lowerBound.iso)
                $0.put("reports", stretch.reports)
                $0.put("source", stretch.source)
                $0.put("to", stretch.days.upperBound.iso)
            }
        }
    }
}

/// A finite number; a number that is none is left out.
func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }

/// JSON of a whole answer, with a line's end after it.
extension JSONWritable {
    /// The bytes of one JSON text (RFC 8259), without an end of line.
    package func bytes() -> [UInt8] {
        var out = JSONOutput()
        write(to: &out)
        return out.bytes
    }
}
