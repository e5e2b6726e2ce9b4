/// What went wrong with a register: a code for callers, and a message that says what was expected, what was found and what to
/// do.
public struct RegisterError: Error, Sendable, CustomStringConvertible {
    public enum Code: String, Sendable {
        case notFound = "register-not-found"
        case notARegister = "not-a-register"
        case newerSchema = "newer-schema"
        case locked = "register-locked"
        case readOnly = "register-read-only"
        case full = "disk-full"
        case broken = "register-broken"
        case wrongDecision = "wrong-decision"
        case notHere = "not-in-the-register"
        case badQuery = "bad-query"
        case tooSlow = "too-slow"
        case badForecast = "bad-forecast"
        case badNote = "bad-note"
    }

    public var code: Code
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { message }
}
