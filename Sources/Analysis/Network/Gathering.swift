/// One encounter as the network sees it: who took part, and how many contacts it stands for.
public struct Gathering: Sendable, Hashable {
    /// The weights that are read; others are left out of a network and counted in ``ContactNetwork/Omissions/unweighable``.
    /// The range keeps every sum and every length 1/weight finite.
    public static let weights = 1e-9...1e9

    /// The encounter's id, by which a tie names what it rests on.
    public var key: String
    /// The codes of the parties that took part, in any order; a code that is repeated counts once.
    public var parties: [String]
    /// Contacts that the gathering stands for, in ``weights``.
    public var weight: Double

    public init(key: String, parties: [String], weight: Double = 1) {
        self.key = key
        self.parties = parties
        self.weight = weight
    }
}
