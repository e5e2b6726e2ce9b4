import CLexicon
import Codebook
import Lexicon

extension Codebook {
    /// The codebook that was compiled into this program, or the failure that says what to do.
    static func program() throws -> Codebook {
        let bytes = UnsafeRawBufferPointer(start: rapporteur_codebook_bytes(), count: Int(rapporteur_codebook_size))
        guard let codebook = Codebook(lines: bytes) else {
            throw Failure(
                "expected a compiled codebook in the program, found none; build it anew after `swift package clean`",
                .software)
        }
        return codebook
    }
}

/// Where codebooks come from: the program's own frames, and folders of frames that lie over them.
enum CodebookStore {
    private static let cameo = "Data/cameo.tsv"

    private static func packed() throws -> [LexiconBuilder.Input] {
        let bytes = UnsafeRawBufferPointer(start: rapporteur_frames_bytes(), count: Int(rapporteur_frames_size))
        guard let files = TableArchive.unpack(bytes) else {
            throw Failure("expected the codebook's frames in the program, found none; build it anew", .software)
        }
        return files
    }

    /// The files that the program's own codebook was compiled from.
    static func sources() throws -> [LexiconBuilder.Input] { try packed().filter { $0.file != cameo } }

    /// The frames that the program's own codebook was compiled from.
    static func ownFrames() throws -> [FrameFile] { try sources().map { try FrameFile($0.text, file: $0.file) } }

    /// The frames of a folder; on mistakes throws the first twenty of them.
    static func frames(in folder: String) throws -> [FrameFile] {
        let paths = try Files.below(folder, ending: ".yaml")
        if paths.isEmpty {
            throw Failure("expected frames in \"\(folder)\", found no file that ends in .yaml; name another", .noInput)
        }
        var frames: [FrameFile] = []
        var errors: [CodebookError] = []
        for path in paths {
            let text = String(decoding: try Files.contents(path, expected: "a frame"), as: UTF8.self)
            do throws(CodebookError) {
                frames.append(try FrameFile(text, file: path))
            } catch {
                errors.append(error)
            }
        }
        if !errors.isEmpty { throw failure(errors) }
        return frames
    }

    /// The program's codebook, or the one that a folder of frames makes of it.
    static func open(_ folder: String?) throws -> Codebook {
        guard let folder else { return try Codebook.program() }
        return try codebook(of: ownFrames() + frames(in: folder))
    }

    /// A codebook of frames, a later one of a name over an earlier one.
    static func codebook(of frames: [FrameFile]) throws -> Codebook {
        guard let table = try packed().first(where: { $0.file == cameo }) else {
            throw Failure("expected the table of CAMEO codes in the program, found none; build it anew", .software)
        }
        do {
            return try Codebook(frames, codes: CameoTable(table.text, file: cameo))
        } catch let errors as CodebookErrors {
            throw failure(errors.errors)
        } catch {
            throw Failure("\(error)", .software)
        }
    }

    private static func failure(_ errors: [CodebookError]) -> Failure {
        let shown = errors.prefix(20).map { "\n  \($0)" }.joined()
        let more = errors.count > 20 ? "\n  ... and \(errors.count - 20) more" : ""
        return Failure("expected frames without a mistake, found \(errors.count):\(shown)\(more)", .notADocument)
    }
}
