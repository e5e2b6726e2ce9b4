import Diplomacy

/// The commonest form, read at once: "2012-12-08", "2012-12-08T14:30:00Z", "2012-12-08T14:30:00.5+01:00".
enum PlainTime {
    static func read(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) -> PublicationTime? {
        let bytes = UnsafeBufferPointer(rebasing: bytes)
        guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(bytes, 0, 4),
            let month = number(bytes, 5, 2), let dayOfMonth = number(bytes, 8, 2), year >= 1000,
            let day = Day(year: year, month: month, day: dayOfMonth)
        else { return nil }
        if bytes.count == 10 { return PublicationTime(day: day) }
        guard bytes.count >= 19, bytes[10] | 0x20 == 0x74, bytes[13] == 0x3A, bytes[16] == 0x3A,
            let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2), let second = number(bytes, 17, 2),
            var clock = PublicationTime.Clock(told: hour, minute: minute, second: second)
        else { return nil }
        var i = 19
        if i < bytes.count, bytes[i] == 0x2E {
            let end = bytes[(i + 1)...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.count
            guard end > i + 1 else { return nil }
            clock.fraction = String(decoding: bytes[(i + 1)..<min(end, i + 10)], as: UTF8.self)
            i = end
        }
        if i < bytes.count {
            guard let zone = zone(bytes, i) else { return nil }
            clock.zone = zone
        }
        return PublicationTime(day: day, clock: clock)
    }

    private static func zone(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> PublicationTime.Zone? {
        if bytes.count == i + 1, bytes[i] | 0x20 == 0x7A { return .utc }
        guard bytes.count == i + 6, bytes[i + 3] == 0x3A, bytes[i] == 0x2B || bytes[i] == 0x2D,
            let hours = number(bytes, i + 1, 2), let minutes = number(bytes, i + 4, 2)
        else { return nil }
        return ZoneNames.zone(isWest: bytes[i] == 0x2D, hours: hours, minutes: minutes)
    }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for byte in bytes[start..<(start + count)] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }
}

/// Seconds (nine or ten digits), milliseconds (twelve or thirteen) and microseconds (sixteen) since 1970, in UTC.
enum UnixTime {
    static func read(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) -> PublicationTime? {
        let whole = bytes.prefix { (0x30...0x39).contains($0) }
        let rest = bytes[whole.endIndex...]
        guard rest.isEmpty || (rest.first == 0x2E && rest.count > 1 && rest.dropFirst().allSatisfy(isDigit)) else {
            return nil
        }
        guard whole.count <= 16, let value = Int(String(decoding: whole, as: UTF8.self)) else { return nil }
        switch whole.count {
        case 9, 10: return time(seconds: value)
        // 201212081430 is a basic form of ISO 8601; as milliseconds such a number is of 1970 to 2001
        case 12 where !(1900...2100).contains(value / 100_000_000) || !rest.isEmpty: return time(seconds: value / 1000)
        case 13: return time(seconds: value / 1000)
        case 16: return time(seconds: value / 1_000_000)
        default: return nil
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func time(seconds: Int) -> PublicationTime? {
        let rest = seconds % 86_400
        return PublicationTime.Clock(told: rest / 3600, minute: rest / 60 % 60, second: rest % 60, zone: .utc).map {
            PublicationTime(day: Day(number: seconds / 86_400), clock: $0)
        }
    }
}
