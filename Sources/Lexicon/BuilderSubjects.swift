import Diplomacy

/// Rows of the tables that say where and about what: places, issues, cues, instruments, series, regions.
extension LexiconBuilder {
    mutating func place(_ at: RowReader, root: LexiconRoot) {
        guard let country = partyCode(at, 1), let kind = value(at, 2, PlaceKind.self) else { return }
        guard let latitude = Float(at[3]), (-90...90).contains(latitude) else {
            fail(at, 3, expected: "degrees north from -90 to 90")
            return
        }
        guard let longitude = Float(at[4]), (-180...180).contains(longitude) else {
            fail(at, 4, expected: "degrees east from -180 to 180")
            return
        }
        guard let population = UInt32(at[5].isEmpty ? "0" : at[5]) else {
            fail(at, 5, expected: "a whole number")
            return
        }
        let aliases = at.list(6)
        let city = aliases.first { $0.hasPrefix("@") }.map { String($0.dropFirst()) } ?? ""
        let index = UInt32(model.places.count)
        let name = at.string(0)
        model.places.append(
            .init(
                name: name, country: country, kind: kind, latitude: latitude, longitude: longitude,
                population: population, city: city, origin: at.origin))
        for wording in [name] + aliases.filter({ !$0.hasPrefix("@") }) {
            insert(
                at, 0, wording, root: root,
                .init(kind: .place, aux: UInt16(kind.rawValue), index: index, capitals: capitals(wording)))
        }
    }

    mutating func issue(_ at: RowReader) {
        let code = at.string(0)
        guard Issue.codes.contains(code) else {
            fail(at, 0, expected: "an issue of the contract")
            return
        }
        let index = issueIndex[code] ?? UInt32(model.issues.count)
        if issueIndex.updateValue(index, forKey: code) == nil { model.issues.append(code) }
        var wording = at.string(1)
        var entry = LexiconModel.Entry(kind: .issue, index: index)
        if wording.first == "!" {
            wording.removeFirst()
            entry.flags = 4
        }
        insert(at, 1, wording, root: .issues, entry)
    }

    mutating func cue(_ at: RowReader, root: LexiconRoot) {
        guard let form = at[2].isEmpty ? CueForm.none : value(at, 2, CueForm.self) else { return }
        let name = at.string(0)
        let key = "\(root.rawValue) \(name)"
        let index = cueIndex[key] ?? UInt32(model.cues.count)
        if cueIndex.updateValue(index, forKey: key) == nil { model.cues.append(name) }
        insert(at, 1, at.string(1), root: root, .init(kind: .cue, aux: form.rawValue, index: index))
    }

    // MARK: - Instruments

    mutating func instrument(_ at: RowReader) {
        let code = at.string(0)
        if isReplaced("instruments", code) { return }
        if instrumentIndex[code] != nil {
            fail(at, 0, expected: "each code once", "merge the rows")
            return
        }
        guard let kind = value(at, 2, InstrumentKind.self) else { return }
        for issue in at.list(5) where !Issue.codes.contains(issue) {
            fail(at, 5, expected: "issues of the contract")
            return
        }
        let index = UInt32(model.instruments.count)
        instrumentIndex[code] = model.instruments.count
        model.instruments.append(
            .init(
                code: code, name: at.string(1), kind: kind, parties: partyCodes(at, 3), issues: at.string(5),
                origin: at.origin))
        for wording in [at.string(1)] + at.list(4) {
            insert(at, 4, wording, root: .subjects, nameEntry(.instrument, wording, index))
        }
    }

    mutating func instrumentEvent(_ at: RowReader) {
        // a row that lies over ours speaks for all that its instrument went through
        if isReplaced("instrument-events", at.string(0)) { return }
        guard let instrument = instrumentIndex[at.string(0)] else {
            fail(at, 0, expected: "an instrument of instruments.tsv", "add the instrument or mend the code")
            return
        }
        guard let date = date(at, 1), let event = value(at, 2, InstrumentEventKind.self) else { return }
        model.instrumentEvents.append(
            .init(
                instrument: instrument, date: date, event: event, parties: partyCodes(at, 3), note: at.string(4),
                origin: at.origin))
    }

    // MARK: - Series and regions

    mutating func series(_ at: RowReader) {
        let code = at.string(0)
        if isReplaced("series", code) { return }
        if seriesIndex[code] != nil {
            fail(at, 0, expected: "each code once", "merge the rows")
            return
        }
        guard let kind = value(at, 3, SeriesKind.self), let span = span(at, 6, 7) else { return }
        let index = UInt32(model.series.count)
        seriesIndex[code] = model.series.count
        model.series.append(
            .init(
                code: code, name: at.string(1), kind: kind, parties: partyCodes(at, 2), organiser: at.string(5),
                span: span, origin: at.origin))
        for wording in [at.string(1)] + at.list(4) {
            insert(at, 4, wording, root: .subjects, nameEntry(.series, wording, index))
        }
    }

    mutating func round(_ at: RowReader) {
        guard let series = seriesIndex[at.string(0)] else {
            fail(at, 0, expected: "a series of series.tsv", "add the series or mend the code")
            return
        }
        guard let number = UInt32(at[1].isEmpty ? "0" : at[1]) else {
            fail(at, 1, expected: "a round's number or nothing")
            return
        }
        guard let span = span(at, 2, 3) else { return }
        var country: Int?
        if !at[5].isEmpty {
            country = partyCode(at, 5)
            if country == nil { return }
        }
        model.rounds.append(
            .init(
                series: series, number: number, start: span.from, end: span.to, place: at.string(4), country: country,
                level: at.string(6), note: at.string(7), origin: at.origin))
    }

    mutating func region(_ at: RowReader) {
        if isReplaced("regions", at.string(0)) { return }
        if model.regions.contains(where: { $0.code == at[0] }) {
            fail(at, 0, expected: "each code once", "merge the rows")
            return
        }
        let index = UInt32(model.regions.count)
        model.regions.append(
            .init(code: at.string(0), name: at.string(1), members: partyCodes(at, 2), origin: at.origin))
        for wording in [at.string(1)] + at.list(3) {
            insert(at, 3, wording, root: .subjects, nameEntry(.region, wording, index))
        }
    }
}
