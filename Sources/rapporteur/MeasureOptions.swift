import ArgumentParser
import Charts
import Contract
import Diplomacy
import Dossier
import Exchange
import Lexicon
import Register

/// What the commands of measures have in common.
struct MeasureOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

    @OptionGroup var file: RegisterOption

    @Option(
        help: ArgumentHelp("The day of the account (default: the day up to which the register goes).", valueName: "day")
    )
    var on: String?

    @Option(help: "What is printed.")
    var format = Format.text

    @Option(help: ArgumentHelp("Draws the figure into a file, fit for print.", valueName: "file"))
    var svg: String?

    @OptionGroup var print: PrintOptions

    func validate() throws {
        try Day.check(on, "--on")
    }

    var day: Day? { on.flatMap { Day(iso: $0) } }

    /// Width of a figure that is written to a file, in pixels.
    private static let figureWidth = 900.0

    /// Prints in the form that was asked for, and draws.
    func give(
        json: some JSONWritable, table: Rows, figure: (any Figure)?,
        text: (inout MeasurePrinter) -> Void
    ) throws {
        if let svg {
            guard let figure else {
                throw Failure("expected a figure of this, found that there is none; leave --svg out", .usage)
            }
            try Files.write(Array(figure.standalone(width: Self.figureWidth).utf8), to: svg)
        }
        switch format {
        case .json: try Output.standard.write(line: json)
        case .csv: try Output.standard.write(CSV.table(table.head, table.rows))
        case .text:
            var printer = MeasurePrinter(print)
            text(&printer)
            try Output.standard.write(printer.text())
        }
    }
}

extension Day {
    /// Checks the value of an option that takes a day.
    ///
    /// - Throws: `ValidationError` where it is no whole day; `nil` is none asked for.
    static func check(_ text: String?, _ option: String) throws {
        guard let text, text.utf8.count != 10 || Day(iso: text) == nil else { return }
        throw ValidationError("\(option): expected a day such as 2026-02-01, found \"\(text)\".")
    }
}

extension Lexicon {
    /// The party that a word of the command line means.
    ///
    /// - Throws: ``Failure`` where it means none.
    func party(of word: String) throws -> String {
        guard let code = partyCode(word) else {
            throw Failure(
                "expected a party by its code or name, found \"\(word)\"; `rapporteur who \"\(word)\"` tells what it is",
                .usage)
        }
        return code
    }
}
