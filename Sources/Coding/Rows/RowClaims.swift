import Diplomacy
import Lexicon

// Claims of a row's remarks: who "met with" goes without saying, and whom a list names met the visitor one after another.
extension DocumentCoding {
    /// Puts the visitor into claims that name others alone. "Met with the ministers of A and B and with C" are encounters of the
    /// visitor with A, B and C; that those met each other is not told.
    func addVisitor(to claims: inout [Claim]) {
        guard let setting, let party = setting.visitor.party else { return }
        claims = claims.flatMap { claim -> [Claim] in
            guard !claim.parties.contains(party), claim.parties.count >= 2, claim.kind != .visit, !claim.inSpeech,
                claim.sightings.first.map({ $0.rule.hasPrefix("verb.") }) ?? false
            else { return [claim] }
            let parties = claim.figures.compactMap(\.party).reduce(into: [Int]()) { list, party in
                if !list.contains(party) { list.append(party) }
            }
            // "attended the G-8 summit and met with": a format is no counterpart where others are
            let acting = parties.filter { lexicon.partyKind($0) != .format }
            return (acting.isEmpty ? parties : acting).map { other in
                var one = claim
                one.figures = [setting.visitor] + claim.figures.filter { $0.party == other }
                one.host = nil
                if one.kind == .multilateralMeeting { one.kind = .meeting }
                return one
            }
        }
    }
}
