import Diplomacy

extension Resolution {
    /// The country, then the city within it: what is told outweighs what was guessed from the host.
    func resolvePlace(_ result: inout RegisteredEncounter) {
        guard result.medium != .phone, result.medium != .video, result.medium != .letter else { return }
        typealias Vote = (witness: Int, value: String, weight: Double)
        let countries = witnesses.indices.compactMap { i -> Vote? in
            guard let place = witnesses[i].claim.place, let country = place.country else { return nil }
            return (i, country, witnesses[i].weight * (place.basis == .hostCapital ? 0.3 : 1))
        }
        let ballot = Ballot(countries, origins: origins)
        guard let country = ballot.winner?.value else { return }
        let cities = witnesses.indices.compactMap { i -> Vote? in
            guard let place = witnesses[i].claim.place, place.country == country, let name = place.name else {
                return nil
            }
            return (i, name, witnesses[i].weight * (place.basis == .hostCapital ? 0.3 : 1))
        }
        let places = Ballot(cities, origins: origins)
        // "Putrajaya" speaks for "Seri Perdana, Putrajaya"
        let supported = places.options.map { option in
            (option, places.options.reduce(0) { $0 + ($1.value.isPart(of: option.value) ? $1.weight : 0) })
        }
        let best = supported.max { $0.1 < $1.1 }?.0
        let model =
            best.flatMap { option in witnesses[option.witnesses[0]].claim.place }
            ?? witnesses.first { $0.claim.place?.country == country }?.claim.place
        result.place = model
        result.place?.span = nil
        let name = best?.value ?? country
        let agreeing =
            best.map { option in
                cities.filter { $0.value.isPart(of: option.value) || option.value.isPart(of: $0.value) }
            } ?? countries.filter { $0.value == country }
        explain(&result, "place", name, toldBy: agreeing.map(\.witness))
        disputePlace(name, country, &result)
    }

    private func disputePlace(_ name: String, _ country: String, _ result: inout RegisteredEncounter) {
        let told = witnesses.indices.filter { i in
            guard let place = witnesses[i].claim.place, place.basis != .hostCapital else { return false }
            return place.country != nil && isNews(i)
        }
        let others = told.filter { i in
            guard let place = witnesses[i].claim.place else { return false }
            if place.country != country { return true }
            guard let city = place.name, name != country else { return false }
            return !city.isPart(of: name) && !name.isPart(of: city)
        }
        guard !others.isEmpty else { return }
        func wording(_ i: Int) -> String { witnesses[i].claim.place?.name ?? witnesses[i].claim.place?.country ?? "" }
        let groups = Dictionary(grouping: others, by: wording)
        // who tells only the country speaks for no city
        let kept = told.filter { !others.contains($0) && (name == country || witnesses[$0].claim.place?.name != nil) }
        var values = [value(name, kept, of: kept + others)]
        values += groups.keys.sorted().map { value($0, groups[$0] ?? [], of: kept + others) }
        add(.place, values, keeping: name, &result)
    }
}

extension String {
    /// Whether the words stand in another name: "Delhi" in "New Delhi".
    func isPart(of other: String) -> Bool { other.lowercased().contains(lowercased()) }
}
