import Diplomacy

/// What every export states of itself: licence, query, state of the register, program, how to cite it.
package struct ExportNote: Sendable, Hashable {
    /// Under what terms an export may be used.
    package struct Licence: Sendable, Hashable {
        package var name: String
        /// An identifier of SPDX or Open Definition ("CC-BY-4.0"), where there is one.
        package var id: String?
        package var url: String?
        /// Whole sentences.
        package var text: String

        package init(name: String, id: String? = nil, url: String? = nil, text: String) {
            self.name = name
            self.id = id
            self.url = url
            self.text = text
        }

        /// Of a register whose owner has stated nothing.
        package static let unstated = Licence(
            name: "Rights reserved as stated",
            text: """
                Titles and texts of reports stay under their publishers' rights. The compilation of facts made from them \
                belongs to the owner of this register, who has not granted a licence: ask before passing it on.
                """)
    }

    package var title: String
    package var licence: Licence
    /// The query that chose the encounters; `nil` for all of the register.
    package var query: String?
    /// When the register last changed: RFC 3339 in UTC; `nil` for an empty one.
    package var changed: String?
    /// How many encounters the register has, whatever the query chose.
    package var encounters: Int
    /// "rapporteur 0.1.0".
    package var program: String
    /// When the export was made: RFC 3339 in UTC.
    package var made: String
    /// The owner of the register, for whom it is cited.
    package var owner: String?
    /// The address of the register's site.
    package var url: String?

    package init(
        title: String = "Encounters of diplomats", licence: Licence = .unstated, query: String? = nil, changed: String?,
        encounters: Int, program: String, made: String, owner: String? = nil, url: String? = nil
    ) {
        self.title = title
        self.licence = licence
        self.query = query
        self.changed = changed
        self.encounters = encounters
        self.program = program
        self.made = made
        self.owner = owner
        self.url = url
    }

    /// "2026.11.28+412": the day of the last change and the count of encounters; "0.0.0+0" for an empty register.
    package var version: String {
        let day = changed.flatMap { Day(iso: $0)?.civil }
        return "\(day?.year ?? 0).\(day?.month ?? 0).\(day?.day ?? 0)+\(encounters)"
    }

    /// What stands in every export, a statement each. The order does not change; new ones come last.
    package var statements: [(name: String, value: String)] {
        [
            ("title", title.oneLine), ("licence", licence.name.oneLine), ("licence_url", licence.url?.bareLink ?? ""),
            ("rights", licence.text.oneLine), ("query", query?.oneLine ?? "all encounters of the register"),
            ("register_changed", changed?.oneLine ?? ""), ("register_encounters", String(encounters)),
            ("version", version), ("program", program.oneLine), ("made", made.oneLine), ("cite_as", sentence),
        ].filter { !$0.value.isEmpty }
    }

    /// The statements as lines of "name: value".
    package var text: String { statements.map { "\($0.name): \($0.value)" }.joined(separator: "\n") }

    /// How to cite the export, in a sentence.
    package var sentence: String {
        var parts = [owner?.oneLine, "\(title.oneLine), version \(version)", "made by \(program.oneLine)"]
        if let query { parts.append("query: \(query.oneLine)") }
        parts += [made.oneLine, url?.bareLink]
        return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "; ") + "."
    }

    /// The export as an item of a bibliography.
    package var citation: Citation {
        Citation(
            kind: .dataset, key: "rapporteur-\(version)", title: "\(title), version \(version)", container: program,
            authors: owner.map { [$0] } ?? [], issued: changed.flatMap { Day(iso: $0) }, accessed: Day(iso: made),
            url: url, language: "en",
            abstract: statements.dropFirst().map { "\($0.name): \($0.value)" }.joined(separator: "; "))
    }
}
