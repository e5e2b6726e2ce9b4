import Corroboration
import Diplomacy
import FoundationEssentials
import GRDB

/// The decisions in force that touch some reports, and what they do to the encounters of these.
///
/// Where two decisions conflict the later one holds, pair by pair and field by field.
struct Curation {
    /// The earliest first.
    private let decisions: [Decision]
    private let rejectedReports: Set<String>
    private let rejectedClaims: Set<ClaimKey>

    init(_ decisions: [Decision]) {
        self.decisions = decisions
        rejectedReports = Set(
            decisions.compactMap { if case .rejectReport(let document) = $0.act { document } else { nil } })
        rejectedClaims = Set(
            decisions.compactMap { if case .rejectClaim(let claim) = $0.act { claim.key } else { nil } })
    }

    /// Of a register: the decisions that touch some documents.
    init(touching documents: [String], _ db: Database) throws {
        var numbers: Set<Int64> = []
        if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM decision WHERE active)") == true {
            for document in documents {
                numbers.formUnion(
                    try Int64.fetchAll(
                        db.cachedStatement(
                            sql: """
                                SELECT decision FROM anchor JOIN decision ON decision.id = decision
                                WHERE document = ? AND active
                                """), arguments: [document]))
            }
        }
        let decisions = try numbers.sorted().compactMap { number in
            try Data.fetchOne(
                db.cachedStatement(sql: "SELECT act FROM decision WHERE id = ?"), arguments: [number])
        }.map { try Decision(json: $0) }
        self.init(decisions.sorted { $0.order < $1.order })
    }

    var isEmpty: Bool { decisions.isEmpty }

    /// Whether a curator has rejected a claim.
    private func rejects(_ key: ClaimKey) -> Bool {
        rejectedReports.contains(key.document) || rejectedClaims.contains(key)
    }

    /// The encounters of some reports' claims, as the decisions have them, in the order of their ids.
    func groups(of reports: [Report], where isWanted: (ClaimKey) -> Bool) -> [EncounterGroup] {
        var groups = Corroborator(decisions: pairs).groups(of: reports) { isWanted($0) && !rejects($0) }
        guard !decisions.isEmpty else { return groups }
        var homes: [ClaimKey: Int] = [:]
        for (i, group) in groups.enumerated() {
            for key in group.claims { homes[key] = i }
        }
        for i in groups.indices { apply(to: &groups[i], i, of: homes) { _ in false } }
        return groups
    }

    /// Groups claims by their facts as the decisions have them; see ``Corroborator/clusters(of:beside:)``.
    func clusters(of claims: [ClaimFacts], beside standing: [[StoredClaim]]) -> (
        groups: [[ClaimKey]], joined: [Int: [ClaimKey]]
    ) {
        Corroborator(decisions: pairs).clusters(
            of: claims.filter { !rejects($0.key) }, beside: standing.map { $0.map(\.facts).filter { !rejects($0.key) } }
        )
    }

    /// Puts what was decided into one of several groups.
    ///
    /// - Parameters:
    ///   - number: the group's own number.
    ///   - homes: the number of the group of each claim.
    ///   - isElsewhere: whether a claim that is in none of the groups is part of another encounter.
    func apply(
        to group: inout EncounterGroup, _ number: Int, of homes: [ClaimKey: Int],
        isElsewhere: (ClaimKey) throws -> Bool
    ) rethrows {
        /// The group of a claim; -1 for one elsewhere, `nil` for a claim that is part of nothing.
        func home(_ anchor: ClaimAnchor) throws -> Int? {
            guard let key = anchor.key else { return nil }
            if let home = homes[key] { return home }
            return try isElsewhere(key) ? -1 : nil
        }
        for decision in decisions {
            switch decision.act {
            case .correct(let claims, let correction):
                guard try claims.compactMap(home).first == number else { continue }
                group.encounter.apply(correction, by: decision)
            case .merge(let ours, let theirs):
                guard Set(try (ours + theirs).compactMap(home)) == [number] else { continue }
                group.encounter.explain("merge", decision.words("Put together"))
            case .split(let ours, from: _):
                guard try ours.contains(where: { try home($0) == number }) else { continue }
                group.encounter.explain("split", decision.words("Set apart"))
            case .notSame, .rejectClaim, .rejectReport, .undo: continue
            }
        }
    }

    private var pairs: PairDecisions {
        var verdicts: [PairDecisions.Pair: Bool] = [:]
        func set(_ a: [ClaimAnchor], _ b: [ClaimAnchor], same: Bool) {
            for one in a.compactMap(\.key) {
                for other in b.compactMap(\.key) where one != other { verdicts[.init(one, other)] = same }
            }
        }
        for decision in decisions {
            switch decision.act {
            case .merge(let a, let b): set(a, b, same: true)
            case .split(let a, from: let b):
                set(a, b, same: false)
                set(a, a, same: true)
            case .notSame(let a, let b): set(a, b, same: false)
            case .correct, .rejectClaim, .rejectReport, .undo: continue
            }
        }
        return PairDecisions(
            same: Set(verdicts.filter(\.value).keys), different: Set(verdicts.filter { !$0.value }.keys))
    }
}

extension ClaimAnchor {
    var key: ClaimKey? { ordinal.map { ClaimKey(document: document, ordinal: $0) } }
}

extension Decision {
    /// The earlier first; the same in every register.
    var order: (String, Int, String) { (time, serial, name) }

    /// "Put together by Ann on 2026-03-12: both are the talks of Geneva"
    fileprivate func words(_ what: String) -> String { "\(what) by \(author) on \(time.prefix(10)): \(reason)" }
}

extension RegisteredEncounter {
    fileprivate mutating func explain(_ field: String, _ reason: String) {
        reasons.append(FieldReason(field: field, reason: reason))
    }

    /// Puts a curator's value in its field, with the reason, and settles the field's disputes by it.
    fileprivate mutating func apply(_ correction: Correction, by decision: Decision) {
        switch correction {
        case .place(let name):
            let country = place?.country
            place = name == nil ? nil : Place(name: name, country: country, basis: .curated)
        case .country(let code):
            let name = place?.country == code ? place?.name : place?.basis == .curated ? place?.name : nil
            place = code == nil && name == nil ? nil : Place(name: name, country: code, basis: .curated)
        case .date(let value): date = value
        case .status(let value):
            status = value
            if !value.happened {
                outcome = Outcome(kind: .notApplicable)
                outcomes = []
            }
        case .kind(let value): kind = value
        case .medium(let value): medium = value
        case .level(let value): level = value
        case .office(let title, let person):
            guard let i = participants.firstIndex(where: { $0.person == person }) else { return }
            participants[i].office = title
            participants[i].basis = "curated"
            participants[i].offices.removeAll { $0.title == title }
            participants[i].offices.insert(OfficeClaim(title: title, basis: "curated"), at: 0)
        }
        let value = correction.person.map { "\($0), \(correction.value ?? "none")" } ?? correction.value ?? "none"
        let words = decision.words("\(value): decided")
        let field = correction.person == nil ? correction.field : "participants"
        if correction.person == nil { reasons.removeAll { $0.field == field } }
        explain(field, words)
        settle(correction, as: value, words)
    }

    private mutating func settle(_ correction: Correction, as value: String, _ words: String) {
        for i in disputes.indices {
            let isOwn =
                switch (disputes[i].field, correction) {
                case (.place, .place), (.place, .country), (.date, .date), (.status, .status): true
                // the dispute about the means stands under the kind
                case (.kind, .kind), (.kind, .medium): disputes[i].values.contains { $0.value == value }
                case (.participants, .office(_, let person)):
                    disputes[i].values.allSatisfy { $0.value.hasPrefix("\(person), ") }
                default: false
                }
            guard isOwn else { continue }
            disputes[i].resolved = value
            disputes[i].reason = words
        }
    }
}
