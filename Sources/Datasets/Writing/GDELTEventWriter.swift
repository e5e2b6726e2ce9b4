import Diplomacy

/// Writes rows as GDELT 2.0 has its events: 61 columns, without a header.
///
/// Filled are the id, the dates, of each actor code, name, country, known group and type, the codes of the event, quad, Goldstein
/// value and counts, the place of the action, the day added and the address; the rest is empty. A party that CAMEO has no code for
/// stands in the actor's code and name alone.
public struct GDELTEventWriter: Sendable {
    public init() {}

    /// One row, with its line feed.
    public func row(_ event: OutgoingEvent) -> [UInt8] {
        var line = TableLine()
        let civil = event.day.civil
        line.put(event.number)
        line.put(TableLine.compact(event.day))
        line.put(String(TableLine.compact(event.day).prefix(6)))
        line.put(civil.year)
        line.put(Self.fraction(event.day))
        put(event.source, &line)
        put(event.target, &line)
        line.put(1)
        line.put(event.cameo)
        line.put(event.cameo.map { String($0.prefix(3)) })
        line.put(event.cameo.map { String($0.prefix(2)) })
        line.put(event.quad)
        line.put(event.goldstein)
        line.put(event.mentions)
        line.put(event.sources)
        line.put(event.articles)
        line.putNothing(1)
        line.put(0)
        line.putNothing(7)
        line.put(0)
        line.putNothing(7)
        put(event.place, &line)
        line.put(event.added.map { TableLine.compact($0) + "000000" })
        line.put(event.url)
        return line.end()
    }

    /// The year with the part of it that has passed, as GDELT reckons it: days over 365, with months of 30 days ("2014.1315").
    private static func fraction(_ day: Day) -> String {
        let civil = day.civil
        let part = (((civil.month - 1) * 30 + civil.day) * 20_000 / 365 + 1) / 2
        let digits = String(part)
        return "\(civil.year)." + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    private func put(_ actor: OutgoingActor, _ line: inout TableLine) {
        let (country, group) = CodesOut.standing.cameo(actor.party)
        let code = country ?? group ?? actor.party
        line.put((code ?? "") + (actor.sector ?? ""))
        line.put(actor.person ?? actor.name)
        line.put(country)
        line.put(group)
        line.putNothing(3)
        line.put(actor.sector)
        line.putNothing(2)
    }

    /// The place of the action: type 1 for a country alone, 4 for a place in one.
    private func put(_ place: OutgoingPlace?, _ line: inout TableLine) {
        guard let place, place.name != nil || place.country != nil else {
            line.put(0)
            return line.putNothing(7)
        }
        let degrees = Degrees(place)
        let fips = CodesOut.standing.fips(place.country)
        line.put(place.name == nil ? 1 : 4)
        line.put(place.name ?? CodesOut.standing.name(place.country))
        line.put(fips)
        line.put(fips)
        line.putNothing(1)
        line.put(degrees.latitude)
        line.put(degrees.longitude)
        line.putNothing(1)
    }
}
