import FoundationEssentials
import Testing

@testable import Reading

@Suite struct JSONCheckerTests {
    func fault(_ json: String) -> String? {
        var checker = JSONChecker(Array(json.utf8))
        return checker.fault().map { "\($0.offset): \($0.expected), not \(checker.words(at: $0.offset))" }
    }

    @Test func soundJSONHasNoFault() {
        for json in [
            "{}", "[]", " [ ] ", "[[],{}]", #"{"a":1,"b":[true,false,null,-0.5e+3,"\u00e9\n"]}"#, "0", "\"\"", "-0",
            "[1,[2,[3]]]",
        ] { #expect(fault(json) == nil, "\(json)") }
    }

    @Test func theFirstFaultIsNamed() {
        #expect(fault("") == "0: a value, not the end")
        #expect(fault("hello") == "0: a value, not 'h'")
        #expect(fault(#"{"a":1"#) == "6: ',' or '}', not the end")
        #expect(fault("[1 2]") == "3: ',' or ']', not '2'")
        #expect(fault("[1}") == "2: ',' or ']', not '}'")
        #expect(fault("{a:1}") == "1: a key in quotation marks, not 'a'")
        #expect(fault(#"{"a" 1}"#) == "5: ':' after the key, not '1'")
        #expect(fault(#"{"a":1,}"#) == "7: a key in quotation marks, not '}'")
        #expect(fault(#"{"a":"b"#) == "7: a closing quotation mark, not the end")
        #expect(fault("\"a\nb\"") == "2: control characters only as escapes, not byte 0x0a")
        #expect(fault(#""\x""#) == #"1: an escape of JSON after '\', not '\'"#)
        #expect(fault("{} {}") == "3: nothing after the first value, not '{'")
        #expect(fault("01") == "0: no leading zero, not '0'")
        #expect(fault("1.") == "2: a digit, not the end")
        #expect(fault("[tru]") == "1: a value, not 't'")
        #expect(fault("\u{0}") == "0: a value, not byte 0x00")
    }

    @Test func depthIsCountedWithoutRecursion() {
        var checker = JSONChecker(Array(repeating: UInt8(ascii: "["), count: 1_000_000))
        #expect(checker.fault()?.offset == 1_000_000)
        #expect(checker.depth == 1_000_000)
    }
}
