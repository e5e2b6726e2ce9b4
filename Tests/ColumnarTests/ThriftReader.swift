/// A value of Thrift's compact protocol, as the specification has it; knows nothing of the writer.
indirect enum Thrift: Equatable {
    case bool(Bool)
    case integer(Int)
    case binary([UInt8])
    case list([Thrift])
    case structure([Int: Thrift])

    subscript(_ field: Int) -> Thrift? {
        if case .structure(let fields) = self { fields[field] } else { nil }
    }

    var integer: Int? { if case .integer(let value) = self { value } else { nil } }
    var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    var binary: [UInt8]? { if case .binary(let value) = self { value } else { nil } }
    var text: String? { binary.map { String(decoding: $0, as: UTF8.self) } }
    var list: [Thrift]? { if case .list(let value) = self { value } else { nil } }
    var fields: Set<Int> { if case .structure(let fields) = self { Set(fields.keys) } else { [] } }
}

struct ThriftReader {
    struct Broken: Error {}

    private let bytes: ArraySlice<UInt8>
    private(set) var at: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        at = bytes.startIndex
    }

    private mutating func byte() throws -> UInt8 {
        guard at < bytes.endIndex else { throw Broken() }
        defer { at += 1 }
        return bytes[at]
    }

    private mutating func variable() throws -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            let byte = try byte()
            value |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return value }
        }
        throw Broken()
    }

    private mutating func integer() throws -> Int {
        let raw = try variable()
        return Int(truncatingIfNeeded: raw >> 1) ^ -Int(raw & 1)
    }

    mutating func structure() throws -> Thrift {
        var fields: [Int: Thrift] = [:]
        var last = 0
        while true {
            let head = try byte()
            if head == 0 { return .structure(fields) }
            last = head >> 4 == 0 ? try integer() : last + Int(head >> 4)
            guard fields[last] == nil else { throw Broken() }
            fields[last] =
                switch head & 15 {
                case 1: .bool(true)
                case 2: .bool(false)
                default: try value(head & 15)
                }
        }
    }

    private mutating func value(_ kind: UInt8) throws -> Thrift {
        switch kind {
        case 4, 5, 6: return .integer(try integer())
        case 8:
            let count = Int(try variable())
            guard count <= bytes.endIndex - at else { throw Broken() }
            defer { at += count }
            return .binary(Array(bytes[at..<at + count]))
        case 9:
            let head = try byte()
            let count = head >> 4 == 15 ? Int(try variable()) : Int(head >> 4)
            return .list(try (0..<count).map { _ in try value(head & 15) })
        case 12: return try structure()
        default: throw Broken()
        }
    }
}
