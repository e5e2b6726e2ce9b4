/// How a piece of a line looks.
package enum Style: Sendable, Equatable {
    case plain
    case strong
    /// Labels and the sentences that facts rest on.
    case quiet
    /// The words of a sentence that are the evidence.
    case evidence
    /// What took place; what is to come; what did not happen.
    case good, pending, bad

}

/// Text in one style. Its text is always safe to print: whatever made it, ``Columns/safe(_:)`` has seen it.
package struct Piece: Sendable, Equatable {
    package let text: String
    package let style: Style

    package init(_ text: some StringProtocol, _ style: Style = .plain) {
        self.text = Columns.safe(text)
        self.style = style
    }
}
