import Glibc

/// Writes a line to standard error.
func tell(_ message: String) {
    var line = Array(message.utf8)
    line.append(0x0A)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

/// Ends the process as a crash does, so that libFuzzer keeps the input, where something does not hold that must.
func expect(_ holds: Bool, _ rule: @autoclosure () -> String) {
    if holds { return }
    tell("VIOLATION: expected that \(rule())")
    abort()
}

/// What something gave: a value or an error, to be compared with what it gives the next time.
func outcome<Value, Failure: Error>(_ read: () throws(Failure) -> Value) -> Result<Value, Failure> {
    do throws(Failure) { return .success(try read()) } catch { return .failure(error) }
}

/// Whether bytes are UTF-8 throughout.
func isUTF8(_ bytes: [UInt8]) -> Bool {
    do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span)
        return true
    } catch {
        return false
    }
}
