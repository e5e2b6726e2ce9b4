/// One opened container, which yields what it holds, in order.
protocol ContainerReader: AnyObject {
    func next() -> ContainerStep
}

/// What a container yields.
enum ContainerStep {
    /// An entry with its bytes.
    case entry(ArchiveEntry)
    /// A file that may be a container itself.
    case open(Content)
    case revisit(ArchiveRevisit)
    case fault(ArchiveFault)
    case end
}

/// A file before it is known what it is.
struct Content {
    /// What is known of it: `bytes` are empty.
    var about: ArchiveEntry
    var stream: any ByteStream
    /// The same bytes at any place, where that is possible.
    var seekable: (any SeekableBytes)?
}
