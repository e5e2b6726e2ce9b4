import Diplomacy
import Language
import Lexicon

/// The reading of one document: sentences to sightings, sightings to claims, claims to encounters.
struct DocumentCoding {
    let document: Document
    let text: Text
    let lexicon: Lexicon
    let classes: CueClasses
    let contextClasses: ContextClasses
    let scan: Scan
    /// The day of the report: publication, else the dateline's.
    var day: Day?
    var views: [Int: SentenceView] = [:]
    /// Whether a sentence is spoken by someone: a transcript's turn.
    var spoken: [Bool] = []
    var dateline = 0..<0
    var datelineDate: PartialDate?
    var datelinePlace: Place?
    var dates: [Int: [DateExpression]] = [:]
    var cast: Cast
    /// The publisher as an actor, where it is an office ("President of Russia").
    var house: Figure?
    var labels: [Figure] = []
    /// Who acts and who is the host in the text of a row of a table; `nil` for what is no such text.
    let setting: RowSetting?

    init(
        document: Document, text: Text, lexicon: Lexicon, trees: TreeReader, classes: CueClasses,
        contextClasses: ContextClasses, setting: RowSetting? = nil
    ) {
        self.document = document
        self.text = text
        self.lexicon = lexicon
        self.classes = classes
        self.contextClasses = contextClasses
        scan = Scan(text, lexicon: lexicon, trees: trees)
        day = document.published
        let official = document.source?.kind == .official
        let house = official ? document.source?.country.flatMap { lexicon.party(code: $0)?.index } : nil
        self.setting = setting
        cast = Cast(
            lexicon: lexicon, day: document.published ?? Day(number: 20_000), houseParty: setting?.host ?? house)
    }

    mutating func run(into record: inout Record) {
        let relevant = relevantSentences()
        guard !relevant.isEmpty else {
            record.diagnostics.append(
                Diagnostic(code: "no-trigger", message: "No sentence has a word for a meeting, call, visit or talks."))
            return
        }
        prepare(relevant)
        guard setting != nil || namesTwoParties() else {
            record.diagnostics.append(
                Diagnostic(
                    code: cast.houseParty == nil ? "no-parties" : "domestic-only",
                    message: "No two different states or organisations are named where encounters are told."))
            return
        }
        readDateline()
        readHouse()
        let claims = claims()
        guard !claims.isEmpty else {
            record.diagnostics.append(
                Diagnostic(
                    code: "no-encounter", message: "Words for encounters occur, but nobody is told to have met anybody."
                ))
            return
        }
        var writer = RecordWriter(coding: self)
        writer.write(claims, into: &record)
        var context = ContextReader(
            coding: self, claims: claims, principal: record.encounters.firstIndex(where: \.principal))
        context.fill(&record)
    }

    /// The quotations of a document that tells of no encounter: of sentences with marks or a verb of saying, read with those
    /// before, which tell who "he" is.
    func quotations() -> [Quotation] {
        var wanted: Set<Int> = []
        for (i, sentence) in text.sentences.enumerated().prefix(ContextReader.mostSentences) {
            let speaks =
                scan.hasCue(in: sentence.tokens) { classes[$0] == .say }
                || sentence.tokens.contains { text.tokens[$0].has([.openQuote, .closeQuote]) }
            if speaks { wanted.formUnion(max(0, i - 4)...i) }
        }
        return wanted.isEmpty ? [] : ContextReader(coding: self, sentences: wanted).quotations(nil)
    }

    // MARK: - Sentences

    /// Sentences worth a closer look, by their cues: those that tell of an encounter or of its fate, and the first ones,
    /// which introduce people. Empty where no sentence has a trigger and none tells what two sides did together.
    private func relevantSentences() -> [(Int, [Cue])] {
        var found: [(Int, [Cue])] = []
        var triggered = false
        for (i, sentence) in text.sentences.enumerated() {
            var tells = false
            let triggers = scan.hasCue(in: sentence.tokens) { index in
                tells = tells || classes.tells(index)
                return classes.isTrigger(index)
            }
            guard i < 8 || tells else { continue }
            triggered = triggered || triggers
            found.append((i, scan.cues(in: sentence.tokens, classes: classes)))
        }
        return triggered || found.contains { mayBeJoint($0.0, $0.1) } ? found : []
    }

    private mutating func prepare(_ relevant: [(Int, [Cue])]) {
        for (i, cues) in relevant {
            views[i] = SentenceView(
                i, text: text, scan: scan, names: scan.names(in: text.sentences[i].tokens), cues: cues)
        }
        spoken = Array(repeating: false, count: text.sentences.count)
        var speaking = false
        for i in text.sentences.indices {
            if let view = view(i), let label = speakerLabel(view) {
                speaking = true
                if let figure = label.figure { labels.append(figure) }
            } else if speaking, isNarration(text.sentences[i].tokens) {
                speaking = false
            }
            spoken[i] = speaking
        }
    }

    /// A sentence that introduces somebody by full name or by office and name, outside the ones already looked at.
    func introduction(_ i: Int) -> SentenceView? {
        let tokens = text.sentences[i].tokens
        let names = scan.names(in: tokens)
        let introduces = names.contains { match in
            match.entries.contains { $0.kind == .person && !$0.isFamilyName }
                || match.has(.office) && match.tokens.upperBound < tokens.upperBound
                    && text.tokens[match.tokens.upperBound].has(.capital)
        }
        guard introduces else { return nil }
        return SentenceView(i, text: text, scan: scan, names: names, cues: scan.cues(in: tokens, classes: classes))
    }

    mutating func view(_ i: Int) -> SentenceView? {
        if let known = views[i] { return known }
        guard text.sentences.indices.contains(i), i < 400 else { return nil }
        let first = text.sentences[i].tokens
        // only a possible speaker label makes a sentence without cues worth reading
        guard first.prefix(12).contains(where: { text.tokens[$0].key == Word.colon }) else { return nil }
        let view = SentenceView(
            i, text: text, scan: scan, names: scan.names(in: first), cues: scan.cues(in: first, classes: classes))
        views[i] = view
        return view
    }

    /// "President of Russia Vladimir Putin:" or "Question:" at the start of a sentence.
    private mutating func speakerLabel(_ view: SentenceView) -> (figure: Figure?, Void)? {
        guard !view.isTitle, view.index > 0 else { return nil }
        let start = view.range.lowerBound
        let limit = min(start + 16, view.range.upperBound)
        guard let colon = (start..<limit).first(where: { view.key($0) == Word.colon }), colon > start else {
            return nil
        }
        // "NEW DELHI: For 45 minutes ...": a dateline
        if text.sentences[view.index - 1].isTitle, view.name(at: start)?.has(.place) == true { return nil }
        let words = (start..<colon).filter { view.shape($0).contains(.word) }
        if words.count <= 3,
            words.allSatisfy({
                view.shape($0).contains(.allCapitals) || view.shape($0).contains(.initials)
                    || view.shape($0).contains(.abbreviation)
            })
        {
            return (nil, ())
        }
        if words.count == 1, Self.questions.contains(view.key(start)) { return (nil, ()) }
        guard colon + 1 < view.range.upperBound, let group = ActorParser(view: view).group(at: start),
            group.actors.count == 1,
            let actor = group.actors.first, actor.kind == .person,
            group.tokens.upperBound == colon || view.key(group.tokens.upperBound) == Word.openBracket
        else { return nil }
        return (cast.resolve(actor), ())
    }

    /// Marks that end a transcript: "* * *", "<...>".
    static let narration = Word.set("* <")
    static let questions = Word.set("question q answer a moderator interviewer")

    private func isNarration(_ tokens: Range<Int>) -> Bool {
        guard let first = tokens.first else { return false }
        return Self.narration.contains(text.tokens[first].key)
    }

    /// Whether the sentences looked at name two parties, the publisher's among them.
    private func namesTwoParties() -> Bool {
        scan.nameTwoParties(views.values.flatMap(\.names), beside: cast.houseParty)
    }

    // MARK: - Dateline, publisher

    private mutating func readDateline() {
        guard let first = text.sentences.firstIndex(where: { !$0.isTitle }) else { return }
        for i in first..<min(first + 4, text.sentences.count) {
            let tokens = text.sentences[i].tokens
            let view =
                views[i]
                ?? SentenceView(
                    i, text: text, scan: scan, names: scan.names(in: tokens),
                    cues: scan.cues(in: tokens, classes: classes))
            let found = DateReader(reference: day).expressions(in: text, tokens: tokens)
            dateline = DatelineReader(view: view).dateline(dates: found)
            if !dateline.isEmpty {
                scan.trees?.dateline = dateline
                datelineDate = found.first { dateline.contains($0.tokens.lowerBound) }?.value
                if let entry = view.name(at: dateline.lowerBound)?.entries.first(where: { $0.kind == .place }) {
                    let place = lexicon.place(entry.index)
                    datelinePlace = Place(
                        name: place.name, country: lexicon.partyCode(place.country), latitude: place.latitude,
                        longitude: place.longitude)
                }
                if day == nil { day = datelineDate?.start }
                break
            }
        }
    }

    private mutating func readHouse() {
        if let setting {
            house = setting.visitor
            return
        }
        guard document.source?.kind == .official, let name = document.source?.name, let party = cast.houseParty else {
            return
        }
        let source = Text(name)
        guard !source.sentences.isEmpty else { return }
        let sourceScan = Scan(source, lexicon: lexicon)
        let view = SentenceView(
            0, text: source, scan: sourceScan, names: sourceScan.names(in: source.sentences[0].tokens),
            cues: sourceScan.cues(in: source.sentences[0].tokens, classes: classes))
        let actor = ActorParser(view: view).group(at: 0)?.actors.first
        let none = text.sentences[0].tokens.prefix(0)
        if var figure = actor.flatMap({ cast.resolve($0) }), figure.name != nil {
            figure.tokens = none
            house = figure
        } else {
            house = Figure(party: party, tokens: none)
        }
    }

    /// A city or residence that the opening gives to a stay: "who is in Moscow on a visit", "welcome you to Minsk".
    /// Sentences that tell only of other encounters say nothing of it.
    func openingPlace(country: String?, outside others: Set<Int>) -> Place? {
        let told = greetedPlace(country) ?? statedPlace(country: country, named: true, others) ?? herePlace()
        if let told { return told }
        return country == nil ? statedPlace(country: nil, named: false, others) : nil
    }

    /// "here", in a report with a dateline.
    private func herePlace() -> Place? {
        guard !dateline.isEmpty, let place = datelinePlace else { return nil }
        let here = Folding.key("here")
        let tokens = views.keys.sorted().prefix(6).compactMap { views[$0]?.range.first { text.tokens[$0].key == here } }
        return tokens.isEmpty ? nil : place
    }

    /// A place with the span of the words that name it.
    func place(_ found: PlaceReader.Found) -> Place {
        var place = found.place
        if !found.tokens.isEmpty { place.span = text.span(found.tokens) }
        return place
    }

    /// "Welcome to Moscow", in the words of a host.
    private func greetedPlace(_ country: String?) -> Place? {
        for i in views.keys.sorted().prefix(20) where spoken[i] {
            guard let view = views[i],
                let found = PlaceReader(view: view, dateline: dateline).greeted(),
                country == nil || found.place.country == country
            else { continue }
            return place(found)
        }
        return nil
    }

    private func statedPlace(country: String?, named: Bool, _ others: Set<Int>) -> Place? {
        for i in views.keys.sorted().prefix(10) where !others.contains(i) {
            guard let view = views[i], !isOfAnotherTime(view) else { continue }
            let triggers = view.cues.filter { cue in
                cue.classes.contains {
                    $0 == .visitNoun || $0 == .arrive || $0 == .receive || $0 == .meet || $0 == .meeting || $0 == .talks
                }
            }
            guard !triggers.isEmpty else { continue }
            let found = PlaceReader(view: view, dateline: dateline).places(in: view.range).first { found in
                (found.place.name != nil) == named && (country == nil || found.place.country == country)
                    && !triggers.allSatisfy { view.runningTree?.isOfTelling(found.tokens, of: $0.tokens) ?? false }
            }
            if let found { return place(found) }
        }
        return nil
    }

    /// "In November 2022 they ran into each other in Bali": a sentence that goes back by weeks.
    private func isOfAnotherTime(_ view: SentenceView) -> Bool {
        guard let day else { return false }
        let told = expressions(view, prefer: .past).filter { $0.value.precision != .year && $0.kind != .bareYear }
        return !told.isEmpty && told.allSatisfy { $0.value.end < day - 20 }
    }

    /// The day that the opening of a report sets its news on, where it names just one of the last days.
    func openingDate() -> PartialDate? {
        guard let day, house == nil else { return nil }
        var found: [PartialDate] = []
        for i in text.sentences.indices.prefix(3) where !spoken[i] {
            for one in DateReader(reference: day).expressions(in: text, tokens: text.sentences[i].tokens, prefer: .past)
            where !dateline.contains(one.tokens.lowerBound) && one.value.precision == .day && one.value.end <= day
                && one.value.start >= day - 7
            {
                if !found.contains(where: { $0.start == one.value.start }) { found.append(one.value) }
            }
        }
        return found.count == 1 ? found.first : nil
    }

    func expressions(_ view: SentenceView, prefer: DateExpression.Direction) -> [DateExpression] {
        DateReader(reference: day).expressions(in: text, tokens: view.range, prefer: prefer)
    }
}
