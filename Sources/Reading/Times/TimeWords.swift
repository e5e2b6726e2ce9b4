/// Words that stand beside a date without saying one, folded: lower case, no accents.
enum TimeWords {
    /// Whether a word says nothing about the date.
    static func isNoise(_ word: String) -> Bool { noise.contains(word) || weekdays.contains(word) }

    static func isWeekday(_ word: String) -> Bool { weekdays.contains(word) }

    /// Words after a number that make it an hour: "14 h 30", "14.30 Uhr".
    static let hourMarks: Set<String> = ["h", "hs", "hrs", "uhr", "uur", "ч"]
    /// Words before an hour: "kl. 14.30", "ore 14.30".
    static let hourCues: Set<String> = ["kl", "klo", "ore", "ora", "um", "alle", "kello", "a", "at", "om", "в"]

    /// Half of the day that a word tells, or begins or ends with in scripts without spaces.
    static func isAfternoon(_ word: String) -> Bool? {
        if let known = halves[word] { return known }
        for (name, isAfternoon) in eastern where word.hasSuffix(name) { return isAfternoon }
        return nil
    }

    private static let halves: [String: Bool] = ["am": false, "pm": true, "πμ": false, "μμ": true]
    private static let eastern: [(String, Bool)] = [
        ("오전", false), ("오후", true), ("上午", false), ("下午", true), ("午前", false), ("午後", true), ("午后", true),
        ("晚上", true), ("早上", false),
    ]

    private static let noise: Set<String> = [
        "t", "at", "on", "the", "of", "de", "del", "di", "du", "le", "la", "el", "il", "den", "der", "am", "um", "a",
        "as",
        "alle", "ore", "ora", "kl", "klo", "h", "hs", "hrs", "uhr", "uur", "om", "st", "nd", "rd", "th", "er", "º", "ª",
        "г", "года", "год", "р", "року", "в", "ч", "posted", "published", "updated", "last", "modified", "date", "time",
        "etc", "local", "veroffentlicht", "aktualisiert", "publie", "publicado", "actualizado", "publicato",
        "aggiornato", "atualizado", "опубликовано", "обновлено", "tarihinde", "saat",
    ]

    private static let weekdays: Set<String> = {
        let lists = [
            "monday mon tuesday tue tues wednesday wed wednes thursday thu thur thurs friday fri saturday sat sunday sun",
            "montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonnabend sonntag so",
            "lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim",
            "lunes martes miercoles mie jueves jue viernes vie sabado sab domingo dom",
            "lunedi martedi mercoledi giovedi gio venerdi sabato domenica",
            "segunda terca quarta quinta sexta feira seg ter qua qui sex",
            "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo",
            "mandag tirsdag onsdag torsdag fredag lordag sondag mandag tisdag tors fre lor son",
            "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
            "poniedzialek wtorek sroda czwartek piatek sobota niedziela pondeli utery streda ctvrtek patek nedele",
            "hetfo kedd szerda csutortok pentek szombat vasarnap",
            "pazartesi sali carsamba persembe cuma cumartesi pazar",
            "понедельник пн вторник вт среда ср четверг чт пятница пт суббота сб воскресенье вс",
            "понеділок вівторок середа четвер пʼятниця субота неділя нд",
            "δευτερα δευ τριτη τρι τεταρτη τετ πεμπτη πεμ παρασκευη παρ σαββατο σαβ κυριακη κυρ",
            "월 화 수 목 금 토 일 월요일 화요일 수요일 목요일 금요일 토요일 일요일",
            "月 火 水 木 金 土 日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 "
                + "周一 周二 周三 周四 周五 周六 周日",
            "الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد",
        ]
        return Set(lists.flatMap { $0.split(separator: " ").map(String.init) })
    }()
}
