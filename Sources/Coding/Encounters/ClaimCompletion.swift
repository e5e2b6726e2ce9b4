import Diplomacy
import Language
import Lexicon

// What claims lack when the text is read: a party that goes without saying, the one person who stands for a party.
extension DocumentCoding {
    /// "It followed talks in Minsk with the American envoy": the other side is the state whose place it is, where the opening
    /// names it, or else who the title or the first sentence is about.
    private mutating func addLeadParties(_ claims: inout [Claim]) {
        guard house == nil,
            claims.contains(where: { $0.parties.count == 1 && $0.firstSentence <= 3 && !$0.isBackground })
        else { return }
        var lead: [Figure] = []
        var named: Set<Int> = []
        for i in views.keys.sorted().prefix(3) {
            guard let view = views[i] else { continue }
            for match in view.names { named.formUnion(match.entries.filter { $0.kind == .party }.map(\.index)) }
            for group in view.groups { lead += group.actors.compactMap { cast.resolve($0) } }
        }
        for i in claims.indices
        where claims[i].parties.count == 1 && claims[i].firstSentence <= 3 && !claims[i].isBackground {
            guard claims[i].figures.contains(where: { $0.name != nil }) else { continue }
            if let country = claims[i].place?.country.flatMap({ lexicon.party(code: $0)?.index }),
                named.contains(country),
                !claims[i].parties.contains(country)
            {
                claims[i].figures.append(Figure(party: country, tokens: text.sentences[0].tokens.prefix(0)))
                continue
            }
            guard
                let other = lead.first(where: { figure in
                    figure.party.map { !claims[i].parties.contains($0) && lexicon.partyKind($0).isState } ?? false
                })
            else { continue }
            claims[i].figures.append(other)
        }
    }

    /// A party without a person, of which the document names just one official, is represented by that one.
    private func nameAlone(_ figure: inout Figure) {
        guard figure.name == nil, !figure.isNonOfficial, let party = figure.party else { return }
        let own = cast.figures.filter {
            $0.party == party && !$0.offices.isEmpty && !$0.isNonOfficial && $0.standing != .former
        }
        guard own.count == 1, var only = own.first, document.source?.kind == .official else { return }
        if let office = figure.offices.first, !only.offices.contains(where: { $0.office == office.office }) { return }
        only.tokens = figure.tokens
        figure = only
    }

    /// Adds the publisher where it is the one who met, and drops claims that stay without two parties.
    mutating func complete(_ claims: inout [Claim]) {
        for i in claims.indices where claims[i].parties.count == 1 && !claims[i].inSpeech && claims[i].firstSentence < 3
        {
            guard let house, let party = house.party, !claims[i].parties.contains(party) else { continue }
            guard claims[i].figures.contains(where: { !$0.isNonOfficial }) else { continue }
            claims[i].figures.insert(house, at: 0)
            claims[i].host = claims[i].host.map { $0 + 1 }
        }
        addVisitor(to: &claims)
        addLeadParties(&claims)
        for i in claims.indices { for j in claims[i].figures.indices { nameAlone(&claims[i].figures[j]) } }
        claims.removeAll { $0.parties.count < 2 }
    }
}
