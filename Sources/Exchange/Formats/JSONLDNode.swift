import Contract

/// A node of JSON-LD: a type, an id, and properties of one or more values in the order of their keys.
struct JSONLDNode: JSONWritable {
    enum Value: JSONWritable {
        case text(String)
        case number(Double)
        case node(JSONLDNode)

        func write(to out: inout JSONOutput) {
            switch self {
            case .text(let text): text.write(to: &out)
            case .number(let number): number.write(to: &out)
            case .node(let node): node.write(to: &out)
            }
        }
    }

    private let type: String?
    private let id: String?
    private var properties: [(name: String, values: [Value])] = []

    /// - Parameter type: a type of schema.org; `nil` for a node that is told of elsewhere.
    init(_ type: String? = nil, id: String? = nil) {
        self.type = type
        self.id = id
    }

    /// The node without what is told of it; the whole node where it has no id.
    var reference: JSONLDNode { id.map { JSONLDNode(id: $0) } ?? self }

    /// "round" is "20": what schema.org has no property for.
    static func property(_ name: String, _ value: String) -> JSONLDNode {
        JSONLDNode("PropertyValue").adding("name", name).adding("value", value)
    }

    /// Adds a value where there is one.
    mutating func add(_ name: String, _ text: String?) {
        if let text, !text.isEmpty { put(name, .text(text)) }
    }

    mutating func add(_ name: String, _ number: Double) { put(name, .number(number)) }

    mutating func add(_ name: String, _ node: JSONLDNode?) {
        if let node { put(name, .node(node)) }
    }

    func adding(_ name: String, _ text: String) -> JSONLDNode {
        var node = self
        node.add(name, text)
        return node
    }

    private mutating func put(_ name: String, _ value: Value) {
        if let place = properties.firstIndex(where: { $0.name == name }) {
            properties[place].values.append(value)
        } else {
            properties.append((name, [value]))
        }
    }

    func write(to out: inout JSONOutput) {
        out.object { out in
            out.put("@id", id)
            out.put("@type", type)
            for (name, values) in properties.sorted(by: { $0.name < $1.name }) {
                if values.count == 1, let value = values.first {
                    out.keyed(name, value)
                } else {
                    out.keyed(name, List(values: values))
                }
            }
        }
    }

    private struct List: JSONWritable {
        var values: [Value]

        func write(to out: inout JSONOutput) { out.array(values) }
    }
}
