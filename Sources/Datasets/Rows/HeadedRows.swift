import Diplomacy

/// Reads rows of tables whose header names the columns, in whatever order: ICEWS and POLECAT.
struct HeadedRows {
    /// The columns that are read.
    enum Field: Int, CaseIterable {
        case id, date, sourceName, sourceSectors, sourceCountry, code, type, mode, quad, intensity
        case targetName, targetSectors, targetCountry, story, sentence, publisher, published
        case place, city, district, province, country, latitude, longitude
    }

    let format: EventFormat
    /// By `Field`; -1 where the table has none.
    private var places = [Int](repeating: -1, count: Field.allCases.count)
    private let codes = PartyCodes.standing

    /// - Returns: `nil` where the header is of neither.
    init?(header: Columns) {
        var named: [String: Int] = [:]
        for place in 0..<min(header.count, Columns.most) where named[header[place].unquoted.trimmed.text] == nil {
            named[header[place].unquoted.trimmed.text] = place
        }
        guard named["Event ID"] == 0, named["Event Date"] != nil else { return nil }
        if named["Event Type"] != nil, named["Actor Country"] != nil, named["Recipient Country"] != nil {
            format = .polecat
        } else if named["CAMEO Code"] != nil, named["Source Country"] != nil, named["Target Country"] != nil {
            format = .icews
        } else {
            return nil
        }
        for (field, name) in format == .icews ? Self.icews : Self.polecat {
            if let place = named[name] { places[field.rawValue] = place }
        }
    }

    private static let icews: [(Field, String)] = [
        (.id, "Event ID"), (.date, "Event Date"), (.sourceName, "Source Name"), (.sourceSectors, "Source Sectors"),
        (.sourceCountry, "Source Country"), (.code, "CAMEO Code"), (.intensity, "Intensity"),
        (.targetName, "Target Name"), (.targetSectors, "Target Sectors"), (.targetCountry, "Target Country"),
        (.story, "Story ID"), (.sentence, "Sentence Number"), (.publisher, "Publisher"), (.city, "City"),
        (.district, "District"), (.province, "Province"), (.country, "Country"), (.latitude, "Latitude"),
        (.longitude, "Longitude"),
    ]

    private static let polecat: [(Field, String)] = [
        (.id, "Event ID"), (.date, "Event Date"), (.type, "Event Type"), (.mode, "Event Mode"),
        (.intensity, "Intensity"), (.quad, "Quad Code"), (.sourceName, "Actor Name"),
        (.sourceCountry, "Actor Country"), (.sourceSectors, "Primary Actor Sector"), (.targetName, "Recipient Name"),
        (.targetCountry, "Recipient Country"), (.targetSectors, "Primary Recipient Sector"), (.place, "Placename"),
        (.city, "City"), (.district, "District"), (.province, "Province"), (.country, "Country"),
        (.latitude, "Latitude"), (.longitude, "Longitude"), (.publisher, "Source"), (.published, "Publication Date"),
    ]

    func row(_ columns: Columns) throws(RowError) -> EventRow {
        func cell(_ field: Field) -> Cell { columns[places[field.rawValue]].orNothing }
        let id = cell(.id)
        guard !id.isEmpty else { throw RowError(.noID, expected: "an id", column: "Event ID", found: id) }
        guard let day = cell(.date).day else {
            throw RowError(.noDate, expected: "YYYY-MM-DD", column: "Event Date", found: cell(.date))
        }
        var row = EventRow(format: format, id: id, day: day)
        row.source = RowActor(
            party: codes.country(cell(.sourceCountry)), sector: cell(.sourceSectors), name: cell(.sourceName))
        row.target = RowActor(
            party: codes.country(cell(.targetCountry)), sector: cell(.targetSectors), name: cell(.targetName))
        row.code = cell(.code)
        row.type = cell(.type)
        row.mode = cell(.mode)
        row.quad = try Self.quad(cell(.quad))
        row.scale = try cell(.intensity).optionalDecimal("Intensity")
        row.story = cell(.story)
        row.sentence = try cell(.sentence).optionalCount("Sentence Number")
        row.publisher = cell(.publisher)
        if !cell(.published).isEmpty {
            guard let published = cell(.published).day else {
                throw RowError(
                    .badNumber, expected: "YYYY-MM-DD", column: "Publication Date", found: cell(.published))
            }
            row.added = published
        }
        row.place =
            [cell(.place), cell(.city), cell(.district), cell(.province)].first { !$0.isEmpty } ?? .empty
        row.country = codes.country(cell(.country))
        row.latitude = try cell(.latitude).optionalDecimal("Latitude")
        row.longitude = try cell(.longitude).optionalDecimal("Longitude")
        return row
    }

    /// A number, alone or behind a Q, or PLOVER's name of a quarter in whatever case.
    private static func quad(_ cell: Cell) throws(RowError) -> UInt8 {
        if cell.isEmpty { return 0 }
        let digit = cell.start[cell.count - 1]
        if (0x31...0x34).contains(digit), cell.count == 1 || (cell.count == 2 && cell.start[0] | 0x20 == 0x71) {
            return digit - 0x30
        }
        for (place, name) in QuadName.all.enumerated() where cell.count == name.utf8.count {
            let isSame = zip(cell.bytes, name.utf8).allSatisfy {
                $0 == $1 || $0 == ($1 | 0x20) || ($0 == 0x5F && $1 == 0x20)
            }
            if isSame { return UInt8(place) + 1 }
        }
        throw RowError(
            .badNumber, expected: "1 to 4, or a name such as \"VERBAL COOPERATION\"", column: "Quad Code", found: cell)
    }
}

/// The quarters of the plane of speech and deed, cooperation and conflict, as PLOVER names them, 1 to 4.
enum QuadName {
    static let all = ["VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"]
}
