import Corroboration
import Datasets
import Diplomacy
import Testing

@testable import Register

/// Audits of random registers and rows, held against the rules as they are written, applied to all encounters at once.
@Suite("Audits of random rows")
struct AllegedAuditRandomTests {
    private let parties = ["USA", "RUS", "CHN"]
    private let fips = ["CHE": "SZ", "NOR": "NO"]

    private func filings(_ dice: inout Dice) -> [Filing] {
        (0..<40).map { number in
            let pair = parties.shuffled(using: &dice).prefix(2)
            let isSwiss = Bool.random(using: &dice)
            let status: Status =
                [.held, .held, .held, .cancelled, .denied, .announced].randomElement(using: &dice) ?? .held
            return filing(
                "r\(number)", day: Day(number: 20_400 + Int.random(in: 0..<150, using: &dice)).iso,
                city: isSwiss ? "Geneva" : "Oslo", country: isSwiss ? "CHE" : "NOR",
                persons: pair.map { ("Person of \($0)", $0) }, kind: Bool.random(using: &dice) ? .talks : .visit,
                status: status, days: Int.random(in: 1...4, using: &dice))
        }
    }

    private func rows(_ dice: inout Dice) -> String {
        (0..<200).map { number in
            let pair = parties.shuffled(using: &dice).prefix(2).map { $0 }
            let day = Day(number: 20_390 + Int.random(in: 0..<200, using: &dice)).iso.filter { $0 != "-" }
            let code = ["036", "040", "041", "042", "046", "057", "112"].randomElement(using: &dice) ?? "040"
            return gdeltRow(
                number, day, pair[0], pair[1], code: code,
                country: ["SZ", "NO", "QQ"].randomElement(using: &dice) ?? "SZ")
        }.joined()
    }

    /// The rules, for one row: without the memory of which encounters were told of.
    private func fate(
        _ event: AllegedEvent, _ dyad: Dyad, _ briefs: [EncounterBrief], _ measure: AuditMeasure, _ isCovered: Bool
    ) -> (fate: String, encounter: String?) {
        guard let contact = ContactClass(event) else { return ("other", nil) }
        var found: [(rank: Int, distance: Int, id: String)] = []
        for brief in briefs where brief.dyads.contains(dyad.code) && contact.fits(brief) {
            guard let date = brief.date, date.precision == .day else { continue }
            let distance = max(0, date.start.number - event.day.number, event.day.number - date.end.number)
            let isElsewhere = event.country != "?QQ" && event.country != brief.country
            if distance <= measure.tolerance {
                if brief.status == .held { found.append((isElsewhere ? 1 : 0, distance, brief.id)) }
                if [.cancelled, .denied, .lapsed].contains(brief.status) { found.append((2, distance, brief.id)) }
            } else if distance <= measure.nearby, brief.status == .held {
                found.append((3, distance, brief.id))
            }
        }
        guard let best = found.min(by: { $0 < $1 }) else { return (isCovered ? "none" : "uncovered", nil) }
        return (["true", "elsewhere", "did-not-happen", "other-day"][best.rank], best.id)
    }

    @Test("month by month comes to what all at once comes to", arguments: 1...10)
    func rules(seed: Int) throws {
        var dice = Dice(state: UInt64(seed) &* 77)
        let folder = try Folder()
        let register = try Register(path: folder.register, access: .write)
        let filings = filings(&dice)
        _ = try register.file(filings, at: "2026-06-01T00:00:00Z")
        try register.reconcile(at: "2026-06-01T00:00:00Z")
        try register.alleged(rows(&dice))
        var briefs: [EncounterBrief] = []
        try register.eachBrief { briefs.append($0) }
        #expect(briefs.count > 5)
        let covered = Dictionary(
            grouping: try register.coverage(), by: \.publisher
        ).mapValues { Set($0.flatMap { $0.months.map(\.month) }) }
        let measure = AuditMeasure(tolerance: Int.random(in: 0...2, using: &dice), nearby: 5)
        var tellers: [Dyad: [String]] = [:]
        for dyad in [Dyad("USA", "RUS"), Dyad("USA", "CHN"), Dyad("CHN", "RUS")] {
            tellers[dyad] = try register.publishers(of: dyad, limit: 1_000)
        }
        var told: Set<String> = []
        var seen = 0
        let counts = try register.audit(measure: measure) { row in
            seen += 1
            let month = row.event.day.civil.year * 12 + row.event.day.civil.month - 1
            let isCovered = tellers[row.dyad]?.contains { covered[$0]?.contains(month) == true } == true
            let expected = fate(row.event, row.dyad, briefs, measure, isCovered)
            switch row.fate {
            case .borneOut(let encounter):
                #expect(expected == ("true", encounter) && told.insert(encounter).inserted)
            case .copy(let encounter): #expect(expected == ("true", encounter) && told.contains(encounter))
            case .contradicted(let encounter, let reason): #expect(expected == (reason.rawValue, encounter))
            case .noEvent: #expect(expected.fate == "none")
            case .notCovered: #expect(expected.fate == "uncovered")
            case .otherClass: #expect(expected.fate == "other")
            }
        }
        #expect(seen == 200 && counts.rows == 200 && counts.withoutDyad == 0 && counts.borneOut == told.count)
    }
}
