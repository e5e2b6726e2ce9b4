package import Diplomacy

/// A date or time as a publisher wrote it, kept in the publisher's own calendar and zone.
///
/// Read are RFC 3339 and ISO 8601 (week and ordinal dates, basic form, and with spaces), RFC 822, 1123 and 850, asctime,
/// W3C-DTF, Unix seconds and milliseconds, and dates in words of the larger European languages, Arabic, Korean, Chinese
/// and Japanese. What is a sentence with a date in it is no date.
package struct PublicationTime: Hashable, Sendable {
    /// Which comes first where a date is three numbers with the year last.
    package enum Order: Sendable {
        case dayMonth, monthDay
    }

    /// A time of day.
    package struct Clock: Hashable, Sendable {
        /// 0 to 23.
        package var hour: Int
        /// 0 to 59.
        package var minute: Int
        /// 0 to 59; a leap second is 59.
        package var second: Int
        /// The digits after the second's point, at most nine; empty where there are none.
        package var fraction = ""
        /// The zone, where it was told.
        package var zone: Zone?
    }

    /// The zone of a clock.
    package enum Zone: Hashable, Sendable {
        /// Written "Z".
        case utc
        /// Minutes east of Greenwich, -959 to 959.
        case offset(minutes: Int)
        /// UTC, while the place of the clock is not known ("-00:00" of RFC 3339, the military zones of RFC 822).
        case unknownPlace
    }

    /// Year, month and day in the publisher's calendar; the first day where less was told.
    package var day: Day
    /// `day`, `week`, `month` or `year`.
    package var precision: DatePrecision
    /// The time of day; `nil` where none was told.
    package var clock: Clock?

    init(day: Day, precision: DatePrecision = .day, clock: Clock? = nil) {
        self.day = day
        self.precision = precision
        self.clock = clock
    }

    /// The most bytes that a date takes.
    static let longest = 200

    /// The date or time that a text is; `nil` for what is none, lacks its year, or can be read in two orders.
    ///
    /// - Parameter order: how the publisher writes 03/04/2012; without it only dates with one possible order are read.
    package init?(_ text: String, order: Order? = nil) {
        var text = text
        let found = text.withUTF8 { bytes -> PublicationTime? in
            guard bytes.count <= 4 * Self.longest else { return nil }
            let trimmed = TimeTokens.trimmed(bytes)
            guard !trimmed.isEmpty, trimmed.count <= Self.longest else { return nil }
            if let time = PlainTime.read(trimmed) { return time }
            if let time = UnixTime.read(trimmed) { return time }
            return WordedTime.read(trimmed, order: order)
        }
        guard let found else { return nil }
        self = found
    }

    /// RFC 3339 as far as it was told: "2012-12-08T14:30:00+01:00", without the zone where none was told, the date alone
    /// ("2012-12-08", "2012-12", "2012") where no clock was.
    package var rfc3339: String {
        guard let clock else {
            switch precision {
            case .year: return String(day.iso.prefix(4))
            case .month: return String(day.iso.prefix(7))
            default: return day.iso
            }
        }
        let fraction = clock.fraction.isEmpty ? "" : "." + clock.fraction
        return day.iso + "T" + Self.pair(clock.hour) + ":" + Self.pair(clock.minute) + ":" + Self.pair(clock.second)
            + fraction + zoneText(clock.zone)
    }

    private func zoneText(_ zone: Zone?) -> String {
        switch zone {
        case nil: return ""
        case .utc: return "Z"
        case .unknownPlace: return "-00:00"
        case .offset(let minutes):
            let size = abs(minutes)
            return (minutes < 0 ? "-" : "+") + Self.pair(size / 60) + ":" + Self.pair(size % 60)
        }
    }

    private static func pair(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

    /// Seconds since 1970-01-01T00:00:00Z; a clock without a zone is taken for UTC, a date for its midnight.
    package var unixSeconds: Int {
        guard let clock else { return day.number * 86_400 }
        var seconds = day.number * 86_400 + clock.hour * 3600 + clock.minute * 60 + clock.second
        if case .offset(let minutes)? = clock.zone { seconds -= minutes * 60 }
        return seconds
    }
}

extension PublicationTime.Clock {
    /// A clock that was told; `nil` for impossible ones. Hour 24 is for the caller, who knows the day.
    init?(told hour: Int, minute: Int, second: Int = 0, fraction: String = "", zone: PublicationTime.Zone? = nil) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second) else { return nil }
        self.hour = hour
        self.minute = minute
        self.second = min(second, 59)
        self.fraction = String(fraction.prefix(9))
        self.zone = zone
    }
}
