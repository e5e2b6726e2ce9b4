import ArgumentParser
import FoundationEssentials
import Register

/// Copies a register.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copies a register to a file while others read or write it.",
        discussion: "The copy is checked before it takes its name; a file of that name is replaced.")

    @OptionGroup var file: RegisterOption
    @Argument(help: "The copy.")
    var to: String

    func run() throws {
        try reporting { try Register(path: file.register, access: .read).backup(to: to) }
    }
}

/// Puts a copy in a register's place.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Puts a copy in the place of a register.",
        discussion: """
            The copy is checked first. The file that was there is kept beside it as FILE.before-restore. Refused \
            while another process writes.
            """)

    @Argument(help: "The copy, as `backup` made it.")
    var from: String
    @OptionGroup var file: RegisterOption

    func run() throws { try reporting { try Register.restore(from: from, to: file.register) } }
}

/// Looks whether a register is sound.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Looks whether a register is sound.",
        discussion: "Ends with 0 where it is, else with 65 after a line for each fault.")

    @OptionGroup var file: RegisterOption
    @Flag(help: "Also make every encounter from the stored records and compare.")
    var deep = false

    func run() throws {
        try reporting {
            let findings = try Register(path: file.register, access: .read).check(isDeep: deep)
            for fault in findings.faults { try Output.standard.write(fault + "\n") }
            for note in findings.notes { Output.error.note("rapporteur: \(note)\n") }
            guard findings.faults.isEmpty else {
                throw Failure(
                    "expected a sound register in \"\(file.register)\", found \(findings.faults.count) faults; "
                        + "`rapporteur rebuild` mends what is derived, `rapporteur restore` the rest", .notADocument)
            }
            Output.error.note("rapporteur: the register is sound\n")
        }
    }
}
