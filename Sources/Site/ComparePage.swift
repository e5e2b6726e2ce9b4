import Contract
import Diplomacy
import Register
import Wording

/// The two sides' readouts of an encounter and the other reports side by side.
struct ComparePage: Page {
    let site: Site
    let view: EncounterView
    let comparison: Comparison

    var title: String { "Side by side: \(headline)" }
    var address: String? { site.links.encounter(view.encounter.id) + "/compare" }

    private var headline: String {
        Headline(encounter: Encounter(view.encounter), partyName: site.names.party).brief
    }

    private func name(_ voice: Comparison.Voice) -> String { voice.party.map(site.names.party) ?? "Others" }

    func write(_ out: inout Markup, _ site: Site) {
        out.element("div", ["class": "lede"]) { out in
            out.paragraph("Side by side", class: "label")
            out.heading(1, headline)
            out.element("p") { $0.link(site.links.encounter(view.encounter.id), "Back to the encounter") }
            if comparison.sides.isEmpty { out.nothing("Neither side's own readout is in the register.") }
        }
        table(&out)
        let sides = Array(comparison.sides.prefix(2))
        if sides.count > 1 { differences(&out, sides) }
        for formulas in comparison.formulas { self.formulas(&out, formulas) }
        texts(&out)
    }

    private func table(_ out: inout Markup) {
        let voices = comparison.voices
        out.scroll("What each tells") {
            out in
            out.element("table", ["class": "positions"]) { out in
                out.element("thead") { out in
                    out.element("tr") { out in
                        out.element("th", ["scope": "col"], "Field")
                        for voice in voices {
                            out.element("th", ["scope": "col"]) { out in
                                out.text(name(voice) + " ")
                                out.element("span", ["class": "marks"]) { out in
                                    for (i, text) in voice.texts.prefix(8).enumerated() {
                                        let source = text.source?.name ?? text.document
                                        out.element(
                                            "a",
                                            [
                                                "href": site.links.report(text.document), "title": source,
                                                "aria-label": "Report \(i + 1), \(source)",
                                            ], String(i + 1))
                                    }
                                }
                            }
                        }
                    }
                }
                out.element("tbody") { out in
                    for field in Comparison.Field.allCases {
                        let values = voices.map { $0.values(field) }
                        guard values.contains(where: { !$0.isEmpty }) else { continue }
                        out.element("tr") { out in
                            out.element("th", ["scope": "row"], field.rawValue)
                            for (i, own) in values.enumerated() {
                                let elsewhere = Set(values.enumerated().filter { $0.offset != i }.flatMap(\.element))
                                out.element("td") { cell(&$0, own, shared: voices.count > 1 ? elsewhere : Set(own)) }
                            }
                        }
                    }
                }
            }
        }
        if voices.count > 1 { out.paragraph("What nobody else tells stands out.", class: "quiet") }
    }

    private func cell(_ out: inout Markup, _ values: [String], shared: Set<String>) {
        if values.isEmpty { return out.text("—") }
        for (i, value) in values.enumerated() {
            if i > 0 { out.text(", ") }
            if shared.contains(value) { out.text(value) } else { out.element("strong", value) }
        }
    }

    /// Sentences of one kind that are shown.
    private static let most = 12

    private func differences(_ out: inout Markup, _ sides: [Comparison.Voice]) {
        let texts = sides.map { side in side.texts.map { ComparedText($0) } }
        list(&out, "Both say", texts[0].flatMap { $0.stretches(sharedWith: texts[1]) })
        for i in sides.indices {
            list(&out, "Only \(name(sides[i])) says", texts[i].flatMap { $0.sentences(without: texts[1 - i]) })
        }
    }

    /// The texts beside one another, with what was read of this encounter marked.
    private func texts(_ out: inout Markup) {
        out.element("section", ["aria-labelledby": "texts"]) { out in
            out.heading(2, "The texts", id: "texts")
            out.element("div", ["class": "texts"]) { out in
                for voice in comparison.voices {
                    for (claim, text) in zip(voice.claims, voice.texts).prefix(Self.mostTexts) {
                        out.element("article", ["class": "text", "dir": "auto"]) { self.text(&$0, voice, claim, text) }
                    }
                }
            }
        }
    }

    /// Texts of one voice that are shown.
    private static let mostTexts = 3
    /// Paragraphs of one text that are shown.
    private static let mostParagraphs = 12

    private func text(_ out: inout Markup, _ voice: Comparison.Voice, _ claim: Encounter, _ stored: StoredText) {
        let title = stored.title ?? stored.document
        out.element("h3") { $0.link(site.links.report(stored.document), title) }
        out.paragraph("\(name(voice)) · \(stored.source?.name ?? "publisher not told")", class: "quiet")
        let marked = MarkedText(
            (stored.title.map { $0 + "\n" } ?? "") + stored.text,
            notes: Note.sorted(Note.notes(on: claim, names: site.names)))
        let paragraphs = marked.paragraphs(from: stored.title.map { $0.unicodeScalars.count + 1 } ?? 0)
        for paragraph in paragraphs.prefix(Self.mostParagraphs) {
            out.element("p") { marked.write(&$0, paragraph, isAnchored: false) }
        }
        if paragraphs.count > Self.mostParagraphs {
            out.element("p", ["class": "more"]) { $0.link(site.links.report(stored.document), "The whole text") }
        }
    }

    private func formulas(_ out: inout Markup, _ formulas: Comparison.Formulas) {
        out.element("section") { out in
            out.heading(2, "Standing formulas of \(site.names.party(formulas.party))")
            guard let last = formulas.last else {
                return out.nothing("No earlier readout of an encounter with \(site.names.party(formulas.other)).")
            }
            out.element("p", ["class": "quiet"]) { out in
                out.text("Since ")
                out.link(
                    site.links.report(last.text.document),
                    "its readout of \(last.date.map(Phrases.date) ?? "an unknown day")")
            }
            list(&out, "New", formulas.new, level: 3)
            list(&out, "Gone", formulas.gone, level: 3)
            list(&out, "Kept", formulas.kept, level: 3)
        }
    }

    private func list(_ out: inout Markup, _ title: String, _ texts: [String], level: Int = 2) {
        out.heading(level, title)
        guard !texts.isEmpty else { return out.nothing("Nothing.") }
        out.element("ul", ["class": "quotations"]) { out in
            for text in texts.prefix(Self.most) { out.element("li") { $0.element("blockquote", text) } }
        }
        if texts.count > Self.most { out.paragraph("and \(texts.count - Self.most) more", class: "quiet") }
    }

    func json(_ site: Site) -> any JSONWritable {
        JSONObject { out in
            out.put("encounter", view.encounter.id)
            out.put(
                "formulas",
                comparison.formulas.map { formulas in
                    JSONObject { out in
                        out.put("gone", formulas.gone)
                        out.put("kept", formulas.kept)
                        out.put("last", formulas.last?.text.document)
                        out.put("new", formulas.new)
                        out.put("party", formulas.party)
                    }
                })
            out.put("schema", "rapporteur.comparison/1")
            out.put(
                "voices",
                comparison.voices.map { voice in
                    JSONObject { out in
                        out.put("documents", voice.texts.map(\.document))
                        out.put(
                            "fields",
                            JSONObject { out in
                                out.put("date", voice.values(.date))
                                out.put("issues", voice.values(.issues))
                                out.put("kind", voice.values(.kind))
                                out.put("outcome", voice.values(.outcome))
                                out.put("participants", voice.values(.participants))
                                out.put("place", voice.values(.place))
                                out.put("status", voice.values(.status))
                            })
                        out.put("party", voice.party)
                    }
                })
        }
    }
}
