import Contract
package import Diplomacy
package import Register
import Synchronization

/// What the site knows of names: the lexicon's part, handed in by the program.
package struct Names: Sendable {
    /// An office that a person held.
    package struct Term: Sendable {
        package var office: String
        package var party: String?
        /// As far as known: "2018-05", "2018-05-07".
        package var from: String?
        package var to: String?

        package init(office: String, party: String?, from: String?, to: String?) {
            self.office = office
            self.party = party
            self.from = from
            self.to = to
        }
    }

    /// The name of a party by its code; the code where it is not known.
    package var party: @Sendable (String) -> String
    /// The code of a party by its code or name.
    package var code: @Sendable (String) -> String?
    /// The offices of a person by name, the latest first.
    package var terms: @Sendable (String) -> [Term]

    package init(
        party: @escaping @Sendable (String) -> String, code: @escaping @Sendable (String) -> String?,
        terms: @escaping @Sendable (String) -> [Term]
    ) {
        self.party = party
        self.code = code
        self.terms = terms
    }
}

/// The site over one register: a function from requests to answers, without state but what it remembers of the register's present
/// revision. It only reads.
package final class Site: Sendable {
    let register: Register
    let names: Names
    let links: Links
    let limits: SiteLimits
    /// The scheme and host that addresses in feeds and calendars begin with.
    let origin: String
    private let kept = AnswerCache()
    private let whole = Mutex<(revision: String, profile: Profile)?>(nil)
    let measures = WholeMeasures()

    /// - Parameters:
    ///   - prefix: the path under which a proxy shows the site: "" or "/register".
    ///   - origin: such as "https://example.org".
    package init(
        register: Register, names: Names, prefix: String = "", origin: String, limits: SiteLimits = SiteLimits()
    ) {
        self.register = register
        self.names = names
        self.links = Links(prefix: prefix)
        self.origin = origin
        self.limits = limits
    }

    // MARK: - Answers

    package func answer(_ request: SiteRequest) -> SiteResponse {
        let (path, form) = Self.form(of: request.path)
        do {
            guard request.method == "GET" || request.method == "HEAD" else {
                throw SiteError(405, "method", "expected GET or HEAD, found \(request.method); the site only reads")
            }
            if let plain = try plain(request.path) { return finished(plain, request) }
            return finished(try response(path, form, request), request)
        } catch {
            return finished(failure(Self.error(error), form), request)
        }
    }

    /// What is no page: a file of the site, its health, and how a browser searches it.
    private func plain(_ path: String) throws -> SiteResponse? {
        if let asset = Asset(path: path) { return asset.response() }
        switch path {
        case "/health":
            let revision = try register.revision()
            let body = JSONOutput.bytes(
                JSONObject { out in
                    out.put("revision", revision)
                    out.put("status", "ok")
                })
            return SiteResponse(status: 200, headers: [("Content-Type", Form.json.type)], body: body)
        case "/favicon.ico": return Asset.icon.response()
        case "/opensearch.xml":
            let address = origin + links.list("search") + "?q={searchTerms}"
            var out = Markup()
            out.element("OpenSearchDescription", ["xmlns": "http://a9.com/-/spec/opensearch/1.1/"]) { out in
                out.element("ShortName", Frame.name)
                out.element("Description", "Encounters of the register")
                out.element("Url", ["type": "text/html", "template": address], "")
            }
            return SiteResponse(
                status: 200, headers: [("Content-Type", "application/opensearchdescription+xml")], body: out.bytes)
        default: return nil
        }
    }

    /// The answer to a request for a page, from memory where the register has not changed since.
    private func response(_ path: String, _ form: Form, _ request: SiteRequest) throws -> SiteResponse {
        let key = ([path, form.rawValue] + request.parameters.flatMap { [$0.name, $0.value] }).joined(
            separator: "\u{0}")
        let revision = try register.revision()
        if let known = kept.answer(key, revision) { return known }
        let page = try register.reading(within: limits.queryTime) { try self.page(path, form, request) }
        var response = try written(page, form, request)
        if response.status == 200 {
            // an answer that is kept is not read through again for its tag
            response.headers.append(Self.tag(response.body))
            kept.keep(response, key, revision)
        }
        return response
    }

    /// What the whole register comes to: several pages and every suggestion ask for it, so it is kept until the register changes.
    func wholeProfile() throws -> Profile {
        let revision = try register.revision()
        if let known = whole.withLock({ $0 }), known.revision == revision { return known.profile }
        let profile = try register.profile(of: .all([]))
        whole.withLock { $0 = (revision, profile) }
        return profile
    }

    private func written(_ page: any Page, _ form: Form, _ request: SiteRequest) throws -> SiteResponse {
        if let redirect = page as? Redirect {
            let suffix = form == .html ? "" : ".\(form.rawValue)"
            return SiteResponse(status: 308, headers: [("Location", (redirect.address ?? "") + suffix)], body: [])
        }
        guard let body = try page.body(form, self) else {
            let forms = page.forms.map(\.rawValue).joined(separator: ", ")
            throw SiteError(
                404, "no-such-form", "expected one of the forms of this page (\(forms)), found \"\(form.rawValue)\"")
        }
        var headers = [("Content-Type", form.type)]
        if ![.html, .card, .json].contains(form), let name = page.fileName {
            headers.append(("Content-Disposition", "attachment; filename=\"\(name).\(form.rawValue)\""))
        }
        return SiteResponse(status: 200, headers: headers, body: body)
    }

    /// A path without the ending that names a form.
    static func form(of path: String) -> (path: String, form: Form) {
        for form in Form.endings where path.hasSuffix("." + form.rawValue) {
            let rest = String(path.dropLast(form.rawValue.utf8.count + 1))
            // an id may have a dot: only what stands before a known ending counts as one
            return (rest.isEmpty || rest == "/index" ? "/" : rest, form)
        }
        return (path, .html)
    }

    private func failure(_ error: SiteError, _ form: Form) -> SiteResponse {
        let page = ErrorPage(error: error)
        let body: [UInt8] =
            form == .html || form == .card
            ? Frame(site: self, page: page).html() : JSONOutput.bytes(page.json(self))
        var headers = [("Content-Type", form == .html || form == .card ? Form.html.type : "application/problem+json")]
        if error.status == 405 { headers.append(("Allow", "GET, HEAD")) }
        if error.status == 503 { headers.append(("Retry-After", "5")) }
        return SiteResponse(status: error.status, headers: headers, body: body)
    }

    private static func error(_ error: any Error) -> SiteError {
        switch error {
        case let error as SiteError: error
        case let error as RegisterError where error.code == .badQuery: SiteError(400, "bad-query", error.message)
        case let error as RegisterError where error.code == .tooSlow:
            SiteError(503, "too-slow", "\(error); ask for less, or start the site with a greater --query-time")
        case let error as RegisterError: SiteError(503, "register", "\(error)")
        default: SiteError(500, "software", "the site is broken here: \(error)")
        }
    }

    /// The headers that every answer has, and its tag.
    private func finished(_ response: SiteResponse, _ request: SiteRequest) -> SiteResponse {
        var response = response
        let isPage = response.header("Content-Type")?.hasPrefix("text/html") == true
        let isCard = request.path.hasSuffix(".card")
        response.headers += [
            ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Resource-Policy", isCard ? "cross-origin" : "same-origin"),
        ]
        if isPage {
            response.headers += [
                ("Content-Security-Policy", Self.policy(framed: isCard)),
                ("Permissions-Policy", "geolocation=(), camera=(), microphone=()"),
            ]
            if !isCard { response.headers.append(("X-Frame-Options", "DENY")) }
        } else {
            response.headers.append(("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox"))
        }
        if response.header("Cache-Control") == nil { response.headers.append(("Cache-Control", "no-cache")) }
        guard response.status == 200 else { return response }
        if response.header("ETag") == nil { response.headers.append(Self.tag(response.body)) }
        let tag = response.header("ETag") ?? ""
        let asked = request.ifNoneMatch?.split(separator: ",").map { $0.drop { $0 == " " } } ?? []
        if asked.contains(where: { $0 == "*" || $0 == tag || $0 == "W/\(tag)" }) {
            response.status = 304
            response.body = []
        }
        return response
    }

    private static func tag(_ body: [UInt8]) -> (name: String, value: String) { ("ETag", "\"\(ContentTag.of(body))\"") }

    /// Scripts and styles come from the site's own files alone, so that there is nothing inline that would need a nonce.
    private static func policy(framed: Bool) -> String {
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors \(framed ? "*" : "'none'")"
    }
}
