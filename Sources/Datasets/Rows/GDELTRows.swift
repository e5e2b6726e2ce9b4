import Diplomacy

/// Reads rows of GDELT's events by the places of their columns (GDELT 1.0 and 2.0 codebooks; the two differ in the columns of
/// administrative divisions).
struct GDELTRows {
    let format: EventFormat
    private let actionPlace: Int
    private let added: Int
    private let url: Int
    private let codes = PartyCodes.standing

    init(_ format: EventFormat) {
        self.format = format
        let isFirst = format == .gdelt1
        // type, name, country, ADM1, (ADM2,) latitude, longitude, feature
        actionPlace = isFirst ? 49 : 51
        added = isFirst ? 56 : 59
        url = added + 1
    }

    func row(_ columns: Columns) throws(RowError) -> EventRow {
        let id = columns[0]
        guard id.digits != nil else { throw RowError(.noID, expected: "a number", column: "GLOBALEVENTID", found: id) }
        guard let day = columns[1].compactDay, columns[1].count == 8 else {
            throw RowError(.noDate, expected: "YYYYMMDD", column: "SQLDATE", found: columns[1])
        }
        var row = EventRow(format: format, id: id, day: day)
        row.source = actor(columns, 5)
        row.target = actor(columns, 15)
        row.code = columns[26]
        row.quad = try quad(columns[29])
        row.scale = try columns[30].optionalDecimal("GoldsteinScale")
        row.mentions = try columns[31].optionalCount("NumMentions")
        row.sources = try columns[32].optionalCount("NumSources")
        row.articles = try columns[33].optionalCount("NumArticles")
        // without a place (type 0) the coordinates are empty or zero
        let type = columns[actionPlace]
        if !type.isEmpty, !type.equals("0") {
            let shift = format == .gdelt1 ? 4 : 5
            row.place = columns[actionPlace + 1]
            row.country = codes.fips(columns[actionPlace + 2])
            row.latitude = try columns[actionPlace + shift].optionalDecimal("ActionGeo_Lat")
            row.longitude = try columns[actionPlace + shift + 1].optionalDecimal("ActionGeo_Long")
        }
        if !columns[added].isEmpty {
            guard let day = columns[added].compactDay else {
                throw RowError(
                    .badNumber, expected: "YYYYMMDD or YYYYMMDDHHMMSS", column: "DATEADDED", found: columns[added])
            }
            row.added = day
        }
        // an address, or of a report that has none a citation ("BBC Monitoring")
        if columns[url].isAddress { row.url = columns[url] } else { row.publisher = columns[url] }
        return row
    }

    // code, name, country, known group, ethnic, religions 1 and 2, types 1 to 3
    private func actor(_ columns: Columns, _ first: Int) -> RowActor {
        var actor = RowActor()
        let (country, group) = (columns[first + 2], columns[first + 3])
        actor.party = country.isEmpty ? codes.group(group) : codes.cameo(country)
        actor.sector = columns[first + 7]
        actor.name = columns[first + 1]
        return actor
    }

    private func quad(_ cell: Cell) throws(RowError) -> UInt8 {
        if cell.isEmpty { return 0 }
        guard cell.count == 1, (0x31...0x34).contains(cell.start[0]) else {
            throw RowError(.badNumber, expected: "1 to 4", column: "QuadClass", found: cell)
        }
        return cell.start[0] - 0x30
    }
}

extension Cell {
    /// Whether it begins with a scheme and `://`.
    fileprivate var isAddress: Bool {
        for place in 1..<max(2, min(count - 2, 12)) where place + 2 < count && start[place] == 0x3A {
            return start[place + 1] == 0x2F && start[place + 2] == 0x2F
        }
        return false
    }
}

// Fields that may be empty.
extension Cell {
    func optionalDecimal(_ column: String) throws(RowError) -> DecimalNumber? {
        if isEmpty { return nil }
        guard let value = decimal else {
            throw RowError(.badNumber, expected: "a number", column: column, found: self)
        }
        return value
    }

    func optionalCount(_ column: String) throws(RowError) -> Int32? {
        if isEmpty { return nil }
        guard let value = count32 else {
            throw RowError(.badNumber, expected: "a number from 0 to 2147483647", column: column, found: self)
        }
        return value
    }
}
