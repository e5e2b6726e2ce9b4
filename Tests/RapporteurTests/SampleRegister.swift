import Codebook
import Coding
import Desk
import FoundationEssentials
import Reading
import Register

@testable import rapporteur

/// The samples, read, as they are filed.
func sampleFilings() throws -> [Filing] {
    let session = CodingSession(try Coder.program(codebook: Codebook.program(), forMuchText: false))
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let files = try Files.below(root.appending(path: "Samples").path, ending: ".jsonl")
    return try files.flatMap { file in
        try Files.contents(file, expected: "samples").split(separator: 0x0A).map { line in
            let intake = try DocumentDecoder().intake(Data(line))
            return Filing(document: intake.document, record: session.record(for: intake))
        }
    }
}
