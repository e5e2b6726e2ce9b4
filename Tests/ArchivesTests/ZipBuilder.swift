import Compressing
/// Writes zip files, good and odd ones, byte by byte (PKWARE APPNOTE 6.3).
struct ZipBuilder {
    struct Entry {
        var name: [UInt8]
        var data: [UInt8]
        var method = 0
        var flags = 0
        /// What the directory says, where that is not so.
        var crc: UInt32?
        var size: Int?
        var extra: [UInt8] = []
        /// 0 is MS-DOS, 3 Unix.
        var host = 0
        /// Sizes after the bytes, not before.
        var hasDescriptor = false
        /// Sizes and place in the fields of zip64.
        var isLarge = false
        /// Place of another entry's bytes.
        var offset: Int?

        init(_ name: String, _ data: [UInt8], packed: Bool = false) {
            self.name = Array(name.utf8)
            self.data = data
            method = packed ? 8 : 0
        }

        init(_ name: String, _ text: String, packed: Bool = false) { self.init(name, Array(text.utf8), packed: packed) }
    }

    var entries: [Entry] = []
    var prefix: [UInt8] = []
    var comment: [UInt8] = []
    /// An end of the directory as large files have it.
    var isLarge = false
    /// 12 March 2026, 10:20:30.
    static let date = Packing.little((2026 - 1980) << 9 | 3 << 5 | 12, 2)
    static let time = Packing.little(10 << 11 | 20 << 5 | 15, 2)

    init(_ entries: Entry...) { self.entries = entries }

    var bytes: [UInt8] {
        func number(_ value: Int, _ length: Int) -> [UInt8] { Packing.little(value, length) }
        var file = prefix
        var directory: [UInt8] = []
        for entry in entries {
            let packed = entry.method == 8 ? Packing.bare(entry.data) : entry.data
            let crc = Int(entry.crc ?? Packing.crc(entry.data))
            let size = entry.size ?? entry.data.count
            let offset = entry.offset ?? file.count - prefix.count
            let flags = entry.flags | (entry.hasDescriptor ? 8 : 0)
            let start = number(flags, 2) + number(entry.method, 2) + Self.time + Self.date
            let sums = number(crc, 4) + number(packed.count, 4) + number(size, 4)
            if entry.offset == nil {
                file += number(0x0403_4B50, 4) + number(20, 2) + start
                file += entry.hasDescriptor ? number(0, 12) : sums
                file += number(entry.name.count, 2) + number(0, 2) + entry.name + packed
                if entry.hasDescriptor { file += number(0x0807_4B50, 4) + sums }
            }
            var extra = entry.extra
            var shown = sums
            if entry.isLarge {
                extra += number(1, 2) + number(24, 2) + number(size, 8) + number(packed.count, 8) + number(offset, 8)
                shown = number(crc, 4) + number(0xFFFF_FFFF, 4) + number(0xFFFF_FFFF, 4)
            }
            directory += number(0x0201_4B50, 4) + number(20 | entry.host << 8, 2) + number(20, 2) + start + shown
            directory += number(entry.name.count, 2) + number(extra.count, 2) + number(0, 2)
            directory += number(0, 2) + number(0, 2) + number(0, 4)
            directory += number(entry.isLarge ? 0xFFFF_FFFF : offset, 4) + entry.name + extra
        }
        let place = file.count - prefix.count
        file += directory
        if isLarge {
            let end = file.count - prefix.count
            file += number(0x0606_4B50, 4) + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8)
            file += number(entries.count, 8) + number(entries.count, 8) + number(directory.count, 8) + number(place, 8)
            file += number(0x0706_4B50, 4) + number(0, 4) + number(end, 8) + number(1, 4)
            file += number(0x0605_4B50, 4) + number(0, 4) + number(0xFFFF, 2) + number(0xFFFF, 2)
            file += number(0xFFFF_FFFF, 4) + number(0xFFFF_FFFF, 4)
        } else {
            file += number(0x0605_4B50, 4) + number(0, 4) + number(entries.count, 2) + number(entries.count, 2)
            file += number(directory.count, 4) + number(place, 4)
        }
        return file + number(comment.count, 2) + comment
    }
}
