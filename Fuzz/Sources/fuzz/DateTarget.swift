import Diplomacy
import Reading

/// Reads a date in each order and holds the readings against each other and against what they are written as.
func checkDate(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let plain = PublicationTime(text)
    expect(plain == PublicationTime(text), "a date reads the same twice")
    for order in [PublicationTime.Order.dayMonth, .monthDay] {
        let ordered = PublicationTime(text, order: order)
        if let plain { expect(ordered == plain, "a date with one reading keeps it in every order") }
        if let ordered { check(ordered, text) }
    }
    if let plain { check(plain, text) }
}

private func check(_ time: PublicationTime, _ text: String) {
    checkRange(of: time)
    let written = time.rfc3339
    expect(written.utf8.allSatisfy { $0 < 0x80 }, "RFC 3339 is ASCII, found \(written)")
    guard let again = PublicationTime(written) else { return expect(false, "\(written) can be read again") }
    // a week is written as its first day
    expect(again == time || time.precision == .week && again.day == time.day, "\(written) reads as it was written")
}

/// Holds the parts of a time against their ranges.
func checkRange(of time: PublicationTime) {
    let iso = time.day.iso
    expect(Day(iso: iso) == time.day, "the day \(iso) is one of the calendar")
    expect([.day, .week, .month, .year].contains(time.precision), "the precision is one of those of a publication")
    expect((-62_200_000_000...253_500_000_000).contains(time.unixSeconds), "the seconds are those of years 1 to 9999")
    guard let clock = time.clock else { return }
    expect((0...23).contains(clock.hour), "an hour is 0 to 23")
    expect((0...59).contains(clock.minute), "a minute is 0 to 59")
    expect((0...59).contains(clock.second), "a second is 0 to 59")
    expect(
        clock.fraction.utf8.count <= 9 && clock.fraction.utf8.allSatisfy { (0x30...0x39).contains($0) },
        "a fraction is at most nine digits")
    if case .offset(let minutes)? = clock.zone { expect((-959...959).contains(minutes), "a zone is within 16 hours") }
}
