import Diplomacy
import Register
import Wording

/// A comparison for a person to read: a table of what each voice tells, then what only one side says, then its formulas.
struct ComparisonPrinter {
    private static let label = 16
    /// Sentences and formulas of one kind that are shown.
    private static let mostShown = 6

    let comparison: Comparison
    let width: Int
    let color: Bool
    let partyName: (String) -> String

    init(_ comparison: Comparison, width: Int, color: Bool, partyName: @escaping (String) -> String) {
        self.comparison = comparison
        self.width = width
        self.color = color
        self.partyName = partyName
    }

    func text() -> String { lines().map { $0.rendered(color: color) + "\n" }.joined() }

    func lines() -> [Line] {
        let encounter = Encounter(comparison.encounter)
        let mark = Piece("● ", Phrases.style(encounter.status))
        let head = Wrapper.block(
            Headline(encounter: encounter, partyName: partyName).pieces(brief: true), first: [mark], indent: 2,
            width: width)
        var sections = [head + readouts(), table()]
        if comparison.sides.count > 1 { sections.append(differences()) }
        sections += comparison.formulas.map(formulas)
        return Array(sections.filter { !$0.isEmpty }.joined(separator: [[]]))
    }

    private func name(_ voice: Comparison.Voice) -> String { voice.party.map(partyName) ?? "Others" }

    /// Which reports each voice is.
    private func readouts() -> [Line] {
        let missing = comparison.sides.isEmpty
        let note = missing ? [[Piece("  Neither side's own readout is in the register.", .pending)]] : []
        return comparison.voices.flatMap { voice in
            let reports = voice.texts.map { "\($0.source?.name ?? "publisher not told") (\($0.document))" }
            return Wrapper.block(
                [Piece(reports.joined(separator: ", "), .quiet)], first: [Piece(padded("  " + name(voice)))],
                indent: Self.label, width: width)
        } + note
    }

    private func padded(_ text: String) -> String {
        text + String(repeating: " ", count: max(1, Self.label - Columns.width(of: text)))
    }

    // MARK: - The table

    /// One column for each side with a readout (two at most), and one for all others.
    private func table() -> [Line] {
        let voices = Array(comparison.sides.prefix(2)) + comparison.voices.filter { $0.party == nil }
        let column = (width - Self.label) / max(1, voices.count) - 2
        var lines = row([Piece(padded(""))], voices.map { [Piece(name($0), .strong)] }, column)
        for field in Comparison.Field.allCases {
            let values = voices.map { $0.values(field) }
            if values.allSatisfy(\.isEmpty) { continue }
            let cells = values.enumerated().map { i, own in
                let elsewhere = values.enumerated().filter { $0.offset != i }.flatMap(\.element)
                return Self.list(own, shared: Set(elsewhere))
            }
            lines += row([Piece(padded("  " + field.rawValue), .quiet)], cells, column)
        }
        return lines
    }

    /// Values with a comma between; those that nobody else tells stand out.
    private static func list(_ values: [String], shared: Set<String>) -> [Piece] {
        if values.isEmpty { return [Piece("—", .quiet)] }
        return values.enumerated().flatMap { i, value in
            [Piece((i > 0 ? ", " : "")), Piece(value, shared.contains(value) ? .plain : .strong)]
        }.filter { !$0.text.isEmpty }
    }

    private func row(_ label: [Piece], _ cells: [[Piece]], _ column: Int) -> [Line] {
        let blocks = cells.map { Wrapper.lines($0, width: max(8, column)) }
        let height = blocks.map(\.count).max() ?? 0
        return (0..<height).map { i in
            var line: Line = i == 0 ? label : [Piece(padded(""))]
            for (j, block) in blocks.enumerated() {
                let cell = i < block.count ? block[i] : []
                line += cell
                if j + 1 < blocks.count {
                    line.append(Piece(String(repeating: " ", count: max(1, column + 2 - cell.columns))))
                }
            }
            return line
        }
    }

    // MARK: - What only one says

    private func differences() -> [Line] {
        let sides = Array(comparison.sides.prefix(2))
        let texts = sides.map { side in side.texts.map { ComparedText($0) } }
        let common = Comparison.Field.allCases.flatMap { field -> [String] in
            let both = sides[0].values(field).filter(sides[1].values(field).contains)
            return both.isEmpty ? [] : ["\(field.rawValue): \(both.joined(separator: ", "))"]
        }.joined(separator: "; ")
        var lines: [Line] = [[Piece("Both say", .strong)]]
        lines += items(
            [common].filter { !$0.isEmpty } + texts[0].flatMap { $0.stretches(sharedWith: texts[1]) }.map { "“\($0)”" })
        for i in sides.indices {
            let told = Comparison.Field.allCases.flatMap { field -> [String] in
                let own = sides[i].values(field).filter { !sides[1 - i].values(field).contains($0) }
                return own.isEmpty ? [] : ["\(field.rawValue): \(own.joined(separator: ", "))"]
            }.joined(separator: "; ")
            let sentences = texts[i].flatMap { $0.sentences(without: texts[1 - i]) }
            lines.append([Piece("Only \(name(sides[i])) says", .strong)])
            lines += items([told].filter { !$0.isEmpty } + sentences.map { "“\($0)”" })
        }
        return lines
    }

    private func items(_ texts: [String], style: Style = .plain) -> [Line] {
        if texts.isEmpty { return [[Piece("    nothing", .quiet)]] }
        let rest = texts.count - Self.mostShown
        return texts.prefix(Self.mostShown).flatMap {
            Wrapper.block([Piece($0, style)], first: [Piece("  · ", .quiet)], indent: 4, width: width)
        } + (rest > 0 ? [[Piece("    and \(rest) more", .quiet)]] : [])
    }

    // MARK: - Formulas

    private func formulas(_ formulas: Comparison.Formulas) -> [Line] {
        let title = Piece("Standing formulas of \(partyName(formulas.party))", .strong)
        guard let last = formulas.last else {
            return Wrapper.block(
                [title, Piece(" · no earlier readout of an encounter with \(partyName(formulas.other))", .quiet)],
                indent: 0, width: width)
        }
        let day = last.date.map(Phrases.date) ?? "an unknown day"
        let since = Piece(" · since its readout of \(day) (\(last.text.document))", .quiet)
        var lines = Wrapper.block([title, since], indent: 0, width: width)
        for (name, texts, style) in [
            ("New", formulas.new, Style.good), ("Gone", formulas.gone, .bad), ("Kept", formulas.kept, .plain),
        ] {
            lines.append([Piece("  " + name, .quiet)])
            lines += items(texts.map { "“\($0)”" }, style: style)
        }
        return lines
    }
}
