public import Diplomacy

/// An event that an example of a frame must give: `SANCTION CAN > BLR negated planned`.
public struct ExpectedEvent: Sendable, Equatable, CustomStringConvertible {
    /// Who is expected to act, or to be acted upon.
    public enum Who: Sendable, Equatable {
        /// Nobody that the text names.
        case nobody
        case party(String)
        /// A word of the actor's wording.
        case wording(String)

        public func fits(_ actor: EventActor?) -> Bool {
            switch self {
            case .nobody: true
            case .party(let code): actor?.party == code || actor?.authority == code
            case .wording(let word): actor?.text.lowercased().contains(word.lowercased()) ?? false
            }
        }
    }

    public var type: EventType
    public var source: Who
    public var target: Who
    public var polarity = Polarity.affirmed
    public var modality = Modality.actual

    /// Events written one after another with semicolons between; empty for `none`; `nil` where one is not well written.
    public static func list(_ text: String) -> [ExpectedEvent]? {
        if text.trimmed == "none" { return [] }
        var found: [ExpectedEvent] = []
        for part in text.split(separator: ";") {
            guard let event = ExpectedEvent(String(part)) else { return nil }
            found.append(event)
        }
        return found
    }

    private init?(_ text: String) {
        let words = Self.words(text)
        guard words.count >= 4, words[2] == ">", let type = EventType(rawValue: words[0]) else { return nil }
        self.type = type
        source = Self.who(words[1])
        target = Self.who(words[3])
        for word in words.dropFirst(4) {
            if word == Polarity.negated.rawValue {
                polarity = .negated
            } else if let modality = Modality(rawValue: word) {
                self.modality = modality
            } else {
                return nil
            }
        }
    }

    private static func who(_ word: String) -> Who {
        if word == "-" { return .nobody }
        return word.hasPrefix("\"") ? .wording(word.filter { $0 != "\"" }) : .party(word)
    }

    /// Words between spaces; what stands in quotation marks is one.
    private static func words(_ text: String) -> [String] {
        var found: [String] = []
        var word = ""
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character == " ", !isQuoted {
                if !word.isEmpty { found.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        return word.isEmpty ? found : found + [word]
    }

    /// Whether an event is this one.
    public func fits(_ event: Event) -> Bool {
        event.type == type && event.polarity == polarity && event.modality == modality && source.fits(event.source)
            && target.fits(event.target)
    }

    public var description: String {
        func name(_ who: Who) -> String {
            switch who {
            case .nobody: "-"
            case .party(let code): code
            case .wording(let word): "\"\(word)\""
            }
        }
        return "\(type.rawValue) \(name(source)) > \(name(target))"
            + (polarity == .negated ? " negated" : "") + (modality == .actual ? "" : " \(modality.rawValue)")
    }
}

extension String {
    fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
