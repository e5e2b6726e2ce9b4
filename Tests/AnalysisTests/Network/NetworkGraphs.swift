import Analysis

/// Graphs whose measures are published, as gatherings of two, and graphs of every shape.
enum NetworkGraphs {
    /// A gathering of two for each edge, of weight 1.
    static func gatherings(_ edges: [(String, String)], alone: [String] = []) -> [Gathering] {
        edges.enumerated().map { Gathering(key: "e\($0)", parties: [$1.0, $1.1]) }
            + alone.map { Gathering(key: "alone \($0)", parties: [$0]) }
    }

    static func network(_ edges: [(String, String)], alone: [String] = []) -> ContactNetwork {
        ContactNetwork(gatherings(edges, alone: alone), projection: .bilateral)
    }

    /// Numbers below 1000 as codes whose order is that of the numbers.
    static func code(_ number: Int) -> String { String(String(number + 1000).dropFirst()) }

    static func numbered(_ edges: [(Int, Int)]) -> ContactNetwork {
        network(edges.map { (code($0.0), code($0.1)) })
    }

    /// D. Krackhardt, Administrative Science Quarterly 35:2, 1990, figure 1; numbers from 0.
    static let kite = numbered([
        (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5), (3, 6), (4, 6), (5, 6),
        (5, 7), (6, 7), (7, 8), (8, 9),
    ])

    /// Marriages between families of Florence (J. F. Padgett and C. K. Ansell, American Journal of Sociology 98:6, 1993); the
    /// Pucci, the sixteenth, married into none of the others.
    static let marriages = [
        ("Acciaiuoli", "Medici"), ("Albizzi", "Ginori"), ("Albizzi", "Guadagni"), ("Albizzi", "Medici"),
        ("Barbadori", "Castellani"), ("Barbadori", "Medici"), ("Bischeri", "Guadagni"), ("Bischeri", "Peruzzi"),
        ("Bischeri", "Strozzi"), ("Castellani", "Peruzzi"), ("Castellani", "Strozzi"), ("Guadagni", "Lamberteschi"),
        ("Guadagni", "Tornabuoni"), ("Medici", "Ridolfi"), ("Medici", "Salviati"), ("Medici", "Tornabuoni"),
        ("Pazzi", "Salviati"), ("Peruzzi", "Strozzi"), ("Ridolfi", "Strozzi"), ("Ridolfi", "Tornabuoni"),
    ]

    /// W. W. Zachary, Journal of Anthropological Research 33:4, 1977; members from 1, as there. Each member's friends of higher
    /// number.
    static let club: ContactNetwork = {
        let friends: [(Int, [Int])] = [
            (1, [2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32]), (2, [3, 4, 8, 14, 18, 20, 22, 31]),
            (3, [4, 8, 9, 10, 14, 28, 29, 33]), (4, [8, 13, 14]), (5, [7, 11]), (6, [7, 11, 17]), (7, [17]),
            (9, [31, 33, 34]), (10, [34]), (14, [34]), (15, [33, 34]), (16, [33, 34]), (19, [33, 34]), (20, [34]),
            (21, [33, 34]), (23, [33, 34]), (24, [26, 28, 30, 33, 34]), (25, [26, 28, 32]), (26, [32]), (27, [30, 34]),
            (28, [34]), (29, [32, 34]), (30, [33, 34]), (31, [33, 34]), (32, [33, 34]), (33, [34]),
        ]
        return numbered(friends.flatMap { one, others in others.map { (one, $0) } })
    }()

    /// Members who went with the teacher when the club broke up.
    static let teachersSide: Set = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 17, 18, 20, 22]

    static func star(leaves: Int) -> ContactNetwork { numbered((1...leaves).map { (0, $0) }) }
    static func path(_ count: Int) -> ContactNetwork { numbered((1..<count).map { ($0 - 1, $0) }) }
    static func complete(_ count: Int) -> ContactNetwork {
        numbered((0..<count).flatMap { a in ((a + 1)..<count).map { (a, $0) } })
    }

    /// A graph by chance: each pair with a tie of one of the weights, or none.
    static func random(_ count: Int, share: Double, weights: [Double] = [1], seed: UInt64) -> [Gathering] {
        var chance = SeededChance(seed: seed)
        var gatherings: [Gathering] = (0..<count).map { Gathering(key: "alone \($0)", parties: [code($0)]) }
        for a in 0..<count {
            for b in (a + 1)..<count where chance.unit() < share {
                let weight = weights.randomElement(using: &chance) ?? 1
                gatherings.append(Gathering(key: "\(a)-\(b)", parties: [code(a), code(b)], weight: weight))
            }
        }
        return gatherings
    }

    /// Gatherings of two to six of some parties.
    static func gatherings(_ count: Int, parties: Int, seed: UInt64) -> [Gathering] {
        var chance = SeededChance(seed: seed)
        return (0..<count).map { i in
            let size = Int.random(in: 2...6, using: &chance)
            return Gathering(
                key: code(i), parties: (0..<size).map { _ in code(Int.random(in: 0..<parties, using: &chance)) },
                weight: [1, 1, 1, 2, 0.3].randomElement(using: &chance) ?? 1)
        }
    }
}

extension ContactNetwork {
    /// The value of a party in a list by party.
    func of<Value>(_ party: String, _ values: [Value]) -> Value? { place(of: party).map { values[$0] } }
}

/// Whether two numbers differ by less than a part of 1.
func isClose(_ one: Double?, _ other: Double?, _ tolerance: Double = 1e-9) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return abs(one - other) < tolerance
}
