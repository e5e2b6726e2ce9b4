import ArgumentParser
import FoundationEssentials
import Register
import Testing

@testable import rapporteur

/// The commands for a desk's own notes and tags, on the samples.
@Suite struct NoteCommandTests {
    private let folder: TemporaryFolder
    private let path: String
    private let id: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/register.sqlite"
        let register = try Register(path: path, access: .write)
        _ = try register.file(try sampleFilings(), at: "2026-03-12T00:00:00Z")
        try register.reconcile(at: "2026-03-12T00:00:00Z")
        id = try #require(try register.ids(matching: SearchParser.query("disputed:place")).first)
        try register.close()
    }

    private func status(_ arguments: String...) -> Int32 {
        exitStatus {
            var command = try Rapporteur.parseAsRoot(arguments + ["--register", path])
            try command.run()
        }
    }

    private func annotations() throws -> Annotations { try Register(path: path, access: .read).annotations(of: id) }

    @Test func aNoteIsWrittenListedAndRemoved() throws {
        #expect(status("note", id, "Who was the host?", "--author", "ann") == 0)
        let note = try #require(try annotations().notes.first)
        #expect(note.text == "Who was the host?" && note.author == "ann" && note.encounter == id)
        #expect(status("note", id) == 0)
        #expect(status("note") == 0)
        #expect(status("note", "--remove", "\(note.id)") == 0)
        #expect(try annotations().isEmpty)
        #expect(status("note", "--remove", "\(note.id)") == 66)
    }

    @Test func tagsAreSetAndRemoved() throws {
        #expect(status("tag", id, "follow-up", "Trip-2") == 0)
        #expect(try annotations().tags == ["follow-up", "trip-2"])
        #expect(status("tag", id) == 0)
        #expect(status("tag") == 0)
        #expect(status("search", "tag:trip-2") == 0)
        #expect(status("search", "tag:a_b") == 64)
        #expect(status("tag", id, "--remove", "trip-2") == 0)
        #expect(status("tag", id, "--remove", "trip-2") == 66)
        #expect(try annotations().tags == ["follow-up"])
        #expect(status("check", "--deep") == 0)
    }

    @Test func whatIsNoneIsRefused() throws {
        #expect(status("note", "enc_0z", "text", "--author", "ann") == 66)
        #expect(status("note", id, " ", "--author", "ann") == 65)
        #expect(status("note", id, "--remove", "1") == 64)
        #expect(status("note", id, "--author", "ann") == 64)
        #expect(status("tag", "enc_0z", "a") == 66)
        #expect(status("tag", id, "two words") == 65)
        #expect(status("tag", "--remove", "a") == 64)
        #expect(status("tag", id, "a", "--remove", "b") == 64)
        #expect(try annotations().isEmpty)
    }

    @Test func showPrintsThemAtItsEnd() throws {
        let register = try Register(path: path, access: .write)
        try register.note(id, text: "One.\nTwo.", author: "ann", at: "2026-03-13T09:30:00Z")
        try register.tag(id, ["b", "a"])
        let view = try #require(try register.encounter(id))
        func text(_ annotations: Annotations?) -> String {
            ViewPrinter(view, annotations: annotations, width: 80, color: false, partyName: { $0 }).text()
        }
        let section = """

            Notes (private)
              · tags: a, b
              · 1 ann, 2026-03-13 09:30
                One.
                Two.

            """
        #expect(try text(register.annotations(of: id)) == text(nil) + section)
    }

    @Test(arguments: ["jsonl", "csv", "xlsx", "parquet"])
    func anExportHasThemWhereItIsAsked(format: String) throws {
        #expect(status("note", id, "Zanzibar?", "--author", "ann") == 0 && status("tag", id, "quagga") == 0)
        func export(_ more: String...) throws -> String {
            let to = "\(folder.path)/out.\(format)"
            try ExportCommand.parse(["--register", path, "--format", format, "--to", to] + more).run()
            return String(decoding: try Files.contents(to, expected: "encounters"), as: UTF8.self)
        }
        let (with, without) = (try export("--with-notes"), try export())
        #expect(!without.contains("Zanzibar") && !without.contains("quagga"))
        // the words of a workbook and of Parquet are packed
        if format == "jsonl" {
            #expect(with.contains(#""private":{"notes":[{"author":"ann","#) && with.contains(#""tags":["quagga"]}"#))
            let bare = with.replacing(/"private":\{.*?\]\},/, with: "")
            #expect(bare == without)
        } else if format == "csv" {
            let lines = with.split(separator: "\r\n")
            #expect(lines[0].hasSuffix(",tags,notes"))
            #expect(lines.count { $0.contains(" ann: Zanzibar?") && $0.contains(",quagga,") } == 1)
            #expect(lines.count == without.split(separator: "\r\n").count)
        } else {
            #expect(with.utf8.count > without.utf8.count)
        }
        #expect(exitStatus { _ = try ExportCommand.parse(["claims", "--register", path, "--with-notes"]) } == 64)
    }
}
