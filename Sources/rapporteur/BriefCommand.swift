import ArgumentParser
import Diplomacy
import FoundationEssentials
import Glibc
import Lexicon
import Register
import Site

/// `rapporteur brief`: what became of a register since a time.
struct BriefCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract:
            "Tells what is new since a time: encounters, changed courses, disputes, one-sided readouts, what is expected.",
        discussion: """
            With --watch only what matches one of a file's queries, one a line, as `rapporteur search` has them; what stands after \
            a # is left out:

              dyad:RUS-CHN
              person:"Wang Yi"      # whomever he meets
              issue:arms-control origins:>1

            The mail form is a message for a program such as sendmail:

              rapporteur brief --register r.sqlite --since 2026-03-12 --format mail --to desk@example.org | sendmail -t
            """)

    enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, html, mail }

    @OptionGroup var file: RegisterOption

    @Option(help: ArgumentHelp("Since when: 2026-03-12, or a time of RFC 3339 in UTC.", valueName: "time|day"))
    var since: String

    @Option(help: ArgumentHelp("A file of queries: what is followed.", valueName: "file"))
    var watch: String?

    @Option(help: "What is printed.")
    var format = OutputFormat.text

    @Option(help: "Encounters of one kind that are told at most.")
    var limit = 30

    @Option(help: ArgumentHelp("The address of the site, to link to encounters.", valueName: "https://..."))
    var site: String?

    @Option(help: "Of the mail: who sends it.")
    var from: String?

    @Option(help: "Of the mail: who gets it.")
    var to: String?

    func validate() throws {
        try LogCommand.refuse(since: since)
        if limit < 1 { throw ValidationError("--limit: expected a number above 0, found \(limit).") }
    }

    func run() throws {
        try reporting {
            let register = try Register(path: file.register, access: .read)
            let lexicon = try Lexicon.program()
            let query = try watch.map { try Self.query(in: $0, lexicon) }
            let digest = try register.digest(since: since, of: query, limit: limit)
            let base = site.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
            let briefing = Briefing(digest, names: lexicon.names, base: base)
            switch format {
            case .text: try Output.standard.write(briefing.text())
            case .html: try Output.standard.write(briefing.html())
            case .mail: try Output.standard.write(briefing.mail(from: from, to: to, date: Self.now()))
            }
        }
    }

    /// The queries of a watch file, any of which may match.
    static func query(in path: String, _ lexicon: Lexicon) throws -> SearchQuery {
        let text = String(decoding: try Files.contents(path, expected: "a file of queries"), as: UTF8.self)
        let queries = try text.split(separator: "\n").enumerated().compactMap { number, line -> SearchQuery? in
            let words = Self.withoutRemark(line)
            guard !words.isEmpty else { return nil }
            do {
                return try SearchParser.query(words, partyCode: lexicon.partyCode)
            } catch let error as RegisterError {
                throw Failure("\(path):\(number + 1): \(error.message)", .usage)
            }
        }
        guard let first = queries.first else {
            throw Failure("expected queries in \"\(path)\", one a line, found none", .notADocument)
        }
        return queries.count == 1 ? first : .any(queries)
    }

    /// A line without its remark and without blanks at its ends; a # within quotation marks begins none.
    private static func withoutRemark(_ line: Substring) -> String {
        var isQuoted = false
        let words = line.prefix { character in
            if character == "\"" { isQuoted.toggle() }
            return isQuoted || character != "#"
        }
        let blank: (Character) -> Bool = { $0.isWhitespace }
        guard let first = words.firstIndex(where: { !blank($0) }), let last = words.lastIndex(where: { !blank($0) })
        else {
            return ""
        }
        return String(words[first...last])
    }

    /// This moment as RFC 5322 has it.
    private static func now() -> String {
        var (seconds, fields) = (time(nil), tm())
        gmtime_r(&seconds, &fields)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day =
            "\(days[Int(fields.tm_wday)]), \(two(fields.tm_mday)) \(months[Int(fields.tm_mon)]) \(fields.tm_year + 1900)"
        return "\(day) \(two(fields.tm_hour)):\(two(fields.tm_min)):\(two(fields.tm_sec)) +0000"
    }
}
