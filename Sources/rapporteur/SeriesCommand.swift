import Analysis
import ArgumentParser
import Diplomacy
import Dossier
import Lexicon
import Register
import Wording

/// `rapporteur series`: a standing dialogue, its rounds and when the next is due.
struct SeriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "series", abstract: "Tells the rounds of a standing dialogue, its pace and when the next is due.",
        discussion: """
            A dialogue is named as the register has it, or by the beginning of its name. Without a name all are listed, those that \
            are overdue first.
            """)

    @OptionGroup var options: MeasureOptions

    @Argument(help: "The name of a dialogue; none for all.")
    var name: [String] = []

    func run() throws {
        try reporting {
            let register = try Register(path: options.file.register, access: .read)
            let lexicon = try Lexicon.program()
            let all = try register.standingDialogues(asOf: options.day)
            guard !name.isEmpty else {
                return try options.give(json: all, table: all.csv(), figure: nil) { $0.write(all) }
            }
            let wanted = name.joined(separator: " ")
            guard let found = all.named(wanted) else {
                throw Failure(
                    "expected a standing dialogue, found none whose name begins with \"\(wanted)\"; `rapporteur series` lists all",
                    .nothing)
            }
            let dossier = SeriesDossier(found, in: all)
            try options.give(json: dossier, table: dossier.csv(), figure: nil) {
                $0.write(dossier, name: lexicon.partyName)
            }
        }
    }
}

extension MeasurePrinter {
    mutating func write(_ list: SeriesList) {
        heading("Standing dialogues", "\(list.dialogues.count), as of \(Phrases.day(list.asOf))")
        table(
            ["", "rounds", "last", "every", "next due", ""],
            list.dialogues.map { dialogue in
                [
                    String(dialogue.series.prefix(44)), String(dialogue.n), dialogue.rounds.last?.day.iso ?? "–",
                    dialogue.cadence.map { "\(($0.median / Cadence.daysPerMonth).fixed(1)) months" } ?? "–",
                    dialogue.cadence?.due.iso ?? "–", (dialogue.cadence?.overdue ?? 0) > 0 ? "overdue" : "",
                ]
            })
    }

    mutating func write(_ dossier: SeriesDossier, name: (String) -> String) {
        let dialogue = dossier.dialogue
        heading(dialogue.series, "as of \(Phrases.day(dialogue.asOf))")
        note(dialogue.words)
        if let alternation = dialogue.alternation {
            fact("Hosts", "\(alternation.changed) of \(alternation.of) times in another country than the round before")
        }
        heading("Rounds")
        table(
            ["day", "round", "host", "encounter"],
            dialogue.rounds.reversed().map { round in
                [
                    round.isExact ? round.day.iso : "\(round.day.iso.prefix(7))",
                    round.number.map {
                        "\($0)\(round.basis == .inferred ? " (by order)" : round.basis == .outOfOrder ? " (out of order)" : "")"
                    } ?? "–",
                    round.host.map(name) ?? "–", round.encounters.first ?? "",
                ]
            })
        for missing in dialogue.missing {
            let numbers =
                missing.numbers.map { " (\($0.lowerBound)\($0.count > 1 ? " to \($0.upperBound)" : ""))" } ?? ""
            note(
                "\(Phrases.count(missing.count, "round"))\(numbers) before \(Phrases.day(missing.before)) that the register does not have"
            )
        }
    }
}
