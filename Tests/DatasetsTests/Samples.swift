import FoundationEssentials
import Testing

@testable import Datasets

/// The samples of event data in `../shared/data/formats`, beside the package or above it.
enum Samples {
    static let folder: URL? = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<8 {
            folder = folder.deletingLastPathComponent()
            let formats = folder.appending(path: "shared/data/formats")
            if FileManager.default.fileExists(atPath: formats.appending(path: "polecat_header.tsv").path) {
                return formats
            }
        }
        return nil
    }()

    static let areThere = folder != nil

    static func bytes(_ name: String) throws -> [UInt8] {
        let file = try #require(folder).appending(path: name).path
        return Array(try #require(FileManager.default.contents(atPath: file)))
    }

    static let gdelt = "gdelt_real_spark-gdelt_Apache2/"
}

/// What a table was read as.
struct ReadTable {
    var format: EventFormat?
    var events: [AllegedEvent] = []
    var mentions: [(event: Int64, publisher: String, url: String, sentence: Int32?, confidence: Int32?)] = []
    var problems: [RowProblem] = []
    var offset = 0

    /// - Parameter cuts: how many bytes come at once, again and again.
    init(_ bytes: [UInt8], as dataSet: EventDataSet? = nil, cuts: [Int] = [1 << 20]) throws {
        var reader = EventTableReader(dataSet)
        var place = 0
        var turn = 0
        while place < bytes.count {
            let end = min(bytes.count, place + max(1, cuts[turn % cuts.count]))
            // memory of its own, so that nothing stays valid by accident
            let chunk = Array(bytes[place..<end])
            try chunk.withUnsafeBytes {
                try reader.feed(
                    $0, row: { event, _ in events.append(event.value) }, mention: { mention, _ in add(mention) },
                    problem: { problems.append($0) })
            }
            place = end
            turn += 1
        }
        try reader.finish(
            row: { event, _ in events.append(event.value) }, mention: { mention, _ in add(mention) },
            problem: { problems.append($0) })
        format = reader.format
        offset = reader.offset
    }

    init(_ text: String, as dataSet: EventDataSet? = nil) throws { try self.init(Array(text.utf8), as: dataSet) }

    private mutating func add(_ mention: MentionRow) {
        mentions.append(
            (mention.event, mention.publisher.text, mention.url.text, mention.sentence, mention.confidence))
    }
}

/// Numbers that are the same in each run.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// A row of GDELT 2.0 as text: empty but for some columns.
func gdelt2(_ columns: [Int: String]) -> String {
    var fields = [String](repeating: "", count: 61)
    fields[0] = "7"
    fields[1] = "20150218"
    for (place, text) in columns { fields[place] = text }
    return fields.joined(separator: "\t") + "\n"
}
