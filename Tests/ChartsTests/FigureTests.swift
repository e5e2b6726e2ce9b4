import Testing

@testable import Charts

/// What holds of every figure.
@Suite struct FigureTests {
    static let elements: Set<String> = [
        "svg", "title", "desc", "g", "rect", "line", "circle", "path", "text",
    ]

    @Test(arguments: Samples.widths) func aFigureIsWellFormedAndDescribed(_ width: Double) throws {
        for figure in Samples.all {
            let root = try MarkupReader.read(figure.svg(width: width))
            #expect(root.name == "svg")
            #expect(root.attributes["xmlns"] == "http://www.w3.org/2000/svg")
            #expect(root.attributes["role"] == "img")
            #expect(root.number("width") == width)
            let height = try #require(root.number("height"))
            #expect(root.attributes["viewBox"] == "0 0 \(Int(width)) \(Int(height))")
            #expect(root.children.prefix(2).map(\.name) == ["title", "desc"])
            #expect(root.title == "Contacts of China and Russia")
            #expect(root.children[1].text.count > 20)
            #expect(height > 150 && height < width * 1.3 + 300)
        }
    }

    /// The site's policy admits no style, and no page may have an identifier twice.
    @Test func noStyleNoScriptNoIdentifiers() throws {
        for figure in Samples.all {
            for element in try MarkupReader.read(figure.svg(width: 760)).all {
                #expect(Self.elements.contains(element.name))
                for key in element.attributes.keys {
                    #expect(key != "style" && key != "id" && !key.hasPrefix("on") && !key.contains("href"))
                }
                for style in element.classes { #expect(style == "fig" || style.hasPrefix("fig-")) }
            }
        }
    }

    /// Whatever has a colour has a class by which a style sheet reaches it.
    @Test func everyColourHasAClass() throws {
        for figure in Samples.all {
            for element in try MarkupReader.read(figure.svg(width: 760)).all {
                if element.attributes["fill"] != nil || element.attributes["stroke"] != nil {
                    #expect(!element.classes.isEmpty, "\(element.name) \(element.attributes)")
                }
            }
        }
    }

    @Test(arguments: Samples.widths) func noTextCoversAnotherOrLeavesTheFigure(_ width: Double) throws {
        for figure in Samples.all {
            let root = try MarkupReader.read(figure.svg(width: width))
            let height = try #require(root.number("height"))
            let labels = root.all("text").compactMap { Label($0) }
            #expect(labels.count > 5)
            for (index, label) in labels.enumerated() {
                let inside =
                    label.box.x >= 0 && label.box.right <= width + 0.5 && label.box.y >= 0
                    && label.box.bottom <= height
                #expect(inside, "\(type(of: figure)) \(width): \(label)")
                for other in labels.dropFirst(index + 1) where label.box.intersects(other.box) {
                    Issue.record("\(type(of: figure)) \(width): \(label) and \(other)")
                }
            }
        }
    }

    @Test func theSameValuesGiveTheSameBytes() {
        for (first, second) in zip(Samples.all, Samples.all) {
            #expect(first.svg(width: 760) == second.svg(width: 760))
        }
    }

    @Test func aFileOfItsOwnHasTheDeclaration() throws {
        for figure in Samples.all {
            let file = figure.standalone(width: 480)
            #expect(file == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + figure.svg(width: 480))
            #expect(try MarkupReader.read(file).name == "svg")
        }
    }

    @Test func nothingToShowIsSaidWithItsReason() throws {
        let told = Caption(
            title: "Palau and Kosovo", notes: ["n = 0"], emptiness: "Undefined: no common votes <at all>.")
        for figure in Samples.empty(told) {
            let root = try MarkupReader.read(figure.svg(width: 480))
            let texts = root.all("text").map(\.text)
            #expect(texts.contains("No data"))
            #expect(texts.contains("Undefined: no common votes <at all>."))
            #expect(texts.contains("n = 0"))
            #expect(root.all("desc").first?.text == "No data. Undefined: no common votes <at all>.")
        }
        for figure in Samples.empty(Caption(title: "x")) {
            #expect(try MarkupReader.read(figure.svg(width: 480)).all("text").map(\.text).contains("No data"))
        }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 0, -5, 1e300]) func everyWidthIsTaken(_ width: Double) throws {
        for figure in Samples.all {
            let root = try MarkupReader.read(figure.svg(width: width))
            let taken = try #require(root.number("width"))
            #expect(taken == (width.isFinite ? (width > 4_000 ? 4_000 : 240) : 760))
        }
    }

    /// Below the narrowest width tested above texts may touch, but nothing is lost or broken.
    @Test func theNarrowestIsStillWellFormed() throws {
        for figure in Samples.all { #expect(try MarkupReader.read(figure.svg(width: 240)).all("text").count > 5) }
    }

    @Test func coordinatesAreNumbersWithAtMostTwoDecimals() throws {
        let keys = ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height"]
        for figure in Samples.all {
            for element in try MarkupReader.read(figure.svg(width: 761)).all {
                for key in keys {
                    guard let text = element.attributes[key] else { continue }
                    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
                    let digits = parts[0].hasPrefix("-") ? parts[0].dropFirst() : parts[0]
                    let isPlain = !digits.isEmpty && digits.allSatisfy { "0123456789".contains($0) }
                    #expect(isPlain && parts.count <= 2, "\(key)=\(text)")
                    if parts.count == 2 { #expect((1...2).contains(parts[1].count) && !text.hasSuffix("0")) }
                }
            }
        }
    }

    @Test func theFooterIsWrappedToTheWidth() throws {
        var figure = Samples.lines
        figure.caption.notes = [Array(repeating: "coverage", count: 60).joined(separator: " ")]
        let root = try MarkupReader.read(figure.svg(width: 400))
        let notes = root.all("text").filter { $0.text.hasPrefix("coverage") }
        #expect(notes.count > 4)
        #expect(notes.reduce(0) { $0 + $1.text.split(separator: " ").count } == 60)
        for note in notes { #expect(try #require(Label(note)).box.right <= 390.5) }
    }
}
