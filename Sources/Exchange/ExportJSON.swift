package import Contract
import Diplomacy
package import Register

// Lines of `rapporteur export --format jsonl`, beside those of encounters.

extension ReportVersion: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("added", added)
            $0.put("number", number)
            $0.put("published", published)
            $0.put("text", text)
            $0.put("title", title)
        }
    }
}

extension ExportedReport: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("document", document)
            $0.put("encounters", encounters)
            $0.put("language", language)
            $0.put("schema", "rapporteur.report/1")
            $0.put("source", source)
            $0.put("state", state)
            $0.put("url", url)
            $0.put("versions", versions)
        }
    }
}

extension ClaimRow: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("claim", claim)
            $0.put("document", document)
            $0.put("encounter", encounter)
            $0.put("published", summary.published)
            $0.put("schema", "rapporteur.claim/1")
            $0.put("source", summary.source)
        }
    }
}

extension EventRow: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("document", document)
            $0.put("encounter", encounter)
            $0.put("event", event)
            $0.put("published", summary.published)
            $0.put("schema", "rapporteur.event/1")
            $0.put("source", summary.source)
        }
    }
}
