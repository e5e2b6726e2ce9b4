/// An attribute of GraphML: its name, of what it is, its type.
struct GraphMLKey {
    enum Owner: String { case node, edge, graph }
    enum Kind: String { case string, boolean, long, double }

    var name: String
    var owner: Owner
    var kind: Kind

    init(_ name: String, of owner: Owner, _ kind: Kind) {
        self.name = name
        self.owner = owner
        self.kind = kind
    }

    /// Ids of keys are the document's: nodes and edges may have attributes of one name.
    static func id(_ owner: Owner, _ name: String) -> String { "\(owner.rawValue)_\(name)" }
}

/// The parts of a GraphML document.
enum GraphML {
    /// The declaration, the keys, and the graph with the note: as `desc` for people and as data of the graph.
    static func head(_ note: ExportNote, _ keys: [GraphMLKey], id: String) -> [UInt8] {
        var out = """
            <?xml version="1.0" encoding="utf-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
            <desc>\(AtomFeed.escaped(note.text))</desc>

            """
        let statements = note.statements
        for key in statements.map({ GraphMLKey($0.name, of: .graph, .string) }) + keys {
            out += """
                <key id="\(GraphMLKey.id(key.owner, key.name))" for="\(key.owner.rawValue)" \
                attr.name="\(key.name)" attr.type="\(key.kind.rawValue)"/>

                """
        }
        out += "<graph id=\"\(id)\" edgedefault=\"undirected\">\n"
        out += data(.graph, statements.map { ($0.name, $0.value) })
        return Array(out.utf8)
    }

    static let tail = Array("</graph>\n</graphml>\n".utf8)

    static func node(_ id: String, _ values: [(String, String?)]) -> String {
        "<node id=\"\(id)\">\n\(data(.node, values))</node>\n"
    }

    static func edge(_ source: String, _ target: String, _ values: [(String, String?)]) -> String {
        "<edge source=\"\(source)\" target=\"\(target)\">\n\(data(.edge, values))</edge>\n"
    }

    /// The values that are there, with the keys of their names.
    private static func data(_ owner: GraphMLKey.Owner, _ values: [(String, String?)]) -> String {
        values.compactMap { name, value in
            guard let value = value?.oneLine, !value.isEmpty else { return nil }
            return "<data key=\"\(GraphMLKey.id(owner, name))\">\(AtomFeed.escaped(value))</data>\n"
        }.joined()
    }

    /// `nil` for what is no number.
    static func number(_ value: Double) -> String? { value.isFinite ? CSV.Cell.number(value).raw : nil }
}
