import Contract
import Diplomacy
package import Register

extension Citation {
    /// A report, by its present text.
    package init(_ report: ExportedReport) {
        let title = report.versions.last?.title?.oneLine ?? ""
        self.init(
            kind: .report, key: report.document, title: title.isEmpty ? report.document : title,
            container: report.source?.name, issued: report.versions.last?.published.flatMap { Day(iso: $0) },
            url: report.url, language: report.language)
    }
}

/// Reports as a bibliography: BibTeX, RIS or CSL JSON. Texts are left out, encounters too.
///
/// The export itself is the first item, a data set with the note as its abstract, so that who writes with the bibliography can cite it
/// and no program meets a line that it does not know. BibTeX has the note in a `@comment` as well.
package struct BibliographyWriter: ExportWriter {
    package enum Style: Sendable { case bibtex, ris, csl }

    private let style: Style
    private let note: ExportNote

    package init(_ style: Style, _ note: ExportNote) {
        self.style = style
        self.note = note
    }

    package mutating func head() -> [UInt8] {
        switch style {
        case .bibtex: Array("@comment{\(comment)}\n\n\(note.citation.bibtex())\n".utf8)
        case .ris: Array((note.citation.ris() + "\r\n").utf8)
        case .csl: [UInt8(ascii: "[")] + json(note.citation)
        }
    }

    package mutating func report(_ item: ExportedReport) -> [UInt8] {
        let citation = Citation(item)
        return switch style {
        case .bibtex: Array((citation.bibtex() + "\n").utf8)
        case .ris: Array((citation.ris() + "\r\n").utf8)
        case .csl: Array(",\n".utf8) + json(citation)
        }
    }

    package mutating func tail() -> [UInt8] { style == .csl ? Array("]\n".utf8) : [] }

    /// The note without what ends a comment (braces) or may begin an entry in it ("@").
    private var comment: String {
        String(
            String.UnicodeScalarView(
                note.text.unicodeScalars.map {
                    switch $0 {
                    case "{": "("
                    case "}": ")"
                    case "@": " "
                    default: $0
                    }
                }))
    }

    private func json(_ citation: Citation) -> [UInt8] {
        var out = JSONOutput()
        citation.write(to: &out)
        return out.bytes
    }
}
