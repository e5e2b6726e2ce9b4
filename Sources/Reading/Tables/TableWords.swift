/// The words by which desks head the columns of their tables, in English, German, French, Spanish, Russian and Chinese.
enum TableWords {
    /// Lower case, without marks above and below letters; a ligature becomes two letters.
    static func folded(_ text: some StringProtocol) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars { out.append(contentsOf: TimeTokens.folded(scalar)) }
        return String(out)
    }

    /// A head as it is looked up: folded, what is no letter or digit as one space.
    static func key(_ head: String) -> String {
        folded(head).split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
    }

    /// The field that a head names in so many words.
    static func field(_ key: String) -> TableMap.Field? { fields[key] }

    /// The field that a word of a longer head names: "Datum des Treffens", "Host country".
    static func field(inside key: String) -> TableMap.Field? {
        for word in key.split(separator: " ") {
            if let field = fields[String(word)] { return field }
        }
        // scripts without spaces
        return eastern.first { key.contains($0.0) }?.1
    }

    private static let fields: [String: TableMap.Field] = {
        var table: [String: TableMap.Field] = [:]
        for (field, words) in heads {
            for word in words.split(separator: "|") { table[key(String(word))] = field }
        }
        for field in TableMap.Field.allCases { table[key(field.rawValue)] = field }
        for (word, field) in eastern { table[word] = field }
        return table
    }()

    private static let heads: [(TableMap.Field, String)] = [
        (.id, "id|no|nr|number|lfd nr|ref|reference|key|num|numero|номер|№|row"),
        (.date, "date|day|when|datum|tag|termin|zeitraum|fecha|dia|jour|dates|дата|число"),
        (
            .start,
            "start|start date|date start|from date|begin|first day|first|beginn|von|anfang|startdatum|debut|date de debut|inicio|"
                + "fecha de inicio|начало|дата начала|arrival"
        ),
        (
            .end,
            "end|end date|date end|to date|last day|last|until|ende|bis|enddatum|fin|date de fin|fecha de fin|конец|окончание|"
                + "дата окончания|departure"
        ),
        (.precision, "date precision|precision"),
        (
            .partyA,
            "party a|country a|side a|our side|delegation|land a|pays a|pais a|страна a|state a|actor a|first party|party 1|country 1"
        ),
        (
            .partyB,
            "party b|country b|side b|counterpart country|partner country|partner|land b|partnerland|gegenseite|pays b|pays partenaire|"
                + "pais b|pais socio|страна b|state b|actor b|second party|party 2|country 2|counterpart party"
        ),
        (
            .parties,
            "parties|countries|states|sides|beteiligte|staaten|parteien|lander|pays participants|partes|paises|стороны|страны|actors"
        ),
        (
            .personA,
            "person a|official a|our official|principal|name a|minister|person 1|participant a|head of delegation"
        ),
        (
            .personB,
            "person b|official b|counterpart|interlocutor|gesprachspartner|interlocuteur|interlocutor|contraparte|собеседник|name b|"
                + "person 2|participant b|guest|met with"
        ),
        (
            .persons,
            "person|persons|people|participants|attendees|names|who|name|personen|teilnehmer|personnes|participants|personas|"
                + "participantes|участники|лица|имя|фио|nombre|nom"
        ),
        (.officeA, "office a|position a|title a|function a|amt a|funktion a"),
        (
            .officeB,
            "office b|position b|title b|function b|amt b|funktion b|office|position|function|funktion|fonction|cargo|должность"
        ),
        (.host, "host|host country|hosted by|gastgeber|hote|pays hote|anfitrion|принимающая сторона"),
        (
            .kind,
            "kind|type|format of meeting|meeting type|event type|type of meeting|art|art des treffens|typ|anlass|type de rencontre|"
                + "tipo|тип|вид|event|activity"
        ),
        (.medium, "medium|form|kontaktform|kanal|mode|means|channel|modalitat|weg|moyen|medio|modalidad|канал"),
        (.level, "level|rank|ebene|niveau|nivel|уровень"),
        (.status, "status|state of play|stand|statut|estado|статус"),
        (.place, "place|city|location|venue|where|ort|stadt|lieu|ville|lugar|ciudad|место|город"),
        (.country, "country|land|pays|pais|страна|host nation|country of meeting"),
        (
            .issues,
            "issues|issue|topics|topic|subject|subjects|agenda|themes|theme|themen|thema|tagesordnung|sujets|sujet|thematique|"
                + "temas|tema|asunto|asuntos|тема|темы|повестка"
        ),
        (
            .outcome,
            "outcome|outcomes|result|results|deliverables|ergebnis|ergebnisse|resultat|resultats|resultado|resultados|итог|итоги|"
                + "результат|результаты"
        ),
        (.series, "series|dialogue|forum|track|reihe|dialog|format dialogue|serie|dialogo|диалог|формат"),
        (.round, "round|session|runde|tour|ronda|раунд"),
        (
            .note,
            "note|notes|remarks|remark|comment|comments|summary|description|details|bemerkung|bemerkungen|anmerkung|anmerkungen|"
                + "notiz|zusammenfassung|remarques|commentaire|commentaires|observaciones|nota|notas|resumen|примечание|примечания|"
                + "комментарий|описание"
        ),
        (.source, "source|publisher|reported by|quelle|fuente|источник"),
        (.url, "url|link|address|weblink|lien|enlace|ссылка|web"),
        (
            .published,
            "published|publication date|date published|veroffentlicht|date de publication|publie|publicado|опубликовано"
        ),
    ]

    private static let eastern: [(String, TableMap.Field)] = [
        ("开始日期", .start), ("结束日期", .end), ("发布日期", .published), ("日期", .date), ("时间", .date), ("开始", .start),
        ("结束", .end), ("国家", .country), ("国别", .country), ("东道国", .host), ("地点", .place), ("城市", .place),
        ("议题", .issues), ("主题", .issues), ("成果", .outcome), ("结果", .outcome), ("人员", .persons), ("姓名", .persons),
        ("人物", .persons), ("出席人", .persons), ("职务", .officeB), ("类型", .kind), ("形式", .medium), ("级别", .level),
        ("状态", .status), ("备注", .note), ("来源", .source), ("链接", .url), ("序号", .id), ("双方", .parties),
    ]
}
