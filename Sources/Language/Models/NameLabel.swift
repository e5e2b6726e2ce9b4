/// Kinds of names, and the labels of the words in them: `B-` the first word of a name, `I-` the others (Ramshaw and Marcus,
/// "Text Chunking using Transformation-Based Learning", 1995; the variant IOB2).
public enum NameKind: String, CaseIterable, Sendable {
    case person = "PER"
    case organisation = "ORG"
    case place = "LOC"
}

/// Labels of words by number: 0 unknown, 1 outside, then two for each kind.
package enum NameLabel {
    package static let outside: UInt8 = 1
    package static let count = 7

    /// The number of a label; 0 for what is none.
    package static func number(_ label: String) -> UInt8 {
        if label == "O" { return outside }
        guard label.count > 2, let kind = NameKind(rawValue: String(label.dropFirst(2))),
            let index = NameKind.allCases.firstIndex(of: kind)
        else { return 0 }
        switch label.prefix(2) {
        case "B-": return UInt8(2 + index * 2)
        case "I-": return UInt8(3 + index * 2)
        default: return 0
        }
    }

    /// The label of a number; `nil` for what is in no name.
    package static func label(_ number: UInt8) -> String? {
        guard number >= 2, number < 8, let kind = kind(number) else { return nil }
        return (number & 1 == 0 ? "B-" : "I-") + kind.rawValue
    }

    package static func kind(_ number: UInt8) -> NameKind? {
        number >= 2 && number < 8 ? NameKind.allCases[Int(number - 2) / 2] : nil
    }
}
