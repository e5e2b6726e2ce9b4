import Hypertext
import Loopback
import Testing

@testable import Fetching

@Suite("When a host may be asked")
struct HostPacesTests {
    @Test("Requests to one host take places, those to another do not wait for them")
    func places() {
        var paces = HostPaces()
        #expect(paces.reserve("a", at: 100) == 100)
        #expect(paces.reserve("a", at: 100) == 102)
        #expect(paces.reserve("a", at: 100.5) == 104)
        #expect(paces.reserve("b", at: 100.5) == 100.5)
        #expect(paces.next("a", at: 101) == 106)
        #expect(paces.reserve("a", at: 200) == 200)
    }

    @Test("The delay that a host asks for, within bounds")
    func crawlDelay() {
        var paces = HostPaces()
        paces.setCrawlDelay(10, of: "a", at: 0)
        #expect(paces.reserve("a", at: 0) == 0)
        #expect(paces.reserve("a", at: 1) == 10)
        paces.setCrawlDelay(86_400, of: "a", at: 10)
        #expect(paces.pace(of: "a") == 60)
        paces.setCrawlDelay(0.1, of: "a", at: 10)
        #expect(paces.pace(of: "a") == 2)
        paces.setCrawlDelay(nil, of: "a", at: 10)
        #expect(paces.pace(of: "a") == 2)
    }

    @Test("A host that asks to be left alone is")
    func leave() {
        var paces = HostPaces()
        paces.leave("a", for: 120, at: 1000)
        #expect(paces.reserve("a", at: 1001) == 1120)
        paces.leave("a", for: 1, at: 1001)
        #expect(paces.next("a", at: 1001) == 1122)
        paces.leave("a", for: 1e12, at: 2000)
        #expect(paces.next("a", at: 2000) == 2000 + 86_400)
        paces.leave("b", for: -5, at: 2000)
        #expect(paces.next("b", at: 2000) == 2000)
    }

    @Test("Hosts of long ago are forgotten")
    func forget() {
        var paces = HostPaces()
        for place in 0..<100 { _ = paces.reserve("\(place)", at: Double(place) * 3600) }
        #expect(paces.count == 100)
        paces.forget(at: 99 * 3600)
        #expect(paces.count == 25)
    }
}

@Suite("When a source is polled")
struct SourceScheduleTests {
    private let start = 1_700_000_000.0

    private func wait(after outcomes: [PollOutcome], random: Double = 0) -> Double {
        var schedule = SourceSchedule(at: start)
        for outcome in outcomes { schedule.record(outcome, at: start, random: random) }
        return schedule.nextPoll - start
    }

    @Test("A new source is polled at once")
    func first() {
        let schedule = SourceSchedule(at: start)
        #expect(schedule.isDue(at: start) && !schedule.isDue(at: start - 1))
    }

    @Test("What changes is polled more often, what does not less, within bounds")
    func adaptive() {
        #expect(wait(after: [.changed(freshFor: nil)]) == 1200)
        #expect(wait(after: [.unchanged(freshFor: nil)]) == 2250)
        #expect(wait(after: Array(repeating: .changed(freshFor: nil), count: 50)) == 300)
        #expect(wait(after: Array(repeating: .unchanged(freshFor: nil), count: 50)) == 43_200)
    }

    @Test("A feed that changes every hour is polled about three times between its changes")
    func settles() {
        var schedule = SourceSchedule(at: start)
        var now = start
        var lastSeen = 0
        var polls = 0
        while now < start + 30 * 86_400 {
            now = schedule.nextPoll
            let edition = Int((now - start) / 3600)
            schedule.record(
                edition > lastSeen ? .changed(freshFor: nil) : .unchanged(freshFor: nil), at: now, random: 0.5)
            lastSeen = edition
            polls += 1
        }
        let perChange = Double(polls) / (30 * 24)
        #expect((2.2...3.6).contains(perChange), "\(perChange)")
    }

    @Test("What says that it stays fresh is left so long, within bounds")
    func fresh() {
        #expect(wait(after: [.changed(freshFor: 7200)]) == 7200)
        #expect(wait(after: [.changed(freshFor: 10)]) == 1200)
        #expect(wait(after: [.unchanged(freshFor: 1e15)]) == 43_200)
    }

    @Test("Failures wait twice as long each time, up to a day, and a success ends them")
    func backOff() {
        let waits = (1...12).map { wait(after: Array(repeating: .failed(reason: "x"), count: $0)) }
        #expect(waits == [900, 1800, 3600, 7200, 14_400, 28_800, 57_600, 86_400, 86_400, 86_400, 86_400, 86_400])
        #expect(wait(after: Array(repeating: .failed(reason: "x"), count: 500)) == 86_400)
        var schedule = SourceSchedule(at: start)
        schedule.record(.failed(reason: "no answer"), at: start, random: 0)
        #expect(schedule.failures == 1 && schedule.lastFailure == "no answer" && schedule.interval == 1800)
        schedule.record(.unchanged(freshFor: nil), at: start, random: 0)
        #expect(schedule.failures == 0 && schedule.lastFailure == nil)
    }

    @Test(
        "Waits are longer by a random part of a tenth",
        arguments: [(0, 900), (0.5, 945), (1, 990), (7, 990), (-1, 900)])
    func jitter(_ random: Double, _ seconds: Double) {
        #expect(abs(wait(after: [.failed(reason: "x")], random: random) - seconds) < 1e-6)
    }

    @Test("A host that asks to wait is waited for, within bounds")
    func told() {
        #expect(wait(after: [.toldToWait(seconds: 3000)]) == 3000)
        #expect(wait(after: [.toldToWait(seconds: 1)]) == 300)
        #expect(wait(after: [.toldToWait(seconds: 1e300)]) == 86_400)
        #expect(wait(after: [.toldToWait(seconds: nil)]) == 900)
        #expect(wait(after: [.toldToWait(seconds: nil), .toldToWait(seconds: nil)]) == 1800)
    }

    @Test("A source that is gone pauses with its reason, until it is resumed")
    func gone() {
        var schedule = SourceSchedule(at: start)
        schedule.record(.ended(reason: "gone"), at: start, random: 0)
        #expect(schedule.pause == "gone" && !schedule.isDue(at: start + 1e9))
        schedule.resume(at: start + 10)
        #expect(schedule.pause == nil && schedule.isDue(at: start + 10))
    }
}

@Suite("What a poll came to", .serialized)
struct PollOutcomeTests {
    private let now = 784_111_777.0

    private func outcome(_ status: String, _ fields: [String] = [], hasChanged: Bool = false) async throws
        -> PollOutcome
    {
        let web = try await Web { _ in .answer(status, fields, text: "x") }
        return PollOutcome(try await web.fetch(), hasChanged: hasChanged, at: now)
    }

    @Test("From what servers answer")
    func answers() async throws {
        #expect(try await outcome("200 OK", hasChanged: true) == .changed(freshFor: nil))
        #expect(try await outcome("200 OK", ["Cache-Control: max-age=90"]) == .unchanged(freshFor: 90))
        #expect(try await outcome("429 Slow", ["Retry-After: 120"]) == .toldToWait(seconds: 120))
        // 784111777 is the date of RFC 9110's example; this is a minute later.
        let date = "Retry-After: Sun, 06 Nov 1994 08:50:37 GMT"
        #expect(try await outcome("503 Busy", [date]) == .toldToWait(seconds: 60))
        #expect(try await outcome("503 Busy") == .toldToWait(seconds: nil))
        #expect(try await outcome("404 No") == .failed(reason: "its host answered 404"))
        guard case .ended(let reason) = try await outcome("410 Gone") else {
            Issue.record("another outcome")
            return
        }
        #expect(reason.contains("410") && reason.contains("public.example"))
    }

    @Test("From fetches that failed: only a source's own address ends it")
    func failures() throws {
        let web = try WebAddress.parse("http://public.example/")
        for code in FetchError.Code.allCases {
            var error = FetchError(code, "why")
            let isOurs = [.schemeRefused, .credentialsRefused, .portRefused, .hostRefused].contains(code)
            let ended = PollOutcome(.failure(error), hasChanged: false, at: now)
            #expect(ended == (isOurs ? .ended(reason: error.description) : .failed(reason: error.description)))
            error.hops = [Hop(address: web, server: Web.loopback, status: 302)]
            #expect(PollOutcome(.failure(error), hasChanged: false, at: now) == .failed(reason: error.description))
        }
    }
}

@Suite("What fields say about coming again")
struct PatienceTests {
    private let now = 784_111_777.0

    @Test(
        "Retry-After in both forms",
        arguments: [
            ("120", 120), (" 7 ", 7), ("0", 0), ("99999999999999999999999999", 1e18),
            ("Sun, 06 Nov 1994 08:51:37 GMT", 120), ("Sun, 06 Nov 1994 08:00:00 GMT", 0), ("-5", nil), ("soon", nil),
            ("", nil),
            ("1.5", nil),
        ] as [(String, Double?)])
    func retryAfter(_ value: String, _ seconds: Double?) {
        #expect(Patience.retryAfter(value, at: now) == seconds)
        #expect(Patience.retryAfter(nil, at: now) == nil)
    }

    @Test(
        "Freshness",
        arguments: [
            ("max-age=300", nil, nil, 300), ("public, Max-Age = \"60\"", nil, nil, 60),
            ("no-cache, max-age=60", nil, nil, 0),
            ("no-store", nil, nil, 0), ("max-age=x", nil, nil, 0), ("s-maxage=9", nil, nil, nil),
            ("max-age=1, max-age=2", nil, nil, 1),
            (nil, "Sun, 06 Nov 1994 08:54:37 GMT", nil, 300),
            (nil, "Sun, 06 Nov 1994 08:54:37 GMT", "Sun, 06 Nov 1994 08:54:07 GMT", 30),
            (nil, "0", nil, 0), (nil, "-1", nil, 0), ("max-age=5", "Sun, 06 Nov 1994 08:54:37 GMT", nil, 5),
            (nil, nil, nil, nil),
        ] as [(String?, String?, String?, Double?)])
    func fresh(_ cacheControl: String?, _ expires: String?, _ date: String?, _ seconds: Double?) {
        var fields = ResponseFields()
        (fields.cacheControl, fields.expires, fields.date) = (cacheControl, expires, date)
        #expect(Patience.freshFor(fields, at: now) == seconds)
    }

    /// RFC 9110, section 5.6.7, shows one moment in three notations.
    @Test(
        "Dates",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
            ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Tue, 29 Feb 2000 12:00:00 GMT", 951_825_600), ("Fri, 31 Dec 1999 23:59:60 GMT", 946_684_800),
            ("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799), ("Mon, 01 Jan 0001 00:00:00 GMT", -62_135_596_800),
            ("Sun, 06 Nov 1994 24:49:37 GMT", nil), ("Sun, 32 Nov 1994 08:49:37 GMT", nil),
            ("Sun, 06 Nix 1994 08:49:37 GMT", nil),
            ("06 Nov 1994", nil), ("", nil), ("Sun, 06 Nov 19940 08:49:37 GMT", nil), ("a b c d : f", nil),
            ("::: : : : ", nil),
        ] as [(String, Int64?)])
    func dates(_ text: String, _ seconds: Int64?) {
        #expect(HTTPDate.seconds(text, now: now) == seconds)
    }

    @Test("A year of two digits is at most fifty years ahead")
    func centuries() {
        // 2026-11-27
        let now = 1_795_737_600.0
        #expect(HTTPDate.seconds("Monday, 01-Jan-76 00:00:00 GMT", now: now) == 3_345_062_400)
        #expect(HTTPDate.seconds("Monday, 01-Jan-77 00:00:00 GMT", now: now) == 220_924_800)
        #expect(HTTPDate.seconds("Monday, 01-Jan-77 00:00:00 GMT", now: .nan) == 220_924_800)
    }
}
