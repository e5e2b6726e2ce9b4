/// An attribute of a start tag.
package struct XMLAttribute: Hashable, Sendable {
    package var name: XMLName
    package var value: String
}

/// Where an attribute stands in the document.
struct AttributeSpan {
    var name: Range<Int>
    var value: Range<Int>
}

extension XMLReader {
    /// The attributes of the start tag last come upon, without declarations of namespaces.
    package var attributes: [XMLAttribute] {
        mutating get {
            var found: [XMLAttribute] = []
            for span in attributeSpans where declaredPrefix(span) == nil {
                let name = bytes.withUnsafeBufferPointer {
                    names.resolved(UnsafeBufferPointer(rebasing: $0[span.name]), scope: scope, isElement: false)
                }
                found.append(XMLAttribute(name: name, value: value(span)))
            }
            return found
        }
    }

    /// Whether the start tag last come upon has attributes.
    package var hasAttributes: Bool { !attributeSpans.isEmpty }

    /// The value of the attribute with a name as written ("href", "xml:base"); `nil` for none.
    package mutating func attribute(_ name: StaticString) -> String? {
        for span in attributeSpans where span.name.count == name.utf8CodeUnitCount {
            if starts(with: name, at: span.name.lowerBound) { return value(span) }
        }
        return nil
    }

    /// The value of the attribute with a name after the colon, whatever its prefix.
    package mutating func attribute(local name: StaticString) -> String? {
        let count = name.utf8CodeUnitCount
        for span in attributeSpans where span.name.count >= count {
            let start = span.name.upperBound - count
            guard startsIgnoringCase(with: name, at: start),
                start == span.name.lowerBound || bytes[start - 1] == UInt8(ascii: ":")
            else { continue }
            return value(span)
        }
        return nil
    }

    /// Whether the start tag last come upon declares a namespace that fits.
    package mutating func declares(_ fits: (_ namespace: String) -> Bool) -> Bool {
        for span in attributeSpans where declaredPrefix(span) != nil {
            if fits(value(span)) { return true }
        }
        return false
    }

    mutating func value(_ span: AttributeSpan) -> String {
        var out: [UInt8] = []
        append(span.value, isAttribute: true, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// Reads a start tag; the bytes of its name, or `nil` where the document ends within it.
    mutating func readStartTag() -> Range<Int>? {
        let start = offset
        attributeSpans.removeAll(keepingCapacity: true)
        isSelfClosing = false
        var i = start + 1
        while i < bytes.count, !XMLReader.endsName(bytes[i]) { i += 1 }
        let tag = (start + 1)..<i
        while i < bytes.count {
            switch bytes[i] {
            case UInt8(ascii: ">"):
                offset = i + 1
                return tag
            case UInt8(ascii: "/"):
                i += 1
                isSelfClosing = i < bytes.count && bytes[i] == UInt8(ascii: ">")
            case UInt8(ascii: "<"):
                // the tag was never closed and another begins
                note(.earlyEnd, at: start)
                offset = i
                return tag
            case 0...0x20: i += 1
            default: readAttribute(at: &i)
            }
        }
        note(.earlyEnd, at: start)
        offset = bytes.count
        return nil
    }

    private mutating func readAttribute(at i: inout Int) {
        let start = i
        i += 1
        while i < bytes.count, !XMLReader.endsName(bytes[i]) { i += 1 }
        let name = start..<i
        while i < bytes.count, bytes[i] <= 0x20 { i += 1 }
        guard i < bytes.count, bytes[i] == UInt8(ascii: "=") else {
            note(.badAttribute, at: start)
            add(AttributeSpan(name: name, value: i..<i))
            return
        }
        i += 1
        while i < bytes.count, bytes[i] <= 0x20 { i += 1 }
        guard i < bytes.count else { return }
        if bytes[i] == 0x22 || bytes[i] == 0x27, let end = find(bytes[i], from: i + 1) {
            add(AttributeSpan(name: name, value: (i + 1)..<end))
            i = end + 1
            return
        }
        note(.badAttribute, at: start)
        let value = i
        while i < bytes.count, bytes[i] > 0x20, bytes[i] != UInt8(ascii: ">"), bytes[i] != UInt8(ascii: "<") { i += 1 }
        // "<a href=x/>" ends the element; "<a href=http://x/ >" does not
        if i > value, i < bytes.count, bytes[i] == UInt8(ascii: ">"), bytes[i - 1] == UInt8(ascii: "/") {
            i -= 1
        }
        add(AttributeSpan(name: name, value: value..<i))
    }

    /// Attributes of one tag that are compared for twins; more are kept unseen.
    private static let compared = 64

    private mutating func add(_ span: AttributeSpan) {
        if attributeSpans.count < XMLReader.compared {
            let isTwin = attributeSpans.contains { other in
                other.name.count == span.name.count && bytes[other.name].elementsEqual(bytes[span.name])
            }
            if isTwin {
                note(.badAttribute, at: span.name.lowerBound)
                return
            }
        }
        attributeSpans.append(span)
    }

    /// The prefix that an attribute declares; "" for the namespace of names without one, `nil` for other attributes.
    private func declaredPrefix(_ span: AttributeSpan) -> Range<Int>? {
        guard span.name.count >= 5, starts(with: "xmlns", at: span.name.lowerBound) else { return nil }
        let colon = span.name.lowerBound + 5
        if colon == span.name.upperBound { return colon..<colon }
        return bytes[colon] == UInt8(ascii: ":") ? (colon + 1)..<span.name.upperBound : nil
    }

    /// Puts the namespaces in force that the start tag declares.
    mutating func enterScope() {
        var declared: [(prefix: String, namespace: String)] = []
        for span in attributeSpans {
            guard let prefix = declaredPrefix(span) else { continue }
            declared.append((String(decoding: bytes[prefix], as: UTF8.self), value(span)))
        }
        if !declared.isEmpty { scope = names.scope(in: scope, declaring: declared) }
    }
}
