/// A rectangle in pixels of the figure; y runs downward.
struct Box: Equatable, Sendable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }

    func intersects(_ other: Box) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }

    func contains(_ other: Box) -> Bool {
        other.x >= x && other.right <= right && other.y >= y && other.bottom <= bottom
    }

    /// What a line of text covers, of which `y` is the baseline.
    static func text(_ text: String, _ x: Double, _ y: Double, _ font: Font, _ anchor: Anchor = .start) -> Box {
        let width = font.width(text)
        let left =
            switch anchor {
            case .start: x
            case .middle: x - width / 2
            case .end: x - width
            }
        return Box(x: left, y: y - font.size * 0.8, width: width, height: font.size * 1.02)
    }
}
