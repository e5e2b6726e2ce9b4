import Diplomacy
import Testing

@testable import Analysis

@Suite struct EncounterContextTests {
    static let day = DialogueSamples.day("2020-07-01")

    private func event(_ offset: Int, _ type: EventType, by source: String = "USA", key: String? = nil) -> DyadEvent {
        DyadEvent(
            day: Self.day + offset, type: type, source: source, target: source == "USA" ? "RUS" : "USA", reports: 2,
            key: key ?? "\(type.rawValue)\(offset)")
    }

    private func contact(_ offset: Int) -> Contact { DialogueSamples.contact("c\(offset)", (Self.day + offset).iso) }

    private let covered = Coverage(
        spans: [.init(source: "A", days: DialogueSamples.day("2015-01-01")...DialogueSamples.day("2021-12-31"))],
        asOf: DialogueSamples.day("2021-12-31"))

    private func context(
        _ contacts: [Contact] = [], _ events: [DyadEvent] = [], coverage: Coverage? = nil, asOf: String = "2021-12-31",
        window: Int = 90
    ) -> EncounterContext {
        EncounterContext(
            of: "c0", on: Self.day, contacts: contacts, events: events, coverage: coverage ?? covered,
            asOf: DialogueSamples.day(asOf), window: window)
    }

    private func part(_ context: EncounterContext, _ subject: EncounterContext.Subject) throws -> ContextComparison {
        try #require(context.comparisons.first { $0.subject == subject })
    }

    @Test func classesOfEvents() {
        let conflictual: Set<EventType> = [.threaten, .sanction, .mobilize, .coerce, .assault, .protest]
        let conciliatory: Set<EventType> = [.concede, .aid, .cooperate, .retreat, .agree]
        for type in EventType.allCases {
            let expected: DyadEvent.Class =
                conflictual.contains(type) ? .conflictual : conciliatory.contains(type) ? .conciliatory : .other
            #expect(event(0, type).eventClass == expected)
        }
    }

    @Test func edgesOfTheWindow() throws {
        let offsets = [-91, -90, -1, 0, 1, 90, 91]
        let context = context(offsets.map { contact($0) }, offsets.map { event($0, .sanction) })
        #expect(context.before == Self.day - 90...Self.day - 1 && context.after == Self.day + 1...Self.day + 90)
        let contacts = try part(context, .contacts)
        #expect(contacts.before.keys == ["c-90", "c-1"] && contacts.after?.keys == ["c1", "c90"])
        // the encounter itself is on no side, and not of its own day
        #expect(contacts.sameDay.isEmpty && contacts.before.reports == nil && contacts.before.bySource.isEmpty)
        let events = try part(context, .conflictual)
        #expect(events.before.n == 2 && events.sameDay == ["SANCTION0"] && events.before.bySource == ["USA": 2])
        #expect(events.before.reports == 4 && context.n == 9 && !context.isCut)
    }

    @Test func beforeAgainstAfter() throws {
        let before = (1...12).map { event(-$0, .threaten, by: $0 < 5 ? "RUS" : "USA") }
        let after = (1...3).map { event($0, .threaten) }
        let comparison = try part(context([], before + after), .conflictual)
        // 12 of 15 at one half: SciPy's binom gives twice the smaller tail with half of its own as
        #expect(DialogueSamples.near(comparison.p, 0.021270751953124986, 1e-9))
        #expect(
            comparison.words.hasSuffix("fewer a day after than before")
                && comparison.before.bySource == ["RUS": 4, "USA": 8])
        let turned = try part(context([], before.map { event($0.day - Self.day + 13, .threaten) }), .conflictual)
        #expect(turned.words.hasSuffix("more a day after than before"))
        // 5 in 60 days against 4 in 90: SciPy for 5 of 9 at .4
        let half = Coverage(
            spans: [.init(source: "A", days: Self.day - 60...Self.day + 300)], asOf: DialogueSamples.day("2021-12-31"))
        let few = (1...5).map { event(-$0, .threaten) } + (1...4).map { event($0, .threaten) }
        let uneven = try part(context([], few, coverage: half), .conflictual)
        #expect(uneven.before.exposure == 60 && DialogueSamples.near(uneven.p, 0.3659202560000003, 1e-9))
        #expect(uneven.words.hasSuffix("no clear difference"))
    }

    @Test func againstTheDyadsOwnRate() throws {
        // one event a month since 2015, and twenty in the ninety days after
        let usual = (0..<66).map { i in
            let month = CalendarPeriod(.month, containing: DialogueSamples.day("2015-01-01")).advanced(by: i)
            return event(month.start + 9 - Self.day, .protest, key: "usual\(i)")
        }
        let more = (1...20).map { event($0, .protest) }
        let comparison = try part(context([], usual + more), .conflictual)
        let model = try #require(comparison.before.usual?.model)
        // the window begins on 2 April 2020: March is the last month of the baseline
        #expect(model.window.upperBound == DialogueSamples.day("2020-03-31") && model.n == 60 && model.rate == 1)
        #expect(comparison.before.n == 3 && comparison.before.usual?.words == "as usual")
        #expect(comparison.after?.n == 20 && comparison.after?.usual?.words == "very unusually many")
        #expect(DialogueSamples.near(comparison.after?.usual?.expected, 60.5 / 60 * 90 / 30.436875))
    }

    @Test func daysThatAreNotOver() throws {
        let cut = context([contact(10)], asOf: "2020-07-21")
        #expect(cut.isCut && cut.after == Self.day + 1...DialogueSamples.day("2020-07-21"))
        #expect(try part(cut, .contacts).after?.exposure == 20)
        let today = context([contact(10)], asOf: "2020-07-01")
        #expect(today.after == nil && today.window.upperBound == Self.day)
        let comparison = try part(today, .contacts)
        #expect(comparison.p == nil && comparison.undefined == "undefined: no day after it yet")
    }

    @Test func undefinedWhereNothingIsKnown() throws {
        #expect(try part(context(), .other).undefined == "undefined: nothing before or after")
        let blind = Coverage(spans: [.init(source: "A", days: Self.day...Self.day + 99)], asOf: Self.day + 400)
        let comparison = try part(context([contact(1)], coverage: blind), .contacts)
        #expect(comparison.undefined == "undefined: no source covers the days before" && comparison.before.usual == nil)
        let none = Coverage(reports: [:], asOf: Self.day + 400)
        #expect(try part(context([contact(-1)], coverage: none), .contacts).p == nil)
    }

    @Test func wordsTellSequenceAndNoCause() {
        let events = EventType.allCases.flatMap { type in (-40..<10).map { event($0, type) } }
        let said = context((-30..<5).map { contact($0) }, events).comparisons.map(\.words).joined(separator: " ")
            .lowercased()
        #expect(said.contains("before") && said.contains("after"))
        for word in [
            "because", "cause", "led to", "due to", "therefore", "result", "response", "effect", "thanks", "provok",
        ] {
            #expect(!said.contains(word))
        }
    }

    @Test func orderRepeatsAndShiftChangeNothing() throws {
        let contacts = [-80, -3, 5, 60].map { contact($0) }
        let events = [-70, -4, 4, 9].map { event($0, .aid) }
        let first = context(contacts, events)
        let second = context(contacts.reversed() + contacts, events.reversed() + events)
        #expect(second.comparisons == first.comparisons && second.keys == first.keys)
        let moved = EncounterContext(
            of: "c0", on: Self.day + 30, contacts: contacts.map { DialogueSamples.shifted($0, by: 30) },
            events: events.map {
                DyadEvent(
                    day: $0.day + 30, type: $0.type, source: $0.source, target: $0.target, reports: 2, key: $0.key)
            },
            coverage: covered, asOf: DialogueSamples.day("2021-12-31"))
        #expect(moved.comparisons.map(\.p) == first.comparisons.map(\.p) && moved.keys == first.keys)
    }

    @Test func wildValuesDoNotTrap() {
        let wild = [Int.min, Int.max].map {
            DyadEvent(day: Day(number: $0), type: .aid, source: "A", target: "B", reports: .max, key: "\($0)")
        }
        let many = (1...3).map {
            DyadEvent(day: Self.day + $0, type: .aid, source: "A", target: "B", reports: .max, key: "m\($0)")
        }
        for day in [Int.min, 0, Int.max] {
            let context = EncounterContext(
                of: "x", on: Day(number: day), contacts: [], events: wild + many, coverage: covered,
                asOf: Day(number: .max), window: .max)
            #expect(context.comparisons.count == 4)
        }
        // more reports than a number can say are as many as it can
        #expect(context([], many).comparisons[2].after?.reports == .max)
    }
}
