import Diplomacy
import Wording

/// One encounter in full.
struct EncounterPrinter {
    /// Columns before a fact: two, the label, and a gap.
    static let indent = 11
    /// Unicode scalars of a sentence that is shown whole.
    static let longestPassage = 500
    /// Sentences shown under one fact.
    static let mostPassages = 2

    let encounter: Encounter
    let printer: RecordPrinter

    private var partyName: (String) -> String { printer.partyName }

    /// - Parameters:
    ///   - remarks: what stands between the headline and the facts.
    ///   - saysWho: tell on whose word, as for the encounter of one report.
    func lines(remarks: [Line] = [], saysWho: Bool = true) -> [Line] {
        let mark = Piece(encounter.principal ? "● " : "○ ", Phrases.style(encounter.status))
        let headline = Headline(encounter: encounter, partyName: partyName)
        var lines = printer.block(headline.pieces(), first: [mark], indent: 2)
        var shown: Set<Int> = []
        lines += evidence(headlineSpans(), &shown, indent: 2, most: 3)
        lines += remarks
        for fact in facts(saysWho: saysWho) where !fact.pieces.isEmpty {
            lines += printer.block(fact.pieces, first: [label(fact.label)], indent: Self.indent)
            lines += evidence(fact.spans, &shown, indent: Self.indent, most: Self.mostPassages)
        }
        return lines
    }

    /// A row: its label, what it says, and the spans on which it rests.
    private struct Fact {
        var label: String
        var pieces: [Piece]
        var spans: [Span]

        init(_ label: String, _ text: String?, _ spans: [Span?] = []) {
            self.label = label
            pieces = text.map { [Piece($0)] } ?? []
            self.spans = spans.compactMap { $0 }
        }
    }

    func label(_ name: String) -> Piece {
        Piece("  " + name + String(repeating: " ", count: max(1, Self.indent - 2 - name.count)), .quiet)
    }

    /// The sentences of spans, each behind a bar; one that was shown before is cut to the words around its marks.
    private func evidence(_ spans: [Span], _ shown: inout Set<Int>, indent: Int, most: Int) -> [Line] {
        let bar: Line = [Piece(String(repeating: " ", count: indent)), Piece("│ ", .quiet)]
        return printer.passages.passages(for: spans).prefix(most).flatMap { passage -> [Line] in
            let isNew = shown.insert(passage.index).inserted
            let isShort = !isNew || passage.text.unicodeScalars.count > Self.longestPassage
            let pieces = passage.pieces(color: printer.color, shortened: isShort)
            return Wrapper.lines(pieces, width: printer.width - indent - 2).map { bar + $0 }
        }
    }

    // MARK: - Facts

    private func facts(saysWho: Bool) -> [Fact] {
        let evidence = encounter.evidence
        return [
            Fact("When", encounter.date.map(Phrases.date) ?? "not told", evidence.filter(isOfDate).map(\.span)),
            place(), how(), issues(), about(), instruments(), others(), outcome(),
        ] + encounter.outcomes.dropFirst().map(furtherOutcome) + [
            saysWho ? says() : Fact("Says", nil), series(),
            Fact("Within", encounter.within?.name, [encounter.within?.span]), related(), certainty(),
        ]
    }

    private func isOfDate(_ evidence: Evidence) -> Bool {
        ["date", "time", "when"].contains { evidence.rule.hasPrefix($0 + ".") }
    }

    /// The headline rests on the encounter's own sentences: in each the people are marked, and the words of the rule
    /// where they are fewer than the sentence.
    private func headlineSpans() -> [Span] {
        let people = encounter.participants.compactMap(\.span)
        return encounter.evidence.filter { !isOfDate($0) }.flatMap { evidence -> [Span] in
            guard let sentence = printer.passages.sentenceSpan(of: evidence.span) else { return [] }
            let within = people.filter { sentence.contains($0) }
            let isWhole = (evidence.span.end - evidence.span.start) * 10 >= (sentence.end - sentence.start) * 9
            return isWhole && !within.isEmpty ? within : within + [evidence.span]
        }
    }

    private func place() -> Fact {
        Fact("Where", encounter.place.flatMap(printer.placeWords), [encounter.place?.span])
    }

    private func how() -> Fact {
        let parts = [
            Phrases.words(encounter.kind.rawValue), Phrases.medium(encounter.medium), Phrases.format(encounter.format),
            encounter.level.map(Phrases.level),
        ]
        return Fact("How", parts.compactMap { $0 }.joined(separator: " · "))
    }

    private func issues() -> Fact {
        let words = encounter.issues.map { issue in
            let by = (issue.raisedBy ?? []).map(partyName)
            return Issue.words(issue.code) + (by.isEmpty ? "" : " (raised by \(Phrases.list(by)))")
        }
        return Fact("About", words.isEmpty ? nil : words.joined(separator: ", "), encounter.issues.map(\.span))
    }

    private func about() -> Fact {
        let names = encounter.about.map { partyName($0.party) }
        let label = encounter.issues.isEmpty ? "About" : ""
        return Fact(label, names.isEmpty ? nil : "concerning " + Phrases.list(names), encounter.about.map(\.span))
    }

    private func instruments() -> Fact {
        let mentions = encounter.instruments ?? []
        let words = mentions.map { mention in
            printer.instrumentName(mention.code)
                + (mention.statusOnDay.map { " (\(Phrases.words($0)) on the day)" } ?? "")
        }
        return Fact("Treaties", words.isEmpty ? nil : words.joined(separator: "; "), mentions.map(\.span))
    }

    /// People whom the headline leaves out: delegations, mediators, observers.
    private func others() -> Fact {
        let leads = encounter.participants.contains(where: \.lead)
        let headline = Headline(encounter: encounter, partyName: partyName)
        let others = encounter.participants.filter { participant in
            switch participant.role {
            case .mediator, .venueHost, .observer, .convener: true
            default: leads && !participant.lead
            }
        }
        let words = others.map { participant in
            let role = participant.role.map { $0 == .participant ? "" : " as \(Phrases.words($0.rawValue))" } ?? ""
            return headline.person(participant, style: .plain).map(\.text).joined() + role
        }
        return Fact("Also", words.isEmpty ? nil : words.joined(separator: "; "), others.map(\.span))
    }

    private func outcome() -> Fact {
        Fact("Outcome", outcomeWords(encounter.outcome), [encounter.outcome.span])
    }

    private func furtherOutcome(_ outcome: Outcome) -> Fact { Fact("", outcomeWords(outcome), [outcome.span]) }

    private func outcomeWords(_ outcome: Outcome) -> String {
        let isOpen = [.proposed, .announced, .postponed, .suspended].contains(encounter.status)
        if outcome.kind == .notApplicable, isOpen { return "none yet" }
        var words = Phrases.outcome(outcome.kind)
        if let by = outcome.by, !by.isEmpty { words += ", by \(Phrases.list(by.map(partyName)))" }
        let next = [outcome.next?.date.map(Phrases.date), outcome.next?.place].compactMap { $0 }
        if !next.isEmpty { words += "; next: \(next.joined(separator: ", "))" }
        return words
    }

    private func says() -> Fact {
        guard let source = encounter.attributedTo else { return Fact("Says", "the report itself") }
        let about = [source.party.map(partyName), Phrases.grade(source.grade)].compactMap { $0 }
        return Fact("Says", "\(source.name) (\(about.joined(separator: "; ")))", [source.span])
    }

    private func series() -> Fact {
        Fact(
            "Series",
            encounter.series.map { series in
                (series.round.map { "\(Phrases.ordinal($0)) round of the " } ?? "") + series.name
            })
    }

    private func related() -> Fact {
        let words = encounter.relations.compactMap { relation -> String? in
            guard let other = printer.record.encounters.first(where: { $0.id == relation.encounter }) else {
                return nil
            }
            let told = Headline(encounter: other, partyName: partyName).brief
            return "\(Phrases.relation(relation.kind)): \(told)"
        }
        return Fact("Related", words.isEmpty ? nil : words.joined(separator: "; "))
    }

    /// A bar of ten, and the number.
    private func certainty() -> Fact {
        let percent = printer.percent(encounter)
        let full = (percent + 5) / 10
        let style: Style = percent >= 75 ? .good : percent >= 50 ? .pending : .bad
        var fact = Fact("Certain", nil)
        fact.pieces = [
            Piece(String(repeating: "■", count: full), style), Piece(String(repeating: "□", count: 10 - full), .quiet),
            Piece(" \(percent) %"),
        ]
        return fact
    }
}
