import Diplomacy
import FoundationEssentials
import Testing

@testable import Reading

@Suite struct DocumentDecoderTests {
    func intake(_ json: String) throws -> Intake { try DocumentDecoder().intake(Data(json.utf8)) }

    /// The code of the failure that a line gives, and whether its message has some words.
    func fails(_ json: String, _ code: ReadingError.Code, saying words: String = "expected") -> Bool {
        fails(Data(json.utf8), code, saying: words)
    }

    func fails(_ json: Data, _ code: ReadingError.Code, saying words: String = "expected") -> Bool {
        do {
            _ = try DocumentDecoder().intake(json)
            return false
        } catch {
            let told = error.code == code && error.message.contains(words)
            if !told { Issue.record("found \(error)") }
            return told
        }
    }

    @Test func readsEveryKeyOfTheContract() throws {
        let intake = try intake(
            #"""
            {"id":"agency-1","title":"A title","text":"Lavrov met Fidan.","published":"2025-12-02","language":"en",
             "source":{"name":"TASS","kind":"agency","country":"RUS"},"url":"https://example.org/1","place":"MOSCOW",
             "actors":[{"role":"source","start":0,"end":6}]}
            """#)
        let document = intake.document
        #expect(document.id == "agency-1")
        #expect(document.title == "A title")
        #expect(document.published == Day(year: 2025, month: 12, day: 2))
        #expect(document.publishedText == "2025-12-02")
        #expect(document.language == "en")
        #expect(document.source == Source(name: "TASS", kind: .agency, country: "RUS"))
        #expect(document.url == "https://example.org/1")
        #expect(document.place == "MOSCOW")
        #expect(document.actors == [ActorMark(role: "source", start: 0, end: 6)])
        #expect(document.extra.isEmpty)
        #expect(intake.diagnostics.isEmpty)
    }

    @Test func onlyTextIsRequiredAndTheIdIsItsHash() throws {
        let document = try intake(#"{"text":"abc"}"#).document
        // The example of FIPS 180-4, appendix B.1.
        #expect(document.id == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(document.sha256 == document.id)
        #expect(document.title == nil)
        #expect(try intake(#"{"text":"abc","id":"x"}"#).document.sha256 == document.sha256)
        #expect(try intake(#"{"text":"abc","id":null,"title":"","language":null}"#).document.id == document.id)
        #expect(try intake(#"{"text":"abc","title":""}"#).document.title == nil)
    }

    @Test func numbersAreIdsAsTheirText() throws {
        #expect(try intake(#"{"text":"a","id":17}"#).document.id == "17")
        #expect(try intake(#"{"text":"a","id":-3}"#).document.id == "-3")
        #expect(try intake(#"{"text":"a","id":18446744073709551616}"#).document.id == "18446744073709551616")
        #expect(try intake(#"{"text":"a","id":1.50}"#).document.id == "1.50")
        #expect(fails(#"{"text":"a","id":[1]}"#, .wrongType, saying: #"under "id", found an array"#))
        #expect(fails(#"{"text":"a","id":true}"#, .wrongType, saying: #"under "id", found a boolean"#))
    }

    @Test func timesKeepTheirOwnDay() throws {
        let document = try intake(#"{"text":"a","published":"2026-02-01T23:30:00+09:00"}"#).document
        #expect(document.published == Day(year: 2026, month: 2, day: 1))
        #expect(document.publishedText == "2026-02-01T23:30:00+09:00")
    }

    @Test(arguments: [
        "yesterday", "2026-02-30", "2026-02-01nonsense", "02/01/2026", "2026-02-01T99:00:00Z", "2026-2-1",
    ])
    func aDayThatIsNoneIsKeptAndTold(_ given: String) throws {
        let intake = try intake(#"{"text":"a","published":"\#(given)"}"#)
        #expect(intake.document.published == nil)
        #expect(intake.document.publishedText == given)
        #expect(intake.diagnostics.map(\.code) == ["published-not-read"])
        #expect(intake.diagnostics[0].message.contains(given))
    }

    @Test func aSourceIsAnObjectOrAName() throws {
        #expect(try intake(#"{"text":"a","source":"Example Wire"}"#).document.source == Source(name: "Example Wire"))
        #expect(try intake(#"{"text":"a","source":{}}"#).document.source == nil)
        #expect(try intake(#"{"text":"a","source":null}"#).document.source == nil)
        let odd = try intake(#"{"text":"a","source":{"name":"B","kind":"tabloid","editor":1}}"#)
        #expect(odd.document.source == Source(name: "B"))
        #expect(odd.diagnostics.map(\.code) == ["source-kind-unknown"])
        #expect(fails(#"{"text":"a","source":7}"#, .wrongType, saying: #"under "source", found a number"#))
        #expect(fails(#"{"text":"a","source":{"name":7}}"#, .wrongType, saying: #"under "source.name""#))
    }

    @Test func unknownKeysAreKept() throws {
        let extra = try intake(#"{"text":"a","section":"World","n":{"a":[1,2.5,null,true]}}"#).document.extra
        #expect(
            extra == [
                "section": .string("World"),
                "n": .object(["a": .array([.integer(1), .number(2.5), .null, .bool(true)])]),
            ])
        #expect(try intake(#"{"text":"a","n":1e999}"#).document.extra == ["n": .string("1e999")])
    }

    @Test func whatIsNoDocumentSaysWhy() {
        #expect(fails("hello", .malformedJSON))
        #expect(fails("", .malformedJSON))
        #expect(fails(#"{"text":"a""#, .malformedJSON))
        #expect(fails(#"{"text":"a"} {"text":"b"}"#, .malformedJSON))
        #expect(fails(#"{"text":"a",}"#, .malformedJSON))
        #expect(fails("[]", .notAnObject, saying: "an array"))
        #expect(fails("null", .notAnObject, saying: "null"))
        #expect(fails(#""text""#, .notAnObject, saying: "a string"))
        #expect(fails("{}", .missingText, saying: "no such key"))
        #expect(fails(#"{"text":null}"#, .missingText, saying: "null"))
        #expect(fails(#"{"text":["a"]}"#, .wrongType, saying: "an array"))
        #expect(fails(#"{"text":"a","title":3}"#, .wrongType, saying: #""title", found a number"#))
        #expect(fails(#"{"text":"a","published":20260201}"#, .wrongType, saying: "published"))
        #expect(fails(#"{"text":"a","actors":[{"role":"source"}]}"#, .wrongType, saying: "actors"))
    }

    @Test func bytesThatAreNoTextSayWhere() {
        #expect(
            fails(
                Data([0x7B, 0x22, 0x74, 0x65, 0x78, 0x74, 0x22, 0x3A, 0x22, 0xFF, 0x22, 0x7D]), .notUTF8,
                saying: "byte 9"))
        #expect(fails(Data([0, 0, 0, 0]), .malformedJSON))
    }

    @Test func deepNestingIsRefused() {
        let deep =
            #"{"text":"a","x":"# + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "}"
        #expect(fails(deep, .nestedTooDeep, saying: "128"))
    }

    @Test func halfSurrogatePairsAreRepaired() throws {
        let intake = try intake(#"{"text":"a \ud83d b \\ud83d \ud83d\ude00 \udc00"}"#)
        #expect(intake.document.text == "a \u{FFFD} b \\ud83d 😀 \u{FFFD}")
        #expect(intake.diagnostics.map(\.code) == ["surrogates-repaired"])
        #expect(try self.intake(#"{"text":"\ud83d\ude00"}"#).diagnostics.isEmpty)
    }

    @Test func aSliceOfABufferIsRead() throws {
        let buffer = Data(#"xx{"text":"abc"}yy"#.utf8)
        #expect(try DocumentDecoder().intake(buffer[2..<16]).document.text == "abc")
    }
}
