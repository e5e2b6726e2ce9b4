import ArgumentParser
import Glibc
import Wording

enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

/// How text for people is printed.
struct PrintOptions: ParsableArguments {
    @Option(help: "Columns of the printed text, at least 40 (default: the terminal's, else 80).")
    var width: Int?

    @Option(help: "Colours: auto is on a terminal unless NO_COLOR is set.")
    var color = ColorChoice.auto

    func validate() throws {
        if let width, width < RecordPrinter.leastWidth {
            throw ValidationError("--width: expected at least \(RecordPrinter.leastWidth) columns, found \(width).")
        }
    }

    /// Whether charts may hold more than ASCII: the locale is one of UTF-8, or none is chosen.
    var isUnicode: Bool {
        let variables: [String] = ["LC_ALL", "LC_CTYPE", "LANG"]
        let chosen = variables.compactMap { name -> String? in getenv(name).map { String(cString: $0) } }
        guard let locale = chosen.first(where: { !$0.isEmpty })?.uppercased() else { return true }
        return locale == "C" || locale == "POSIX" || locale.contains("UTF-8") || locale.contains("UTF8")
    }

    var columns: Int { width ?? Output.standard.columns ?? 80 }

    var isColored: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto:
            Output.standard.isTerminal && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
                && getenv("TERM").map { String(cString: $0) != "dumb" } ?? true
        }
    }
}
