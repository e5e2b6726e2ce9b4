public import Diplomacy
import Yams

/// A frame as it is written: a YAML file with its patterns, examples and counter-examples.
public struct FrameFile: Sendable {
    /// A pattern as written, with what it says of itself beside its frame.
    public struct Wording: Sendable {
        public var text: String
        public var isNoun: Bool
        public var mode: String?
        public var contexts: [String]
        public var cameo: String?
        /// Its line in the file, from 1.
        public var line: Int
    }

    /// A sentence of ours with the events that it tells.
    public struct Example: Sendable {
        public var sentence: String
        public var expected: [ExpectedEvent]
        public var line: Int
    }

    public var file: String
    public var frame: Frame
    public var wordings: [Wording] = []
    public var examples: [Example] = []
    /// Sentences that the frame must leave alone.
    public var counterexamples: [(sentence: String, line: Int)] = []

    /// Reads a frame; its name is that of the file without folder and `.yaml`.
    public init(_ text: String, file: String) throws(CodebookError) {
        self.file = file
        let last = file.split(separator: "/").last.map(String.init) ?? file
        frame = Frame(name: last.hasSuffix(".yaml") ? String(last.dropLast(5)) : last, type: nil)
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw CodebookError(file: file, message: "expected YAML, found a mistake: \(error)")
        }
        guard let mapping = root?.mapping else { throw CodebookError(file: file, message: "expected keys and values") }
        var mode: String?
        var contexts: [String] = []
        var cameo: String?
        var isIdiom = false
        for (key, value) in mapping {
            switch key.string ?? "" {
            case "type" where value.string == "none": isIdiom = true
            case "type": frame.type = try Self.type(value, file)
            case "hostile": frame.hostile = try Self.type(value, file)
            case "act":
                guard let act = Self.act(try Self.string(value, file)) else {
                    throw Self.mistake(value, file, "expected negated, a modality or both for \"act\"")
                }
                frame.act = act
            case "stance":
                guard let stance = Stance(rawValue: try Self.string(value, file)) else {
                    let known = Stance.allCases.map(\.rawValue).joined(separator: ", ")
                    throw Self.mistake(value, file, "expected one of \(known) for \"stance\"")
                }
                frame.stance = stance
            case "gloss": frame.gloss = try Self.string(value, file)
            case "mode": mode = try Self.string(value, file)
            case "contexts": contexts = try Self.strings(value, file)
            case "cameo": cameo = try Self.string(value, file)
            case "verb", "noun":
                for node in try Self.sequence(value, file) {
                    wordings.append(try Self.wording(node, isNoun: key.string == "noun", file))
                }
            case "examples":
                examples = try Self.sequence(value, file).map { node throws(CodebookError) in
                    try Self.example(node, file)
                }
            case "counterexamples":
                for node in try Self.sequence(value, file) {
                    counterexamples.append((try Self.string(node, file), node.mark?.line ?? 0))
                }
            default: throw Self.mistake(key, file, "expected a key of frames, found \"\(key.string ?? "")\"")
            }
        }
        guard frame.type != nil || frame.act != nil || isIdiom else {
            throw CodebookError(file: file, message: "expected \"type\" or \"act\", found neither")
        }
        for i in wordings.indices {
            wordings[i].mode = wordings[i].mode ?? mode
            wordings[i].cameo = wordings[i].cameo ?? cameo
            if wordings[i].contexts.isEmpty { wordings[i].contexts = contexts }
        }
    }

    /// Examples that are in no frame: a list of sentences with what is expected of each.
    public static func examples(_ text: String, file: String) throws(CodebookError) -> [Example] {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw CodebookError(file: file, message: "expected YAML, found a mistake: \(error)")
        }
        guard let root else { return [] }
        var examples: [Example] = []
        for node in try sequence(root, file) { examples.append(try example(node, file)) }
        return examples
    }

    // MARK: - Parts

    private static func mistake(_ node: Node, _ file: String, _ message: String) -> CodebookError {
        CodebookError(file: file, line: node.mark?.line ?? 0, message: message)
    }

    private static func string(_ node: Node, _ file: String) throws(CodebookError) -> String {
        guard let text = node.scalar?.string else { throw mistake(node, file, "expected a text") }
        return text
    }

    private static func sequence(_ node: Node, _ file: String) throws(CodebookError) -> [Node] {
        if let sequence = node.sequence { return Array(sequence) }
        if node.null != nil { return [] }
        throw mistake(node, file, "expected a list")
    }

    private static func strings(_ node: Node, _ file: String) throws(CodebookError) -> [String] {
        var found: [String] = []
        for item in try sequence(node, file) { found.append(try string(item, file)) }
        return found
    }

    private static func type(_ node: Node, _ file: String) throws(CodebookError) -> EventType {
        let name = try string(node, file)
        guard let type = EventType(rawValue: name) else {
            throw mistake(node, file, "expected a type of PLOVER, found \"\(name)\"")
        }
        return type
    }

    /// "negated planned", "requested"; `nil` where a word is none of those.
    static func act(_ text: String) -> Frame.Act? {
        var act = Frame.Act()
        for word in text.split(separator: " ") {
            if word == Polarity.negated.rawValue {
                act.isNegated = true
            } else if let modality = Modality(rawValue: String(word)) {
                act.modality = modality
            } else {
                return nil
            }
        }
        return act
    }

    private static func wording(_ node: Node, isNoun: Bool, _ file: String) throws(CodebookError) -> Wording {
        let line = node.mark?.line ?? 0
        if let text = node.scalar?.string {
            return Wording(text: text, isNoun: isNoun, contexts: [], line: line)
        }
        guard let mapping = node.mapping, let pattern = mapping["pattern"]?.string else {
            throw mistake(node, file, "expected a pattern")
        }
        var wording = Wording(text: pattern, isNoun: isNoun, contexts: [], line: line)
        for (key, value) in mapping {
            switch key.string ?? "" {
            case "pattern": continue
            case "mode": wording.mode = try string(value, file)
            case "cameo": wording.cameo = try string(value, file)
            case "contexts": wording.contexts = try strings(value, file)
            default: throw mistake(key, file, "expected a key of patterns, found \"\(key.string ?? "")\"")
            }
        }
        return wording
    }

    private static func example(_ node: Node, _ file: String) throws(CodebookError) -> Example {
        guard let mapping = node.mapping, let sentence = mapping["say"]?.string, let expect = mapping["expect"]?.string
        else { throw mistake(node, file, "expected \"say\" and \"expect\"") }
        guard let expected = ExpectedEvent.list(expect) else {
            throw mistake(node, file, "expected events as TYPE SOURCE > TARGET, found \"\(expect)\"")
        }
        return Example(sentence: sentence, expected: expected, line: node.mark?.line ?? 0)
    }
}
