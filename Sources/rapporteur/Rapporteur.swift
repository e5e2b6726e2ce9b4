import ArgumentParser

@main
struct Rapporteur: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rapporteur",
        abstract: "Reads reports of security diplomacy and keeps a record of each encounter.",
        version: "0.1.0",
        subcommands: [
            CodeCommand.self,
            CorroborateCommand.self,
            AddCommand.self,
            ImportCommand.self,
            ExtractCommand.self,
            WatchCommand.self,
            SourceCommand.self,
            SearchCommand.self,
            ShowCommand.self,
            KnownCommand.self,
            CompareCommand.self,
            LogCommand.self,
            VersionsCommand.self,
            ExportCommand.self,
            ServeCommand.self,
            BriefCommand.self,
            SourcesCommand.self,
            ProblemsCommand.self,
            DecideCommand.self,
            DecisionsCommand.self,
            RebuildCommand.self,
            BackupCommand.self,
            RestoreCommand.self,
            CheckCommand.self,
            ReadCommand.self,
            DatesCommand.self,
            ParseCommand.self,
            WhoCommand.self,
            LexiconCommand.self,
            CodebookCommand.self,
            ExplainCommand.self,
        ])
}
