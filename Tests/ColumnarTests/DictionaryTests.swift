import Testing

@testable import Columnar

@Suite("Dictionaries of columns")
struct DictionaryTests {
    private func index(_ text: String, in dictionary: inout ValueDictionary) -> UInt32? {
        Array(text.utf8).withUnsafeBytes { dictionary.index(of: $0) }
    }

    @Test("values have places in the order in which they came, and texts their length in front")
    func order() {
        var dictionary = ValueDictionary(of: .byteArray, limit: 1000)
        let places = ["b", "", "a", "b", "", "ab"].map { index($0, in: &dictionary) }
        #expect(places == [0, 1, 2, 0, 1, 3])
        #expect(dictionary.count == 4)
        #expect(
            dictionary.bytes == [1, 0, 0, 0, 0x62, 0, 0, 0, 0, 1, 0, 0, 0, 0x61, 2, 0, 0, 0, 0x61, 0x62])
        #expect(dictionary[plain: 3] == [2, 0, 0, 0, 0x61, 0x62])
    }

    @Test("numbers stand without a length")
    func numbers() {
        var dictionary = ValueDictionary(of: .int64, limit: 1000)
        for number in [7, 7, -1] as [Int64] {
            _ = withUnsafeBytes(of: number.littleEndian) { dictionary.index(of: $0) }
        }
        #expect(dictionary.bytes == [7, 0, 0, 0, 0, 0, 0, 0] + Array(repeating: 0xFF, count: 8))
    }

    @Test("a value that does not fit is refused, and one that is there is found even so")
    func limit() {
        var dictionary = ValueDictionary(of: .byteArray, limit: 11)
        #expect(index("abc", in: &dictionary) == 0)
        #expect(index("d", in: &dictionary) == nil)
        #expect(index("", in: &dictionary) == 1)
        #expect(index("abc", in: &dictionary) == 0)
        var none = ValueDictionary(of: .byteArray, limit: 0)
        #expect(index("", in: &none) == nil)
    }

    @Test("100,000 values, most of them alike but for a byte, keep their places")
    func many() {
        var dictionary = ValueDictionary(of: .byteArray, limit: 10 << 20)
        for _ in 0..<2 {
            for i in 0..<100_000 {
                let place = index("https://example.org/readouts/2026/\(i)", in: &dictionary)
                if place != UInt32(i) {
                    Issue.record("expected place \(i), found \(String(describing: place))")
                    return
                }
            }
        }
        #expect(dictionary.count == 100_000)
    }

    @Test("values made to fall on one place are refused before they cost time")
    func collisions() {
        var dictionary = ValueDictionary(of: .int64, limit: 1 << 20)
        var taken = 0
        var number: UInt64 = 0
        while number < 1_000_000, taken <= ValueDictionary.longestProbe {
            let isTaken = withUnsafeBytes(of: number.littleEndian) { bytes in
                guard ValueDictionary.hash(bytes) & 1023 == 0 else { return true }
                taken += 1
                return dictionary.index(of: bytes) != nil
            }
            if !isTaken { break }
            number += 1
        }
        #expect(taken == ValueDictionary.longestProbe + 1)
        #expect(dictionary.count == ValueDictionary.longestProbe)
    }

    @Test("it starts anew")
    func removal() {
        var dictionary = ValueDictionary(of: .byteArray, limit: 10_000)
        for i in 0..<500 { _ = index("\(i)", in: &dictionary) }
        dictionary.removeAll()
        #expect(dictionary.count == 0)
        #expect(dictionary.bytes.isEmpty)
        #expect(index("499", in: &dictionary) == 0)
        #expect(index("0", in: &dictionary) == 1)
    }
}
