import Codebook
import Coding
import Desk
import FoundationEssentials
import Reading
import Register

@testable import rapporteur

/// The folder of the samples.
let samplesFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Samples").path

/// The samples, read, as they are filed.
func sampleFilings() throws -> [Filing] {
    let session = CodingSession(try Coder.program(codebook: Codebook.program(), forMuchText: false))
    return try Files.below(samplesFolder, ending: ".jsonl").flatMap { file in
        try Files.contents(file, expected: "samples").split(separator: 0x0A).map { line in
            let intake = try DocumentDecoder().intake(Data(line))
            return Filing(document: intake.document, record: session.record(for: intake))
        }
    }
}
