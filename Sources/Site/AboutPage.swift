import Contract
import Diplomacy
import FoundationEssentials
import Register
import Wording

/// What the register covers, how well it is read, on whose data it rests, and the bounds of the site.
struct AboutPage: Page {
    let site: Site
    let state: RegisterState
    let profile: Profile

    var title: String { "About the data" }
    var section: String? { "About" }
    var address: String? { site.links.list("about") }

    func write(_ out: inout Markup, _ site: Site) {
        out.element("div", ["class": "lede"]) { out in
            out.heading(1, title)
            out.paragraph(
                "Reports go in; the register holds each real encounter once, with who says so, from how many independent origins, "
                    + "and where they disagree. Every value leads back to the sentence that it rests on.",
                class: "summary")
        }
        out.element("section", ["aria-labelledby": "coverage"]) { out in
            out.heading(2, "Coverage", id: "coverage")
            out.paragraph(coverage)
            CourseChart(profile.months).write(
                &out, title: profile.isMore ? "The newest \(profile.count) encounters" : "Encounters"
            ) {
                site.links.search("date:\($0.first.iso)/\($0.last.iso)")
            }
        }
        accuracy(&out)
        out.element("section", ["aria-labelledby": "licences"]) { out in
            out.heading(2, "Licences", id: "licences")
            out.paragraph(
                "Rapporteur is under the Apache License 2.0. The reports belong to their publishers; what stands here of them are "
                    + "facts and the sentences that these rest on. The sources of the lexicon:")
            out.element(
                "pre", ["class": "notice", "tabindex": "0", "role": "group", "aria-label": "Sources of the lexicon"],
                Asset.notice)
        }
        out.element("section", ["aria-labelledby": "limits"]) { out in
            out.heading(2, "Bounds of the site", id: "limits")
            out.element("dl", ["class": "facts"]) { out in
                for (name, value) in site.limits.words {
                    out.element("div") { out in
                        out.element("dt", name)
                        out.element("dd", value)
                    }
                }
            }
        }
    }

    private var coverage: String {
        let size = "\(Phrases.count(state.encounters, "encounter")) from \(Phrases.count(state.reports, "report"))"
        let days = [state.first, state.last].compactMap { $0 }.map(Phrases.day)
        return days.count == 2 ? "\(size); the first took place on \(days[0]), the last is of \(days[1])." : "\(size)."
    }

    private func accuracy(_ out: inout Markup) {
        out.element("section", ["aria-labelledby": "accuracy"]) { out in
            out.heading(2, "How well it is read", id: "accuracy")
            out.paragraph(
                "Measured with each change of the program on data with known answers; no figure may fall. 1 is perfect, but "
                    + "where less is better.")
            out.scroll("Accuracy") { out in
                out.element("table", ["class": "index"]) { out in
                    out.element("thead") { out in
                        out.element("tr") { out in
                            for head in ["What", "Figure"] { out.element("th", ["scope": "col"], head) }
                            for head in ["Measured", "Goal"] {
                                out.element("th", ["scope": "col", "class": "number"], head)
                            }
                        }
                    }
                    out.element("tbody") { out in
                        for measurement in Self.floors.measurements {
                            for (name, metric) in measurement.metrics.sorted(by: { $0.key < $1.key }) {
                                out.element("tr") { out in
                                    out.element("th", ["scope": "row"], measurement.title)
                                    out.element("td", Phrases.words(String(name.map { $0 == "_" ? "-" : $0 })))
                                    out.element("td", ["class": "number"], Self.number(metric.floor))
                                    let goal = metric.goal.map {
                                        (metric.better == "lower" ? "at most " : "") + Self.number($0)
                                    }
                                    out.element("td", ["class": "number"], goal ?? "")
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : "\((value * 10_000).rounded() / 10_000)"
    }

    /// The figures of `Floors.json`.
    struct Floors: Decodable {
        struct Metric: Decodable {
            var floor: Double
            var goal: Double?
            var better: String?
        }
        struct Measurement: Decodable {
            var title: String
            var metrics: [String: Metric]
        }
        var measurements: [Measurement]
    }

    /// Empty where the program was built with figures in another form; a test sees to it that it is not.
    static let floors: Floors =
        (try? JSONDecoder().decode(Floors.self, from: Data(Asset.floors))) ?? Floors(measurements: [])

    func json(_ site: Site) -> any JSONWritable {
        JSONObject { out in
            out.put("clock", state.clock?.iso)
            out.put("encounters", state.encounters)
            out.put("first", state.first?.iso)
            out.put("floors", WrittenJSON(Asset.floors))
            out.put("last", state.last?.iso)
            out.put("problems", state.problems)
            out.put("reports", state.reports)
            out.put("schema", "rapporteur.about/1")
        }
    }
}

extension SiteLimits {
    /// The limits by their names.
    var words: [(name: String, value: String)] {
        [
            ("page-size", "\(pageSize) encounters on a page; `limit=` may ask for another number"),
            ("most-page-size", "\(mostPageSize) encounters, the most that `limit=` may ask for"),
            ("most-exported", "\(mostExported) encounters in a CSV file of the site; `rapporteur export` has no bound"),
            ("longest-query", "\(longestQuery) characters of a query"),
            ("query-time", "\(queryTime) milliseconds for the reading of one page"),
        ]
    }
}
