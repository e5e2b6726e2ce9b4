/// JSON as it is written: bytes, and where they stand.
///
/// The library's encoder goes through a tree of values and took a fifth of the time of coding; this writes the same bytes at
/// once (a test compares them). Keys are written in the order in which they are put: put them sorted.
package struct JSONOutput {
    package init() {}

    /// A value as text.
    package static func text(_ value: some JSONWritable) -> String {
        var out = JSONOutput()
        value.write(to: &out)
        return String(decoding: out.bytes, as: UTF8.self)
    }

    package private(set) var bytes: [UInt8] = []
    /// A number that JSON has no form for was to be written.
    package private(set) var isBroken = false
    private var needsComma = false

    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        isBroken = false
        needsComma = false
    }

    /// An object, of the keys that `fill` puts.
    package mutating func object(_ fill: (inout JSONOutput) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        fill(&self)
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    package mutating func array<Item: JSONWritable>(_ items: some Sequence<Item>) {
        bytes.append(UInt8(ascii: "["))
        var isFirst = true
        for item in items {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            item.write(to: &self)
        }
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    private mutating func key(_ name: StaticString) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    package mutating func put(_ name: StaticString, _ value: some JSONWritable) {
        key(name)
        value.write(to: &self)
        needsComma = true
    }

    /// Puts a value where there is one.
    package mutating func put(_ name: StaticString, _ value: (some JSONWritable)?) {
        guard let value else { return }
        put(name, value)
    }

    package mutating func put(_ name: StaticString, _ values: [some JSONWritable]) {
        key(name)
        array(values)
    }

    package mutating func put(_ name: StaticString, _ values: [some JSONWritable]?) {
        guard let values else { return }
        put(name, values)
    }

    /// Puts the raw value of a case of a vocabulary.
    package mutating func put<Value: RawRepresentable<String>>(_ name: StaticString, _ value: Value?) {
        guard let value else { return }
        put(name, value.rawValue)
    }

    package mutating func keyed(_ name: String, _ value: some JSONWritable) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        name.write(to: &self)
        bytes.append(UInt8(ascii: ":"))
        value.write(to: &self)
        needsComma = true
    }

    mutating func literal(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    fileprivate mutating func append(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }
    fileprivate mutating func markBroken() { isBroken = true }

    fileprivate static let hexDigits = Array("0123456789abcdef".utf8)

    /// A string between quotation marks, with the escapes that JSON demands (RFC 8259, section 7).
    fileprivate mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        for (i, byte) in text.enumerated() {
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            bytes.append(contentsOf: text[start..<i])
            start = i + 1
            bytes.append(UInt8(ascii: "\\"))
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
            case 0x08: bytes.append(UInt8(ascii: "b"))
            case 0x09: bytes.append(UInt8(ascii: "t"))
            case 0x0A: bytes.append(UInt8(ascii: "n"))
            case 0x0C: bytes.append(UInt8(ascii: "f"))
            case 0x0D: bytes.append(UInt8(ascii: "r"))
            default:
                bytes.append(contentsOf: Array("u00".utf8))
                bytes.append(Self.hexDigits[Int(byte >> 4)])
                bytes.append(Self.hexDigits[Int(byte & 15)])
            }
        }
        bytes.append(contentsOf: text[start...])
        bytes.append(UInt8(ascii: "\""))
    }
}

/// What can be written as JSON.
package protocol JSONWritable {
    func write(to out: inout JSONOutput)
}

/// JSON that was written before, as it stands.
package struct WrittenJSON: JSONWritable {
    package let bytes: [UInt8]

    package init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    package func write(to out: inout JSONOutput) { out.append(bytes) }
}

extension String: JSONWritable {
    package func write(to out: inout JSONOutput) {
        var text = self
        text.withUTF8 { out.string($0) }
    }
}

extension Bool: JSONWritable {
    package func write(to out: inout JSONOutput) { out.literal(self ? "true" : "false") }
}

extension Int: JSONWritable {
    package func write(to out: inout JSONOutput) {
        if (0..<10).contains(self) {
            out.append(CollectionOfOne(UInt8(ascii: "0") + UInt8(self)))
        } else {
            out.append(description.utf8)
        }
    }
}

extension Double: JSONWritable {
    /// The shortest form that reads back as the same number, without ".0".
    package func write(to out: inout JSONOutput) {
        guard isFinite else { return out.markBroken() }
        let text = description
        out.append(text.hasSuffix(".0") ? text.utf8.dropLast(2) : text.utf8[...])
    }
}
