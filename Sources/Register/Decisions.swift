import Contract
import Diplomacy
public import FoundationEssentials
import GRDB

/// A decision as a register holds it.
public struct StoredDecision: Sendable {
    /// Its number in this register, from 1.
    public var number: Int64
    public var decision: Decision
    /// `false` where another decision, itself in force, undoes it.
    public var isActive: Bool
}

/// What became of an encounter: "new", "changed", "became enc_…", "withdrawn".
public struct EncounterChange: Hashable, Sendable {
    public var encounter: String
    public var change: String
}

extension Register {
    // MARK: - Acts, by encounters

    /// That two encounters are one.
    public func merging(_ a: String, _ b: String) throws -> Decision.Act {
        let (ours, theirs) = try pair(a, b)
        return .merge(ours, theirs)
    }

    /// That two encounters are not one.
    public func keepingApart(_ a: String, _ b: String) throws -> Decision.Act {
        let (ours, theirs) = try pair(a, b)
        return .notSame(ours, theirs)
    }

    private func pair(_ a: String, _ b: String) throws -> ([ClaimAnchor], [ClaimAnchor]) {
        let (one, other) = (try known(a), try known(b))
        guard one != other else {
            throw RegisterError(.wrongDecision, "expected two encounters, found \(one) twice; name another")
        }
        return (try claims(of: one), try claims(of: other))
    }

    /// That some documents' claims of an encounter make one of their own.
    public func splitting(_ id: String, documents: [String]) throws -> Decision.Act {
        let claims = try claims(of: known(id))
        for document in documents where !claims.contains(where: { $0.document == document }) {
            throw RegisterError(
                .notHere,
                "expected a document of \(id), found \"\(document)\"; it has "
                    + Set(claims.map(\.document)).sorted().joined(separator: ", "))
        }
        let apart = claims.filter { documents.contains($0.document) }
        let rest = claims.filter { !documents.contains($0.document) }
        guard !apart.isEmpty, !rest.isEmpty else {
            throw RegisterError(
                .wrongDecision,
                "expected some of the documents of \(id), found \(rest.isEmpty ? "all of them" : "none"); name some")
        }
        return .split(apart, from: rest)
    }

    /// That a field of an encounter has another value.
    public func correcting(_ id: String, _ correction: Correction) throws -> Decision.Act {
        let id = try known(id)
        if let person = correction.person {
            let json = try read {
                try Data.fetchOne($0, sql: "SELECT json FROM encounter WHERE id = ?", arguments: [id])
            }
            let persons = try JSONDecoder().decode(Names.self, from: json ?? Data()).participants.compactMap(\.person)
            guard persons.contains(person) else {
                throw RegisterError(
                    .notHere,
                    "expected a participant of \(id), found \"\(person)\"; it has "
                        + persons.joined(separator: ", "))
            }
        }
        return .correct(try claims(of: id), correction)
    }

    private struct Names: Decodable {
        struct Participant: Decodable { var person: String? }
        var participants: [Participant]
    }

    /// That a claim is no claim of an encounter.
    public func rejecting(_ claim: ClaimAnchor) throws -> Decision.Act {
        let isHere = try read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM claim JOIN report ON report.id = claim.report
                    WHERE document = ? AND ordinal = ?)
                    """, arguments: [claim.document, claim.ordinal ?? -1])
        }
        guard isHere == true else {
            throw RegisterError(
                .notHere,
                "expected a document and one of its claims (e1, e2), found \"\(claim.document)\" and "
                    + "\"\(claim.claim)\"; look them up in the encounter's reports")
        }
        return .rejectClaim(claim)
    }

    /// That nothing in a report is to be believed.
    public func rejecting(document: String) throws -> Decision.Act {
        guard try number(ofReport: document) != nil else {
            throw RegisterError(.notHere, "expected a document of the register, found \"\(document)\"; name another")
        }
        return .rejectReport(document)
    }

    /// That a decision, by its number or its name, holds no longer.
    public func undoing(_ decision: String) throws -> Decision.Act {
        guard
            let found = try decisions().first(where: { $0.decision.name == decision || String($0.number) == decision })
        else {
            throw RegisterError(
                .notHere,
                "expected the number or the name of a decision, found \"\(decision)\"; "
                    + "`rapporteur decisions list` has them")
        }
        guard found.isActive else {
            throw RegisterError(
                .wrongDecision,
                "expected a decision in force, found \(found.number), which was undone; undo that instead")
        }
        return .undo(found.decision.name)
    }

    private func known(_ id: String) throws -> String {
        guard let present = try presentID(of: id) else {
            throw RegisterError(
                .notHere, "expected the id of an encounter, found \"\(id)\"; `rapporteur export encounters` has them")
        }
        return present
    }

    private func number(ofReport document: String) throws -> Int64? {
        try read { try Int64.fetchOne($0, sql: "SELECT id FROM report WHERE document = ?", arguments: [document]) }
    }

    private func claims(of encounter: String) throws -> [ClaimAnchor] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT document, ordinal FROM claim JOIN report ON report.id = claim.report WHERE encounter = ?
                    """, arguments: [encounter]
            ).map { ClaimAnchor(document: $0[0], ordinal: $0[1]) }.sorted()
        }
    }

    // MARK: - Storing and applying

    /// Stores a decision and brings the encounters up to date with it, in one transaction.
    ///
    /// - Parameter time: RFC 3339, to the second, in UTC.
    /// - Returns: the decision, and what became of encounters by it.
    public func decide(
        _ act: Decision.Act, author: String, reason: String, at time: String
    ) throws -> (StoredDecision, [EncounterChange]) {
        for (what, value) in [("an author", author), ("a reason", reason)] where value.isEmpty {
            throw RegisterError(.wrongDecision, "expected \(what), found none; give one")
        }
        return try write { db in
            let serial = try Int.fetchOne(
                db, sql: "SELECT coalesce(max(serial) + 1, 0) FROM decision WHERE time = ?", arguments: [time])
            let decision = Decision(act, author: author, reason: reason, time: time, serial: serial ?? 0)
            _ = try insert(decision, db)
            let changes = try apply(at: time, db)
            guard let stored = try stored(db).first(where: { $0.decision == decision }) else {
                throw RegisterError(.broken, "expected the decision in the register, found none; restore a backup")
            }
            return (stored, changes)
        }
    }

    /// Takes the decisions of an export in, those that are here already left out, and brings the encounters up to date,
    /// all in one transaction: a line that is none leaves the register as it was.
    ///
    /// - Returns: how many were new, and how many were here.
    public func importDecisions(_ lines: [Data], at time: String) throws -> (new: Int, known: Int) {
        try write { db in
            var new = 0
            for (number, line) in lines.enumerated() {
                do {
                    new += try insert(Decision(json: line), db) ? 1 : 0
                } catch let error as RegisterError {
                    throw RegisterError(error.code, "line \(number + 1): \(error.message)")
                }
            }
            let lost = try String.fetchOne(
                db, sql: "SELECT undoes FROM decision WHERE undoes NOT IN (SELECT name FROM decision)")
            if let lost {
                throw RegisterError(
                    .wrongDecision, "expected the decision \(lost), which another one undoes, found none; export both")
            }
            _ = try apply(at: time, db)
            return (new, lines.count - new)
        }
    }

    /// Every decision, the earliest first.
    public func decisions() throws -> [StoredDecision] { try read { try stored($0) } }

    private func stored(_ db: Database) throws -> [StoredDecision] {
        try Row.fetchAll(db, sql: "SELECT id, act, active FROM decision ORDER BY time, serial, name").map { row in
            StoredDecision(number: row[0], decision: try Decision(json: row[1]), isActive: row[2])
        }
    }

    /// `false` where the decision is there already.
    private func insert(_ decision: Decision, _ db: Database) throws -> Bool {
        var undoes: String?
        if case .undo(let name) = decision.act { undoes = name }
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO decision (name, time, serial, author, reason, act, undoes, active)
                VALUES (?, ?, ?, ?, ?, ?, ?, 0)
                """,
            arguments: [
                decision.name, decision.time, decision.serial, decision.author, decision.reason, decision.json, undoes,
            ])
        guard db.changesCount == 1 else { return false }
        let number = db.lastInsertedRowID
        var anchors = decision.anchors.map { ($0.document, $0.ordinal ?? -1) }
        // no claim stands there: the decision is about the document
        if case .rejectReport(let document) = decision.act { anchors = [(document, -1)] }
        for (document, ordinal) in anchors {
            try db.cachedStatement(
                sql: "INSERT OR IGNORE INTO anchor (document, ordinal, decision) VALUES (?, ?, ?)"
            ).execute(arguments: [document, ordinal, number])
        }
        return true
    }

    /// Sees anew which decisions are in force, marks what those touch that came or went, and reconciles.
    private func apply(at time: String, _ db: Database) throws -> [EncounterChange] {
        let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM history") ?? 0
        let decisions = try stored(db)
        var undoers: [String: [String]] = [:]
        for stored in decisions {
            if case .undo(let name) = stored.decision.act { undoers[name, default: []].append(stored.decision.name) }
        }
        var known: [String: Bool] = [:]
        // an undo names what it undoes by a hash of all that says, so there are no circles
        func isActive(_ name: String) -> Bool {
            if let known = known[name] { return known }
            let active = !(undoers[name] ?? []).contains { isActive($0) }
            known[name] = active
            return active
        }
        for stored in decisions where stored.isActive != isActive(stored.decision.name) {
            try db.execute(
                sql: "UPDATE decision SET active = NOT active WHERE id = ?", arguments: [stored.number])
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO pending (report) SELECT DISTINCT report.id FROM anchor
                    JOIN report ON report.document = anchor.document WHERE decision = ?
                    """, arguments: [stored.number])
        }
        try reconcile(at: time, db)
        Boundary.decisionBeforeCommit.pass()
        return try changes(after: last, db)
    }

    /// What became of encounters since a row of the history.
    func changes(after last: Int64, _ db: Database) throws -> [EncounterChange] {
        try Row.fetchAll(
            db, sql: "SELECT encounter, change FROM history WHERE id > ? ORDER BY id", arguments: [last]
        ).map { EncounterChange(encounter: $0[0], change: $0[1]) }
    }
}
