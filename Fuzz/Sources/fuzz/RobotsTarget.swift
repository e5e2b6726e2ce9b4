import Robots

/// Reads rules for crawlers, asks for the path in the first line, and reads the same with other ends of lines.
func checkRobots(_ bytes: [UInt8]) {
    let (first, rest) = parted(bytes)
    let target = String(decoding: first, as: UTF8.self)
    let rules = RobotsRules(rest)
    expect(rules == RobotsRules(rest), "rules read the same twice")
    expect(rules.allows(target) == rules.allows(target), "a path is allowed or not, twice the same")
    expect(rules.allows("/robots.txt"), "the file itself may be read")
    expect(RobotsRules.allowsAll.allows(target), "what allows everything does")
    expect(rules.crawlDelay.map { $0.isFinite && $0 >= 0 } ?? true, "a delay is a number from 0 on")
    if rest.count < RobotsRules.mostBytes / 2 {
        let carried = rest.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        expect(RobotsRules(carried) == rules, "the ends of lines change no rule")
    }
}
