import Testing

@testable import Corroboration

@Suite("The points of pairs")
struct PairTableTests {
    @Test("a pair is the same in both orders, and is read back")
    func pair() {
        for (i, j) in [(0, 1), (7, 7), (3_000_000_000, 2), (0, 0)] {
            #expect(ClaimPair(i, j) == ClaimPair(j, i))
            #expect((ClaimPair(i, j).a, ClaimPair(i, j).b) == (min(i, j), max(i, j)))
        }
        #expect(ClaimPair(1, 2) < ClaimPair(1, 3))
        #expect(ClaimPair(1, 9) < ClaimPair(2, 0) || ClaimPair(2, 0).a == 0)
    }

    @Test("each value is made once and kept, as a dictionary keeps it, however many there are")
    func many() {
        var table = PairTable()
        var made = 0
        for round in 0..<2 {
            for i in 0..<150 {
                for j in i..<150 where (i * 31 + j * 17) % 3 != 0 {
                    let value = table.value(ClaimPair(j, i)) {
                        made += 1
                        return (i + j) % 5 == 0 ? nil : Matching.Points(standing: Double(i * 1000 + j))
                    }
                    #expect(value?.standing == ((i + j) % 5 == 0 ? nil : Double(i * 1000 + j)), "\(round) \(i) \(j)")
                }
            }
        }
        let pairs = (0..<150).reduce(0) { sum, i in sum + (i..<150).count { (i * 31 + $0 * 17) % 3 != 0 } }
        #expect(made == pairs)
    }
}
