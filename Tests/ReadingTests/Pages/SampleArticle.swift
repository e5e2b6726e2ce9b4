import Testing

/// An article of ours with what stands around it on a page.
struct SampleArticle: Sendable, CustomTestStringConvertible {
    /// ISO 639.
    var language: String
    var title: String
    /// The lines between title and text.
    var standfirst: String
    var paragraphs: [String]
    /// Names of other pages.
    var links: [String]
    /// What the house tells its readers: consent, letters, who writes.
    var notices: [String]

    var testDescription: String { language }

    /// What a reader takes from the page: the paragraphs.
    var text: String { paragraphs.joined(separator: "\n") }

    static let all = [english, german, russian, chinese]

    static let english = SampleArticle(
        language: "en", title: "Norway and Chile sign accord on southern fisheries in Bergen",
        standfirst: "The two foreign ministers want to share their observers' data and to meet every second spring.",
        paragraphs: [
            "The foreign ministers of Norway and Chile signed an accord on southern fisheries in Bergen on Tuesday, after talks that had lasted for most of two years, their ministries said.",
            "Under the accord, observers of either country may travel on vessels of the other, and the catches that they count are put into a common table once a month.",
            "\u{201C}We have spoken about fish, but we have also learned to trust each other's numbers,\u{201D} said Ingrid Halvorsen, the Norwegian minister, at a press conference in the old customs house.",
            "Her colleague, Rodrigo Paredes, invited her to Valdivia for the spring, where the committee that the accord sets up is to hold its first meeting.",
            "Neither side wished to say how the dispute over two seized trawlers, which had delayed the signing twice, was settled in the end.",
        ],
        links: [
            "Harbour workers end strike", "Minister visits new port", "What the treaty says", "Our maps of the week",
            "A day among the islands",
        ],
        notices: [
            "We and our partners store information on your device, such as the pages that you have read, and use it to measure our offers. You may object at any time, in the settings at the foot of each page.",
            "Every morning our desk sends a letter with the most important stories of the day, written by our correspondents. You can leave the list whenever you like, with one click.",
            "Marit Lund has written about the sea and its law since 2009. Before she came to this paper, she worked for a radio station in Tromso, and she has published two books.",
        ])

    static let german = SampleArticle(
        language: "de", title: "Au\u{DF}enminister \u{D6}sterreichs und Ghanas vereinbaren Treffen in Graz",
        standfirst: "Beide Seiten wollen \u{FC}ber Fl\u{FC}ge, Visa und eine gemeinsame Hochschule sprechen.",
        paragraphs: [
            "Die Au\u{DF}enminister \u{D6}sterreichs und Ghanas haben sich am Montag in Wien darauf verst\u{E4}ndigt, im Herbst in Graz wieder zusammenzukommen, wie beide H\u{E4}user mitteilten.",
            "Bei dem Gespr\u{E4}ch, das l\u{E4}nger dauerte als geplant, ging es vor allem um Fl\u{FC}ge zwischen Wien und Accra, um Visa f\u{FC}r Studierende und um eine gemeinsame Hochschule.",
            "\u{201E}Wir haben uns nichts vorgemacht, und gerade deshalb sind wir weitergekommen\u{201C}, sagte Minister Johann Leitgeb nach der Begegnung im Festsaal des Ministeriums.",
            "Sein Gast, Kwame Asante, reiste noch am Abend weiter nach Bratislava, wo er an einer Tagung \u{FC}ber H\u{E4}fen und Kan\u{E4}le teilnehmen wird.",
            "\u{DC}ber die R\u{FC}ckgabe von drei Trommeln, die seit langem verlangt wird, soll eine Kommission beraten, deren Mitglieder noch nicht ernannt sind.",
        ],
        links: [
            "Streik im Hafen beendet", "Minister er\u{F6}ffnet Br\u{FC}cke", "Was im Vertrag steht",
            "Die Karte der Woche",
            "Ein Tag auf der Insel",
        ],
        notices: [
            "Wir und unsere Partner speichern Angaben auf Ihrem Ger\u{E4}t, etwa welche Seiten Sie gelesen haben, und messen damit unser Angebot. Sie k\u{F6}nnen dem jederzeit widersprechen, am Ende jeder Seite.",
            "Jeden Morgen schickt unsere Redaktion einen Brief mit den wichtigsten Geschichten des Tages, geschrieben von unseren Korrespondenten. Sie k\u{F6}nnen sich jederzeit wieder abmelden.",
            "Gerda Moser schreibt seit 2009 \u{FC}ber das Meer und sein Recht. Davor arbeitete sie f\u{FC}r einen Sender in Linz, und sie hat zwei B\u{FC}cher ver\u{F6}ffentlicht.",
        ])

    static let russian = SampleArticle(
        language: "ru", title: "Министры Сербии и Казахстана договорились о новой встрече в Нише",
        standfirst: "Стороны обсудят железные дороги, стипендии и общий каталог древних рукописей.",
        paragraphs: [
            "Министры иностранных дел Сербии и Казахстана договорились во вторник в Белграде встретиться снова осенью, в городе Ниш, сообщили оба ведомства.",
            "На переговорах, которые длились дольше, чем предполагалось, речь шла о железных дорогах, о стипендиях для студентов и об общем каталоге рукописей.",
            "\u{AB}Мы говорили прямо, и поэтому сумели продвинуться\u{BB}, заявил министр Милан Йованович после беседы в старом здании министерства.",
            "Его гость, Ерлан Сапаров, в тот же вечер вылетел в Скопье, где он примет участие в конференции о судоходстве на реках.",
            "О возвращении трех колоколов, которого давно добивается одна из сторон, должна высказаться комиссия, но ее состав еще не утвержден.",
        ],
        links: [
            "Забастовка в порту завершена", "Министр открыл мост", "Что сказано в договоре", "Карта недели",
            "Один день на острове",
        ],
        notices: [
            "Мы и наши партнеры храним сведения на вашем устройстве, например о том, какие страницы вы читали, и измеряем с их помощью наши предложения. Вы можете отказаться от этого в любое время.",
            "Каждое утро наша редакция отправляет письмо с главными историями дня, написанными нашими корреспондентами. Отписаться от него можно в любое время, одним нажатием.",
            "Мария Лунина пишет о море и его праве с 2009 года. Раньше она работала на радио в Мурманске, и у нее вышли две книги.",
        ])

    static let chinese = SampleArticle(
        language: "zh", title: "葡萄牙与蒙古国外长在波尔图签署教育合作协议",
        standfirst: "双方将互派教师，并在明年春天举行第二次会谈，讨论航线与旅游问题。",
        paragraphs: [
            "葡萄牙与蒙古国外交部长星期二在波尔图签署教育合作协议，双方外交部当天发表公报说，两国将在三年内互派一百名教师，并共同编写教材。",
            "会谈比原定时间长了将近两个小时，内容包括开通两国首都之间的直达航线，简化学生签证手续，以及共同整理有关草原与海洋的古代文献。",
            "葡萄牙外长若昂\u{B7}费雷拉在会谈后对记者说：\u{201C}我们坦率地交换了意见，正因为如此，我们才取得了进展，这对两国青年都是好消息。\u{201D}",
            "蒙古国外长巴特尔当晚前往马德里，他将在那里出席关于河流航运的国际会议，并同其他国家的代表就水资源问题举行双边磋商。",
            "关于三件文物的归还问题，双方决定成立一个委员会进行研究，但委员会的成员名单尚未确定，第一次会议的日期也没有公布。",
        ],
        links: ["港口工人结束罢工", "部长参观新建大桥", "条约写了些什么", "本周地图", "岛上的一天"],
        notices: [
            "我们和合作伙伴会在您的设备上保存信息，例如您阅读过哪些页面，并用这些信息衡量我们的服务。您可以随时在页面底部的设置中提出反对，也可以只同意其中的一部分。",
            "每天早上，编辑部会给您发送一封邮件，介绍当天最重要的新闻，全部由本报记者撰写。您可以随时退订，只需要点击一次，以后也可以重新订阅。",
            "马丽从二〇〇九年开始报道海洋与海洋法。在来到本报之前，她曾在广播电台工作多年，并出版过两本书，现在住在海边的一座小城。",
        ])
}
