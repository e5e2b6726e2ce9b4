import Diplomacy
import Register
import Wording

/// Encounters as marks over time, a lane a level, a shape a kind. A mark leads to its encounter.
struct Timeline {
    /// The most marks of one drawing; more are a smear.
    static let most = 120
    private static let (width, lane, left, foot) = (720, 26, 150, 18)

    /// The oldest first.
    let points: [EncounterBrief]

    func write(_ out: inout Markup, _ site: Site) {
        let dated = points.filter { $0.date != nil }
        guard let first = dated.first?.date?.start, let last = dated.last?.date?.start, last > first else { return }
        let levels = Level.allCases.filter { level in dated.contains { $0.level == level } }
        let lanes: [Level?] = levels + (dated.contains { $0.level == nil } ? [nil] : [])
        let height = lanes.count * Self.lane
        let scale = Double(Self.width - Self.left - 12) / Double(last - first)
        out.element("figure", ["class": "chart timeline"]) { out in
            out.element(
                "figcaption",
                "\(dated.count) encounters from \(Phrases.day(first)) to \(Phrases.day(last)), by level; a shape is a kind"
            )
            let box = "0 0 \(Self.width) \(height + Self.foot)"
            out.element(
                "svg",
                [
                    "viewBox": box, "class": "marks",
                ]
            ) { out in
                for (i, level) in lanes.enumerated() {
                    let y = i * Self.lane + Self.lane / 2
                    out.shape(
                        "line",
                        ["class": "lane", "x1": "\(Self.left)", "x2": "\(Self.width)", "y1": "\(y)", "y2": "\(y)"])
                    out.element(
                        "text", ["x": "0", "y": "\(y + 4)"], level.map { Phrases.words($0.rawValue) } ?? "not told")
                }
                for brief in dated {
                    guard let day = brief.date?.start, let lane = lanes.firstIndex(of: brief.level) else { continue }
                    let x = Double(Self.left) + 6 + Double(day - first) * scale
                    mark(&out, brief, x, Double(lane * Self.lane + Self.lane / 2), site)
                }
                years(&out, first, last, scale, height)
            }
            legend(&out, Set(dated.map { Shape($0) }))
        }
    }

    private func mark(_ out: inout Markup, _ brief: EncounterBrief, _ x: Double, _ y: Double, _ site: Site) {
        let told =
            "\(brief.date.map(Phrases.shortDate) ?? ""): \(site.headline(brief)), \(Phrases.status(brief.status))"
        out.element(
            "a", ["href": site.links.encounter(brief.id), "class": "mark \(brief.status.tone)"]
        ) {
            out in
            out.element("title", told)
            Shape(brief).draw(&out, x, y)
        }
    }

    private func years(_ out: inout Markup, _ first: Day, _ last: Day, _ scale: Double, _ height: Int) {
        let (from, to) = (first.civil.year, last.civil.year)
        let every = max(1, (to - from + 1) * 44 / (Self.width - Self.left) + 1)
        for year in from...to where (year - from) % every == 0 {
            guard let start = Day(year: year, month: 1, day: 1) else { continue }
            let x = Double(Self.left) + 6 + max(0, Double(start - first) * scale)
            out.element("text", ["x": CourseChart.number(x), "y": "\(height + 13)"], String(year))
        }
    }

    private func legend(_ out: inout Markup, _ shapes: Set<Shape>) {
        out.element("p", ["class": "legend"]) { out in
            for shape in Shape.allCases where shapes.contains(shape) {
                out.element("span", ["class": "key"]) { out in
                    out.element(
                        "svg", ["viewBox": "0 0 12 12", "width": "12", "height": "12", "aria-hidden": "true"]
                    ) { shape.draw(&$0, 6, 6) }
                    out.text(" \(shape.rawValue)")
                }
                out.text(" ")
            }
        }
    }

    /// What an encounter looks like, by the way in which its parties met.
    enum Shape: String, CaseIterable {
        case meeting = "meeting, talks"
        case visit
        case remote = "call, video"
        case letter = "letter, démarche"
        case summit = "summit, multilateral"

        init(_ brief: EncounterBrief) {
            switch brief.kind {
            case .visit: self = .visit
            case .call, .videoConference: self = .remote
            case .letter, .demarche: self = .letter
            case .summit, .multilateralMeeting: self = .summit
            case .consultation, .signing, .talks, .contact, .meeting: self = .meeting
            }
        }

        func draw(_ out: inout Markup, _ x: Double, _ y: Double) {
            func n(_ value: Double) -> String { CourseChart.number(value) }
            switch self {
            case .meeting: out.shape("circle", ["cx": n(x), "cy": n(y), "r": "4.5"])
            case .visit: out.shape("rect", ["x": n(x - 4), "y": n(y - 4), "width": "8", "height": "8"])
            case .remote:
                out.shape("path", ["d": "M\(n(x - 5)) \(n(y + 4))H\(n(x + 5))L\(n(x)) \(n(y - 5))Z"])
            case .letter:
                out.shape("path", ["d": "M\(n(x - 5)) \(n(y - 4))H\(n(x + 5))L\(n(x)) \(n(y + 5))Z"])
            case .summit:
                out.shape(
                    "path",
                    ["d": "M\(n(x)) \(n(y - 5.5))L\(n(x + 5.5)) \(n(y))L\(n(x)) \(n(y + 5.5))L\(n(x - 5.5)) \(n(y))Z"])
            }
        }
    }
}

/// Where encounters took place: dots on a grid of degrees (equirectangular), as large as there were many.
struct PlaceMap {
    private static let (width, height) = (360, 180)

    struct Dot {
        var name: String
        var latitude: Double
        var longitude: Double
        var count: Int
    }

    /// The largest first.
    let dots: [Dot]

    /// `nil` where no place has coordinates.
    init?(_ profile: Profile) {
        dots = profile.places.prefix(80).compactMap { tally in
            profile.coordinates[tally.value].map { at in
                Dot(
                    name: SubjectPage.pair(tally.value).0, latitude: at.latitude, longitude: at.longitude,
                    count: tally.count)
            }
        }
        if dots.isEmpty { return nil }
    }

    func write(_ out: inout Markup, _ site: Site) {
        let most = Double(max(1, dots.map(\.count).max() ?? 1))
        out.element("figure", ["class": "chart"]) { out in
            out.element(
                "figcaption",
                "Places on a grid of degrees; a dot is as large as there were many encounters. The list on this page has them in words"
            )
            out.element(
                "svg",
                [
                    "viewBox": "0 0 \(Self.width) \(Self.height)", "class": "map",
                ]
            ) { out in
                for degree in stride(from: 30, to: Self.width, by: 30) {
                    out.shape(
                        "line",
                        ["class": "lane", "x1": "\(degree)", "x2": "\(degree)", "y1": "0", "y2": "\(Self.height)"])
                }
                for degree in stride(from: 30, to: Self.height, by: 30) {
                    out.shape(
                        "line",
                        ["class": "lane", "x1": "0", "x2": "\(Self.width)", "y1": "\(degree)", "y2": "\(degree)"])
                }
                for dot in dots {
                    let radius = 2.5 + 6 * (Double(dot.count) / most).squareRoot()
                    let told = "\(dot.name): \(Phrases.count(dot.count, "encounter"))"
                    out.element("a", ["href": site.links.place(dot.name), "class": "mark"]) { out in
                        out.element("title", told)
                        out.shape(
                            "circle",
                            [
                                "cx": CourseChart.number(dot.longitude + 180),
                                "cy": CourseChart.number(90 - dot.latitude),
                                "r": CourseChart.number(radius),
                            ])
                    }
                }
            }
        }
    }
}
