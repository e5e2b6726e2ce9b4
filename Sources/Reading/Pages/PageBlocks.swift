import Hypertext

/// One paragraph, heading, list item or the like of a page: what stands on lines of its own.
struct PageBlock {
    /// The element whose line this is.
    var owner: Int
    /// Its text nodes, the last one included.
    var nodes: Range<Int>
    /// Bytes of the gathered text.
    var text: Range<Int>
    /// Length in letters of the Latin kind: a Chinese character weighs two and a half of them.
    var weight: Float = 0
    /// The part of `weight` that stands in links.
    var linked: Float = 0
    /// Signs that end sentences, and commas.
    var stops = 0
    var commas = 0
    /// Whether it ends as a sentence does.
    var isEnded = false
    var words = 0

    var linkShare: Float { weight > 0 ? linked / weight : 0 }
}

/// A page cut into blocks, in order.
struct PageBlocks {
    /// UTF-8 of all blocks.
    var utf8: [UInt8] = []
    var blocks: [PageBlock] = []

    func text(_ block: PageBlock) -> String { String(decoding: utf8[block.text], as: UTF8.self) }

    /// The blocks of a tree.
    ///
    /// - Parameter isLeftOut: whether the node and all in it are no text.
    init(_ tree: HTMLTree, isLeftOut: (Int) -> Bool) {
        var writer = HTMLText(tree)
        var open: PageBlock?
        // the ends of the links around the node that is being read
        var linkEnd = 0
        /// Ends of the block elements that are open.
        var ends: [Int] = []
        var node = 0
        utf8.reserveCapacity(tree.bytes.count / 16)
        func finish(_ blocks: inout [PageBlock]) {
            guard var block = open else { return }
            open = nil
            block.text = block.text.lowerBound..<writer.utf8.count
            writer.breakLine()
            measure(&block, writer.utf8)
            if block.weight > 0 { blocks.append(block) }
        }
        while node < tree.nodes.count {
            while let end = ends.last, end <= node {
                ends.removeLast()
                finish(&blocks)
            }
            let item = tree.nodes[node]
            if item.tag != .text, isLeftOut(node) {
                if item.tag.traits.contains(.block), !item.tag.isWithinLine { finish(&blocks) }
                node = Int(item.end)
                continue
            }
            if item.tag == .text {
                let before = writer.utf8.count
                writer.append(textNode: node)
                if writer.utf8.count > before {
                    var block =
                        open
                        ?? PageBlock(owner: owner(of: node, tree), nodes: node..<(node + 1), text: before..<before)
                    block.nodes = block.nodes.lowerBound..<(node + 1)
                    if node < linkEnd { block.linked += weight(writer.utf8[before...]) }
                    open = block
                }
            } else if item.tag.traits.contains(.block) {
                finish(&blocks)
                if Int(item.end) > node + 1 { ends.append(Int(item.end)) }
            } else if item.tag == .a, Int(item.end) > linkEnd, tree.has(.href, node) {
                linkEnd = Int(item.end)
            }
            node += 1
        }
        finish(&blocks)
        utf8 = writer.utf8
    }

    private func owner(of node: Int, _ tree: HTMLTree) -> Int {
        var owner = tree.parent(of: node)
        while owner > 0, !tree.nodes[owner].tag.traits.contains(.block) { owner = tree.parent(of: owner) }
        return owner
    }
}

/// Weighs text: letters and digits count one, Chinese, Japanese and Korean characters two and a half.
private func weight(_ bytes: ArraySlice<UInt8>) -> Float { bytes.reduce(0) { $0 + weight($1) } }

/// The weight of the character that a byte begins; what goes on one weighs nothing.
@inline(__always)
private func weight(_ byte: UInt8) -> Float {
    switch byte {
    case 0x80..<0xC0: 0
    case 0xE3..<0xEE: 2.5
    default: 1
    }
}

/// Counts what tells prose from labels.
private func measure(_ block: inout PageBlock, _ utf8: [UInt8]) {
    utf8.withUnsafeBufferPointer { all in
        var range = block.text
        while range.lowerBound < range.upperBound, all[range.lowerBound] <= 0x20 {
            range = (range.lowerBound + 1)..<range.upperBound
        }
        block.text = range
        var total: Float = 0
        var i = range.lowerBound
        var inWord = false
        while i < range.upperBound {
            let byte = all[i]
            let next = i + 1 < range.upperBound ? all[i + 1] : 0x20
            total += weight(byte)
            switch byte {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
                if next <= 0x20 || next == UInt8(ascii: "\"") || next == 0xE2 || next == 0xC2 { block.stops += 1 }
                inWord = false
            case UInt8(ascii: ","): block.commas += 1
            case 0x20, 0x0A: inWord = false
            case 0x00..<0x80, 0xC0..<0xE3:
                if !inWord { block.words += 1 }
                inWord = true
            case 0xE3..<0xEE:
                if i + 2 < range.upperBound {
                    let (second, third) = (all[i + 1], all[i + 2])
                    // the full stop and the comma of Chinese and Japanese, and their full-width kin
                    if byte == 0xE3, second == 0x80, third == 0x82 { block.stops += 1 }
                    if byte == 0xE3, second == 0x80, third == 0x81 { block.commas += 1 }
                }
                block.words += inWord ? 0 : 1
            default: break
            }
            // the full stops of Devanagari, Arabic, Urdu and Armenian
            if i + 2 < range.upperBound, byte == 0xE0, all[i + 1] == 0xA5, all[i + 2] == 0xA4 { block.stops += 1 }
            if byte == 0xD8 && next == 0x9F || byte == 0xDB && next == 0x94 || byte == 0xD6 && next == 0x89 {
                block.stops += 1
            }
            i += 1
        }
        block.weight = total
        block.isEnded = endsAsSentence(all, range)
    }
}

/// Whether text ends in a stop, with quotation marks and brackets behind it or without.
private func endsAsSentence(_ all: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    let start = range.lowerBound
    while end > start {
        let byte = all[end - 1]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ")") || byte == 0x20 {
            end -= 1
        } else if end - start >= 3, all[end - 3] == 0xE2, all[end - 2] == 0x80, (0x98...0x9F).contains(byte) {
            end -= 3
        } else if end - start >= 2, all[end - 2] == 0xC2, byte == 0xBB || byte == 0xAB {
            end -= 2
        } else {
            break
        }
    }
    guard end > start else { return false }
    switch all[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ";"): return true
    default: break
    }
    guard end - start >= 3 else { return false }
    let last = (all[end - 3], all[end - 2], all[end - 1])
    return last == (0xE3, 0x80, 0x82) || last == (0xE2, 0x80, 0xA6) || last == (0xEF, 0xBC, 0x81)
        || last == (0xEF, 0xBC, 0x9F) || last == (0xE3, 0x80, 0x8D)
}
