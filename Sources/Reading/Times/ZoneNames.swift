/// Names of time zones in dates.
enum ZoneNames {
    /// What a name says of the zone.
    enum Named: Hashable, Sendable {
        case zone(PublicationTime.Zone)
        /// A zone whose offset depends on the season or the country ("ET", "IST").
        case uncertain
    }

    /// The zone of a folded name.
    static func named(_ word: String) -> Named? {
        if let minutes = minutes[word] { return .zone(minutes == 0 ? .utc : .offset(minutes: minutes)) }
        if uncertain.contains(word) { return .uncertain }
        // RFC 822's letters had the wrong sign in the standard itself; RFC 5322 (section 4.3) reads them as "-0000".
        if word.utf8.count == 1, let letter = word.utf8.first, (0x61...0x79).contains(letter), letter != 0x6A,
            letter != 0x74
        {
            return .zone(.unknownPlace)
        }
        return nil
    }

    /// A zone of hours and minutes; `nil` beyond 15:59.
    static func zone(isWest: Bool, hours: Int, minutes: Int) -> PublicationTime.Zone? {
        guard (0...15).contains(hours), (0...59).contains(minutes) else { return nil }
        let size = hours * 60 + minutes
        if size == 0 { return isWest ? .unknownPlace : .offset(minutes: 0) }
        return .offset(minutes: isWest ? -size : size)
    }

    private static let uncertain: Set<String> = [
        "et", "ct", "mt", "pt", "ist", "time", "local", "eastern", "central", "mountain", "pacific",
    ]

    /// Minutes east of Greenwich; where a name has two meanings, that of RFC 822 or of the larger press.
    private static let minutes: [String: Int] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
        "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "ast": -240, "adt": -180,
        "nst": -210, "ndt": -150, "brt": -180, "brst": -120, "art": -180, "clt": -240, "clst": -180, "cot": -300,
        "pet": -300, "vet": -240, "bst": 60, "west": 60, "cet": 60, "cest": 120, "mez": 60, "mesz": 120, "met": 60,
        "mest": 120, "eet": 120, "eest": 180, "msk": 180, "msd": 240, "мск": 180, "trt": 180, "idt": 180, "wat": 60,
        "cat": 120, "sast": 120, "eat": 180, "irst": 210, "gst": 240, "aft": 270, "pkt": 300, "uzt": 300, "npt": 345,
        "bdt": 360, "mmt": 390, "ict": 420, "wib": 420, "wita": 480, "wit": 540, "hkt": 480, "sgt": 480, "myt": 480,
        "pht": 480, "awst": 480, "jst": 540, "kst": 540, "acst": 570, "acdt": 630, "aest": 600, "aedt": 660,
        "nzst": 720,
        "nzdt": 780,
    ]
}
