public import Diplomacy

/// Frames of events with their patterns, in the order of their names.
///
/// The program carries a codebook compiled to lines of text (``lines``), which are quick to read; people write YAML
/// (``FrameFile``).
public struct Codebook: Sendable {
    public private(set) var frames: [Frame] = []
    public private(set) var patterns: [Pattern] = []
    /// Goldstein's score by CAMEO code.
    private var scores: [String: Double] = [:]

    /// A codebook of frames; one of a later file takes the place of one of the same name.
    ///
    /// - Parameter codes: the table of CAMEO codes with their scores.
    /// - Throws: the mistakes of the files, all of them.
    public init(_ files: [FrameFile], codes: CameoTable) throws(CodebookErrors) {
        scores = codes.scores
        var newest: [String: FrameFile] = [:]
        for file in files { newest[file.frame.name] = file }
        var errors: [CodebookError] = []
        for file in newest.values.sorted(by: { $0.frame.name < $1.frame.name }) {
            frames.append(file.frame)
            for wording in file.wordings {
                do throws(CodebookError) {
                    try add(wording, of: file)
                } catch {
                    errors.append(error)
                }
            }
        }
        if !errors.isEmpty { throw CodebookErrors(errors: errors) }
    }

    private mutating func add(_ wording: FrameFile.Wording, of file: FrameFile) throws(CodebookError) {
        if let code = wording.cameo, scores[code] == nil {
            throw CodebookError(
                file: file.file, line: wording.line, message: "expected a CAMEO code, found \"\(code)\"")
        }
        do throws(PatternSyntax.Mistake) {
            var pattern = try PatternSyntax.pattern(
                wording.text, isNoun: wording.isNoun, frame: frames.count - 1)
            pattern.mode = wording.mode
            pattern.contexts = wording.contexts
            pattern.cameo = wording.cameo
            pattern.goldstein = wording.cameo.flatMap { scores[$0] }
            patterns.append(pattern)
        } catch {
            throw CodebookError(file: file.file, line: wording.line, message: error.message)
        }
    }

    /// Goldstein's score of a code.
    public func goldstein(_ cameo: String) -> Double? { scores[cameo] }

    // MARK: - Compiled

    /// The codebook as lines of text, fields between tabs: `c` a code and its score, `f` a frame, `v` and `n` a pattern around a
    /// verb or a noun of the frame before.
    public var lines: String {
        var out = ""
        for (code, score) in scores.sorted(by: { $0.key < $1.key }) { out += "c\t\(code)\t\(score)\n" }
        for (i, frame) in frames.enumerated() {
            let act = frame.act.map { ($0.isNegated ? "negated " : "") + ($0.modality?.rawValue ?? "") } ?? ""
            out += "f\t\(frame.name)\t\(frame.type?.rawValue ?? "")\t\(frame.hostile?.rawValue ?? "")\t\(act)\t"
            out += "\(frame.stance?.rawValue ?? "")\t\(frame.gloss)\n"
            for pattern in patterns where pattern.frame == i {
                out += "\(pattern.isNoun ? "n" : "v")\t\(pattern.text)\t\(pattern.mode ?? "")\t"
                out += "\(pattern.contexts.joined(separator: ","))\t\(pattern.cameo ?? "")\n"
            }
        }
        return out
    }

    /// Opens what ``lines`` wrote; `nil` where the bytes are none of it.
    public init?(lines: UnsafeRawBufferPointer) {
        for line in lines.split(separator: 0x0A) {
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            switch fields[0] {
            case "c" where fields.count == 3: scores[fields[1]] = Double(fields[2])
            case "f" where fields.count == 7:
                frames.append(
                    Frame(
                        name: fields[1], type: EventType(rawValue: fields[2]), hostile: EventType(rawValue: fields[3]),
                        act: fields[4].isEmpty ? nil : FrameFile.act(fields[4]), stance: Stance(rawValue: fields[5]),
                        gloss: fields[6]))
            case "v" where fields.count == 5, "n" where fields.count == 5:
                guard !frames.isEmpty,
                    var pattern = try? PatternSyntax.pattern(
                        fields[1], isNoun: fields[0] == "n", frame: frames.count - 1)
                else { return nil }
                pattern.mode = fields[2].isEmpty ? nil : fields[2]
                pattern.contexts = fields[3].split(separator: ",").map(String.init)
                pattern.cameo = fields[4].isEmpty ? nil : fields[4]
                pattern.goldstein = pattern.cameo.flatMap { scores[$0] }
                patterns.append(pattern)
            default: return nil
            }
        }
    }
}

/// All mistakes of a codebook.
public struct CodebookErrors: Error, Sendable {
    public var errors: [CodebookError]
}

/// CAMEO codes with Goldstein's scores, from `Data/cameo.tsv`.
public struct CameoTable: Sendable {
    public let scores: [String: Double]

    /// Reads a table of code, score and source, with a head.
    public init(_ text: String, file: String) throws(CodebookError) {
        var scores: [String: Double] = [:]
        for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty && !line.hasPrefix("#") && !line.hasPrefix("code\t") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 2, let score = Double(fields[1]), (-10...10).contains(score) else {
                throw CodebookError(
                    file: file, line: i + 1, message: "expected a code and a score from -10 to 10, found \"\(line)\"")
            }
            scores[String(fields[0])] = score
        }
        self.scores = scores
    }
}
