import Diplomacy
import Testing

@testable import Corroboration

@Suite("What the record of an encounter says")
struct ResolutionTests {
    @Test("the place that more origins tell is kept, the other is a dispute with its reason")
    func place() throws {
        let found = try only([
            report("a", [claim(city: "Beijing", country: "CHN")], source: "Agency", kind: .agency),
            report("b", [claim(city: "Beijing", country: "CHN")]),
            report("c", [claim(city: "Moscow", country: "RUS")], kind: .blog),
        ])
        #expect(found.place?.name == "Beijing")
        let dispute = try #require(found.disputes.first)
        #expect(found.disputes.count == 1)
        #expect(dispute.field == .place)
        #expect(dispute.resolved == "Beijing")
        #expect(dispute.values.map(\.value) == ["Beijing", "Moscow"])
        #expect(dispute.values.map(\.documents) == [["a", "b"], ["c"]])
        #expect(dispute.values[0].weight > 0.7)
        #expect(dispute.reason.contains("2 origins") && dispute.reason.contains("Agency"))
    }

    @Test("a country and its city, a venue and its city, are no dispute")
    func precision() throws {
        let found = try only([
            report("a", [claim(city: nil)]), report("b", [claim()]), report("c", [claim(city: "Palais, Geneva")]),
        ])
        #expect(found.disputes.isEmpty)
        #expect(found.place?.country == "CHE")
    }

    @Test("announced, then held, is a course and no dispute")
    func course() throws {
        let found = try only([
            report("a", [claim(status: .announced)], published: "2026-03-05"), report("b", [claim()]),
        ])
        #expect(found.status == .held)
        #expect(found.disputes.isEmpty)
        #expect(found.progress.map(\.status) == [.announced, .held])
        #expect(found.progress.map(\.documents) == [["a"], ["b"]])
        #expect(found.progress[0].date == Day(iso: "2026-03-05"))
    }

    @Test("a plan put off or called off: one status, the other in dispute")
    func fate() throws {
        let found = try only([
            report("a", [claim(status: .announced)], published: "2026-03-05"),
            report("b", [claim(status: .cancelled)]), report("c", [claim(status: .postponed)]),
        ])
        #expect(found.status == .postponed)
        #expect(found.outcome.kind == .notApplicable)
        #expect(found.disputes.map(\.field) == [.status])
        #expect(found.disputes[0].values.map(\.value).sorted() == ["cancelled", "postponed"])
    }

    @Test("a denial of what others report is a dispute about its kind")
    func denial() throws {
        let found = try only([report("a", [claim()]), report("b", [claim()]), report("c", [claim(status: .denied)])])
        #expect(found.status == .held)
        #expect(found.disputes.map(\.field) == [.kind])
        #expect(found.disputes.map(\.nature) == [.denial])
    }

    @Test("another day is a dispute; the month of the same day is none; the day of a changed plan is none")
    func date() throws {
        let other = try only([
            report("a", [claim()]), report("b", [claim()]), report("c", [claim(day: "2026-03-11")]),
        ])
        #expect(other.date?.start == Day(iso: "2026-03-10"))
        #expect(other.disputes.map(\.field) == [.date])
        var vague = claim()
        if let first = Day(iso: "2026-03-01"), let last = Day(iso: "2026-03-31") {
            vague.date = PartialDate(start: first, end: last, precision: .month)
        }
        #expect(try only([report("a", [claim()]), report("b", [vague])]).disputes.isEmpty)
        let plan = claim(status: .announced, day: "2026-03-11")
        #expect(try only([report("a", [plan], published: "2026-03-05"), report("b", [claim()])]).disputes.isEmpty)
    }

    @Test("copies, reports that credit another's, and one office's statement share an origin")
    func origins() throws {
        let words = (0..<60).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
        let sketch = Sketch(words: words)
        let copied = try only([
            report("a", [claim()], sketch: sketch), report("b", [claim()], sketch: sketch), report("c", [claim()]),
        ])
        #expect(copied.origins == 2)
        #expect(copied.reports.map(\.origin) == [1, 1, 2])
        let credited = try only([
            report("a", [claim()], source: "Xinhua"), report("b", [claim()], credits: ["Xinhua"]),
            report("c", [claim()], credits: ["Kyodo", "AFP"]),
        ])
        #expect(credited.origins == 2)
        let ministry = Attribution(name: "ministry", party: "RUS", grade: .spokesperson)
        let stated = try only([report("a", [claim(by: ministry)]), report("b", [claim(by: ministry)])])
        #expect(stated.origins == 1)
        let person = Attribution(name: "Ann Lee", party: "USA", grade: .named)
        #expect(try only([report("a", [claim(by: person)]), report("b", [claim(by: person)])]).origins == 2)
    }

    @Test("an origin has one vote, however many copies there are of it")
    func oneVote() throws {
        let words = (0..<60).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
        let copies = (0..<5).map { i in
            report("x\(i)", [claim(city: "Moscow", country: "RUS")], sketch: Sketch(words: words))
        }
        let found = try only(copies + [report("a", [claim()]), report("b", [claim()])])
        #expect(found.origins == 3)
        #expect(found.place?.name == "Geneva")
    }

    @Test("another office for one person is a dispute, another wording of the office is none")
    func office() throws {
        func told(_ title: String) -> Encounter {
            var claim = claim()
            claim.participants[0].office = title
            claim.participants[0].offices = [OfficeClaim(title: title, basis: "text")]
            return claim
        }
        let same = try only([
            report("a", [told("Foreign Minister")]), report("b", [told("Minister of Foreign Affairs")]),
        ])
        #expect(same.disputes.isEmpty)
        let other = try only([
            report("a", [told("President")]), report("b", [told("President")]), report("c", [told("Premier")]),
        ])
        #expect(other.disputes.map(\.field) == [.participants])
        #expect(other.disputes[0].resolved == "Ann Lee, President")
    }

    @Test("a name that one report alone has gives way, and a given name that differs is a dispute")
    func persons() throws {
        let odd = claim([("Tom Lee", "USA"), ("Igor Petrov", "RUS")])
        let found = try only([report("a", [claim()]), report("b", [claim()]), report("c", [odd])])
        #expect(found.participants.compactMap(\.person).sorted() == ["Ann Lee", "Igor Petrov"])
        #expect(found.disputes.map(\.field) == [])
        let long = claim([("Ann Leeson", "USA"), ("Igor Petrov", "RUS")])
        let slip = claim([("Tim Leeson", "USA"), ("Igor Petrov", "RUS")])
        let slipped = try only([report("a", [long]), report("b", [long]), report("c", [slip])])
        #expect(slipped.participants.compactMap(\.person).sorted() == ["Ann Leeson", "Igor Petrov"])
        #expect(slipped.disputes.map(\.field) == [.participants])
    }

    @Test("signed against declared is a dispute about the outcome, agreed beside silent is none")
    func outcome() throws {
        let signed = report("a", [claim(outcome: .agreementSigned)])
        let declared = report("b", [claim(outcome: .jointStatement)])
        #expect(try only([signed, declared]).disputes.map(\.field) == [.outcome])
        #expect(try only([signed, report("b", [claim()])]).disputes.isEmpty)
        #expect(try only([signed, report("b", [claim()])]).outcome.kind == .agreementSigned)
    }

    @Test("an outcome that the other side's own account does not have is an omission")
    func omission() throws {
        let kremlin = Attribution(name: "Kremlin", party: "RUS", grade: .spokesperson)
        let house = Attribution(name: "White House", party: "USA", grade: .spokesperson)
        let told = report("a", [claim(outcome: .understanding, by: kremlin)])
        let found = try only([told, report("b", [claim(by: house)])])
        #expect(found.disputes.map(\.field) == [.outcome])
        #expect(found.disputes.map(\.nature) == [.omission])
        #expect(found.disputes.map(\.resolved) == ["understanding"])
        #expect(try only([told, report("b", [claim(by: kremlin)])]).disputes.isEmpty)
    }

    @Test("a report that credits another but tells another day is an origin of its own")
    func contradictingCredit() throws {
        let model = report("a", [claim()], source: "Xinhua")
        let other = report("b", [claim(day: "2026-03-11")], credits: ["Xinhua"])
        #expect(try only([model, other]).origins == 2)
    }

    @Test("who mentions an encounter in passing is no origin of it")
    func passingMention() throws {
        let news = report("a", [claim()])
        let later = report("b", [claim(isPrincipal: false, isReported: false)], published: "2026-03-14")
        #expect(try only([news, later]).origins == 1)
        #expect(try only([later]).origins == 1)
    }

    @Test(
        "another given or family name is in dispute, another way of writing one is not",
        arguments: [
            ("Jack Lee", true), ("Ann Lea Moore", true), ("Anne Lee", false), ("A. Lee", false), ("Ann R. Lee", false),
        ])
    func writtenNames(name: String, isDisputed: Bool) throws {
        var other = claim()
        other.participants[0].written = name
        let found = try only([report("a", [claim()]), report("b", [other]), report("c", [claim()])])
        let dispute = found.disputes.first { $0.field == .participants }
        #expect((dispute != nil) == isDisputed)
        if isDisputed {
            #expect(dispute?.resolved == "Ann Lee")
            #expect(found.participants.allSatisfy { $0.written == nil })
        }
    }

    @Test("what is told as under way on its own day outweighs what is told the day before")
    func underWay() throws {
        let live = report("a", [claim(status: .underWay, day: "2026-03-10")], kind: .agency)
        let late = report("b", [claim(day: "2026-03-09")], kind: .newspaper)
        #expect(try only([live, late]).date?.start.iso == "2026-03-10")
    }

    @Test("the id is that of the first report, whatever comes later")
    func id() throws {
        let first = report("a", [claim()], published: "2026-03-09")
        let second = report("b", [claim()])
        let alone = try only([first]).id
        #expect(try only([second, first]).id == alone)
        #expect(alone.hasPrefix("enc_") && alone.utf8.count == 20)
    }
}

@Suite("Sketches of texts")
struct SketchTests {
    private func words(_ range: Range<Int>) -> [UInt64] { range.map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 } }

    @Test("equal texts are alike, others are not, and half of a text is near a half")
    func similarity() throws {
        let whole = try #require(Sketch(words: words(0..<400)))
        #expect(whole.similarity(to: whole) == 1)
        #expect(whole.similarity(to: try #require(Sketch(words: words(1000..<1400)))) < 0.1)
        let half = whole.similarity(to: try #require(Sketch(words: words(133..<533))))
        #expect(abs(half - 0.5) < 0.2)
    }

    @Test("a sketch reads back from its digits, and nothing else does")
    func digits() throws {
        let sketch = try #require(Sketch(words: words(0..<9)))
        #expect(Sketch(hexadecimal: sketch.hexadecimal) == sketch)
        #expect(sketch.hexadecimal.utf8.count == 128)
        #expect(Sketch(hexadecimal: "12") == nil)
        #expect(Sketch(hexadecimal: String(repeating: "G", count: 128)) == nil)
        #expect(Sketch(words: words(0..<3)) == nil)
    }
}
