/// The entries of a zip file in the order of its directory: stored or deflated, zip64 or not.
///
/// Names lead nowhere, since nothing is written. Of a WACZ (a zip file with `datapackage.json` and `archive/`) only the
/// archives are entries.
final class ZipReader: ContainerReader {
    private let bytes: any SeekableBytes
    private let ledger: Ledger
    private let name: String
    private var directory: ZipDirectory
    private let isWACZ: Bool
    /// Compressed bytes of the entries so far: more than the file has where entries lie over each other.
    private var claimed = 0
    private var hasEnded = false

    /// - Throws: ``ArchiveFault/Code/zipDirectory`` where the file has no directory.
    init(_ bytes: any SeekableBytes, ledger: Ledger, name: String) throws(ArchiveFault) {
        self.bytes = bytes
        self.ledger = ledger
        self.name = name
        directory = try ZipDirectory(bytes, name: name)
        var scout = try ZipDirectory(bytes, name: name)
        isWACZ = Self.isWACZ(&scout)
    }

    private static func isWACZ(_ directory: inout ZipDirectory) -> Bool {
        var hasPackage = false
        var hasArchive = false
        // a directory that breaks off is told of later, when it is read for good
        while !(hasPackage && hasArchive), let entry = try? directory.next() {
            hasPackage = hasPackage || entry.name == "datapackage.json"
            hasArchive = hasArchive || (entry.name.hasPrefix("archive/") && entry.name.contains(".warc"))
        }
        return hasPackage && hasArchive
    }

    func next() -> ContainerStep {
        while !hasEnded {
            do throws(ArchiveFault) {
                guard let entry = try directory.next() else { break }
                if entry.name.hasSuffix("/") {
                    ledger.skip("directory")
                } else if isWACZ, !entry.name.hasPrefix("archive/") {
                    ledger.skip("wacz-index")
                } else {
                    return open(entry)
                }
            } catch {
                hasEnded = true
                return .fault(error)
            }
        }
        hasEnded = true
        return .end
    }

    private func open(_ entry: ZipDirectory.Entry) -> ContainerStep {
        let path = "\(name)!/\(entry.name)"
        do throws(ArchiveFault) {
            let range = try place(of: entry, path)
            var about = ArchiveEntry(name: path, fileName: FileName.last(of: entry.name), kind: .file)
            about.date = entry.date
            let slice = SliceBytes(bytes, range)
            let raw = SequentialStream(slice)
            let plain: any ByteStream =
                entry.method == 0
                ? raw : DecodingStream(.deflate, of: Window(raw), ledger: ledger, name: path)
            return .open(
                Content(
                    about: about, stream: ZipEntryStream(plain, entry: entry, name: path),
                    seekable: entry.method == 0 ? slice : nil))
        } catch {
            return .fault(error)
        }
    }

    /// Where the bytes of an entry stand.
    private func place(of entry: ZipDirectory.Entry, _ path: String) throws(ArchiveFault) -> Range<Int> {
        guard entry.flags & 0x2041 == 0 else {
            throw ArchiveFault(.encrypted, "expected an open entry, found an encrypted one; decrypt it first", in: path)
        }
        guard entry.method == 0 || entry.method == 8 else {
            throw ArchiveFault(
                .methodUnknown,
                "expected an entry that is stored (0) or deflated (8), found method \(entry.method); "
                    + "pack it anew", in: path)
        }
        guard entry.method != 0 || entry.compressed == entry.size else {
            throw ArchiveFault(
                .sizeMismatch, "expected a stored entry of \(entry.size) bytes, found \(entry.compressed)", in: path)
        }
        let header = Window(SequentialStream(SliceBytes(bytes, Self.range(entry.offset, 30)))).take(30)
        guard header.count == 30, header.number(0, 4) == 0x0403_4B50 else {
            throw ArchiveFault(
                .zipEntry, "expected the header of an entry, found none; fetch the file again", in: path,
                at: entry.offset)
        }
        let start = entry.offset + 30 + header.number(26, 2) + header.number(28, 2)
        guard entry.compressed <= bytes.count, start <= bytes.count - entry.compressed else {
            throw ArchiveFault(
                .zipEntry, "expected \(entry.compressed) bytes, found that the file ends before; fetch it again",
                in: path, at: start)
        }
        claimed += entry.compressed
        guard claimed <= bytes.count else {
            throw ArchiveFault(
                .zipEntry,
                "expected entries beside each other, found some that share their bytes; "
                    + "such a file is a bomb: pack it anew", in: path, at: start)
        }
        return start..<start + entry.compressed
    }

    private static func range(_ start: Int, _ length: Int) -> Range<Int> {
        let (end, overflow) = start.addingReportingOverflow(length)
        return overflow ? start..<start : start..<end
    }
}

/// The bytes of an entry, compared with what the directory says of them.
private final class ZipEntryStream: ByteStream {
    private let source: any ByteStream
    private let entry: ZipDirectory.Entry
    private let name: String
    private var count = 0
    private var checksum = Checksum()
    private var isChecked = false

    init(_ source: any ByteStream, entry: ZipDirectory.Entry, name: String) {
        self.source = source
        self.entry = entry
        self.name = name
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
        let length = try source.read(into: buffer)
        if length > 0 {
            count += length
            checksum.add(UnsafeRawBufferPointer(rebasing: buffer[..<length]))
            if count > entry.size { throw mismatch("more") }
        } else if !buffer.isEmpty, !isChecked {
            isChecked = true
            if count < entry.size { throw mismatch("\(count)") }
            if checksum.value != entry.crc {
                throw ArchiveFault(
                    .checksumMismatch,
                    "expected bytes with the checksum of the directory, found others; "
                        + "fetch the file again", in: name)
            }
        }
        return length
    }

    private func mismatch(_ found: String) -> ArchiveFault {
        ArchiveFault(
            .sizeMismatch, "expected \(entry.size) bytes as the directory says, found \(found); fetch the file again",
            in: name, at: count)
    }
}
