import Codebook
import Diplomacy

/// An event as far as a pattern and its tree tell it, before its actors are named.
struct EventDraft {
    var type: EventType
    var mode: String?
    var contexts: [String] = []
    var cameo: String?
    var goldstein: Double?
    /// The verb or noun that tells it.
    var node: Int
    var source: Int?
    var target: Int?
    var isMutual = false
    /// What is supported or opposed, of a position.
    var topic: Int?
    var stance: Stance?
    var status = ActStatus()
    var rule: String
    /// It is told by another act's "will".
    var isAnnouncement = false
    /// The weight of the pattern that found it; 0 for none.
    var weight = 0

    init(type: EventType, node: Int, rule: String) {
        self.type = type
        self.node = node
        self.rule = rule
    }

    init(_ match: PatternMatch, _ pattern: Pattern, _ frame: Frame, type: EventType) {
        self.type = type
        // an act of speech about an act of conflict has the code of its own type
        cameo = type == frame.type ? pattern.cameo ?? type.cameo : type.cameo
        mode = type == frame.type ? pattern.mode : nil
        goldstein = type == frame.type ? pattern.goldstein : nil
        contexts = pattern.contexts
        node = match.node
        source = match.source
        target = match.target
        isMutual = match.isMutual
        topic = match.topic
        rule = frame.name
        weight = match.weight
    }
}
