import Foundation
import PackagePlugin

/// Compiles the tables of `Data/` into `lexicon.bin` and packs them into `tables.bin`, and the frames of `Data/codebook` into
/// `codebook.bin` and `frames.bin`, all in `Sources/CLexicon`, before that target embeds them.
///
/// The binaries are no declared output: SwiftPM takes part of its plan from the source folders, so a declared output in one
/// makes every later build run this command before there is a plan, and fail ("unknown build description"). The compiler
/// finds the binary as a dependency of `#embed`, and `CLexicon` waits for the stamp.
@main
struct CompileLexicon: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let data = context.package.directoryURL.appending(path: "Data")
        let carried = context.package.directoryURL.appending(path: "Sources/CLexicon")
        let stamp = context.pluginWorkDirectoryURL.appending(path: "CompiledLexicon.swift")
        let tables = try FileManager.default.subpathsOfDirectory(atPath: data.path)
            .filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".yaml") }.sorted().map { data.appending(path: $0) }
        return [
            .buildCommand(
                displayName: "Compiling the lexicon's tables",
                executable: try context.tool(named: "LexiconCompiler").url,
                arguments: [data.path, carried.path, stamp.path], inputFiles: tables, outputFiles: [stamp])
        ]
    }
}
