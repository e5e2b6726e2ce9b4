/// Names of the months in the languages of the press, folded: lower case, no accents.
enum MonthNames {
    /// The month, 1 to 12, of a name or one of its usual short forms.
    static func month(_ word: String) -> Int? { table[word] }

    /// Whether a word is the first of two that name a month: in the Levant "كانون الأول" is December.
    static func beginsName(_ word: String) -> Bool { word == "كانون" || word == "تشرين" }

    /// Each language: twelve names in order, alternatives apart by a bar.
    private static let languages = [
        // English
        "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep "
            + "october|oct november|nov december|dec",
        // German
        "januar|janner|jaenner februar|feber marz|maerz|mrz april mai juni juli august september oktober|okt november "
            + "dezember|dez",
        // French
        "janvier|janv fevrier|fevr|fev mars avril|avr mai juin juillet|juil aout septembre octobre novembre decembre",
        // Spanish
        "enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre|set octubre noviembre "
            + "diciembre|dic",
        // Italian
        "gennaio|gen febbraio|febbr marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre|sett ottobre|ott "
            + "novembre dicembre",
        // Portuguese
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro|out novembro dezembro",
        // Dutch
        "januari februari maart|mrt april mei juni juli augustus september oktober november december",
        // Danish, Norwegian, Swedish
        "januar|januari februar|februari marts|mars april maj|mai juni juli august|augusti september oktober november "
            + "december|desember|des",
        // Finnish
        "tammikuu|tammikuuta helmikuu|helmikuuta maaliskuu|maaliskuuta huhtikuu|huhtikuuta toukokuu|toukokuuta "
            + "kesakuu|kesakuuta heinakuu|heinakuuta elokuu|elokuuta syyskuu|syyskuuta lokakuu|lokakuuta "
            + "marraskuu|marraskuuta joulukuu|joulukuuta",
        // Polish
        "stycznia|styczen|sty lutego|luty|lut marca|marzec kwietnia|kwiecien|kwi maja|maj czerwca|czerwiec|cze "
            + "lipca|lipiec|lip sierpnia|sierpien|sie wrzesnia|wrzesien|wrz pazdziernika|pazdziernik|paz "
            + "listopada|listopad|lis grudnia|grudzien|gru",
        // Czech
        "ledna|leden unora|unor brezna|brezen dubna|duben kvetna|kveten cervna|cerven cervence|cervenec srpna|srpen "
            + "zari rijna|rijen listopadu prosince|prosinec",
        // Hungarian
        "januar februar|febr marcius|marc aprilis majus|maj junius julius augusztus szeptember|szept oktober november "
            + "december",
        // Romanian
        "ianuarie|ian februarie martie aprilie mai iunie|iun iulie|iul august septembrie octombrie noiembrie|noi "
            + "decembrie",
        // Turkish
        "ocak|oca subat|sub mart nisan|nis mayis haziran|haz temmuz|tem agustos eylul|eyl ekim|eki kasim|kas aralik|ara",
        // Indonesian, Malay
        "januari februari maret|mac april mei juni|jun juli|julai agustus|ogos|agu september oktober november "
            + "desember|disember",
        // Greek
        "ιανουαριου|ιανουαριοσ|ιαν φεβρουαριου|φεβρουαριοσ|φεβ μαρτιου|μαρτιοσ|μαρ απριλιου|απριλιοσ|απρ|απρι "
            + "μαιου|μαιοσ|μαι ιουνιου|ιουνιοσ|ιουν ιουλιου|ιουλιοσ|ιουλ αυγουστου|αυγουστοσ|αυγ σεπτεμβριου|σεπτεμβριοσ|σεπ "
            + "οκτωβριου|οκτωβριοσ|οκτ νοεμβριου|νοεμβριοσ|νοε δεκεμβριου|δεκεμβριοσ|δεκ",
        // Russian
        "января|январь|янв февраля|февраль|фев|февр марта|март|мар апреля|апрель|апр мая|май июня|июнь|июн июля|июль|июл "
            + "августа|август|авг сентября|сентябрь|сен|сент октября|октябрь|окт ноября|ноябрь|ноя|нояб декабря|декабрь|дек",
        // Ukrainian
        "січня|січень лютого|лютий березня|березень квітня|квітень травня|травень червня|червень липня|липень "
            + "серпня|серпень вересня|вересень жовтня|жовтень листопада|листопад грудня|грудень",
        // Arabic, two sets
        "يناير فبراير مارس أبريل|ابريل|إبريل مايو يونيو يوليو أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر",
        "كانونالثاني شباط آذار|اذار نيسان أيار|ايار حزيران تموز آب أيلول|ايلول تشرينالأول|تشرينالاول تشرينالثاني "
            + "كانونالأول|كانونالاول",
        // Persian names of the Gregorian months
        "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    ]

    private static let table: [String: Int] = {
        var table: [String: Int] = [:]
        for language in languages {
            for (index, names) in language.split(separator: " ").enumerated() {
                for name in names.split(separator: "|") { table[String(name)] = index + 1 }
            }
        }
        return table
    }()
}
