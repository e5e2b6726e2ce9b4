import Testing

@testable import rapporteur

@Suite struct ProgressTests {
    @Test func countsAreToldInWords() {
        #expect(
            ProgressMeter.line(Tally(documents: 7063, errors: 0), seconds: 2.06)
                == "rapporteur: 7063 documents, 0 errors, 2.1 s")
        #expect(
            ProgressMeter.line(Tally(documents: 1, errors: 1), seconds: 0) == "rapporteur: 1 document, 1 error, 0.0 s")
    }
}
