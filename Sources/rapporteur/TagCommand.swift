import ArgumentParser
import Register

/// `rapporteur tag`: a desk's own tags on encounters.
struct TagCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag", abstract: "Puts private tags on an encounter, removes one, or lists tags.",
        discussion: """
            A tag is a word of at most 64 letters a to z, digits and "-". With an id alone the encounter's tags are \
            listed, without one all tags with the number of their encounters. `rapporteur search tag:WORD` finds the \
            encounters. Tags are in no export and on no page.
            """)

    @Argument(help: "The encounter's id, an old one, or the beginning of one.") var encounter: String?
    @Argument(help: "Words to put on it.") var words: [String] = []
    @OptionGroup var file: RegisterOption
    @Option(help: ArgumentHelp("Remove a tag from the encounter.", valueName: "word")) var remove: String?

    func validate() throws {
        guard remove != nil else { return }
        if encounter == nil { throw ValidationError("--remove: expected an encounter's id with it, found none.") }
        if !words.isEmpty { throw ValidationError("--remove: expected no other words, found \(words.count).") }
    }

    func run() throws {
        try reporting {
            guard let encounter else { return try listAll() }
            if let remove {
                let register = try Register(path: file.register, access: .write, makes: false)
                // an encounter that is gone keeps its tags, and may lose them
                let isGone = try register.presentID(of: encounter) == nil && !register.tags(of: encounter).isEmpty
                try register.untag(isGone ? encounter : NoteCommand.one(encounter, register), remove)
                return try register.close()
            }
            if words.isEmpty { return try list(encounter) }
            let register = try Register(path: file.register, access: .write, makes: false)
            let id = try NoteCommand.one(encounter, register)
            try register.tag(id, words)
            let tags = try register.tags(of: id)
            try register.close()
            try Output.standard.write("\(id): \(tags.joined(separator: ", "))\n")
        }
    }

    private func list(_ encounter: String) throws {
        let register = try Register(path: file.register, access: .read)
        var tags = try register.tags(of: encounter)
        if tags.isEmpty { tags = try register.tags(of: NoteCommand.one(encounter, register)) }
        try Output.standard.write(tags.map { $0 + "\n" }.joined())
    }

    private func listAll() throws {
        for count in try Register(path: file.register, access: .read).tags() {
            let gone = count.gone > 0 ? " (and \(count.gone) gone)" : ""
            try Output.standard.write("\(count.tag)\t\(count.encounters)\(gone)\n")
        }
    }
}
