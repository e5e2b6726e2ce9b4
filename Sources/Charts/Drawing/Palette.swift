/// Colours that readers who confuse red and green tell apart (Okabe and Ito 2008, "Color Universal Design"), in an order in which
/// neighbours also differ in lightness, so that a stack is read in grey.
enum Palette {
    /// Blue, orange, bluish green, sky blue, vermilion, near black.
    static let series = ["#0072b2", "#e69f00", "#009e73", "#56b4e9", "#d55e00", "#333333"]
    /// Dashes of lines, in the same order; the first is drawn through.
    static let dashes: [String?] = [nil, "7 3", "2 2.5", "10 3 2 3", "4 2", "1.5 3.5"]
    /// Levels 1 to 4.
    static let bursts = ["#f5dcc0", "#e8ac6e", "#c4702a", "#7a3a0c"]

    /// The most series that have a colour of their own.
    static let most = series.count

    static func index(_ series: Int) -> Int {
        let rest = series % self.series.count
        return rest < 0 ? rest + self.series.count : rest
    }
}
