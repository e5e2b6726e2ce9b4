import Corroboration
public import Diplomacy
import FoundationEssentials
import GRDB

/// What the register knows of a report before it is filed.
public struct KnownReport: Sendable {
    public enum Standing: String, Sendable {
        /// The register has no report of this id.
        case new
        /// It has the report with the same text.
        case same
        /// It has the report with another text.
        case changed
    }

    public var document: String
    public var standing: Standing
    /// One for each encounter that the report would be part of, in the order of its text.
    public var encounters: [KnownEncounter]
}

/// An encounter of a report, and the encounter of the register that it would be part of.
public struct KnownEncounter: Sendable {
    /// What the report claims.
    public var claim: Encounter
    /// The encounter as it is stored; `nil` where the register has none.
    public var stored: RegisteredEncounter?
    /// What the report tells that the stored encounter does not have.
    public var adds: [FieldValue]
    /// Where the report cannot be true together with others.
    public var contradicts: [Contradiction]
    /// Reports of the encounter that go back to the same origin as this one.
    public var sameOrigin: [OriginSibling]
}

/// A value of a field, in words.
public struct FieldValue: Sendable, Hashable {
    public var field: String
    public var value: String
}

/// A value of a report that others contradict.
public struct Contradiction: Sendable, Hashable {
    public var field: String
    public var value: String
    /// The other values with their documents.
    public var others: [DisputeValue]
}

/// A report that goes back to the same origin as another.
public struct OriginSibling: Sendable, Hashable {
    public var document: String
    public var publisher: String?
    /// The share of four-word runs that the texts have in common, 0 to 1; `nil` where one is too short to tell.
    public var similarity: Double?
}

extension Register {
    /// What the register knows of a report: read as ``file(_:problems:at:)`` would file it, nothing is stored.
    public func known(_ filing: Filing) throws -> KnownReport {
        try read { db in
            let report = filing.coded().report
            let own = try present(report.document, db)
            let standing: KnownReport.Standing =
                own.map { $0.fingerprint == filing.document.fingerprint ? .same : .changed } ?? .new
            var near = try Neighbourhood(db)
            let facts = report.facts.compactMap { $0 }
            try near.gather(with: facts)
            if let own { near.leaveOut(report: own.report) }
            let curation = try Curation(touching: near.documents + [report.document], db)
            let found = curation.clusters(
                of: near.moving.values.map(\.facts) + facts, beside: near.standing.map(\.founders))
            let byKey = Dictionary(uniqueKeysWithValues: near.moving.values.map { ($0.key, $0) })
            var groups = found.groups.filter { $0.contains { $0.document == report.document } }
                .map { keys in (keys, keys.compactMap { byKey[$0] }) }
            for (place, keys) in found.joined.sorted(by: { $0.key < $1.key })
            where keys.contains(where: { $0.document == report.document }) {
                let members = try near.members(of: near.standing[place].id).compactMap { try near.claim($0) }
                    .filter { near.moving[$0.id] == nil && $0.key.document != report.document }
                groups.append((keys + members.map(\.key), keys.compactMap { byKey[$0] } + members))
            }
            let perspective = try StoredPerspective.present(db)
            var reports = ReportCache(db)
            var others: [Report] = []
            var homes: [ClaimKey: String] = [:]
            let mine = try groups.compactMap { keys, claims -> (Int, EncounterGroup)? in
                for claim in claims {
                    others.append(try reports.report(claim.report))
                    homes[claim.key] = claim.encounter
                }
                let members = try claims.map { (try reports.report($0.report), $0.key.ordinal) }
                let own = keys.filter { $0.document == report.document }.map { (report, $0.ordinal) }
                var group = Corroborator.group(of: members + own, in: perspective)
                curation.apply(to: &group, 0, of: Dictionary(uniqueKeysWithValues: keys.map { ($0, 0) })) { _ in true }
                return (own[0].1, group)
            }
            let encounters = try mine.sorted { $0.0 < $1.0 }.compactMap { _, group in
                try known(group, of: report, among: others, homes, db)
            }
            return KnownReport(document: report.document, standing: standing, encounters: encounters)
        }
    }

    /// - Parameter homes: the encounters that claims are of.
    private func known(
        _ group: EncounterGroup, of report: Report, among others: [Report], _ homes: [ClaimKey: String], _ db: Database
    ) throws -> KnownEncounter? {
        let entry = group.encounter.reports.first { $0.document == report.document }
        guard let entry else { return nil }
        var shares: [String: Int] = [:]
        for key in group.claims {
            if let home = homes[key] { shares[home, default: 0] += 1 }
        }
        let home = shares.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        let json = try home.flatMap {
            try Data.fetchOne(db, sql: "SELECT json FROM encounter WHERE id = ?", arguments: [$0])
        }
        let stored = try json.map { try JSONDecoder().encounter($0) }
        let siblings = group.encounter.reports.filter { $0.origin == entry.origin && $0.document != report.document }
        return KnownEncounter(
            claim: entry.claim, stored: stored,
            adds: stored.map { FieldValue.additions(of: entry, to: $0, giving: group.encounter) } ?? [],
            contradicts: group.encounter.disputes.compactMap { Contradiction($0, of: report.document) },
            sameOrigin: siblings.map { sibling in
                let other = others.first { $0.document == sibling.document }
                let similarity = report.sketch.flatMap { mine in other?.sketch?.similarity(to: mine) }
                return OriginSibling(
                    document: sibling.document, publisher: other?.source?.name, similarity: similarity)
            })
    }
}

extension Contradiction {
    /// `nil` where a dispute is between others.
    fileprivate init?(_ dispute: Dispute, of document: String) {
        guard let own = dispute.values.first(where: { $0.documents.contains(document) }) else { return nil }
        self.init(field: dispute.field.rawValue, value: own.value, others: dispute.values.filter { $0 != own })
    }
}

extension FieldValue {
    /// What a report's claim tells that no other report of the encounter does.
    ///
    /// - Parameter result: the encounter with the claim in it.
    fileprivate static func additions(
        of entry: EncounterReport, to stored: RegisteredEncounter, giving result: RegisteredEncounter
    ) -> [FieldValue] {
        let claim = entry.claim
        let others = stored.reports.filter { $0.document != entry.document }.map(\.claim)
        var found: [FieldValue] = []
        func add(_ field: String, _ value: String?, unless isTold: (Encounter) -> Bool) {
            guard let value, !others.contains(where: isTold) else { return }
            found.append(FieldValue(field: field, value: value))
        }
        add("status", claim.status.rawValue) { $0.status == claim.status }
        add("date", claim.date?.iso) {
            $0.date.map { $0.precision == .day || $0.precision == claim.date?.precision } ?? false
        }
        add("place", claim.place.flatMap { $0.name ?? $0.country }) {
            $0.place != nil && ($0.place?.name != nil || claim.place?.name == nil)
        }
        add("venue", claim.place?.venue) { $0.place?.venue != nil }
        add("medium", claim.medium == .unknown ? nil : claim.medium.rawValue) { $0.medium != .unknown }
        if result.participants.count > stored.participants.count {
            let known = Set(stored.participants.map { $0.person ?? $0.party })
            for participant in result.participants where !known.contains(participant.person ?? participant.party) {
                add("participants", participant.person ?? participant.office ?? participant.party) { _ in false }
            }
        }
        for issue in claim.issues {
            add("issues", issue.code) { $0.issues.contains { $0.code == issue.code } }
        }
        let silent: Set<OutcomeKind> = [.notStated, .notApplicable]
        let outcome = claim.outcome.kind
        add("outcome", silent.contains(outcome) ? nil : outcome.rawValue) { !silent.contains($0.outcome.kind) }
        add("series", claim.series?.name) { $0.series != nil }
        return found
    }
}
