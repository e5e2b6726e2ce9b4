/// The documents of a web archive in the format before WARC (Internet Archive, ARC file format, versions 1 and 2).
///
/// A record is a line — address, IP address, time, media type and, last, length — and as many bytes. Addresses may hold
/// spaces, so a line is read from its end.
final class ARCReader: ContainerReader {
    private let window: Window
    private let ledger: Ledger
    private let name: String
    /// Words of a record's line: 5 in version 1, 10 in version 2.
    private var words = 5
    private var hasEnded = false

    init(_ window: Window, ledger: Ledger, name: String) {
        self.window = window
        self.ledger = ledger
        self.name = name
    }

    /// The line before a record, taken apart.
    private struct Line {
        var url: String
        var date: String
        var mediaType: String
        /// `nil` where it is no number from 0.
        var length: Int?
        var lengthText: String

        /// - Parameter bytes: without the line feed. `nil` where this is no such line.
        init?(_ bytes: UnsafeRawBufferPointer, words: Int) {
            let parts = bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0D })
            guard parts.count >= words, words >= 5 else { return nil }
            let first = parts.count - words + 1
            let date = parts[first + 1]
            guard date.count >= 8, date.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
            guard let colon = parts[0].firstIndex(of: 0x3A), colon > parts[0].startIndex,
                parts[0][..<colon].allSatisfy({ 0x61...0x7A ~= $0 | 0x20 || 0x2B...0x39 ~= $0 })
            else { return nil }
            url = parts[..<first].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "%20")
            self.date = String(decoding: date, as: UTF8.self)
            mediaType = String(decoding: parts[first + 2], as: UTF8.self)
            lengthText = String(decoding: parts[parts.count - 1], as: UTF8.self)
            length = lengthText.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(lengthText) : nil
        }
    }

    func next() -> ContainerStep {
        while !hasEnded {
            if let step = record() { return step }
        }
        return .end
    }

    /// The description of the file has as many words as the lines that it describes.
    private func line(_ bytes: UnsafeRawBufferPointer) -> Line? {
        if let line = Line(bytes, words: words) { return line }
        return bytes.starts(with: Array("filedesc:".utf8)) ? Line(bytes, words: 10) : nil
    }

    /// Whether a line of a record starts here.
    private func startsRecord(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let end = bytes.prefix(Self.longestLine).firstIndex(of: 0x0A) ?? min(bytes.count, Self.longestLine)
        return Line(UnsafeRawBufferPointer(rebasing: bytes[..<end]), words: words) != nil
    }

    private static let longestLine = 16 << 10

    private func endOfStream() -> ContainerStep {
        guard let failure = window.failure else {
            hasEnded = true
            return .end
        }
        hasEnded = !window.recover()
        return .fault(failure)
    }

    private func record() -> ContainerStep? {
        window.dropSpace()
        guard window.fill(1) else { return endOfStream() }
        let start = window.offset
        guard let length = window.lineLength(limit: Self.longestLine),
            let line = line(UnsafeRawBufferPointer(rebasing: window.bytes[..<length]).withoutFeed)
        else {
            let found = window.seekLine(reach: Self.longestLine, startsRecord)
            return .fault(
                ArchiveFault(
                    .junkBetweenRecords,
                    "expected a line with an address, an IP address, a time, a media type and a length, found "
                        + "\(window.offset - start) bytes that are none; they were skipped up to the "
                        + (found ? "next record" : "end"), in: name, at: start, severity: .warning))
        }
        window.drop(length)
        guard let size = line.length else {
            if window.fill(1), window.bytes[0] == 0x0A { window.drop(1) }
            seekRecord()
            return .fault(
                ArchiveFault(
                    .lengthMissing, "expected a length in bytes, found \"\(line.lengthText)\"; the record was skipped",
                    in: "\(name)!/\(start)", at: start))
        }
        return document(line, size: size, start: start)
    }

    private func seekRecord() {
        window.fill(Self.longestLine)
        if window.count > 0, startsRecord(window.bytes) { return }
        _ = window.seekLine(reach: Self.longestLine, startsRecord)
    }

    private func document(_ line: Line, size: Int, start: Int) -> ContainerStep? {
        let place = "\(name)!/\(start)"
        let isDescription = line.url.hasPrefix("filedesc:")
        if isDescription || line.url.hasPrefix("dns:") {
            ledger.skip(isDescription ? "filedesc" : "dns")
            if isDescription { readVersion(size) } else { window.skip(size) }
            return nil
        }
        guard size <= ledger.limits.entrySize else {
            window.skip(size)
            return .fault(
                ArchiveFault(
                    .entryTooLarge,
                    "expected a record of at most \(ledger.limits.entrySize) bytes, found one of \(size); "
                        + "it was skipped; raise entry-size", in: place, at: start))
        }
        var entry = ArchiveEntry(name: place, fileName: "", kind: .webRecord)
        entry.url = line.url
        entry.date = line.date
        entry.mediaType = line.mediaType.lowercased()
        entry.web = WebFacts(recordType: "response")
        var block = window.take(size)
        if block.count < size {
            entry.notes.append(
                ArchiveFault(
                    .truncated, "expected a record of \(size) bytes, found \(block.count); what was there was read",
                    in: place, at: start, severity: .warning))
        }
        if block.withUnsafeBytes(HTTPHead.starts) {
            let inner = Window(block)
            let length = inner.headLength(limit: block.count) ?? block.count
            let http = HTTPHead(inner.take(length))
            block.removeFirst(length)
            entry.web?.status = http.status
            entry.web?.headers = http.fields
            if let type = http.fields.value("Content-Type").map(MediaType.init), !type.essence.isEmpty {
                entry.mediaType = type.essence
                entry.charset = type.charset
            }
            var body = HTTPBody(block, ledger: ledger, name: place)
            do throws(ArchiveFault) { try body.decode(http.fields) } catch { return .fault(error) }
            entry.bytes = body.bytes
            entry.notes += body.notes
        } else {
            entry.bytes = block
        }
        return .entry(entry)
    }

    /// The description of the file says how the lines of its records are made up.
    private func readVersion(_ size: Int) {
        let head = window.take(min(size, 4096))
        window.skip(size - head.count)
        let lines = head.split(separator: 0x0A)
        guard lines.count > 1 else { return }
        let count = lines[1].split(whereSeparator: { $0 <= 0x20 }).count
        if 5...16 ~= count, lines[1].starts(with: Array("URL".utf8)) { words = count }
    }
}

extension UnsafeRawBufferPointer {
    /// The bytes without the line feed at their end, and without the carriage return before it.
    var withoutFeed: UnsafeRawBufferPointer {
        var end = count
        if end > 0, self[end - 1] == 0x0A { end -= 1 }
        if end > 0, self[end - 1] == 0x0D { end -= 1 }
        return UnsafeRawBufferPointer(rebasing: self[..<end])
    }
}
