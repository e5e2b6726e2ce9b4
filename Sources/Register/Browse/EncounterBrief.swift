import Corroboration
public import Diplomacy

/// What a list and a chart show of an encounter: small enough that thousands are read at once.
public struct EncounterBrief: Sendable, Hashable {
    /// One of its participants.
    public struct Person: Sendable, Hashable {
        public var name: String?
        public var party: String?
        public var office: String?
        public var role: Role?
        public var lead: Bool
        /// Whether contacts are counted by it (the contract's rule): of a government, its forces or an organisation, in office.
        public var isOfficial: Bool
    }

    public var id: String
    public var status: Status
    public var kind: EncounterKind
    public var medium: Medium
    public var format: Format
    public var level: Level?
    public var date: PartialDate?
    public var place: String?
    public var country: String?
    /// Degrees north and east.
    public var latitude: Double?
    public var longitude: Double?
    public var series: String?
    public var round: Int?
    public var outcome: OutcomeKind
    public var origins: Int
    /// The number of its reports.
    public var reports: Int
    public var people: [Person]
    public var via: [String]
    /// Codes.
    public var issues: [String]
    public var disputes: [DisputeField]
    /// Parties whose own officials have told of it.
    public var sides: [String]

    /// - Parameter sides: the parties whose own officials have told of it.
    package init(_ encounter: RegisteredEncounter, sides: [String]) {
        id = encounter.id
        status = encounter.status
        kind = encounter.kind
        medium = encounter.medium
        format = encounter.format
        level = encounter.level
        date = encounter.date
        place = encounter.place?.name
        country = encounter.place?.country
        latitude = encounter.place?.latitude
        longitude = encounter.place?.longitude
        series = encounter.series?.name
        round = encounter.series?.round
        outcome = encounter.outcome.kind
        origins = encounter.origins
        reports = encounter.reports.count
        people = encounter.participants.map {
            Person(
                name: $0.person, party: $0.party, office: $0.office, role: $0.role, lead: $0.lead,
                isOfficial: $0.isOfficial)
        }
        via = encounter.via
        issues = encounter.issues.map(\.code)
        disputes = encounter.disputes.map(\.field)
        self.sides = sides
    }

    /// The parties that took part, each once, in the order of the participants.
    public var parties: [String] {
        people.compactMap(\.party).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The parties that dealt with each other, sorted: without mediators and hosts of a venue.
    ///
    /// - Parameter official: only those for which somebody in office took part.
    public func acting(official: Bool = false) -> [String] {
        Set(
            people.filter { $0.role != .mediator && $0.role != .venueHost && ($0.isOfficial || !official) }
                .compactMap(\.party)
        ).sorted()
    }

    /// The most parties of an encounter that are taken in pairs.
    package static let mostPaired = 12

    /// Each pair of those that dealt with each other, "CHN-RUS"; none where more than ``mostPaired`` took part.
    public var dyads: [String] {
        let acting = acting()
        guard acting.count <= Self.mostPaired else { return [] }
        return acting.indices.flatMap { i in acting[(i + 1)...].map { Dyad(acting[i], $0).code } }
    }
}

// MARK: - As it is stored

// Fields in a fixed order with a tab between; within a field, items with U+001F; within an item, parts with U+001E. No text of a
// document holds these signs once `clean` has seen it.
extension EncounterBrief {
    private static let field: UInt8 = 0x09
    private static let item: UInt8 = 0x1F
    private static let part: UInt8 = 0x1E

    /// The brief as one line; ``init(id:line:)`` reads it.
    var line: String {
        let date = date.map { date in
            [String(date.start.number), String(date.end.number), date.precision.rawValue, date.time, date.zone]
        }
        let fields: [String] = [
            status.rawValue, kind.rawValue, medium.rawValue, format.rawValue, level?.rawValue ?? "",
            Self.parts(date ?? []), Self.clean(place), Self.clean(country),
            Self.parts([latitude.map { "\($0)" }, longitude.map { "\($0)" }]), Self.clean(series),
            round.map { String($0) } ?? "", outcome.rawValue, String(origins), String(reports),
            Self.items(
                people.map {
                    Self.parts([
                        $0.lead ? "1" : "", $0.party, $0.name, $0.office, $0.role?.rawValue, $0.isOfficial ? nil : "1",
                    ])
                }),
            Self.items(via.map(Self.clean)), Self.items(issues), Self.items(disputes.map(\.rawValue)),
            Self.items(sides.map(Self.clean)),
        ]
        return fields.joined(separator: "\t")
    }

    private static func clean(_ text: String?) -> String {
        guard let text else { return "" }
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }

    private static func parts(_ values: [String?]) -> String { values.map(clean).joined(separator: "\u{1E}") }
    private static func items(_ values: [String]) -> String { values.joined(separator: "\u{1F}") }

    /// Reads a stored brief; `nil` for one that another version has written.
    init?(id: String, line: String) {
        var line = line
        let brief = line.withUTF8 { Self.read(id, Slice(base: $0, bounds: $0.indices)) }
        guard let brief else { return nil }
        self = brief
    }

    private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    private static func read(_ id: String, _ line: Bytes) -> EncounterBrief? {
        let fields = split(line, field)
        guard fields.count == 19, let status = Status(rawValue: text(fields[0])),
            let kind = EncounterKind(rawValue: text(fields[1])), let medium = Medium(rawValue: text(fields[2])),
            let format = Format(rawValue: text(fields[3])), let outcome = OutcomeKind(rawValue: text(fields[11])),
            let origins = Int(text(fields[12])), let reports = Int(text(fields[13]))
        else { return nil }
        var brief = EncounterBrief(
            RegisteredEncounter(id: id, kind: kind, medium: medium, status: status, outcome: Outcome(kind: outcome)),
            sides: list(fields[18]).map(text))
        brief.format = format
        brief.origins = origins
        brief.reports = reports
        brief.level = Level(rawValue: text(fields[4]))
        brief.date = date(fields[5])
        brief.place = value(fields[6])
        brief.country = value(fields[7])
        let degrees = split(fields[8], part).map { Double(text($0)) }
        brief.latitude = degrees.first ?? nil
        brief.longitude = degrees.count > 1 ? degrees[1] : nil
        brief.series = value(fields[9])
        brief.round = Int(text(fields[10]))
        brief.people = list(fields[14]).map { item in
            let parts = split(item, Self.part)
            func part(_ i: Int) -> String? { i < parts.count ? value(parts[i]) : nil }
            return Person(
                name: part(2), party: part(1), office: part(3), role: part(4).flatMap { Role(rawValue: $0) },
                lead: part(0) != nil, isOfficial: part(5) == nil)
        }
        brief.via = list(fields[15]).map(text)
        brief.issues = list(fields[16]).map(text)
        brief.disputes = list(fields[17]).compactMap { DisputeField(rawValue: text($0)) }
        return brief
    }

    private static func date(_ field: Bytes) -> PartialDate? {
        let parts = split(field, part)
        guard parts.count == 5, let start = Int(text(parts[0])), let end = Int(text(parts[1])),
            let precision = DatePrecision(rawValue: text(parts[2]))
        else { return nil }
        var date = PartialDate(start: Day(number: start), end: Day(number: end), precision: precision)
        date.time = value(parts[3])
        date.zone = value(parts[4])
        return date
    }

    private static func split(_ bytes: Bytes, _ separator: UInt8) -> [Bytes] {
        var parts: [Bytes] = []
        parts.reserveCapacity(separator == field ? 19 : 6)
        let all = UnsafeBufferPointer(rebasing: bytes)
        var start = 0
        for i in 0..<all.count where all[i] == separator {
            parts.append(Slice(base: all, bounds: start..<i))
            start = i + 1
        }
        parts.append(Slice(base: all, bounds: start..<all.count))
        return parts
    }

    private static func list(_ bytes: Bytes) -> [Bytes] { bytes.isEmpty ? [] : split(bytes, item) }

    private static func text(_ bytes: Bytes) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
    }

    private static func value(_ bytes: Bytes) -> String? { bytes.isEmpty ? nil : text(bytes) }
}

extension Participant {
    /// Whether a dyad's contacts are counted by it: of a government, its forces or an organisation's officials, incumbent or acting.
    /// What a report does not say is taken for that; an organisation for which nobody acts is the occasion, not a side.
    var isOfficial: Bool {
        (sector != "IGO" || person != nil) && level != .nonOfficial
            && standing.map { $0 == .incumbent || $0 == .acting } ?? true
            && sector.map { ["GOV", "MIL", "IGO"].contains($0) } ?? true
    }
}
