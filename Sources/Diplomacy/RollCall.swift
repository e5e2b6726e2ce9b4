/// How a member voted.
public enum Vote: UInt8, Sendable, CaseIterable {
    case yes = 1
    case abstain = 2
    case no = 3
}

/// One recorded vote of an assembly.
public struct RollCall: Hashable, Sendable {
    /// Its number in the table that it comes from.
    public var id: Int
    public var day: Day?
    /// The resolution's symbol, as the source writes it ("R/71/49").
    public var resolution: String?
    public var title: String?
    /// The issues that the source files it under, in the source's words, sorted.
    public var issues: [String]

    public init(id: Int, day: Day? = nil, resolution: String? = nil, title: String? = nil, issues: [String] = []) {
        self.id = id
        self.day = day
        self.resolution = resolution
        self.title = title
        self.issues = issues
    }
}

/// The recorded votes of one session of an assembly.
public struct VoteSession: Hashable, Sendable {
    /// The session's number: 1 for 1946 in the General Assembly of the United Nations.
    public var number: Int
    /// In the order of their ids.
    public var rollCalls: [RollCall]
    /// Codes of the parties that voted, sorted.
    public var parties: [String]
    /// A row a party, a column a roll call: a `Vote`'s raw value, or 0 where the party cast none. `parties.count * rollCalls.count`.
    public var votes: [UInt8]

    public init(number: Int, rollCalls: [RollCall], parties: [String], votes: [UInt8]) {
        precondition(votes.count == parties.count * rollCalls.count, "a vote for each party and roll call")
        self.number = number
        self.rollCalls = rollCalls
        self.parties = parties
        self.votes = votes
    }

    /// The votes of the party at a position of `parties`, one a roll call.
    public func row(_ party: Int) -> ArraySlice<UInt8> {
        votes[party * rollCalls.count..<(party + 1) * rollCalls.count]
    }
}
