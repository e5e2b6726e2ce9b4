import Dossier
import Register
import Synchronization

/// Measures of the whole register, which several pages show and which take a second or more of a large one: kept until the register
/// changes.
final class WholeMeasures: Sendable {
    private struct Kept {
        var revision = ""
        var table: DyadTable?
        var series: SeriesList?
        var model: OutlookModel??
        var outlook: OutlookList?
        var votes: VoteHistory?
        var calendar: SourceCalendar?
        var beyond: [BeyondDossier.Measure: BeyondDossier] = [:]
    }

    /// Held while one is made, so that two who ask at once do not make it twice.
    private let kept = Mutex(Kept())

    /// Milliseconds that making one may take, however long a page may.
    private static let longest = 120_000

    private func value<Value: Sendable>(
        _ register: Register, _ place: WritableKeyPath<Kept, Value?>, _ make: (inout Kept) throws -> Value
    ) throws -> Value {
        let revision = try register.revision()
        return try kept.withLock { kept in
            if kept.revision != revision { kept = Kept(revision: revision) }
            if let known = kept[keyPath: place] { return known }
            let value = try register.reading(within: Self.longest) { try make(&kept) }
            kept[keyPath: place] = value
            return value
        }
    }

    func series(_ register: Register) throws -> SeriesList {
        try value(register, \.series) { _ in try register.standingDialogues() }
    }

    func model(_ register: Register) throws -> OutlookModel? {
        try value(register, \.model) { kept in try register.outlookModel(try Self.table(&kept, register)) }
    }

    func outlook(_ register: Register) throws -> OutlookList {
        let model = try model(register)
        return try value(register, \.outlook) { kept in
            OutlookList(try Self.table(&kept, register), model: model, spans: try register.coveredSpans())
        }
    }

    func votes(_ register: Register) throws -> VoteHistory {
        try value(register, \.votes) { _ in try register.voteHistory() }
    }

    func calendar(_ register: Register) throws -> SourceCalendar {
        try value(register, \.calendar) { _ in try register.sourceCalendar() }
    }

    func beyond(_ measure: BeyondDossier.Measure, _ register: Register) throws -> BeyondDossier {
        try value(register, \.beyond[measure]) { _ in try register.beyond(measure: measure) }
    }

    private static func table(_ kept: inout Kept, _ register: Register) throws -> DyadTable {
        if let table = kept.table { return table }
        let table = try register.dyads()
        kept.table = table
        return table
    }
}
