public import Diplomacy

/// One event between the parties of a dyad, as the register counts it.
public struct DyadEvent: Hashable, Sendable {
    public var day: Day
    public var type: EventType
    /// The party that acted, and the one that was acted upon.
    public var source: String
    public var target: String
    /// Reports that tell it.
    public var reports: Int
    /// By what it can be found again.
    public var key: String

    public init(day: Day, type: EventType, source: String, target: String, reports: Int, key: String) {
        self.day = day
        self.type = type
        self.source = source
        self.target = target
        self.reports = reports
        self.key = key
    }

    /// What an event is for the course of relations.
    public enum Class: String, Sendable, CaseIterable {
        /// THREATEN, SANCTION, MOBILIZE, COERCE, ASSAULT, PROTEST.
        case conflictual
        /// CONCEDE, AID, COOPERATE, RETREAT, AGREE.
        case conciliatory
        case other
    }

    public var eventClass: Class {
        switch type {
        case .threaten, .sanction, .mobilize, .coerce, .assault, .protest: .conflictual
        case .concede, .aid, .cooperate, .retreat, .agree: .conciliatory
        case .consult, .support, .request, .accuse, .reject: .other
        }
    }
}
