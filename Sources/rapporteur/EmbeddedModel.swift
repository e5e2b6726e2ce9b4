import CWeights
import Language

extension LanguageModel {
    /// The model that was compiled into this program, or the failure that says what to do.
    static func program() throws -> LanguageModel {
        let bytes = UnsafeRawBufferPointer(start: rapporteur_weights_bytes(), count: Int(rapporteur_weights_size))
        guard let weights = Weights(staticBytes: bytes), let model = LanguageModel(weights) else {
            throw Failure(
                "expected trained weights in the program, found none that fit; build it anew after `make train`",
                .software)
        }
        return model
    }
}
