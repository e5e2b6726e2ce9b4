import FoundationEssentials
import Glibc

/// Files by their paths, by the C library: whole in, whole out, and the names below a folder.
enum Files {
    /// The descriptor of a file, or of standard input where the path is `-`.
    static func openToRead(_ path: String, expected: String) throws -> Int32 {
        let descriptor = path == "-" ? 0 : Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(
                "expected \(expected) in \"\(path)\", found \"\(systemReason())\"; name a file or -", .noInput)
        }
        return descriptor
    }

    /// Closes a descriptor that is not standard input's.
    static func close(_ descriptor: Int32) {
        if descriptor > 0 { Glibc.close(descriptor) }
    }

    /// The bytes of a file, or of standard input where the path is `-`.
    static func contents(_ path: String, expected: String) throws -> Data {
        let descriptor = try openToRead(path, expected: expected)
        defer { close(descriptor) }
        var data = Data()
        var count = 1
        while count > 0 {
            let start = data.count
            data.count += 1 << 20
            count = try data.withUnsafeMutableBytes { bytes in
                try readOnce(descriptor, UnsafeMutableRawBufferPointer(rebasing: bytes[start...]))
            }
            data.count = start + count
        }
        return data
    }

    /// The bytes of a file in pieces of some tens of kilobytes, which stay near the core, that end with a line, where there are lines.
    static func chunks(_ path: String, expected: String, _ take: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        let descriptor = try openToRead(path, expected: expected)
        defer { close(descriptor) }
        var held: [UInt8] = []
        let piece = 1 << 16
        while true {
            let kept = held.count
            held.append(contentsOf: repeatElement(0, count: piece))
            let count = try held.withUnsafeMutableBytes { bytes in
                try readOnce(descriptor, UnsafeMutableRawBufferPointer(rebasing: bytes[kept...]))
            }
            held.removeLast(piece - count)
            if count == 0 { break }
            guard let line = held.lastIndex(of: 0x0A) else { continue }
            try held.withUnsafeBufferPointer { try take(UnsafeBufferPointer(rebasing: $0[...line])) }
            held.removeFirst(line + 1)
        }
        if !held.isEmpty { try held.withUnsafeBufferPointer { try take($0) } }
    }

    /// Writes a file anew.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw Failure("expected to write \"\(path)\", found \"\(systemReason())\"; name another file", .writing)
        }
        defer { close(descriptor) }
        try Output(descriptor: descriptor).write(Data(bytes))
    }

    /// Makes a folder and those above it where they are not there.
    static func makeFolder(_ path: String) throws {
        var made = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            made += part + "/"
            if !part.isEmpty, mkdir(made, 0o755) != 0, errno != EEXIST {
                throw Failure(
                    "expected to make the folder \"\(path)\", found \"\(systemReason())\"; name another", .writing)
            }
        }
    }

    /// Bytes of all files together; `nil` where one of them is standard input or no plain file.
    static func size(of paths: [String]) -> Int? {
        var sum = 0
        for path in paths {
            var info = stat()
            guard path != "-", stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
            sum += Int(info.st_size)
        }
        return sum
    }

    static func isFolder(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    /// Paths of the files below a folder whose names end so, in order; links to folders are not followed.
    static func below(_ folder: String, ending: String) throws -> [String] {
        guard let listing = opendir(folder) else {
            throw Failure("expected a folder in \"\(folder)\", found \"\(systemReason())\"; name another", .noInput)
        }
        defer { closedir(listing) }
        var found: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(".") { continue }
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            var info = stat()
            guard lstat(path, &info) == 0 else { continue }
            if info.st_mode & S_IFMT == S_IFDIR {
                found += try below(path, ending: ending)
            } else if name.hasSuffix(ending) {
                found.append(path)
            }
        }
        return found.sorted()
    }
}
