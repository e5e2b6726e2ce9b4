package import Analysis
package import Charts
package import Contract
package import Corroboration
package import Diplomacy
package import Register

/// What was expected beside what came: the ledger's forecasts, scored where their day has passed.
package struct LedgerDossier: Sendable {
    package struct Line: Sendable {
        package var entry: LedgerEntry
        /// RFC 3339.
        package var written: String
        /// `nil` before its day has passed.
        package var score: LedgerEntry.Score?
    }

    /// In the order in which they were written.
    package let lines: [Line]
    /// The last day that counts as past.
    package let through: Day

    package var scored: [Line] { lines.filter { $0.score != nil } }
    private var scores: [LedgerEntry.Score] { lines.compactMap(\.score) }

    /// The mean Brier score of those past their day; `nil` where there is none.
    package var brier: Double? {
        scores.isEmpty ? nil : scores.reduce(0) { $0 + $1.brier } / Double(scores.count)
    }

    /// What always saying the share that came would have got, in hindsight.
    package var climatology: Double? {
        guard !scores.isEmpty else { return nil }
        let share = Double(scores.count { $0.count > 0 }) / Double(scores.count)
        return share * (1 - share)
    }

    /// Of those past their day, how often what was given a probability came; `nil` below twenty.
    package var reliabilityFigure: (any Figure)? {
        guard scored.count >= 20 else { return nil }
        let forecasts = scored.map(\.entry.probability)
        guard let table = Reliability(forecasts, scored.map { ($0.score?.count ?? 0) > 0 }) else { return nil }
        return ReliabilityFigure(
            caption: Caption(
                title: "Forecasts of the ledger",
                subtitle: "Probability of a contact as it was written, against how often one came",
                notes: ["n = \(scored.count) forecasts past their day by \(through.iso)"]),
            bins: table.bins)
    }

    package func csv() -> Rows {
        (
            [
                "dyad", "level", "kind", "made", "due", "probability", "expected", "forecaster", "contacts", "came",
                "first", "brier", "log",
            ],
            lines.map { line in
                let entry = line.entry
                return [
                    entry.dyad, entry.selection.level?.rawValue, entry.selection.kind?.rawValue, entry.made.iso,
                    entry.due.iso,
                    "\(entry.probability)", entry.expected.map { "\($0)" },
                    "\(entry.forecaster.rawValue)/\(entry.version)",
                    "\(entry.contacts)", line.score.map { "\($0.count)" }, line.score?.first?.iso,
                    line.score.map { "\($0.brier)" },
                    line.score.flatMap { $0.logarithmic.isFinite ? "\($0.logarithmic)" : nil },
                ]
            }
        )
    }
}

extension WrittenForecast {
    /// - Parameter written: the time of the register's clock.
    package init(_ entry: LedgerEntry, written: String) {
        self.init(
            subject: "dyad:\(entry.dyad)", made: entry.made, due: entry.due, level: entry.selection.level,
            kind: entry.selection.kind, forecaster: "\(entry.forecaster.rawValue)/\(entry.version)",
            probability: entry.probability, expected: entry.expected, contacts: entry.contacts, latest: entry.last,
            written: written)
    }

    /// `nil` for one of another program.
    fileprivate var entry: LedgerEntry? {
        let parts = forecaster.split(separator: "/").map(String.init)
        guard subject.hasPrefix("dyad:"), let name = parts.first, let forecaster = Forecaster(rawValue: name) else {
            return nil
        }
        return LedgerEntry(
            made: made, dyad: String(subject.dropFirst(5)), selection: ContactSelection(level: level, kind: kind),
            horizon: due - made, probability: probability, expected: expected, forecaster: forecaster,
            version: parts.count > 1 ? Int(parts[1]) ?? 0 : 0, contacts: contacts, last: latest)
    }
}

extension Register {
    /// The ledger, scored by what the register knows now.
    ///
    /// - Parameters:
    ///   - dyad: `nil` for all.
    ///   - through: the last day that counts as past; `nil` for the register's.
    package func ledger(of dyad: Dyad? = nil, through: Day? = nil) throws -> LedgerDossier {
        let through = try through ?? accountDay() ?? Day(number: 0)
        let spans = try coveredSpans()
        var histories: [String: ContactHistory] = [:]
        var contacts: [String: [Contact]] = [:]
        let lines = try forecasts(of: dyad.map { "dyad:\($0.code)" }).compactMap { written -> LedgerDossier.Line? in
            guard let entry = written.entry else { return nil }
            let parts = entry.dyad.split(separator: "-", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { return nil }
            let pair = Dyad(parts[0], parts[1])
            let key = "\(entry.dyad) \(entry.selection.level?.rawValue ?? "") \(entry.selection.kind?.rawValue ?? "")"
            if histories[key] == nil {
                let all = try contacts[entry.dyad] ?? self.contacts(of: pair).contacts
                contacts[entry.dyad] = all
                let began = [all.first?.day, spans[pair]?.lowerBound, entry.made].compactMap { $0 }.min() ?? entry.made
                histories[key] = ContactHistory(
                    dyad: entry.dyad, contacts: all, began: began, selection: entry.selection)
            }
            // what no source covers any longer cannot be scored
            let covered = min(through, (spans[pair]?.upperBound ?? through) + DyadTable.longestUncovered)
            return LedgerDossier.Line(
                entry: entry, written: written.written,
                score: histories[key].flatMap { entry.score($0, through: covered) })
        }
        return LedgerDossier(lines: lines, through: through)
    }
}

extension LedgerDossier: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("brier", brier)
            $0.put("brier_of_the_share_that_came", climatology)
            $0.put("forecasts", lines)
            $0.put("schema", "rapporteur.ledger/1")
            $0.put("scored", scored.count)
            $0.put("through", through.iso)
        }
    }
}

extension LedgerDossier.Line: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("brier", score?.brier)
            $0.put("came", score?.count)
            $0.put("contacts", entry.contacts)
            $0.put("due", entry.due.iso)
            $0.put("dyad", entry.dyad)
            $0.put("expected", entry.expected)
            $0.put("first", score?.first?.iso)
            $0.put("forecaster", "\(entry.forecaster.rawValue)/\(entry.version)")
            $0.put("kind", entry.selection.kind)
            $0.put("last", entry.last?.iso)
            $0.put("level", entry.selection.level)
            $0.put("log", score.flatMap { $0.logarithmic.isFinite ? $0.logarithmic : nil })
            $0.put("made", entry.made.iso)
            $0.put("probability", entry.probability)
            $0.put("written", written)
        }
    }
}
