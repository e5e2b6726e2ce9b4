/// Where a document breaks the rules of XML and was read on all the same.
package struct XMLFault: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// An end tag without its start tag; it was passed over.
        case strayEndTag = "stray-end-tag"
        /// An element that another's end tag, or the document's end, closed.
        case unclosedElement = "unclosed-element"
        /// The document ends within a tag, a comment or a section; what was begun is text or left out.
        case earlyEnd = "early-end"
        /// An ampersand or less-than sign that begins nothing; it was taken as itself.
        case unescapedMark = "unescaped-mark"
        /// A named character of HTML that the document did not declare; it was taken as HTML has it.
        case undeclaredEntity = "undeclared-entity"
        /// A name that nobody knows; it stays as it is written.
        case unknownEntity = "unknown-entity"
        /// A reference to a character that no text may hold; U+FFFD stands for it, or what windows-1252 has there.
        case badCharacter = "bad-character"
        /// An attribute without quotation marks or without a value, or given twice (the first counts).
        case badAttribute = "bad-attribute"
        /// A prefix without a namespace.
        case undeclaredPrefix = "undeclared-prefix"
        /// An entity outside the document; it is never loaded, its reference stays as it is written.
        case externalEntity = "external-entity"
        /// An entity with tags in it, which are taken as text, or a parameter entity, which is not followed.
        case entityNotFollowed = "entity-not-followed"
        /// Elements deeper than the limit: their tags are passed over, their text is read.
        case tooDeep = "too-deep"
        /// Text or a second element beside the document's element.
        case besideRoot = "beside-root"
    }

    package var kind: Kind
    /// The byte where it was seen.
    package var offset: Int
}

/// Why a document is not read on: it expands entities without end.
package struct XMLError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable {
        case entityExpansion = "entity-expansion"
        case entityDepth = "entity-depth"
    }

    package var code: Code
    /// What was expected, what was found, where, and what to do.
    package var message: String

    package var description: String { "\(code.rawValue): \(message)" }
}

/// How much a reader of XML puts up with.
package struct XMLLimits: Sendable {
    /// Bytes that all references to declared entities together may yield.
    package var expansion = 1 << 20
    /// How deep entities may refer to each other.
    package var entityDepth = 16
    /// How deep elements are followed.
    package var depth = 256
    /// Faults that are kept; more are counted.
    package var faults = 64

    package init() {}
}
