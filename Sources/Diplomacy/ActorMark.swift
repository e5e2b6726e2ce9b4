/// An actor that the caller of the coder already knows: a span of the document's `text`.
public struct ActorMark: Hashable, Sendable, Codable {
    /// What the actor does in the text: `source`, `target` and so on.
    public var role: String
    /// First Unicode scalar of the document's text (not of its title).
    public var start: Int
    /// One past the last Unicode scalar.
    public var end: Int

    public init(role: String, start: Int, end: Int) {
        self.role = role
        self.start = start
        self.end = end
    }
}
