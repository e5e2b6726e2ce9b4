import Language
import Testing

/// Tables that the models look words, ends of words and moves up in.
@Suite struct KeyTableTests {
    /// A table, and the weights that own its memory.
    struct Kept {
        let weights: Weights
        let table: KeyTable<UInt16>

        init(_ entries: [UInt64: UInt16]) throws {
            var writer = WeightsWriter()
            KeyTable.write(entries, free: 0, "t", to: &writer)
            weights = try #require(Weights(writer.bytes()))
            table = try #require(KeyTable<UInt16>(weights, "t", allows: { _ in true }))
        }

        func value(_ key: UInt64) -> UInt16? { withExtendedLifetime(weights) { table[key] } }
    }

    @Test(arguments: [0, 1, 700, 5000])
    func everyEntryIsFoundAndNothingElse(count: Int) throws {
        let entries = Dictionary(
            uniqueKeysWithValues: (0..<count).map {
                (UInt64($0 + 1) &* 0xD134_2543_DE82_EF95, UInt16(truncatingIfNeeded: $0 &* 40503))
            })
        let kept = try Kept(entries)
        for (key, value) in entries { #expect(kept.value(key) == value) }
        for key in (1...2000).map({ UInt64($0) }) where entries[key] == nil { #expect(kept.value(key) == nil) }
    }

    @Test func keysThatDifferInOneEndAreToldApart() throws {
        let entries = Dictionary(uniqueKeysWithValues: (0..<64).map { (UInt64(1) << UInt64($0), UInt16($0)) })
        let kept = try Kept(entries)
        for (key, value) in entries { #expect(kept.value(key) == value) }
    }

    @Test func aValueThatIsNotAllowedDoesNotOpen() throws {
        var writer = WeightsWriter()
        KeyTable.write([7: UInt16(9)], free: 0, "t", to: &writer)
        let weights = try #require(Weights(writer.bytes()))
        #expect(KeyTable<UInt16>(weights, "t", allows: { $0 < 9 }) == nil)
        #expect(KeyTable<UInt16>(weights, "other", allows: { _ in true }) == nil)
    }
}
