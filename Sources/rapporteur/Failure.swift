import ArgumentParser

/// An error that ends the program: what was expected, what was found and what to do, and the exit status.
struct Failure: Error, CustomStringConvertible {
    /// Exit statuses of `sysexits.h`, and 1.
    enum Status: Int32 {
        /// Nothing was found.
        case nothing = 1
        /// The command was given in a wrong form.
        case usage = 64
        /// The input is no document.
        case notADocument = 65
        /// The input cannot be read.
        case noInput = 66
        /// The program itself is broken.
        case software = 70
        /// The output cannot be written.
        case writing = 74
        /// Somebody else is at work; try again later.
        case busy = 75
    }

    var message: String
    var status: Status

    init(_ message: String, _ status: Status) {
        self.message = message
        self.status = status
    }

    var description: String { message }

    /// Prints the message on standard error and gives the exit status.
    func reported() -> ExitCode {
        Output.error.note("rapporteur: \(message)\n")
        return ExitCode(status.rawValue)
    }
}
