@testable import Columnar

/// Reads a column chunk of our files, by the specification.
struct ChunkReader {
    private typealias Broken = TableReader.Broken

    private let bytes: ArraySlice<UInt8>
    private let facts: Thrift
    private let element: Thrift
    private let isOptional: Bool
    private let isList: Bool
    private(set) var pages: [TableReader.Page] = []

    init(_ bytes: ArraySlice<UInt8>, _ facts: Thrift, _ element: Thrift, _ isOptional: Bool, _ isList: Bool) {
        self.bytes = bytes
        self.facts = facts
        self.element = element
        self.isOptional = isOptional
        self.isList = isList
    }

    private var greatest: Int { (isOptional ? 1 : 0) + (isList ? 1 : 0) }

    mutating func cells() throws -> [ParquetValue] {
        guard facts[1]?.integer == element[1]?.integer else { throw Broken("type of a chunk") }
        var at = bytes.startIndex
        var dictionary: [ParquetValue] = []
        var cells: [ParquetValue] = []
        var (sizes, entries, nulls) = (0, 0, 0)
        while at < bytes.endIndex {
            var reader = ThriftReader(bytes[at...])
            let head = try reader.structure()
            guard let kind = head[1]?.integer, let size = head[2]?.integer, let packed = head[3]?.integer,
                let about = head[kind == 0 ? 5 : 7], let count = about[1]?.integer, let encoding = about[2]?.integer,
                let crc = head[4]?.integer, packed <= bytes.endIndex - reader.at
            else { throw Broken("head of a page") }
            let body = bytes[reader.at..<reader.at + packed]
            guard UInt32(truncatingIfNeeded: crc) == Unpacking.checksum(body) else { throw Broken("checksum") }
            let page = try Unpacking.bytes(body, codec: facts[4]?.integer ?? -1, size: size)
            sizes += size + reader.at - at
            if kind == 2 {
                guard at == bytes.startIndex, encoding == 0 else { throw Broken("place of a dictionary") }
                var values = ValueReader(page[...], element)
                dictionary = try values.plain(count)
                guard values.isAtEnd, Set(dictionary.map(Self.bits)).count == count else {
                    throw Broken("dictionary")
                }
            } else {
                guard facts[9]?.integer != nil, about[3]?.integer == 3, about[4]?.integer == 3 else {
                    throw Broken("encoding of levels")
                }
                let (found, values) = try read(page, count, encoding, dictionary)
                cells += found
                entries += count
                nulls += count - values
            }
            pages.append(.init(kind: kind, encoding: encoding, entries: count, size: size))
            at = reader.at + packed
        }
        guard facts[6]?.integer == sizes, facts[5]?.integer == entries, facts[12]?[3]?.integer == nulls else {
            throw Broken("counts of a chunk")
        }
        return cells
    }

    /// What tells values apart: to Unicode two texts may be one, and to IEEE 754 two zeros.
    private static func bits(_ value: ParquetValue) -> [UInt8] {
        switch value {
        case .text(let text): Array(text.utf8)
        case .double(let number): Array("\(number.bitPattern)".utf8)
        default: Array("\(value)".utf8)
        }
    }

    /// The cells of a data page, and how many of its entries are values.
    private func read(
        _ page: [UInt8], _ count: Int, _ encoding: Int, _ dictionary: [ParquetValue]
    ) throws -> ([ParquetValue], Int) {
        var reader = ValueReader(page[...], element)
        let repetitions = isList ? try reader.levels(count, upTo: 1) : Array(repeating: 0, count: count)
        let definitions = greatest > 0 ? try reader.levels(count, upTo: greatest) : Array(repeating: 0, count: count)
        let valueCount = definitions.count { $0 == greatest }
        let values: [ParquetValue]
        switch encoding {
        case 0: values = try reader.plain(valueCount)
        case 8:
            let places = try reader.places(valueCount)
            guard places.allSatisfy({ $0 < dictionary.count }) else { throw Broken("place in the dictionary") }
            values = places.map { dictionary[$0] }
        default: throw Broken("encoding")
        }
        guard reader.isAtEnd else { throw Broken("bytes after the values") }
        guard isList else {
            var rest = values.makeIterator()
            return (definitions.map { $0 == greatest ? rest.next() ?? .null : .null }, valueCount)
        }
        return (try lists(repetitions, definitions, values), valueCount)
    }

    private func lists(_ repetitions: [Int], _ definitions: [Int], _ values: [ParquetValue]) throws -> [ParquetValue] {
        var rest = values.makeIterator()
        var cells: [ParquetValue] = []
        for (repetition, definition) in zip(repetitions, definitions) {
            if definition < greatest {
                guard repetition == 0 else { throw Broken("repetition of nothing") }
                cells.append(definition == (isOptional ? 1 : 0) ? .texts([]) : .null)
                continue
            }
            guard case .text(let text)? = rest.next() else { throw Broken("element") }
            if repetition == 0 {
                cells.append(.texts([text]))
            } else if case .texts(let texts)? = cells.popLast() {
                cells.append(.texts(texts + [text]))
            } else {
                throw Broken("a page that starts within a list")
            }
        }
        return cells
    }
}
