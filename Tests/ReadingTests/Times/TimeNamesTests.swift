import Diplomacy
import Testing

@testable import Reading

@Suite("Names in dates")
struct TimeNamesTests {
    /// The months of each language as its newspapers write them.
    @Test(arguments: [
        "January February March April May June July August September October November December",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Jänner Feber März April Mai Juni Juli August September Oktober November Dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar marts april maj juni juli august september oktober november december",
        "januar februar mars april mai juni juli august september oktober november desember",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "január február március április május június július augusztus szeptember október november december",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
        "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    ])
    func months(names: String) {
        for (i, name) in names.split(separator: " ").enumerated() {
            let month = i < 9 ? "0\(i + 1)" : String(i + 1)
            #expect(PublicationTime("8 \(name) 2012")?.rfc3339 == "2012-\(month)-08", "\(name)")
            #expect(PublicationTime("8 \(name.uppercased()) 2012")?.rfc3339 == "2012-\(month)-08", "\(name)")
        }
    }

    @Test(arguments: [
        ("UTC", "Z"), ("GMT", "Z"), ("EST", "-05:00"), ("EDT", "-04:00"), ("CST", "-06:00"), ("CDT", "-05:00"),
        ("MST", "-07:00"),
        ("MDT", "-06:00"), ("PST", "-08:00"), ("PDT", "-07:00"), ("CET", "+01:00"), ("CEST", "+02:00"),
        ("MEZ", "+01:00"),
        ("BST", "+01:00"), ("EET", "+02:00"), ("MSK", "+03:00"), ("JST", "+09:00"), ("KST", "+09:00"),
        ("AEST", "+10:00"),
        ("NZDT", "+13:00"), ("NPT", "+05:45"), ("A", "-00:00"), ("Y", "-00:00"), ("+0545", "+05:45"),
        ("-03:30", "-03:30"),
        ("+14:00", "+14:00"), ("IST", ""), ("ET", ""), ("+9900", ""), ("", ""),
    ])
    func zones(zone: String, expected: String) {
        #expect(PublicationTime("8 Dec 2012 14:30:00 \(zone)")?.rfc3339 == "2012-12-08T14:30:00" + expected)
    }

    /// Two-digit years: RFC 5322, section 4.3.
    @Test(arguments: [("00", 2000), ("12", 2012), ("49", 2049), ("50", 1950), ("99", 1999)])
    func years(text: String, year: Int) {
        #expect(PublicationTime("8 Dec \(text) 14:30 GMT")?.day.civil.year == year)
    }

    /// ISO 8601 week dates: the first and last weeks of years, from the calendar.
    @Test(arguments: [
        ("2008-W01-1", "2007-12-31"), ("2009-W01-1", "2008-12-29"), ("2009-W53-7", "2010-01-03"),
        ("2010-W01-1", "2010-01-04"),
        ("2012-W52-7", "2012-12-30"), ("2015-W53-4", "2015-12-31"),
    ])
    func weeks(text: String, day: String) {
        #expect(PublicationTime(text)?.day.iso == day)
    }

    @Test func tokens() throws {
        let tokens = try #require(Array("8. Déc 2012".utf8).withUnsafeBufferPointer { TimeTokens.read($0[...]) })
        #expect(
            tokens == [
                TimeToken(kind: .number(8, digits: 1), isAttached: true), TimeToken(kind: .mark("."), isAttached: true),
                TimeToken(kind: .word("dec"), isAttached: false),
                TimeToken(kind: .number(2012, digits: 4), isAttached: false),
            ])
    }

    /// Every minute of a day, in both clocks.
    @Test func everyMinute() {
        for minute in 0..<1440 {
            let (hour, rest) = (minute / 60, minute % 60)
            let two = rest < 10 ? "0\(rest)" : "\(rest)"
            let expected = "2012-12-08T\(hour < 10 ? "0" : "")\(hour):\(two):00"
            #expect(PublicationTime("8 Dec 2012 \(hour):\(two)")?.rfc3339 == expected)
            let half = hour < 12 ? "am" : "p.m."
            #expect(PublicationTime("Dec 8, 2012 \((hour + 11) % 12 + 1):\(two) \(half)")?.rfc3339 == expected)
        }
    }
}
