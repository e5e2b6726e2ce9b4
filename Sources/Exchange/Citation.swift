package import Contract
package import Diplomacy

/// What a bibliography says of a report or of an encounter, and its writers: BibTeX, RIS and CSL JSON.
///
/// In all three every value stands on one line (a run of line breaks, control characters and spaces is one space), what
/// is absent or empty is left out, and an item has the same key.
package struct Citation: Sendable {
    package enum Kind: String, Sendable {
        case report, encounter
        /// An export as a whole.
        case dataset
    }

    package var kind: Kind
    /// The id that the cite key is made of: any text.
    package var key: String
    package var title: String
    /// The name of the publisher.
    package var container: String?
    /// Names of institutions, as they are told: never taken apart into given and family name.
    package var authors: [String]
    package var issued: Day?
    package var accessed: Day?
    package var url: String?
    /// An ISO 639 code ("en").
    package var language: String?
    package var abstract: String?

    package init(
        kind: Kind, key: String, title: String, container: String? = nil, authors: [String] = [], issued: Day? = nil,
        accessed: Day? = nil, url: String? = nil, language: String? = nil, abstract: String? = nil
    ) {
        self.kind = kind
        self.key = key
        self.title = title
        self.container = container
        self.authors = authors
        self.issued = issued
        self.accessed = accessed
        self.url = url
        self.language = language
        self.abstract = abstract
    }

    /// The key to cite by: ASCII letters, digits, "-", "_" and ".", at most 66 of them, and never none.
    ///
    /// An id of no more than 64 such characters is its own key. Any other keeps what it can and ends with its FNV-1a
    /// hash, so that two ids hardly ever share a key.
    package var citeKey: String {
        let parts = key.utf8.split { !Self.isSafe($0) }.map { String(decoding: $0, as: UTF8.self) }
        if parts == [key], key.utf8.count <= 64 { return key }
        let hash = ExportKey.fnv(key)
        let start = parts.isEmpty ? kind.rawValue : String(parts.joined(separator: "-").prefix(49))
        return start + "-" + String(hash, radix: 16)
    }

    private static func isSafe(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private var names: [String] { authors.map(\.oneLine).filter { !$0.isEmpty } }
}

// MARK: BibTeX

extension Citation {
    /// An entry that BibTeX and BibLaTeX read: `@misc` for an encounter or an export, `@article` for a report of a named publisher,
    /// `@online` for one that only has an address.
    ///
    /// `year` stands beside BibLaTeX's `date` because BibTeX knows no other. Ends with a line feed.
    package func bibtex() -> String {
        let publisher = container?.oneLine ?? ""
        let link = url?.bareLink ?? ""
        let type =
            switch (kind, hasPublisher: !publisher.isEmpty, hasLink: !link.isEmpty) {
            case (.report, hasPublisher: true, _): "article"
            case (.report, _, hasLink: true): "online"
            default: "misc"
            }
        let fields: [(name: String, value: String)] = [
            ("author", names.map { "{\(Self.tex($0))}" }.joined(separator: " and ")),
            ("title", title.oneLine.isEmpty ? "" : "{\(Self.tex(title.oneLine))}"),
            (kind == .report ? "journal" : "howpublished", Self.tex(publisher)),
            ("date", issued?.iso ?? ""),
            ("year", issued.map { String($0.civil.year) } ?? ""),
            ("url", link),
            ("urldate", accessed?.iso ?? ""),
            ("language", Self.tex(language?.oneLine ?? "")),
            ("abstract", Self.tex(abstract?.oneLine ?? "")),
        ]
        let lines = fields.filter { !$0.value.isEmpty }.map { "  \($0.name) = {\($0.value)},\n" }
        return "@\(type){\(citeKey),\n" + lines.joined() + "}\n"
    }

    /// Text as TeX sets it.
    ///
    /// BibTeX counts a brace whether or not a backslash stands before it, so braces are written as words. A group that
    /// begins with a backslash is one accented letter to it, whose case it may change: an empty group is put before.
    private static func tex(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out.append(contentsOf: "\\textbackslash{}".unicodeScalars)
            case "{": out.append(contentsOf: "\\textbraceleft{}".unicodeScalars)
            case "}": out.append(contentsOf: "\\textbraceright{}".unicodeScalars)
            case "^": out.append(contentsOf: "\\textasciicircum{}".unicodeScalars)
            case "~": out.append(contentsOf: "\\textasciitilde{}".unicodeScalars)
            case "%", "$", "&", "#", "_": out.append(contentsOf: ["\\", scalar])
            default: out.append(scalar)
            }
        }
        return (out.first == "\\" ? "{}" : "") + String(out)
    }
}

// MARK: RIS

extension Citation {
    /// A record of the RIS format: lines of a tag and a value that end with CR LF, from `TY` to `ER`.
    ///
    /// RIS has no sign for a name that is not to be taken apart: where an author's name has a comma, what reads it may
    /// do so.
    package func ris() -> String {
        var lines = [("TY", risType), ("ID", citeKey), ("TI", title.oneLine)]
        lines += names.map { ("AU", $0) }
        lines += [
            (kind == .report ? "T2" : "PB", container?.oneLine ?? ""),
            ("PY", issued.map { String($0.iso.prefix { $0 != "-" }) } ?? ""),
            ("DA", issued.map(Self.slashed) ?? ""),
            ("Y2", accessed.map(Self.slashed) ?? ""),
            ("UR", url?.bareLink ?? ""),
            ("LA", language?.oneLine ?? ""),
            ("N1", abstract?.oneLine ?? ""),
        ]
        return lines.filter { !$0.1.isEmpty }.map { "\($0.0)  - \($0.1)\r\n" }.joined() + "ER  - \r\n"
    }

    private var risType: String {
        switch kind {
        case .report: "NEWS"
        case .encounter: "GEN"
        case .dataset: "DATA"
        }
    }

    /// `YYYY/MM/DD/`: what follows the last slash would be words such as a season.
    private static func slashed(_ day: Day) -> String { day.iso.split(separator: "-").joined(separator: "/") + "/" }
}

// MARK: CSL JSON

extension Citation: JSONWritable {
    /// One item of CSL JSON 1.0.2. Its id is the cite key.
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("URL", url?.bareLink.nonEmpty)
            $0.put("abstract", abstract?.oneLine.nonEmpty)
            $0.put("accessed", accessed.map(DateParts.init))
            $0.put("author", names.isEmpty ? nil : names.map(Name.init))
            $0.put("container-title", container?.oneLine.nonEmpty)
            $0.put("id", citeKey)
            $0.put("issued", issued.map(DateParts.init))
            $0.put("language", language?.oneLine.nonEmpty)
            $0.put("title", title.oneLine.nonEmpty)
            $0.put("type", cslType)
        }
    }

    private var cslType: String {
        switch kind {
        case .report: "article-newspaper"
        case .encounter: "event"
        case .dataset: "dataset"
        }
    }

    /// A JSON array of this one item.
    package func cslJSON() -> [UInt8] {
        var out = JSONOutput()
        out.array([self])
        return out.bytes
    }

    private struct Name: JSONWritable {
        var literal: String

        func write(to out: inout JSONOutput) { out.object { $0.put("literal", literal) } }
    }

    /// `{"date-parts":[[2026,2,1]]}`
    private struct DateParts: JSONWritable {
        struct Parts: JSONWritable {
            var day: Day

            func write(to out: inout JSONOutput) { out.array([day.civil.year, day.civil.month, day.civil.day]) }
        }

        var day: Day

        func write(to out: inout JSONOutput) { out.object { $0.put("date-parts", [Parts(day: day)]) } }
    }
}

extension String {
    /// The text on one line: each run of control characters, line and paragraph separators and spaces is one space,
    /// none at the ends. Marks of direction stay.
    var oneLine: String {
        unicodeScalars.split { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            default: scalar == " "
            }
        }.map { String($0) }.joined(separator: " ")
    }

    /// An address that ends neither its line nor its braces: what no URI may have (RFC 3986, section 2) is
    /// percent-encoded. Other scripts stay.
    var bareLink: String {
        var out = ""
        for scalar in oneLine.unicodeScalars {
            switch scalar {
            case " ", "\"", "<", ">", "\\", "^", "`", "{", "|", "}":
                out += "%" + String(scalar.value, radix: 16, uppercase: true)
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
