import FoundationEssentials
import Glibc

/// The one writer of a register, for as long as it lives: an advisory lock (`flock`) on a file beside it, which holds
/// the writer's process id. The system takes the lock away from a process that ends, however it ends. Readers never
/// look at it.
final class WriterLock: Sendable {
    private let descriptor: Int32

    /// - Throws: ``RegisterError`` at once where another process writes, or where the folder is not writable.
    init(_ path: String) throws {
        let file = Self.real(path) + ".lock"
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            let reason = String(cString: strerror(errno))
            throw errno == ENOENT
                ? RegisterError(
                    .notFound, "expected a folder for \"\(path)\", found none; make it, or name another file")
                : RegisterError(
                    .readOnly,
                    "expected to write \"\(file)\", found \"\(reason)\"; make it and its folder writable")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            var bytes = [UInt8](repeating: 0, count: 20)
            let count = read(descriptor, &bytes, bytes.count)
            close(descriptor)
            let holder = String(decoding: bytes.prefix(max(0, count)).prefix { $0 != 0x0A }, as: UTF8.self)
            throw RegisterError(
                .locked,
                "expected to write \"\(path)\", found \(holder.isEmpty ? "another process" : "process \(holder)") "
                    + "writing it; wait for it to end and run again")
        }
        let text = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, text, text.count, 0)
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Lets others write.
    func release() { _ = flock(descriptor, LOCK_UN) }

    /// The path of the file itself where the path is a link to it: one register, one lock.
    static func real(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
