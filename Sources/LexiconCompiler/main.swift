// Compiles the tables of Data/ into the binary that the program carries.
// usage: LexiconCompiler DATA OUTPUT.bin STAMP.swift
import FoundationEssentials
import Glibc
import Language
import Lexicon

let arguments = CommandLine.arguments
guard arguments.count == 4 else {
    print("usage: LexiconCompiler DATA OUTPUT.bin STAMP.swift")
    exit(64)
}
let folder = URL(filePath: arguments[1])
do {
    var inputs: [LexiconBuilder.Input] = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() where name.hasSuffix(".tsv") {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        inputs.append(.init(file: "Data/" + name, text: text))
    }
    var builder = LexiconBuilder(split: { wording in
        Wordings.split(wording).map { token, start in
            WordingToken(key: token.key, isCapital: token.has(.capital), start: start)
        }
    })
    let bytes: [UInt8]
    do {
        bytes = try builder.compile(inputs)
    } catch {
        for error in builder.errors.prefix(50) { print(error) }
        if builder.errors.count > 50 { print("... and \(builder.errors.count - 50) more errors") }
        exit(1)
    }
    try Data(bytes).write(to: URL(filePath: arguments[2]))
    // Declares the table's size, so that a change of the tables rebuilds what depends on this module.
    try Data("/// Bytes of the compiled lexicon.\npublic let compiledLexiconSize = \(bytes.count)\n".utf8)
        .write(to: URL(filePath: arguments[3]))
} catch {
    print("\(arguments[1]): error: \(error)")
    exit(1)
}
