import Coding
import Diplomacy
import Testing

/// Documents of rows, as a table's reader makes them: the sentence, the remarks, the fields.
enum Rows {
    static func document(
        _ sentence: String, remarks: String? = nil, _ fields: [String: String], columns: [String: String] = [:]
    ) -> Document {
        var values = fields.mapValues { JSONValue.string($0) }
        if let remarks { values["remarks"] = .string(remarks) }
        if !columns.isEmpty { values["columns"] = .object(columns.mapValues { .string($0) }) }
        var document = Document(
            id: "visits:test:1", text: remarks.map { "\(sentence) \($0)" } ?? sentence, language: "en",
            source: Source(name: "Office of the Historian", kind: .official, country: "USA"))
        document.extra = ["visit": .object(values)]
        return document
    }

    /// A travel of the President or the Secretary of State.
    static func travel(
        _ visitor: String, role: String = "Secretary of State", to country: String, locale: String? = nil,
        _ start: String, _ end: String, _ remarks: String? = nil
    ) -> Document {
        let title = "\(role) of the United States"
        var fields = [
            "table": "us-travels", "start": start, "end": end, "visitor": visitor, "visitor_title": title,
            "from": "United States", "to": country,
        ]
        fields["locale"] = locale
        let place = locale.map { " (\($0))" } ?? ""
        return document("\(visitor), \(title), travelled to \(country)\(place), \(start).", remarks: remarks, fields)
    }

    /// A visit to the United States.
    static func visit(
        _ visitor: String, from country: String, _ start: String, _ end: String, _ remarks: String? = nil
    ) -> Document {
        document(
            "\(visitor) of \(country) visited the United States, \(start).", remarks: remarks,
            [
                "table": "to-us", "start": start, "end": end, "visitor": visitor, "from": country,
                "to": "United States",
            ])
    }

    /// A visit to China.
    static func china(_ country: String, _ title: String, _ name: String, _ day: String, _ type: String) -> Document {
        document(
            "\(name) (\(title)) of \(country) visited China, \(day); \(type).",
            [
                "table": "inbound-cn", "start": day, "end": day, "visitor": name, "visitor_title": title,
                "from": country, "to": "China", "visit_type": type,
            ])
    }

    static func record(_ document: Document) -> Record { Embedded.coder.record(for: document) }

    static func principal(_ document: Document) throws -> Encounter { try #require(record(document).principal) }
}

extension Encounter {
    /// The participants of a party.
    func of(_ party: String) -> [Participant] { participants.filter { $0.party == party } }

    /// The pairs of parties in contact, as the register counts them: neither mediators nor hosts of a venue.
    var contacts: Set<Set<String>> {
        let parties = Set(participants.filter { $0.role != .mediator && $0.role != .venueHost }.compactMap(\.party))
        return Set(parties.flatMap { a in parties.filter { $0 != a }.map { [a, $0] } })
    }
}
