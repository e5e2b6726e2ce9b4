import CLexicon
import Codebook
import Coding
import FoundationEssentials
import Glibc
import Language
import Lexicon

extension Lexicon {
    /// The lexicon that was compiled into this program; `nil` only where the build embedded a broken one.
    static var embedded: Lexicon? {
        Lexicon(
            staticBytes: UnsafeRawBufferPointer(start: rapporteur_lexicon_bytes(), count: Int(rapporteur_lexicon_size)))
    }

    /// The embedded lexicon, or the failure that says what to do.
    static func program() throws -> Lexicon {
        guard let lexicon = embedded else {
            throw Failure(
                "expected a compiled lexicon in the program, found none; build it anew after `swift package clean`",
                .software)
        }
        return lexicon
    }
}

extension Coder {
    /// A coder over a lexicon and a codebook, or over those that were compiled into this program, and over the program's own
    /// model.
    static func program(
        _ lexicon: Lexicon? = nil, codebook: Codebook? = nil, forMuchText isMuch: Bool = false
    ) throws -> Coder {
        Coder(
            lexicon: try lexicon ?? Lexicon.program(), language: try LanguageModel.program(forMuchText: isMuch),
            codebook: try codebook ?? Codebook.program(), classifier: try EventClassifier.program(forMuchText: isMuch))
    }
}

/// Where lexicons come from: the program's own tables, folders of tables that lie over them, compiled files.
enum LexiconStore {
    /// What a row's source is: its key, and what the table's head says of it. The row is looked up in the tables that the
    /// program carries, else in the file that it names.
    static func source(of origin: Lexicon.Origin, in lexicon: Lexicon) -> (key: String, about: String)? {
        let own = UnsafeRawBufferPointer(start: rapporteur_tables_bytes(), count: Int(rapporteur_tables_size))
        var line = TableArchive.line(origin.line, of: origin.table, in: own)
        if line == nil, let bytes = try? Files.contents(origin.table, expected: "a table") {
            line = bytes.withUnsafeBytes { TableArchive.line(origin.line, of: $0) }
        }
        guard let key = line?.split(separator: "\t", omittingEmptySubsequences: false).last.map(String.init) else {
            return nil
        }
        return (key, lexicon.source(key, in: origin.table))
    }

    /// The tables that the program's own lexicon was compiled from.
    static func ownTables() throws -> [LexiconBuilder.Input] {
        let bytes = UnsafeRawBufferPointer(start: rapporteur_tables_bytes(), count: Int(rapporteur_tables_size))
        guard let tables = TableArchive.unpack(bytes) else {
            throw Failure("expected the lexicon's tables in the program, found none; build it anew", .software)
        }
        return tables
    }

    /// The tables of a folder, by name.
    static func tables(in folder: String) throws -> [LexiconBuilder.Input] {
        let tables = try Files.below(folder, ending: ".tsv").map { path in
            let bytes = try Files.contents(path, expected: "a table")
            return LexiconBuilder.Input(file: path, text: String(decoding: bytes, as: UTF8.self))
        }
        if tables.isEmpty {
            throw Failure("expected tables in \"\(folder)\", found no file that ends in .tsv; name another", .noInput)
        }
        return tables
    }

    /// Opens a folder of tables, compiled over the program's own, or a compiled file.
    static func open(_ path: String) throws -> Lexicon {
        if Files.isFolder(path) {
            guard let lexicon = Lexicon(try compile(overlay: tables(in: path))) else {
                throw Failure("expected tables that compile, found some that do not; report this", .software)
            }
            return lexicon
        }
        return try map(path)
    }

    /// Compiles the program's own tables with others over them; on mistakes throws the first of them.
    static func compile(overlay: [LexiconBuilder.Input]) throws -> [UInt8] {
        var builder = LexiconBuilder()
        do {
            return try builder.compile(try ownTables(), overlay: overlay)
        } catch let failure as Failure {
            throw failure
        } catch {
            let shown = builder.errors.prefix(20).map { "\n  \($0)" }.joined()
            let more = builder.errors.count > 20 ? "\n  ... and \(builder.errors.count - 20) more" : ""
            throw Failure(
                "expected tables without a mistake, found \(builder.errors.count):\(shown)\(more)", .notADocument)
        }
    }

    /// A compiled file, mapped into memory for as long as the program runs.
    private static func map(_ path: String) throws -> Lexicon {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(
                "expected a lexicon in \"\(path)\", found \"\(systemReason())\"; name a file or folder", .noInput)
        }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0, info.st_size > 0,
            let bytes = mmap(nil, Int(info.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), bytes != MAP_FAILED,
            let lexicon = Lexicon(staticBytes: UnsafeRawBufferPointer(start: bytes, count: Int(info.st_size)))
        else {
            throw Failure(
                "expected a file that `rapporteur lexicon compile` of this version wrote, found \"\(path)\"; compile it anew",
                .notADocument)
        }
        return lexicon
    }
}
