import Analysis
import Contract
import Corroboration
import Diplomacy
import Dossier
import Exchange
import Register
import Wording

extension Site {
    /// The page at a path.
    ///
    /// - Throws: ``SiteError`` where there is none.
    func page(_ path: String, _ form: Form, _ request: SiteRequest) throws -> any Page {
        if form == .json { try refuseUnknownParameters(path, request) }
        let segments = path.split(separator: "/").map { Links.decoded($0) }
        let parts = segments.compactMap { $0 }
        guard parts.count == segments.count else {
            throw SiteError(400, "bad-path", "expected an address in UTF-8, found one that is not")
        }
        switch (parts.first ?? "", parts.count) {
        case ("", 0): return TodayPage(view: try register.today(limit: 20), state: try register.state(), site: self)
        case ("search", 1): return try search(form, request)
        case ("calendar", 1):
            let (due, outlook) = (try measures.series(register), try measures.outlook(register))
            return try afresh {
                CalendarPage(
                    site: self, clock: try register.clock(), ahead: try register.ahead(limit: limits.mostPageSize),
                    due: due, outlook: outlook)
            }
        case ("network", 1): return try network(request)
        case ("beyond", 1): return try beyond(request)
        case ("sources", 1): return SourcesPage(site: self, records: try register.sources())
        case ("problems", 1): return ProblemsPage(site: self, problems: try register.problems())
        case ("about", 1):
            return AboutPage(site: self, state: try register.state(), profile: try wholeProfile())
        case ("openapi", 1) where form == .json: return OpenAPIPage(site: self)
        case ("suggest", 1) where form == .json: return try suggestions(request)
        case ("encounters", 2): return try encounter(parts[1])
        case ("encounters", 3) where parts[2] == "compare": return try comparison(parts[1])
        case ("encounters", 3) where parts[2] == "context": return try context(parts[1])
        case ("dyads", 3) where parts[2] == "measures":
            guard case .dyad(let dyad) = Subject(kind: "dyads", name: parts[1], names: names) else {
                throw SiteError.notFound("a dialogue")
            }
            let (model, votes) = (try measures.model(register), try measures.votes(register))
            let calendar = try measures.calendar(register)
            return try afresh {
                DyadMeasuresPage(
                    site: self,
                    dossier: try register.dossier(of: dyad, model: model, votes: votes, calendar: calendar))
            }
        case ("reports", 2):
            guard let view = try register.report(parts[1]) else { throw SiteError.notFound("a report of the register") }
            return ReportPage(site: self, view: view)
        case (let kind, 1):
            guard let kind = IndexPage.Kind(rawValue: kind) else { throw SiteError.notFound("a page of the site") }
            return IndexPage(site: self, kind: kind, profile: try wholeProfile())
        case (let kind, 2):
            guard let subject = Subject(kind: kind, name: parts[1], names: names) else {
                throw SiteError.notFound("a page of the site")
            }
            return try self.subject(subject, form, request)
        default: throw SiteError.notFound("a page of the site")
        }
    }

    /// Refuses a parameter that means nothing: a program that misspells one should hear of it. (Pages are lenient: whoever passes
    /// links on adds parameters of his own.)
    private func refuseUnknownParameters(_ path: String, _ request: SiteRequest) throws {
        let parts = path.split(separator: "/")
        let known: [String] =
            switch (parts.first ?? "", parts.count) {
            case ("search", 1): ["q", "after", "limit"]
            case ("suggest", 1): ["q"]
            case ("network", 1): ["from", "to", "projection"]
            case ("beyond", 1): ["measure"]
            case ("encounters", _), ("reports", _), ("dyads", 3): []
            case (_, 2): ["from", "to", "after", "limit"]
            default: []
            }
        for (name, _) in request.parameters where !known.contains(name) {
            let meant = known.isEmpty ? "none" : known.joined(separator: ", ")
            throw SiteError(
                400, "unknown-parameter", "expected one of the parameters of this page (\(meant)), found \"\(name)\"")
        }
    }

    // MARK: - Encounters

    /// The present id that an id, an old one or the beginning of one means.
    private func present(_ id: String) throws -> String {
        let found = id.hasPrefix("enc_") ? try register.presentIDs(beginning: id, limit: 2) : []
        guard let present = found.first, found.count == 1 else {
            let last = id.hasPrefix("enc_") ? try register.changes(of: id).last : nil
            throw SiteError.notFound(
                "the id of an encounter (\"\(id)\"\(last.map { " was \($0.change) at \($0.time)" } ?? ""))")
        }
        return present
    }

    private func encounter(_ id: String) throws -> any Page {
        let present = try present(id)
        guard present == id else { return Redirect(address: links.encounter(present)) }
        guard let view = try register.encounter(present) else { throw SiteError.notFound("an encounter") }
        let encounter = view.encounter
        let around: (before: [EncounterBrief], after: [EncounterBrief]) =
            try encounter.dyads.first.map { try register.neighbours(of: present, matching: .dyad($0), limit: 4) } ?? (
                [], []
            )
        let rounds = try encounter.series.map { series in
            try register.page(
                of: .facet(.series, series.name, isPrefix: false), limit: 8, isCounted: false
            ).hits.map(\.brief).filter { $0.id != present }
        }
        let told = try register.told(of: encounter, limit: 12)
        return EncounterPage(
            site: self, view: view, before: around.before, after: around.after, rounds: rounds ?? [],
            quotations: told.quotations, events: told.events)
    }

    private func comparison(_ id: String) throws -> any Page {
        let present = try present(id)
        guard present == id else { return Redirect(address: links.encounter(present) + "/compare") }
        guard let view = try register.encounter(present) else { throw SiteError.notFound("an encounter") }
        return ComparePage(site: self, view: view, comparison: try Comparison(view.encounter, in: register))
    }

    // MARK: - Measures

    /// What is read after measures of the whole register were made, with time of its own.
    private func afresh<Value>(_ make: () throws -> Value) throws -> Value {
        try register.reading(within: limits.queryTime, make)
    }

    private func context(_ id: String) throws -> any Page {
        let present = try present(id)
        guard present == id else { return Redirect(address: links.context(present)) }
        guard let encounter = try register.encounter(present)?.encounter else {
            throw SiteError.notFound("an encounter")
        }
        return ContextPage(site: self, encounter: encounter, contexts: try register.contexts(of: encounter))
    }

    private func network(_ request: SiteRequest) throws -> any Page {
        let last = try day(request, "to") ?? register.accountDay() ?? Day(number: 0)
        let first = try day(request, "from") ?? last - 364
        // days the wrong way round are the days between them
        let days = min(first, last)...max(first, last)
        let text = request.parameter("projection") ?? Projection.shared.rawValue
        guard let projection = Projection(rawValue: text) else {
            let known = Projection.allCases.map(\.rawValue).joined(separator: ", ")
            throw SiteError(400, "bad-projection", "expected a projection (\(known)), found \"\(text)\"")
        }
        return NetworkPage(site: self, dossier: try register.network(of: days, projection: projection))
    }

    private func beyond(_ request: SiteRequest) throws -> any Page {
        let text = request.parameter("measure") ?? BeyondDossier.Measure.agreement.rawValue
        guard let measure = BeyondDossier.Measure(rawValue: text) else {
            let known = BeyondDossier.Measure.allCases.map(\.rawValue).joined(separator: ", ")
            throw SiteError(400, "bad-measure", "expected a measure (\(known)), found \"\(text)\"")
        }
        return BeyondPage(site: self, dossier: try measures.beyond(measure, register))
    }

    // MARK: - Lists

    /// What stands in `q`, without blanks at its ends.
    private func words(_ request: SiteRequest) throws -> String {
        let text = request.parameter("q") ?? ""
        let count = text.unicodeScalars.count
        guard count <= limits.longestQuery else {
            throw SiteError(
                400, "query-too-long",
                "expected a query of at most \(limits.longestQuery) characters (the limit longest-query), found \(count)"
            )
        }
        return text.trimmed
    }

    private func query(_ request: SiteRequest) throws -> (text: String, query: SearchQuery) {
        let text = try words(request)
        return (text, text.isEmpty ? .all([]) : try SearchParser.query(text, partyCode: names.code))
    }

    /// How many encounters a page has in a form.
    private func size(_ request: SiteRequest, _ form: Form) throws -> Int {
        if form == .csv { return limits.mostExported }
        guard let text = request.parameter("limit") else { return limits.pageSize }
        guard let size = Int(text), (1...limits.mostPageSize).contains(size) else {
            throw SiteError(
                400, "bad-limit",
                "expected `limit` from 1 to \(limits.mostPageSize) (the limit most-page-size), found \"\(text)\"")
        }
        return size
    }

    private func search(_ form: Form, _ request: SiteRequest) throws -> SearchPage {
        let (text, query) = try query(request)
        let after = request.parameter("after")
        let size = try size(request, form)
        // feeds and tables do not show what it comes to
        let isShown = after == nil && [.html, .json].contains(form)
        return SearchPage(
            site: self, query: text, page: try register.page(of: query, after: try Cursor.row(after), limit: size),
            profile: isShown ? try register.profile(of: query) : nil, after: after)
    }

    private func subject(_ subject: Subject, _ form: Form, _ request: SiteRequest) throws -> SubjectPage {
        let stretch = SubjectPage.Stretch(first: try day(request, "from"), last: try day(request, "to"))
        let dates = SearchQuery.days(.date, first: stretch.first, last: stretch.last)
        let query = stretch.isWhole ? subject.query : .all([subject.query, dates])
        let size = try size(request, form)
        let profile = try register.profile(of: query, keeping: max(size, Timeline.most))
        let after = try Cursor.row(request.parameter("after"))
        let page =
            after == nil
            ? profile.page(limit: size) : try register.page(of: query, after: after, limit: size, isCounted: false)
        var result = SubjectPage(
            site: self, subject: subject, stretch: stretch, profile: profile,
            ahead: try register.ahead(of: subject.query, limit: 20), page: page,
            positions: [], record: nil, copies: nil, points: [])
        if case .dyad(let dyad) = subject {
            result.positions = try register.positions(
                of: [dyad.first, dyad.second], in: page.hits.prefix(6).map(\.brief.id))
        }
        if case .source(let name) = subject {
            result.record = try register.source(name)
            result.copies = try register.copies(by: name, limit: 100)
        }
        switch subject {
        case .dyad, .person, .series:
            result.points = profile.newest.prefix(Timeline.most).reversed()
        case .party, .issue, .place, .source: break
        }
        if case .series(let name) = subject { result.dialogue = try register.standingDialogue(name) }
        return result
    }

    private func day(_ request: SiteRequest, _ name: String) throws -> Day? {
        guard let text = request.parameter(name) else { return nil }
        guard let day = Day(iso: text), text.utf8.count == 10 else {
            throw SiteError(400, "bad-day", "expected `\(name)` as a day such as 2026-02-01, found \"\(text)\"")
        }
        return day
    }

    // MARK: - Suggestions

    /// Parties, persons, issues, places and series whose name begins so, for the palette.
    private func suggestions(_ request: SiteRequest) throws -> SuggestPage {
        let text = try words(request)
        guard !text.isEmpty else { return SuggestPage(items: []) }
        var items: [SuggestPage.Item] = []
        if let code = names.code(text) {
            items.append(SuggestPage.Item(label: names.party(code), kind: "party", address: links.party(code)))
        }
        for code in Issue.codes where Issue.words(code).hasPrefix(text.lowercased()) {
            items.append(SuggestPage.Item(label: Issue.words(code), kind: "issue", address: links.issue(code)))
        }
        let profile = try wholeProfile()
        func matching(_ tallies: [Profile.Tally], _ kind: String, _ address: (String) -> String) {
            let wanted = text.lowercased()
            for tally in tallies {
                let name = SubjectPage.pair(tally.value).0
                let words = name.lowercased()
                guard words.hasPrefix(wanted) || words.contains(" " + wanted) else { continue }
                items.append(SuggestPage.Item(label: name, kind: kind, address: address(name)))
            }
        }
        matching(profile.persons, "person", links.person)
        matching(profile.places, "place", links.place)
        matching(profile.series, "standing dialogue", links.series)
        return SuggestPage(items: Array(items.prefix(12)))
    }
}

/// What the palette offers for some letters.
struct SuggestPage: Page {
    struct Item {
        var label: String
        var kind: String
        var address: String
    }

    let items: [Item]
    var title: String { "Suggestions" }
    var address: String? { nil }
    func write(_ out: inout Markup, _ site: Site) {}
    func json(_ site: Site) -> any JSONWritable {
        JSONObject { out in
            out.put(
                "items",
                items.map { item in
                    JSONObject { out in
                        out.put("address", item.address)
                        out.put("kind", item.kind)
                        out.put("label", item.label)
                    }
                })
        }
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
