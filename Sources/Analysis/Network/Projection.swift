/// How a gathering of k parties becomes ties between two.
///
/// A gathering has no pairs of its own: whoever draws a network of it has decided what a round table of twenty is worth
/// beside a talk of two. The decision is named with every figure that rests on it.
public enum Projection: String, CaseIterable, Sendable {
    /// Only gatherings of two.
    case bilateral
    /// Each pair has the gathering's whole weight.
    case allPairs = "all-pairs"
    /// Each pair has the weight / (k − 1) (M. E. J. Newman, "Scientific collaboration networks. II", Physical Review E 64,
    /// 016132, 2001): the ties of a party add up to the weight, however many were there.
    case shared

    /// Gatherings of more parties than this tie nobody: that two of 200 were in one hall says nothing of the two.
    public static let mostParties = 200

    /// The rule in a sentence, for print.
    public var statement: String {
        switch self {
        case .bilateral:
            "Only meetings of two parties make a tie, of weight 1 each; meetings of three or more are left out."
        case .allPairs:
            "A meeting ties every two of its parties with weight 1, so that one of twenty parties makes 190 ties."
        case .shared:
            "A meeting of k parties ties every two of them with weight 1/(k − 1), so that each party gains 1 from a meeting "
                + "of any size."
        }
    }

    /// What a gathering of weight 1 adds to the tie of each pair of its parties; `nil` where it makes none.
    ///
    /// - Parameter parties: distinct parties of the gathering.
    public func share(of parties: Int) -> Double? {
        guard (2...Self.mostParties).contains(parties) else { return nil }
        switch self {
        case .bilateral: return parties == 2 ? 1 : nil
        case .allPairs: return 1
        case .shared: return 1 / Double(parties - 1)
        }
    }
}
