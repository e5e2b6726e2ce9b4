/// The fields of a head, `Name: value` by line, as WARC, HTTP and mail have them. Read leniently: a line that starts with
/// white space continues the one before; a line without a colon is passed over.
package struct HeaderFields: Hashable, Sendable {
    private struct Field: Hashable {
        var name: Range<Int>
        var value: Range<Int>
    }

    private let bytes: [UInt8]
    private var fields: [Field] = []

    /// No fields.
    package init() { bytes = [] }

    /// The fields of the bytes up to the first empty line. Linear.
    ///
    /// - Parameter start: where the first field starts.
    package init(_ bytes: [UInt8], from start: Int = 0) {
        self.bytes = bytes
        bytes.withUnsafeBufferPointer { raw in
            var lineStart = max(start, 0)
            while lineStart < raw.count {
                let feed = raw[lineStart...].firstIndex(of: 0x0A) ?? raw.count
                // some writers end lines with two carriage returns
                var end = feed
                while end > lineStart, raw[end - 1] == 0x0D { end -= 1 }
                if end == lineStart { break }
                if Self.isBlank(raw[lineStart]) {
                    if let last = fields.indices.last { fields[last].value = fields[last].value.lowerBound..<end }
                } else if let colon = raw[lineStart..<end].firstIndex(of: 0x3A) {
                    fields.append(Field(name: lineStart..<colon, value: colon + 1..<end))
                }
                lineStart = feed + 1
            }
            for i in fields.indices {
                fields[i].name = Self.trimmed(fields[i].name, raw)
                fields[i].value = Self.trimmed(fields[i].value, raw)
            }
        }
    }

    package var count: Int { fields.count }

    /// Names and values in the order of the head; bytes that are no UTF-8 become U+FFFD.
    package var all: [(name: String, value: String)] {
        fields.map { (String(decoding: bytes[$0.name], as: UTF8.self), text($0)) }
    }

    /// The first field of a name, whatever its case.
    package func value(_ name: StaticString) -> String? { field(name).map(text) }

    /// The bytes of the first field of a name, line breaks of its folding included.
    func raw(_ name: StaticString) -> ArraySlice<UInt8>? { field(name).map { bytes[$0.value] } }

    /// The first field of a name as a whole number from 0; `nil` where it is none or does not fit.
    func number(_ name: StaticString) -> Int? {
        guard let digits = raw(name), !digits.isEmpty else { return nil }
        return digits.reduce(0 as Int?) { value, byte in
            guard let value, 0x30...0x39 ~= byte else { return nil }
            let (ten, over) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = ten.addingReportingOverflow(Int(byte - 0x30))
            return over || overflow ? nil : sum
        }
    }

    func has(_ name: StaticString) -> Bool { field(name) != nil }

    private func field(_ name: StaticString) -> Field? {
        let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        return fields.first { field in
            field.name.count == wanted.count
                && zip(bytes[field.name], wanted).allSatisfy { Self.lowered($0) == Self.lowered($1) }
        }
    }

    private func text(_ field: Field) -> String {
        let value = bytes[field.value]
        guard value.contains(0x0A) else { return String(decoding: value, as: UTF8.self) }
        return String(decoding: Self.unfolded(value), as: UTF8.self)
    }

    /// A value without the line breaks of its folding: each, with the white space after it, is one space.
    static func unfolded(_ value: ArraySlice<UInt8>) -> [UInt8] {
        var unfolded: [UInt8] = []
        unfolded.reserveCapacity(value.count)
        var isFolding = false
        for byte in value {
            if byte == 0x0A {
                isFolding = true
                while let last = unfolded.last, isBlank(last) || last == 0x0D { unfolded.removeLast() }
            } else if isFolding {
                if isBlank(byte) || byte == 0x0D { continue }
                unfolded.append(0x20)
                unfolded.append(byte)
                isFolding = false
            } else {
                unfolded.append(byte)
            }
        }
        return unfolded
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    static func lowered(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }

    private static func trimmed(_ range: Range<Int>, _ raw: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var (first, last) = (range.lowerBound, range.upperBound)
        func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 0x0D || byte == 0x0A }
        while first < last, isSpace(raw[first]) { first += 1 }
        while first < last, isSpace(raw[last - 1]) { last -= 1 }
        return first..<last
    }
}
