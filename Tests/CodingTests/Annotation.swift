import Diplomacy
import Language

@testable import Coding
@testable import Lexicon

/// A sentence marked with what the rules find in it:
///
///     [RUS:Sergei Lavrov] met<verb.meet.active> with [TUR:the Turkish Foreign Minister].
///
/// Square brackets hold an actor's whole phrase after its party (several, where one phrase names several; `pair`, `he` or
/// `she` where it points back); angle brackets follow a trigger with the rule that read it, its status where that is not
/// `held`, `background`, and the party that received (`host=RUS`). A test codes the bare sentence, marks it anew and
/// compares, so that nothing is found beyond the marks either.
enum Annotation {
    /// The sentence without its marks.
    static func bare(_ marked: String) -> String {
        var result = ""
        var isLabel = false
        var pending = ""
        for character in marked {
            switch character {
            case "[": isLabel = true
            case "<": isLabel = true
            case ">":
                isLabel = false
                pending = ""
            case "]": break
            case ":" where isLabel:
                isLabel = false
                pending = ""
            default: if isLabel { pending.append(character) } else { result.append(character) }
            }
        }
        return result + pending
    }

    /// A sentence with the marks of what the coder finds.
    static func mark(_ sentence: String, published: String = "2026-03-12") -> String {
        let text = Text(sentence)
        let lexicon = Embedded.lexicon
        let trees = TreeReader(TreeTables(Embedded.language))
        let scan = Scan(text, lexicon: lexicon, trees: trees)
        let classes = CueClasses(lexicon)
        var cast = Cast(lexicon: lexicon, day: Day(iso: published) ?? Day(number: 0), houseParty: nil)
        var marks: [Mark] = []
        for (i, range) in text.sentences.map(\.tokens).enumerated() {
            let cues = scan.cues(in: range, classes: classes)
            let view = SentenceView(i, text: text, scan: scan, names: scan.names(in: range), cues: cues)
            for sighting in ClauseReader(view: view).sightings() {
                let parties = sighting.actors.map { label($0, &cast, lexicon) }
                for (actor, party) in zip(sighting.actors, parties) { note(actor, party, text, &marks) }
                guard let end = text.byteRange(sighting.trigger)?.upperBound else { continue }
                var words = [sighting.rule]
                if sighting.status != .held { words.append(sighting.status.rawValue) }
                if sighting.isMention {
                    words.append("mention")
                } else if sighting.isBackground {
                    words.append("background")
                }
                if let host = sighting.host, parties.indices.contains(host) { words.append("host=" + parties[host]) }
                marks.append(Mark(at: end, isEnd: false, text: "<" + words.joined(separator: " ") + ">"))
            }
        }
        return insert(marks, into: sentence)
    }

    private struct Mark {
        var at: Int
        var isEnd: Bool
        var text: String
        var label = ""
    }

    private static func label(_ actor: Actor, _ cast: inout Cast, _ lexicon: Lexicon) -> String {
        switch actor.kind {
        case .pair: return "pair"
        case .pronoun: return actor.isFemale == true ? "she" : "he"
        default:
            let figure = cast.resolve(actor)
            return figure?.party.map { lexicon.partyCode($0) } ?? "?"
        }
    }

    /// Marks an actor's phrase; several actors of one phrase share its mark.
    private static func note(_ actor: Actor, _ party: String, _ text: Text, _ marks: inout [Mark]) {
        guard let span = text.byteRange(actor.tokens) else { return }
        if let i = marks.firstIndex(where: { $0.at == span.lowerBound && !$0.label.isEmpty }) {
            guard !marks[i].label.split(separator: "+").contains(Substring(party)) else { return }
            marks[i].label += "+" + party
            marks[i].text = "[" + marks[i].label + ":"
        } else {
            marks.append(Mark(at: span.lowerBound, isEnd: false, text: "[" + party + ":", label: party))
            marks.append(Mark(at: span.upperBound, isEnd: true, text: "]"))
        }
    }

    private static func insert(_ marks: [Mark], into sentence: String) -> String {
        var bytes = Array(sentence.utf8)
        let order = marks.enumerated().sorted {
            ($0.element.at, $0.element.isEnd ? 0 : 1, $0.offset) < ($1.element.at, $1.element.isEnd ? 0 : 1, $1.offset)
        }
        for (_, mark) in order.reversed() { bytes.insert(contentsOf: Array(mark.text.utf8), at: mark.at) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
