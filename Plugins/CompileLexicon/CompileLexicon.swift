import Foundation
import PackagePlugin

/// Compiles the tables of `Data/` into `Sources/CLexicon/lexicon.bin` before that target embeds it.
@main
struct CompileLexicon: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let data = context.package.directoryURL.appending(path: "Data")
        let binary = context.package.directoryURL.appending(path: "Sources/CLexicon/lexicon.bin")
        let stamp = context.pluginWorkDirectoryURL.appending(path: "CompiledLexicon.swift")
        let tables = try FileManager.default.subpathsOfDirectory(atPath: data.path)
            .filter { $0.hasSuffix(".tsv") }.sorted().map { data.appending(path: $0) }
        return [
            .buildCommand(
                displayName: "Compiling the lexicon's tables",
                executable: try context.tool(named: "LexiconCompiler").url,
                arguments: [data.path, binary.path, stamp.path], inputFiles: tables, outputFiles: [stamp, binary])
        ]
    }
}
