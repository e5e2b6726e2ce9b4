import Language

// Whether a word for an encounter tells of one or only brings one up: "held talks" against "the results of the talks".
extension SentenceTree {
    /// Whether a noun for an encounter only qualifies what the sentence is about: "agreements reached during the visit",
    /// "preparations for a summit", "discussed the meeting", "told him about the talks".
    ///
    /// "The talks" of themselves point to what is known (`isAnaphoric`), so only what is made of them brings them up.
    func isMentioned(noun tokens: Range<Int>, isAnaphoric: Bool) -> Bool {
        guard var node = node(of: tokens) else { return false }
        while let head = head(of: node) {
            let preposition = child(of: node, .caseMark).map(key) ?? 0
            // "said in a statement that was published after his talks with"
            if Self.afterwards.contains(preposition) { return false }
            switch relation(node) {
            case .nominal, .possessive:
                let isPart = isAnaphoric ? !Self.made.contains(key(head)) : Self.containers.contains(key(head))
                guard isPart else { return true }
            case .clauseOfNoun, .relative:
                // "agreements reached during the visit"; else the clause may tell the news itself
                if Self.made.contains(key(head)) { return true }
            case .object where isBroughtUp(by: head): return true
            case .oblique where Self.about.contains(preposition) || preposition == Self.since: return true
            case .oblique where preposition == Self.on && Self.telling.contains(key(head)): return true
            case .openComplement, .clausalComplement, .adverbialClause:
                if Self.requesting.contains(key(head)) { return true }
            default: break
            }
            node = head
        }
        return false
    }

    /// Whether a verb only brings up what its object is: "discussed", "praised", "prepared".
    func isBroughtUp(by verb: Int) -> Bool { Self.bringingUp.contains(key(verb)) }

    /// Whether a verb for an encounter is what somebody is asked to do, or what an invitation or a plan is for.
    func isMentioned(verb tokens: Range<Int>) -> Bool {
        guard let node = node(of: tokens), let head = head(of: node) else { return false }
        switch relation(node) {
        case .clauseOfNoun: return child(of: node, .mark) != nil
        case .openComplement, .adverbialClause, .clausalComplement: return Self.requesting.contains(key(head))
        default: return false
        }
    }

    /// "A request that the two meet has been refused": a verb for an encounter that is only asked for, and was turned down.
    func isRefused(verb tokens: Range<Int>) -> Bool {
        guard let node = node(of: tokens), relation(node) == .clauseOfNoun || relation(node) == .clausalComplement,
            let request = head(of: node), Self.requests.contains(key(request)), relation(request) != .nominal
        else { return false }
        // what the request is the subject of; a long sentence may be read as if the answer hung on the verb
        return head(of: request).map { Self.refusing.contains(key($0)) } ?? false
            || children(of: node).contains { Self.refusing.contains(key($0)) }
    }

    // MARK: - What belongs to an encounter

    /// Whether a place or a date is said of an encounter, and not of something else in its sentence: "the council, which met
    /// in Pittsburgh", "his visit to Baku", "his inauguration in January". `isOther` knows nouns for other encounters.
    func belongs(_ tokens: Range<Int>, to trigger: Range<Int>, isOther: (Int) -> Bool) -> Bool {
        guard var node = node(of: tokens), let start = self.node(of: trigger) else { return true }
        if isOfTelling(tokens, of: trigger) { return false }
        let anchors = path(from: start)
        while !anchors.contains(node), let head = head(of: node) {
            switch relation(node) {
            // "in their talks they agreed that areas in Ladakh should see calm": of what was agreed
            case .clausalComplement where anchors.contains(head): return false
            case .relative, .clauseOfNoun: return anchors.contains(head)
            case .nominal, .possessive, .compound:
                let isHappening = Self.happenings.contains(key(head)) || isOther(token(of: head))
                if isHappening, !anchors.contains(head), !isSetting(head, of: anchors) { return false }
            default: break
            }
            node = head
        }
        return true
    }

    /// Whether a place or a date is that of somebody's telling of an encounter: "told reporters on Wednesday that he has dropped
    /// the meeting", "the visit is put off, the agency wrote on Tuesday".
    func isOfTelling(_ tokens: Range<Int>, of trigger: Range<Int>) -> Bool {
        guard var node = node(of: tokens), let start = self.node(of: trigger) else { return false }
        var tellings: Set<Int> = []
        var isTold = false
        var anchor = start
        let anchors = path(from: start)
        while let head = head(of: anchor), head != start {
            isTold = isTold || relation(anchor) == .clausalComplement
            if isTold, Self.saying.contains(key(head)) { tellings.insert(head) }
            anchor = head
        }
        while !anchors.contains(node), let head = head(of: node) {
            switch relation(node) {
            case .oblique where tellings.contains(head), .object where tellings.contains(head): return true
            case .oblique where relation(head) == .parataxis && Self.saying.contains(key(head)): return true
            default: node = head
            }
        }
        return false
    }

    /// A word and all that it depends on.
    private func path(from node: Int) -> Set<Int> {
        var path: Set<Int> = [node]
        var last = node
        while let head = head(of: last), path.insert(head).inserted { last = head }
        return path
    }

    /// Whether a place stands by a verb itself, and not by anything that its clause goes on to speak of.
    func isDirect(_ tokens: Range<Int>, on verb: Range<Int>) -> Bool {
        guard var node = node(of: tokens), let verb = self.node(of: verb) else { return true }
        while relation(node) == .nominal || relation(node) == .apposition || relation(node) == .compound,
            let head = head(of: node), !isVerb(head), relation(head) == .oblique
        {
            node = head
        }
        return relation(node) == .oblique && head(of: node) == verb
    }

    /// "on the sidelines of the summit", "at the forum": where something else takes place, so does the encounter.
    private func isSetting(_ node: Int, of anchors: Set<Int>) -> Bool {
        guard let head = head(of: node) else { return false }
        if relation(node) == .nominal, Self.containers.contains(key(head)) { return true }
        let preposition = child(of: node, .caseMark).map(key)
        return relation(node) == .oblique && anchors.contains(head) && preposition.map(Self.within.contains) ?? false
    }

    /// Whether a phrase is the subject of a verb, or one of several.
    func isSubject(_ phrase: Range<Int>) -> Bool {
        guard var node = node(of: phrase) else { return false }
        while relation(node) == .conjunct || relation(node) == .apposition, let head = head(of: node) { node = head }
        return relation(node) == .subject
    }

    /// Whether a verb has an object that is no part of its wording, as "hands" is of "shook hands".
    func hasObject(_ verb: Range<Int>) -> Bool {
        guard let object = node(of: verb).flatMap({ child(of: $0, .object) }) else { return false }
        return !verb.contains(token(of: object))
    }

    /// Whether a phrase is the object of a verb, one of several, or the leader of what is: "a delegation headed by A".
    func isObject(_ phrase: Range<Int>, of verb: Range<Int>) -> Bool {
        guard var node = node(of: phrase), let verb = self.node(of: verb) else { return true }
        if relation(node) == .agent, let clause = head(of: node), relation(clause) == .clauseOfNoun,
            let led = head(of: clause)
        {
            node = led
        }
        while relation(node) == .conjunct || relation(node) == .apposition, let head = head(of: node) { node = head }
        return relation(node) == .object && head(of: node) == verb
    }

    /// Nouns that are the encounter itself, a part of it, or a number of them.
    private static let containers = Word.set(
        """
        round rounds series session sessions day days part parts start beginning end close opening conclusion course middle
        framework format sidelines sideline margins margin resumption continuation occasion time number host venue stage phase leg rest
        """)
    private static let bringingUp = Word.set(
        """
        discuss discussed discusses discussing praise praised praises praising welcome welcomed welcomes appreciate
        appreciated appreciates recall recalled recalls mention mentioned mentions regard regarded regards describe described
        review reviewed reviewing value valued note noted consider considered commend commended hail hailed prepare prepared
        preparing underscore underscored emphasise emphasised emphasize emphasized stress stressed highlight highlighted
        reiterate reiterated reaffirm reaffirmed address addressed analyse analysed summarise summarised assess assessed
        """)
    /// What is made of an encounter, before or after it.
    private static let made = Word.set(
        """
        result results outcome outcomes agreement agreements decision decisions preparation preparations agenda plan plans
        prospects schedule date dates success spirit accord accords understanding understandings project projects document
        documents proposal proposals contract contracts initiative initiatives invitation hosting organisation organization organising organizing followup
        """)
    private static let afterwards = Word.set("after following")
    private static let requesting = Word.set(
        """
        invite invited invites inviting ask asked asks asking request requested requests urge urged urges urging call called
        calls calling encourage encouraged encourages instruct instructed direct directed task tasked
        """)
    private static let requests = Word.set("request requests proposal offer bid invitation suggestion demand")
    private static let refusing = Word.set("refused rejected declined rebuffed spurned dismissed denied")
    private static let about = Word.set("about regarding concerning")
    private static let within = Word.set("at during in")
    private static let since = Folding.key("since")
    private static let on = Folding.key("on")
    private static let telling = Word.set(
        "brief briefed inform informed update updated focus focused agree agreed comment commented touch touched report reported"
    )
    private static let saying = Word.set(
        "told said announced stated declared confirmed disclosed revealed reported added explained claimed wrote known")
    private static let happenings = Word.set(
        """
        inauguration election elections victory attack attacks anniversary referendum signing agreement resolution declaration
        statement statements speech letter message decision appointment death birth trip travel tour arrival departure flight way
        """)
}
