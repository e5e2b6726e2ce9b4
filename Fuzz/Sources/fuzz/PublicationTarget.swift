import Diplomacy
import Reading

/// Names whose suffixes say different things of the bytes.
private let names = ["a.html", "a.jsonl", "a.txt", "a"]

/// Tells what bytes are and reads the documents in them, twice.
func checkPublication(_ bytes: [UInt8]) {
    var publication = Publication(
        id: "p", name: names[bytes.count % names.count], address: "https://example.org/p", bytes: bytes)
    let kind = PublicationKind(publication)
    expect(kind == PublicationKind(publication), "a kind is the same twice")
    let reader = PublicationReader()
    let parts = reader.parts(of: publication)
    let again = reader.parts(of: publication)
    expect(parts.count == again.count, "as many parts come twice")
    expect(parts.count <= bytes.count + 1, "no more parts than bytes come")
    expect(!parts.isEmpty || kind == .feed || kind == .documents, "what comes alone is read, or told of")
    for (part, other) in zip(parts, again) {
        expect(part.line >= 1 && part.line == other.line, "parts are numbered from 1")
        switch (part.result, other.result) {
        case (.success(let one), .success(let two)):
            expect(one.isSame(as: two), "a part reads the same twice")
            expect(!one.document.id.isEmpty, "every document has an id")
            expect(one.document.sha256 == Document.sha256(of: one.document.text), "the digest is that of the text")
        case (.failure(let one), .failure(let two)):
            expect(one == two && !one.message.isEmpty, "a part fails the same twice")
        default: expect(false, "a part is a document twice or never")
        }
    }
    publication.isIncidental = true
    expect(reader.parts(of: publication).count <= parts.count, "what comes along gives no more than what comes alone")
}
