import Language
import Testing

@Suite struct LanguageGuessTests {
    @Test(arguments: [
        (
            "en",
            "The foreign ministers of both countries met in the capital on Monday and discussed the situation in the region."
        ),
        ("en", "WANG YI AND LAVROV MEET IN MOSCOW AS THE TWO SIDES PREPARE FOR A SUMMIT THAT WILL BE HELD IN MAY"),
        (
            "fr",
            "Le ministre des Affaires étrangères a rencontré son homologue dans la capitale et les deux parties ont évoqué la situation."
        ),
        (
            "de",
            "Der Außenminister hat seinen Amtskollegen in der Hauptstadt getroffen, und die beiden Seiten haben über die Lage gesprochen."
        ),
        (
            "es",
            "El ministro de Asuntos Exteriores se reunió con su homólogo en la capital para hablar de la situación en la región."
        ),
        (
            "it",
            "Il ministro degli Esteri ha incontrato il suo omologo nella capitale e le due parti hanno discusso della situazione."
        ),
        ("ru", "Министры иностранных дел двух стран провели переговоры в столице и обсудили положение в регионе."),
        ("zh", "两国外长在首都举行会谈,就地区局势交换了意见。双方同意继续保持沟通。"),
        ("ar", "التقى وزير الخارجية نظيره في العاصمة وبحث الجانبان الوضع في المنطقة."),
    ]) func languages(_ code: String, _ text: String) { #expect(LanguageGuess.code(of: Text(text)) == code) }

    @Test func aShortTextTellsNothing() {
        #expect(LanguageGuess.code(of: Text("Xi, Putin meet")) == nil)
        #expect(LanguageGuess.code(of: Text("")) == nil)
    }

    @Test func foreignNamesDoNotMakeATextForeign() {
        let text =
            "Recep Tayyip Erdoğan, Emmanuel Macron de la République française and Владимир Путин spoke of the war, and of what is to be done about it."
        #expect(LanguageGuess.code(of: Text(text)) == "en")
    }
}
