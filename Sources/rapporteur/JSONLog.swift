import Contract
import FoundationEssentials
import Logging

/// A log of one JSON object a line on standard error.
struct JSONLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.warning

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var out = JSONOutput()
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
            .merging([
                "level": "\(event.level)", "message": "\(event.message)", "time": "\(Date.now.formatted(.iso8601))",
            ]) { $1 }
        out.object { out in
            for (key, value) in all.sorted(by: { $0.key < $1.key }) { out.keyed(key, "\(value)") }
        }
        Output.error.note(String(decoding: out.bytes + [0x0A], as: UTF8.self))
    }
}
