/// A mail and what is attached to it.
struct MailMessage {
    /// With the body, HTML before plain text.
    private(set) var entry: ArchiveEntry
    private(set) var attachments: [Content] = []

    /// - Parameter name: of the entry; attachments are called by their numbers after it.
    init(_ bytes: [UInt8], name: String, fileName: String, limits: ArchiveLimits) {
        let tree = MailTree(bytes, limits: limits)
        entry = ArchiveEntry(name: name, fileName: fileName, kind: .mail)
        entry.mail = Self.facts(tree.fields)
        entry.date = tree.fields.value("Date")
        // how browsers save a page
        entry.url = tree.fields.value("Snapshot-Content-Location")
        for complaint in tree.complaints { note("expected a mail in good form, found \(complaint)") }
        if tree.fields.count == 0 { note("expected the head of a mail, found none; all was read as its text") }
        let blank = tree.leaves.map { leaf in !bytes[leaf.body].contains { $0 > 0x20 } }
        let chosen = Self.bodies(tree.leaves, blank: blank)
        for (i, leaf) in tree.leaves.enumerated() {
            if i == chosen.plain, chosen.main != i {
                let body = body(leaf, bytes)
                entry.mail?.plain = body
            } else if i == chosen.main {
                let body = body(leaf, bytes)
                (entry.bytes, entry.mediaType, entry.charset) = (body.bytes, body.mediaType, body.charset)
            } else if !blank[i] || Self.isAttached(leaf) {
                attach(leaf, bytes)
            }
        }
    }

    private static func facts(_ fields: HeaderFields) -> MailFacts {
        var facts = MailFacts()
        facts.subject = fields.raw("Subject").map(EncodedWords.text)
        facts.from = fields.raw("From").map(EncodedWords.text)
        facts.messageID = fields.value("Message-ID").map(inBrackets)
        facts.listID = fields.raw("List-Id").map { inBrackets(EncodedWords.text($0)) }
        return facts
    }

    private static func inBrackets(_ text: String) -> String {
        guard let open = text.utf8.firstIndex(of: 0x3C), let close = text.utf8[open...].firstIndex(of: 0x3E) else {
            return text
        }
        return String(text[text.utf8.index(after: open)..<close])
    }

    /// Which leaves are the text: the first in HTML or plain text, and the other one that the sender gave for a choice.
    ///
    /// - Parameter blank: which leaves hold nothing but white space: they are the text only where there is no other.
    private static func bodies(_ leaves: [MailTree.Leaf], blank: [Bool]) -> (main: Int?, plain: Int?) {
        let all = leaves.indices.filter { !isAttached(leaves[$0]) && leaves[$0].type.essence.hasPrefix("text/") }
        let texts = all.contains { !blank[$0] } ? all.filter { !blank[$0] } : all
        let readable = texts.filter { ["text/html", "text/plain"].contains(leaves[$0].type.essence) }
        guard let first = readable.first else { return (texts.first, nil) }
        guard let choice = leaves[first].choice else { return (first, nil) }
        let group = readable.filter { leaves[$0].choice == choice }
        let plain = group.first { leaves[$0].type.essence == "text/plain" }
        return (group.first { leaves[$0].type.essence == "text/html" } ?? plain, plain)
    }

    private static func isAttached(_ leaf: MailTree.Leaf) -> Bool {
        leaf.fields.value("Content-Disposition").map { MediaType($0).essence } == "attachment"
    }

    private mutating func body(_ leaf: MailTree.Leaf, _ bytes: [UInt8]) -> MailBody {
        MailBody(mediaType: leaf.type.essence, charset: leaf.type.charset, bytes: decoded(leaf, bytes))
    }

    private mutating func decoded(_ leaf: MailTree.Leaf, _ bytes: [UInt8]) -> [UInt8] {
        let encoding = leaf.fields.value("Content-Transfer-Encoding") ?? ""
        let (decoded, strays) = TransferEncoding.decoded(bytes[leaf.body], encoding)
        if strays > 0 {
            note(
                "expected part \(leaf.number) in \(encoding), found \(strays) characters that are none; "
                    + "it was read as far as it goes")
        }
        return decoded
    }

    private mutating func attach(_ leaf: MailTree.Leaf, _ bytes: [UInt8]) {
        let disposition = MediaType(leaf.fields.value("Content-Disposition") ?? "")
        let given = disposition.parameters["filename"] ?? leaf.type.parameters["name"] ?? ""
        let fileName = EncodedWords.text(Array(given.utf8)[...])
        var about = ArchiveEntry(
            name: "\(entry.name)!/\(leaf.number)", fileName: FileName.last(of: fileName), kind: .file)
        about.mediaType = leaf.type.essence
        about.charset = leaf.type.charset
        about.date = entry.date
        about.url = leaf.fields.value("Content-Location")
        let seekable = MemoryBytes(decoded(leaf, bytes))
        attachments.append(Content(about: about, stream: SequentialStream(seekable), seekable: seekable))
    }

    private mutating func note(_ message: String) {
        entry.notes.append(ArchiveFault(.mailBroken, message, in: entry.name, severity: .warning))
    }
}
