import Analysis
import ArgumentParser
import Codebook
import Coding
import Desk
import Diplomacy
import Dossier
import FoundationEssentials
import Lexicon
import Reading
import Register

/// `rapporteur import`: other people's data into the register.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes other people's data into a register: tables of your own, visits, votes, event data.",
        subcommands: [Visits.self, Table.self, Votes.self, GDELT.self, ICEWS.self, POLECAT.self])

    struct Visits: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes tables of visits: each row becomes a report and its claims.",
            discussion: """
                Known are the travels of US Presidents and Secretaries of State and the visits of foreign leaders (Office of the \
                Historian), visits to China, and trips of leaders; a table is told by its header (Documentation/Visits.md). Rows \
                corroborate with reports like any other claim. Taken again, a row that is as it was changes nothing.
                """)

        @OptionGroup var file: RegisterOption

        @Option(help: "Threads that read at once (default: all processors).")
        var jobs: Int?

        @Argument(help: "The tables, CSV.")
        var paths: [String]

        func run() throws {
            try reporting {
                var tables = TableImport()
                for path in paths {
                    tables.take(
                        try Files.contents(path, expected: "a table of visits"), named: path, at: FilingDesk.now())
                }
                let dataSets = tables.dataSets
                let register = try Register(path: file.register, access: .write)
                try register.file(jobs: jobs, next: tables.next())
                for dataSet in dataSets { try register.put(dataSet) }
                try register.close()
            }
        }
    }
}

extension ImportCommand {
    struct Votes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes the recorded votes of the UN General Assembly and places its members by them.",
            discussion: """
                A folder with un_votes.csv, un_roll_calls.csv and un_roll_call_issues.csv, each plain or .gz, as the R package \
                unvotes has them (Harvard Dataverse 12379, CC0). What is there already is replaced. Ideal points are estimated \
                from the votes (Documentation/Measures/ideal-points.md), which takes some seconds.
                """)

        @OptionGroup var file: RegisterOption

        @Argument(help: "The folder.")
        var folder: String

        func run() async throws {
            do {
                try await take()
            } catch {
                throw reported(error)
            }
        }

        private func take() async throws {
            let meter = ProgressMeter()
            let files = try read(try Lexicon.program())
            meter.show { _ in "\(files.votes) votes; placing members" }
            let points = await IdealPoints.estimate(files.sessions)
            let register = try Register(path: file.register, access: .write)
            try register.put(files.sessions, idealPoints: points.stored, from: dataSet(files))
            try register.close()
            let rounds = "\(points.hasConverged ? "after" : "not settled after") \(points.rounds) rounds"
            meter.finish(
                "\(files.votes) votes in \(files.sessions.count) sessions; \(points.positions.count) positions \(rounds)"
            )
            tellProblems(files)
        }

        private func tellProblems(_ files: VoteFiles) {
            let strangers = files.unknownNames.map { "\($0.name) (\($0.votes) votes)" }
            if !strangers.isEmpty {
                Output.error.note("rapporteur: no party of the lexicon: \(strangers.joined(separator: ", "))\n")
            }
            for problem in files.problems.prefix(5) {
                let place = problem.line.map { ":\($0)" } ?? ""
                Output.error.note(
                    "rapporteur: \(problem.file)\(place): expected \(problem.expected), found \(problem.found)\n")
            }
            if files.problemCount > 5 {
                Output.error.note("rapporteur: \(files.problemCount) rows in all were left out\n")
            }
        }

        private func read(_ lexicon: Lexicon) throws -> VoteFiles {
            do {
                return try VoteFiles.read(folder: folder) { name, iso2 in
                    lexicon.partyCode(name) ?? iso2.flatMap(lexicon.partyCode)
                }
            } catch let fault as VoteFiles.Fault {
                throw Failure(fault.message, fault.code == .missingFile ? .noInput : .notADocument)
            }
        }

        private func dataSet(_ files: VoteFiles) -> DataSet {
            let days = files.sessions.flatMap(\.rollCalls).compactMap(\.day)
            let votes = files.sessions.flatMap(\.votes)
            return DataSet(
                name: AlignmentDossier.dataSetName, title: "Roll calls of the UN General Assembly",
                publisher: "United Nations General Assembly Voting Data (Bailey, Strezhnev and Voeten; unvotes)",
                licence: "CC0-1.0", digest: votes.withUnsafeBytes { Document.sha256(of: $0) }, first: days.min(),
                last: days.max(), rows: files.votes, imported: FilingDesk.now())
        }
    }
}

extension IdealPoints {
    /// The positions as the register keeps them.
    fileprivate var stored: [StoredIdealPoint] {
        positions.indices.map {
            StoredIdealPoint(
                party: parties[$0], session: sessions[$0], position: positions[$0], lower: lower[$0], upper: upper[$0])
        }
    }
}
