/// The header fields of a response that readers of sources need.
///
/// A value with control characters, or over ``longest`` bytes, counts as absent: none of it can be sent back.
package struct ResponseFields: Hashable, Sendable {
    /// Values that are longer, in bytes, are left out.
    package static let longest = 4096
    /// Links that are kept.
    package static let mostLinks = 32

    package var etag: String?
    package var lastModified: String?
    package var cacheControl: String?
    package var expires: String?
    package var date: String?
    package var contentType: String?
    package var retryAfter: String?
    /// The values of every `Link`, in their order.
    package var links: [String] = []

    package init() {}

    /// The fields by a look-up of the values of a name.
    init(_ values: (String) -> [String]) {
        func first(_ name: String) -> String? { values(name).first.flatMap(Self.clean) }
        etag = first("etag")
        lastModified = first("last-modified")
        let directives = values("cache-control").compactMap(Self.clean)
        cacheControl = directives.isEmpty ? nil : directives.joined(separator: ", ")
        expires = first("expires")
        date = first("date")
        contentType = first("content-type")
        retryAfter = first("retry-after")
        links = Array(values("link").lazy.compactMap(Self.clean).prefix(Self.mostLinks))
    }

    /// A value that may stand in a field; `nil` for others.
    static func clean(_ value: String) -> String? {
        let isClean = value.utf8.count <= longest && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
        return isClean && !value.isEmpty ? value : nil
    }
}
