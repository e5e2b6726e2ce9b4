import Coding
import Diplomacy
import Lexicon
import Testing

/// What holds of the candidates of every phrase.
@Suite struct PhrasePropertyTests {
    static let odd = [
        "", " ", "\n\t", "\u{FEFF}", "😀", "🇫🇷", "👩‍👩‍👧", "!!! ??? ...", "—", "\"", "()", ",,,,", "of", "of of of",
        "of the in from",
        "王毅", "Президент", "\u{0}\u{1}", "e\u{301}\u{301}\u{301}", "'s", "s'", "-", "ex-", "former", "former former",
        "12", "1.5.2014",
        "https://example.org/a?b=c", "A", "Ab", "AB", "al-", "van der", "X X X X X X X X X X X X", "President",
        "President of",
        "of President", "the President of the", "President President President",
        "Foreign Minister and Foreign Minister",
        "Merkel Merkel Merkel", "Russia Russia", "Russia's Russia's", "US-Russia", "Lavrov, Kerry, Merkel and Putin",
    ]
    static let long = [
        String(repeating: "a", count: 5000), String(repeating: "Merkel ", count: 715),
        String(repeating: "of ", count: 1667),
        String(repeating: "Russian Foreign Minister ", count: 200), String(repeating: "😀", count: 5000),
        String(repeating: "(", count: 5000), String(repeating: "M. ", count: 1667),
    ]
    static let phrases =
        [PhrasePersonTests.all, PhraseNounTests.all].joined().joined().map { $0 }
        + (odd + long).map { Phrase($0, nil) } + odd.map { Phrase($0, context: "Chile, Peru", nil) }
    static let readings = phrases.map { ($0, $0.candidates) }

    @Test func theListIsWide() {
        #expect(Self.phrases.count > 200)
        #expect(Self.readings.filter { !$0.1.isEmpty }.count > 150)
    }

    @Test func everyRowIsOneOfATable() {
        let tables = Set(Embedded.lexicon.tables)
        for (phrase, candidates) in Self.readings {
            for origin in candidates.flatMap(\.origins) {
                #expect(tables.contains(origin.table), "\(phrase.words.prefix(80)): \(origin)")
                #expect(origin.line > 0, "\(phrase.words.prefix(80)): \(origin)")
            }
        }
    }

    @Test func everyCandidateNamesARow() {
        for (phrase, candidates) in Self.readings {
            for candidate in candidates {
                #expect(
                    !candidate.origins.isEmpty, "\(phrase.words.prefix(80)): \(candidate.line), \(candidate.reading)")
            }
        }
    }

    @Test func scoresLieBetweenNothingAndOneAndDescend() {
        for (phrase, candidates) in Self.readings {
            let scores = candidates.map(\.score)
            #expect(scores.allSatisfy { (0...1).contains($0) }, "\(phrase.words.prefix(80)): \(scores)")
            #expect(scores == scores.sorted(by: >), "\(phrase.words.prefix(80)): \(scores)")
        }
    }

    @Test func nobodyIsNamedTwice() {
        for (phrase, candidates) in Self.readings {
            let keys = candidates.compactMap(\.key)
            #expect(Set(keys).count == keys.count, "\(phrase.words.prefix(80)): \(keys)")
        }
    }

    @Test func codesAndKeysAreTheLexicons() {
        let lexicon = Embedded.lexicon
        for (phrase, candidates) in Self.readings {
            for candidate in candidates {
                for code in [candidate.party, candidate.group].compactMap({ $0 }) {
                    #expect(lexicon.party(code: code) != nil, "\(phrase.words.prefix(80)): \(code)")
                }
                if let group = candidate.group.flatMap({ lexicon.party(code: $0) }) {
                    #expect(group.home.map { lexicon.partyCode($0) } == candidate.party, "\(phrase.words.prefix(80))")
                }
                #expect(candidate.seats.allSatisfy { lexicon.office(code: $0.code) != nil })
                #expect(candidate.key == nil || candidate.person != nil)
                #expect(candidate.key == nil || !candidate.seats.isEmpty, "\(phrase.words.prefix(80))")
            }
        }
    }

    /// Former means that no row has the person in the office on the day, unless the phrase says so.
    @Test func whoIsFormerHasNoSeatOfTheDay() {
        for (phrase, candidates) in Self.readings where phrase.isDated {
            guard let day = Day(iso: phrase.day) else { continue }
            for candidate in candidates where candidate.standing == .former && candidate.key != nil {
                guard !PhraseNotationWords.formers.contains(where: { phrase.words.lowercased().contains($0) }) else {
                    continue
                }
                #expect(candidate.seats.allSatisfy { !$0.span.covers(day) }, "\(phrase.words): \(candidate.line)")
            }
        }
    }

    @Test func theSameTwice() {
        for (phrase, candidates) in Self.readings {
            #expect(phrase.candidates.map(\.line) == candidates.map(\.line), "\(phrase.words.prefix(80))")
        }
    }

    @Test(arguments: odd.filter { !$0.contains { $0.isLetter } })
    func withoutAWordThereIsNobody(words: String) {
        #expect(Phrase(words, context: "Chile", nil).found == [])
    }

    /// Four times the words may take some four times as long; what is quadratic would take sixteen.
    @Test(arguments: ["Russian Foreign Minister ", "Merkel ", "soldiers of the ", "Juan Carlos ", "("])
    func timeGrowsWithThePhrase(part: String) {
        let clock = ContinuousClock()
        func time(_ n: Int) -> Double {
            let phrase = Phrase(String(repeating: part, count: n), nil)
            let spent = (0..<3).map { _ in clock.measure { _ = phrase.candidates } }.min() ?? .zero
            return Double(spent.components.attoseconds) / 1e15 + Double(spent.components.seconds) * 1e3
        }
        let (one, four) = (time(150), time(600))
        #expect(four < max(one, 2) * 10, "\(part): \(one) ms, then \(four) ms")
    }
}

/// Words by which a phrase itself says that somebody is no longer what he was.
enum PhraseNotationWords {
    static let formers = ["former", "ex-", "late", "retired"]
}
