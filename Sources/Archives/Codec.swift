/// One format of compression, fed bit by bit.
protocol Codec: AnyObject {
    /// Decodes some input to some output. It gets on, or says why not.
    func step(_ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer) -> CodecStep
    /// Makes ready for the next member.
    func restart()
    /// What a member starts with; `nil` in a format that has one member and no mark.
    var mark: MemberMark? { get }
}

/// How far a codec has come.
struct CodecStep {
    enum State {
        case inside
        case endOfMember
        case failed(ArchiveFault.Code, String)
    }

    var consumed: Int
    var produced: Int
    var state: State
}

/// How the members of a format are told from junk.
struct MemberMark {
    /// How many bytes are looked at.
    let length: Int
    /// The byte that a search looks for.
    let first: UInt8
    /// Whether a member starts with these bytes, `length` at least.
    let starts: @Sendable (UnsafeRawBufferPointer) -> Bool
    /// Whether bytes are a member that holds nothing: `starts`, but not to be taken for one amid junk.
    let isFiller: @Sendable (UnsafeRawBufferPointer) -> Bool
}
