import Diplomacy

extension Resolution {
    /// How the first word of each publisher on a field stands to what the other origins say of it, where at least two others say
    /// anything and more than half of them the same: that gives a publisher its record (``SourceRecords``). Without weights, so
    /// that no record feeds on itself.
    ///
    /// - Parameter start: the first day of the encounter; what a report of an earlier day tells of the course may have changed.
    func bearings(start: Day?) -> [String: SourceRecords.Tally] {
        var result: [String: SourceRecords.Tally] = [:]
        tally(&result, witnesses.map { $0.claim.date.flatMap { $0.precision == .day ? $0 : nil } }) { $0.overlaps($1) }
        tally(&result, witnesses.map(\.toldCountry), ==)
        tally(&result, witnesses.map { start.flatMap($0.course) }, ==)
        return result
    }

    /// - Parameter values: what each witness says of the field.
    private func tally<Value>(
        _ result: inout [String: SourceRecords.Tally], _ values: [Value?], _ agree: (Value, Value) -> Bool
    ) {
        var words: [(origin: Int, value: Value)] = []
        for (i, value) in values.enumerated() {
            if let value, isNews(i), !words.contains(where: { $0.origin == origins[i] }) {
                words.append((origins[i], value))
            }
        }
        guard words.count > 2 else { return }
        var heard: Set<String> = []
        for (i, value) in values.enumerated() {
            guard let value, isNews(i), let name = witnesses[i].report.source?.name, heard.insert(name).inserted else {
                continue
            }
            let others = words.filter { $0.origin != origins[i] }.map(\.value)
            if others.count(where: { agree($0, value) }) * 2 > others.count {
                result[name, default: .init()].agreed += 1
            } else if others.contains(where: { other in others.count(where: { agree($0, other) }) * 2 > others.count })
            {
                result[name, default: .init()].disagreed += 1
            }
        }
    }
}

extension Witness {
    /// The country in which it says that the encounter was; `nil` for one that was guessed.
    fileprivate var toldCountry: String? { claim.place.flatMap { $0.basis == .hostCapital ? nil : $0.country } }

    /// Whether it says that the encounter took place; `nil` where it says so before the day, or that it is still to come.
    fileprivate func course(since start: Day) -> Bool? {
        guard let published = report.published, published >= start else { return nil }
        return claim.status.happened ? true : claim.status.isFate ? false : nil
    }
}
