/// Tables in one run of bytes: a count, then for each its name and its text, every one with its length before it
/// (32 bits, little-endian).
public enum TableArchive {
    static let magic: [UInt8] = Array("RTAB0001".utf8)

    public static func pack(_ tables: [LexiconBuilder.Input]) -> [UInt8] {
        var out = magic
        out.put(UInt32(tables.count))
        for table in tables {
            for text in [table.file, table.text] {
                out.put(UInt32(text.utf8.count))
                out.append(contentsOf: text.utf8)
            }
        }
        return out
    }

    /// The tables; `nil` where the bytes are none.
    public static func unpack(_ bytes: UnsafeRawBufferPointer) -> [LexiconBuilder.Input]? {
        var tables: [LexiconBuilder.Input] = []
        let isWhole = forEach(bytes) { file, text in
            tables.append(.init(file: file, text: String(decoding: text, as: UTF8.self)))
            return true
        }
        return isWhole ? tables : nil
    }

    /// One line of one table, from 1; `nil` where there is none. Reads no other table.
    public static func line(_ number: Int, of file: String, in bytes: UnsafeRawBufferPointer) -> String? {
        var found: String?
        _ = forEach(bytes) { name, text in
            guard name == file else { return true }
            found = line(number, of: text)
            return false
        }
        return found
    }

    /// One line of a text, from 1.
    public static func line(_ number: Int, of text: UnsafeRawBufferPointer) -> String? {
        var start = text.startIndex
        for _ in 1..<max(1, number) {
            guard let end = text[start...].firstIndex(of: 0x0A) else { return nil }
            start = end + 1
        }
        let end = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
        return start < end ? String(decoding: text[start..<end], as: UTF8.self) : nil
    }

    /// Hands out each table's name and text until `take` declines; whether the bytes are a whole archive, as far as they
    /// were read.
    private static func forEach(
        _ bytes: UnsafeRawBufferPointer, _ take: (String, UnsafeRawBufferPointer) -> Bool
    ) -> Bool {
        guard bytes.count >= 12, bytes.prefix(8).elementsEqual(magic) else { return false }
        var at = 12
        func number(_ offset: Int) -> Int { Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
        func text() -> UnsafeRawBufferPointer? {
            guard at + 4 <= bytes.count, at + 4 + number(at) <= bytes.count else { return nil }
            let end = at + 4 + number(at)
            defer { at = end }
            return UnsafeRawBufferPointer(rebasing: bytes[(at + 4)..<end])
        }
        for _ in 0..<number(8) {
            guard let file = text(), let table = text() else { return false }
            if !take(String(decoding: file, as: UTF8.self), table) { return true }
        }
        return true
    }
}
