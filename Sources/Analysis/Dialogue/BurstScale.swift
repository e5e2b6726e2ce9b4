/// How steep the levels of bursts are: the two parameters of Kleinberg's automaton.
public struct BurstScale: Hashable, Sendable {
    /// By what factor each state's rate is above that of the state below, above 1 (Kleinberg's s).
    public let base: Double
    /// How dear it is to rise by a state, in units of ln n, above 0 (Kleinberg's γ).
    public let step: Double

    /// `nil` unless `base` is above 1, `step` above 0, and both are numbers of moderate size.
    public init?(base: Double, step: Double) {
        guard base >= 1.01, base <= 1000, step > 0, step <= 1000 else { return nil }
        self.init(checked: base, step)
    }

    private init(checked base: Double, _ step: Double) {
        self.base = base
        self.step = step
    }

    /// s = 2, γ = 1.
    public static let standard = BurstScale(checked: 2, 1)
}
