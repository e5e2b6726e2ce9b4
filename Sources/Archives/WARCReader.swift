/// The documents of a web archive (ISO 28500): WARC 0.18, 1.0 and 1.1, plain or out of a ``DecodingStream``.
///
/// The borders of compressed members mean nothing here, so that archives which are compressed as a whole, or with records
/// over several members, read like others. Between records, what is no record is skipped and told; after a fault of the
/// stream, reading goes on with the next member.
final class WARCReader: ContainerReader {
    private let window: Window
    private let ledger: Ledger
    private let name: String
    private var index: RevisitIndex
    private var hasEnded = false

    init(_ window: Window, ledger: Ledger, name: String) {
        self.window = window
        self.ledger = ledger
        self.name = name
        index = RevisitIndex(limit: ledger.limits.revisitIndex)
    }

    static func starts(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count >= 5 && bytes[0] == 0x57 && bytes[1] == 0x41 && bytes[2] == 0x52 && bytes[3] == 0x43
            && bytes[4] == 0x2F
    }

    func next() -> ContainerStep {
        while !hasEnded {
            if let step = findRecord() ?? record() { return step }
        }
        return .end
    }

    /// Goes to the start of a record; the step is what else there is to tell.
    private func findRecord() -> ContainerStep? {
        let from = window.offset
        window.dropSpace()
        guard window.fill(1) else { return endOfStream() }
        if window.hasPrefix("WARC/") { return nil }
        let start = window.offset
        let found = window.seekLine(reach: 5, Self.starts)
        // the end of a record whose length is wrong, most often
        return .fault(
            ArchiveFault(
                start == from && from > 0 ? .lengthWrong : .junkBetweenRecords,
                "expected a line \"WARC/1.0\" or \"WARC/1.1\", found \(window.offset - start) bytes that belong to no "
                    + "record; they were skipped \(found ? "up to the next record" : "up to the end")",
                in: name, at: start, severity: .warning))
    }

    private func endOfStream() -> ContainerStep {
        guard let failure = window.failure else {
            hasEnded = true
            return .end
        }
        hasEnded = !window.recover()
        return .fault(failure)
    }

    /// Reads a record; `nil` where it is no document.
    private func record() -> ContainerStep? {
        let start = window.offset
        guard let length = window.headLength(limit: ledger.limits.headerSize, before: Self.starts) else {
            return brokenHead(at: start)
        }
        let head = window.take(length)
        let fields = HeaderFields(head, from: (head.firstIndex(of: 0x0A) ?? 0) + 1)
        guard let size = fields.number("Content-Length") else {
            _ = window.seekToRecord()
            return .fault(
                ArchiveFault(
                    .lengthMissing,
                    "expected a record with a Content-Length, found \"\(fields.value("Content-Length") ?? "none")\"; "
                        + "the record was skipped", in: name, at: start))
        }
        let block = Block(fields: fields, start: start, size: size, name: "\(name)!/\(start)")
        switch fields.value("WARC-Type")?.lowercased() {
        case "response"?: return response(block)
        case "resource"?: return resource(block, type: "resource")
        case "conversion"?: return resource(block, type: "conversion")
        case "revisit"?: return revisit(block)
        case let type:
            ledger.skip(type ?? "unknown")
            return pass(block)
        }
    }

    /// A record whose head was read.
    private struct Block {
        let fields: HeaderFields
        let start: Int
        let size: Int
        let name: String

        /// Without angle brackets; spaces, which no address may have, are written `%20`.
        var url: String? { fields.value("WARC-Target-URI").map(WARCReader.address) }

        func entry(_ type: String) -> ArchiveEntry {
            var entry = ArchiveEntry(name: name, fileName: "", kind: .webRecord)
            entry.url = url
            entry.date = fields.value("WARC-Date")
            entry.web = WebFacts(recordType: type, recordID: fields.value("WARC-Record-ID").map(WARCReader.address))
            return entry
        }
    }

    static func address(_ text: String) -> String {
        let bytes = text.utf8
        guard bytes.contains(where: { $0 == 0x20 || $0 == 0x3C || $0 == 0x3E }) else { return text }
        var address: [UInt8] = []
        var inner = Array(bytes)[...]
        if inner.first == 0x3C, inner.last == 0x3E, inner.count > 1 { inner = inner.dropFirst().dropLast() }
        for byte in inner {
            if byte == 0x20 { address += Array("%20".utf8) } else { address.append(byte) }
        }
        return String(decoding: address, as: UTF8.self)
    }

    /// Passes over a record whose head does not end: at once where another starts within it.
    private func brokenHead(at start: Int) -> ContainerStep {
        let limit = ledger.limits.headerSize
        let found = window.seekToRecord()
        guard window.offset - start < limit else {
            return .fault(
                ArchiveFault(
                    .headerTooLarge,
                    "expected a head of at most \(limit) bytes, found a longer one; "
                        + "the record was skipped; raise header-size", in: name, at: start))
        }
        return .fault(
            ArchiveFault(
                .truncated,
                "expected an empty line after a record's head, found \(found ? "another record" : "the end")",
                in: name, at: start))
    }

    /// Passes over the rest of a record that is no document.
    private func pass(_ block: Block) -> ContainerStep? {
        let passed = window.skip(block.size)
        guard passed < block.size else { return nil }
        return .fault(
            ArchiveFault(
                .truncated, "expected a record of \(block.size) bytes, found \(passed); it holds no document",
                in: block.name, at: block.start, severity: .warning))
    }

    private func revisit(_ block: Block) -> ContainerStep? {
        if let fault = pass(block) { return fault }
        ledger.tally.revisits += 1
        return .revisit(
            ArchiveRevisit(
                name: block.name, url: block.url, date: block.fields.value("WARC-Date"),
                original: index.original(of: block.fields).map { "\(name)!/\($0)" }))
    }

    private func resource(_ block: Block, type: String) -> ContainerStep? {
        if let fault = tooLarge(block) { return fault }
        var entry = block.entry(type)
        describe(&entry, block.fields.value("Content-Type"))
        entry.bytes = window.take(block.size)
        return finish(entry, block, missing: block.size - entry.bytes.count)
    }

    private func response(_ block: Block) -> ContainerStep? {
        let url = block.url ?? ""
        if url.hasPrefix("dns:") || block.fields.value("Content-Type")?.hasPrefix("text/dns") == true {
            ledger.skip("dns")
            return pass(block)
        }
        if let fault = tooLarge(block) { return fault }
        var entry = block.entry("response")
        window.fill(min(block.size, 5))
        guard block.size >= 5, HTTPHead.starts(window.bytes) else {
            describe(&entry, block.fields.value("Content-Type"))
            entry.bytes = window.take(block.size)
            if entry.mediaType?.hasPrefix("application/http") ?? true {
                entry.mediaType = nil
                entry.notes.append(
                    ArchiveFault(
                        .headMissing, "expected the head of an answer of HTTP, found none; all is taken for the body",
                        in: block.name, at: block.start, severity: .warning))
            }
            return finish(entry, block, missing: block.size - entry.bytes.count)
        }
        let reach = min(block.size, ledger.limits.headerSize)
        guard let length = window.headLength(limit: reach) ?? (block.size == reach ? reach : nil) else {
            window.skip(block.size)
            return .fault(
                ArchiveFault(
                    .headerTooLarge,
                    "expected a head of HTTP of at most \(reach) bytes, found a longer one; "
                        + "the record was skipped; raise header-size", in: block.name, at: block.start))
        }
        let head = window.take(length)
        let raw = window.take(block.size - head.count)
        let http = HTTPHead(head)
        entry.web?.status = http.status
        entry.web?.headers = http.fields
        describe(&entry, http.fields.value("Content-Type"))
        var body = HTTPBody(raw, ledger: ledger, name: block.name)
        do throws(ArchiveFault) { try body.decode(http.fields) } catch { return .fault(error) }
        entry.bytes = body.bytes
        entry.notes += body.notes
        return finish(entry, block, missing: block.size - head.count - raw.count)
    }

    private func describe(_ entry: inout ArchiveEntry, _ contentType: String?) {
        guard let contentType else { return }
        let type = MediaType(contentType)
        entry.mediaType = type.essence.isEmpty ? nil : type.essence
        entry.charset = type.charset
    }

    private func tooLarge(_ block: Block) -> ContainerStep? {
        guard block.size > ledger.limits.entrySize else { return nil }
        window.skip(block.size)
        return .fault(
            ArchiveFault(
                .entryTooLarge,
                "expected a record of at most \(ledger.limits.entrySize) bytes, found one of \(block.size); "
                    + "it was skipped; raise entry-size", in: block.name, at: block.start))
    }

    private func finish(_ entry: ArchiveEntry, _ block: Block, missing: Int) -> ContainerStep {
        var entry = entry
        if missing > 0 {
            entry.notes.append(
                ArchiveFault(
                    .truncated,
                    "expected a record of \(block.size) bytes, found \(missing) fewer; "
                        + "what was there was read", in: block.name, at: block.start, severity: .warning))
        } else if let reason = block.fields.value("WARC-Truncated") {
            entry.notes.append(
                ArchiveFault(
                    .truncated, "expected a whole page, found one that its archive cut short (\(reason))",
                    in: block.name, at: block.start, severity: .warning))
        }
        index.insert(block.fields, at: block.start)
        return .entry(entry)
    }
}

extension Window {
    /// Goes to the next line that starts a record of WARC, or to the end.
    ///
    /// - Returns: whether there is one.
    fileprivate func seekToRecord() -> Bool {
        seekLine(reach: 5, WARCReader.starts)
    }
}
