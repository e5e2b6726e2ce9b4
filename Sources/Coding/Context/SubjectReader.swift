import Diplomacy
import Language
import Lexicon

/// Reads the instruments, regions and standing dialogues that a report names.
///
/// An instrument or region belongs to the encounter that its sentence is about. A dialogue is the encounter's own only where
/// the parties of both agree and a sentence that tells of the encounter names it.
struct SubjectReader {
    let context: ContextReader
    private var lexicon: Lexicon { context.lexicon }

    /// Parties beyond which a series is a gathering of many, in which two who meet hold no round.
    private static let fewest = 4

    init(context: ContextReader) { self.context = context }

    func fill(_ record: inout Record) {
        for passage in context.narrative {
            guard let owner = passage.owner else { continue }
            for match in context.coding.scan.matches(in: passage.range, root: .subjects) {
                for entry in match.entries { note(entry, match.tokens, passage, &record.encounters[owner]) }
            }
        }
    }

    private func note(_ entry: Lexicon.Entry, _ tokens: Range<Int>, _ passage: Passage, _ encounter: inout Encounter) {
        switch entry.kind {
        case .instrument:
            let instrument = lexicon.instrument(entry.index)
            guard encounter.instruments?.contains(where: { $0.code == instrument.code }) != true else { return }
            let day = encounter.date?.start ?? context.coding.day
            encounter.instruments =
                (encounter.instruments ?? []) + [
                    InstrumentMention(
                        code: instrument.code, statusOnDay: day.map { lexicon.status(of: entry.index, on: $0) },
                        span: context.span(tokens))
                ]
        case .region:
            let code = lexicon.region(entry.index).code
            guard encounter.regions?.contains(where: { $0.code == code }) != true, !isAddress(tokens, passage) else {
                return
            }
            encounter.regions = (encounter.regions ?? []) + [RegionMention(code: code, span: context.span(tokens))]
        case .series: noteSeries(lexicon.series(entry.index), passage, &encounter)
        default: break
        }
    }

    /// A region that stands for one party of the encounter ("Crimea" apart) is no subject of it: wordings that are a
    /// party's own name are left to the parties.
    private func isAddress(_ tokens: Range<Int>, _ passage: Passage) -> Bool {
        passage.view.name(at: tokens.lowerBound).map { $0.tokens == tokens && $0.has(.party) } ?? false
    }

    private func noteSeries(_ series: Lexicon.Series, _ passage: Passage, _ encounter: inout Encounter) {
        guard let owner = passage.owner,
            context.claims[owner].sightings.contains(where: { $0.sentence == passage.index })
        else { return }
        let parties = Set(encounter.participants.compactMap(\.party))
        let known = Set(series.parties.map { lexicon.partyCode($0) })
        guard (2...Self.fewest).contains(known.count), parties.count >= 2, parties.isSubset(of: known) else { return }
        guard encounter.series?.code == nil else { return }
        encounter.series = Series(name: series.name, code: series.code, round: encounter.series?.round)
    }
}
