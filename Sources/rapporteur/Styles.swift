import Wording

extension Style {
    /// Parameters of the terminal's SGR sequence (ECMA-48).
    var codes: String {
        switch self {
        case .plain: ""
        case .strong: "1"
        case .quiet: "2"
        case .evidence: "1;4"
        case .good: "1;32"
        case .pending: "1;33"
        case .bad: "1;31"
        }
    }
}

/// One printed line.
typealias Line = [Piece]

extension Line {
    /// The line with its colours, or bare.
    func rendered(color: Bool) -> String {
        reduce(into: "") { out, piece in
            let codes = piece.style.codes
            out += color && !codes.isEmpty ? "\u{1B}[\(codes)m\(piece.text)\u{1B}[0m" : piece.text
        }
    }

    var columns: Int { reduce(0) { $0 + Columns.width(of: $1.text) } }
}

/// Breaks styled text into lines.
struct Wrapper {
    private struct Atom {
        var character: Character
        var width: Int
        var style: Style
    }

    /// Columns of a line.
    let width: Int
    private var lines: [[Atom]] = []
    private var line: [Atom] = []
    private var used = 0

    private init(width: Int) { self.width = max(1, width) }

    /// The pieces in lines of at most `width` columns: broken at spaces, between wide characters, and within a word
    /// only where it is longer than a line.
    static func lines(_ pieces: [Piece], width: Int) -> [Line] {
        var wrapper = Wrapper(width: width)
        var word: [Atom] = []
        for piece in pieces {
            for character in piece.text {
                let atom = Atom(character: character, width: Columns.width(of: character), style: piece.style)
                if character == " " {
                    wrapper.put(word)
                    word = []
                    wrapper.putSpace(atom)
                } else {
                    if atom.width == 2 {
                        wrapper.put(word)
                        word = []
                    }
                    word.append(atom)
                }
            }
        }
        wrapper.put(word)
        wrapper.endLine()
        return wrapper.lines.map { Self.pieces($0) }
    }

    /// Pieces wrapped under a first line that begins otherwise ("  When      ").
    static func block(_ pieces: [Piece], first: [Piece] = [], indent: Int, width: Int) -> [Line] {
        let margin = Piece(String(repeating: " ", count: indent))
        return lines(pieces, width: width - indent).enumerated().map { i, line in
            (i == 0 && !first.isEmpty ? first : indent > 0 ? [margin] : []) + line
        }
    }

    private mutating func put(_ word: [Atom]) {
        let columns = word.reduce(0) { $0 + $1.width }
        if used + columns > width, !line.isEmpty { endLine() }
        for atom in word {
            if used + atom.width > width { endLine() }
            line.append(atom)
            used += atom.width
        }
    }

    /// A space at a line's beginning, or after another, is dropped.
    private mutating func putSpace(_ atom: Atom) {
        guard let last = line.last, last.character != " ", used < width else { return }
        line.append(atom)
        used += 1
    }

    private mutating func endLine() {
        while line.last?.character == " " { line.removeLast() }
        if !line.isEmpty { lines.append(line) }
        line = []
        used = 0
    }

    private static func pieces(_ atoms: [Atom]) -> Line {
        var out: Line = []
        var text = ""
        for (i, atom) in atoms.enumerated() {
            text.append(atom.character)
            if i + 1 == atoms.count || atoms[i + 1].style != atom.style {
                out.append(Piece(text, atom.style))
                text = ""
            }
        }
        return out
    }
}
