// swift-tools-version: 6.1
import PackageDescription

// The program that feeds the readers of Rapporteur with what a fuzzer makes up. The modules are links to those of the
// package around this one, so that one build instruments them all; `Crypto` is a small stand-in.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Fuzz",
    targets: [
        .target(name: "Diplomacy", swiftSettings: strict),
        .target(name: "CHypertext", exclude: ["entities.tsv"]),
        .target(name: "Hypertext", dependencies: ["CHypertext"], swiftSettings: strict),
        .systemLibrary(name: "CArchives"),
        .target(name: "Archives", dependencies: ["CArchives", "Hypertext"], swiftSettings: strict),
        .target(name: "Crypto", swiftSettings: strict),
        .target(
            name: "Reading", dependencies: ["Diplomacy", "Hypertext", "Archives", "Crypto"], swiftSettings: strict),
        .target(name: "Robots", swiftSettings: strict),
        .executableTarget(
            name: "fuzz", dependencies: ["Diplomacy", "Hypertext", "Archives", "Reading", "Robots"],
            swiftSettings: strict),
    ]
)
