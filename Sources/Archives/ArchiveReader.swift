/// Opens a file or a stream, whatever it is, and hands out what it holds, one item at a time.
///
/// Compressed files, web archives, zip files and mails are followed into each other up to
/// ``ArchiveLimits/nestingDepth``; everything else is an entry. Nothing is thrown: what cannot be read is a
/// ``ArchiveItem/fault(_:)`` among the items, and reading goes on after it where that is possible. Time is linear in what
/// is read and decompressed; for memory see ``ArchiveLimits``. The same input gives the same items.
package final class ArchiveReader: Sequence, IteratorProtocol {
    /// A container that is open.
    private struct Level {
        var reader: any ContainerReader
        var depth: Int
    }

    private let ledger: Ledger
    private var levels: [Level] = []
    /// What is to be opened next.
    private var waiting: (content: Content, depth: Int)?

    /// Reads a file, or other bytes that can be read at any place.
    ///
    /// - Parameter name: the first part of the name of every entry; its suffix tells what the bytes do not.
    package init(_ file: any SeekableBytes, name: String, limits: ArchiveLimits = ArchiveLimits()) {
        ledger = Ledger(limits)
        waiting = (Content(about: Self.about(name), stream: SequentialStream(file), seekable: file), 0)
    }

    /// Reads a stream. A zip file is held in memory, up to ``ArchiveLimits/entrySize``.
    package init(_ stream: any ByteStream, name: String, limits: ArchiveLimits = ArchiveLimits()) {
        ledger = Ledger(limits)
        waiting = (Content(about: Self.about(name), stream: stream), 0)
    }

    /// Whether bytes are a container or compressed, as far as their beginning and their name tell.
    package static func isContainer(_ bytes: [UInt8], name: String) -> Bool {
        bytes.withUnsafeBytes { all in
            let head = UnsafeRawBufferPointer(rebasing: all.prefix(ArchiveKind.reach))
            return ArchiveKind(head, about: about(name)) != .plain
        }
    }

    private static func about(_ name: String) -> ArchiveEntry {
        ArchiveEntry(name: name, fileName: FileName.last(of: name), kind: .file)
    }

    /// What was handed out and what was passed over so far.
    package var tally: ArchiveTally { ledger.tally }

    /// The next item; `nil` after the last. A stream that was handed out before is no longer good.
    package func next() -> ArchiveItem? {
        while true {
            if let fault = ledger.nextFault() { return tell(fault) }
            if ledger.isSpent { return ledger.takeLastWord().map(tell) }
            if let item = step() { return item }
            if waiting == nil, levels.isEmpty, ledger.waiting.isEmpty { return nil }
        }
    }

    private func step() -> ArchiveItem? {
        if let (content, depth) = waiting {
            waiting = nil
            return open(content, depth: depth)
        }
        guard let level = levels.last else { return nil }
        switch level.reader.next() {
        case .entry(let entry): return look(at: entry, depth: level.depth)
        case .open(let content): waiting = (content, level.depth)
        case .revisit(let revisit): return .revisit(revisit)
        case .fault(let fault): return tell(fault)
        case .end: levels.removeLast()
        }
        return nil
    }

    private func tell(_ fault: ArchiveFault) -> ArchiveItem {
        if fault.code == .totalExpanded { _ = ledger.takeLastWord() }
        ledger.tally.faults += 1
        return .fault(fault)
    }

    private func hand(_ entry: ArchiveEntry, stream: Window? = nil) -> ArchiveItem {
        guard ledger.tally.entries < ledger.limits.entries else {
            ledger.spend()
            return tell(
                ArchiveFault(
                    .tooManyEntries,
                    "expected at most \(ledger.limits.entries) entries, found more; "
                        + "the rest was left out; raise entries", in: entry.name))
        }
        var entry = entry
        entry.ordinal = ledger.tally.entries
        ledger.tally.entries += 1
        return stream.map { .stream(entry, $0) } ?? .entry(entry)
    }

    /// An answer may be a container itself: a sitemap that is compressed, a zip file.
    private func look(at entry: ArchiveEntry, depth: Int) -> ArchiveItem? {
        let kind = entry.kind == .webRecord ? entry.bytes.withUnsafeBytes(ArchiveKind.marked) : nil
        guard let kind, kind != .plain else { return hand(entry) }
        guard depth < ledger.limits.nestingDepth else {
            var entry = entry
            entry.notes.append(tooDeep(entry.name, .warning))
            return hand(entry)
        }
        let seekable = MemoryBytes(entry.bytes)
        var about = entry
        about.bytes = []
        about.fileName = FileName.last(of: String((entry.url ?? "").prefix { $0 != "?" && $0 != "#" }))
        waiting = (Content(about: about, stream: SequentialStream(seekable), seekable: seekable), depth)
        return nil
    }

    private func tooDeep(_ name: String, _ severity: ArchiveFault.Severity) -> ArchiveFault {
        ArchiveFault(
            .nestedTooDeep,
            "expected at most \(ledger.limits.nestingDepth) containers in each other, found another; "
                + "it was not opened; raise nesting-depth", in: name, severity: severity)
    }

    /// Tells what a file is and opens it; what is no container is handed out.
    private func open(_ content: Content, depth: Int) -> ArchiveItem? {
        var about = content.about
        var seekable = content.seekable
        var depth = depth
        var window = Window(content.stream)
        while true {
            window.fill(ArchiveKind.reach)
            // the first member is damaged, but others may follow
            if window.count == 0, let failure = window.failure, window.recover() {
                ledger.report(failure)
                continue
            }
            let kind = ArchiveKind(window.bytes, about: about)
            if kind == .plain { return leaf(window, about, kind) }
            depth += 1
            guard depth <= ledger.limits.nestingDepth else {
                return tell(tooDeep(about.name, .error))
            }
            guard case .compressed(let compression) = kind else {
                return enter(kind, window, seekable, about, depth)
            }
            window = Window(DecodingStream(compression, of: window, ledger: ledger, name: about.name))
            seekable = nil
            about.fileName = FileName.without(ArchiveKind.compressions, about.fileName)
            if about.kind == .file, about.mediaType != nil { about.mediaType = nil }
        }
    }

    private func enter(
        _ kind: ArchiveKind, _ window: Window, _ seekable: (any SeekableBytes)?, _ about: ArchiveEntry, _ depth: Int
    ) -> ArchiveItem? {
        let reader: any ContainerReader
        switch kind {
        case .warc: reader = WARCReader(window, ledger: ledger, name: about.name)
        case .arc: reader = ARCReader(window, ledger: ledger, name: about.name)
        case .mbox, .mail: reader = MailReader(window, ledger: ledger, about: about, isMbox: kind == .mbox)
        case .zip, .compressed, .plain:
            do throws(ArchiveFault) {
                if let seekable {
                    reader = try ZipReader(seekable, ledger: ledger, name: about.name)
                } else {
                    reader = try ZipReader(held(window, about.name), ledger: ledger, name: about.name)
                }
            } catch {
                return tell(error)
            }
        }
        levels.append(Level(reader: reader, depth: depth))
        return nil
    }

    /// A zip file out of a stream: its directory stands at its end.
    private func held(_ window: Window, _ name: String) throws(ArchiveFault) -> MemoryBytes {
        let limit = ledger.limits.entrySize
        let bytes = window.take(limit)
        if let failure = window.failure { throw failure }
        if bytes.count == limit, window.fill(1) {
            throw ArchiveFault(
                .entryTooLarge,
                "expected a zip file of at most \(limit) bytes where it comes as a stream, found a "
                    + "larger one; name it as a file, or raise entry-size", in: name)
        }
        return MemoryBytes(bytes)
    }

    /// A file that is no container.
    private func leaf(_ window: Window, _ about: ArchiveEntry, _ kind: ArchiveKind) -> ArchiveItem {
        var entry = about
        let suffix = FileName.suffix(of: about.fileName)
        if ArchiveKind.isMisnamed(suffix, found: kind), about.kind == .file {
            entry.notes.append(
                ArchiveFault(
                    .nameMismatch,
                    "expected a .\(suffix) as the name says, found something else; "
                        + "the bytes were taken as they are", in: about.name, at: 0, severity: .warning))
            entry.fileName = FileName.without(ArchiveKind.compressions, about.fileName)
        }
        if window.fill(ledger.limits.inlineSize &+ 1) { return hand(entry, stream: window) }
        let failure = window.failure
        entry.bytes = window.take(window.count)
        guard let failure else { return hand(entry) }
        if entry.bytes.isEmpty || failure.code == .expansionRatio || failure.code == .totalExpanded {
            return tell(failure)
        }
        entry.notes.append(failure)
        return hand(entry)
    }
}
