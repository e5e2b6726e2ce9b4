import ArgumentParser
import Coding
import Diplomacy
import FoundationEssentials
import Language

/// `rapporteur dates`: the dates of a text, or of each line of JSON Lines from standard input.
struct DatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dates", abstract: "Finds the dates in a text and resolves them against a day.",
        discussion: """
            With TEXT, prints one date a line: start, end, precision, kind and words, divided by tabs.

            Without, reads JSON Lines {"id":...,"text":...,"reference":"YYYY-MM-DD"} from standard input and prints \
            {"dates":[{"end","kind","precision","span","start","text"}],"id"} for each line, in order. Days are \
            inclusive; spans count Unicode scalars. A line that is no such object gives {"error","line"}.
            """)

    @Argument(help: "The text to read.") var text: String?
    @Option(name: .long, help: ArgumentHelp("The day from which \"yesterday\" is counted.", valueName: "YYYY-MM-DD"))
    var on: String?
    @Option(name: .long, help: "Where to look for dates without a year: past, future or nearest.")
    var prefer = "nearest"

    func validate() throws {
        if let on, Day(iso: on) == nil { throw ValidationError("--on: expected YYYY-MM-DD, found \"\(on)\"") }
        if DateExpression.Direction(rawValue: prefer) == nil {
            throw ValidationError("--prefer: expected past, future or nearest, found \"\(prefer)\"")
        }
    }

    func run() throws {
        let direction = DateExpression.Direction(rawValue: prefer) ?? .nearest
        let day = on.flatMap { Day(iso: $0) }
        if let text {
            for date in FoundDate.all(in: text, reference: day, prefer: direction) {
                print("\(date.start)\t\(date.end)\t\(date.precision.rawValue)\t\(date.kind)\t\(date.text)")
            }
            return
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let decoder = JSONDecoder()
        var number = 0
        while let line = readLine() {
            number += 1
            if line.utf8.allSatisfy({ $0 <= 0x20 }) { continue }
            let output: Data
            do {
                let input = try decoder.decode(InputLine.self, from: Data(line.utf8))
                if let reference = input.reference, Day(iso: reference) == nil {
                    throw ValidationError("reference: expected YYYY-MM-DD, found \"\(reference)\"")
                }
                let reference = input.reference.flatMap { Day(iso: $0) } ?? day
                let dates = FoundDate.all(in: input.text, reference: reference, prefer: direction)
                output = try encoder.encode(OutputLine(id: input.id, dates: dates))
            } catch let error as ValidationError {
                output = try encoder.encode(BadLine(error: error.message, line: number))
            } catch {
                let message = "expected an object with \"text\" and perhaps \"id\" and \"reference\" as strings"
                output = try encoder.encode(BadLine(error: message, line: number))
            }
            print(String(decoding: output, as: UTF8.self))
        }
    }
}

private struct InputLine: Decodable {
    var id: String?
    var text: String
    var reference: String?
}

private struct OutputLine: Encodable {
    var id: String?
    var dates: [FoundDate]
}

private struct BadLine: Encodable {
    var error: String
    var line: Int
}

/// A date as the command prints it: whole days whatever the precision.
private struct FoundDate: Encodable {
    var text: String
    var span: [Int]
    var start: String
    var end: String
    var precision: DatePrecision
    var kind: String
    var time: String?
    var zone: String?

    static func all(in string: String, reference: Day?, prefer: DateExpression.Direction) -> [FoundDate] {
        let text = Text(string)
        let reader = DateReader(reference: reference)
        return reader.expressions(in: text, tokens: 0..<text.tokens.count, prefer: prefer).compactMap { found in
            guard let bytes = text.byteRange(found.tokens) else { return nil }
            return FoundDate(
                text: text.string(bytes: bytes),
                span: [text.scalars(before: bytes.lowerBound), text.scalars(before: bytes.upperBound)],
                start: found.value.start.iso, end: found.value.end.iso, precision: found.value.precision,
                kind: found.kind.rawValue, time: found.value.time, zone: found.value.zone)
        }
    }
}
