public import Diplomacy

/// What is expected of a dyad from a day on.
public struct Outlook: Hashable, Sendable {
    /// The spans in days for which chances and counts are given.
    public static let horizons = [30, 90, 180]

    public let dyad: String
    /// The day on which it is made: it rests on what was known at its end.
    public let origin: Day
    public let forecaster: Forecaster
    /// When the next contact comes.
    public let wait: WaitForecast
    /// The law of the number of days with a contact within each of ``horizons``, in their order.
    public let counts: [CountLaw]
    /// How many contacts it rests on, and the last of them.
    public let contacts: Int
    public let last: Day?

    /// The probability of at least one contact within `horizon` days after the origin, 0...365.
    public func chance(within horizon: Int) -> Double { wait.chance(within: horizon) }

    /// The law of the count within one of ``horizons``; `nil` for another span.
    public func count(within horizon: Int) -> CountLaw? {
        Self.horizons.firstIndex(of: horizon).map { counts[$0] }
    }

    init(
        _ history: ContactHistory, _ origin: Day, _ forecaster: Forecaster, wait: WaitForecast, counts: [CountLaw]
    ) {
        dyad = history.dyad
        self.origin = origin
        self.forecaster = forecaster
        self.wait = wait
        self.counts = counts
        contacts = history.known(by: origin)
        last = contacts > 0 ? history.days[contacts - 1] : nil
    }
}

/// The law of the wait for the next contact, over a year.
public struct WaitForecast: Hashable, Sendable {
    /// The days after the origin that are told apart.
    public static let longest = 365
    /// The probability that a contact comes by each day after the origin, from day 0 (where it is 0) to ``longest``; never falling.
    public let shares: [Double]

    /// - Parameter share: the probability that a contact has come by a day, 1 to ``longest``; what is no probability, or falls, is
    ///   mended to the nearest that does not.
    init(_ share: (Int) -> Double) {
        var shares = [0.0]
        shares.reserveCapacity(Self.longest + 1)
        var greatest = 0.0
        for day in 1...Self.longest {
            let value = share(day)
            if value > greatest { greatest = min(1, value) }
            shares.append(greatest)
        }
        self.shares = shares
    }

    /// The probability that it comes within `days`; beyond ``longest`` that of ``longest``.
    public func chance(within days: Int) -> Double { shares[min(max(0, days), Self.longest)] }

    /// The first day by which it has come with probability `p`; `nil` where that is more than a year away.
    public func quantile(_ p: Double) -> Int? { shares.firstIndex { $0 >= p } }

    /// The ranked score in days where the contact came on a day after the origin, both capped at ``longest``; `nil` is later than that.
    ///
    /// Days are steps: the sum over days of (F(d) − 1{came by d})².
    public func crps(_ came: Int?) -> Double {
        let came = min(came ?? Self.longest, Self.longest)
        var sum = 0.0
        for day in 0..<Self.longest {
            let difference = shares[day] - (day >= came ? 1 : 0)
            sum += difference * difference
        }
        return sum
    }
}
