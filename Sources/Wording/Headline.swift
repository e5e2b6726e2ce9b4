package import Diplomacy

/// One encounter as a sentence: "Sergei Lavrov (Russia, Foreign Minister) held talks with Hakan Fidan (…)".
package struct Headline {
    /// People of one side who are named before "and others".
    package static let mostOfASide = 6

    let encounter: Encounter
    /// The name of a party by its code.
    let partyName: (String) -> String

    package init(encounter: Encounter, partyName: @escaping (String) -> String) {
        self.encounter = encounter
        self.partyName = partyName
    }

    /// The sentence without offices.
    package var brief: String { pieces(brief: true).map(\.text).joined() }

    /// The sentence in styled pieces; `brief` leaves offices out.
    package func pieces(brief: Bool = false) -> [Piece] {
        let sides = sides()
        let name: Style = brief ? .plain : .strong
        guard let subject = sides.first else {
            return [
                Piece("An encounter whose participants are not told", name),
                Piece(" (\(Phrases.status(encounter.status)))"),
            ]
        }
        let objects = sides.dropFirst().flatMap { $0 }
        var pieces = people(subject, style: name, brief: brief)
        pieces.append(
            Piece(
                " \(verb(isPlural: subject.count > 1, hasObject: !objects.isEmpty)) ", Phrases.style(encounter.status)))
        pieces += people(objects, style: name, brief: brief)
        if let via = encounter.via, !via.isEmpty {
            pieces.append(Piece(" through \(Phrases.list(via.map(partyName)))"))
        }
        if let remark = remark { pieces.append(Piece(" — \(remark)", Phrases.style(encounter.status))) }
        return pieces
    }

    /// The participants by party, leads only where there are any, guests before hosts in a visit.
    private func sides() -> [[Participant]] {
        let acting = encounter.participants.filter { participant in
            switch participant.role {
            case .mediator, .venueHost, .observer, .convener: false
            default: true
            }
        }
        var parties: [String] = []
        var members: [String: [Participant]] = [:]
        for participant in acting {
            let party = participant.party ?? "?\(participant.person ?? participant.office ?? "")"
            if members[party] == nil { parties.append(party) }
            members[party, default: []].append(participant)
        }
        var sides = parties.compactMap { members[$0] }.map { side in
            let leads = side.filter(\.lead)
            return leads.isEmpty ? side : leads
        }
        if encounter.kind == .visit, let guest = sides.firstIndex(where: { $0.contains { $0.role == .guest } }) {
            sides.insert(sides.remove(at: guest), at: 0)
        }
        return sides
    }

    private func people(_ people: [Participant], style: Style, brief: Bool) -> [Piece] {
        let shown = people.prefix(Self.mostOfASide)
        var pieces: [Piece] = []
        for (i, person) in shown.enumerated() {
            if i > 0 { pieces.append(Piece(i + 1 == people.count ? " and " : ", ")) }
            pieces += self.person(person, style: style, brief: brief)
        }
        if people.count > shown.count { pieces.append(Piece(" and \(people.count - shown.count) others")) }
        return pieces
    }

    /// A person with party and office; an office of a party; or the party itself.
    package func person(_ participant: Participant, style: Style, brief: Bool = false) -> [Piece] {
        let party = participant.party.map(partyName)
        var office = participant.office
        if let title = office, let standing = participant.standing, standing != .incumbent {
            office = "\(standing.rawValue) \(title)"
        }
        guard let name = participant.person else {
            guard let office else { return [Piece(party ?? "someone", style)] }
            return [Piece(office, style), Piece(party.map { " of \($0)" } ?? "")].filter { !$0.text.isEmpty }
        }
        var about = [party, brief ? nil : office].compactMap { $0 }
        if !brief, participant.basis == "lexicon" { about.append("by the lexicon") }
        if about.isEmpty || brief { return [Piece(name, style)] + (about.isEmpty ? [] : [Piece(" (\(about[0]))")]) }
        return [Piece(name, style), Piece(" (\(about.joined(separator: ", ")))")]
    }

    // MARK: - The verb

    /// What the encounter is called: in the past, after "will", and while it goes on.
    private var forms: (past: String, plain: String, going: String, preposition: String) {
        let indirect = encounter.format == .indirect ? "indirect " : ""
        switch encounter.kind {
        case .letter: return ("wrote", "write", "writing", "to")
        case .call where encounter.medium == .video:
            return ("spoke by video link", "speak by video link", "speaking by video link", "with")
        case .call: return ("spoke by telephone", "speak by telephone", "speaking by telephone", "with")
        case .videoConference: return ("spoke by video link", "speak by video link", "speaking by video link", "with")
        case .consultation:
            return (
                "held \(indirect)consultations", "hold \(indirect)consultations", "holding \(indirect)consultations",
                "with"
            )
        case .summit: return ("held a summit", "hold a summit", "holding a summit", "with")
        case .signing: return ("signed documents", "sign documents", "signing documents", "with")
        case .visit: return ("visited", "visit", "visiting", "")
        case .talks: return ("held \(indirect)talks", "hold \(indirect)talks", "holding \(indirect)talks", "with")
        case .contact: return ("spoke briefly", "speak briefly", "speaking briefly", "with")
        case .demarche: return ("made a démarche", "make a démarche", "making a démarche", "to")
        case .multilateralMeeting, .meeting:
            return ("met", "meet", "meeting", indirect.isEmpty ? "" : "indirectly with")
        }
    }

    private func verb(isPlural: Bool, hasObject: Bool) -> String {
        let be = isPlural ? ("are", "were") : ("is", "was")
        let verb =
            switch encounter.status {
            case .held: forms.past
            case .underWay: "\(be.0) \(forms.going)"
            case .announced: "will \(forms.plain)"
            case .proposed: "may \(forms.plain)"
            case .postponed, .suspended, .cancelled, .lapsed: "\(be.1) to \(forms.plain)"
            case .declined: "will not \(forms.plain)"
            case .denied: "did not \(forms.plain)"
            }
        return hasObject && !forms.preposition.isEmpty ? "\(verb) \(forms.preposition)" : verb
    }

    /// What the verb leaves open.
    private var remark: String? {
        switch encounter.status {
        case .held, .underWay: nil
        case .declined: "the invitation was declined"
        default: Phrases.status(encounter.status)
        }
    }
}

extension Encounter {
    /// An encounter of the register as that of one report, for those who tell such.
    package init(_ registered: RegisteredEncounter) {
        let nowhere = Span(0, 0)
        self.init(
            id: registered.id, principal: true, reported: true, kind: registered.kind, medium: registered.medium,
            format: registered.format, via: registered.via.isEmpty ? nil : registered.via, status: registered.status,
            level: registered.level, date: registered.date, place: registered.place, series: registered.series,
            within: registered.within, participants: registered.participants,
            about: registered.about.map { About(party: $0, span: nowhere) },
            issues: registered.issues.map {
                IssueMention(code: $0.code, raisedBy: $0.raisedBy.isEmpty ? nil : $0.raisedBy, span: nowhere)
            }, outcome: registered.outcome, outcomes: registered.outcomes, relations: registered.relations,
            confidence: registered.confidence, evidence: [])
    }
}

/// An event in words, for a person to read.
extension Event {
    /// "negated planned"; empty for what is told as done.
    package var statusWords: String {
        [polarity == .negated ? "negated" : nil, modality == .actual ? nil : modality.rawValue]
            .compactMap { $0 }.joined(separator: " ")
    }

    /// "CAMEO 112 · accuse · arms-control · condemns"
    package var codeWords: String {
        [cameo.map { "CAMEO \($0)" }, mode, issue, stance?.rawValue].compactMap { $0 }.joined(separator: " · ")
    }
}
