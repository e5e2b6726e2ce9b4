import Diplomacy
import Testing

@testable import Reading

@Suite("Times of publication")
struct PublicationTimeTests {
    private func read(_ text: String, order: PublicationTime.Order? = nil) -> String? {
        PublicationTime(text, order: order)?.rfc3339
    }

    @Test(arguments: [
        ("2012-12-08", "2012-12-08"), ("2012-12-08T14:30:00Z", "2012-12-08T14:30:00Z"),
        ("2012-12-08t14:30:00z", "2012-12-08T14:30:00Z"), ("2012-12-08T14:30:00+01:00", "2012-12-08T14:30:00+01:00"),
        ("2012-12-08T14:30:00.250-05:30", "2012-12-08T14:30:00.250-05:30"),
        ("2012-12-08T14:30:00-00:00", "2012-12-08T14:30:00-00:00"), ("2012-12-08T14:30:00", "2012-12-08T14:30:00"),
        ("2012-12-08T14:30+0100", "2012-12-08T14:30:00+01:00"),
        ("2012-12-08 14:30:00 +0100", "2012-12-08T14:30:00+01:00"),
        ("2012-12-08 14:30:00 UTC", "2012-12-08T14:30:00Z"), ("2012-12-08T14:30:00+01", "2012-12-08T14:30:00+01:00"),
        ("2012-12-08T14Z", "2012-12-08T14:00:00Z"), ("20121208T143000Z", "2012-12-08T14:30:00Z"),
        ("20121208T1430", "2012-12-08T14:30:00"), ("20121208", "2012-12-08"), ("20121208143000", "2012-12-08T14:30:00"),
        ("201212081430", "2012-12-08T14:30:00"), ("2012-343", "2012-12-08"), ("2012343", "2012-12-08"),
        ("2012-366", "2012-12-31"), ("2012-W49-6", "2012-12-08"), ("2012W496", "2012-12-08"),
        ("2009-W53-7T10:00Z", "2010-01-03T10:00:00Z"), ("2012-12", "2012-12"), ("2012", "2012"),
        ("2012-12-31T24:00:00Z", "2013-01-01T00:00:00Z"), ("2012-06-30T23:59:60Z", "2012-06-30T23:59:59Z"),
        ("2012-12-08T14:30:00,5Z", "2012-12-08T14:30:00.5Z"), ("2012-12-8T9:05Z", "2012-12-08T09:05:00Z"),
        ("\n 2012-12-08T14:30:00Z\t", "2012-12-08T14:30:00Z"), ("2012/12/08 14:30", "2012-12-08T14:30:00"),
        ("2004-07-08 23:56:58.0", "2004-07-08T23:56:58.0"), ("2012-12-08Z", "2012-12-08"),
    ])
    func iso8601(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(
        arguments: [
            ("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"),
            ("Thu, 01 Jan 04 19:48 EST", "2004-01-01T19:48:00-05:00"),
            ("01 Jan 2004 00:00:00 +0100", "2004-01-01T00:00:00+01:00"), ("Thu, 31 Jun 99 10:00:00 PST", nil),
            ("Thursday, 01-Jan-70 19:48:21 GMT", "1970-01-01T19:48:21Z"),
            ("Sun, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
            ("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37"),
            ("Sun Jan  4 16:29:06 PST 2004", "2004-01-04T16:29:06-08:00"),
            ("Mon Jan 26 16:31:00 +0300 2004", "2004-01-26T16:31:00+03:00"),
            ("Thu, 01 Jan 2004 19:48:21 M", "2004-01-01T19:48:21-00:00"),
            ("Thu, 01 Jan 2004 19:48:21 Z", "2004-01-01T19:48:21Z"),
            ("Thu, 01 Jan 2004 19:48:21 UT", "2004-01-01T19:48:21Z"),
            ("Thu, 01 Jan 2004 19:48:21 -0000", "2004-01-01T19:48:21-00:00"),
            ("Thu, 01 Jan 2004 19:48:21 GMT+3", "2004-01-01T19:48:21+03:00"),
            ("Thu, 01 Jan 2004 19:48:21 UTC -05:30", "2004-01-01T19:48:21-05:30"),
            ("Thu, 01 Jan 2004 19:48:21 +0100 (CET)", "2004-01-01T19:48:21+01:00"), ("Thu, 01 Jan 2004", "2004-01-01"),
            ("Fri, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"),
            ("Thu,01 January 2004 9:08:21 am EDT", "2004-01-01T09:08:21-04:00"),
            ("Thu, 5 Apr 2012 10:00:00 Etc/GMT", "2012-04-05T10:00:00"),
            ("Thu, 05 Apr 2012 10:00:00 IST", "2012-04-05T10:00:00"),
            ("Sat, 01 Jan 100 19:48:21 GMT", "2000-01-01T19:48:21Z"),
            ("Thu, 01 Jan 2004 24:00:00 GMT", "2004-01-02T00:00:00Z"),
            ("Thu, 01 Jan 2004 25:00:00 GMT", nil), ("Thu, 32 Jan 2004 10:00:00 GMT", nil),
        ] as [(String, String?)])
    func rfc822AndKin(text: String, expected: String?) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        "8 December 2012, 14:30", "December 8, 2012 2:30 PM", "Dec. 8th, 2012 at 2:30 p.m.",
        "Saturday 8 December 2012 14:30",
        "8. Dezember 2012, 14:30 Uhr", "8. Dezember 2012 14.30 Uhr", "Samstag, 8. Dezember 2012 um 14:30",
        "8 décembre 2012 à 14h30", "sam. 8 déc. 2012 14:30",
        "8 de diciembre de 2012 14:30", "8 dicembre 2012 ore 14.30", "8 de dezembro de 2012 às 14h30",
        "8 декабря 2012 года, 14:30", "8 декабря 2012 г. в 14:30", "Суббота, 8 дек 2012 14:30",
        "8 Δεκεμβρίου 2012 14:30",
        "2012. december 8., szombat 14:30", "2012-december-08T14:30", "2012년 12월 8일 오후 2:30", "2012年12月8日 14時30分",
        "2012年12月8日下午2:30", "2012年12月8日(土) 14:30", "8 aralık 2012 14:30", "8 grudnia 2012 14:30", "8 грудня 2012 14:30",
        "8 ديسمبر 2012 14:30", "٨ ديسمبر ٢٠١٢ ١٤:٣٠", "08.12.2012 14:30", "2012.12.08 14:30", "8-Dec-2012 14:30",
        "Published: 8 December 2012 | 14:30", "8 desember 2012 kl. 14.30", "December 8, 2012 - 14:30",
        "14:30, 8 December 2012", "14:30 8 Dec 12",
    ])
    func words(text: String) {
        #expect(read(text) == "2012-12-08T14:30:00", "\(text)")
    }

    @Test(arguments: [
        ("8 December 2012", "2012-12-08"), ("December 8, 2012", "2012-12-08"), ("8. Dezember 2012", "2012-12-08"),
        ("1er janvier 2013", "2013-01-01"), ("mar 3 fév 2004", "2004-02-03"), ("mar. 3 mars 2009", "2009-03-03"),
        ("May 3, 2012", "2012-05-03"),
        ("3 мая 2012", "2012-05-03"), ("December 2012", "2012-12"), ("12/2012", "2012-12"),
        ("Ιούλ 11, 2004", "2004-07-11"),
        ("1 MARS 2012", "2012-03-01"), ("1 März 2012", "2012-03-01"), ("2012年12月", "2012-12"),
        ("2012. 12. 8.", "2012-12-08"),
        ("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T12:00:00-05:00"),
        ("2004-július-13T9:15-05:00", "2004-07-13T09:15:00-05:00"),
        ("2004년 05월 28일 오후 11:31:25", "2004-05-28T23:31:25"), ("2004-05-28 오후 11:31:25", "2004-05-28T23:31:25"),
        ("8 December 2012 2pm GMT", "2012-12-08T14:00:00Z"), ("8 December 2012 12:05 am", "2012-12-08T00:05:00"),
        ("8 December 2012 12:05 pm ET", "2012-12-08T12:05:00"),
        ("8 декабря 2012 14:30 МСК", "2012-12-08T14:30:00+03:00"),
    ])
    func datesInWords(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        ("1354977000", "2012-12-08T14:30:00Z"), ("1354977000000", "2012-12-08T14:30:00Z"),
        ("1354977000123456", "2012-12-08T14:30:00Z"), ("1354977000.25", "2012-12-08T14:30:00Z"),
        ("999999999", "2001-09-09T01:46:39Z"), ("946684800000", "2000-01-01T00:00:00Z"),
    ])
    func unix(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        ("Sat 8 Dec 2012 14.30 GMT", "2012-12-08T14:30:00Z"),
        ("Sábado, 8 diciembre 2012 - 14:30 h.", "2012-12-08T14:30:00"),
        ("2012-12-08T14:30:00+01:00[Europe/Berlin]", "2012-12-08T14:30:00+01:00"),
        ("Sat Dec 08 2012 14:30:00 GMT+0100 (Central European Standard Time)", "2012-12-08T14:30:00+01:00"),
        ("Updated 2:30 PM ET, Sat December 8, 2012", "2012-12-08T14:30:00"),
        ("7:05 a.m. EST, Dec. 8, 2012", "2012-12-08T07:05:00-05:00"), ("8 كانون الأول 2012", "2012-12-08"),
        ("8 ديسمبر/ كانون الأول 2012", "2012-12-08"), ("Veröffentlicht am 8. Dezember 2012", "2012-12-08"),
        ("8 Aug 2012 at 2:30pm (GMT+8)", "2012-08-08T14:30:00+08:00"), ("2012-Dec-08", "2012-12-08"),
    ])
    func asThePressWrites(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test func orders() {
        #expect(read("03/04/2012") == nil)
        #expect(read("03/04/2012", order: .dayMonth) == "2012-04-03")
        #expect(read("03/04/2012", order: .monthDay) == "2012-03-04")
        #expect(read("13/04/2012") == "2012-04-13")
        #expect(read("04/13/2012", order: .dayMonth) == "2012-04-13")
        #expect(read("04/04/2012") == "2012-04-04")
        #expect(read("03.04.2012") == "2012-04-03")
        #expect(read("03.04.12") == "2012-04-03")
        #expect(read("13/04/2012 2:30 PM") == "2012-04-13T14:30:00")
        #expect(read("09/12/25") == nil)
        #expect(read("12/25/09") == "2009-12-25")
        #expect(read("12/25/09", order: .monthDay) == "2009-12-25")
        #expect(read("13/13/2012") == nil)
    }

    @Test(arguments: [
        "", " ", "yesterday", "3 days ago", "14:30", "8 December", "0001-01-01T00:00:00Z", "2012-13-01", "2012-02-30",
        "30 February 2012", "2012-12-08T25:00:00Z", "2012-367", "2012-W54-1", "12345", "123456",
        "1234567890123456789012345",
        "The minister met his colleague on 8 December 2012 in Geneva", "2012-12-08 and 2012-12-09", "5 Dec 6 Dec 2012",
        "$12/12/2012", "version 2.0.1", "9223372036854775807", "Jan Feb 2012", "8 December 20123",
        "0000-00-00 00:00:00",
    ])
    func none(text: String) {
        #expect(read(text) == nil, "\(text)")
    }

    @Test func longTextsAreNone() {
        #expect(read(String(repeating: "1", count: 1 << 20)) == nil)
        #expect(read("2012-12-08" + String(repeating: ",", count: 300)) == nil)
    }

    @Test func partsAndInstants() throws {
        let time = try #require(PublicationTime("Tue, 06 Apr 2004 23:05:43 -0500"))
        #expect(time.day == Day(year: 2004, month: 4, day: 6))
        #expect(time.precision == .day)
        #expect(time.clock == PublicationTime.Clock(hour: 23, minute: 5, second: 43, zone: .offset(minutes: -300)))
        #expect(time.unixSeconds == PublicationTime("2004-04-07T04:05:43Z")?.unixSeconds)
        #expect(PublicationTime("2012-12")?.day == Day(year: 2012, month: 12, day: 1))
        #expect(PublicationTime("2012-12")?.precision == .month)
        #expect(PublicationTime("1970-01-02")?.unixSeconds == 86_400)
    }

    /// Every day of a leap year and its neighbours reads back from the forms of the feeds.
    @Test func everyDayOfThreeYears() throws {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let first = try #require(Day(year: 2011, month: 1, day: 1))
        for day in (0..<1096).map({ first + $0 }) {
            let (year, month, dayOfMonth) = day.civil
            #expect(PublicationTime(day.iso)?.day == day)
            #expect(PublicationTime("\(dayOfMonth) \(names[month - 1]) \(year) 01:02:03 GMT")?.day == day)
            #expect(PublicationTime("\(names[month - 1]) \(dayOfMonth), \(year)")?.day == day)
            #expect(PublicationTime("\(dayOfMonth).\(month).\(year)")?.day == day)
        }
    }

    @Test func anyTextIsReadWithoutATrap() {
        let pieces = [
            "2012", "-", "12", "T", ":", "14", "Dec", " ", "+", "W", ".", "/", "pm", "年", "월", "99999999", "0", "é",
            "(", "h",
            "GMT", "오후", "000000000000000000", "mar", ",", "\u{0}", "٣",
        ]
        var state: UInt64 = 11
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<8 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            guard let time = PublicationTime(text) else { continue }
            #expect(PublicationTime(time.rfc3339)?.day == time.day, "\(text) → \(time.rfc3339)")
        }
    }
}
