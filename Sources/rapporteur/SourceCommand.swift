import Archives
import ArgumentParser
import Contract
import Desk
import Diplomacy
import FoundationEssentials
import Hypertext
import Reading
import Register
import Wording

/// `rapporteur source`: the feeds and pages that a register watches.
struct SourceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source", abstract: "Keeps the list of feeds and pages that a register watches.",
        discussion: """
            `rapporteur watch` asks them. A source is a feed (RSS, Atom, JSON Feed), a sitemap with news, or a page whose changes \
            matter. `rapporteur sources` tells how publishers fared in disputes.

              rapporteur source add --register r.sqlite https://example.org/rss.xml --kind official --country RUS
            """,
        subcommands: [
            SourceListCommand.self, SourceAddCommand.self, SourceImportCommand.self, SourcePauseCommand.self,
            SourceResumeCommand.self, SourceRemoveCommand.self,
        ])
}

/// The publisher to whom a source's reports belong, where they do not say so themselves.
struct PublisherOptions: ParsableArguments {
    @Option(help: "The publisher's name, where its pages do not tell it.")
    var name: String?

    @Option(help: "The publisher's kind: official, agency, broadcaster, newspaper, magazine, aggregator or blog.")
    var kind: String?

    @Option(help: "The publisher's country, ISO 3166-1 alpha-3.")
    var country: String?

    func validate() throws {
        if let kind, SourceKind(rawValue: kind) == nil {
            let kinds = SourceKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--kind: expected one of \(kinds), found \"\(kind)\".")
        }
        if let country, country.count != 3 || country.contains(where: { !("A"..."Z").contains($0) }) {
            throw ValidationError("--country: expected a code such as CHN, found \"\(country)\".")
        }
    }

    var publisher: Source? {
        let source = Source(name: name, kind: kind.flatMap(SourceKind.init(rawValue:)), country: country)
        return source == Source() ? nil : source
    }
}

struct SourceAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Adds sources to watch.")

    @OptionGroup var file: RegisterOption
    @OptionGroup var publisher: PublisherOptions

    @Argument(help: "Addresses of feeds, sitemaps or pages.")
    var addresses: [String]

    func run() throws {
        try reporting {
            let sources = try addresses.map { try WatchedSource.at($0, publisher: publisher.publisher) }
            try SourceAddCommand.store(sources, in: file.register)
        }
    }

    static func store(_ sources: [WatchedSource], in path: String) throws {
        let register = try Register(path: path, access: .write)
        let added = try register.watch(sources)
        try register.close()
        let known = sources.count - added.count
        try Output.standard.write(
            "\(added.count) \(added.count == 1 ? "source" : "sources") added"
                + (known > 0 ? ", \(known) were there already" : "")
                + "; `rapporteur watch` asks them\n")
    }
}

extension WatchedSource {
    /// A source at an address, to be asked at once.
    static func at(_ address: String, title: String? = nil, publisher: Source?) throws -> WatchedSource {
        let given = address.contains("://") ? address : "https://" + address
        guard let parsed = try? WebAddress.parse(given), ["http", "https"].contains(parsed.scheme), parsed.host != nil,
            !parsed.hasCredentials, address.contains("://") || parsed.host?.text.contains(".") == true
        else {
            throw Failure(
                "expected an address such as https://example.org/rss.xml, found \"\(address)\"; mend it and run again",
                .usage)
        }
        var source = WatchedSource(
            address: parsed.text(withFragment: false), publisher: publisher, added: FilingDesk.now(), next: 0)
        source.title = title
        return source
    }
}

struct SourceImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Adds the sources of a list of feeds (OPML).")

    @OptionGroup var file: RegisterOption
    @OptionGroup var publisher: PublisherOptions

    @Argument(help: "The list's file, or -.")
    var list: String

    func run() throws {
        try reporting {
            let bytes = [UInt8](try Files.contents(list, expected: "a list of feeds"))
            let found: FeedList
            do throws(FeedError) {
                found = try PublicationReader().list(Publication(id: list, name: list, bytes: bytes))
            } catch {
                throw Failure("\(list): \(error.message)", .notADocument)
            }
            var sources: [WatchedSource] = []
            for entry in found.entries {
                do {
                    sources.append(try .at(entry.address, title: entry.title, publisher: publisher.publisher))
                } catch let failure as Failure {
                    Output.error.note("rapporteur: left out: \(failure.message)\n")
                }
            }
            try SourceAddCommand.store(sources, in: file.register)
        }
    }
}

/// What pauses, resumes and removes sources has in common.
struct SourceChoice: ParsableArguments {
    @OptionGroup var file: RegisterOption

    @Argument(help: "Addresses of sources, as `rapporteur source list` gives them.")
    var addresses: [String]

    func each(_ change: (Register, String) throws -> Bool) throws {
        try reporting {
            let register = try Register(path: file.register, access: .write, makes: false)
            defer { try? register.close() }
            for address in addresses {
                if try change(register, address) { continue }
                // as `source add` takes it: without a scheme, with capitals in its host
                if let source = try? WatchedSource.at(address, publisher: nil), try change(register, source.address) {
                    continue
                }
                throw Failure(
                    "expected a source at \"\(address)\", found none; see `rapporteur source list`", .nothing)
            }
        }
    }
}

struct SourcePauseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Leaves sources alone until they are resumed.")

    @OptionGroup var choice: SourceChoice

    @Option(help: "Why, for whoever reads the list.")
    var reason: String?

    func run() throws {
        try choice.each { register, address in
            try register.change(source: address) { source in (source.state, source.reason) = (.paused, reason) }
        }
    }
}

struct SourceResumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Asks paused sources, and those that were gone, again.")

    @OptionGroup var choice: SourceChoice

    func run() throws {
        try choice.each { register, address in
            try register.change(source: address) { source in
                (source.state, source.reason, source.failures, source.failure, source.next) = (.active, nil, 0, nil, 0)
            }
        }
    }
}

struct SourceRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Watches sources no longer; their reports stay.")

    @OptionGroup var choice: SourceChoice

    func run() throws { try choice.each { try $0.unwatch($1) } }
}
