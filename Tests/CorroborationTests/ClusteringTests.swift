import Diplomacy
import Testing

@testable import Corroboration

@Suite("Which claims are of one encounter")
struct ClusteringTests {
    @Test("the same persons on the same day are one encounter, a wrong city among them")
    func sameDay() {
        let odd = report("c", [claim(city: "Moscow", country: "RUS")])
        let found = groups([report("a", [claim()]), report("b", [claim()]), odd])
        #expect(found == [["a", "b", "c"]])
    }

    @Test("the same persons two months apart are two encounters")
    func twoMonths() {
        #expect(
            groups([report("a", [claim()]), report("b", [claim(day: "2026-01-10")], published: "2026-01-10")])
                == [["a"], ["b"]])
    }

    @Test("a day's difference is forgiven in one city, not for calls")
    func nextDay() {
        #expect(groups([report("a", [claim()]), report("b", [claim(day: "2026-03-11")])]) == [["a", "b"]])
        let call = claim(kind: .call, medium: .phone, day: "2026-03-08")
        let later = claim(kind: .call, medium: .phone)
        #expect(groups([report("a", [call], published: "2026-03-08"), report("b", [later])]) == [["a"], ["b"]])
    }

    @Test("other persons of the same parties have an encounter of their own")
    func otherPersons() {
        let others = claim([("Bo Grant", "USA"), ("Oleg Sidorov", "RUS")])
        #expect(groups([report("a", [claim()]), report("b", [others])]) == [["a"], ["b"]])
    }

    @Test("two encounters of one report stay two")
    func oneReportTwoEncounters() {
        let call = claim(kind: .call, medium: .phone, isPrincipal: false)
        let found = groups([report("a", [claim(), call]), report("b", [claim()])])
        let sizes = found.map(\.count).sorted()
        #expect(sizes == [1, 2])
    }

    @Test("rounds of one dialogue are told apart though days and persons agree")
    func rounds() {
        let first = claim(series: Series(name: "Dialogue", code: "D", round: 4))
        let second = claim(series: Series(name: "Dialogue", code: "D", round: 5))
        #expect(groups([report("a", [first]), report("b", [second])]) == [["a"], ["b"]])
    }

    @Test("an undated report joins the encounter that it fits best, and none where two fit alike")
    func undated() {
        let loose = claim(day: nil)
        let geneva = report("a", [claim()])
        let oslo = report("b", [claim(day: "2025-10-01", city: "Oslo", country: "NOR")], published: "2025-10-01")
        let undated = report("c", [loose], published: nil)
        let clear = groups([geneva, oslo, undated])
        #expect(clear == [["a", "c"], ["b"]])
        let again = report("b", [claim(day: "2025-10-01")], published: "2025-10-01")
        let unclear = groups([geneva, again, undated])
        #expect(unclear == [["a"], ["b"], ["c"]])
    }

    @Test("what a report only remembers, without a date, makes no encounter")
    func remembered() {
        let past = claim(day: nil, isPrincipal: false, isReported: false)
        #expect(groups([report("a", [past])]) == [])
        let dated = claim(day: "2025-12-02", isPrincipal: false, isReported: false)
        #expect(groups([report("a", [claim(), dated])]).count == 2)
    }

    @Test("a summit is one encounter though its reports name different pairs")
    func summit() {
        let one = claim([("Ann Lee", "USA"), ("Igor Petrov", "RUS")], kind: .summit)
        let two = claim([("Ann Lee", "USA"), ("Wu Han", "CHN")], kind: .summit)
        #expect(groups([report("a", [one]), report("b", [two])]) == [["a", "b"]])
        let talks = claim([("Ann Lee", "USA"), ("Wu Han", "CHN")])
        #expect(groups([report("a", [claim()]), report("b", [talks])]) == [["a"], ["b"]])
    }

    @Test("a de facto government is the party that its state is")
    func authority() {
        let state = claim([("Ann Lee", "USA"), ("Amir Khan", "AFG")])
        let group = claim([("Ann Lee", "USA"), (nil, "TALIBAN")])
        #expect(groups([report("a", [state]), report("b", [group])]) == [["a", "b"]])
    }

    @Test("a curator's word outweighs the rules")
    func decisions() {
        let pair = PairDecisions.Pair(ClaimKey(document: "a", ordinal: 0), ClaimKey(document: "b", ordinal: 0))
        let reports = [report("a", [claim()]), report("b", [claim()])]
        #expect(groups(reports, Corroborator(decisions: PairDecisions(different: [pair]))) == [["a"], ["b"]])
        let far = [report("a", [claim()]), report("b", [claim(day: "2026-03-16")], published: "2026-03-16")]
        #expect(groups(far) == [["a"], ["b"]])
        #expect(groups(far, Corroborator(decisions: PairDecisions(same: [pair]))) == [["a", "b"]])
    }

    @Test("the order of the reports changes nothing")
    func order() {
        var reports: [Report] = []
        for i in 0..<40 {
            let day = "2026-03-\(10 + i % 9)"
            let status: Status = i % 7 == 0 ? .announced : .held
            let told = claim(
                [("Ann Lee", "USA"), (i % 3 == 0 ? nil : "Igor Petrov", "RUS")], status: status,
                day: i % 5 == 0 ? nil : day, city: i % 4 == 0 ? "Oslo" : "Geneva", country: i % 4 == 0 ? "NOR" : "CHE")
            reports.append(report("r\(i)", [told], published: i % 11 == 0 ? nil : day))
        }
        let expected = Corroborator().encounters(of: reports).map { "\($0)" }
        var state: UInt64 = 7
        for _ in 0..<20 {
            for i in reports.indices.reversed() {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                reports.swapAt(i, Int(state >> 33) % (i + 1))
            }
            #expect(Corroborator().encounters(of: reports).map { "\($0)" } == expected)
        }
    }
}
