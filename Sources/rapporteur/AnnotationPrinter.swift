package import Contract
import Exchange
import Register
import Wording

/// A desk's own notes and tags for a person to read.
struct AnnotationPrinter {
    let width: Int

    /// "Notes (private)", the tags, and each note with its author and time; nothing where nothing is written.
    func section(_ annotations: Annotations) -> [Line] {
        guard !annotations.isEmpty else { return [] }
        var lines = block([Piece("Notes (private)", .strong)], first: [], indent: 0)
        if !annotations.tags.isEmpty {
            lines += block(
                [Piece(annotations.tags.joined(separator: ", "))],
                first: [Piece("  · ", .quiet), Piece("tags: ", .quiet)],
                indent: 4)
        }
        return lines + annotations.notes.flatMap { self.lines($0) }
    }

    /// One note: its number, author and time, and below them its text, line by line.
    ///
    /// - Parameter isNamed: whether the encounter's id is told too.
    func lines(_ note: EncounterNote, isNamed: Bool = false) -> [Line] {
        let about = [Piece("\(note.id) ", .strong), Piece("\(note.author), \(Phrases.moment(note.time))", .quiet)]
        var place: [Piece] = []
        if isNamed { place.append(Piece(" · \(note.encounter)", .quiet)) }
        if note.isGone { place.append(Piece(" (gone)", .bad)) }
        let text = note.text.split(separator: "\n").flatMap { line in
            block([Piece(line.replacing("\t", with: " "))], first: [], indent: 4)
        }
        return block(about + place, first: [Piece("  · ", .quiet)], indent: 4) + text
    }

    private func block(_ pieces: [Piece], first: [Piece], indent: Int) -> [Line] {
        Wrapper.block(pieces, first: first, indent: indent, width: width)
    }
}

/// An encounter for the desk's own programs: as everybody may have it, with what the desk has written on it under `private`.
struct AnnotatedView: JSONWritable {
    var view: EncounterView
    var annotations: Annotations

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("private", annotations)
            $0.put("view", view)
        }
    }
}

extension Annotations: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("notes", notes)
            $0.put("tags", tags)
        }
    }
}

extension EncounterNote: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("author", author)
            $0.put("id", Int(id))
            $0.put("text", text)
            $0.put("time", time)
        }
    }
}
