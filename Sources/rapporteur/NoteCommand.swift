import ArgumentParser
import Desk
import FoundationEssentials
import Register
import Wording

/// `rapporteur note`: a desk's own notes on encounters.
struct NoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Puts a private note on an encounter, lists notes, or removes one.",
        discussion: """
            With an id and a text the note is put on the encounter; with an id alone its notes are listed, without one \
            all, those on encounters that are gone too. Notes stay with their encounter when it grows or is merged. They \
            are in no export and on no page.

              rapporteur note enc_3fa1 'Who was the host?' --register FILE
              rapporteur note --remove 3 --register FILE
            """)

    @Argument(help: "The encounter's id, an old one, or the beginning of one.") var encounter: String?
    @Argument(help: "The note.") var text: String?
    @OptionGroup var file: RegisterOption
    @Option(help: "Who writes (default: $USER).") var author: String?
    @Option(help: ArgumentHelp("Remove a note, by its number, for good.", valueName: "number")) var remove: Int64?
    @OptionGroup var print: PrintOptions

    func validate() throws {
        if remove != nil, encounter != nil {
            throw ValidationError("--remove: expected a note's number alone, found an encounter too.")
        }
        if author != nil, text == nil { throw ValidationError("--author: expected a text with it, found none.") }
    }

    func run() throws {
        try reporting {
            if let remove {
                let register = try Register(path: file.register, access: .write, makes: false)
                let note = try register.removeNote(remove)
                try register.close()
                return try Output.standard.write("note \(note.id) of \(note.encounter) removed\n")
            }
            if let encounter, let text { return try write(text, on: encounter) }
            try list()
        }
    }

    private func write(_ text: String, on encounter: String) throws {
        guard let author = author ?? ProcessInfo.processInfo.environment["USER"], !author.isEmpty else {
            throw Failure("expected an author, found none and no $USER; give --author", .notADocument)
        }
        let register = try Register(path: file.register, access: .write, makes: false)
        let id = try Self.one(encounter, register)
        let note = try register.note(id, text: text, author: author, at: FilingDesk.now())
        try register.close()
        try Output.standard.write("note \(note.id) on \(id)\n")
    }

    private func list() throws {
        let register = try Register(path: file.register, access: .read)
        var notes: [EncounterNote] = []
        if let encounter {
            notes = try register.notes(of: encounter)
            // what is gone can have notes still, and what is there none
            if notes.isEmpty { notes = try register.notes(of: Self.one(encounter, register)) }
        } else {
            notes = try register.notes()
        }
        let printer = AnnotationPrinter(width: print.columns)
        for note in notes {
            for line in printer.lines(note, isNamed: true) {
                try Output.standard.write(line.rendered(color: print.isColored) + "\n")
            }
        }
        Output.error.note("rapporteur: \(notes.count) notes\n")
    }

    /// The one encounter that an id, an old one or the beginning of one means.
    static func one(_ id: String, _ register: Register) throws -> String {
        let found = try register.presentIDs(beginning: id)
        guard id.hasPrefix("enc_"), let first = found.first else {
            throw Failure(
                "expected the id of an encounter, found \"\(id)\", which is none; `rapporteur search` finds encounters",
                .noInput)
        }
        guard found.count == 1 else {
            throw Failure(
                "expected the id of one encounter, found \"\(id)\", with which several begin: "
                    + found.joined(separator: ", "), .noInput)
        }
        return first
    }
}
