/// What all parts of one reader share: the limits, what was used of them, and faults that wait to be told.
final class Ledger {
    let limits: ArchiveLimits
    var tally = ArchiveTally()
    /// Faults beside the entries, in order.
    private(set) var waiting: [ArchiveFault] = []
    /// Whether the input has used up what it may as a whole, so that nothing more of it is read.
    private(set) var isSpent = false
    /// Why, until it is told.
    private var lastWord: ArchiveFault?
    /// The most faults that wait at a time; the others are counted.
    private static let mostWaiting = 100
    private var untold = 0

    init(_ limits: ArchiveLimits) { self.limits = limits }

    func report(_ fault: ArchiveFault) {
        if waiting.count < Self.mostWaiting { waiting.append(fault) } else { untold += 1 }
    }

    /// The oldest fault that waits.
    func nextFault() -> ArchiveFault? {
        guard !waiting.isEmpty else { return nil }
        var fault = waiting.removeFirst()
        if waiting.isEmpty, untold > 0 {
            fault.message += "; \(untold) more of this kind or others were left out here"
            untold = 0
        }
        return fault
    }

    func skip(_ kind: String) { tally.skipped[kind, default: 0] += 1 }

    func spend() { isSpent = true }

    /// Why the input is not read further, unless it was told.
    func takeLastWord() -> ArchiveFault? {
        defer { lastWord = nil }
        return lastWord
    }

    /// Counts the output of a decompressor.
    ///
    /// - Throws: ``ArchiveFault/Code/totalExpanded``, after which the ledger is spent.
    func expand(by count: Int, in name: String) throws(ArchiveFault) {
        tally.expanded = tally.expanded.addingReportingOverflow(count).overflow ? .max : tally.expanded + count
        guard tally.expanded > limits.totalExpanded else { return }
        isSpent = true
        let fault = ArchiveFault(
            .totalExpanded,
            "expected at most \(limits.totalExpanded) bytes out of this input, found more; "
                + "raise total-expanded or read the input in parts", in: name)
        lastWord = fault
        throw fault
    }

    /// - Throws: ``ArchiveFault/Code/expansionRatio`` where the output is out of proportion.
    func weigh(input: Int, output: Int, in name: String, at offset: Int) throws(ArchiveFault) {
        guard output > limits.ratioFloor else { return }
        let (most, overflow) = max(input, 1).multipliedReportingOverflow(by: limits.expansionRatio)
        guard !overflow, output > most else { return }
        throw ArchiveFault(
            .expansionRatio,
            "expected at most \(limits.expansionRatio) bytes out of each compressed byte, found \(output) out of "
                + "\(input); raise expansion-ratio if the input is to be trusted", in: name, at: offset)
    }
}
