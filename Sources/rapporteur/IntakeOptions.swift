import Archives
import ArgumentParser
import Desk
import Fetching
import Hypertext
import Reading

/// How files are opened and addresses are asked for.
struct IntakeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A limit to set, such as body-size=64000000; Documentation/Reading.md names all. Times are in seconds.",
            valueName: "name=value"))
    var limit: [String] = []

    @Option(
        help: ArgumentHelp(
            "A network that may be asked although it is not reached from everywhere, such as 10.1.0.0/16.",
            valueName: "network"))
    var allowNet: [String] = []

    @Option(help: "An address of yours that servers are told, so that they can reach you: mail or web.")
    var contact = ""

    func validate() throws {
        _ = try archiveLimits()
        _ = try fetchLimits()
        for network in allowNet where Network(network) == nil {
            throw ValidationError("--allow-net: expected a network such as 10.1.0.0/16, found \"\(network)\".")
        }
    }

    private func settings() throws -> [(name: String, value: Int)] {
        try limit.map { text in
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let value = Int(parts[1]), value > 0 else {
                throw ValidationError(
                    "--limit: expected a name and a number above 0, as in body-size=64000000, found \"\(text)\".")
            }
            let name = String(parts[0])
            guard FetchLimits.Name(rawValue: name) != nil || ArchiveLimits.names.keys.contains(name) else {
                let names = (FetchLimits.Name.allCases.map(\.rawValue) + ArchiveLimits.names.keys).sorted()
                throw ValidationError("--limit: expected one of \(names.joined(separator: ", ")), found \"\(name)\".")
            }
            return (name, value)
        }
    }

    func archiveLimits() throws -> ArchiveLimits {
        var limits = ArchiveLimits()
        for (name, value) in try settings() {
            if let path = ArchiveLimits.names[name] { limits[keyPath: path] = value }
        }
        return limits
    }

    func fetchLimits() throws -> FetchLimits {
        var limits = FetchLimits()
        for (name, value) in try settings() {
            switch FetchLimits.Name(rawValue: name) {
            case .redirects?: limits.redirects = value
            case .bodySize?: limits.bodySize = value
            case .ratio?: limits.ratio = value
            case .headSize?: limits.headSize = value
            case .connectTime?: limits.connectTime = .seconds(value)
            case .firstByteTime?: limits.firstByteTime = .seconds(value)
            case .idleTime?: limits.idleTime = .seconds(value)
            case .totalTime?: limits.totalTime = .seconds(value)
            case nil: break
            }
        }
        return limits
    }

    func fetcher() throws -> Fetcher {
        var policy = FetchPolicy()
        policy.allowedNetworks = allowNet.compactMap(Network.init)
        return try Fetcher(
            agent: UserAgent(version: Rapporteur.configuration.version, contact: contact), policy: policy,
            limits: try fetchLimits())
    }

    // MARK: - Inputs

    /// Opens a file, standard input (`-`) or an address.
    func open(_ input: String) throws -> PublicationSource {
        if Self.isAddress(input) { return try fetched(input) }
        if input == "-" {
            return PublicationSource(
                pipe: DescriptorStream(0, name: "-"), name: "-", limits: archiveLimitsOrDefault,
                isReady: { isReadable(0) })
        }
        do throws(ArchiveFault) {
            return try PublicationSource(path: input, limits: archiveLimitsOrDefault)
        } catch {
            throw Failure(
                "expected to read \"\(input)\", found \"\(systemReason())\"; name a file, a folder, an address or -",
                .noInput)
        }
    }

    private var archiveLimitsOrDefault: ArchiveLimits { (try? archiveLimits()) ?? ArchiveLimits() }

    static func isAddress(_ input: String) -> Bool { input.hasPrefix("https://") || input.hasPrefix("http://") }

    /// Asks for an address. What cannot be had is a fault of the input, and the batch goes on.
    private func fetched(_ input: String) throws -> PublicationSource {
        let fetcher = try fetcher()
        let answer = try waiting { () -> Result<Fetched, FetchError>? in
            guard let address = try? WebAddress.parse(input) else { return nil }
            return await fetcher.fetch(FetchRequest(address))
        }
        switch answer {
        case .success(let fetched)? where fetched.isSuccess:
            return PublicationSource(
                body: fetched.body, id: fetched.address.pageID, name: fetched.address.path,
                address: fetched.address.text(withFragment: false), mediaType: fetched.fields.contentType,
                limits: archiveLimitsOrDefault)
        case .success(let fetched)?:
            return PublicationSource(
                faultCode: "not-fetched", "expected a page at \(input), found that its host answers \(fetched.status)")
        case .failure(let error)?:
            return PublicationSource(
                faultCode: error.code.rawValue, error.message + (error.address.map { " (\($0.href))" } ?? ""))
        case nil: return PublicationSource(faultCode: "no-address", "expected an address, found \"\(input)\"")
        }
    }

    /// The files that inputs name: a folder stands for the files in it whose names tell that they are read.
    static func files(_ inputs: [String]) throws -> [String] {
        try inputs.flatMap { input in
            guard input != "-", !isAddress(input), Files.isFolder(input) else { return [input] }
            return try Files.below(input, ending: "").filter { path in
                suffixes.contains(path.split(separator: ".").last.map { $0.lowercased() } ?? "")
            }
        }
    }

    private static let suffixes: Set<String> = [
        "jsonl", "ndjson", "json", "txt", "html", "htm", "xhtml", "shtml", "xml", "rss", "atom", "rdf", "eml", "mbox",
        "warc",
        "arc", "wacz", "zip", "gz", "zst", "br",
    ]
}

extension ArchiveLimits {
    /// The limits by the names under which errors tell them.
    static let names: [String: any WritableKeyPath<ArchiveLimits, Int> & Sendable] = [
        "entry-size": \.entrySize, "inline-size": \.inlineSize, "expansion-ratio": \.expansionRatio,
        "ratio-floor": \.ratioFloor, "total-expanded": \.totalExpanded, "nesting-depth": \.nestingDepth,
        "header-size": \.headerSize, "entries": \.entries, "window-size": \.windowSize,
        "dictionary-size": \.dictionarySize, "revisit-index": \.revisitIndex, "mail-parts": \.mailParts,
        "mail-depth": \.mailDepth,
    ]
}
