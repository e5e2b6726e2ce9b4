import Timing
import Testing

@testable import Hypertext

/// Pages that are made to be expensive, and pages that are none.
@Suite("Hostile pages")
struct HTMLHostileTests {
    /// A shape of a page, by the number of its pieces.
    struct Shape: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var make: @Sendable (Int) -> String

        init(_ name: String, _ make: @escaping @Sendable (Int) -> String) {
            (testDescription, self.make) = (name, make)
        }

        static func repeated(_ piece: String) -> Shape {
            Shape(String(piece.debugDescription.prefix(60))) { String(repeating: piece, count: $0) }
        }
    }

    static let shapes: [Shape] = [
        .repeated("<"), .repeated("<a "), .repeated("<a>"), .repeated("<b>"),
        .repeated("<div>"), .repeated("<p>"), .repeated("</p>"), .repeated("<li>"),
        .repeated("<ul><li>"), .repeated("<table><tr><td>"), .repeated("<td>"),
        .repeated("<x>"), .repeated("<x></y>"), .repeated("<!-->"), .repeated("<!---->"),
        .repeated("<!"), .repeated("<!--"), .repeated("<?"), .repeated("</"),
        .repeated("</>"), .repeated("<a href='"), .repeated("<a href=\"x"),
        .repeated("<a x='\">"), .repeated("<script>"), .repeated("<script></"),
        .repeated("<script></script>"), .repeated("<title>a"), .repeated("&"),
        .repeated("&amp"), .repeated("&#"), .repeated("&#x9"), .repeated("&a"),
        .repeated("<h1>"), .repeated("<b></i>"), .repeated("<b><p>"),
        .repeated("<form><a>"),
        .repeated("<svg>"), .repeated("<svg/>"), .repeated("<body>"),
        .repeated("<html>"),
        .repeated("<head>"), .repeated("<select><option>"), .repeated("<dl><dd>"),
        .repeated(" "), .repeated("\n"), .repeated("a<br>"), .repeated("\u{A0}"),
        .repeated("-->"), .repeated("<a b"), .repeated("<p id=x>"),
        Shape("attributes without end") { "<a " + String(repeating: "id=x ", count: $0) },
        Shape("spaces in a tag") { "<a" + String(repeating: " ", count: $0) + ">" },
        Shape("slashes in a tag") { "<a" + String(repeating: "/", count: $0) + ">" },
        Shape("equals in a tag") { "<a " + String(repeating: "=", count: $0) + ">" },
        Shape("a long name") { "<" + String(repeating: "a", count: $0) + ">" },
        Shape("a long value") { "<a id='" + String(repeating: "a", count: $0) + "'>" },
        Shape("nested, and ended") {
            String(repeating: "<div>", count: $0) + "a" + String(repeating: "</div>", count: $0)
        },
        Shape("ends of another name under the deepest") {
            String(repeating: "<div>", count: 600) + String(repeating: "</span>", count: $0)
        },
        Shape("starts in a closed comment") { "<!--" + String(repeating: "<p>", count: $0) + "-->" },
    ]

    @Test("the tree keeps its promises", arguments: shapes)
    func invariants(shape: Shape) {
        let bytes = Array(shape.make(4_000).utf8)
        let tree = HTMLParser.tree(of: bytes)
        #expect(TreeOutline.faults(tree) == [])
        _ = tree.text(of: 0)
    }

    @Test("four times the page takes about four times the time", arguments: shapes)
    func linear(shape: Shape) {
        let growth = ThreadTime.growth({ Array(shape.make($0).utf8) }) { page in
            let tree = HTMLParser.tree(of: page)
            _ = tree.text(of: 0)
        }
        #expect(growth < ThreadTime.mostGrowth)
    }

    @Test("comments that never end are passed over in linear time")
    func openComments() {
        let growth = ThreadTime.growth {
            Array(String(repeating: "<!--a>", count: $0).utf8)
        } _: {
            _ = HTMLParser.tree(of: $0)
        }
        #expect(growth < ThreadTime.mostGrowth)
    }

    @Test("a hundred thousand nested elements are held at the deepest level, their text in order")
    func nested() {
        let count = 100_000
        var page = String(repeating: "<div>", count: count)
        page += "inmost" + String(repeating: "</div>", count: count) + "after"
        let tree = HTMLParser.tree(of: Array(page.utf8))
        #expect(TreeOutline.faults(tree) == [])
        #expect(tree.nodes.count == count + 3)
        #expect(tree.nodes.map(\.depth).max() == UInt16(HTMLParser.deepest))
        #expect(tree.text(of: 0) == "inmost\nafter")
    }

    @Test("a megabyte of one sign")
    func megabytes() {
        let less = HTMLParser.tree(of: Array(repeating: UInt8(ascii: "<"), count: 1 << 20))
        #expect(less.nodes.count == 2)
        #expect(Int(less.nodes[1].stop) == 1 << 20)
        let open = HTMLParser.tree(of: Array(String(repeating: "<a ", count: 1 << 20 / 3).utf8))
        #expect(TreeOutline.of(open) == "a")
        let greater = HTMLParser.tree(of: Array(repeating: UInt8(ascii: ">"), count: 1 << 20))
        #expect(greater.nodes.count == 2)
    }

    /// Pages of tokens put together by chance; the seed is fixed.
    @Test(arguments: 0..<40)
    func chance(seed: UInt64) {
        let tokens = [
            "<", ">", "/", "</", "<!--", "-->", "<!", "<?", "=", "'", "\"", " ", "\n", "&", "&amp;", "&#", ";", "a",
            "p",
            "<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<li>", "<ul>", "</ul>", "<b>",
            "</b>",
            "<a href=x>", "</a>", "<script>", "</script>", "<title>", "</title>", "<svg>", "<path/>", "</svg>",
            "<body>",
            "</body>", "<html>", "<head>", "</head>", "<br>", "</br>", "<h1>", "</h2>", "<x-y>", "</x-y>", "<select>",
            "<option>", "<button>", "\u{0}", "\u{E9}", "\u{4E2D}", "<textarea>", "</textarea>", "<template>",
            "</template>",
        ]
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        for _ in 0..<40 {
            let page = Array((0..<(1 + next(60))).map { _ in tokens[next(tokens.count)] }.joined().utf8)
            let tree = HTMLParser.tree(of: page)
            #expect(TreeOutline.faults(tree) == [], "\(String(decoding: page, as: UTF8.self))")
            #expect(HTMLParser.tree(of: page).nodes.count == tree.nodes.count)
            _ = tree.text(of: 0)
        }
    }

    @Test("bytes that are no text", arguments: 0..<20)
    func bytes(seed: UInt64) {
        var state = seed &+ 0x1234_5678_9ABC_DEF1
        var page: [UInt8] = []
        for _ in 0..<4_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let byte = UInt8(truncatingIfNeeded: state >> 56)
            page.append(byte & 7 == 0 ? UInt8(ascii: "<") : byte)
        }
        let tree = HTMLParser.tree(of: page)
        #expect(TreeOutline.faults(tree) == [])
        _ = tree.text(of: 0)
        for node in tree.nodes.indices { for name in HTMLAttribute.allCases { _ = tree.value(name, of: node) } }
    }
}
