import Analysis
import ArgumentParser
import Corroboration
import Desk
import Diplomacy
import Dossier
import FoundationEssentials
import Register
import Testing

@testable import rapporteur

/// The commands of measures, over rows of tables of ours.
@Suite struct MeasureCommandTests {
    private let folder: TemporaryFolder
    private let path: String
    private let travels: String

    private static let table = """
        id,role,who,name,start_date,end_date,country_id,country,locale,remarks
        1,secretary,blinken-antony,Antony J. Blinken,2021-03-16,2021-03-17,japan,Japan,Tokyo,Met with Prime Minister Yoshihide Suga.
        2,secretary,blinken-antony,Antony J. Blinken,2022-05-23,2022-05-24,japan,Japan,Tokyo,Accompanied President Biden.
        3,president,biden-joseph-r,Joseph R. Biden,2022-05-22,2022-05-24,japan,Japan,Tokyo,Met with Prime Minister Fumio Kishida.
        4,secretary,blinken-antony,Antony J. Blinken,2022-03-05,2022-03-05,poland,Poland,Warsaw,Met with Prime Minister Morawiecki.
        5,secretary,blinken-antony,Antony J. Blinken,2023-13-05,2023-03-05,poland,Poland,Warsaw,No such month.

        """

    init() throws {
        folder = try TemporaryFolder()
        path = "\(folder.path)/r.sqlite"
        travels = "\(folder.path)/travels.csv"
        try Files.write(Array(Self.table.utf8), to: travels)
        try importing()
    }

    private func importing() throws {
        try ImportCommand.Visits.parse(["--register", path, "--jobs", "1", travels]).run()
    }

    private var register: Register { get throws { try Register(path: path, access: .read) } }

    @Test func rowsBecomeReportsAndABadOneAProblem() throws {
        let register = try register
        #expect(try register.state().reports == 4)
        let problems = try register.problems()
        #expect(problems.map(\.line) == [6])
        let sets = try register.dataSets()
        #expect(sets.map(\.rows) == [4] && sets.first?.licence == "CC0-1.0")
        #expect(sets.first?.first?.iso == "2021-03-16" && sets.first?.last?.iso == "2022-05-24")
        #expect(try register.accountDay()?.iso == "2022-05-24")
    }

    @Test func importedAgainNothingChanges() throws {
        let before = try (register.revision(), register.page(of: .all([]), limit: 50).hits.map(\.brief))
        try importing()
        let after = try (register.revision(), register.page(of: .all([]), limit: 50).hits.map(\.brief))
        #expect(before.0 == after.0 && before.1 == after.1)
    }

    @Test func aVisitOfTwoAndWhatIsInItIsOneContact() throws {
        let book = try register.contacts(of: Dyad("JPN", "USA"))
        // the President's stay and the Secretary's beside him are one encounter, whose reports differ on its days
        #expect(book.contacts.map { $0.day.iso.prefix(7) } == ["2021-03", "2022-05"])
        #expect(book.contacts.last?.level == .leader)
    }

    @Test func commandsGiveTextTablesAndFigures() throws {
        let svg = "\(folder.path)/f.svg"
        for format in ["text", "json", "csv"] {
            let options = ["--register", path, "--format", format]
            #expect(exitStatus { try DyadCommand.parse(options).run() } == 0)
            #expect(exitStatus { try DyadCommand.parse(options + ["JPN", "USA", "--svg", svg]).run() } == 0)
            #expect(exitStatus { try AlignCommand.parse(options + ["JPN", "USA"]).run() } == 0)
            #expect(exitStatus { try AlignCommand.parse(options + ["--positions", "JPN", "USA"]).run() } == 0)
            #expect(exitStatus { try AlignCommand.parse(options).run() } == 0)
            #expect(exitStatus { try NetworkCommand.parse(options + ["--projection", "all-pairs"]).run() } == 0)
            #expect(exitStatus { try OutlookCommand.parse(options).run() } == 0)
            #expect(exitStatus { try OutlookCommand.parse(options + ["Japan", "United States"]).run() } == 0)
            #expect(exitStatus { try OutlookCommand.parse(options + ["--ledger"]).run() } == 0)
            #expect(exitStatus { try SeriesCommand.parse(options).run() } == 0)
        }
        let drawn = String(decoding: try Files.contents(svg, expected: "a figure"), as: UTF8.self)
        #expect(drawn.hasPrefix("<?xml") && drawn.contains("Japan"))
    }

    @Test func whatIsAskedWronglyIsRefused() throws {
        let options = ["--register", path]
        #expect(exitStatus { try DyadCommand.parse(options + ["JPN"]).run() } == 64)
        #expect(exitStatus { try DyadCommand.parse(options + ["JPN", "Nowhereland"]).run() } == 64)
        #expect(exitStatus { try DyadCommand.parse(options + ["JPN", "Japan"]).run() } == 64)
        #expect(exitStatus { try DyadCommand.parse(options + ["FJI", "TON"]).run() } == 1)
        #expect(exitStatus { try DyadCommand.parse(options + ["--on", "2022"]).run() } == 64)
        #expect(exitStatus { try SeriesCommand.parse(options + ["No such dialogue"]).run() } == 1)
        #expect(exitStatus { try OutlookCommand.parse(options + ["--evaluate", "2022"]).run() } == 64)
        #expect(exitStatus { try OutlookCommand.parse(options + ["--record", "--ledger"]).run() } == 64)
        #expect(exitStatus { try NetworkCommand.parse(options + ["--from", "2030-01-01"]).run() } == 64)
    }

    @Test func forecastsAreWrittenOnceAndScoredAfterTheirDay() throws {
        let options = ["--register", path]
        #expect(
            exitStatus { try OutlookCommand.parse(options + ["--record", "--on", "2021-06-01", "JPN", "USA"]).run() }
                == 0)
        let first = try register.ledger(through: Day(iso: "2021-06-01"))
        #expect(!first.lines.isEmpty && first.scored.isEmpty)
        #expect(
            exitStatus { try OutlookCommand.parse(options + ["--record", "--on", "2021-06-01", "JPN", "USA"]).run() }
                == 0)
        let scored = try register.ledger()
        #expect(scored.lines.count == first.lines.count && scored.scored.count == scored.lines.count)
        // within 180 days of June 2021 nobody travelled
        #expect(scored.lines.allSatisfy { $0.score?.count == 0 })
        #expect(try #require(scored.brier) >= 0)
    }

    @Test func votesOfAFolderArePlacedAndAFolderWithoutThemIsRefused() async throws {
        let votes = "\(folder.path)/votes"
        try FileManager.default.createDirectory(atPath: votes, withIntermediateDirectories: true)
        var calls = "rcid,session,importantvote,date,unres,amend,para,short,descr\n"
        var cast = "rcid,country,country_code,vote\n"
        for id in 1...12 {
            calls += "\(id),70.0,0,2015-10-\(id + 9),R/70/\(id),0,0,\"SHORT, \(id)\",LONG\n"
            for (place, country) in ["Japan,JP", "United States,US", "Russia,RU", "China,CN", "Cuba,CU", "France,FR"]
                .enumerated()
            {
                cast +=
                    "\(id),\(country),\((place * 3 + id) % 4 == 0 ? "no" : (place + id) % 3 == 0 ? "abstain" : "yes")\n"
            }
        }
        let files = [
            ("un_roll_calls.csv", calls), ("un_votes.csv", cast),
            ("un_roll_call_issues.csv", "rcid,short_name,issue\n1,me,Palestinian conflict\n"),
        ]
        for (name, text) in files { try Files.write(Array(text.utf8), to: "\(votes)/\(name)") }
        try await ImportCommand.Votes.parse(["--register", path, votes]).run()
        let alignment = try register.alignment(of: Dyad("JPN", "USA"))
        #expect(alignment.sessions.map(\.number) == [70] && alignment.last?.table.n == 12)
        #expect(alignment.last?.issues.map(\.name) == ["Palestinian conflict"])
        #expect(alignment.covered?.upperBound.iso == "2015-10-21")
        #expect(alignment.last?.positions != nil)
        await #expect(throws: (any Error).self) {
            try await ImportCommand.Votes.parse(["--register", path, folder.path]).run()
        }
    }
}
