package import Diplomacy

/// Levels as a timeline stacks them: few enough to be told apart by colour, the highest at the bottom.
package enum LevelGroup: String, Sendable, CaseIterable {
    case leader
    case minister = "deputy leader or minister"
    case securityAdviser = "security adviser"
    case other = "lower or other"
    case untold = "level not told"

    package init(_ level: Level?) {
        switch level {
        case .leader: self = .leader
        case .deputyLeader, .minister: self = .minister
        case .securityAdviser: self = .securityAdviser
        case nil: self = .untold
        default: self = .other
        }
    }
}
