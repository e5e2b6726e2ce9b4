import Corroboration
import Diplomacy
import Register
import Wording

/// What a page of encounters is about: a pair of parties, a party, a person and so on.
enum Subject: Equatable {
    case dyad(Dyad)
    case party(String)
    case person(String)
    case issue(String)
    case place(String)
    case series(String)
    case source(String)

    /// - Parameters:
    ///   - kind: the first segment of the path.
    ///   - name: the second, decoded.
    init?(kind: String, name: String, names: Names) {
        switch kind {
        case "dyads":
            let parts = name.split(separator: "-", maxSplits: 1).map(String.init)
            guard parts.count == 2, let a = names.code(parts[0]), let b = names.code(parts[1]), a != b else {
                return nil
            }
            self = .dyad(Dyad(a, b))
        case "parties":
            guard let code = names.code(name) else { return nil }
            self = .party(code)
        case "issues":
            guard Issue.codes.contains(name) else { return nil }
            self = .issue(name)
        case "persons": self = .person(name)
        case "places": self = .place(name)
        case "series": self = .series(name)
        case "sources": self = .source(name)
        default: return nil
        }
    }

    /// The encounters that it is about.
    var query: SearchQuery {
        switch self {
        case .dyad(let dyad): .dyad(dyad)
        case .party(let code): .facet(.party, code, isPrefix: false)
        case .person(let name): .facet(.person, name, isPrefix: false)
        case .issue(let code): .facet(.issue, code, isPrefix: false)
        case .place(let name): .facet(.place, name, isPrefix: false)
        case .series(let name): .facet(.series, name, isPrefix: false)
        case .source(let name): .facet(.source, name, isPrefix: false)
        }
    }

    /// ``query`` as a reader would write it.
    var words: String {
        switch self {
        case .dyad(let dyad): "dyad:\(dyad.code)"
        case .party(let code): "party:\(code)"
        case .person(let name): "person:\(Self.quoted(name))"
        case .issue(let code): "issue:\(code)"
        case .place(let name): "place:\(Self.quoted(name))"
        case .series(let name): "series:\(Self.quoted(name))"
        case .source(let name): "source:\(Self.quoted(name))"
        }
    }

    private static func quoted(_ text: String) -> String { "\"" + text.filter { $0 != "\"" } + "\"" }

    func title(_ names: Names) -> String {
        switch self {
        case .dyad(let dyad): "\(names.party(dyad.first)) and \(names.party(dyad.second))"
        case .party(let code): names.party(code)
        case .issue(let code): Issue.words(code).prefix(1).uppercased() + Issue.words(code).dropFirst()
        case .person(let name), .place(let name), .series(let name), .source(let name): name
        }
    }

    /// What it is, above its name.
    var label: String {
        switch self {
        case .dyad: "Dialogue"
        case .party: "Party"
        case .person: "Person"
        case .issue: "Issue"
        case .place: "Place"
        case .series: "Standing dialogue"
        case .source: "Source"
        }
    }

    var section: String? {
        switch self {
        case .dyad, .party, .series: "Dialogues"
        case .person: "Persons"
        case .issue: "Issues"
        case .place: "Places"
        case .source: "Sources"
        }
    }

    func address(_ links: Links) -> String {
        switch self {
        case .dyad(let dyad): links.dyad(dyad.first, dyad.second)
        case .party(let code): links.party(code)
        case .person(let name): links.person(name)
        case .issue(let code): links.issue(code)
        case .place(let name): links.place(name)
        case .series(let name): links.series(name)
        case .source(let name): links.source(name)
        }
    }

    /// The parties that are its own and need not be told again.
    var parties: Set<String> {
        switch self {
        case .dyad(let dyad): [dyad.first, dyad.second]
        case .party(let code): [code]
        default: []
        }
    }
}
