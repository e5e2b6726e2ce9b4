public import Diplomacy
public import FoundationEssentials

extension JSONValue {
    /// The value that bytes are, read strictly.
    public init(json bytes: Data) throws(ReadingError) {
        let text = String(decoding: bytes, as: UTF8.self)
        var result: Result<JSONValue, ReadingError> = .success(.null)
        Array(text.utf8).withUnsafeBytes { buffer in
            var reader = JSONReader(buffer)
            do throws(ReadingError) { result = .success(try reader.value()) } catch { result = .failure(error) }
        }
        self = try result.get()
    }
}
