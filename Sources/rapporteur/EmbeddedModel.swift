import CWeights
import Coding
import Glibc
import Language

extension LanguageModel {
    /// The model that was compiled into this program, or the failure that says what to do; for much text in ``LargePages``.
    static func program(forMuchText isMuch: Bool = false) throws -> LanguageModel {
        let embedded = UnsafeRawBufferPointer(start: rapporteur_weights_bytes(), count: Int(rapporteur_weights_size))
        let bytes = isMuch ? LargePages.copy(of: embedded) : embedded
        guard let weights = Weights(staticBytes: bytes), let model = LanguageModel(weights) else {
            throw Failure(
                "expected trained weights in the program, found none that fit; build it anew after `make train`",
                .software)
        }
        return model
    }
}

/// Memory of large pages for the weights, which saves the processor a good part of its waiting: a tenth of the time, for ten
/// milliseconds once.
enum LargePages {
    /// Bytes of text from which on the copy pays.
    static let muchText = 1 << 20

    /// A pipe in which so many bytes wait at the start has more to come: it holds 65,536, and writers of much text fill it.
    private static let fullPipe = 48 << 10

    /// Whether an open file is likely to hold much text: by its size, or because it is a pipe that is filled as soon as the
    /// program starts.
    static func pay(for descriptor: Int32) -> Bool {
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { return false }
        switch info.st_mode & S_IFMT {
        case S_IFREG: return info.st_size > muchText
        case S_IFIFO:
            var waiting: Int32 = 0
            var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            return poll(&poller, 1, patience) == 1 && ioctl(descriptor, UInt(FIONREAD), &waiting) == 0
                && waiting >= fullPipe
        default: return false
        }
    }

    /// Milliseconds that a pipe has to show something.
    private static let patience: Int32 = 3

    /// A copy that lives as long as the program; the bytes themselves where there is no memory for it.
    static func copy(of bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        let page = 2 << 20
        let size = (bytes.count + page - 1) / page * page
        var memory: UnsafeMutableRawPointer?
        guard posix_memalign(&memory, page, size) == 0, let memory, let base = bytes.baseAddress else { return bytes }
        // where the kernel has no large pages to give, small ones do
        _ = madvise(memory, size, MADV_HUGEPAGE)
        memory.copyMemory(from: base, byteCount: bytes.count)
        return UnsafeRawBufferPointer(start: memory, count: bytes.count)
    }
}

extension EventClassifier {
    /// The classifier that was compiled into this program, or the failure that says what to do.
    static func program(forMuchText isMuch: Bool = false) throws -> EventClassifier {
        let embedded = UnsafeRawBufferPointer(start: rapporteur_events_bytes(), count: Int(rapporteur_events_size))
        let bytes = isMuch ? LargePages.copy(of: embedded) : embedded
        guard let weights = Weights(staticBytes: bytes), let classifier = EventClassifier(weights) else {
            throw Failure(
                "expected a trained classifier in the program, found none that fits; build it anew after `make train-events`",
                .software)
        }
        return classifier
    }
}
