import Diplomacy

/// A row as a report: a sentence of its facts, its free text, and the fields beside.
extension TableRow {
    /// Stable from import to import: the table's own name for the row, else a digest of what the row says.
    var id: String {
        if let id = values[.id] { return "table:\(map.name):\(id)" }
        var facts = ["start=\(date.start.iso)", "end=\(date.end.iso)", "precision=\(date.precision.rawValue)"]
        for field in TableMap.Field.allCases {
            if let value = values[field] { facts.append("\(field.rawValue)=\(value)") }
            if let list = lists[field] { facts.append("\(field.rawValue)=\(list.joined(separator: "\u{1E}"))") }
        }
        return "table:\(map.name):\(Document.sha256(of: facts.joined(separator: "\u{1F}")).prefix(20))"
    }

    /// The row as a document, its fields under `extra.row`.
    var document: Document {
        let text = values[.note].map { "\(sentence) \($0)" } ?? sentence
        let name = values[.source] ?? map.publisher ?? map.title ?? map.name
        var document = Document(
            id: id, text: text, published: published, language: "en",
            source: Source(name: name, country: values[.source] == nil ? map.country : nil), url: values[.url],
            sha256: Document.sha256(of: text))
        document.extra = ["row": .object(fields)]
        return document
    }

    private var fields: [String: JSONValue] {
        var fields: [String: JSONValue] = [
            "table": .string(map.name), "start": .string(date.start.iso), "end": .string(date.end.iso),
            "precision": .string(date.precision.rawValue),
        ]
        fields["time"] = date.time.map { .string($0) }
        fields["licence"] = map.licence.map { .string($0) }
        for (field, value) in values {
            switch field {
            case .id: fields["row"] = .string(value)
            case .precision: fields["precision_told"] = .string(value)
            default: fields[field.rawValue] = .string(value)
            }
        }
        for (field, list) in lists { fields[field.rawValue] = .array(list.map { .string($0) }) }
        if !beside.isEmpty { fields["columns"] = .object(beside.mapValues { .string($0) }) }
        return fields
    }

    // MARK: - The sentence

    /// "Annalena Baerbock, Foreign Minister of Germany, and France had a meeting in Berlin, Germany, 12 to 13 February 2026
    /// (in-person); issues: energy."
    var sentence: String {
        var text = sides
        switch values[.kind].map({ Self.plainKind($0) }) {
        case nil: text += " were in contact"
        case let kind? where EncounterKind(rawValue: kind) != nil:
            text += " had \(Self.article(kind)) \(Issue.words(kind))"
        case let kind?: text += " were in contact (\(kind))"
        }
        let place = [values[.place], values[.country]].compactMap { $0 }.joined(separator: ", ")
        if !place.isEmpty { text += " in \(place)" }
        text += ", \(days)"
        let marks = [values[.medium], values[.status], values[.level]].compactMap { $0 }
        if !marks.isEmpty { text += " (\(marks.joined(separator: "; ")))" }
        if let persons = lists[.persons] { text += "; with \(persons.joined(separator: ", "))" }
        if let host = values[.host] { text += "; host: \(host)" }
        if let issues = lists[.issues] { text += "; issues: \(issues.joined(separator: ", "))" }
        if let outcome = values[.outcome] { text += "; outcome: \(outcome)" }
        if let series = values[.series] { text += "; series: \(series)" }
        if let round = values[.round] { text += "; round: \(round)" }
        return text + "."
    }

    private static func plainKind(_ kind: String) -> String {
        let plain = String(kind.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
        return EncounterKind(rawValue: plain) == nil ? kind : plain
    }

    private static func article(_ kind: String) -> String {
        switch kind {
        case "talks": "direct"
        default: kind.first.map { "aeiou".contains($0) } ?? false ? "an" : "a"
        }
    }

    private var sides: String {
        let a = side(.partyA, .personA, .officeA)
        let b = side(.partyB, .personB, .officeB)
        let all = [a, b].compactMap { $0 } + (lists[.parties] ?? []).map { VisitWording.country($0) }
        guard let last = all.last else { return lists[.persons] == nil ? "Two sides" : "Persons" }
        if all.count == 1 { return "\(last) and others" }
        return all.dropLast().joined(separator: ", ") + " and \(last)"
    }

    /// "Annalena Baerbock, Foreign Minister of Germany,".
    private func side(_ party: TableMap.Field, _ person: TableMap.Field, _ office: TableMap.Field) -> String? {
        let country = values[party].map { VisitWording.country($0) }
        let of = country.map { " of \($0)" } ?? ""
        switch (values[person], values[office]) {
        case (let person?, let office?): return "\(person), \(office)\(of),"
        case (let person?, nil): return "\(person)\(of)"
        case (nil, let office?): return "the \(office)\(of)"
        case (nil, nil): return country
        }
    }

    private var days: String {
        let (a, b) = (date.start.civil, date.end.civil)
        func month(_ day: (year: Int, month: Int, day: Int)) -> String {
            "\(VisitWording.month(day.month)) \(day.year)"
        }
        switch date.precision {
        case .month: return month(a) == month(b) ? month(a) : "\(month(a)) to \(month(b))"
        case .year: return a.year == b.year ? "\(a.year)" : "\(a.year) to \(b.year)"
        default: return VisitWording.days(date.start, date.end)
        }
    }
}
