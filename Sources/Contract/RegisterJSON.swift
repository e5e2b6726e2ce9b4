package import Diplomacy

// An encounter of the register as JSON (`rapporteur.encounter/1`): keys in order, what is absent left out.

extension RegisteredEncounter: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("about", about.map { JSONValue.object(["party": .string($0)]) })
            $0.put("confidence", confidence)
            $0.put("date", date)
            $0.put("disputes", disputes)
            $0.put("format", format)
            $0.put("id", id)
            $0.put("issues", issues)
            $0.put("kind", kind)
            $0.put("level", level)
            $0.put("medium", medium)
            $0.put("origins", origins)
            $0.put("outcome", outcome)
            $0.put("outcomes", outcomes)
            $0.put("participants", participants)
            $0.put("place", place)
            $0.put("progress", progress)
            $0.put("reasons", reasons)
            $0.put("relations", relations.isEmpty ? nil : relations)
            $0.put("reports", reports)
            $0.put("schema", RegisteredEncounter.schema)
            $0.put("series", series)
            $0.put("status", status)
            $0.put("via", via.isEmpty ? nil : via)
            $0.put("within", within)
        }
    }
}

/// What a register adds to an encounter: its own times, in RFC 3339, and how often it has changed, from 1.
package struct EncounterStamp: Sendable, Hashable, Decodable {
    enum CodingKeys: String, CodingKey {
        case changed, version
        case firstSeen = "first_seen"
    }

    package var firstSeen: String
    package var changed: String
    package var version: Int

    package init(firstSeen: String, changed: String, version: Int) {
        self.firstSeen = firstSeen
        self.changed = changed
        self.version = version
    }

    /// An encounter's JSON with the stamp's members, and its relations to others, put where they belong. Linear.
    package func put(into json: [UInt8], relations: [Relation] = []) -> [UInt8] {
        var members = [("changed", "\"\(changed)\""), ("first_seen", "\"\(firstSeen)\""), ("version", "\(version)")]
        if !relations.isEmpty {
            var out = JSONOutput()
            out.array(relations)
            members.insert(("relations", String(decoding: out.bytes, as: UTF8.self)), at: 2)
        }
        return JSONMembers.adding(members, to: json)
    }
}

extension RegisteredIssue: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("code", code)
            $0.put("documents", documents)
            $0.put("raised_by", raisedBy.isEmpty ? nil : raisedBy)
        }
    }
}

extension EncounterReport: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("claims", ClaimedValues(claim: claim))
            $0.put("document", document)
            $0.put("evidence", claim.evidence)
            $0.put("origin", origin)
            $0.put("principal", claim.principal)
            $0.put("reported", claim.reported)
        }
    }
}

/// What a report claims, without its evidence; fields on which it is silent are left out.
private struct ClaimedValues: JSONWritable {
    let claim: Encounter

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("about", claim.about.isEmpty ? nil : claim.about)
            $0.put("attributed_to", claim.attributedTo)
            $0.put("confidence", claim.confidence)
            $0.put("date", claim.date)
            $0.put("format", claim.format)
            $0.put("id", claim.id)
            $0.put("issues", claim.issues.isEmpty ? nil : claim.issues)
            $0.put("kind", claim.kind)
            $0.put("level", claim.level)
            $0.put("medium", claim.medium == .unknown ? nil : claim.medium)
            $0.put("outcome", claim.outcome.kind == .notStated ? nil : claim.outcome)
            $0.put("participants", claim.participants)
            $0.put("place", claim.place)
            $0.put("series", claim.series)
            $0.put("status", claim.status)
            $0.put("via", claim.via)
            $0.put("within", claim.within)
        }
    }
}

extension ProgressStep: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("date", date?.iso)
            $0.put("documents", documents)
            $0.put("status", status)
        }
    }
}

extension Dispute: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("field", field)
            $0.put("nature", nature)
            $0.put("reason", reason)
            $0.put("resolved", resolved.map { JSONValue.string($0) } ?? .null)
            $0.put("values", values)
        }
    }
}

extension DisputeValue: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("documents", documents)
            $0.put("value", value)
            $0.put("weight", weight)
        }
    }
}

extension FieldReason: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("field", field)
            $0.put("reason", reason)
        }
    }
}
