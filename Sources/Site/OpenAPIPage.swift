import Contract

/// The site's own description for programs (OpenAPI 3.1).
struct OpenAPIPage: Page {
    let site: Site
    var title: String { "Interface" }
    var address: String? { nil }
    func write(_ out: inout Markup, _ site: Site) {}
    func json(_ site: Site) -> any JSONWritable { WrittenJSON(Asset.interface) }
}
