import Datasets

extension Schema {
    /// Mentions of GDELT's events in reports, under the event's number and a hash of what tells them apart (`MentionKey`): those of an
    /// event stand together, whether its row is there or not.
    ///
    /// `time` is in seconds since 1970, `publisher` a number of `alleged_word`; a publisher without one stands in `body` behind the
    /// address or the citation (`RowPacking`).
    static let mentions = """
        CREATE TABLE alleged_mention (
            event INTEGER NOT NULL,
            hash INTEGER NOT NULL,
            time INTEGER NOT NULL,
            file INTEGER NOT NULL,
            kind INTEGER,
            publisher INTEGER,
            sentence INTEGER,
            confidence INTEGER,
            in_raw_text INTEGER,
            body BLOB NOT NULL,
            PRIMARY KEY (event, hash)
        ) STRICT, WITHOUT ROWID;
        """
}

/// What tells a mention from others of its event: 63 bits of a hash of its identifier and its sentence. Where another one has it, the
/// next number is taken.
enum MentionKey {
    /// The most numbers that are tried.
    static let mostProbes: Int64 = 64

    static func hash(_ identifier: UnsafeRawBufferPointer, sentence: Int32?) -> Int64 {
        var hash = ContentHash()
        hash.update(identifier)
        withUnsafeBytes(of: (sentence.map(Int64.init) ?? -1).littleEndian) { hash.update($0) }
        return Int64(truncatingIfNeeded: hash.value >> 1)
    }

    /// The number behind one; 0 behind the last.
    static func next(_ hash: Int64) -> Int64 { (hash &+ 1) & .max }
}
