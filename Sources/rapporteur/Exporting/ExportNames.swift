import Diplomacy
import Exchange
import Lexicon
import Wording

extension ExportNames {
    /// Names and codes as the program's lexicon has them.
    static func program() throws -> ExportNames {
        let lexicon = try Lexicon.program()
        let tables = try LexiconStore.ownTables()
        let codes = LexiconBuilder.rows(of: "country-codes", in: tables)
        let alpha2 = Dictionary(codes.map { ($0["code"] ?? "", ($0["alpha2"] ?? "").lowercased()) }) { $1 }
        var keys: [String: String] = [:]
        for row in LexiconBuilder.rows(of: "persons", in: tables) {
            guard let key = row["person"], let party = row["party"], let name = row["name"] else { continue }
            keys[name.replacing("/", with: "") + "\t" + party] = key
        }
        return ExportNames(
            party: { code in
                let party = lexicon.party(code: code)
                return Party(
                    name: party?.name ?? code, alpha2: alpha2[code], isState: party?.kind.isState ?? false)
            },
            personKey: { [keys] name, party in keys[name + "\t" + (party ?? "")] },
            headline: { encounter in
                Headline(encounter: Encounter(encounter), partyName: { lexicon.party(code: $0)?.name ?? $0 }).brief
            })
    }
}
