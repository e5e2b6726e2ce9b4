import Glibc

/// A file that can be read at any place. The descriptor is closed with the value.
package final class FileBytes: SeekableBytes {
    package let count: Int
    private let descriptor: Int32
    private let name: String

    /// Opens a regular file.
    ///
    /// - Throws: ``ArchiveFault/Code/unreadable`` where it cannot be opened or is no regular file.
    package init(path: String) throws(ArchiveFault) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw ArchiveFault(
                .unreadable, "expected a file that can be read, found: \(systemError()); check its path and rights",
                in: path)
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw ArchiveFault(
                .unreadable, "expected a regular file, found something else; hand a pipe over as a stream", in: path)
        }
        self.descriptor = descriptor
        name = path
        count = Int(status.st_size)
    }

    deinit { close(descriptor) }

    package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
        while true {
            let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            if count >= 0 { return count }
            if errno == EINTR { continue }
            throw ArchiveFault(
                .unreadable, "expected \(buffer.count) bytes, found: \(systemError()); read it again or copy the file",
                in: name, at: offset)
        }
    }
}

/// What is read from a descriptor that somebody else opened and closes: a pipe, standard input.
package final class DescriptorStream: ByteStream {
    private let descriptor: Int32
    private let name: String

    package init(_ descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveFault) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno == EINTR { continue }
            throw ArchiveFault(.unreadable, "expected more bytes, found: \(systemError()); read it again", in: name)
        }
    }
}

/// The system's last error in words.
private func systemError() -> String {
    strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
}
