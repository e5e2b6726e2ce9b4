/// One mail, or the mails of an mbox (RFC 4155) one after the other, each followed by its attachments.
///
/// In an mbox, a line `From …` with a date after an empty line starts a mail; `>From ` within one loses its
/// sign, as mboxo and mboxrd have it.
final class MailReader: ContainerReader {
    private let window: Window
    private let ledger: Ledger
    private let about: ArchiveEntry
    private let isMbox: Bool
    private var count = 0
    private var hasEnded = false
    /// Attachments that wait, the last first.
    private var attachments: [Content] = []
    /// The most of a line that is looked at, in bytes; what is longer is taken in pieces.
    private static let longestLine = 64 << 10

    init(_ window: Window, ledger: Ledger, about: ArchiveEntry, isMbox: Bool) {
        self.window = window
        self.ledger = ledger
        self.about = about
        self.isMbox = isMbox
    }

    func next() -> ContainerStep {
        if let attachment = attachments.popLast() { return .open(attachment) }
        if hasEnded { return .end }
        return isMbox ? nextOfMany() : onlyOne()
    }

    private func onlyOne() -> ContainerStep {
        hasEnded = true
        let limit = ledger.limits.entrySize
        let bytes = window.take(limit)
        if bytes.count == limit, window.fill(1) { return .fault(tooLarge(about.name, at: 0)) }
        return mail(bytes, name: about.name, fileName: about.fileName)
    }

    private func nextOfMany() -> ContainerStep {
        // the line of the envelope
        let start = window.offset
        if let length = window.lineLength(limit: Self.longestLine) { window.drop(length) }
        count += 1
        let name = "\(about.name)!/\(count)"
        let bytes = message()
        if !window.fill(1) { hasEnded = true }
        guard let bytes else { return .fault(tooLarge(name, at: start)) }
        return mail(bytes, name: name, fileName: "")
    }

    /// The bytes up to the next envelope; `nil` where they are too many.
    private func message() -> [UInt8]? {
        var bytes: [UInt8] = []
        var isLarge = false
        var atLineStart = true
        var afterEmpty = true
        while window.fill(1) {
            let length = window.lineLength(limit: Self.longestLine)
            let raw = UnsafeRawBufferPointer(rebasing: window.bytes[..<(length ?? min(window.count, Self.longestLine))])
            let line = length == nil ? raw : raw.withoutFeed
            if atLineStart, afterEmpty, Self.isEnvelope(line), !bytes.isEmpty || isLarge { break }
            let piece = atLineStart && Self.isQuoted(line) ? UnsafeRawBufferPointer(rebasing: raw[1...]) : raw
            if isLarge || piece.count > ledger.limits.entrySize - bytes.count {
                isLarge = true
                bytes = []
            } else {
                bytes.append(contentsOf: piece)
            }
            afterEmpty = atLineStart && line.isEmpty
            atLineStart = length != nil
            window.drop(raw.count)
        }
        return isLarge ? nil : bytes
    }

    private static let months: Set<String> = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Whether a line is `From `, an address and a date with a month's name, a time and a year.
    static func isEnvelope(_ line: UnsafeRawBufferPointer) -> Bool {
        guard line.count > 5, line.starts(with: Array("From ".utf8)) else { return false }
        var hasMonth = false
        var hasTime = false
        var hasYear = false
        for word in line.prefix(512).dropFirst(5).split(whereSeparator: { $0 <= 0x20 }) {
            let text = String(decoding: word, as: UTF8.self)
            let digits = word.prefix { 0x30...0x39 ~= $0 }.count
            if Self.months.contains(text) { hasMonth = true }
            if digits > 0, digits <= 2, word.dropFirst(digits).first == 0x3A { hasTime = true }
            if digits == 4, word.count == 4, text.hasPrefix("1") || text.hasPrefix("2") { hasYear = true }
        }
        return hasMonth && hasTime && hasYear
    }

    private static func isQuoted(_ line: UnsafeRawBufferPointer) -> Bool {
        guard line.first == 0x3E, let from = line.firstIndex(where: { $0 != 0x3E }) else { return false }
        return line[from...].starts(with: Array("From ".utf8))
    }

    private func mail(_ bytes: [UInt8], name: String, fileName: String) -> ContainerStep {
        let message = MailMessage(bytes, name: name, fileName: fileName, limits: ledger.limits)
        attachments = message.attachments.reversed()
        var entry = message.entry
        if let failure = window.failure { entry.notes.append(failure) }
        return .entry(entry)
    }

    private func tooLarge(_ name: String, at offset: Int) -> ArchiveFault {
        ArchiveFault(
            .entryTooLarge,
            "expected a mail of at most \(ledger.limits.entrySize) bytes, found a larger one; "
                + "it was skipped; raise entry-size", in: name, at: offset)
    }
}
