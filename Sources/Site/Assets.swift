import CSite

/// The files that pages need, compiled into the program. Their addresses hold a part of their content's digest, so that they may be
/// kept for ever.
struct Asset {
    let name: String
    let ending: String
    let type: String
    let bytes: [UInt8]
    private let tag: String

    static let style = Asset("site", "css", "text/css; charset=utf-8", site_css(), site_css_size)
    static let script = Asset("site", "js", "text/javascript; charset=utf-8", site_js(), site_js_size)
    static let icon = Asset("icon", "svg", "image/svg+xml", site_icon(), site_icon_size)
    static let all = [style, script, icon]

    /// The OpenAPI document.
    static let interface = bytes(site_interface(), site_interface_size)
    /// `Floors.json` and `NOTICE` of the program.
    static let floors = bytes(site_floors(), site_floors_size)
    static let notice = String(decoding: bytes(site_notice(), site_notice_size), as: UTF8.self)

    /// "site.1k2j3h.css"
    var versioned: String { "\(name).\(tag).\(ending)" }

    private init(_ name: String, _ ending: String, _ type: String, _ start: UnsafeRawPointer?, _ count: UInt) {
        self.name = name
        self.ending = ending
        self.type = type
        bytes = Self.bytes(start, count)
        tag = ContentTag.of(bytes)
    }

    private static func bytes(_ start: UnsafeRawPointer?, _ count: UInt) -> [UInt8] {
        Array(UnsafeRawBufferPointer(start: start, count: Int(count)))
    }

    /// The file at a path ("/assets/site.css"), whatever version its name has; `nil` for none.
    init?(path: String) {
        guard path.hasPrefix("/assets/") else { return nil }
        let parts = path.dropFirst("/assets/".count).split(separator: ".")
        guard
            let found = Self.all.first(where: {
                $0.name == parts.first.map(String.init) ?? "" && $0.ending == parts.last.map(String.init) ?? ""
            })
        else { return nil }
        self = found
    }

    func response() -> SiteResponse {
        SiteResponse(
            status: 200,
            headers: [("Content-Type", type), ("Cache-Control", "public, max-age=31536000, immutable")], body: bytes)
    }
}
