import Hypertext

/// The article of a page that shows none before its scripts have run, out of markup that these carry as strings.
enum PageScripts {
    /// Scripts with fewer paragraphs are left alone.
    private static let fewest = 3

    /// The paragraphs of the script with most text in them, a line each; empty where no script has any.
    static func text(_ tree: HTMLTree) -> String {
        var best: [UInt8] = []
        for node in tree.nodes.indices where tree.nodes[node].tag == .script {
            let script = tree.rawText(of: node)
            guard script.count > 1000, script.contains(UInt8(ascii: "\\")) else { continue }
            let text = paragraphs(unescaped(Array(script)))
            if text.count > best.count { best = text }
        }
        return String(decoding: best, as: UTF8.self)
    }

    private static func paragraphs(_ markup: [UInt8]) -> [UInt8] {
        let tree = HTMLParser.tree(of: markup)
        let blocks = PageBlocks(tree) { PageArticle.isLeftOut(tree, $0) }
        let kept = blocks.blocks.filter { block in
            switch tree.nodes[block.owner].tag {
            case .p: block.isEnded && block.linkShare < 0.5
            case .h2, .h3, .h4: block.weight < 200
            default: false
            }
        }
        guard kept.count(where: { tree.nodes[$0.owner].tag == .p }) >= fewest else { return [] }
        return Array(kept.map { blocks.utf8[$0.text] }.joined(separator: [0x0A]))
    }

    /// What escapes of JSON stand for, twice over: such strings often stand in strings.
    private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var i = 0
        while i < bytes.count {
            guard bytes[i] == UInt8(ascii: "\\") else {
                out.append(bytes[i])
                i += 1
                continue
            }
            while i < bytes.count, bytes[i] == UInt8(ascii: "\\") { i += 1 }
            guard i < bytes.count else { break }
            switch bytes[i] {
            case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): out.append(0x20)
            case UInt8(ascii: "u"):
                let digits = bytes[(i + 1)..<min(i + 5, bytes.count)]
                if let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
                    let scalar = Unicode.Scalar(value), let utf8 = UTF8.encode(scalar)
                {
                    out += utf8
                }
                i += 4
            default: out.append(bytes[i])
            }
            i += 1
        }
        return out
    }
}
