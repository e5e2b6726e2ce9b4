// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// Where `make` has put a link to the system's libsqlite3.a: searched first, it makes SQLite a part of the program.
// Without it the shared library is found, as ever.
let staticLibraries = "-L\(Context.packageDirectory)/.build/static"

let package = Package(
    name: "Rapporteur",
    products: [
        .executable(name: "rapporteur", targets: ["rapporteur"]),
        .library(name: "Coding", targets: ["Coding"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.30.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.10.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        .target(name: "Diplomacy", swiftSettings: strict),
        .target(name: "Contract", dependencies: ["Diplomacy"], swiftSettings: strict),
        .target(name: "CPrefetch"),
        .target(name: "Language", dependencies: ["Diplomacy", "CPrefetch"], swiftSettings: strict),
        // `LexiconTables` exists so that its plugin compiles `Data/` before `CLexicon` embeds the result.
        .target(name: "LexiconTables", swiftSettings: strict, plugins: ["CompileLexicon"]),
        .target(name: "CLexicon", dependencies: ["LexiconTables"]),
        .target(name: "CWeights"),
        .target(name: "Lexicon", dependencies: ["Diplomacy", "Language"], swiftSettings: strict),
        .target(
            name: "Codebook",
            dependencies: ["Diplomacy", "Language", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(name: "CHypertext", exclude: ["entities.tsv"]),
        .target(name: "Hypertext", dependencies: ["CHypertext"], swiftSettings: strict),
        .systemLibrary(name: "CArchives"),
        .target(name: "Archives", dependencies: ["CArchives", "Hypertext"], swiftSettings: strict),
        .target(name: "Spreadsheet", dependencies: ["Archives", "CArchives", "Hypertext"], swiftSettings: strict),
        .target(
            name: "Fetching",
            dependencies: [
                "Hypertext", .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
            ], swiftSettings: strict),
        .target(
            name: "Reading",
            dependencies: ["Diplomacy", "Hypertext", "Archives", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(
            name: "Coding",
            dependencies: ["Diplomacy", "Lexicon", "Language", "Codebook"],
            swiftSettings: strict),
        .target(name: "Corroboration", dependencies: ["Diplomacy"], swiftSettings: strict),
        .target(name: "Analysis", dependencies: ["Diplomacy"], swiftSettings: strict),
        .target(name: "Charts", swiftSettings: strict),
        .target(name: "Datasets", dependencies: ["Diplomacy"], swiftSettings: strict),
        .target(name: "Columnar", dependencies: ["CArchives"], swiftSettings: strict),
        .target(
            name: "Register",
            dependencies: [
                "Diplomacy", "Contract", "Corroboration", "Datasets", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ], swiftSettings: strict),
        .target(
            name: "Wording", dependencies: ["Diplomacy", "Language", "Register"], swiftSettings: strict),
        .target(
            name: "Exchange",
            dependencies: ["Diplomacy", "Contract", "Register", "Datasets", "Columnar", "Spreadsheet"],
            swiftSettings: strict),
        .target(
            name: "Dossier",
            dependencies: ["Diplomacy", "Contract", "Corroboration", "Register", "Analysis", "Charts"],
            swiftSettings: strict),
        // `Floors.json` and `NOTICE` are embedded where they stand.
        .target(name: "CSite", exclude: ["site.css", "site.js", "icon.svg", "openapi.json"]),
        .target(
            name: "Site",
            dependencies: [
                "Diplomacy", "Contract", "Corroboration", "Register", "Analysis", "Charts", "Dossier", "Wording",
                "Exchange",
                "CSite", "Datasets",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ], swiftSettings: strict),
        .target(
            name: "Desk",
            dependencies: [
                "Diplomacy", "Contract", "Hypertext", "Archives", "Spreadsheet", "Reading", "Fetching", "Coding",
                "Corroboration", "Register",
            ], swiftSettings: strict),
        .executableTarget(
            name: "rapporteur",
            dependencies: [
                "Diplomacy", "Contract", "Lexicon", "Language", "Codebook", "Hypertext", "Archives", "Reading",
                "Fetching",
                "Coding", "Corroboration",
                "Register", "Analysis", "Charts", "Dossier", "Desk", "Wording", "Exchange", "Datasets", "Columnar",
                "Spreadsheet", "Site", "CLexicon",
                "LexiconTables", "CWeights",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict, linkerSettings: [.unsafeFlags([staticLibraries])]),
        .executableTarget(
            name: "train",
            dependencies: [
                "Diplomacy", "Language", "Lexicon", "Codebook", "Coding", "CLexicon", "LexiconTables", "CWeights",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "LexiconCompiler", dependencies: ["Lexicon", "Codebook"], swiftSettings: strict),
        .plugin(
            name: "CompileLexicon", capability: .buildTool(), dependencies: ["LexiconCompiler"]),
        .testTarget(name: "DiplomacyTests", dependencies: ["Diplomacy"], swiftSettings: strict),
        .testTarget(
            name: "AnalysisTests", dependencies: ["Analysis", "Diplomacy", "Reading"], swiftSettings: strict),
        .testTarget(
            name: "DossierTests",
            dependencies: ["Dossier", "Diplomacy", "Contract", "Corroboration", "Register", "Analysis", "Charts"],
            swiftSettings: strict),
        .testTarget(name: "SpreadsheetTests", dependencies: ["Spreadsheet"], swiftSettings: strict),
        .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "Diplomacy"], swiftSettings: strict),
        .testTarget(name: "ColumnarTests", dependencies: ["Columnar", "CArchives"], swiftSettings: strict),
        .testTarget(name: "ChartsTests", dependencies: ["Charts"], swiftSettings: strict),
        .testTarget(name: "LanguageTests", dependencies: ["Language", "CWeights"], swiftSettings: strict),
        .testTarget(name: "TrainTests", dependencies: ["train", "Language"], swiftSettings: strict),
        .testTarget(
            name: "LexiconTests", dependencies: ["Diplomacy", "Lexicon", "Language"], swiftSettings: strict),
        .testTarget(name: "CodebookTests", dependencies: ["Codebook", "Diplomacy"], swiftSettings: strict),
        .testTarget(
            name: "CorroborationTests", dependencies: ["Corroboration", "Diplomacy"], swiftSettings: strict),
        .testTarget(
            name: "RegisterTests",
            dependencies: [
                "Register", "Corroboration", "Contract", "Diplomacy", "Datasets",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ExchangeTests",
            dependencies: [
                "Exchange", "Contract", "Diplomacy", "Register", "Datasets", "Columnar",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Site", "Wording", "Exchange", "Register", "Dossier", "Corroboration", "Contract", "Diplomacy",
                .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: strict),
        .target(name: "Timing", path: "Tests/Timing", swiftSettings: strict),
        .target(name: "Compressing", dependencies: ["CArchives"], path: "Tests/Compressing", swiftSettings: strict),
        .testTarget(name: "HypertextTests", dependencies: ["Hypertext", "Timing"], swiftSettings: strict),
        .testTarget(
            name: "ArchivesTests", dependencies: ["Archives", "CArchives", "Compressing"], swiftSettings: strict),
        .testTarget(
            name: "FetchingTests",
            dependencies: [
                "Fetching", "Hypertext", "Loopback", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ], swiftSettings: strict),
        // The server on this machine that tests of fetching and watching ask.
        .target(
            name: "Loopback",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ], path: "Tests/Loopback", swiftSettings: strict),
        .testTarget(
            name: "ReadingTests",
            dependencies: ["Reading", "Archives", "Hypertext", "Diplomacy", "Timing", "Compressing"],
            swiftSettings: strict),
        .testTarget(
            name: "DeskTests",
            dependencies: [
                "Desk", "Archives", "Codebook", "Coding", "CLexicon", "CWeights", "Diplomacy", "Fetching", "Hypertext",
                "Language", "Lexicon", "Loopback", "Reading", "Register", "Contract", "Exchange", "Spreadsheet",
            ], swiftSettings: strict),
        .testTarget(
            name: "RapporteurTests",
            dependencies: [
                "rapporteur", "Archives", "Diplomacy", "Contract", "Lexicon", "Codebook", "Reading", "Coding",
                "Register", "Corroboration", "Analysis", "Dossier",
                "Desk", "Fetching", "Loopback", "Wording", "Exchange", "Datasets", "Compressing",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "CodingTests", dependencies: ["Coding", "Codebook", "CLexicon", "CWeights", "Reading"],
            swiftSettings: strict),
    ]
)
