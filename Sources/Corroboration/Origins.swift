import Diplomacy

/// Finds which reports of an encounter go back to one text or one statement.
struct Origins {
    /// Texts that share so much are copies.
    static let copy = 0.35

    /// Numbers of origins, from 0 in the order of the reports.
    static func numbers(_ reports: [Witness]) -> [Int] {
        var parent = Array(reports.indices)
        func root(_ i: Int) -> Int {
            var i = i
            while parent[i] != i { i = parent[i] }
            return i
        }
        func join(_ a: Int, _ b: Int) {
            let (x, y) = (root(a), root(b))
            if x != y { parent[max(x, y)] = min(x, y) }
        }
        for b in reports.indices {
            for a in 0..<b where isOneText(reports[a], reports[b]) || isOneStatement(reports[a], reports[b]) {
                join(a, b)
            }
            if let model = passedOn(by: b, reports) { join(model, b) }
        }
        var numbers: [Int: Int] = [:]
        return reports.indices.map { i in
            let number = numbers[root(i)] ?? numbers.count
            numbers[root(i)] = number
            return number
        }
    }

    private static func isOneText(_ a: Witness, _ b: Witness) -> Bool {
        guard let one = a.report.sketch, let two = b.report.sketch else { return false }
        return one.similarity(to: two) >= copy
    }

    /// The report of the encounter whose publisher another report credits: of several by that publisher, one that tells the same
    /// status, the last before it.
    private static func passedOn(by index: Int, _ reports: [Witness]) -> Int? {
        let report = reports[index]
        let credits = report.credits
        guard !credits.isEmpty else { return nil }
        let models = reports.indices.filter { i in
            guard i != index, let name = reports[i].report.source?.name?.lowercased() else { return false }
            return credits.contains { name.hasPrefix($0) || $0.hasPrefix(name) } && agree(report, reports[i])
        }
        return models.min { a, b in
            let (x, y) = (reports[a], reports[b])
            let mine = report.claim.status
            return (x.claim.status == mine ? 0 : 1, y.order) < (y.claim.status == mine ? 0 : 1, x.order)
        }
    }

    /// Whether one report can have what it tells from the other: neither contradicts the other's day, country or course.
    private static func agree(_ a: Witness, _ b: Witness) -> Bool {
        if a.claim.status.happened != b.claim.status.happened { return false }
        if let one = a.claim.date, let two = b.claim.date, !one.overlaps(two) { return false }
        guard let one = a.claim.place?.country, let two = b.claim.place?.country else { return true }
        return one == two
    }

    /// Whether two reports rest on the same outlet, or on the same office's statement, and on nothing else.
    private static func isOneStatement(_ a: Witness, _ b: Witness) -> Bool {
        guard a.claim.status == b.claim.status, agree(a, b) else { return false }
        if let ours = a.soleCredit, let theirs = b.soleCredit, ours == theirs { return true }
        guard let one = a.claim.attributedTo, let two = b.claim.attributedTo, one.grade == .spokesperson,
            two.grade == .spokesperson, let party = one.party, party == two.party
        else { return false }
        return a.credits.isEmpty && b.credits.isEmpty
    }
}

/// A report as a witness of one encounter, with the claim that it makes.
struct Witness {
    let report: Report
    let claim: Encounter
    /// Day of publication and document, by which reports are ordered.
    let order: Order
    var weight: Double
    /// Publishers that it credits, in lower case.
    let credits: [String]

    struct Order: Comparable {
        let day: Int
        let document: String

        static func < (a: Order, b: Order) -> Bool { (a.day, a.document) < (b.day, b.document) }
    }

    init(_ report: Report, _ claim: Encounter) {
        self.report = report
        self.claim = claim
        order = Order(day: report.published?.number ?? .max, document: report.document)
        weight = SourceRecords.weight(claim, of: report.source)
        credits = report.credits.map { $0.lowercased() }
    }

    /// The one publisher that it rests on.
    var soleCredit: String? { credits.count == 1 ? credits[0] : nil }
}
