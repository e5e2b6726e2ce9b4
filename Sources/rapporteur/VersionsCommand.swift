import ArgumentParser
import Diplomacy
import Register
import Wording

/// `rapporteur versions`: what changed in the text of a report.
struct VersionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions", abstract: "Shows what changed in the text of a report, sentence by sentence.",
        discussion: "Sentences that a version dropped begin with -, those that it took up with +.")

    @Argument(help: "The report's id.")
    var document: String

    @OptionGroup var file: RegisterOption
    @OptionGroup var print: PrintOptions

    func run() throws {
        try reporting {
            let register = try Register(path: file.register, access: .read)
            let versions = try register.versions(of: document)
            if versions.isEmpty {
                throw Failure(
                    "expected a report of the register, found \"\(document)\", which is none; `rapporteur show` names the"
                        + " reports of an encounter", .nothing)
            }
            let lines = VersionsPrinter(width: print.columns).lines(versions)
            try Output.standard.write(lines.map { $0.rendered(color: print.isColored) + "\n" }.joined())
        }
    }
}

/// The versions of a report for a person to read.
struct VersionsPrinter {
    let width: Int

    func lines(_ versions: [ReportVersion]) -> [Line] {
        versions.enumerated().flatMap { i, version -> [Line] in
            let title = version.title ?? "without a title"
            let head = [
                Piece("Version \(version.number)", .strong),
                Piece(" · \(Phrases.moment(version.added)) · \(title)", .quiet),
            ]
            let lines = (i > 0 ? [[]] : []) + Wrapper.block(head, indent: 0, width: width)
            if i == 0 { return lines }
            let changes = version.changes(since: versions[i - 1])
            if changes.isEmpty { return lines + [[Piece("  the same sentences", .quiet)]] }
            return lines
                + changes.flatMap { change in
                    Wrapper.block(
                        [Piece(change.text, change.isAdded ? .good : .bad)],
                        first: [Piece(change.isAdded ? "  + " : "  - ", change.isAdded ? .good : .bad)], indent: 4,
                        width: width)
                }
        }
    }
}
