import FoundationEssentials
import Glibc
import Synchronization

/// A named point at which a test has the program kill itself (SIGKILL), to see what a register keeps.
///
/// `RAPPORTEUR_STOP_AT=batch-before-commit:3` kills at the third passing; without a number at the first. Unset, a
/// passing costs one comparison.
public enum Boundary: String, CaseIterable, Sendable {
    case batchBeforeCommit = "batch-before-commit"
    case batchAfterCommit = "batch-after-commit"
    case reconciliationMiddle = "reconciliation-middle"
    case reconciliationBeforeCommit = "reconciliation-before-commit"
    case reconciliationAfterCommit = "reconciliation-after-commit"
    case decisionBeforeCommit = "decision-before-commit"
    case backupBeforeRename = "backup-before-rename"
    case restoreBeforeRename = "restore-before-rename"
    case rebuildStaged = "rebuild-staged"
    case rebuildBeforeCommit = "rebuild-before-commit"
    case allegedBeforeCommit = "alleged-before-commit"

    private static let planned: (point: Boundary, passing: Int)? = {
        guard let text = ProcessInfo.processInfo.environment["RAPPORTEUR_STOP_AT"] else { return nil }
        let parts = text.split(separator: ":")
        guard let point = parts.first.flatMap({ Boundary(rawValue: String($0)) }) else { return nil }
        return (point, parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
    }()
    private static let passings = Mutex(0)

    public func pass() {
        guard let planned = Self.planned, planned.point == self else { return }
        let count = Self.passings.withLock { count in
            count += 1
            return count
        }
        if count == planned.passing { kill(getpid(), SIGKILL) }
    }
}
