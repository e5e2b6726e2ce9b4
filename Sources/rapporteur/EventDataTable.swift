import Archives
import FoundationEssentials

/// A table in a file of event data, from its first byte: the file itself, plain or compressed, or an entry of an archive.
final class EventDataTable {
    let name: String
    /// Why not all of it could be had, for an entry that was read whole.
    let fault: ArchiveFault?
    private let reader: ArchiveReader
    private let stream: any ByteStream

    /// The table at a place in a file.
    ///
    /// - Parameter place: from 0.
    /// - Returns: `nil` where the file has no such table.
    /// - Throws: ``Failure`` where the file, or what stands in the table's place, cannot be read.
    convenience init?(of path: String, at place: Int = 0) throws {
        try self.init(try Self.reader(of: path), skipping: place)
    }

    /// The table behind this one, which is no longer good then; `nil` after the last.
    ///
    /// - Throws: ``Failure`` where it cannot be read.
    func next() throws -> EventDataTable? { try EventDataTable(reader, skipping: 0) }

    private init?(_ reader: ArchiveReader, skipping count: Int) throws {
        var left = count
        while let item = reader.next() {
            switch item {
            case .fault(let fault): throw Failure(fault.message, .notADocument)
            case .revisit: continue
            case .entry, .stream:
                guard left == 0 else {
                    left -= 1
                    continue
                }
                self.reader = reader
                switch item {
                case .entry(let entry):
                    (name, stream) = (entry.fileName, SequentialStream(entry.bytes))
                    fault = entry.notes.first(where: Self.isLoss)
                case .stream(let entry, let stream): (name, self.stream, fault) = (entry.fileName, stream, nil)
                case .fault, .revisit: return nil
                }
                return
            }
        }
        return nil
    }

    private static func reader(of path: String) throws -> ArchiveReader {
        if path == "-" { return ArchiveReader(DescriptorStream(0, name: "-"), name: "-") }
        do throws(ArchiveFault) {
            return ArchiveReader(
                try FileBytes(path: path), name: path.split(separator: "/").last.map(String.init) ?? path)
        } catch {
            throw Failure(
                "expected event data in \"\(path)\", found \"\(systemReason())\"; name a file or -", .noInput)
        }
    }

    private static func isLoss(_ fault: ArchiveFault) -> Bool {
        [.truncated, .damaged, .checksumMismatch, .unreadable].contains(fault.code)
    }

    /// Fills a buffer.
    ///
    /// - Returns: how many bytes; 0 at the end.
    /// - Throws: ``Failure`` where a compressed file is broken.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        do throws(ArchiveFault) {
            return try stream.read(into: buffer)
        } catch {
            throw Failure(error.message, .notADocument)
        }
    }
}
