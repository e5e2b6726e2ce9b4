import Hypertext

/// Parses an address against the base in its second line, and what was parsed once more.
func checkAddress(_ bytes: [UInt8]) {
    let (first, rest) = parted(bytes)
    let base = try? WebAddress.parse(bytes: rest)
    if let base { check(base) }
    let read = outcome { () throws(WebAddressFault) in try WebAddress.parse(bytes: first, base: base) }
    let again = outcome { () throws(WebAddressFault) in try WebAddress.parse(bytes: first, base: base) }
    expect(read == again, "an address parses the same twice")
    switch read {
    case .success(let address): check(address)
    case .failure(let fault): expect(!fault.description.isEmpty, "a fault has words")
    }
}

private func check(_ address: WebAddress) {
    let href = address.href
    expect(href.utf8.allSatisfy { (0x21...0x7E).contains($0) || $0 == 0x20 }, "an address is ASCII, found \(href)")
    guard href.utf8.count <= WebAddress.longest else { return }
    guard let again = try? WebAddress.parse(href) else { return expect(false, "\(href) parses") }
    expect(again == address, "\(href) parses as what it was written from, found \(again.href)")
    let identity = address.identity
    guard let page = try? WebAddress.parse(identity.description) else {
        return expect(false, "the identity \(identity) of \(href) parses")
    }
    expect(page.identity == identity, "the identity \(identity) is its own, found \(page.identity)")
    expect(identity.isSamePage(as: page.identity), "a page is its own")
    _ = (address.origin, address.effectivePort, address.requestTarget)
}
