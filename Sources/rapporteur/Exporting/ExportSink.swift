import FoundationEssentials
import Glibc

/// Where an export goes: standard output, or a file that takes its name when it is whole.
final class ExportSink {
    private let path: String?
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private static let bufferSize = 1 << 16

    /// - Parameter path: `nil` or `-` for standard output.
    init(_ path: String?) throws {
        guard let path, path != "-" else {
            (self.path, descriptor) = (nil, 1)
            return
        }
        self.path = path
        descriptor = open(path + ".new", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw Failure("expected to write \"\(path)\", found \"\(systemReason())\"; name another file", .writing)
        }
    }

    deinit {
        guard let path, descriptor >= 0 else { return }
        close(descriptor)
        unlink(path + ".new")
    }

    func write(_ bytes: [UInt8]) throws {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.bufferSize { try flush() }
    }

    func write(_ text: String) throws { try write(Array(text.utf8)) }

    private func flush() throws {
        try Output(descriptor: descriptor).write(Data(buffer))
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes what is left; a file takes its name.
    func finish() throws {
        try flush()
        guard let path else { return }
        let isWritten = fsync(descriptor) == 0
        let isClosed = close(descriptor) == 0
        descriptor = -1
        guard isWritten, isClosed, rename(path + ".new", path) == 0 else {
            let reason = systemReason()
            unlink(path + ".new")
            throw Failure(
                "expected to write \"\(path)\", found \"\(reason)\"; make room or name another file", .writing)
        }
    }
}
