/// Where the central directory of a zip file stands, and its entries one by one (PKWARE APPNOTE 6.3, sections 4.3.12 to
/// 4.3.16). Bounded memory: the directory is read as a stream.
struct ZipDirectory {
    /// One line of the directory.
    struct Entry {
        var name: String
        var method: Int
        var flags: Int
        var crc: UInt32
        var compressed: Int
        var size: Int
        /// Of the local header, from the start of the file.
        var offset: Int
        /// `2026-03-12T10:00:00`; `nil` where the fields hold no date.
        var date: String?
    }

    private let window: Window
    private let name: String
    /// Bytes before the archive: a program that unpacks itself.
    private let shift: Int
    private var left: Int

    /// Finds the directory from the end of the file.
    ///
    /// - Throws: ``ArchiveFault/Code/zipDirectory`` where there is none.
    init(_ bytes: any SeekableBytes, name: String) throws(ArchiveFault) {
        self.name = name
        let tailStart = max(0, bytes.count - 22 - 65_535)
        let tail = Window(SequentialStream(SliceBytes(bytes, tailStart..<bytes.count)))
            .take(bytes.count - tailStart)
        guard let mark = Self.lastMark(in: tail) else {
            throw ArchiveFault(
                .zipDirectory,
                "expected the directory at the end of a zip file, found none; "
                    + "the file is cut short or no zip file: fetch it again", in: name, at: bytes.count)
        }
        var (count, size, start) = (tail.number(mark + 10, 2), tail.number(mark + 12, 4), tail.number(mark + 16, 4))
        var end = tailStart + mark
        if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF,
            let large = try Self.zip64(bytes, before: end, name: name)
        {
            (count, size, start, end) = (large.count, large.size, large.start, large.end)
        }
        guard size <= end, start <= end - size else {
            throw ArchiveFault(
                .zipDirectory,
                "expected a directory of \(size) bytes at byte \(start), found that it would end after "
                    + "the file does; fetch the file again", in: name, at: end)
        }
        shift = end - size - start
        left = count
        window = Window(SequentialStream(SliceBytes(bytes, end - size..<end)))
    }

    /// The last end of a directory whose comment reaches to the end of the file, else the last one.
    private static func lastMark(in tail: [UInt8]) -> Int? {
        guard tail.count >= 22 else { return nil }
        var fallback: Int?
        for place in stride(from: tail.count - 22, through: 0, by: -1)
        where tail[place] == 0x50 && tail.number(place, 4) == 0x0605_4B50 {
            if place + 22 + tail.number(place + 20, 2) == tail.count { return place }
            fallback = fallback ?? place
        }
        return fallback
    }

    private static func zip64(
        _ bytes: any SeekableBytes, before end: Int, name: String
    ) throws(ArchiveFault) -> (count: Int, size: Int, start: Int, end: Int)? {
        guard end >= 20 else { return nil }
        let locator = Window(SequentialStream(SliceBytes(bytes, end - 20..<end))).take(20)
        guard locator.count == 20, locator.number(0, 4) == 0x0706_4B50 else { return nil }
        // the place that the locator names, or, where bytes stand before the archive, the one before the locator
        for place in [locator.number(8, 8), end - 76] where place >= 0 && place <= end - 76 {
            let record = Window(SequentialStream(SliceBytes(bytes, place..<place + 56))).take(56)
            if record.count == 56, record.number(0, 4) == 0x0606_4B50 {
                return (record.number(32, 8), record.number(40, 8), record.number(48, 8), place)
            }
        }
        throw ArchiveFault(
            .zipDirectory, "expected the directory of a large zip file, found none; fetch the file again", in: name,
            at: end)
    }

    /// The next entry; `nil` after the last.
    mutating func next() throws(ArchiveFault) -> Entry? {
        guard left > 0 else { return nil }
        left -= 1
        let place = window.offset
        guard window.fill(46), window.take(4).number(0, 4) == 0x0201_4B50 else { throw broken(at: place) }
        // offsets below are those of the directory's entry less its mark of 4 bytes
        let head = window.take(42)
        let (nameSize, extraSize, commentSize) = (head.number(24, 2), head.number(26, 2), head.number(28, 2))
        let rawName = window.take(nameSize)
        let extra = window.take(extraSize)
        guard rawName.count == nameSize, extra.count == extraSize, window.skip(commentSize) == commentSize else {
            throw broken(at: place)
        }
        var entry = Entry(
            name: "", method: head.number(6, 2), flags: head.number(4, 2), crc: UInt32(head.number(12, 4)),
            compressed: head.number(16, 4), size: head.number(20, 4), offset: head.number(38, 4),
            date: Self.date(head.number(10, 2), head.number(8, 2)))
        var isUTF8 = entry.flags & 0x800 != 0
        var name = rawName
        Self.eachField(of: extra) { id, field in
            if id == 1 {
                var at = 0
                for path in [\Entry.size, \Entry.compressed, \Entry.offset] where entry[keyPath: path] == 0xFFFF_FFFF {
                    guard at + 8 <= field.count else { return }
                    entry[keyPath: path] = field.number(at, 8)
                    at += 8
                }
            } else if id == 0x7075, field.count > 5, field[0] == 1,
                UInt32(field.number(1, 4)) == Checksum.crc32(rawName)
            {
                name = Array(field[5...])
                isUTF8 = true
            }
        }
        entry.name = ZipName.text(name, isUTF8: isUTF8, isUnix: head.number(1, 1) == 3)
        let (offset, overflow) = entry.offset.addingReportingOverflow(shift)
        entry.offset = overflow ? .max : offset
        return entry
    }

    private func broken(at place: Int) -> ArchiveFault {
        ArchiveFault(
            .zipDirectory,
            "expected \(left + 1) more entries of the directory, found something else at byte \(place) "
                + "of it; fetch the file again", in: name, at: place)
    }

    private static func eachField(of extra: [UInt8], _ body: (Int, [UInt8]) -> Void) {
        var at = 0
        while at + 4 <= extra.count {
            let end = at + 4 + extra.number(at + 2, 2)
            guard end <= extra.count else { return }
            body(extra.number(at, 2), Array(extra[at + 4..<end]))
            at = end
        }
    }

    private static func date(_ date: Int, _ time: Int) -> String? {
        let (year, month, day) = (1980 + date >> 9, date >> 5 & 15, date & 31)
        let (hour, minute, second) = (time >> 11, time >> 5 & 63, time & 31 * 2)
        guard 1...12 ~= month, 1...31 ~= day, hour < 24, minute < 60, second < 60 else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))T\(two(hour)):\(two(minute)):\(two(second))"
    }
}

extension [UInt8] {
    /// A number of up to 8 bytes, the least first, capped at `Int.max`; bytes that are missing count as 0.
    func number(_ place: Int, _ length: Int) -> Int {
        var value: UInt64 = 0
        for i in 0..<length where indices.contains(place + i) { value |= UInt64(self[place + i]) << (8 * UInt64(i)) }
        return Int(clamping: value)
    }
}
