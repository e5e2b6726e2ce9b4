import Diplomacy
import FoundationEssentials
import Testing

@testable import Reading

@Suite struct JSONReaderTests {
    func value(_ json: String) throws -> JSONValue {
        try Array(json.utf8).withUnsafeBytes { bytes in
            var reader = JSONReader(bytes)
            return try reader.value()
        }
    }

    /// "3: ',' or ']', '2'": where JSON breaks, what was expected and what was found.
    func fault(_ json: String) -> String? {
        do {
            _ = try value(json)
            return nil
        } catch let error as ReadingError {
            let message = error.message.split(separator: ";")[0]
            let parts = message.split(separator: " at byte ", maxSplits: 1)
            let place = parts[1].split(separator: ", found ", maxSplits: 1)
            return "\(place[0]): \(parts[0].dropFirst("expected ".count)), not \(place[1])"
        } catch {
            return "\(error)"
        }
    }

    @Test func readsEveryKindOfValue() throws {
        #expect(try value("{}") == .object([:]))
        #expect(try value(" [ ] ") == .array([]))
        #expect(
            try value(#"{"a":1,"b":[true,false,null,-0.5e+3,"\u00e9\n\/\t\ud83d\ude00"],"c":{"d":"é😀"}}"#)
                == .object([
                    "a": .integer(1),
                    "b": .array([.bool(true), .bool(false), .null, .number(-500), .string("é\n/\t😀")]),
                    "c": .object(["d": .string("é😀")]),
                ]))
        #expect(try value("0") == .integer(0))
        #expect(try value("-0") == .integer(0))
        #expect(try value("9223372036854775808") == .number(9_223_372_036_854_775_808))
        #expect(try value("1e999") == .string("1e999"))
        #expect(try value(#""""#) == .string(""))
        #expect(try value(#"{"a":1,"a":2}"#) == .object(["a": .integer(2)]))
        #expect(
            try value(#"{"id":1.50,"x":{"id":1.50}}"#)
                == .object(["id": .string("1.50"), "x": .object(["id": .number(1.5)])]))
    }

    @Test func theFirstFaultIsNamed() {
        #expect(fault("") == "0: a value, not the end")
        #expect(fault("hello") == "0: a value, not 'h'")
        #expect(fault(#"{"a":1"#) == "6: ',' or '}', not the end")
        #expect(fault("[1 2]") == "3: ',' or ']', not '2'")
        #expect(fault("[1}") == "2: ',' or ']', not '}'")
        #expect(fault("[1,]") == "3: a value, not ']'")
        #expect(fault("{a:1}") == "1: a key in quotation marks, not 'a'")
        #expect(fault(#"{"a" 1}"#) == "5: ':' after the key, not '1'")
        #expect(fault(#"{"a":1,}"#) == "7: a key in quotation marks, not '}'")
        #expect(fault(#"{"a":"b"#) == "7: a closing quotation mark, not the end")
        #expect(fault("\"a\nb\"") == "2: control characters only as escapes, not byte 10")
        #expect(fault(#""\x""#) == #"1: an escape of JSON, not '\'"#)
        #expect(fault(#""\u12g4""#) == #"1: an escape of JSON, not '\'"#)
        #expect(fault(#""\u12"#) == #"1: an escape of JSON, not '\'"#)
        #expect(fault(#""\"#) == #"1: an escape of JSON, not '\'"#)
        #expect(fault("{} {}") == "3: nothing after the first value, not '{'")
        #expect(fault("01") == "0: no leading zero, not '0'")
        #expect(fault("-01") == "1: no leading zero, not '0'")
        #expect(fault("1.") == "2: a digit, not the end")
        #expect(fault("-") == "1: a digit, not the end")
        #expect(fault("1e+") == "3: a digit, not the end")
        #expect(fault("[tru]") == "1: a value, not 't'")
        #expect(fault("\u{0}") == "0: a value, not byte 0")
    }

    @Test func everyPrefixOfADocumentIsBroken() {
        let json = #"{"id":-1.5e2,"text":"a \u00e9 \ud83d\ude00 \"q\"","x":[true,{"y":null},[]]}"#
        #expect(fault(json) == nil)
        for length in 0..<json.count { #expect(fault(String(json.prefix(length))) != nil) }
    }

    @Test func depthHasItsLimit() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { try value(nested(JSONReader.deepest)) }
        for json in [nested(JSONReader.deepest + 1), nested(100_000), String(repeating: "[", count: 513)] {
            #expect(throws: ReadingError.self) { try value(json) }
            do { _ = try value(json) } catch let error as ReadingError { #expect(error.code == .nestedTooDeep) }
        }
    }
}
