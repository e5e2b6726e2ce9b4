package import Analysis
package import Contract
import Diplomacy

extension Contact: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("date", date)
            $0.put("encounters", encounters)
            $0.put("issues", issues)
            $0.put("kind", kind)
            $0.put("level", level)
            $0.put("medium", medium == .unknown ? nil : medium)
            $0.put("parties", parties)
            $0.put("round", round)
            $0.put("series", series)
        }
    }
}

extension DyadEvent: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("class", eventClass)
            $0.put("day", day.iso)
            $0.put("key", key)
            $0.put("reports", reports)
            $0.put("source", source)
            $0.put("target", target)
            $0.put("type", type)
        }
    }
}
