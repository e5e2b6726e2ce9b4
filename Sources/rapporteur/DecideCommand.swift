import ArgumentParser
import Desk
import FoundationEssentials
import Lexicon
import Register

/// A curator's decisions, each with an author and a reason.
struct DecideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Stores a curator's decision and applies it at once.",
        discussion: """
            A decision is kept with its author, time and reason, holds for reports that come later and for every \
            rebuild, and is undone by another decision, never deleted. Where two conflict the later one holds. \
            Encounters are named by their ids (enc_...), old ones included.
            """,
        subcommands: [
            Merge.self, NotSame.self, Split.self, Correct.self, RejectClaim.self, RejectReport.self, Undo.self,
        ])

    /// Who decides, why, and in which register.
    struct Words: ParsableArguments {
        @OptionGroup var file: RegisterOption
        @Option(help: "Who decides (default: $USER).")
        var author: String?
        @Option(help: "Why; it stands in the encounter's reasons.")
        var reason: String

        /// Stores what `act` makes of the register, and prints what became of encounters.
        func decide(_ act: (Register) throws -> Decision.Act) throws {
            try reporting {
                guard let author = author ?? ProcessInfo.processInfo.environment["USER"], !author.isEmpty else {
                    throw Failure("expected an author, found none and no $USER; give --author", .notADocument)
                }
                let register = try Register(path: file.register, access: .write, makes: false)
                let (stored, changes) = try register.decide(
                    act(register), author: author, reason: reason, at: FilingDesk.now())
                try register.close()
                try Output.standard.write("decision \(stored.number): \(stored.decision.summary)\n")
                for change in changes { try Output.standard.write("  \(change.encounter) \(change.change)\n") }
                if changes.isEmpty { try Output.standard.write("  no encounter is other than before\n") }
            }
        }
    }

    struct Merge: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Says that two encounters are one.")
        @Argument(help: "An encounter's id.") var first: String
        @Argument(help: "Another one's.") var second: String
        @OptionGroup var words: Words
        func run() throws { try words.decide { try $0.merging(first, second) } }
    }

    struct NotSame: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "not-same", abstract: "Says that two encounters are two, whatever comes.")
        @Argument(help: "An encounter's id.") var first: String
        @Argument(help: "Another one's.") var second: String
        @OptionGroup var words: Words
        func run() throws { try words.decide { try $0.keepingApart(first, second) } }
    }

    struct Split: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes an encounter of its own of what some documents claim.")
        @Argument(help: "The encounter's id.") var encounter: String
        @Option(help: "The documents' ids, with commas between, or the option again for each.") var documents: [String]
        @OptionGroup var words: Words
        func run() throws {
            try words.decide { register in
                // an id may hold a comma itself
                if let act = try? register.splitting(encounter, documents: documents) { return act }
                return try register.splitting(
                    encounter, documents: documents.flatMap { $0.split(separator: ",").map(String.init) })
            }
        }
    }

    struct Correct: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sets a field of an encounter.",
            discussion: """
                Fields: place, country, date, status, kind, medium, level, office (with --person). "none" takes a \
                place, country, date or level away. A new place keeps the country; a new country has no place until \
                one is set.
                """)
        @Argument(help: "The encounter's id.") var encounter: String
        @Argument(help: "The field.") var field: String
        @Argument(help: "Its value.") var value: String
        @Option(help: "The participant whose office it is.") var person: String?
        @OptionGroup var words: Words

        func run() throws {
            try words.decide { register in
                let correction = try Correction(field: field, value: value, person: person)
                if case .country(let code?) = correction, try Lexicon.program().party(code: code) == nil {
                    throw RegisterError(
                        .wrongDecision,
                        "expected a country of the lexicon, found \"\(code)\"; `rapporteur who` finds codes")
                }
                return try register.correcting(encounter, correction)
            }
        }
    }

    struct RejectClaim: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reject-claim", abstract: "Says that a report tells no such encounter.")
        @Argument(help: "The document's id.") var document: String
        @Argument(help: "The claim's id in its record, such as e1.") var claim: String
        @OptionGroup var words: Words
        func run() throws {
            try words.decide { try $0.rejecting(ClaimAnchor(document: document, claim: claim)) }
        }
    }

    struct RejectReport: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reject-report", abstract: "Leaves all claims of a report out.")
        @Argument(help: "The document's id.") var document: String
        @OptionGroup var words: Words
        func run() throws { try words.decide { try $0.rejecting(document: document) } }
    }

    struct Undo: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Says that a decision holds no longer.")
        @Argument(help: "Its number, or its name (dec_...).") var decision: String
        @OptionGroup var words: Words
        func run() throws { try words.decide { try $0.undoing(decision) } }
    }
}

extension Decision {
    /// "merge 2 claims with 1", "correct place: Oslo"
    var summary: String {
        switch act {
        case .merge(let a, let b): "merge \(Self.list(a)) with \(Self.list(b))"
        case .split(let a, from: let b): "split \(Self.list(a)) from \(Self.list(b))"
        case .notSame(let a, let b): "keep \(Self.list(a)) apart from \(Self.list(b))"
        case .correct(let claims, let correction):
            "correct \(correction.field) of \(correction.person.map { "\($0) in " } ?? "")\(Self.list(claims)): "
                + (correction.value ?? "none")
        case .rejectClaim(let claim): "reject the claim \(Self.list([claim]))"
        case .rejectReport(let document): "reject the report \(document)"
        case .undo(let name): "undo \(name)"
        }
    }

    /// "agency-1 e1, ministry-1 e2 and 3 more"
    private static func list(_ claims: [ClaimAnchor]) -> String {
        let shown = claims.prefix(2).map { "\($0.document) \($0.claim)" }.joined(separator: ", ")
        return claims.count > 2 ? "\(shown) and \(claims.count - 2) more" : shown
    }
}
