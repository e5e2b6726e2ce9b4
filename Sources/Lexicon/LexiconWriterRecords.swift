import Diplomacy

/// The records of the tables, in the order of ``Lexicon/Part``. Sizes in bytes are those of ``Lexicon/Part/stride``.
extension LexiconWriter {
    /// Parties, offices, persons, terms, holders, places, issues, cues.
    mutating func actorRecords() -> [[UInt8]] {
        var sections: [[UInt8]] = []
        sections.append(
            records(model.parties) { party, writer, out in
                out.put(writer.string(party.code))
                out.put(writer.string(party.name))
                out.put(writer.string(party.sector))
                out.put(writer.string(party.capital))
                out.put(UInt32(party.kind.rawValue))
                out.put(party.span)
                out.put(optional: party.home)
                out.put(writer.string(party.note))
                out.put(party.origin)
            })
        sections.append(
            records(model.offices) { office, writer, out in
                out.put(writer.string(office.code))
                out.put(writer.string(office.title))
                out.put(writer.string(office.sector))
                out.put(UInt32(office.level.rank))
                out.put(UInt32(office.holders.rawValue))
                out.put(office.origin)
            })
        // Terms are written by person, so that a person's terms are a run.
        var order: [Int] = []
        sections.append(
            records(model.persons) { person, writer, out in
                out.put(writer.string(person.key))
                out.put(writer.string(person.name))
                out.put(writer.string(person.family))
                out.put(person.givenStart)
                out.put(UInt32(order.count))
                let terms = writer.model.terms
                order += person.terms.sorted {
                    (terms[$0].span.from.first, terms[$0].office, $0) < (
                        terms[$1].span.from.first, terms[$1].office, $1
                    )
                }
                out.put(UInt32(order.count))
            })
        sections.append(
            records(order) { index, writer, out in
                let term = writer.model.terms[index]
                out.put(UInt32(term.person))
                out.put(UInt32(term.party))
                out.put(UInt32(term.office))
                out.put(writer.string(term.title))
                out.put(term.span)
                out.put(UInt32(Standing.allCases.firstIndex(of: term.standing) ?? 0))
                out.put(writer.string(term.source))
                out.put(term.origin)
            })
        let holders = order.indices.sorted {
            let (a, b) = (model.terms[order[$0]], model.terms[order[$1]])
            return (a.party, a.office, a.span.from.first, $0) < (b.party, b.office, b.span.from.first, $1)
        }
        sections.append(records(holders) { position, writer, out in out.put(UInt32(position)) })
        sections.append(
            records(model.places) { place, writer, out in
                out.put(writer.string(place.name))
                out.put(writer.string(place.city))
                out.put(UInt32(place.country))
                out.put(UInt32(place.kind.rawValue))
                out.put(place.latitude.bitPattern)
                out.put(place.longitude.bitPattern)
                out.put(place.population)
                out.put(place.origin)
            })
        sections.append(records(model.issues) { code, writer, out in out.put(writer.string(code)) })
        sections.append(records(model.cues) { name, writer, out in out.put(writer.string(name)) })
        return sections
    }

    /// Members, bodies, agents, instruments and what happened to them, series and their rounds, regions, files, sources.
    mutating func subjectRecords() -> [[UInt8]] {
        var sections: [[UInt8]] = []
        sections.append(
            records(model.members) { membership, writer, out in
                out.put(UInt32(membership.organisation))
                out.put(UInt32(membership.member))
                out.put(UInt32(membership.status.rawValue))
                out.put(membership.span)
                out.put(membership.origin)
            })
        sections.append(
            records(model.bodies) { body, writer, out in
                out.put(writer.string(body.name))
                out.put(optional: body.party)
                out.put(writer.string(body.sector))
                out.put(body.span)
                out.put(body.origin)
            })
        sections.append(
            records(model.agents) { agent, writer, out in
                out.put(writer.string(agent.wording))
                out.put(writer.string(agent.sector))
                out.put(agent.origin)
            })
        sections.append(
            records(model.instruments) { instrument, writer, out in
                out.put(writer.string(instrument.code))
                out.put(writer.string(instrument.name))
                out.put(UInt32(instrument.kind.rawValue))
                writer.list(instrument.parties, &out)
                out.put(writer.string(instrument.issues))
                out.put(instrument.origin)
            })
        sections.append(
            records(model.instrumentEvents) { event, writer, out in
                out.put(UInt32(event.instrument))
                out.put(event.date)
                out.put(UInt32(event.event.rawValue))
                writer.list(event.parties, &out)
                out.put(writer.string(event.note))
                out.put(event.origin)
            })
        sections.append(
            records(model.series) { series, writer, out in
                out.put(writer.string(series.code))
                out.put(writer.string(series.name))
                out.put(UInt32(series.kind.rawValue))
                writer.list(series.parties, &out)
                out.put(writer.string(series.organiser))
                out.put(series.span)
                out.put(series.origin)
            })
        sections.append(
            records(model.rounds) { round, writer, out in
                out.put(UInt32(round.series))
                out.put(round.number)
                out.put(round.start)
                out.put(round.end)
                out.put(writer.string(round.place))
                out.put(optional: round.country)
                out.put(writer.string(round.level))
                out.put(writer.string(round.note))
                out.put(round.origin)
            })
        sections.append(
            records(model.regions) { region, writer, out in
                out.put(writer.string(region.code))
                out.put(writer.string(region.name))
                writer.list(region.members, &out)
                out.put(region.origin)
            })
        sections.append(records(model.files) { name, writer, out in out.put(writer.string(name)) })
        sections.append(
            records(model.sources) { source, writer, out in
                out.put(UInt32(source.file))
                out.put(writer.string(source.key))
                out.put(writer.string(source.text))
            })
        return sections
    }
}
