/// What is wrong with an input or a part of it, for programs (``code``) and for people (``message``).
///
/// Faults are values in the stream of an ``ArchiveReader``, or notes on an entry that could be read all the same.
package struct ArchiveFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// Stable names of what can go wrong.
    package enum Code: String, Sendable, CaseIterable {
        /// The system could not read the input.
        case unreadable = "archive-unreadable"
        /// The input ends before it should.
        case truncated = "archive-truncated"
        /// Compressed bytes that do not decode.
        case damaged = "archive-damaged"
        /// Bytes whose checksum is another than the one beside them.
        case checksumMismatch = "archive-checksum"
        /// Bytes between compressed members or after the last one.
        case junkBetweenMembers = "archive-junk"
        /// Bytes between records that belong to none.
        case junkBetweenRecords = "archive-junk-between-records"
        /// A compressed stream that asks for more memory than allowed.
        case windowTooLarge = "archive-window-too-large"
        /// Output out of proportion to the input: a bomb.
        case expansionRatio = "archive-expansion-ratio"
        /// More bytes came out of one input than allowed.
        case totalExpanded = "archive-total-expanded"
        /// An entry that is larger than what is held in memory.
        case entryTooLarge = "archive-entry-too-large"
        /// More entries in one input than allowed.
        case tooManyEntries = "archive-too-many-entries"
        /// Containers within containers, deeper than followed.
        case nestedTooDeep = "archive-nested-too-deep"
        /// A head or a line of it that is longer than allowed.
        case headerTooLarge = "archive-header-too-large"
        /// A record that does not say how long it is.
        case lengthMissing = "archive-length-missing"
        /// A record after which no end of record stands.
        case lengthWrong = "archive-length-wrong"
        /// A zip file whose directory cannot be read.
        case zipDirectory = "archive-zip-directory"
        /// An entry of a zip file that cannot be read.
        case zipEntry = "archive-zip-entry"
        /// An encrypted entry.
        case encrypted = "archive-encrypted"
        /// An entry that is compressed by a method which this program does not know.
        case methodUnknown = "archive-method-unknown"
        /// An entry with another size than the directory says.
        case sizeMismatch = "archive-size-mismatch"
        /// A web response without the head of one.
        case headMissing = "archive-http-head"
        /// A body that is not cut into chunks as its head says.
        case chunksWrong = "archive-http-chunks"
        /// A body that is not compressed as its head says.
        case encodingWrong = "archive-http-encoding"
        /// A mail that breaks the rules of its form.
        case mailBroken = "archive-mail-broken"
        /// A file that is not what its name says.
        case nameMismatch = "archive-name-mismatch"
    }

    /// Whether something was lost.
    package enum Severity: String, Sendable {
        /// All that was there was read, or what was passed over is no document.
        case warning
        /// Something could not be read.
        case error
    }

    package var code: Code
    package var severity: Severity
    /// What was expected, what was found, and what to do.
    package var message: String
    /// The file or the path inside of it.
    package var name: String
    /// Where in the bytes of `name`, uncompressed where it is compressed, from 0; `nil` where no place can be told.
    package var offset: Int?

    package init(
        _ code: Code, _ message: String, in name: String, at offset: Int? = nil, severity: Severity = .error
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.name = name
        self.offset = offset
    }

    package var description: String {
        let place = offset.map { "\(name), byte \($0)" } ?? name
        return "\(code.rawValue): \(place): \(message)"
    }
}
