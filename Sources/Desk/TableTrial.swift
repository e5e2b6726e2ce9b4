package import Coding
package import Diplomacy
package import Reading

/// What the rows of a desk's own table would become, without any register.
package enum TableTrial {
    /// What would come of one row.
    package struct Row: Sendable {
        /// The line of the file, or the row of its sheet, from 1.
        package var line: Int
        /// `nil` where the row is no document.
        package var document: Document?
        /// Why it is none.
        package var problem: VisitRowProblem?
        /// The row's own encounter first, then those of its free text; empty where there is none.
        package var encounters: [Encounter]
        /// What was noticed, and where there is no encounter, why.
        package var diagnostics: [Diagnostic]

        /// The row's own encounter.
        package var encounter: Encounter? { encounters.first }
    }

    /// Gives what comes of every row with a word in it, in order. Memory: one row and the ids of all.
    ///
    /// - Throws: ``ReadingError`` where the table lacks a column that the map names; what `give` throws.
    package static func run(
        _ file: TableFile, map: TableMap, coder: Coder, _ give: (Row) throws -> Void
    ) throws {
        var reader = try TableRowReader(map, header: file.header)
        let session = CodingSession(coder)
        for line in file.rows {
            switch reader.read(line) {
            case .document(let document):
                let record = session.record(for: document)
                try give(
                    Row(
                        line: line.line, document: document, encounters: record.encounters,
                        diagnostics: record.diagnostics))
            case .problem(let problem):
                try give(Row(line: line.line, problem: problem, encounters: [], diagnostics: []))
            case nil: break
            }
        }
    }
}
