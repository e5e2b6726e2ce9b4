import Language

/// Names of states and of a few organisations in German, French, Spanish and Russian, in which desks keep their tables.
///
/// They are looked for in cells alone, never in running text, after the lexicon's own names. Source: Unicode CLDR by way of
/// Babel 2.19.0 (PyPI), names of territories, without what stands in brackets; other usual names are our own.
enum StateNames {
    /// The code of the party that a cell names from its first letter to its last.
    static func code(_ cell: String) -> String? { codes[key(cell)] }

    private static func key(_ name: String) -> String {
        // Russian writes \u{451} as \u{435} or not
        let letters = name.lowercased().unicodeScalars.map { $0 == "\u{451}" ? "\u{435}" : $0 }
        return Folding.fold(String(String.UnicodeScalarView(letters)))
    }

    /// Every name with its code.
    static var all: [(name: String, code: String)] {
        names.split(separator: "\n").flatMap { line in
            let parts = line.split(separator: "|").map(String.init)
            return parts.dropFirst().map { ($0, parts[0]) }
        }
    }

    private static let codes = Dictionary(all.map { (key($0.name), $0.code) }, uniquingKeysWith: { first, _ in first })

    private static let names = """
        AFG|Afganistán|Афганистан
        AGO|Ангола
        ALB|Albanien|Albanie|Албания
        AND|Andorre|Андорра
        ARE|Vereinigte Arabische Emirate|Émirats arabes unis|Emiratos Árabes Unidos|ОАЭ|VAE|Emirats arabes unis|EAU
        ARG|Argentinien|Argentine|Аргентина
        ARM|Armenien|Arménie|Армения
        ATG|Antigua und Barbuda|Antigua-et-Barbuda|Antigua y Barbuda|Антигуа и Барбуда
        AUS|Australien|Australie|Австралия
        AUT|Österreich|Autriche|Австрия
        AZE|Aserbaidschan|Azerbaïdjan|Azerbaiyán|Азербайджан
        BDI|Бурунди
        BEL|Belgien|Belgique|Bélgica|Бельгия
        BEN|Bénin|Benín|Бенин
        BFA|Буркина-Фасо
        BGD|Bangladesch|Bangladés|Бангладеш
        BGR|Bulgarien|Bulgarie|Болгария
        BHR|Bahreïn|Baréin|Бахрейн
        BHS|Багамы
        BIH|Bosnien und Herzegowina|Bosnie-Herzégovine|Bosnia y Herzegovina|Босния и Герцеговина
        BLR|Biélorussie|Bielorrusia|Беларусь|Weißrussland|Белоруссия
        BLZ|Belice|Белиз
        BOL|Bolivien|Bolivie|Боливия
        BRA|Brasilien|Brésil|Brasil|Бразилия
        BRB|Barbade|Барбадос
        BRN|Brunei Darussalam|Brunéi|Бруней
        BTN|Bhoutan|Bután|Бутан
        BWA|Botsuana|Ботсвана
        CAF|Zentralafrikanische Republik|République centrafricaine|República Centroafricana|Центрально-Африканская Республика
        CAN|Kanada|Canadá|Канада
        CHE|Schweiz|Suisse|Suiza|Швейцария
        CHL|Chili|Чили
        CHN|Chine|Китай|Volksrepublik China|VR China|КНР|República Popular China
        CIV|Côte d'Ivoire|Кот-д'Ивуар|Elfenbeinküste
        CMR|Kamerun|Cameroun|Camerún|Камерун
        COD|Kongo-Kinshasa|Congo-Kinshasa|República Democrática del Congo|Конго - Киншаса
        COG|Kongo-Brazzaville|Congo-Brazzaville|Конго - Браззавиль
        COK|Cookinseln|Îles Cook|Islas Cook|о-ва Кука
        COL|Kolumbien|Colombie|Колумбия
        COM|Komoren|Comores|Comoras|Коморы
        CPV|Cap-Vert|Кабо-Верде
        CRI|Коста-Рика
        CUB|Kuba|Куба
        CYP|Zypern|Chypre|Chipre|Кипр
        CZE|Tschechien|Tchéquie|Chequia|Чехия|Tschechische Republik|République tchèque|República Checa|Чешская Республика
        DEU|Deutschland|Allemagne|Alemania|Германия
        DJI|Dschibuti|Yibuti|Джибути
        DMA|Dominique|Доминика
        DNK|Dänemark|Danemark|Dinamarca|Дания
        DOM|Dominikanische Republik|République dominicaine|República Dominicana|Доминиканская Республика
        DZA|Algerien|Algérie|Argelia|Алжир
        ECU|Équateur|Эквадор
        EGY|Ägypten|Égypte|Egipto|Египет
        ERI|Érythrée|Эритрея
        ESP|Spanien|Espagne|España|Испания
        EST|Estland|Estonie|Эстония
        ETH|Äthiopien|Éthiopie|Etiopía|Эфиопия
        EUR|Europäische Union|Union européenne|Unión Europea|Европейский союз|ЕС|UE
        FIN|Finnland|Finlande|Finlandia|Финляндия
        FJI|Fidschi|Fidji|Fiyi|Фиджи
        FRA|Frankreich|Francia|Франция
        FSM|Mikronesien|Micronésie|Федеративные Штаты Микронезии
        GAB|Gabun|Gabón|Габон
        GBR|Vereinigtes Königreich|Royaume-Uni|Reino Unido|Великобритания|Großbritannien|Grande-Bretagne|Gran Bretaña|Royaume Uni
        GEO|Georgien|Géorgie|Грузия
        GHA|Гана
        GIN|Guinée|Гвинея
        GMB|Gambie|Гамбия
        GNB|Guinée-Bissau|Guinea-Bisáu|Гвинея-Бисау
        GNQ|Äquatorialguinea|Guinée équatoriale|Guinea Ecuatorial|Экваториальная Гвинея
        GRC|Griechenland|Grèce|Grecia|Греция
        GRD|Grenade|Granada|Гренада
        GTM|Гватемала
        GUY|Гайана
        HND|Гондурас
        HRV|Kroatien|Croatie|Croacia|Хорватия
        HTI|Haïti|Haití|Гаити
        HUN|Ungarn|Hongrie|Hungría|Венгрия
        IDN|Indonesien|Indonésie|Индонезия
        IND|Indien|Inde|Индия
        IRL|Irland|Irlande|Irlanda|Ирландия
        IRN|Irán|Иран
        IRQ|Irak|Ирак
        ISL|Island|Islande|Islandia|Исландия
        ISR|Israël|Израиль
        ITA|Italien|Italie|Italia|Италия
        JAM|Jamaika|Jamaïque|Ямайка
        JOR|Jordanien|Jordanie|Jordania|Иордания
        JPN|Japon|Japón|Япония
        KAZ|Kasachstan|Kazajistán|Казахстан
        KEN|Kenia|Кения
        KGZ|Kirgisistan|Kirghizstan|Kirguistán|Киргизия|Kirgistan
        KHM|Kambodscha|Cambodge|Camboya|Камбоджа
        KIR|Кирибати
        KNA|St. Kitts und Nevis|Saint-Christophe-et-Niévès|San Cristóbal y Nieves|Сент-Китс и Невис
        KOR|Südkorea|Corée du Sud|Corea del Sur|Республика Корея|Republik Korea|République de Corée|República de Corea|Южная Корея
        KWT|Koweït|Кувейт
        LAO|Лаос
        LBN|Libanon|Liban|Líbano|Ливан
        LBR|Либерия
        LBY|Libyen|Libye|Libia|Ливия
        LCA|St. Lucia|Sainte-Lucie|Santa Lucía|Сент-Люсия
        LIE|Лихтенштейн
        LKA|Шри-Ланка
        LSO|Lesoto|Лесото
        LTU|Litauen|Lituanie|Lituania|Литва
        LUX|Luxemburg|Luxemburgo|Люксембург
        LVA|Lettland|Lettonie|Letonia|Латвия
        MAR|Marokko|Maroc|Marruecos|Марокко
        MCO|Mónaco|Монако
        MDA|Republik Moldau|Moldavie|Moldavia|Молдова|Moldawien|Молдавия
        MDG|Madagaskar|Мадагаскар
        MDV|Malediven|Maldivas|Мальдивы
        MEX|Mexiko|Mexique|México|Мексика
        MHL|Marshallinseln|Îles Marshall|Islas Marshall|Маршалловы о-ва
        MKD|Nordmazedonien|Macédoine du Nord|Macedonia del Norte|Северная Македония
        MLI|Мали
        MLT|Malte|Мальта
        MMR|Мьянма|Birma|Birmanie|Birmania
        MNE|Monténégro|Черногория
        MNG|Mongolei|Mongolie|Монголия
        MOZ|Mosambik|Мозамбик
        MRT|Mauretanien|Mauritanie|Мавритания
        MUS|Maurice|Mauricio|Маврикий
        MWI|Malaui|Малави
        MYS|Malaisie|Malasia|Малайзия
        NAM|Namibie|Намибия
        NATO|OTAN|НАТО
        NER|Níger|Нигер
        NGA|Нигерия
        NIC|Никарагуа
        NIU|Ниуэ
        NLD|Niederlande|Pays-Bas|Países Bajos|Нидерланды|Holland|Hollande|Holanda
        NOR|Norwegen|Norvège|Noruega|Норвегия
        NPL|Népal|Непал
        NRU|Науру
        NZL|Neuseeland|Nouvelle-Zélande|Nueva Zelanda|Новая Зеландия
        OMN|Omán|Оман
        PAK|Pakistán|Пакистан
        PAN|Panamá|Панама
        PER|Pérou|Perú|Перу
        PHL|Philippinen|Filipinas|Филиппины
        PLW|Palaos|Палау
        PNG|Papua-Neuguinea|Papouasie-Nouvelle-Guinée|Papúa Nueva Guinea|Папуа — Новая Гвинея
        POL|Polen|Pologne|Polonia|Польша
        PRK|Nordkorea|Corée du Nord|Corea del Norte|КНДР|Северная Корея
        PRT|Португалия
        PRY|Парагвай
        PSE|Palästinensische Autonomiegebiete|Territoires palestiniens|Territorios Palestinos|Палестинские территории|Palästina|Palestina|Палестина
        QAT|Katar|Catar|Катар
        ROU|Rumänien|Roumanie|Rumanía|Румыния
        RUS|Russland|Russie|Rusia|Россия|Russische Föderation|Fédération de Russie|Federación de Rusia|Российская Федерация|РФ
        RWA|Ruanda|Руанда
        SAU|Saudi-Arabien|Arabie saoudite|Arabia Saudí|Саудовская Аравия
        SDN|Soudan|Sudán|Судан
        SEN|Sénégal|Сенегал
        SGP|Singapur|Singapour|Сингапур
        SLB|Salomonen|Îles Salomon|Islas Salomón|Соломоновы о-ва
        SLE|Sierra Leona|Сьерра-Леоне
        SLV|Salvador|Сальвадор
        SMR|Saint-Marin|Сан-Марино
        SOM|Somalie|Сомали
        SRB|Serbien|Serbie|Сербия
        SSD|Südsudan|Soudan du Sud|Sudán del Sur|Южный Судан
        STP|São Tomé und Príncipe|Sao Tomé-et-Principe|Santo Tomé y Príncipe|Сан-Томе и Принсипи
        SUR|Surinam|Суринам
        SVK|Slowakei|Slovaquie|Eslovaquia|Словакия
        SVN|Slowenien|Slovénie|Eslovenia|Словения
        SWE|Schweden|Suède|Suecia|Швеция
        SWZ|Esuatini|Эсватини|Swasiland
        SYC|Seychellen|Сейшельские о-ва
        SYR|Syrien|Syrie|Siria|Сирия
        TCD|Tschad|Tchad|Чад
        TGO|Того
        THA|Thaïlande|Tailandia|Таиланд
        TJK|Tadschikistan|Tadjikistan|Tayikistán|Таджикистан
        TKM|Turkménistan|Turkmenistán|Туркменистан
        TLS|Timor oriental|Восточный Тимор
        TON|Тонга
        TTO|Trinidad und Tobago|Trinité-et-Tobago|Trinidad y Tobago|Тринидад и Тобаго
        TUN|Tunesien|Tunisie|Túnez|Тунис
        TUR|Türkei|Turquie|Turquía|Турция
        TUV|Тувалу
        TWN|Taïwan|Taiwán|Тайвань
        TZA|Tansania|Tanzanie|Танзания
        UGA|Ouganda|Уганда
        UKR|Ucrania|Украина
        UNO|Vereinte Nationen|Nations unies|Naciones Unidas|ООН|ONU
        URY|Уругвай
        USA|Vereinigte Staaten|États-Unis|Estados Unidos|Соединенные Штаты|Vereinigte Staaten von Amerika|Etats-Unis|États-Unis d'Amérique|Estados Unidos de América|EE.UU.|EE. UU.|EEUU|США|Соединённые Штаты
        UZB|Usbekistan|Ouzbékistan|Uzbekistán|Узбекистан
        VAT|Vatikanstadt|État de la Cité du Vatican|Ciudad del Vaticano|Ватикан|Heiliger Stuhl|Saint-Siège|Santa Sede|Святой Престол
        VCT|St. Vincent und die Grenadinen|Saint-Vincent-et-les Grenadines|San Vicente y las Granadinas|Сент-Винсент и Гренадины
        VEN|Венесуэла
        VNM|Viêt Nam|Вьетнам
        VUT|Вануату
        WSM|Самоа
        XKX|Косово
        YEM|Jemen|Yémen|Йемен
        ZAF|Südafrika|Afrique du Sud|Sudáfrica|Южно-Африканская Республика
        ZMB|Sambia|Zambie|Замбия
        ZWE|Simbabwe|Zimbabue|Зимбабве
        """
}
