import Glibc

/// The target that the environment names under `FUZZ_TARGET`; `nil` where it names none.
private let target: Target? = getenv("FUZZ_TARGET").flatMap { Target(rawValue: String(cString: $0)) }

/// What libFuzzer calls before all else. The target comes by the environment, as libFuzzer hands its own arguments on to
/// the processes that it starts.
@_cdecl("LLVMFuzzerInitialize")
public func initialise(_ count: UnsafeMutableRawPointer?, _ values: UnsafeMutableRawPointer?) -> CInt {
    guard target == nil else { return 0 }
    let names = Target.allCases.map(\.rawValue).joined(separator: ", ")
    tell("expected a target in FUZZ_TARGET, found none; name one of \(names)")
    exit(2)
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    target?.check(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
}
