// Compiles the tables of Data/ and the frames of Data/codebook into the binaries that the program carries, and packs tables
// and frames themselves beside them: lexicon.bin, tables.bin, codebook.bin, frames.bin.
// usage: LexiconCompiler DATA FOLDER STAMP.swift
import Codebook
import FoundationEssentials
import Glibc
import Lexicon

let arguments = CommandLine.arguments
guard arguments.count == 4 else {
    print("usage: LexiconCompiler DATA FOLDER STAMP.swift")
    exit(64)
}
let folder = URL(filePath: arguments[1])
let carried = URL(filePath: arguments[2])

/// The files of `Data/` whose names end so, by name.
func inputs(ending: String) throws -> [LexiconBuilder.Input] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter { $0.hasSuffix(ending) }.map {
        let text = try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        return LexiconBuilder.Input(file: "Data/" + $0, text: text)
    }
}

/// Prints mistakes and ends the program.
func fail(_ errors: [any CustomStringConvertible]) -> Never {
    for error in errors.prefix(50) { print(error) }
    if errors.count > 50 { print("... and \(errors.count - 50) more errors") }
    exit(1)
}

do {
    let cameo = "Data/cameo.tsv"
    let tables = try inputs(ending: ".tsv").filter { $0.file != cameo }
    var builder = LexiconBuilder()
    let lexicon: [UInt8]
    do {
        lexicon = try builder.compile(tables)
    } catch {
        fail(builder.errors)
    }
    let frames = try inputs(ending: ".yaml")
    let codes = try String(contentsOf: folder.appending(path: "cameo.tsv"), encoding: .utf8)
    let codebook: Codebook
    do {
        codebook = try Codebook(
            frames.map { try FrameFile($0.text, file: $0.file) }, codes: CameoTable(codes, file: cameo))
    } catch let error as CodebookErrors {
        fail(error.errors)
    } catch let error as CodebookError {
        fail([error])
    }
    let packed = TableArchive.pack(tables)
    let lines = Array(codebook.lines.utf8)
    for (name, bytes) in [
        ("lexicon.bin", lexicon), ("tables.bin", packed), ("codebook.bin", lines),
        ("frames.bin", TableArchive.pack([.init(file: cameo, text: codes)] + frames)),
    ] {
        try Data(bytes).write(to: carried.appending(path: name))
    }
    // Declares the sizes, so that a change of them rebuilds what depends on this module.
    try Data(
        """
        /// Bytes of the compiled lexicon, of the packed tables and of the compiled codebook.
        public let compiledLexiconSize = \(lexicon.count)
        public let packedTablesSize = \(packed.count)
        public let compiledCodebookSize = \(lines.count)

        """.utf8
    )
    .write(to: URL(filePath: arguments[3]))
} catch {
    print("\(arguments[1]): error: \(error)")
    exit(1)
}
