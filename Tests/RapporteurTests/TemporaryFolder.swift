import ArgumentParser
import Glibc
import Testing

@testable import rapporteur

/// A folder that lives as long as the test that made it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/rapporteur-test-XXXXXX\0".utf8).map { CChar(bitPattern: $0) }
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) } != nil
        }
        try #require(made, "expected a folder below /tmp, found \(systemReason())")
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Self.remove(path) }

    /// Writes a file, with the folders above it, and gives its path.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = "\(path)/\(name)"
        try Files.makeFolder(String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)]))
        try Files.write(bytes, to: file)
        return file
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Files.contents("\(path)/\(name)", expected: "a file"), as: UTF8.self)
    }

    private static func remove(_ path: String) {
        if let listing = opendir(path) {
            while let entry = readdir(listing) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                    name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                guard name != ".", name != ".." else { continue }
                let below = "\(path)/\(name)"
                var info = stat()
                if lstat(below, &info) == 0, info.st_mode & S_IFMT == S_IFDIR { remove(below) } else { unlink(below) }
            }
            closedir(listing)
        }
        rmdir(path)
    }
}

/// The exit status with which a command's arguments are refused or its run ends; 0 where neither fails.
func exitStatus(_ work: () throws -> Void) -> Int32 {
    do {
        try work()
        return 0
    } catch let failure as Failure {
        return failure.status.rawValue
    } catch {
        return Rapporteur.exitCode(for: error).rawValue
    }
}
