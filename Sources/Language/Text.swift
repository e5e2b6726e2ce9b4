/// A tokenised text: UTF-8 bytes, tokens, sentences, and the way from bytes to Unicode scalars.
public struct Text: Sendable {
    public let bytes: [UInt8]
    public let tokens: [Token]
    public let sentences: [Sentence]
    /// Bytes of the title and its line feed; 0 where there is no title.
    public let titleBytes: Int
    /// Scalars before every 256th byte; empty where the text is ASCII.
    private let checkpoints: [Int32]
    /// Length in Unicode scalars.
    public let scalarCount: Int

    /// Tokenises and splits a text whose first `titleBytes` bytes are its title and a line feed.
    public init(_ text: String, titleBytes: Int = 0) { self.init(bytes: Array(text.utf8), titleBytes: titleBytes) }

    /// Tokenises and splits a title, where there is one, and a text.
    public init(title: String?, text: String) {
        guard let title else {
            self.init(text)
            return
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(title.utf8.count + 1 + text.utf8.count)
        bytes.append(contentsOf: title.utf8)
        bytes.append(0x0A)
        bytes.append(contentsOf: text.utf8)
        self.init(bytes: bytes, titleBytes: title.utf8.count + 1)
    }

    private init(bytes: [UInt8], titleBytes: Int) {
        let tokens = bytes.withUnsafeBufferPointer { Tokenizer.tokens($0) }
        self.bytes = bytes
        self.tokens = tokens
        self.titleBytes = titleBytes
        sentences = SentenceSplitter(bytes: bytes, tokens: tokens, titleBytes: titleBytes).sentences()
        var checkpoints: [Int32] = []
        checkpoints.reserveCapacity(bytes.count >> 8 + 1)
        var count: Int32 = 0
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                checkpoints.append(count)
                let end = min(start + 256, bytes.count)
                var here: Int32 = 0
                for i in start..<end { here &+= bytes[i] & 0xC0 == 0x80 ? 0 : 1 }
                count &+= here
                start = end
            }
        }
        scalarCount = Int(count)
        self.checkpoints = Int(count) == bytes.count ? [] : checkpoints
    }

    /// The number of Unicode scalars before a byte offset.
    public func scalars(before offset: Int) -> Int {
        guard !checkpoints.isEmpty else { return offset }
        if offset >= bytes.count { return scalarCount }
        var count = Int(checkpoints[offset >> 8])
        for byte in bytes[(offset & ~0xFF)..<offset] where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// The text of a range of bytes.
    public func string(bytes range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The text from the first to the last token of a range, as written.
    public func string(_ range: Range<Int>) -> String {
        guard let span = byteRange(range) else { return "" }
        return string(bytes: span)
    }

    /// The words of a range on one line: runs of white space become one space.
    public func phrase(_ range: Range<Int>) -> String {
        let written = string(range)
        guard let span = byteRange(range),
            span.contains(where: { bytes[$0] < 0x20 || bytes[$0] == 0xC2 || bytes[$0] == 0xE2 })
                || range.count > 1 && hasWideSpace(range)
        else { return written }
        return written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func hasWideSpace(_ range: Range<Int>) -> Bool {
        range.dropFirst().contains { tokens[$0].start - tokens[$0 - 1].end > 1 }
    }

    /// The bytes from the first to the last token of a range; `nil` where the range is empty.
    public func byteRange(_ range: Range<Int>) -> Range<Int>? {
        guard !range.isEmpty else { return nil }
        return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
    }

    public func word(_ token: Int) -> String { string(bytes: tokens[token].bytes) }

    /// The sentence of a token, by binary search.
    public func sentence(of token: Int) -> Int {
        var low = 0
        var high = sentences.count
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return min(low, sentences.count - 1)
    }
}

/// A run of tokens that ends where its author ended a sentence, heading or list item.
public struct Sentence: Sendable {
    public var tokens: Range<Int>
    public var isTitle: Bool
}
