import Testing

@testable import Lexicon

@Suite struct WordingTests {
    @Test(arguments: [
        ("president", "presidents"), ("secretary of state", "secretaries of state"),
        ("secretary general", "secretaries general"), ("secretary-general", "secretaries-general"),
        ("director general of the agency", "directors general of the agency"),
        ("chairman of the council", "chairmen of the council"), ("envoy", "envoys"), ("deputy", "deputies"),
        ("minister for foreign affairs", "ministers for foreign affairs"), ("head of state", "heads of state"),
        ("boss", "bosses"),
    ])
    func plurals(singular: String, plural: String) {
        #expect(Wording.plural(singular) == plural)
    }

    @Test(arguments: [
        ("Sergei Shoigu", "Sergei Shoigu", "Shoigu"), ("Wang/ Yi", "Wang Yi", "Wang"),
        ("Ursula von der Leyen", "Ursula von der Leyen", "von der Leyen"),
        ("Abdel Fattah el-Sisi", "Abdel Fattah el-Sisi", "el-Sisi"),
        ("Mohammed bin Salman", "Mohammed bin Salman", "bin Salman"), ("Charles III", "Charles III", "Charles III"),
        ("Madonna", "Madonna", "Madonna"),
    ])
    func families(marked: String, name: String, family: String) {
        let found = Wording.family(marked[...])
        #expect(found.name == name)
        #expect(found.family == family)
    }

    @Test func formsOfAFamilyName() {
        #expect(
            Wording.familyForms(name: "Ursula von der Leyen", family: "von der Leyen") == [
                "von der Leyen", "der Leyen", "Leyen",
            ])
        #expect(Wording.familyForms(name: "Abdel Fattah el-Sisi", family: "el-Sisi") == ["el-Sisi", "Sisi"])
        #expect(Wording.familyForms(name: "Madonna", family: "Madonna") == [])
        #expect(Wording.familyForms(name: "Kim U", family: "U") == [])
    }
}
