import Glibc
import Testing

@testable import Hypertext

@Suite("Guesses of encodings")
struct EncodingGuessTests {
    /// Bytes of a text in an encoding, by the C library.
    private func bytes(_ text: String, in name: String) throws -> [UInt8] {
        let converter = iconv_open(name, "UTF-8")
        try #require(converter != iconv_t(bitPattern: -1))
        defer { iconv_close(converter) }
        var input = text.utf8.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4 + 16)
        var (left, free) = (input.count, output.count)
        let result = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var (from, to) = (source.baseAddress, target.baseAddress)
                return iconv(converter, &from, &left, &to, &free)
            }
        }
        try #require(result == 0, "\(name) cannot write \(text)")
        return output.prefix(output.count - free).map { UInt8(bitPattern: $0) }
    }

    private static let russian = "Министр иностранных дел провёл переговоры со своим коллегой в Женеве."
    private static let chinese = "外交部发言人表示，两国元首将在北京举行会谈，并就双边关系交换意见。"
    private static let traditional = "外交部發言人表示，兩國元首將在臺北舉行會談，並就雙邊關係交換意見。"
    private static let japanese = "外務大臣は記者会見で、両国の首脳が東京で会談すると述べました。"
    private static let korean = "외교부 대변인은 두 나라 정상이 서울에서 회담을 가질 것이라고 밝혔다."
    private static let greek = "Ο υπουργός Εξωτερικών συναντήθηκε με τον ομόλογό του στην Αθήνα."
    private static let hebrew = "שר החוץ נפגש עם עמיתו בירושלים ודן עמו ביחסים בין המדינות"
    private static let arabic = "التقى وزير الخارجية نظيره في القاهرة وبحث معه العلاقات الثنائية"
    private static let thai = "รัฐมนตรีว่าการกระทรวงการต่างประเทศพบหารือกับคู่เจรจาที่กรุงเทพ"

    @Test(arguments: [
        (russian, "CP1251", "windows-1251"), (russian, "KOI8-R", "koi8-r"), (chinese, "GB18030", "gb18030"),
        (traditional, "BIG5", "big5"), (japanese, "SHIFT_JIS", "shift_jis"), (japanese, "EUC-JP", "euc-jp"),
        (japanese, "ISO-2022-JP", "iso-2022-jp"), (korean, "EUC-KR", "euc-kr"), (greek, "CP1253", "windows-1253"),
        (hebrew, "CP1255", "windows-1255"), (arabic, "CP1256", "windows-1256"), (thai, "CP874", "windows-874"),
    ])
    func undeclaredTexts(text: String, encoding: String, name: String) throws {
        let decoded = CharacterEncoding.decode(
            try bytes("<title>\(text)</title>", in: encoding), transport: nil, syntax: .html)
        #expect(decoded.encoding == name)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "<title>\(text)</title>")
        #expect(decoded.source == .guess)
    }

    @Test(arguments: [
        "Le ministère des Affaires étrangères a reçu l'ambassadeur à Genève.",
        "Der Außenminister empfing seinen Kollegen in Zürich; über die Lage wurde gesprochen.",
        "El ministro se reunió con su homólogo en España: “¿Qué pasó?”, preguntó él.",
        "Ça a été vu; dîner à Québec — déjà payé, 5 € la pièce.", "é", "à â ä",
    ])
    func westernTextsFallBack(text: String) throws {
        let decoded = CharacterEncoding.decode(try bytes(text, in: "CP1252"), transport: nil, syntax: .text)
        #expect(decoded.encoding == "windows-1252")
        #expect(decoded.source == .fallback)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    }

    @Test func declaredTextsAreNotGuessed() throws {
        let russian = try bytes(Self.russian, in: "CP1251")
        #expect(CharacterEncoding.decode(russian, transport: "koi8-r", syntax: .text).encoding == "koi8-r")
    }
}
