import Diplomacy
import Glibc

@testable import Analysis

/// Dyads whose contacts follow a law that is known.
enum Worlds {
    static let began = Day(number: 10_000)

    /// Dyads with contacts by Poisson's law, whose rates a year are between 0.3 and 6.
    static func poisson(dyads: Int, years: Double, seed: UInt64) -> (histories: [ContactHistory], rates: [Double]) {
        var chance = SeededChance(seed: seed)
        var rates: [Double] = []
        let histories = (0..<dyads).map { number -> ContactHistory in
            let rate = 0.3 * pow(20, chance.unit()) / 365.25
            rates.append(rate)
            return history("d\(number)", years: years) { -log1p(-chance.unit()) / rate }
        }
        return (histories, rates)
    }

    /// A contact each time that a wait in days is over.
    static func history(_ dyad: String, years: Double, wait: () -> Double) -> ContactHistory {
        var days: [Day] = []
        var time = wait()
        while time < years * 365.25 {
            days.append(began + Int(time))
            time += wait()
        }
        return ContactHistory(dyad: dyad, days: days, began: began)
    }

    static func day(_ years: Double) -> Day { began + Int(years * 365.25) }
}
