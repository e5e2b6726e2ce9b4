import Testing

@testable import Analysis

@Suite struct SkillTests {
    @Test func theShareThatIsSaved() throws {
        let skill = try #require(Skill([1, 2, 3], reference: [2, 2, 4], blocks: [1, 2, 3]))
        #expect(skill.value == 0.25 && skill.count == 3 && skill.blocks == 3 && skill.interval == nil)
        #expect(Skill([4], reference: [2], blocks: [1])?.value == -1)
    }

    @Test func theSameSeedGivesTheSameInterval() throws {
        var chance = SeededChance(seed: 9)
        let reference = (0..<600).map { _ in chance.unit() }
        let scores = reference.map { $0 * (0.5 + 0.6 * chance.unit()) }
        let blocks = (0..<600).map { $0 / 10 }
        let first = try #require(Skill(scores, reference: reference, blocks: blocks, seed: 4))
        #expect(first == Skill(scores, reference: reference, blocks: blocks, seed: 4))
        #expect(first.interval != Skill(scores, reference: reference, blocks: blocks, seed: 5)?.interval)
        let interval = try #require(first.interval)
        #expect(interval.contains(first.value) && interval.lowerBound > 0.1 && interval.upperBound < 0.3)
    }

    /// Where all of a month shares its luck, months are what there is to draw from: the interval must be wider than over forecasts.
    @Test func dependentForecastsGiveWiderIntervals() throws {
        var chance = SeededChance(seed: 21)
        let luck = (0..<40).map { _ in chance.unit() }
        let scores = (0..<2000).map { luck[$0 / 50] }
        let reference = scores.map { _ in 0.6 }
        func width(_ blocks: [Int], _ length: Int = 1) throws -> Double {
            let interval = try #require(Skill(scores, reference: reference, blocks: blocks, length: length)?.interval)
            return interval.upperBound - interval.lowerBound
        }
        let alone = try width((0..<2000).map { $0 })
        let months = try width((0..<2000).map { $0 / 50 })
        #expect(months > 4 * alone)
        // runs of luck over months need runs of blocks
        let slow = (0..<2000).map { luck[$0 / 400] }
        func slowWidth(_ length: Int) throws -> Double {
            let skill = Skill(slow, reference: reference, blocks: (0..<2000).map { $0 / 50 }, length: length)
            let interval = try #require(skill?.interval)
            return interval.upperBound - interval.lowerBound
        }
        #expect(try slowWidth(8) > 1.5 * slowWidth(1))
    }

    @Test func whatCannotBeComparedIsNot() {
        #expect(Skill([], reference: [], blocks: []) == nil && Skill([1], reference: [0], blocks: [1]) == nil)
        #expect(
            Skill([1], reference: [1, 2], blocks: [1]) == nil && Skill([.infinity], reference: [1], blocks: [1]) == nil)
        #expect(Skill([1], reference: [1], blocks: [1], length: 0) == nil)
    }
}
