import Desk
import Register
import Testing

@testable import rapporteur

@Suite struct ProgressTests {
    @Test func countsAreToldInWords() {
        #expect(
            ProgressMeter.line(Tally(documents: 7063, errors: 0).words, seconds: 2.06)
                == "rapporteur: 7063 documents, 0 errors, 2.1 s")
        #expect(
            ProgressMeter.line(Tally(documents: 1, errors: 1).words, seconds: 0)
                == "rapporteur: 1 document, 1 error, 0.0 s")
    }

    @Test func anAddTellsItsRateAndTheTimeThatIsLeft() {
        var tally = FilingTally()
        tally.new = 100
        #expect(
            tally.progress(250, of: 1000, seconds: 2) == "100 reports, 50 a second, 25 %, 6 s left")
        #expect(
            tally.progress(10, of: 10_000, seconds: 1) == "100 reports, 100 a second, 0 %, 17 min left")
        #expect(tally.progress(250, of: nil, seconds: 2) == "100 reports, 50 a second")
    }
}
