import Coding
import Contract
import Desk
import Diplomacy
import Exchange
import Lexicon
import Reading
import Register
import Spreadsheet
import Testing

/// What is exported as a table and imported again through a guessed map is the same encounter.
@Suite struct TableRoundTripTests {
    /// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers for the same seed.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let parties = [
        "USA", "RUS", "CHN", "DEU", "FRA", "GBR", "JPN", "IND", "TUR", "UKR", "BRA", "EGY", "EUR", "NATO", "UNO",
    ]
    private static let series = ["Normandy format", "A dialogue of ours", "=Quint, informal", "Strategic; stability"]

    private static func encounter(_ number: Int, _ random: inout Seeded) -> RegisteredEncounter {
        let lexicon = Embedded.coder.lexicon
        let start = Day(number: Int.random(in: 15_400...19_900, using: &random))
        var encounter = RegisteredEncounter(
            id: "enc_\(number)", kind: EncounterKind.allCases.randomElement(using: &random) ?? .meeting,
            medium: Medium.allCases.randomElement(using: &random) ?? .unknown,
            status: Status.allCases.randomElement(using: &random) ?? .held,
            outcome: Outcome(kind: OutcomeKind.allCases.randomElement(using: &random) ?? .notStated))
        encounter.date = date(start, &random)
        for code in parties.shuffled(using: &random).prefix(Int.random(in: 2...4, using: &random)) {
            let party = lexicon.party(code: code)
            // the table of parties has "Kiev", that of places "Kyiv"
            let capital = party.map { $0.capital == "Kiev" ? "Kyiv" : $0.capital } ?? ""
            if encounter.place == nil, !capital.isEmpty, Bool.random(using: &random) {
                encounter.place = Place(name: Bool.random(using: &random) ? capital : nil, country: code)
            }
            var participant = Participant(party: code)
            if let index = party?.index, Bool.random(using: &random),
                let office = ["head-of-state", "head-of-government", "foreign-minister", "organisation-head"]
                    .compactMap({ lexicon.office(code: $0)?.index })
                    .first(where: { !lexicon.holders(party: index, office: $0, on: start).isEmpty }),
                let term = lexicon.holders(party: index, office: office, on: start).first
            {
                participant.person = lexicon.person(term.person).name
            }
            encounter.participants.append(participant)
        }
        encounter.issues = Issue.codes.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random))
            .map { RegisteredIssue(code: $0, raisedBy: [], documents: []) }
        if Bool.random(using: &random) {
            encounter.series = Series(
                name: series.randomElement(using: &random) ?? "",
                round: Bool.random(using: &random) ? Int.random(in: 1...40, using: &random) : nil)
        }
        return encounter
    }

    private static func date(_ start: Day, _ random: inout Seeded) -> PartialDate {
        let (year, month, _) = start.civil
        switch Int.random(in: 0...3, using: &random) {
        case 0:
            let first = Day(year: year, month: month, day: 1) ?? start
            return PartialDate(start: first, end: first + (Day.length(year: year, month: month) - 1), precision: .month)
        case 1:
            let first = Day(year: year, month: 1, day: 1) ?? start
            return PartialDate(start: first, end: Day(year: year, month: 12, day: 31) ?? start, precision: .year)
        case 2: return PartialDate(start: start, end: start + Int.random(in: 1...6, using: &random), precision: .day)
        default: return PartialDate(day: start)
        }
    }

    /// Everything that has to come back, in words.
    private static func told(
        _ date: PartialDate?, _ participants: [Participant], _ kind: EncounterKind, _ medium: Medium, _ status: Status,
        _ place: Place?,
        _ issues: [String], _ outcome: OutcomeKind, _ series: Series?
    ) -> [String] {
        var parties: [String] = []
        for party in participants.compactMap(\.party) where !parties.contains(party) { parties.append(party) }
        return [
            date.map { "\($0.start.iso) \($0.end.iso) \($0.precision)" } ?? "", parties.joined(separator: ";"),
            participants.compactMap { one in one.person.map { "\($0) of \(one.party ?? "none")" } }.sorted().joined(
                separator: ";"), kind.rawValue, medium.rawValue,
            status.rawValue,
            "\(place?.name ?? "-") \(place?.country ?? "-")", issues.joined(separator: ";"), outcome.rawValue,
            "\(series?.name ?? "-") \(series?.round.map(String.init) ?? "-")",
        ]
    }

    private static let all: [RegisteredEncounter] = {
        var random = Seeded(state: 2_026)
        return (0..<150).map { encounter($0, &random) }
    }()

    private static func row(_ encounter: RegisteredEncounter) -> EncounterRow {
        let stamp = EncounterStamp(firstSeen: "2026-01-01T00:00:00Z", changed: "2026-01-02T00:00:00Z", version: 1)
        return EncounterRow(encounter: encounter, reportCount: 1, stamp: stamp)
    }

    /// Compares what a table gives with the encounters that it was made of.
    private func compare(_ file: TableFile) throws {
        let guess = TableMap.guess(name: "export", header: file.header, rows: file.rows)
        #expect(guess.isComplete)
        // the map is kept as JSON
        let map = try TableMap(json: guess.map.json)
        var rows: [TableTrial.Row] = []
        try TableTrial.run(file, map: map, coder: Embedded.coder) { rows.append($0) }
        #expect(rows.count == Self.all.count && rows.allSatisfy { $0.problem == nil })
        for (row, given) in zip(rows, Self.all) {
            let found = try #require(row.encounter, "\(row.diagnostics) \(row.document?.text ?? "")")
            let expected = Self.told(
                given.date, given.participants, given.kind, given.medium, given.status, given.place,
                given.issues.map(\.code), given.outcome.kind, given.series)
            let got = Self.told(
                found.date, found.participants, found.kind, found.medium, found.status, found.place,
                found.issues.map(\.code), found.outcome.kind, found.series)
            #expect(got == expected)
            #expect(row.document?.id == "table:export:\(given.id)")
        }
    }

    @Test func encountersComeBack() throws {
        let csv = Self.all.map { CSV.line(Self.row($0), EncounterRow.columns) }.joined()
        try compare(try TableFile(Array((CSV.head(EncounterRow.columns) + csv).utf8)))
    }

    /// The same through a workbook, with dates as dates and numbers as numbers.
    @Test func encountersComeBackFromAWorkbook() throws {
        final class Box { var bytes: [UInt8] = [] }
        let box = Box()
        var writer = try XLSXWriter { box.bytes += $0 }
        try writer.begin(sheet: "Encounters", columns: EncounterRow.columns.map { SheetColumn($0.name) })
        for encounter in Self.all {
            let row = Self.row(encounter)
            try writer.append(
                EncounterRow.columns.map { column in
                    switch column.cell(row) {
                    case .list(let values): .text(values.joined(separator: "; "))
                    case .text(let text): .text(text ?? "")
                    case .plain(let text):
                        if column.name.hasPrefix("date_") {
                            .date(text ?? "")
                        } else if let number = text.flatMap({ Double($0) }) {
                            .number(number)
                        } else {
                            .text(text ?? "")
                        }
                    }
                })
        }
        _ = try writer.finish()
        try compare(try TableFile(box.bytes))
    }
}
