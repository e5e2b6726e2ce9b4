/// What can be fuzzed. Each takes any bytes; a trap, an error of memory, and a rule that does not hold are findings.
enum Target: String, CaseIterable {
    /// A page of HTML: `Page.intake`.
    case page
    /// A feed, a sitemap, a list of feeds: `FeedReader`.
    case feed
    /// Web archives, zip files, mails and what is compressed: `ArchiveReader`.
    case archive
    /// A date of publication: `PublicationTime`.
    case date
    /// A document as JSON: `DocumentDecoder`.
    case document
    /// A URL: `WebAddress.parse`. What follows the first line is the base.
    case address
    /// Bytes of any encoding: `CharacterEncoding.decode`. The first line is the charset of the transport.
    case encoding
    /// Rules for crawlers: `RobotsRules`. The first line is the path that is asked for.
    case robots
    /// Whatever a server or an archive holds, told by its bytes and its name: `PublicationReader`.
    case publication

    func check(_ bytes: [UInt8]) {
        switch self {
        case .page: checkPage(bytes)
        case .feed: checkFeed(bytes)
        case .archive: checkArchive(bytes)
        case .date: checkDate(bytes)
        case .document: checkDocument(bytes)
        case .address: checkAddress(bytes)
        case .encoding: checkEncoding(bytes)
        case .robots: checkRobots(bytes)
        case .publication: checkPublication(bytes)
        }
    }
}

/// Bytes parted at their first line feed, which belongs to neither part; all is the second part where there is none.
func parted(_ bytes: [UInt8]) -> (first: [UInt8], rest: [UInt8]) {
    guard let end = bytes.firstIndex(of: 0x0A) else { return ([], bytes) }
    return (Array(bytes[..<end]), Array(bytes[(end + 1)...]))
}
