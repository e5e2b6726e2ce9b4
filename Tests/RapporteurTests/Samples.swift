import Diplomacy

/// Records made by hand, in the wording of the contract's example.
enum Samples {
    static let names = [
        "RUS": "Russia", "TUR": "Türkiye", "UKR": "Ukraine", "AZE": "Azerbaijan", "GBR": "United Kingdom",
    ]

    static func partyName(_ code: String) -> String { names[code] ?? code }

    static let document = Document(
        id: "example-1", title: "Lavrov and Fidan discuss Black Sea shipping in Antalya",
        text: """
            ANKARA, March 12 (Example Wire) - Russian Foreign Minister Sergei Lavrov and his Turkish counterpart Hakan \
            Fidan met in Antalya on Wednesday, the Turkish Foreign Ministry said. They discussed the safety of shipping \
            in the Black Sea and the war in Ukraine; no joint statement was issued. Lavrov will travel on to Baku on \
            Friday. A meeting between Lavrov and Ukraine's foreign minister, of which some outlets had written, did not \
            take place, the spokeswoman of the Russian ministry said. The two ministers last met in Moscow in May 2025.
            """,
        published: Day(iso: "2026-03-12"), source: Source(name: "Example Wire", kind: .agency, country: "GBR"),
        url: "https://example.org/antalya")

    /// The span of some words in a document, at their first place after others.
    static func span(_ words: String, after: String = "", in document: Document = document) -> Span {
        let text = Array(document.spanned.unicodeScalars)
        func find(_ words: String, from: Int) -> Int {
            let wanted = Array(words.unicodeScalars)
            guard !wanted.isEmpty else { return from }
            return (from...(text.count - wanted.count)).first { Array(text[$0..<($0 + wanted.count)]) == wanted } ?? -1
        }
        let start = find(words, from: find(after, from: 0))
        precondition(start >= 0, "the sample does not hold \"\(words)\"")
        return Span(start, start + words.unicodeScalars.count)
    }

    static func evidence(_ sentence: Int, _ text: String, _ rule: String) -> Evidence {
        Evidence(sentence: sentence, span: span(text), text: text, rule: rule)
    }

    static func lavrov(_ role: Role = .guest) -> Participant {
        Participant(
            person: "Sergei Lavrov", office: "Foreign Minister", party: "RUS", sector: "GOV", level: .minister,
            standing: .incumbent, role: role, lead: true, span: span("Sergei Lavrov"))
    }

    static func fidan(_ role: Role = .host) -> Participant {
        Participant(
            person: "Hakan Fidan", office: "Foreign Minister", party: "TUR", sector: "GOV", level: .minister,
            standing: .incumbent, role: role, lead: true, span: span("Hakan Fidan"))
    }

    static func day(_ iso: String) -> PartialDate? { Day(iso: iso).map { PartialDate(day: $0) } }

    static var talks: Encounter {
        let sentence =
            "ANKARA, March 12 (Example Wire) - Russian Foreign Minister Sergei Lavrov and his Turkish counterpart Hakan "
            + "Fidan met in Antalya on Wednesday, the Turkish Foreign Ministry said."
        return Encounter(
            id: "e1", principal: true, reported: true, kind: .talks, medium: .inPerson, status: .held, level: .minister,
            date: day("2026-03-11"),
            place: Place(name: "Antalya", country: "TUR", span: span("Antalya", after: "met in")),
            participants: [lavrov(), fidan()], about: [About(party: "UKR", span: span("Ukraine"))],
            issues: [
                IssueMention(code: "maritime-security", span: span("safety of shipping")),
                IssueMention(code: "armed-conflict", raisedBy: ["TUR"], span: span("war in Ukraine")),
            ],
            outcome: Outcome(kind: .noneReported, span: span("no joint statement was issued")),
            attributedTo: Attribution(
                name: "Turkish Foreign Ministry", party: "TUR", grade: .spokesperson,
                span: span("Turkish Foreign Ministry")),
            relations: [Relation(kind: .partOf, encounter: "e2")], confidence: 0.94,
            evidence: [evidence(1, sentence, "talks.met"), evidence(1, "on Wednesday", "date.weekday")])
    }

    static var visit: Encounter {
        Encounter(
            id: "e2", reported: true, kind: .visit, medium: .inPerson, status: .announced, date: day("2026-03-13"),
            place: Place(name: "Baku", country: "AZE", span: span("Baku")),
            participants: [Participant(party: "AZE", role: .host, lead: true, span: span("Baku")), lavrov()],
            outcome: Outcome(kind: .notApplicable), confidence: 0.8,
            evidence: [evidence(3, "Lavrov will travel on to Baku on Friday.", "visit.travel-on")])
    }

    static var denied: Encounter {
        let minister = Participant(
            person: "Andrii Sybiha", office: "Foreign Minister", party: "UKR", standing: .incumbent, lead: true,
            span: span("Ukraine's foreign minister"), basis: "lexicon")
        return Encounter(
            id: "e3", reported: true, kind: .meeting, medium: .inPerson, status: .denied,
            participants: [lavrov(.participant), minister], outcome: Outcome(kind: .notApplicable),
            attributedTo: Attribution(
                name: "spokeswoman of the Russian ministry", party: "RUS", grade: .spokesperson,
                span: span("the spokeswoman of the Russian ministry")),
            confidence: 0.61, evidence: [evidence(4, "did not take place", "denial.did-not-take-place")])
    }

    static var remembered: Encounter {
        var date = day("2025-05-01")
        date?.precision = .month
        return Encounter(
            id: "e4", kind: .meeting, medium: .inPerson, status: .held, date: date,
            place: Place(name: "Moscow", country: "RUS"), participants: [lavrov(.host), fidan(.guest)],
            confidence: 0.88,
            evidence: [evidence(5, "The two ministers last met in Moscow in May 2025.", "meet.last-met")])
    }

    static var record: Record {
        Record(
            id: "example-1", document: DocumentSummary(document, characters: document.spanned.unicodeScalars.count),
            encounters: [visit, talks, denied, remembered],
            quotations: [
                Quotation(
                    text: "no joint statement was issued", span: span("no joint statement was issued"),
                    speaker: Speaker(person: "Hakan Fidan", party: "TUR", grade: .named))
            ],
            diagnostics: [
                Diagnostic(code: "dateline", message: "ANKARA is the dateline; it was not taken for a venue."),
                Diagnostic(code: "one-voice", severity: .warning, message: "The denial rests on one voice."),
            ])
    }
}

/// A dialogue with delegations, a mediator, a series and a next round, in two scripts.
enum DialogueSample {
    static let names = ["CHN": "China", "RUS": "Russia", "QAT": "Qatar", "JPN": "Japan"]

    static let document = Document(
        id: "example-2",
        text: """
            中国外长王毅在北京会见俄罗斯联邦安全会议秘书绍伊古。The 20th round of the China-Russia strategic security \
            consultation was held at the Diaoyutai State Guesthouse from 2 to 3 December 2025; Qatar's envoy 🇶🇦 carried \
            messages between them. The sides signed a memorandum on hotlines and will meet again in Moscow next year.
            """,
        published: Day(iso: "2025-12-04"))

    static func span(_ words: String) -> Span { Samples.span(words, in: document) }

    static var record: Record {
        var dates = Samples.day("2025-12-02")
        if let last = Day(iso: "2025-12-03") { dates?.end = last }
        let participants = [
            Participant(
                person: "Wang Yi", office: "Foreign Minister", party: "CHN", role: .host, lead: true, span: span("王毅")),
            Participant(
                person: "Sergei Shoigu", office: "Secretary of the Security Council", party: "RUS", standing: .acting,
                role: .guest, lead: true, span: span("绍伊古")),
            Participant(office: "Deputy Secretary", party: "RUS", role: .delegationMember),
            Participant(office: "envoy", party: "QAT", role: .mediator, span: span("Qatar's envoy")),
        ]
        let memorandum = Outcome(
            kind: .memorandumSigned, by: ["CHN", "RUS"], text: "signed a memorandum",
            span: span("signed a memorandum on hotlines"))
        let next = Outcome(
            kind: .agreedToContinue, span: span("will meet again"), next: NextRound(date: nextYear, place: "Moscow"))
        let encounter = Encounter(
            id: "e1", principal: true, reported: true, kind: .consultation, medium: .inPerson, format: .indirect,
            via: ["QAT"], status: .held, level: .securityAdviser, date: dates,
            place: Place(
                name: "Beijing", country: "CHN", venue: "Diaoyutai State Guesthouse",
                span: span("Diaoyutai State Guesthouse")),
            series: Series(name: "China-Russia strategic security consultation", round: 20),
            within: Gathering(name: "Year of Consultations"), participants: participants,
            issues: [IssueMention(code: "risk-reduction-communication", span: span("hotlines"))], outcome: memorandum,
            outcomes: [memorandum, next], confidence: 0.42,
            evidence: [
                Evidence(sentence: 0, span: Span(0, 26), text: "", rule: "meet.huijian"),
                Evidence(sentence: 1, span: span("was held at"), text: "", rule: "consult.was-held"),
            ])
        return Record(
            id: "example-2", document: DocumentSummary(document, characters: 0), encounters: [encounter],
            quotations: [
                Quotation(
                    text: "王毅：“中俄战略协作不针对第三方。”", span: Span(0, 5),
                    speaker: Speaker(name: "a senior official", grade: .unnamedOfficial))
            ])
    }

    static var nextYear: PartialDate? {
        guard let first = Day(iso: "2026-01-01"), let last = Day(iso: "2026-12-31") else { return nil }
        return PartialDate(start: first, end: last, precision: .year)
    }
}
