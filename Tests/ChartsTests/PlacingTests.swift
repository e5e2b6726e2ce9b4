import Testing

@testable import Charts

@Suite struct TextWidthTests {
    /// Widths in thousandths of an em of Helvetica, from Adobe's font metrics (AFM), summed by hand.
    @Test func estimatesAreNearHelvetica() {
        let known: [(String, Double)] = [
            ("2014", 4 * 556), ("ill", 222 * 3), ("Minister", 833 + 222 + 556 + 222 + 500 + 278 + 556 + 333),
            ("WWW", 944 * 3),
            (
                "China and Russia",
                722 + 556 + 222 + 556 + 556 + 278 + 556 + 556 + 556 + 278 + 722 + 556 + 500 + 500 + 222 + 556
            ),
        ]
        for (text, width) in known {
            let estimate = TextWidth.ems(text) * 1_000
            #expect(estimate >= width * 0.99 && estimate < width * 1.16, "\(text): \(estimate), not \(width)")
        }
    }

    @Test func otherScripts() {
        #expect(TextWidth.width("外") == 1)
        #expect(TextWidth.width("\u{301}") == 0)
        #expect(TextWidth.width("\u{200B}") == 0)
        #expect(TextWidth.ems("") == 0)
        #expect(TextWidth.ems("Türkiye") > TextWidth.ems("Turkiy"))
    }
}

@Suite struct WrappingTests {
    let font = Font.note

    @Test(arguments: [60.0, 120, 333, 800]) func noLineIsWiderAndNoWordIsLost(_ width: Double) {
        let text =
            "n = 412 contacts; sources: Ministry of Foreign Affairs, Kremlin press office, TASS archive; coverage: 2001–2026"
        let lines = Wrapping.lines(text, font, width)
        #expect(lines.joined(separator: " ") == text)
        for line in lines { #expect(font.width(line) <= width + 0.01) }
        // no line could have held the first word of the next
        for (line, next) in zip(lines, lines.dropFirst()) {
            let word = next.split(separator: " ")[0]
            #expect(font.width("\(line) \(word)") > width)
        }
    }

    @Test func longWordsAndScriptsWithoutSpacesAreBroken() {
        let lines = Wrapping.lines(String(repeating: "外", count: 50), font, 100)
        #expect(lines.joined() == String(repeating: "外", count: 50))
        #expect(lines.count == 6)
        for line in lines { #expect(font.width(line) <= 100) }
    }

    @Test func whatIsBeyondTheLimitEndsInAnEllipsis() {
        let lines = Wrapping.lines(String(repeating: "word ", count: 1_000), font, 100, most: 3)
        #expect(lines.count == 3)
        #expect(lines[2].hasSuffix("\u{2026}"))
        #expect(font.width(lines[2]) <= 100)
        #expect(Wrapping.lines("", font, 100).isEmpty)
        #expect(Wrapping.lines("   ", font, 100).isEmpty)
    }

    @Test func cutting() {
        #expect(Wrapping.cut("Russia", font, 100) == "Russia")
        let cut = Wrapping.cut("Ministry of Foreign Affairs", font, 60)
        #expect(cut.hasSuffix("\u{2026}") && "Ministry of Foreign Affairs".hasPrefix(cut.dropLast()))
        #expect(font.width(cut) <= 60)
        #expect(font.width(cut) > 40)
        #expect(Wrapping.cut("abc", font, 0) == "\u{2026}")
    }
}

@Suite struct SpreadingTests {
    @Test func whatIsApartStays() {
        #expect(Spreading.spread([10, 40, 90], gap: 14, low: 0, high: 100) == [10, 40, 90])
    }

    @Test func whatTouchesIsMovedAsLittleAsPossible() {
        #expect(Spreading.spread([50, 50], gap: 10, low: 0, high: 100) == [45, 55])
        #expect(Spreading.spread([50, 50, 50], gap: 10, low: 0, high: 100) == [40, 50, 60])
        #expect(Spreading.spread([2, 0], gap: 10, low: 0, high: 100) == [10, 0])
        #expect(Spreading.spread([99, 100], gap: 10, low: 0, high: 100) == [90, 100])
        #expect(Spreading.spread([], gap: 10, low: 0, high: 100) == [])
    }

    @Test func whereThereIsNoRoomThereIsNone() {
        #expect(Spreading.spread([1, 2, 3], gap: 60, low: 0, high: 100) == nil)
        #expect(Spreading.spread([.nan], gap: 1, low: 0, high: 100) == nil)
    }

    @Test func alwaysApartInOrderAndWithin() throws {
        var numbers = Samples.Numbers()
        for round in 0..<500 {
            let wanted = (0..<1 + round % 8).map { _ in numbers.next() * 120 - 10 }
            let heights = try #require(Spreading.spread(wanted, gap: 12, low: 0, high: 100))
            let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
            for (first, second) in zip(order, order.dropFirst()) {
                #expect(heights[second] - heights[first] > 12 - 1e-9)
            }
            for height in heights { #expect(height > -1e-9 && height < 100 + 1e-9) }
        }
    }
}

@Suite struct LabelFieldTests {
    @Test func theFirstChoiceIsToTheRight() {
        var field = LabelField(bounds: Box(x: 0, y: 0, width: 200, height: 100))
        let place = field.place(width: 40, height: 10, x: 50, y: 50, radius: 4)
        #expect(place == LabelField.Place(box: Box(x: 57, y: 45, width: 40, height: 10), leader: nil))
    }

    @Test func labelsNeverOverlapAndEveryFarOneHasALeader() {
        var field = LabelField(bounds: Box(x: 0, y: 0, width: 400, height: 300))
        var numbers = Samples.Numbers()
        var places: [LabelField.Place] = []
        var refused = 0
        for _ in 0..<300 {
            let (x, y) = (numbers.next() * 400, numbers.next() * 300)
            guard let place = field.place(width: 40, height: 10, x: x, y: y, radius: 3) else {
                refused += 1
                continue
            }
            #expect(field.bounds.contains(place.box))
            for other in places { #expect(!other.box.intersects(place.box)) }
            let (dx, dy) = (max(place.box.x - x, 0, x - place.box.right), max(place.box.y - y, 0, y - place.box.bottom))
            let distance = (dx * dx + dy * dy).squareRoot()
            #expect((place.leader == nil) == (distance < 12), "\(distance)")
            places.append(place)
        }
        #expect(places.count > 100 && refused > 50)
    }

    @Test func thereIsABoundToWhatIsKept() {
        var field = LabelField(bounds: Box(x: 0, y: 0, width: 1e6, height: 1e6))
        for index in 0..<LabelField.mostBoxes + 10 { field.take(Box(x: Double(index), y: 0, width: 0.5, height: 1)) }
        #expect(field.taken.count == LabelField.mostBoxes)
        #expect(field.place(width: 1, height: 1, x: 500, y: 500, radius: 1) == nil)
    }
}

@Suite struct EventRowsTests {
    @Test func aLabelAloneStandsToTheRightInTheLowestRow() {
        let rows = EventRows([(x: 100, label: "Treaty")], left: 0, right: 400)
        #expect(rows.rows == 1)
        #expect(rows.places[0].row == 0 && rows.places[0].anchor == .start)
    }

    @Test func atTheRightEdgeALabelStandsToTheLeft() {
        let rows = EventRows([(x: 390, label: "Treaty")], left: 0, right: 400)
        #expect(rows.places[0].row == 0 && rows.places[0].anchor == .end)
        #expect(EventRows([(x: 10, label: "Treaty of friendship")], left: 0, right: 20).places[0].row == nil)
    }

    @Test func noLabelIsCoveredNorCrossed() {
        var numbers = Samples.Numbers()
        for _ in 0..<60 {
            let events = (0..<12).map { (x: numbers.next() * 700, label: "event number \($0)") }
            let rows = EventRows(events, left: 0, right: 700)
            #expect(rows.places.count == 12)
            #expect(rows.places.map(\.x) == events.map(\.x).sorted())
            for (index, place) in rows.places.enumerated() {
                guard let row = place.row else { continue }
                #expect(row < EventRows.mostRows)
                let width = EventRows.font.width(place.label)
                let text =
                    place.anchor == .start ? place.x + 4...place.x + 4 + width : place.x - 4 - width...place.x - 4
                for (second, other) in rows.places.enumerated() where second != index {
                    guard let above = other.row else { continue }
                    let reach = EventRows.font.width(other.label)
                    let taken =
                        other.anchor == .start ? other.x + 4...other.x + 4 + reach : other.x - 4 - reach...other.x - 4
                    if above == row { #expect(!taken.overlaps(text)) }
                    if above > row { #expect(!text.contains(other.x)) }
                }
            }
        }
    }

    @Test func manyAreBounded() {
        let events = (0..<5_000).map { (x: Double($0) / 5, label: "e\($0)") }
        let rows = EventRows(events, left: 0, right: 1_000)
        #expect(rows.places.count == 5_000)
        #expect(rows.places.count { $0.row != nil } <= EventRows.most)
    }
}

@Suite struct PaletteTests {
    /// L* of CIE 1976 from the hexadecimal letters of a colour.
    private func lightness(_ colour: String) throws -> Double {
        let value = try #require(Int(colour.dropFirst(), radix: 16))
        let parts = [16, 8, 0].map { shift -> Double in
            let part = Double(value >> shift & 0xFF) / 255
            if part <= 0.04045 { return part / 12.92 }
            // ((part + 0.055) / 1.055) to the power 2.4, by the fifth root of the twelfth power
            let base = (part + 0.055) / 1.055
            let square = base * base
            var root = base
            for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
            return square * root
        }
        let luminance = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        var root = 0.5
        for _ in 0..<60 { root -= (root * root * root - luminance) / (3 * root * root) }
        return luminance > 0.008856 ? 116 * root - 16 : 903.3 * luminance
    }

    /// Okabe and Ito 2008: #0072b2 blue, #e69f00 orange, #009e73 bluish green, #56b4e9 sky blue, #d55e00 vermilion.
    @Test func theColoursAreThoseOfOkabeAndIto() {
        #expect(Array(Palette.series.prefix(5)) == ["#0072b2", "#e69f00", "#009e73", "#56b4e9", "#d55e00"])
        #expect(Palette.dashes.count == Palette.series.count)
        #expect(Set(Palette.dashes.map { $0 ?? "" }).count == Palette.series.count)
    }

    @Test func neighboursInAStackDifferInGrey() throws {
        for (first, second) in zip(Palette.series, Palette.series.dropFirst()) {
            #expect(abs(try lightness(first) - lightness(second)) > 10, "\(first) \(second)")
        }
    }

    @Test func burstsAndShadesAreEverDarker() throws {
        for colours in [Palette.bursts, MatrixDrawing.shades] {
            for (first, second) in zip(colours, colours.dropFirst()) {
                #expect(try lightness(first) - lightness(second) > 8)
            }
        }
    }

    @Test func anyPlaceHasAColour() {
        #expect(Palette.index(7) == 1)
        #expect((0..<Palette.most).contains(Palette.index(.min)))
        #expect((0..<Palette.most).contains(Palette.index(.max)))
    }
}
