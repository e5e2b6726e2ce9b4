/// The `d` of a path, in absolute coordinates. A point that is no number ends the stroke; the next one begins another.
struct Path {
    private(set) var text = ""
    private var isDown = false

    var isEmpty: Bool { text.isEmpty }

    /// Lifts the pen.
    mutating func lift() { isDown = false }

    /// Draws to a point, or begins there where the pen is lifted.
    mutating func to(_ x: Double, _ y: Double) {
        guard let x = Numeral.coordinate(x), let y = Numeral.coordinate(y) else { return lift() }
        text += isDown ? "L" : "M"
        text += x
        text += " "
        text += y
        isDown = true
    }

    mutating func close() {
        if isDown { text += "Z" }
        isDown = false
    }

    mutating func segment(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
        lift()
        to(x1, y1)
        to(x2, y2)
        lift()
    }

    /// Lines at 45 degrees that fill a box: those where x + y is a multiple of the spacing, so that neighbouring boxes match.
    mutating func hatch(_ box: Box, spacing: Double = 5) {
        guard box.width > 0, box.height > 0, spacing >= 1, Numeral.isDrawable(box.x + box.y) else { return }
        var sum = ((box.x + box.y) / spacing).rounded(.up) * spacing
        while sum < box.right + box.bottom {
            let left = max(box.x, sum - box.bottom)
            let right = min(box.right, sum - box.y)
            if right > left { segment(left, sum - left, right, sum - right) }
            sum += spacing
        }
    }
}
