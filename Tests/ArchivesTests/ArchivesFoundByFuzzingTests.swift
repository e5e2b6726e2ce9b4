import Testing

@testable import Archives

/// What `make fuzz` found in this module.
@Suite("Archives, found by fuzzing")
struct ArchivesFoundByFuzzingTests {
    /// A file was told by all that had been read of it, a stream by as much as is looked at: the one was a mail, the
    /// other a text.
    @Test func fieldsBeyondWhatIsLookedAt() {
        let filler = String(repeating: "long ", count: ArchiveKind.reach / 5)
        let text = "From: \(filler)<press@example.org>\r\nTo: b@example.org\r\nSubject: Talks\r\n\r\nThey met.\r\n"
        let file = Reading(text, name: "input")
        let stream = Reading(text, name: "input", asStream: true)
        #expect(file.entries == stream.entries)
        #expect(file.entries.map(\.kind) == [.file])
        #expect(file.texts == [text])
        #expect(!ArchiveReader.isContainer(Array(text.utf8), name: "input"))
    }

    @Test("Fields within what is looked at make a mail, as before")
    func fieldsAtTheBeginning() {
        let filler = String(repeating: "long ", count: ArchiveKind.reach / 5)
        let head = "From: <press@example.org>\r\nTo: b@example.org\r\nSubject: Talks\r\nX: \(filler)\r\n"
        let text = head + "\r\nThey met.\r\n"
        for asStream in [false, true] {
            let reading = Reading(text, name: "input", asStream: asStream)
            #expect(reading.entries.map(\.kind) == [.mail])
            #expect(reading.texts == ["They met.\r\n"])
        }
    }
}
