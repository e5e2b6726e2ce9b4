import CHypertext

/// The named character references of HTML ("&eacute;").
package enum HTMLEntities {
    /// What a name stands for.
    package struct Entity: Sendable {
        /// UTF-8 of one or two scalars.
        package var utf8: [UInt8]
        /// Whether old pages may leave its semicolon out.
        package var needsNoSemicolon: Bool
    }

    /// No name is longer, in bytes.
    package static let longestName = 31

    /// The entity of a name without ampersand and semicolon; names are told apart by case.
    package static func entity(named name: some Sequence<UInt8>) -> Entity? { table[Array(name)] }

    private static let table: [[UInt8]: Entity] = {
        let bytes = UnsafeRawBufferPointer(start: html_entities(), count: Int(html_entities_size))
        var table: [[UInt8]: Entity] = [:]
        table.reserveCapacity(2200)
        for line in bytes.split(separator: 0x0A) {
            let fields = line.split(separator: 0x09)
            guard fields.count == 3 else { continue }
            let scalars = fields[2].split(separator: 0x20).compactMap { digits in
                UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
            }
            table[Array(fields[0])] = Entity(
                utf8: scalars.flatMap { Array(UTF8.encode($0) ?? UTF8.EncodedScalar()) },
                needsNoSemicolon: fields[1].first == UInt8(ascii: "+"))
        }
        return table
    }()
}
