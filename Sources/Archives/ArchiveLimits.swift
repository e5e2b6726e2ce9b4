/// What one input may ask for. All sizes are in bytes.
///
/// Whatever an input holds, a reader needs at most some five times ``entrySize`` beside ``windowSize``; only what it
/// hands out as a stream may be longer. Each fault names the limit that it met.
package struct ArchiveLimits: Hashable, Sendable {
    /// The most that is held in memory of one entry: a web record, a mail, a zip file that is no file of its own.
    package var entrySize = 64 << 20
    /// Files up to this size are handed out as bytes, larger ones as a stream.
    package var inlineSize = 4 << 20
    /// The most bytes that a compressed stream may make of one byte.
    package var expansionRatio = 200
    /// Output up to this size is let through whatever its proportion.
    package var ratioFloor = 1 << 20
    /// The most that all decompressors together may make of one input; `Int.max` is without limit.
    package var totalExpanded = 1 << 40
    /// The most containers and compressions around an entry.
    package var nestingDepth = 4
    /// The longest head of a record, of a web response or of a mail.
    package var headerSize = 1 << 20
    /// The most entries of one input.
    package var entries = 10_000_000
    /// The most memory that a compressed stream may ask for in order to look back.
    package var windowSize = 128 << 20
    /// The largest dictionary of a `.warc.zst`.
    package var dictionarySize = 16 << 20
    /// The most ids, addresses and digests of one archive's records that are kept to trace revisits back; a record has up
    /// to three.
    package var revisitIndex = 2_000_000
    /// The most parts of one mail.
    package var mailParts = 1_000
    /// The most multiparts around a part of a mail.
    package var mailDepth = 16

    package init() {}
}
