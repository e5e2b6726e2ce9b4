import ArgumentParser
import Codebook
import Coding
import Diplomacy
import FoundationEssentials
import Lexicon

/// Which codebook of events a command uses.
struct CodebookOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("A folder of frames (.yaml) that lie over the program's own.", valueName: "DIR"))
    var codebook: String?

    func open() throws -> Codebook { try CodebookStore.open(codebook) }
}

/// `rapporteur codebook`: the frames by which events are coded.
struct CodebookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codebook", abstract: "Checks and exports the frames by which events are coded.",
        discussion: """
            One frame is one file: what it means, its patterns, examples and counter-examples. A folder of frames of your \
            own lies over the program's with --codebook DIR (see Documentation/Codebook.md):

              rapporteur codebook export mine
              rapporteur codebook check --codebook mine
              rapporteur explain "Canada imposed sanctions on two Belarusian banks." --codebook mine
            """,
        subcommands: [CodebookCheckCommand.self, CodebookExportCommand.self])
}

struct CodebookCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Codes every example and counter-example of every frame.",
        discussion: """
            Prints each one that is not coded as its frame says, with file and line; the exit status is 65 where there \
            are any. With --codebook only the frames of that folder are checked, over the program's own.
            """)

    @OptionGroup var codebook: CodebookOptions
    @Option(help: "A file of examples of their own, a YAML list of \"say\" and \"expect\", to be checked instead.")
    var sentences: String?
    @Flag(help: "Tell the count by type, and nothing of single sentences.")
    var summary = false

    func run() throws {
        try reporting {
            let own = try CodebookStore.ownFrames()
            let added = try codebook.codebook.map { try CodebookStore.frames(in: $0) }
            let coder = try Coder.program(codebook: CodebookStore.codebook(of: own + (added ?? [])))
            var counts: [String: (right: Int, all: Int)] = [:]
            func judge(_ key: String, _ sentence: String, _ at: String, _ problem: ([Event]) -> String?) throws {
                counts[key, default: (0, 0)].all += 1
                guard let wrong = problem(Self.events(of: sentence, coder)) else {
                    counts[key, default: (0, 0)].right += 1
                    return
                }
                if !summary { try Output.standard.write("\(at): \(wrong)\n    \(sentence)\n") }
            }
            if let sentences {
                let text = String(decoding: try Files.contents(sentences, expected: "examples"), as: UTF8.self)
                for example in try Self.examples(text, file: sentences) {
                    let key = example.expected.last?.type.rawValue ?? "(none)"
                    try judge(key, example.sentence, "\(sentences):\(example.line)") {
                        ExampleJudge.problem($0, expected: example.expected)
                    }
                }
            }
            for file in sentences == nil ? added ?? own : [] {
                let key = file.frame.type?.rawValue ?? "(act)"
                for example in file.examples {
                    try judge(key, example.sentence, "\(file.file):\(example.line)") {
                        ExampleJudge.problem($0, expected: example.expected)
                    }
                }
                for (sentence, line) in file.counterexamples {
                    try judge(key, sentence, "\(file.file):\(line)") {
                        ExampleJudge.problem($0, forbidding: file.frame.name)
                    }
                }
            }
            for (type, count) in counts.sorted(by: { $0.key < $1.key }) {
                try Output.standard.write("\(String(count.right).leftPadded(6)) of \(count.all) \(type)\n")
            }
            let all = counts.values.reduce(0) { $0 + $1.all }
            let right = counts.values.reduce(0) { $0 + $1.right }
            try Output.standard.write("\(String(right).leftPadded(6)) of \(all) right\n")
            if right < all {
                throw Failure(
                    "expected every example to be coded as its frame says, found \(all - right) that are not",
                    .notADocument)
            }
        }
    }

    private static func examples(_ text: String, file: String) throws -> [FrameFile.Example] {
        do throws(CodebookError) {
            return try FrameFile.examples(text, file: file)
        } catch {
            throw Failure("\(error)", .notADocument)
        }
    }

    /// The events of a sentence by itself.
    static func events(of sentence: String, _ coder: Coder) -> [Event] {
        coder.record(
            for: Document(id: "", text: sentence, published: Day(year: 2026, month: 3, day: 12), language: "en")
        ).events
    }
}

struct CodebookExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the program's frames into a folder, to be read and changed.")

    @Argument(help: "The folder; made where it is not there.")
    var folder: String

    func run() throws {
        try reporting {
            try Files.makeFolder(folder)
            let frames = try CodebookStore.sources()
            for frame in frames {
                let name = frame.file.split(separator: "/").last.map(String.init) ?? frame.file
                try Files.write(Array(frame.text.utf8), to: "\(folder)/\(name)")
            }
            Output.error.note("\(frames.count) frames in \(folder)\n")
        }
    }
}
