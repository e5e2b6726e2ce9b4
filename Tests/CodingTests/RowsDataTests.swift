import Coding
import Diplomacy
import FoundationEssentials
import Reading
import Testing

/// The tables themselves, where they are: counts, and rows that were checked by hand against their text.
enum RowsData {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data/visits")

    static let areThere = FileManager.default.fileExists(atPath: folder.appending(path: "us_travels.csv").path)

    static func read(_ name: String) throws -> (documents: [Document], problems: [VisitRowProblem]) {
        let bytes = FileManager.default.contents(atPath: folder.appending(path: name + ".csv").path) ?? Data()
        return try VisitTableReader.read(bytes)
    }

    static let names = ["us_travels", "foreign_leader_visits_to_us", "inbound_us", "inbound_cn", "outbound_trips"]
}

@Suite("Tables of visits", .enabled(if: RowsData.areThere, "needs ../shared/data/visits"))
struct RowsDataTests {
    /// Every row gives a document of its own id.
    @Test func everyRowIsRead() throws {
        let counts = [4171, 3197, 513, 593, 256]
        for (name, count) in zip(RowsData.names, counts) {
            let read = try RowsData.read(name)
            #expect(read.documents.count == count && read.problems == [], "\(name)")
            #expect(Set(read.documents.map(\.id)).count == count, "\(name)")
        }
    }

    /// All rows but the one to Antarctica have two parties, and a visit.
    @Test func everyRowIsCoded() throws {
        let session = CodingSession(Embedded.coder)
        var without: [String] = []
        for name in RowsData.names {
            for document in try RowsData.read(name).documents {
                let record = session.record(for: document)
                guard let visit = record.principal else {
                    without.append(document.id)
                    continue
                }
                #expect(visit.kind == .visit && Set(visit.participants.compactMap(\.party)).count == 2)
                #expect(visit.participants.allSatisfy { $0.role == .host || $0.role == .venueHost || $0.person != nil })
            }
        }
        #expect(without.count == 1)
    }

    /// By id: the visitor, the place, the parties in contact, and whom the remarks say that they met.
    static let checked: [(id: String, visitor: String, country: String, isContact: Bool, met: [String])] = [
        ("us-travels:4114", "Joe Biden", "BEL", true, ["Alexander De Croo", "King Philippe"]),
        ("us-travels:4115", "Joe Biden", "CHE", true, ["Guy Parmelin", "Ignazio Cassis", "Vladimir Putin"]),
        ("us-travels:3920", "Rex Tillerson", "ITA", false, []),
        ("us-travels:2838", "Richard M. Nixon", "ESP", true, []),
        ("us-travels:846", "John Foster Dulles", "VAT", false, []),
        ("us-travels:715", "Warren Christopher", "BIH", true, ["Alija Izetbegovic"]),
        ("us-travels:2472", "George W. Bush", "LVA", false, []),
        ("to-us:846", "Lech Walesa", "USA", true, []),
        ("to-us:1062", "Michal Kovac", "USA", true, ["Bill Clinton"]),
        ("to-us:2769", "Moncef Marzouki", "USA", false, []),
        ("to-us:2368", "Julius Raab", "USA", false, []),
        ("to-us:616", "Bettino Craxi", "USA", true, ["Ronald Reagan"]),
    ]

    @Test func rowsCheckedByHand() throws {
        let documents = try ["us_travels", "foreign_leader_visits_to_us"].flatMap { try RowsData.read($0).documents }
        let byId = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for row in Self.checked {
            let record = Embedded.coder.record(for: try #require(byId["visits:" + row.id]))
            let visit = try #require(record.principal)
            #expect(visit.participants.first?.person == row.visitor, "\(row.id)")
            #expect(visit.place?.country == row.country, "\(row.id)")
            #expect(visit.contacts.isEmpty != row.isContact, "\(row.id)")
            let met = record.encounters.dropFirst().flatMap(\.participants).compactMap(\.person)
            #expect(Set(met).subtracting([row.visitor]).sorted() == row.met, "\(row.id)")
        }
    }
}
