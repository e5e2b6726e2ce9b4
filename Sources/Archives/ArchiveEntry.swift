/// What an ``ArchiveReader`` hands out, one at a time.
package enum ArchiveItem {
    /// An entry with its bytes.
    case entry(ArchiveEntry)
    /// A plain file over ``ArchiveLimits/inlineSize``, whose `bytes` are empty; the stream is good until the reader is
    /// asked for the next item.
    case stream(ArchiveEntry, any ByteStream)
    /// A page that was found unchanged, without bytes of its own.
    case revisit(ArchiveRevisit)
    case fault(ArchiveFault)
}

/// One document of an input.
package struct ArchiveEntry: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// A file, compressed or not, an entry of a zip file or an attachment of a mail.
        case file
        /// What a server answered, from a web archive.
        case webRecord = "web-record"
        case mail
    }

    /// The input's name and the way inside of it, joined by `!/`: stable, and unique but where a zip file holds a name
    /// twice. A web record is called by its offset in the uncompressed archive, a mail by its number from 1, an
    /// attachment by its number in its mail.
    package var name: String
    /// The last part of a file's name without the suffix of its compression: `reports.jsonl` of `reports.jsonl.gz`.
    package var fileName: String
    /// Position among the entries of the input, from 0.
    package var ordinal = 0
    package var kind: Kind
    package var url: String?
    /// In lower case, without parameters: `text/html`. As the input says it, not as the bytes are.
    package var mediaType: String?
    /// As the input says it, in lower case.
    package var charset: String?
    /// As the input says it: `2019-12-10T10:00:01Z` of WARC, `20140216050221` of ARC, the text of a mail's `Date`,
    /// `2026-03-12T10:00:00` without a zone of a zip file.
    package var date: String?
    package var bytes: [UInt8] = []
    package var web: WebFacts?
    package var mail: MailFacts?
    /// What is wrong with the entry although it could be read.
    package var notes: [ArchiveFault] = []

    package init(name: String, fileName: String, kind: Kind) {
        self.name = name
        self.fileName = fileName
        self.kind = kind
    }
}

/// What a web archive says of a record.
package struct WebFacts: Hashable, Sendable {
    /// `response`, `resource` or `conversion`.
    package var recordType: String
    /// Without angle brackets: `urn:uuid:…`.
    package var recordID: String?
    /// The status of HTTP; `nil` where there is none.
    package var status: Int?
    /// The fields of HTTP as they came.
    package var headers = HeaderFields()
}

/// What the head of a mail says, with encoded words decoded.
package struct MailFacts: Hashable, Sendable {
    package var subject: String?
    package var from: String?
    /// Without angle brackets.
    package var messageID: String?
    /// What stands in the angle brackets of `List-Id`, or all of it.
    package var listID: String?
    /// The plain text beside a body in HTML.
    package var plain: MailBody?

    package init() {}
}

/// One text of a mail.
package struct MailBody: Hashable, Sendable {
    package var mediaType: String
    package var charset: String?
    package var bytes: [UInt8]
}

/// A record that says a page was found as it had been found before.
package struct ArchiveRevisit: Hashable, Sendable {
    package var name: String
    package var url: String?
    package var date: String?
    /// The ``ArchiveEntry/name`` of the record with the bytes; `nil` where the same archive held none before.
    package var original: String?
}

/// What a reader passed over because it is no document: records by their type, for the account.
package struct ArchiveTally: Hashable, Sendable {
    /// `request`, `warcinfo`, `metadata`, `dns`, `directory` and the like with their numbers.
    package var skipped: [String: Int] = [:]
    package var entries = 0
    package var revisits = 0
    package var faults = 0
    /// Bytes that the decompressors made.
    package var expanded = 0
}
