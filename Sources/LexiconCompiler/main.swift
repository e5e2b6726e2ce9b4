// Compiles the tables of Data/ into the binary that the program carries, and packs the tables themselves beside it.
// usage: LexiconCompiler DATA LEXICON.bin TABLES.bin STAMP.swift
import FoundationEssentials
import Glibc
import Lexicon

let arguments = CommandLine.arguments
guard arguments.count == 5 else {
    print("usage: LexiconCompiler DATA LEXICON.bin TABLES.bin STAMP.swift")
    exit(64)
}
let folder = URL(filePath: arguments[1])
do {
    var inputs: [LexiconBuilder.Input] = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() where name.hasSuffix(".tsv") {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        inputs.append(.init(file: "Data/" + name, text: text))
    }
    var builder = LexiconBuilder()
    let bytes: [UInt8]
    do {
        bytes = try builder.compile(inputs)
    } catch {
        for error in builder.errors.prefix(50) { print(error) }
        if builder.errors.count > 50 { print("... and \(builder.errors.count - 50) more errors") }
        exit(1)
    }
    let tables = TableArchive.pack(inputs)
    try Data(bytes).write(to: URL(filePath: arguments[2]))
    try Data(tables).write(to: URL(filePath: arguments[3]))
    // Declares the tables' sizes, so that a change of them rebuilds what depends on this module.
    try Data(
        """
        /// Bytes of the compiled lexicon and of the packed tables.
        public let compiledLexiconSize = \(bytes.count)
        public let packedTablesSize = \(tables.count)

        """.utf8
    )
    .write(to: URL(filePath: arguments[4]))
} catch {
    print("\(arguments[1]): error: \(error)")
    exit(1)
}
