/// Dates of HTTP (RFC 9110, section 5.6.7), in its three notations, as whole seconds since 1970 began.
package enum HTTPDate {
    /// The second that a field value names; `nil` where it names none. Days of the week are not checked.
    ///
    /// - Parameter now: seconds since 1970, by which a year of two digits finds its century.
    package static func seconds(_ value: some StringProtocol, now: Double) -> Int64? {
        guard value.utf8.count <= 64 else { return nil }
        let words = value.utf8.split { [0x20, 0x2C, 0x2D].contains($0) }.map { Array($0) }
        switch words.count {
        case 6 where words[4].contains(0x3A):
            // Sun, 06 Nov 1994 08:49:37 GMT; Sunday, 06-Nov-94 08:49:37 GMT
            guard var year = number(words[3], of: 2...4) else { return nil }
            if words[3].count == 2 { year = century(of: year, now) }
            return seconds(day: words[1], month: words[2], year: year, time: words[4])
        case 5 where words[3].contains(0x3A):
            // Sun Nov  6 08:49:37 1994
            guard let year = number(words[4], of: 4...4) else { return nil }
            return seconds(day: words[2], month: words[1], year: year, time: words[3])
        default: return nil
        }
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    private static func seconds(day: [UInt8], month: [UInt8], year: Int64, time: [UInt8]) -> Int64? {
        let clock = time.split(separator: 0x3A, omittingEmptySubsequences: false).map { number(Array($0), of: 2...2) }
        let name = String(decoding: month, as: UTF8.self).lowercased()
        guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
            hour < 24, minute < 60, second <= 60, let place = months.firstIndex(of: name),
            let day = number(day, of: 1...2), (1...31).contains(day)
        else { return nil }
        return days(year, Int64(place + 1), day) * 86_400 + hour * 3600 + minute * 60 + second
    }

    /// Days from 1 January 1970 to a day of the Gregorian calendar, years counted from March.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let era = year.quotientAndRemainder(dividingBy: 400)
        let yearOfEra = era.remainder < 0 ? era.remainder + 400 : era.remainder
        let eras = era.remainder < 0 ? era.quotient - 1 : era.quotient
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return eras * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The year of two digits that is at most fifty years ahead.
    private static func century(of year: Int64, _ now: Double) -> Int64 {
        let present = Int64(exactly: (1970 + now / 31_556_952).rounded(.down)) ?? 2000
        guard (1900...9999).contains(present) else { return year < 70 ? 2000 + year : 1900 + year }
        let guess = present / 100 * 100 + year
        return guess > present + 50 ? guess - 100 : guess
    }

    private static func number(_ digits: [UInt8], of lengths: ClosedRange<Int>) -> Int64? {
        guard lengths.contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int64($1 & 0x0F) }
    }
}
