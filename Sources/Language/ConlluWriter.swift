/// Writes parsed sentences as CoNLL-U, with names in the last column (`NE=B-PER`).
public struct ConlluWriter: Sendable {
    let model: LanguageModel

    public init(_ model: LanguageModel) { self.model = model }

    /// A sentence of a text: its number, the words as written, tokens of several words as ranges.
    public func write(
        _ parsed: [ParsedWord], words: [Word], of text: Text, number: Int, comments: [String] = [],
        to out: inout String
    ) {
        guard let first = words.first, let last = words.last else { return }
        for comment in comments { out += comment + "\n" }
        let written = text.string(bytes: Int(first.start)..<Int(last.end))
        out +=
            "# sent_id = \(number)\n# text = \(written.split(whereSeparator: \.isWhitespace).joined(separator: " "))\n"
        var i = 0
        while i < words.count {
            var end = i + 1
            while end < words.count, words[end].isJoined { end += 1 }
            let byte = Int(words[end - 1].end)
            let isTight = end < words.count && words[end].start == words[end - 1].end
            let misc = isTight ? ["SpaceAfter=No"] : []
            if end > i + 1 {
                let token = text.string(bytes: Int(words[i].start)..<byte)
                out += "\(i + 1)-\(end)\t\(token)\t_\t_\t_\t_\t_\t_\t_\t\(misc.first ?? "_")\n"
            }
            for k in i..<end {
                line(k + 1, text.string(bytes: words[k].bytes), parsed[k], misc: end > i + 1 ? [] : misc, to: &out)
            }
            i = end
        }
        out += "\n"
    }

    /// A sentence whose words were given: comments and ranges stay, every other column is ours.
    public func write(_ parsed: [ParsedWord], given: ConlluSentence, to out: inout String) {
        for comment in given.comments { out += comment + "\n" }
        var i = 0
        for entry in given.lines {
            if entry.isWord {
                let misc = entry.misc("SpaceAfter").map { ["SpaceAfter=\($0)"] } ?? []
                line(i + 1, entry.form, parsed[i], misc: misc, to: &out)
                i += 1
            } else if entry.id.contains("-") {
                out += "\(entry.id)\t\(entry.form)\t_\t_\t_\t_\t_\t_\t_\t\(entry.columns[9])\n"
            }
        }
        out += "\n"
    }

    private func line(_ id: Int, _ form: String, _ word: ParsedWord, misc: [String], to out: inout String) {
        let misc = ((word.nameLabel.map { ["NE=" + $0] } ?? []) + misc).joined(separator: "|")
        out += "\(id)\t\(form)\t\(model.lemma(of: form, tag: word.tag))\t\(model.universalTag(word.tag))\t"
        out += "\(model.pennTag(word.tag))\t\(model.features(of: form, tag: word.tag))\t\(word.head)\t"
        out += "\(model.label(word.label))\t_\t\(misc.isEmpty ? "_" : misc)\n"
    }
}
