package import Hypertext

/// What is asked for.
package struct FetchRequest: Hashable, Sendable {
    package var address: WebAddress
    /// What an earlier answer was marked with, so that the server may say that nothing changed.
    package var etag: String?
    package var lastModified: String?
    /// The media types that are wanted, as `Accept` writes them.
    package var accept = "*/*"
    /// Whether a body over its limit is cut there and kept, instead of being an error.
    package var keepsBeginning = false

    package init(_ address: WebAddress) { self.address = address }
}

/// One address of a fetch, and what it answered.
package struct Hop: Hashable, Sendable {
    package var address: WebAddress
    /// The address that was checked and connected to.
    package var server: IPAddress
    package var status: Int
}

/// What a fetch brought.
package struct Fetched: Hashable, Sendable {
    /// Every address asked, from the first to the one that answered; never empty.
    package var hops: [Hop]
    package var address: WebAddress
    package var status: Int
    package var fields: ResponseFields
    /// Decompressed. Empty where the status is not one of success.
    package var body: [UInt8]
    /// Whether the body was cut at its limit.
    package var isCut = false
    /// From the call to the end of the body.
    package var elapsed: Duration

    /// Whether the server said that nothing changed since the answer that the request named.
    package var isNotModified: Bool { status == 304 }

    package var isSuccess: Bool { (200...299).contains(status) }

    /// Whether a redirect led from https to http, so that others may have changed what came.
    package var wasDowngraded: Bool {
        zip(hops, hops.dropFirst()).contains { $0.address.scheme == "https" && $1.address.scheme == "http" }
    }

    /// Where the address asked for has moved to for good; `nil` where it has not.
    package var movedTo: WebAddress? {
        let moves = hops.prefix { $0.status == 301 || $0.status == 308 }.count
        return moves > 0 && moves < hops.count ? hops[moves].address : nil
    }
}
