import Diplomacy
import Language
import Lexicon

/// Ties issues and third parties to the encounter that they belong to.
struct Agenda {
    let coding: DocumentCoding
    let claims: [Claim]
    let principal: Int

    func fill(_ record: inout Record) {
        // the encounter that each sentence is about: the last one told
        var owner = principal
        var bySentence: [Int: Int] = [:]
        for (i, claim) in claims.enumerated() { for sighting in claim.sightings where bySentence[sighting.sentence] == nil { bySentence[sighting.sentence] = i } }
        for (i, sentence) in coding.text.sentences.enumerated() {
            if let told = bySentence[i] { owner = told } else if i > 0, coding.text.sentences[i].paragraph != coding.text.sentences[i - 1].paragraph { owner = principal }
            guard !coding.spoken[i] else { continue }
            for match in coding.scan.issues(in: sentence.tokens) {
                let span = RecordWriter(coding: coding).span(match.tokens)
                for code in match.codes where !record.encounters[owner].issues.contains(where: { $0.code == code }) {
                    record.encounters[owner].issues.append(IssueMention(code: code, span: span))
                }
            }
        }
    }
}
