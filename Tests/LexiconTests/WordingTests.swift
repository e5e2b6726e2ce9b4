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

    // MARK: - Particles

    @Test(arguments: [
        ("Putin", true), ("al-Sahaf", true), ("al Sahaf", true), ("El-Sisi", true), ("bin Salman", true),
        ("von der Leyen", true), ("Abu Mazen", true), ("Vladimir Putin", false), ("Mohammed al-Sahaf", false),
        ("Mohammed bin Salman", false), ("Charles III", false), ("Jong-un", false), ("M23", false),
    ])
    func namesOfOneWord(name: String, isSingle: Bool) {
        #expect(Wording.isSingle(name) == isSingle)
    }

    @Test(arguments: [
        ("Mohammed Saeed al-Sahaf", "al-Sahaf", ["al-Sahaf", "Sahaf"]),
        ("Mohammed Saeed al Sahaf", "al Sahaf", ["al Sahaf", "Sahaf"]),
        ("Faisal Al-Sabah", "Al-Sabah", ["Al-Sabah", "Sabah"]),
        ("Abdel Fattah El-Sisi", "El-Sisi", ["El-Sisi", "Sisi"]),
        ("Walid ibn al-Hakim", "ibn al-Hakim", ["ibn al-Hakim", "al-Hakim", "Hakim"]),
        ("Khalid bin Al Rashid", "bin Al Rashid", ["bin Al Rashid", "Al Rashid", "Rashid"]),
        ("Alan Alder", "Alder", ["Alder"]), ("Elsa El", "El", ["El"]),
    ])
    func particlesOfAFamilyName(name: String, family: String, forms: [String]) {
        #expect(Wording.family(name[...]).family == family)
        #expect(Wording.familyForms(name: name, family: family) == forms)
    }

    @Test(
        arguments: [
            ("al-Sahaf", "S"), ("von der Leyen", "L"), ("el Sisi", "S"), ("straw", "S"), ("Öz", "Ö"), ("al", nil),
            ("", nil),
        ] as [(String, Character?)])
    func initials(family: String, initial: Character?) {
        #expect(Wording.initial(family) == initial)
    }

    @Test(arguments: [
        ("III", true), ("XIV", true), ("Jr.", true), ("Sr", true), ("", false), ("Ivo", false), ("Ives", false),
    ])
    func numerals(word: String, isNumeral: Bool) {
        #expect(Wording.isNumeral(word) == isNumeral)
    }

    // MARK: - Spellings

    @Test(arguments: [
        ("Nursultan Nazarbayev", ["Nursultan Nazarbaev"]), ("Nazarbayev", ["Nazarbaev"]),
        ("Dariga Nazarbayeva", ["Dariga Nazarbaeva"]), ("Aleksandr Fadeyev", ["Aleksandr Fadeev"]),
        ("Ivan Dostoyev", ["Ivan Dostoev"]), ("Ilham Aliyev", ["Ilham Aliev"]), ("Aliyev", ["Aliev"]),
        ("Boris Straw", []), ("Sky", []), ("Ann Lasky-Doe", []), ("", []),
    ])
    func endingsFromCyrillic(name: String, others: [String]) {
        #expect(Wording.spellings(name) == [name] + others)
    }

    @Test(arguments: ["Volodymyr Zelensky", "Zelensky", "Peter Tchaikovsky"])
    func endingsInSky(name: String) {
        let stem = name.dropLast("sky".count)
        let spellings = Wording.spellings(name)
        #expect(spellings.first == name)
        for ending in ["sky", "skiy", "skyy", "skyi", "skii"] { #expect(spellings.contains(stem + ending)) }
        #expect(Set(spellings).count == spellings.count)
        #expect(spellings.allSatisfy { $0.hasPrefix(stem) })
    }

    @Test func endingsInSkyy() {
        #expect(Set(Wording.spellings("Zelenskyy")) == ["Zelenskyy", "Zelensky", "Zelenskiy", "Zelenskyi"])
    }
}
