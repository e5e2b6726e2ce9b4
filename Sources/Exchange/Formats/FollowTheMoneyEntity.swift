import Contract
import Diplomacy

/// An entity of FollowTheMoney as it is written: properties of one or more values, all of them text.
struct FollowTheMoneyEntity: JSONWritable {
    /// The most characters of a value, by its type, that the model takes (followthemoney 4.11, `max_length`).
    enum Most: Int {
        case string = 1024
        case name = 384
        case text = 65_000
        case url = 4096
        case address = 250
        case id = 200
    }

    let id: String
    let schema: String
    private var properties: [String: [String]] = [:]

    init(_ id: String, _ schema: String) {
        self.id = id
        self.schema = schema
    }

    /// Adds a value where there is one that is not there. One that is too long is cut and ends with "…".
    mutating func add(_ property: String, _ value: String?, most: Most = .string) {
        guard var value = value.map(Self.clean), !value.isEmpty else { return }
        if value.unicodeScalars.count > most.rawValue {
            value = String(String.UnicodeScalarView(value.unicodeScalars.prefix(most.rawValue - 1))) + "…"
        }
        if properties[property]?.contains(value) != true { properties[property, default: []].append(value) }
    }

    /// Text as the model cleans it, on one line: spaces of all kinds are one space, and marks that are not seen are dropped, but for
    /// those of direction.
    private static func clean(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{AD}", "\u{61C}", "\u{200B}"..."\u{200F}", "\u{2060}"..."\u{2064}", "\u{FEFF}": break
            default: out.append(scalar.properties.generalCategory == .spaceSeparator ? " " : scalar)
            }
        }
        return String(out).oneLine
    }

    /// A day or a month or a year as `date`, all else as `startDate` and `endDate`; a date of which nothing is told not at all.
    mutating func add(_ date: PartialDate?) {
        guard let date, date.precision != .unknown else { return }
        let (first, last) = (date.text(date.start), date.text(date.end))
        if first == last {
            add("date", first)
        } else {
            add("startDate", first)
            add("endDate", last)
        }
    }

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("id", id)
            $0.put("properties", Properties(values: properties))
            $0.put("schema", schema)
        }
    }

    private struct Properties: JSONWritable {
        var values: [String: [String]]

        func write(to out: inout JSONOutput) {
            out.object {
                for (name, values) in values.sorted(by: { $0.key < $1.key }) { $0.keyed(name, List(values: values)) }
            }
        }
    }

    private struct List: JSONWritable {
        var values: [String]

        func write(to out: inout JSONOutput) { out.array(values) }
    }

    /// The line of the entity, with its end.
    var line: [UInt8] {
        var out = JSONOutput()
        write(to: &out)
        return out.bytes + [0x0A]
    }

    /// The three letters of ISO 639-3 for a language's code; `nil` for one that is not listed.
    static func language(_ code: String) -> String? {
        let code = code.lowercased().prefix { $0 != "-" && $0 != "_" }
        if code.utf8.count == 3, code.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) { return String(code) }
        return threeLetters[String(code)]
    }

    private static let threeLetters = [
        "ar": "ara", "az": "aze", "be": "bel", "bg": "bul", "cs": "ces", "da": "dan", "de": "deu", "el": "ell",
        "en": "eng", "es": "spa", "et": "est", "fa": "fas", "fi": "fin", "fr": "fra", "he": "heb", "hi": "hin",
        "hr": "hrv", "hu": "hun", "hy": "hye", "id": "ind", "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz",
        "ko": "kor", "lt": "lit", "lv": "lav", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron",
        "ru": "rus", "sk": "slk", "sl": "slv", "sq": "sqi", "sr": "srp", "sv": "swe", "sw": "swa", "th": "tha",
        "tr": "tur", "uk": "ukr", "ur": "urd", "uz": "uzb", "vi": "vie", "zh": "zho",
    ]
}
