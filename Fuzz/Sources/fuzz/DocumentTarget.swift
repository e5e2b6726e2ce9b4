import Diplomacy
import FoundationEssentials
import Reading

/// Reads a document of JSON twice, the second time out of the middle of a larger buffer.
func checkDocument(_ bytes: [UInt8]) {
    let decoder = DocumentDecoder()
    let whole = outcome { () throws(ReadingError) in try decoder.intake(Data(bytes)) }
    let larger = Data([0x5B] + bytes + [0x5D])
    let slice = outcome { () throws(ReadingError) in try decoder.intake(larger.dropFirst().dropLast()) }
    switch (whole, slice) {
    case (.success(let one), .success(let two)):
        expect(one.isSame(as: two), "a slice reads as the whole does")
        check(one.document, bytes)
    case (.failure(let one), .failure(let two)):
        expect(one == two, "a slice fails as the whole does")
        expect(!one.message.isEmpty, "an error has a message")
        expect((one.code == .notUTF8) == !isUTF8(bytes), "what is no UTF-8 is told so")
    default: expect(false, "a slice is a document where the whole is one")
    }
    let text = PlainText.intake(Data(bytes))
    expect(text.isSame(as: PlainText.intake(larger.dropFirst().dropLast())), "a text of a slice is that of the whole")
    expect(text.document.sha256 == Document.sha256(of: text.document.text), "the digest is that of the text")
}

private func check(_ document: Document, _ bytes: [UInt8]) {
    expect(isUTF8(bytes), "a document is read of UTF-8 alone")
    expect(!document.id.isEmpty, "every document has an id")
    expect(document.sha256 == Document.sha256(of: document.text), "the digest is that of the text")
    expect(document.text.utf8.count <= 3 * bytes.count, "a text is no longer than its JSON by much")
    expect(document.extra["text"] == nil && document.extra["id"] == nil, "what is read is no extra")
    expect(document.published == nil || document.publishedText != nil, "a day comes with its text")
}
