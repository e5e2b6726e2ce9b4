/// Why a workbook is not read or not written, for programs (``code``) and for people (``message``).
package struct SpreadsheetError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Stable names of what can go wrong.
    package enum Code: String, Sendable, CaseIterable {
        /// The bytes are no workbook of Office Open XML.
        case notWorkbook = "not-a-workbook"
        /// A workbook of another form: binary, encrypted, of an older Excel or of OpenDocument.
        case otherForm = "workbook-of-another-form"
        /// A part of the workbook is missing or cannot be unpacked.
        case damaged = "workbook-damaged"
        /// The workbook asks for more than the reader's limits.
        case tooLarge = "workbook-too-large"
        /// No sheet has the name.
        case noSheet = "no-such-sheet"
        /// The rules of the form forbid what is to be written.
        case notWritable = "not-writable"
        /// The system's compressor failed.
        case compressor = "compressor-failed"
    }

    package var code: Code
    /// What was expected, what was found, where, and what to do.
    package var message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { "\(code.rawValue): \(message)" }
}

/// What was odd in a sheet that could be read all the same.
package struct SpreadsheetNote: Hashable, Sendable {
    package enum Code: String, Sendable, CaseIterable {
        /// A cell names a shared string that is not there; it is empty.
        case missingString = "missing-shared-string"
        /// A formula without the value that it last had; the cell is empty.
        case missingValue = "formula-without-value"
        /// A reference that is none or lies outside a sheet; the cell or row stands after the one before it.
        case badReference = "bad-reference"
        /// A row or cell that stands behind one with a higher number.
        case outOfOrder = "out-of-order"
        /// A number that is none; the cell is text.
        case badNumber = "bad-number"
    }

    package var code: Code
    /// The cell ("B7").
    package var cell: String
}
