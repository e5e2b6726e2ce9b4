/// What a reader asks for.
package struct SiteRequest: Sendable {
    /// GET or HEAD; anything else is refused.
    package var method: String
    /// The path as it came, percent-encoded, without the site's prefix.
    package var path: String
    /// Parameters as they came, decoded, in order.
    package var parameters: [(name: String, value: String)]
    /// The value of `If-None-Match`.
    package var ifNoneMatch: String?

    /// - Parameter target: a path with its query, as it stands in a request line.
    package init(method: String = "GET", target: String, ifNoneMatch: String? = nil) {
        self.method = method
        self.ifNoneMatch = ifNoneMatch
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = parts.first.map(String.init) ?? "/"
        parameters = (parts.count > 1 ? parts[1] : "").split(separator: "&").compactMap { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = sides.first.flatMap({ Links.decoded($0, plusIsSpace: true) }),
                let value = Links.decoded(sides.count > 1 ? sides[1] : "", plusIsSpace: true)
            else { return nil }
            return (name, value)
        }
    }

    /// The first value of a parameter; `nil` where it is not given.
    func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }
}

/// What the site answers.
package struct SiteResponse: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]

    package func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
    package var text: String { String(decoding: body, as: UTF8.self) }
}

/// The forms in which a page is given.
enum Form: String, CaseIterable {
    case html, json, csv, atom, ics, bib, ris
    /// A figure fit for print.
    case svg
    case csl = "csl.json"
    /// A page to be shown in a frame of another site.
    case card

    /// Those that a path's ending names, the longest first: "csl.json" is no "json".
    static let endings = allCases.filter { $0 != .html }.sorted { $0.rawValue.utf8.count > $1.rawValue.utf8.count }

    var type: String {
        switch self {
        case .html, .card: "text/html; charset=utf-8"
        case .json: "application/json"
        case .csv: "text/csv; charset=utf-8; header=present"
        case .atom: "application/atom+xml; charset=utf-8"
        case .ics: "text/calendar; charset=utf-8"
        case .bib: "application/x-bibtex; charset=utf-8"
        case .ris: "application/x-research-info-systems; charset=utf-8"
        case .svg: "image/svg+xml"
        case .csl: "application/vnd.citationstyles.csl+json"
        }
    }
}

/// Why a page cannot be given.
struct SiteError: Error {
    var status: Int
    /// A stable code: `not-found`, `bad-query`, `too-slow` and so on.
    var code: String
    /// What was expected, what was found, what to do.
    var message: String

    init(_ status: Int, _ code: String, _ message: String) {
        self.status = status
        self.code = code
        self.message = message
    }

    static func notFound(_ what: String) -> SiteError {
        SiteError(
            404, "not-found", "expected \(what), found none; the search finds encounters by words, names and days")
    }
}

/// Bounds of what one request may cost. Each has a name, and an answer that meets one names it.
package struct SiteLimits: Sendable {
    /// Encounters on a page of a list.
    package var pageSize = 30
    /// The most that `limit=` may ask for.
    package var mostPageSize = 200
    /// Encounters in a CSV file.
    package var mostExported = 5000
    /// Characters (Unicode scalars) of a query.
    package var longestQuery = 1000
    /// Milliseconds for the reading of one page.
    package var queryTime = 5000

    package init() {}
}
