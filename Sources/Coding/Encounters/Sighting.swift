import Diplomacy
import Language
import Lexicon

/// One clause that tells of an encounter, before the document pass ties clauses together.
struct Sighting {
    var sentence: Int
    /// The cue that was found.
    var trigger: Range<Int>
    /// `family.rule`.
    var rule: String
    var kind: EncounterKind
    var medium: Medium
    var actors: [Actor]
    /// Index into `actors` of the one that receives, where the clause says who received whom.
    var host: Int?
    var guest: Int?
    var status: Status = .held
    /// Whether words of the clause, and not only its silence, give the status.
    var statusIsStated = false
    /// Remembered, not news: "last met in May", past perfect, a speaker's words.
    var isBackground = false
    /// Brought up beside what the sentence tells: "the results of the talks", "invited him to visit".
    var isMention = false
    /// "the talks", "the meeting": points to an encounter told elsewhere.
    var isAnaphoric = false
    /// Says that people talked, but not that they met: enough to add to an encounter, never to open one with a date.
    var isWeak = false
    /// Nobody is named as the subject: "Meeting with President of Belarus".
    var lacksSubject = false
    /// The title or a heading has it.
    var isTitle = false
    /// Inside words that somebody speaks.
    var inSpeech = false
    /// Where the clause takes its setting from: the tokens around the trigger.
    var clause: Range<Int>
    var format: Format = .direct
    /// The place where a traveller arrives.
    var destination: NameMatch?
    var confidence = 0.9
}
