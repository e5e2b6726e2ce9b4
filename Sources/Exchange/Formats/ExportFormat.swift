package import Register

/// A writer of one format. What it gives, in the order of the calls, is the file: the head, each encounter, each report, the tail.
///
/// Encounters come first, then reports, each once; a writer that has nothing to say of one gives no bytes. A writer keeps of what it
/// has written only the ids that it must not repeat, or counts of pairs: never an encounter.
package protocol ExportWriter: Sendable {
    mutating func head() -> [UInt8]
    mutating func encounter(_ item: ExportedEncounter) -> [UInt8]
    mutating func report(_ item: ExportedReport) -> [UInt8]
    mutating func tail() -> [UInt8]
}

extension ExportWriter {
    package mutating func encounter(_ item: ExportedEncounter) -> [UInt8] { [] }
    package mutating func report(_ item: ExportedReport) -> [UInt8] { [] }
}

/// The formats of one file that an ``ExportWriter`` writes. Tables as CSV, JSON Lines, the data package and the snapshot have their
/// own ways: see Documentation/Export.md.
package enum ExportFormat: String, Sendable, CaseIterable {
    case ftm
    case graphml
    /// ``graphml`` with the pairs of parties in place of the encounters.
    case dyads = "graphml-dyads"
    case jsonld
    case calendar = "ics"
    case bibtex
    case ris
    case csl

    /// Whether the writer has something to say of encounters. Where not, they need not be read.
    package var takesEncounters: Bool {
        switch self {
        case .bibtex, .ris, .csl: false
        default: true
        }
    }

    /// Whether the writer has something to say of reports. Where not, they need not be read.
    package var takesReports: Bool {
        switch self {
        case .graphml, .dyads, .calendar: false
        default: true
        }
    }

    /// - Parameter site: the address of the register's site, without a slash at its end, under which encounters have pages
    ///   (`SITE/encounters/ID`); `nil` where there is none.
    package func writer(_ note: ExportNote, _ names: ExportNames, site: String? = nil) -> any ExportWriter {
        switch self {
        case .ftm: FollowTheMoneyWriter(names, site: site)
        case .graphml: GraphMLWriter(note, names)
        case .dyads: DyadGraphWriter(note, names)
        case .jsonld: JSONLDWriter(note, names, site: site)
        case .calendar: CalendarWriter(note, names, site: site)
        case .bibtex: BibliographyWriter(.bibtex, note)
        case .ris: BibliographyWriter(.ris, note)
        case .csl: BibliographyWriter(.csl, note)
        }
    }
}
