import ArgumentParser
import Codebook
import Coding
import Contract
import Desk
import Diplomacy
import FoundationEssentials
import Glibc
import Lexicon
import Reading
import Register
import Wording

extension ImportCommand {
    /// A desk's own table.
    struct Table: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "table",
            abstract: "Takes a desk's own list of meetings, CSV or XLSX: each row becomes a report and its claims.",
            discussion: """
                A map says which column is what (Documentation/Tables.md). Without --map the one that the register keeps for a table with \
                this head is taken, else one is guessed; --write-map writes the guess for you to correct. A map that was used is kept. \
                --dry-run shows what each row would become, and changes nothing.
                """)

        @Option(help: "The register, an SQLite file.")
        var register: String?

        @Option(help: ArgumentHelp("The map of the columns, JSON.", valueName: "file"))
        var map: String?

        @Option(help: ArgumentHelp("Writes the map that would be taken, and ends.", valueName: "file"))
        var writeMap: String?

        @Option(help: "The name of the table: ids of its rows begin with it (default: that of the file).")
        var name: String?

        @Option(help: "The sheet of a workbook (default: the first that is seen).")
        var sheet: String?

        @Flag(help: "Shows what each row would become, and changes nothing.")
        var dryRun = false

        @Option(help: "Threads that read at once (default: all processors).")
        var jobs: Int?

        @Argument(help: "The table.")
        var path: String

        func validate() throws {
            if register == nil, !dryRun, writeMap == nil {
                throw ValidationError("expected --register, or --dry-run, or --write-map, found none.")
            }
        }

        func run() throws { try reporting(take) }

        private func take() throws {
            let bytes = Array(try Files.contents(path, expected: "a table"))
            let given = try map.map { try read(Array(try Files.contents($0, expected: "a map")), from: $0) }
            var table = try open(bytes, sheet: sheet ?? given?.sheet, separator: given?.separatorByte)
            for note in table.notes { Output.error.note("rapporteur: \(note)\n") }
            let map = try given ?? kept(table) ?? guessed(table)
            // a map that was kept may name another sheet
            if given == nil, map.sheet != sheet {
                table = try open(bytes, sheet: map.sheet, separator: map.separatorByte)
            }
            if let writeMap {
                try Files.write(map.json, to: writeMap)
                return Output.error.note("rapporteur: the map is in \(writeMap); correct it and give it with --map\n")
            }
            if dryRun { return try show(table, map) }
            guard let register = try register.map({ try Register(path: $0, access: .write) }) else { return }
            var tables = TableImport()
            tables.take(
                table, digest: bytes.withUnsafeBytes { Document.sha256(of: $0) }, named: self.path, map: map,
                at: FilingDesk.now())
            let dataSets = tables.dataSets
            try register.file(jobs: jobs, next: tables.next())
            for dataSet in dataSets { try register.put(dataSet) }
            try register.keep(tableMap: map.json, head: table.header)
            try register.close()
        }

        private func open(_ bytes: [UInt8], sheet: String?, separator: UInt8?) throws -> TableFile {
            do throws(ReadingError) {
                return try TableFile(bytes, sheet: sheet, separator: separator)
            } catch {
                throw Failure("\(path): \(error.message)", .notADocument)
            }
        }

        // MARK: - The map

        private func read(_ json: [UInt8], from path: String) throws -> TableMap {
            do throws(ReadingError) {
                var map = try TableMap(json: json)
                if let sheet { map.sheet = sheet }
                return map
            } catch {
                throw Failure("\(path): \(error.message)", .notADocument)
            }
        }

        /// The map that the register keeps for this head.
        private func kept(_ table: TableFile) throws -> TableMap? {
            guard let register, access(register, F_OK) == 0,
                let json = try Register(path: register, access: .read).tableMap(head: table.header)
            else { return nil }
            Output.error.note("rapporteur: the map that was kept for this head is taken\n")
            return try read(json, from: register)
        }

        private func guessed(_ table: TableFile) throws -> TableMap {
            let base = path.split(separator: "/").last.map(String.init) ?? "table"
            let stem = base.split(separator: ".").dropLast().joined(separator: ".")
            var guess = TableMap.guess(
                name: name ?? TableMap.name(from: stem.isEmpty ? base : stem), header: table.header, rows: table.rows)
            guess.map.sheet = sheet
            let unmapped = guess.notes.filter { $0.code == .unmapped }.map(\.column)
            if !unmapped.isEmpty {
                Output.error.note(
                    "rapporteur: kept beside, since no field is known for them: \(unmapped.joined(separator: ", "))\n")
            }
            for note in guess.notes where note.code != .unmapped {
                Output.error.note(
                    "rapporteur: \(note.column.isEmpty ? "" : "\(note.column): ")\(note.code.rawValue): \(note.message)\n"
                )
            }
            guard guess.isComplete || writeMap != nil || dryRun else {
                throw Failure(
                    "expected a map of the columns, found that it cannot be guessed whole; --write-map map.json writes what can be guessed, --map map.json takes it when you have corrected it",
                    .usage)
            }
            return guess.map
        }

        // MARK: - A dry run

        private func show(_ table: TableFile, _ map: TableMap) throws {
            let coder = try Coder.program(codebook: Codebook.program(), forMuchText: false)
            let lexicon = try Lexicon.program()
            var (encounters, without, problems) = (0, 0, 0)
            do {
                try TableTrial.run(table, map: map, coder: coder) { row in
                    var line = "row \(row.line): "
                    if let problem = row.problem {
                        problems += 1
                        line +=
                            "problem \(problem.code.rawValue): expected \(problem.expected), found \(problem.found)\n"
                    } else if let encounter = row.encounter {
                        encounters += 1
                        let day = encounter.date.map { "\(Phrases.date($0)): " } ?? ""
                        line += day + Headline(encounter: encounter, partyName: lexicon.partyName).brief + "\n"
                    } else {
                        without += 1
                        line += "no encounter\n"
                    }
                    for diagnostic in row.diagnostics {
                        line += "    \(diagnostic.code): \(diagnostic.message)\n"
                    }
                    try Output.standard.write(line)
                }
            } catch let error as ReadingError {
                throw Failure("\(path): \(error.message)", .notADocument)
            }
            Output.error.note(
                "rapporteur: dry run: \(encounters) rows with an encounter, \(without) without, \(problems) problems\n")
        }
    }
}
