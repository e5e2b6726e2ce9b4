import Contract
import FoundationEssentials
import Glibc
import Wording

/// One of the program's open files.
struct Output: Sendable {
    /// Nobody reads any longer: the other end of a pipe was closed. The program ends quietly.
    struct Closed: Error {}

    static let standard = Output(descriptor: 1)
    static let error = Output(descriptor: 2)

    let descriptor: Int32

    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Columns of the terminal; `nil` where it is none or tells nothing.
    var columns: Int? {
        var size = winsize()
        guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Writes all bytes.
    ///
    /// - Throws: ``Closed`` where nobody reads any longer, else a ``Failure`` that names the system's reason.
    func write(_ data: Data) throws {
        try data.withUnsafeBytes { try write($0) }
    }

    func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
    }

    /// Writes a value as a line of JSON.
    func write(line value: some JSONWritable) throws {
        var out = JSONOutput()
        value.write(to: &out)
        try write(Data(out.bytes + [0x0A]))
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let count = systemWrite(descriptor, part.baseAddress, part.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE {
                throw Closed()
            } else if errno == EAGAIN {
                var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&wait, 1, -1)
            } else if errno != EINTR {
                throw Failure(
                    "expected to write the output, found \"\(systemReason())\"; make room or write elsewhere", .writing)
            }
        }
    }

    /// Writes a message that may be lost.
    func note(_ text: String) { try? write(text) }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}

/// The system's words for the last failed call.
func systemReason() -> String { String(cString: strerror(errno)) }

/// Makes a closed pipe an error of the write instead of a signal that kills the program.
func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

/// Reads once from a file descriptor; 0 at the end.
func readOnce(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count >= 0 { return count }
        if errno == EAGAIN {
            var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&wait, 1, -1)
        } else if errno != EINTR {
            throw Failure("expected readable input, found \"\(systemReason())\"; name another input", .noInput)
        }
    }
}

/// Whether a file descriptor can be read at once.
func isReadable(_ descriptor: Int32) -> Bool {
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, 0) > 0
}

/// Seconds of a clock that only goes forward.
func monotonicSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}
