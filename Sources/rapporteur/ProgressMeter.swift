import Desk
import Synchronization

/// Tells on standard error how far a command has come: all along on a terminal, once at the end elsewhere.
final class ProgressMeter: Sendable {
    private let started = monotonicSeconds()
    private let isShown = Output.error.isTerminal
    private let lastShown: Mutex<Double>

    init() { lastShown = Mutex(started) }

    /// Shows a line, at most five times a second; `line` is given the seconds since the meter was made.
    func show(_ line: (Double) -> String) {
        guard isShown else { return }
        let now = monotonicSeconds()
        let isDue = lastShown.withLock { last in
            guard now - last >= 0.2 else { return false }
            last = now
            return true
        }
        if isDue { Output.error.note("\r\u{1B}[K" + line(now - started)) }
    }

    /// "rapporteur: 7063 documents, 0 errors, 2.1 s"
    func finish(_ words: String) {
        Output.error.note(
            (isShown ? "\r\u{1B}[K" : "") + Self.line(words, seconds: monotonicSeconds() - started) + "\n")
    }

    static func line(_ words: String, seconds: Double) -> String {
        let tenths = Int((seconds * 10).rounded())
        return "rapporteur: \(words), \(tenths / 10).\(tenths % 10) s"
    }
}

extension Tally {
    /// "7063 documents, 0 errors"
    var words: String {
        "\(documents) document\(documents == 1 ? "" : "s"), \(errors) error\(errors == 1 ? "" : "s")"
    }
}
