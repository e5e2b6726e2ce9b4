import Datasets
import Diplomacy

/// What kind of contact a row of event data alleges, by its CAMEO code, or by its PLOVER type and mode where it has no code.
enum ContactClass: Sendable, Hashable {
    /// 036: to meet or negotiate is intended.
    case intent
    /// 041, CONSULT by phone.
    case phone
    /// 042 to 044, CONSULT as a visit or at a third place.
    case visit
    /// 045, 046: mediation and negotiation.
    case negotiation
    /// 057: an agreement is signed.
    case signing
    /// 040, 050 and what else CONSULT is.
    case contact

    /// `nil` for a row that alleges no contact of the kind that the register holds.
    init?(_ event: AllegedEvent) {
        if let code = event.cameo {
            switch code {
            case "036": self = .intent
            case "041": self = .phone
            case "042", "043", "044": self = .visit
            case "045", "046": self = .negotiation
            case "057": self = .signing
            case "040", "04", "050", "05": self = .contact
            default: return nil
            }
            return
        }
        guard event.type == "CONSULT" else { return nil }
        switch event.mode {
        case "phone": self = .phone
        case "visit", "third-party": self = .visit
        default: self = .contact
        }
    }

    /// Whether an encounter is of the kind that is alleged.
    func fits(_ brief: EncounterBrief) -> Bool {
        switch self {
        case .intent, .contact: return true
        case .phone:
            return brief.kind == .call || brief.kind == .videoConference
                || [.phone, .video, .unknown].contains(brief.medium)
        case .visit:
            return ![.letter, .call, .videoConference].contains(brief.kind)
                && ![.phone, .video, .letter].contains(brief.medium)
        case .negotiation: return brief.kind != .letter && brief.medium != .letter
        case .signing:
            let signed: [OutcomeKind] = [
                .agreementSigned, .ceasefireAgreed, .exchangeAgreed, .initialled, .memorandumSigned, .jointStatement,
            ]
            return brief.kind == .signing || signed.contains(brief.outcome)
        }
    }
}
