import Contract
import Diplomacy
import Testing

@testable import Exchange

/// A graph as its file tells it.
private struct Graph {
    var nodes: [String: [String: String]] = [:]
    var edges: [(String, String, [String: String])] = []
    var data: [String: String] = [:]
    var types: [String: String] = [:]

    init(_ xml: String) throws {
        var names: [String: String] = [:]
        var open = ""
        for element in try XMLReader.read(xml) {
            switch element.path {
            case "graphml/key":
                let id = try #require(element.attributes["id"])
                #expect(names[id] == nil)
                names[id] = element.attributes["attr.name"]
                types[id] = element.attributes["attr.type"]
                #expect(id == (element.attributes["for"] ?? "") + "_" + (names[id] ?? ""))
            case "graphml/graph/node":
                open = try #require(element.attributes["id"])
                #expect(nodes[open] == nil, "\(open)")
                nodes[open] = [:]
            case "graphml/graph/edge":
                edges.append(
                    (
                        try #require(element.attributes["source"]), try #require(element.attributes["target"]), [:]
                    ))
            case "graphml/graph/data", "graphml/graph/node/data", "graphml/graph/edge/data":
                let key = try #require(element.attributes["key"])
                let name = try #require(names[key])
                switch types[key] {
                case "long": #expect(Int(element.text) != nil)
                case "double": #expect(Double(element.text) != nil)
                case "boolean": #expect(["true", "false"].contains(element.text))
                default: #expect(types[key] == "string")
                }
                if element.path == "graphml/graph/data" {
                    data[name] = element.text
                } else if element.path == "graphml/graph/node/data" {
                    nodes[open]?[name] = element.text
                } else {
                    edges[edges.count - 1].2[name] = element.text
                }
            default: #expect(["graphml", "graphml/desc", "graphml/graph"].contains(element.path))
            }
        }
        for edge in edges { #expect(nodes[edge.0] != nil && nodes[edge.1] != nil) }
    }
}

@Suite("GraphML")
struct GraphMLTests {
    private let id = "rapporteur-encounter-00112233445566ff"

    @Test("encounters on one side, persons and parties on the other")
    func bipartite() throws {
        let graph = try Graph(Sample.written(.graphml, [Sample.item(), Sample.item(second)]))
        #expect(
            graph.nodes.values.compactMap { $0["type"] }.sorted() == [
                "encounter", "encounter", "party", "party", "party", "person", "person", "person",
            ])
        #expect(graph.edges.count == 12)
        for edge in graph.edges {
            #expect(graph.nodes[edge.0]?["type"] == "encounter" && graph.nodes[edge.1]?["type"] != "encounter")
        }
        #expect(
            graph.nodes[id] == [
                "type": "encounter", "label": "talks of Ann Lee and Urs Frei and Old Envoy", "kind": "talks",
                "status": "held", "medium": "in-person", "level": "minister", "date": "2026-03-10",
                "date_end": "2026-03-10", "date_precision": "day", "place": "Geneva", "country": "CHE",
                "latitude": "46.2", "longitude": "6.15", "issues": "energy; arms-control", "outcome": "understanding",
                "reports": "4", "origins": "2", "disputed": "true", "confidence": "0.75",
            ])
        #expect(
            graph.nodes["rapporteur-person-ann-lee"] == ["type": "person", "label": "Ann Lee", "party": "NOR"])
        #expect(graph.nodes["rapporteur-party-uno"] == ["type": "party", "label": "United Nations", "party": "UNO"])
        let host = try #require(graph.edges.first { $0.1 == "rapporteur-party-che" })
        #expect(host.2 == ["role": "host", "lead": "true", "people": "1"])
        let guest = try #require(graph.edges.first { $0.1 == "rapporteur-person-ann-lee" })
        #expect(guest.2 == ["role": "guest", "lead": "true", "office": "Foreign Minister"])
    }

    /// The same parties at another time, called off.
    private var second: RegisteredEncounter {
        var other = Sample.encounter()
        other.id = "enc_ffffffffffffffff"
        other.date = Sample.dates("2026-04-01", "2026-04-02")
        other.status = .cancelled
        other.disputes = []
        return other
    }

    @Test("pairs of parties with their counts, without who mediates")
    func dyads() throws {
        let graph = try Graph(Sample.written(.dyads, [Sample.item(), Sample.item(second)]))
        #expect(graph.nodes.keys.sorted() == ["rapporteur-party-che", "rapporteur-party-nor"])
        #expect(
            graph.nodes["rapporteur-party-nor"] == [
                "type": "party", "label": "Norway", "party": "NOR", "encounters": "2", "held": "1",
            ])
        #expect(graph.edges.count == 1)
        #expect(graph.edges[0].0 == "rapporteur-party-che" && graph.edges[0].1 == "rapporteur-party-nor")
        #expect(
            graph.edges[0].2 == [
                "encounters": "2", "held": "1", "disputed": "1", "reports": "8", "first": "2026-03-10",
                "last": "2026-04-02",
            ])
    }

    @Test("an encounter of more than twelve parties counts for no pair", arguments: [12, 13])
    func many(count: Int) throws {
        var crowd = Sample.encounter()
        crowd.participants = (0..<count).map { Participant(party: "P\($0)") }
        let graph = try Graph(Sample.written(.dyads, [Sample.item(crowd)]))
        #expect(graph.nodes.count == count)
        #expect(graph.edges.count == (count == 12 ? 66 : 0))
    }

    @Test("the note is data of the graph", arguments: [ExportFormat.graphml, .dyads])
    func note(format: ExportFormat) throws {
        let graph = try Graph(Sample.written(format, []))
        #expect(graph.nodes.isEmpty && graph.edges.isEmpty)
        #expect(graph.data == Dictionary(uniqueKeysWithValues: Sample.note.statements.map { ($0.name, $0.value) }))
    }

    @Test("no words end their element, whatever they are", arguments: hostile)
    func hostileWords(text: String) throws {
        var note = Sample.note
        note.query = text
        note.title = text
        let item = Sample.item(Sample.encounter(text))
        let graph = try Graph(Sample.written(.graphml, [item], note: note))
        #expect(graph.nodes.count == 6 + (text.oneLine.isEmpty ? 0 : 1))
        #expect(graph.nodes[id]?["place"] == (text.oneLine.isEmpty ? nil : clean(text.oneLine)))
        _ = try Graph(Sample.written(.dyads, [item], note: note))
    }

    @Test("a number that is none is left out")
    func numbers() throws {
        var talks = Sample.encounter()
        talks.place?.latitude = .nan
        talks.place?.longitude = .infinity
        talks.confidence = -.infinity
        let node = try #require(try Graph(Sample.written(.graphml, [Sample.item(talks)])).nodes[id])
        #expect(node["latitude"] == nil && node["longitude"] == nil && node["confidence"] == nil)
        #expect(node["place"] == "Geneva")
    }
}
