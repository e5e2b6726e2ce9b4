public import Diplomacy

/// One meaning of the codebook: the type of event that a set of wordings tells.
public struct Frame: Sendable {
    /// The name of the frame's file, by which records cite it.
    public var name: String
    /// The type; of an operator, that of the act of speech; `nil` where the frame only changes an act, or tells none.
    public var type: EventType?
    /// The type of the act of speech where the act that it governs is one of conflict.
    public var hostile: EventType?
    /// What becomes of the act that an operator governs.
    public var act: Act?
    /// What position on an issue the frame tells.
    public var stance: Stance?
    public var gloss: String

    /// The polarity and modality that an operator gives to its act; what is `nil` stays as it is.
    public struct Act: Sendable, Equatable {
        public var isNegated: Bool
        public var modality: Modality?

        public init(isNegated: Bool = false, modality: Modality? = nil) {
            self.isNegated = isNegated
            self.modality = modality
        }
    }

    public init(
        name: String, type: EventType?, hostile: EventType? = nil, act: Act? = nil, stance: Stance? = nil,
        gloss: String = ""
    ) {
        self.name = name
        self.type = type
        self.hostile = hostile
        self.act = act
        self.stance = stance
        self.gloss = gloss
    }

    /// Whether the frame's wordings are idioms that tell no event at all ("beat the deadline").
    public var isIdiom: Bool { type == nil && act == nil }
}

/// One wording of a frame, as it is matched on a dependency tree. Words are keys of lemmas (`Folding.key`).
public struct Pattern: Sendable {
    /// The part that an actor or an act plays in a pattern.
    public enum Slot: Sendable, Equatable {
        case source, target, both, thing, topic, place, act
    }

    /// A word by its lemma, and the word before it where it is written with a hyphen ("hunger-strike"); 0 for none.
    public struct Lexeme: Sendable, Equatable {
        public var lemma: UInt64
        public var modifier: UInt64 = 0
        /// Lemma and modifier as one word.
        public var whole: UInt64
    }

    /// The word that a pattern is looked up by, and its particle; a key of 0 is no particle.
    public struct Head: Sendable, Equatable {
        public var word: Lexeme
        public var particle: UInt64 = 0
    }

    /// How a clause is joined to what governs it.
    public enum Mark: Sendable, Equatable {
        case none, to, that
    }

    /// Something that must or may stand beside the head.
    public struct Element: Sendable {
        public var slot: Slot?
        /// The lemmas of which one must stand here, where this is no slot.
        public var words: [Lexeme] = []
        /// The prepositions of which one must stand before it; empty for an object.
        public var prepositions: [UInt64] = []
        public var mark = Mark.none
        /// Whether it is the owner of what follows: "TARGET's THING".
        public var isOwner = false
        public var isOptional = false

        public init() {}
    }

    /// As it stands in the frame.
    public var text: String
    /// The place of its frame in the codebook.
    public var frame: Int
    public var isNoun: Bool
    public var heads: [Head]
    /// What stands before the head: the subject of a verb, the owner of a noun.
    public var subject: Slot?
    public var elements: [Element]
    public var mode: String?
    public var contexts: [String]
    /// CAMEO code of two to four digits; `nil` for the type's own.
    public var cameo: String?
    /// Goldstein's score of that code.
    public var goldstein: Double?

    public func has(_ slot: Slot) -> Bool { subject == slot || elements.contains { $0.slot == slot } }
}

/// A mistake in a frame or a table of the codebook.
public struct CodebookError: Error, Sendable, Equatable, CustomStringConvertible {
    public var file: String
    /// The line, from 1; 0 where it is not known.
    public var line: Int
    public var message: String

    public init(file: String, line: Int = 0, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    public var description: String { "\(file):\(line > 0 ? "\(line):" : "") error: \(message)" }
}
