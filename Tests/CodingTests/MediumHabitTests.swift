import Diplomacy
import Testing

/// The means of an encounter whose means nobody names.
@Suite struct MediumHabitTests {
    static let kremlin = Source.official("President of Russia", "RUS")
    static let whiteHouse = Source.official("White House", "USA")
    static let transcript = """


        * * *

        President of Russia Vladimir Putin: Mr President, our trade has grown by a third.
        """

    /// What follows "Vladimir Putin and Xi Jinping discussed trade." and what it makes of them.
    static let habits: [(text: String, manner: String)] = [
        ("", "meeting unknown held"),
        // in one room
        ("Both leaders signed a statement.", "talks in-person held"),
        ("Vladimir Putin invited Xi Jinping to visit Kazan.", "talks in-person held"),
        ("After the talks the two leaders planted a tree.", "talks in-person held"),
        ("Both delegations toured the harbour.", "talks in-person held"),
        (transcript, "talks in-person held"),
        // apart
        ("They agreed to keep in close contact.", "call phone held"),
        ("They settled the schedule of their further contacts.", "call phone held"),
        ("Xi Jinping thanked Vladimir Putin for the hospitality shown to him.", "call phone held"),
        ("Xi Jinping thanked Vladimir Putin for the warm welcome in Kazan.", "call phone held"),
        ("Vladimir Putin praised the results of Xi Jinping's visit to Kazan.", "call phone held"),
        ("They prepared a meeting between Vladimir Putin and Xi Jinping in May.", "call phone held"),
        // neither
        ("They welcomed the contacts of their ministries.", "meeting unknown held"),
        ("They welcomed the truce.", "meeting unknown held"),
    ]

    @Test(arguments: habits)
    func habitualMedia(text: String, manner: String) throws {
        let text = "Vladimir Putin and Xi Jinping discussed trade. " + text
        #expect(try principal(text, source: Self.kremlin).manner == manner)
    }

    static let media: [(text: String, manner: String)] = [
        ("Vladimir Putin and Wang Yi discussed trade.", "talks in-person held"),
        ("Vladimir Putin congratulated Xi Jinping on the holiday. The two leaders discussed trade.", "call phone held"),
        ("Vladimir Putin and Xi Jinping had a discussion of trade.", "call phone held"),
        ("Vladimir Putin and Xi Jinping had a conversation. The talks lasted an hour.", "call phone held"),
        ("In a face-to-face conversation Vladimir Putin and Xi Jinping discussed trade.", "talks in-person held"),
    ]

    @Test(arguments: media)
    func assumedMedia(text: String, manner: String) throws {
        #expect(try principal(text, source: Self.kremlin).manner == manner)
    }

    /// "Spoke" tells of a call, unless both were at one place.
    static let speaking: [(text: String, manner: String)] = [
        ("Donald Trump spoke with Friedrich Merz about the G20.", "call phone held"),
        ("Donald Trump spoke with Friedrich Merz at the G20.", "meeting in-person held"),
        ("Donald Trump spoke with Friedrich Merz at the climate conference.", "meeting in-person held"),
        ("Donald Trump spoke with Friedrich Merz. Friedrich Merz will travel to Washington in May.", "call phone held"),
    ]

    @Test(arguments: speaking)
    func spokenMedia(text: String, manner: String) throws {
        #expect(try principal(text, source: Self.whiteHouse).manner == manner)
    }

    @Test func anAssumedMeansIsSaid() {
        let text = "Vladimir Putin and Wang Yi discussed trade."
        #expect(read(text, source: Self.kremlin).codes.contains("medium-assumed"))
        #expect(!read("Vladimir Putin met Wang Yi.", source: Self.kremlin).codes.contains("medium-assumed"))
    }
}
