import Archives
import FoundationEssentials

/// A table in a file of event data, from its first byte: the file itself, plain or compressed, or an entry of an archive.
final class EventDataTable {
    let name: String
    /// Why not all of it could be had, for an entry that was read whole.
    let fault: ArchiveFault?
    private let reader: ArchiveReader
    private let stream: any ByteStream

    /// - Parameter place: of the table in the file, from 0.
    /// - Returns: `nil` where the file has no such table.
    /// - Throws: ``Failure`` where the file, or what stands in the table's place, cannot be read.
    init?(of path: String, at place: Int) throws {
        let reader: ArchiveReader
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if path == "-" {
            reader = ArchiveReader(DescriptorStream(0, name: "-"), name: "-")
        } else {
            do throws(ArchiveFault) {
                reader = ArchiveReader(try FileBytes(path: path), name: name)
            } catch {
                throw Failure(
                    "expected event data in \"\(path)\", found \"\(systemReason())\"; name a file or -", .noInput)
            }
        }
        var passed = 0
        while let item = reader.next() {
            switch item {
            case .fault(let fault): throw Failure(fault.message, .notADocument)
            case .revisit: continue
            case .entry(let entry) where passed == place:
                (self.name, stream, fault) = (
                    entry.fileName, SequentialStream(entry.bytes), entry.notes.first(where: Self.isLoss)
                )
                self.reader = reader
                return
            case .stream(let entry, let stream) where passed == place:
                (self.name, self.stream, fault) = (entry.fileName, stream, nil)
                self.reader = reader
                return
            case .entry, .stream: passed += 1
            }
        }
        return nil
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
