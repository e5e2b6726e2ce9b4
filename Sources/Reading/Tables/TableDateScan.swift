import Diplomacy

/// Reads the numbers and months of a cell as one date or as the two ends of a range. Linear.
struct TableDateScan {
    private enum Token: Equatable {
        /// A number and how many digits it is written with.
        case number(Int, Int)
        case month(Int)
        case dot, slash, dash
        /// "to", "bis", "until", "–": from one date to another.
        case range
        /// `年`, `月`, `日` and their like.
        case year, monthMark, day
        case other
    }

    /// One end of a range as it is written: parts may be missing.
    private struct Part {
        var year: Int?
        var month: Int?
        var day: Int?
    }

    private var tokens: [Token] = []

    /// Bytes of a cell that a date may have.
    private static let longest = 100
    private static let joining: Set<String> = [
        "to", "until", "till", "through", "bis", "au", "al", "a", "à", "hasta", "по", "до", "至", "到",
    ]
    /// Words that stand with dates and say nothing; days of the week.
    private static let silent: Set<String> = [
        "of", "de", "del", "the", "den", "der", "am", "vom", "von", "du", "le", "el", "on", "from", "г", "года", "st",
        "nd", "rd",
        "th", "er", "с", "从", "自",
    ]

    init(_ text: String) {
        guard text.utf8.count <= Self.longest else { return }
        var word = ""
        var digits = ""
        func number(_ digits: String) -> Token { Int(digits).map { .number($0, digits.utf8.count) } ?? .other }
        for scalar in text.unicodeScalars {
            let isDigit = (0x30...0x39).contains(scalar.value)
            let isMark = ["年", "月", "日", "号", "至", "到", "从", "自"].contains(scalar)
            let isLetter =
                scalar.properties.isAlphabetic && !isMark || scalar.properties.canonicalCombiningClass != .notReordered
            if !isDigit, !digits.isEmpty {
                tokens.append(number(digits))
                digits = ""
            }
            if !isLetter, !word.isEmpty {
                add(word)
                word = ""
            }
            if isDigit {
                digits.unicodeScalars.append(scalar)
            } else if isLetter {
                word.unicodeScalars.append(scalar)
            } else {
                add(scalar)
            }
        }
        if !digits.isEmpty { tokens.append(number(digits)) }
        if !word.isEmpty { add(word) }
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        switch scalar {
        case ".": tokens.append(.dot)
        case "/": tokens.append(.slash)
        case "-", "\u{2010}", "\u{2011}": tokens.append(.dash)
        case "–", "—", "~", "〜", "～", "\u{2212}", "至", "到": tokens.append(.range)
        case "年": tokens.append(.year)
        case "月": tokens.append(.monthMark)
        case "日", "号": tokens.append(.day)
        case ",", "(", ")", "从", "自": break
        default: if !scalar.properties.isWhitespace { tokens.append(.other) }
        }
    }

    private mutating func add(_ word: String) {
        let folded = TableWords.folded(word)
        if let month = MonthNames.month(folded) {
            tokens.append(.month(month))
        } else if Self.joining.contains(folded) {
            tokens.append(.range)
        } else if !Self.silent.contains(folded), !TimeWords.isWeekday(folded) {
            tokens.append(.other)
        }
    }

    // MARK: - Reading

    mutating func date(_ format: TableDate.Format?) throws(TableDate.Fault) -> TableDate {
        guard !tokens.isEmpty, !tokens.contains(.other) else { throw .unreadable }
        let sides = split()
        guard (1...2).contains(sides.count), sides.allSatisfy({ !$0.isEmpty }) else { throw .unreadable }
        var parts: [Part] = []
        for side in sides { parts.append(try part(side, format, isFirst: sides.count == 2 && parts.isEmpty)) }
        guard let last = parts.last, let end = interval(last) else { throw .unreadable }
        guard parts.count == 2 else { return TableDate(end.start, end.end, end.precision) }
        // "12 to 13 February 2026": what the first end leaves out, the second one tells
        var first = parts[0]
        first.year = first.year ?? last.year
        if first.month == nil, first.day != nil { first.month = last.month }
        guard let start = interval(first), start.start <= end.end else { throw .unreadable }
        let precision =
            start.precision == .day && end.precision == .day
            ? .day : max(start.precision, end.precision, by: Self.isFiner)
        return TableDate(start.start, end.end, precision)
    }

    private static func isFiner(_ a: DatePrecision, _ b: DatePrecision) -> Bool {
        let order: [DatePrecision] = [.day, .month, .year]
        return (order.firstIndex(of: a) ?? 0) < (order.firstIndex(of: b) ?? 0)
    }

    private func max(_ a: DatePrecision, _ b: DatePrecision, by isFiner: (DatePrecision, DatePrecision) -> Bool)
        -> DatePrecision
    {
        isFiner(a, b) ? b : a
    }

    /// The two sides of a range. A hyphen or a stroke is one only where it parts what cannot be one date: "1-3 February 2026",
    /// "2026-02-01/2026-02-03", "12.02.-13.02.2026".
    private func split() -> [[Token]] {
        let marks = tokens.indices.filter { tokens[$0] == .range }
        if !marks.isEmpty { return tokens.split(separator: .range, omittingEmptySubsequences: false).map(Array.init) }
        let dashes = tokens.indices.filter { tokens[$0] == .dash }
        let slashes = tokens.indices.filter { tokens[$0] == .slash }
        let hasMonth = tokens.contains { if case .month = $0 { true } else { false } }
        let at: Int?
        if slashes.count == 1, dashes.count >= 2 {
            at = slashes.first
        } else if dashes.count == 1,
            hasMonth || !slashes.isEmpty || tokens.contains(.dot) || tokens.contains(.monthMark)
        {
            at = dashes.first
        } else if dashes.count == 5 {
            at = dashes[2]
        } else {
            at = nil
        }
        guard let at else { return [tokens] }
        return [Array(tokens[..<at]), Array(tokens[(at + 1)...])]
    }

    private func part(_ side: [Token], _ format: TableDate.Format?, isFirst: Bool) throws(TableDate.Fault) -> Part {
        var numbers: [(value: Int, digits: Int)] = []
        var months: [Int] = []
        for token in side {
            switch token {
            case .number(let value, let digits): numbers.append((value, digits))
            case .month(let month): months.append(month)
            default: break
            }
        }
        if side.contains(.year) || side.contains(.monthMark) { return try marked(side) }
        if let month = months.first {
            guard months.count == 1 else { throw .unreadable }
            return try worded(month, numbers, isFirst: isFirst)
        }
        return try numeric(numbers, format, isFirst: isFirst)
    }

    /// "2026年2月1日".
    private func marked(_ side: [Token]) throws(TableDate.Fault) -> Part {
        var part = Part()
        for (i, token) in side.enumerated() {
            guard case .number(let value, _) = token, i + 1 < side.count else { continue }
            switch side[i + 1] {
            case .year: part.year = value
            case .monthMark: part.month = value
            case .day: part.day = value
            default: throw .unreadable
            }
        }
        return part
    }

    private func worded(_ month: Int, _ numbers: [(value: Int, digits: Int)], isFirst: Bool) throws(TableDate.Fault)
        -> Part
    {
        var part = Part(month: month)
        for number in numbers {
            if number.digits == 4, part.year == nil {
                part.year = number.value
            } else if number.digits <= 2, part.day == nil {
                part.day = number.value
            } else if number.digits == 2, part.year == nil {
                part.year = Self.century(number.value)
            } else {
                throw .unreadable
            }
        }
        return part
    }

    private func numeric(
        _ numbers: [(value: Int, digits: Int)], _ format: TableDate.Format?, isFirst: Bool
    ) throws(TableDate.Fault) -> Part {
        func year(_ i: Int) -> Int { numbers[i].digits <= 2 ? Self.century(numbers[i].value) : numbers[i].value }
        switch numbers.count {
        case 1:
            if numbers[0].digits == 4 { return Part(year: numbers[0].value) }
            // "12.-13.02.2026": a day alone, as the first end of a range
            guard isFirst, numbers[0].digits <= 2 else { throw .unreadable }
            return Part(day: numbers[0].value)
        case 2:
            if numbers[0].digits == 4 { return Part(year: numbers[0].value, month: numbers[1].value) }
            if numbers[1].digits == 4 { return Part(year: numbers[1].value, month: numbers[0].value) }
            // "28.02.-01.03.2026"
            guard isFirst else { throw .unreadable }
            switch format {
            case .monthFirst: return Part(month: numbers[0].value, day: numbers[1].value)
            case .dayFirst: return Part(month: numbers[1].value, day: numbers[0].value)
            default: throw .needsFormat
            }
        case 3:
            if numbers[0].digits == 4 {
                return Part(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
            }
            switch format {
            case .dayFirst: return Part(year: year(2), month: numbers[1].value, day: numbers[0].value)
            case .monthFirst: return Part(year: year(2), month: numbers[0].value, day: numbers[1].value)
            case .yearFirst: return Part(year: year(0), month: numbers[1].value, day: numbers[2].value)
            case nil: throw .needsFormat
            case .iso, .worded, .excel: throw .unreadable
            }
        default: throw .unreadable
        }
    }

    /// The year of two digits: 1970 to 2069.
    private static func century(_ value: Int) -> Int {
        value < 70 ? 2_000 + value : value < 100 ? 1_900 + value : value
    }

    private func interval(_ part: Part) -> (start: Day, end: Day, precision: DatePrecision)? {
        guard let year = part.year else { return nil }
        if let month = part.month {
            if let day = part.day { return Day(year: year, month: month, day: day).map { ($0, $0, .day) } }
            guard let first = Day(year: year, month: month, day: 1) else { return nil }
            return (first, first + (Day.length(year: year, month: month) - 1), .month)
        }
        guard part.day == nil, let first = Day(year: year, month: 1, day: 1),
            let last = Day(year: year, month: 12, day: 31)
        else { return nil }
        return (first, last, .year)
    }
}
