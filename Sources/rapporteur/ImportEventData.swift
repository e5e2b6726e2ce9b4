import Archives
import ArgumentParser
import Datasets
import Desk
import FoundationEssentials
import Register

/// `rapporteur import gdelt|icews|polecat`: rows of event data, kept apart from what reports tell.
protocol EventDataImport: ParsableCommand {
    static var dataSet: EventDataSet { get }
    var file: RegisterOption { get }
    var paths: [String] { get }
}

extension EventDataImport {
    static var discussion: String {
        """
        Rows are kept with the data set's own ids and found by dyad and day. They found no encounter: machines that read sentences code \
        what was denied or foreseen as if it had been, and every copy of an article anew. `show` and `audit` hold them beside the \
        encounters that reports tell of (Documentation/Datasets.md). Plain, .gz, .zst or .zip; an import that was stopped goes on where \
        it was; taken again, a row that is as it was changes nothing. Bad rows are counted and kept with their reason.
        """
    }

    func run() throws {
        try reporting {
            let register = try Register(path: file.register, access: .write)
            var failed = 0
            for path in paths {
                do {
                    try take(path, into: register)
                } catch let error as Output.Closed {
                    throw error
                } catch {
                    guard let failure = Failure(ofEventData: error) else { throw error }
                    failed += 1
                    Output.error.note("rapporteur: \(path): \(failure.message)\n")
                }
            }
            try register.close()
            if failed > 0 {
                throw Failure(
                    "expected \(paths.count == 1 ? "a file" : "files") of \(Self.dataSet.rawValue), found \(failed) of \(paths.count) that could not be read to the end; what was read before is kept",
                    .notADocument)
            }
        }
    }

    private func take(_ path: String, into register: Register) throws {
        var place = 0
        var following = try EventDataTable(of: path)
        while let table = following {
            let meter = ProgressMeter()
            var isFresh = true
            let tally = try register.importAlleged(
                AllegedFile(name: table.name, dataSet: Self.dataSet), at: FilingDesk.now(),
                open: {
                    defer { isFresh = false }
                    // from the second time on the file is opened again: what is known of it is another one
                    guard !isFresh, let again = try EventDataTable(of: path, at: place) else { return table.read }
                    return again.read
                },
                goesOn: { tally in
                    meter.show { "\(table.name): \(tally.progress(seconds: $0))" }
                    return true
                })
            meter.finish("\(table.name): \(tally.words)")
            let known = tally.bad > 0 ? try register.allegedFiles().first { $0.name == table.name } : nil
            if let number = known?.number {
                let faults = try register.allegedFaults(ofFile: number).map { "\($0.rows) \($0.fault.rawValue)" }
                Output.error.note("rapporteur: bad rows: \(faults.joined(separator: ", "))\n")
                for problem in try register.allegedProblems(ofFile: number, limit: 3) {
                    Output.error.note("rapporteur: line \(problem.line): \(problem.detail)\n")
                }
            }
            if let fault = table.fault { throw Failure(fault.message, .notADocument) }
            place += 1
            following = try table.next()
        }
    }
}

extension Failure {
    /// What reading a file of event data ends with; `nil` for what ends the whole import.
    fileprivate init?(ofEventData error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as DatasetError: self.init(error.message, .notADocument)
        default: return nil
        }
    }
}

extension AllegedTally {
    /// "1200000 rows, 410000 a second"
    fileprivate func progress(seconds: Double) -> String {
        let taken = rows + duplicates + replaced
        return "\(taken) rows, \(Int(Double(taken) / max(0.001, seconds))) a second"
    }

    /// "1000 rows of gdelt-2.0: 990 new, 10 known, 0 replaced, 0 bad, 12 with codes that are not known"
    fileprivate var words: String {
        "\(rows + duplicates + replaced + bad) rows of \(format?.rawValue ?? "nothing"): \(rows) new, \(duplicates) known, "
            + "\(replaced) replaced, \(bad) bad, \(unknown) with codes that are not known"
            + (resumedAt > 0 ? "; what stands before byte \(resumedAt) was stored earlier" : "")
    }
}

extension ImportCommand {
    struct GDELT: EventDataImport {
        static let dataSet = EventDataSet.gdelt
        static let configuration = CommandConfiguration(
            commandName: "gdelt", abstract: "Takes rows of GDELT: events 1.0 and 2.0, mentions.", discussion: discussion
        )
        @OptionGroup var file: RegisterOption
        @Argument(help: "The files, or -.") var paths: [String]
    }

    struct ICEWS: EventDataImport {
        static let dataSet = EventDataSet.icews
        static let configuration = CommandConfiguration(
            commandName: "icews", abstract: "Takes rows of ICEWS.", discussion: discussion)
        @OptionGroup var file: RegisterOption
        @Argument(help: "The files, or -.") var paths: [String]
    }

    struct POLECAT: EventDataImport {
        static let dataSet = EventDataSet.polecat
        static let configuration = CommandConfiguration(
            commandName: "polecat", abstract: "Takes rows of POLECAT.", discussion: discussion)
        @OptionGroup var file: RegisterOption
        @Argument(help: "The files, or -.") var paths: [String]
    }
}
