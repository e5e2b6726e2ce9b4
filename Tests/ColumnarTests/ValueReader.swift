@testable import Columnar

/// Reads values, levels and places of a page, by the specification.
struct ValueReader {
    private typealias Broken = TableReader.Broken

    private let bytes: ArraySlice<UInt8>
    private var at: Int
    private let type: Int

    init(_ bytes: ArraySlice<UInt8>, _ element: Thrift) {
        self.init(bytes, type: element[1]?.integer ?? -1)
    }

    init(_ bytes: ArraySlice<UInt8>, type: Int = -1) {
        self.bytes = bytes
        at = bytes.startIndex
        self.type = type
    }

    var isAtEnd: Bool { at == bytes.endIndex }

    private mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
        guard count <= bytes.endIndex - at else { throw Broken("end of a page") }
        defer { at += count }
        return bytes[at..<at + count]
    }

    private mutating func little(_ count: Int) throws -> UInt64 {
        try take(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    mutating func plain(_ count: Int) throws -> [ParquetValue] {
        if type == 0 {
            let packed = Array(try take((count + 7) / 8))
            return (0..<count).map { .bool(packed[$0 / 8] >> UInt8($0 % 8) & 1 == 1) }
        }
        return try (0..<count).map { _ in
            switch type {
            case 1: return .int(Int(Int32(truncatingIfNeeded: try little(4))))
            case 2: return .int(Int(truncatingIfNeeded: try little(8)))
            case 5: return .double(Double(bitPattern: try little(8)))
            case 6:
                guard let text = String(validating: try take(Int(try little(4))), as: UTF8.self) else {
                    throw Broken("UTF-8")
                }
                return .text(text)
            default: throw Broken("type")
            }
        }
    }

    mutating func levels(_ count: Int, upTo greatest: Int) throws -> [Int] {
        let length = Int(try little(4))
        var part = ValueReader(try take(length))
        let levels = try part.hybrid(count, width: greatest == 1 ? 1 : 2)
        guard part.isAtEnd, levels.allSatisfy({ $0 <= greatest }) else { throw Broken("levels") }
        return levels
    }

    mutating func places(_ count: Int) throws -> [Int] {
        let width = Int(try little(1))
        guard (0...32).contains(width) else { throw Broken("width") }
        return try hybrid(count, width: width)
    }

    mutating func hybrid(_ count: Int, width: Int) throws -> [Int] {
        var values: [Int] = []
        while values.count < count {
            var head = 0
            var shift = 0
            while true {
                let byte = Int(try little(1))
                head |= (byte & 0x7F) << shift
                shift += 7
                if byte & 0x80 == 0 { break }
                guard shift < 35 else { throw Broken("length of a run") }
            }
            guard head > 1 else { throw Broken("a run of nothing") }
            if head & 1 == 0 {
                let value = Int(try little((width + 7) / 8))
                guard head >> 1 <= count - values.count else { throw Broken("a run past the end") }
                values += Array(repeating: value, count: head >> 1)
            } else {
                let packed = Array(try take((head >> 1) * width))
                guard (head >> 1) * 8 < count - values.count + 8 else { throw Broken("eights past the end") }
                for i in 0..<(head >> 1) * 8 {
                    values.append(
                        (0..<width).reduce(0) { value, bit in
                            let place = i * width + bit
                            return value | Int(packed[place / 8] >> UInt8(place % 8) & 1) << bit
                        })
                }
            }
        }
        guard values[count...].allSatisfy({ $0 == 0 }) else { throw Broken("padding that is not zero") }
        return Array(values.prefix(count))
    }
}
