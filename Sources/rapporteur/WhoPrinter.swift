import Coding
import Diplomacy
import Lexicon
import Wording

/// Candidates for a person to read.
struct WhoPrinter {
    let lexicon: Lexicon
    let day: Day
    let width: Int
    let color: Bool

    func text(_ candidates: [Candidate], phrase: String) -> String {
        guard !candidates.isEmpty else {
            let words = "Nobody that the lexicon knows: \(phrase). `rapporteur lexicon --help` says how to add one."
            return Wrapper.lines([Piece(words)], width: width).map { $0.rendered(color: color) + "\n" }.joined()
        }
        return candidates.enumerated().flatMap { i, candidate in (i > 0 ? [[]] : []) + lines(candidate) }
            .map { $0.rendered(color: color) + "\n" }.joined()
    }

    private func lines(_ candidate: Candidate) -> [Line] {
        let name =
            candidate.person ?? candidate.body ?? candidate.place ?? partyName(candidate.group ?? candidate.party)
        var head: [Piece] = [Piece("● ", .good), Piece(name, .strong)]
        var tags: [String] = []
        for code in [candidate.party, candidate.group].compactMap({ $0 }) {
            let full = partyName(code)
            tags.append(full == name ? code : "\(full) (\(code))")
        }
        if !candidate.sectors.isEmpty { tags.append(candidate.sectors.map(Self.sector).joined(separator: ", ")) }
        if !tags.isEmpty { head += [Piece(" · " + tags.joined(separator: " · "))] }
        head.append(Piece(" · \(candidate.reading), \((candidate.score * 100).rounded().formatted) of 100", .quiet))
        var lines = wrapped(head, indent: 2)
        if candidate.seats.isEmpty, let office = candidate.office {
            lines += wrapped([Piece("  " + office)], indent: 4)
        }
        for seat in candidate.seats {
            lines += wrapped([Piece("  \(seat.title)\(standing(seat)), "), Piece(span(seat.span))], indent: 4)
            lines += wrapped([Piece("  \(row(seat.origin)): \(source(seat))", .quiet)], indent: 4)
        }
        for basis in candidate.basis {
            let source = LexiconStore.source(of: basis.origin, in: lexicon).map { $0.about.isEmpty ? $0.key : $0.about }
            let words = source.map { ": \($0)" } ?? ""
            lines += wrapped([Piece("  \(basis.fact), \(row(basis.origin))\(words)", .quiet)], indent: 4)
        }
        for code in [candidate.group, candidate.party].compactMap({ $0 }) {
            guard let party = lexicon.party(code: code) else { continue }
            if !party.note.isEmpty { lines += wrapped([Piece("  \(code): \(party.note)")], indent: 4) }
            if candidate.reading == "party" { lines += members(party) }
        }
        return lines
    }

    /// The members of an organisation on the day.
    private func members(_ party: Lexicon.Party) -> [Line] {
        let members = lexicon.members(of: party.index, on: day)
        guard !members.isEmpty else { return [] }
        let codes = members.map { lexicon.partyCode($0) }.sorted().joined(separator: " ")
        return wrapped([Piece("  \(members.count) members on \(day.iso): \(codes)")], indent: 4)
    }

    private func wrapped(_ pieces: [Piece], indent: Int) -> [Line] {
        let margin = Piece(String(repeating: " ", count: indent))
        return Wrapper.lines(pieces, width: width - indent).enumerated().map { i, line in
            i == 0 ? leading(pieces) + line : [margin] + line
        }
    }

    /// The spaces that a first piece begins with, which wrapping drops.
    private func leading(_ pieces: [Piece]) -> Line {
        let count = pieces.first?.text.prefix { $0 == " " }.count ?? 0
        return count == 0 ? [] : [Piece(String(repeating: " ", count: count))]
    }

    private func standing(_ seat: Candidate.Seat) -> String {
        seat.standing == .incumbent ? "" : " (\(Phrases.words(seat.standing.rawValue)))"
    }

    private func span(_ span: Lexicon.DateSpan) -> String {
        switch (span.began, span.ended) {
        case (let from?, let to?): "\(from.iso) to \(to.iso)"
        case (let from?, nil): "since \(from.iso)"
        case (nil, let to?): "until \(to.iso)"
        case (nil, nil): "at all times"
        }
    }

    private func row(_ origin: Lexicon.Origin) -> String { "\(origin.table):\(origin.line)" }

    private func source(_ seat: Candidate.Seat) -> String {
        let about = lexicon.source(seat.source, in: seat.origin.table)
        return about.isEmpty ? seat.source : about
    }

    private func partyName(_ code: String?) -> String { code.flatMap { lexicon.party(code: $0)?.name } ?? code ?? "?" }

    private static let sectors: [String: String] = [
        "AGR": "farming", "BUS": "business", "COP": "police", "CRM": "crime", "CVL": "civilians",
        "EDU": "education and research",
        "ELI": "former officials", "GOV": "government", "IGO": "intergovernmental organisation", "JRN": "media",
        "JUD": "courts", "LAB": "labour", "LEG": "parliament", "MED": "medicine", "MIL": "military",
        "NGO": "non-governmental organisation", "OPP": "opposition", "PRE": "partially recognised",
        "PRM": "paramilitaries",
        "PTY": "political party", "REB": "armed opposition", "REF": "refugees", "REL": "religion",
        "SOC": "civil society",
        "SPY": "intelligence", "UAF": "armed men", "BUD": "Buddhists", "CHR": "Christians", "HIN": "Hindus",
        "JEW": "Jews",
        "MUS": "Muslims",
    ]

    private static func sector(_ code: String) -> String { sectors[code].map { "\($0) (\(code))" } ?? code }
}

extension Double {
    /// A whole number without its decimals.
    fileprivate var formatted: String { String(Int(self)) }
}
