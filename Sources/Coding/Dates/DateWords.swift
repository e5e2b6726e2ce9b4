import Language

/// A unit in which dates are counted.
enum DateUnit: Sendable, Equatable { case day, weekend, week, fortnight, month, quarter, half, year, decade }

/// A part of a month, week or year.
enum DatePart: Sendable, Equatable { case early, middle, late }

/// What a word can do in a date.
enum DateWord: Sendable, Equatable {
    /// A month; `plain` where the word is also a name or another word ("may", "Jan").
    case month(Int, plain: Bool)
    /// A weekday, 1 for Monday; `plain` where the word is also another word ("sun", "sat").
    case weekday(Int, plain: Bool)
    case cardinal(Int)
    case ordinal(Int)
    case unit(DateUnit)
    /// A season by the month in which it begins on the northern half of the earth.
    case season(Int)
    /// "Q1", "H2".
    case quarterCode(Int), halfCode(Int)
    case dayPart
    /// Days from the reference: "yesterday", "today", "tomorrow".
    case today(Int)
    /// "last", "this", "next" and their kin.
    case step(Int)
    case that, same
    case part(DatePart)
    /// Whether "earlier" (`true`) or "later".
    case earlier(Bool)
    case to, dash, and, between
    case the, a, of, on, `in`, at, from, before, after, since, during, by, until, over, `for`, around, within
    case ago, now, couple, rest, beginning, thousand, hundred, meridiem(pm: Bool), noon, midnight, time, zone, hours
    case comma, slash, open, close

    static func table() -> [UInt64: DateWord] {
        var table: [UInt64: DateWord] = [:]
        func add(_ words: String, _ word: DateWord) {
            for spelling in words.split(separator: " ") { table[Folding.key(spelling)] = word }
        }
        func list(_ words: String, from first: Int, _ make: (Int) -> DateWord) {
            for (i, word) in words.split(separator: " ").enumerated() { table[Folding.key(word)] = make(first + i) }
        }
        list("january february x x x x july x september october november december", from: 1) {
            .month($0, plain: false)
        }
        list("jan feb march april may june jul august sep oct nov dec", from: 1) { .month($0, plain: true) }
        list("x x mar apr x jun x aug sept", from: 1) { .month($0, plain: true) }
        table[Folding.key("x")] = nil
        list("monday tuesday wednesday thursday friday saturday sunday", from: 1) { .weekday($0, plain: false) }
        list("mon tue wed thu fri sat sun", from: 1) { .weekday($0, plain: true) }
        add("tues", .weekday(2, plain: true))
        add("thur thurs", .weekday(4, plain: true))
        list(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
                + "eighteen nineteen twenty", from: 1
        ) { .cardinal($0) }
        for (word, tens) in [
            ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80),
            ("ninety", 90),
        ] {
            add(word, .cardinal(tens))
        }
        list(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
                + "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", from: 1
        ) { .ordinal($0) }
        add("thirtieth", .ordinal(30))
        add("day days", .unit(.day))
        add("weekend weekends", .unit(.weekend))
        add("week weeks", .unit(.week))
        add("fortnight fortnights", .unit(.fortnight))
        add("month months", .unit(.month))
        add("quarter quarters", .unit(.quarter))
        add("half", .unit(.half))
        add("year years", .unit(.year))
        add("decade decades", .unit(.decade))
        add("spring", .season(3))
        add("summer", .season(6))
        add("autumn fall", .season(9))
        add("winter", .season(12))
        list("q1 q2 q3 q4", from: 1) { .quarterCode($0) }
        list("h1 h2", from: 1) { .halfCode($0) }
        add("morning afternoon evening night", .dayPart)
        add("yesterday", .today(-1))
        add("today tonight", .today(0))
        add("tomorrow tmrw", .today(1))
        add("last previous past preceding", .step(-1))
        add("this current", .step(0))
        add("next following coming upcoming forthcoming", .step(1))
        add("that", .that)
        add("same", .same)
        add("early start", .part(.early))
        add("mid middle", .part(.middle))
        add("late end", .part(.late))
        add("earlier", .earlier(true))
        add("later", .earlier(false))
        add("to through thru till", .to)
        add("- – — ~ ‐ ‑", .dash)
        add("beginning starting commencing", .beginning)
        let single: [(String, DateWord)] = [
            ("and", .and), ("or", .and), ("&", .and), ("between", .between), ("the", .the), ("a", .a), ("an", .a),
            ("of", .of), ("on", .on), ("in", .in), ("at", .at), ("@", .at), ("from", .from), ("before", .before),
            ("after", .after), ("since", .since), ("during", .during), ("by", .by), ("until", .until), ("over", .over),
            ("for", .for), ("around", .around), ("about", .around), ("within", .within), ("ago", .ago), ("now", .now),
            ("thousand", .thousand), ("hundred", .hundred),
            ("couple", .couple), ("few", .couple), ("rest", .rest), ("remainder", .rest),
            ("am", .meridiem(pm: false)), ("pm", .meridiem(pm: true)), ("noon", .noon), ("midday", .noon),
            ("midnight", .midnight), ("time", .time), ("hours", .hours), ("hrs", .hours), ("oclock", .hours),
            (",", .comma), ("/", .slash), ("(", .open), (")", .close),
        ]
        for (word, meaning) in single { table[Folding.key(word)] = meaning }
        add("gmt utc cet cest eet eest msk est edt pst pdt bst ist jst kst hkt cst local", .zone)
        return table
    }

    /// All words and their keys, built once.
    static let index = DateWordIndex(table())
}

/// Words by key: an open-addressed table that is a quarter full, so that a word of no date is mostly rejected by the first
/// slot it looks at.
struct DateWordIndex: Sendable {
    /// The words; the first stands for no word.
    let words: [DateWord?]
    private let keys: [UInt64]
    private let places: [UInt16]

    init(_ table: [UInt64: DateWord]) {
        var size = 64
        while size < table.count * 4 { size *= 2 }
        var words: [DateWord?] = [nil]
        var keys = [UInt64](repeating: 0, count: size)
        var places = [UInt16](repeating: 0, count: size)
        for (key, word) in table {
            var slot = Int(truncatingIfNeeded: key) & (size - 1)
            while places[slot] != 0 { slot = (slot + 1) & (size - 1) }
            keys[slot] = key
            places[slot] = UInt16(words.count)
            words.append(word)
        }
        self.words = words
        self.keys = keys
        self.places = places
    }

    /// The place of a key's word in ``words``, 0 where it is none.
    func place(_ key: UInt64) -> UInt16 {
        var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
        while places[slot] != 0 {
            if keys[slot] == key { return places[slot] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return 0
    }
}

/// Single words that decide for or against a reading without being part of a date.
enum DateContext {
    static let few = Folding.key("few")
    static let past = Folding.key("past")
    static let coming = Folding.key("coming")
    static let following = Folding.key("following")
    static let upcoming = Folding.key("upcoming")
    static let last = Folding.key("last")
    static let year = Folding.key("year")
    static let week = Folding.key("week")
    /// Before a weekday's name they make another name or a habit: "Good Friday", "every Monday".
    static let weekdayNames = keys("good black bloody easter cyber ash palm every each")
    /// After a weekday's name they make the name of a newspaper.
    static let newspapers = keys("times telegraph mirror express mail independent herald")
    /// After one of these "in two weeks" is a span of time: "the first visit in ten years".
    static let superlatives = keys(
        "first last only time times second third largest biggest worst longest highest lowest most twice once")
    /// Parts that need "of": "end of March", not "end in March".
    static let boundaries = keys("start end middle")

    /// Before a year that has a word after it: "the 2026 meeting".
    static let determiners = keys("the its their his her our this an a 's ’s")

    static func keys(_ words: String) -> Set<UInt64> { Set(words.split(separator: " ").map { Folding.key($0) }) }
}
