import ArgumentParser
import Lexicon
import Logging
import Register
import Site
import Diplomacy

/// `rapporteur serve`: a register in the browser.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Shows a register in the browser.",
        discussion: """
            The site only reads, and shows what is added while it runs. Every page is to be had as JSON at the same address with \
            .json, lists as .csv and .atom, what is expected as .ics; /openapi.json describes it. Stop it with Ctrl-C.

              rapporteur serve --register register.sqlite
            """)

    @OptionGroup var file: RegisterOption

    @Option(help: "The address to listen at. Others than this machine reach it only where you name one of theirs.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen at; 0 takes a free one.")
    var port = 8374

    @Option(help: ArgumentHelp("The path under which a proxy shows the site.", valueName: "/path"))
    var prefix = ""

    @Option(
        help: ArgumentHelp(
            "The address that readers know it by, for links in feeds and calendars.", valueName: "https://..."))
    var origin: String?

    @Option(help: "Milliseconds that the reading of one page may take.")
    var queryTime = SiteLimits().queryTime

    @Flag(help: "Write a line of JSON for each request on standard error.")
    var log = false

    func validate() throws {
        if !(0...65_535).contains(port) {
            throw ValidationError("--port: expected a number from 0 to 65535, found \(port).")
        }
        if !prefix.isEmpty, !prefix.hasPrefix("/") || prefix.hasSuffix("/") {
            throw ValidationError("--prefix: expected a path such as /register, found \"\(prefix)\".")
        }
        if let origin, !origin.hasPrefix("http://") && !origin.hasPrefix("https://") || origin.hasSuffix("/") {
            throw ValidationError("--origin: expected an address such as https://example.org, found \"\(origin)\".")
        }
        if queryTime < 1 { throw ValidationError("--query-time: expected a number above 0, found \(queryTime).") }
    }

    func run() async throws {
        let (host, prefix) = (host, prefix)
        do {
            let register = try Register(path: file.register, access: .read)
            let lexicon = try Lexicon.program()
            var limits = SiteLimits()
            limits.queryTime = queryTime
            let site = Site(
                register: register, names: lexicon.names, prefix: prefix, origin: origin ?? "http://\(host):\(port)",
                limits: limits)
            var logger = Logger(label: "rapporteur") { _ in JSONLog() }
            logger.logLevel = log ? .info : .warning
            try await Server(site: site, logger: logger).run(host: host, port: port) { port in
                Output.error.note("rapporteur: http://\(host):\(port)\(prefix)/ · Ctrl-C stops it\n")
            }
        } catch let error as RegisterError {
            throw reported(error)
        } catch let error as Failure {
            throw reported(error)
        } catch {
            let what = "expected to listen at \(host):\(port), found \"\(error)\"; name another --port or --host"
            throw Failure(what, .busy).reported()
        }
    }
}

extension Lexicon {
    /// What the site knows of names.
    var names: Names {
        // asked for hundreds of times a page: the lexicon would look through all its parties each time
        let parties = Dictionary((0..<partyCount).map { (partyCode($0), party($0).name) }) { first, _ in first }
        return Names(party: { parties[$0] ?? $0 }, code: { partyCode($0) }, terms: { terms(of: $0) })
    }

    /// The offices of a person whose name is written as the lexicon has it, the latest first.
    private func terms(of name: String) -> [Names.Term] {
        let persons = (0..<personCount).filter { person($0).name == name }
        return persons.flatMap { person($0).terms.map { term($0) } }
            .sorted { ($1.from?.number ?? .min) < ($0.from?.number ?? .min) }
            .map { term in
                let office = office(term.office)
                return Names.Term(
                    office: term.title.isEmpty ? office.title : term.title, party: partyCode(term.party),
                    from: term.span.began?.iso, to: term.span.ended?.iso)
            }
    }
}
