package import Contract
import Datasets
import Diplomacy
package import Register

// Views of the register for programs, as the command line and the site give them.

extension Change: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("change", kind)
            $0.put("encounter", encounter)
            $0.put("fields", kind == "changed" ? fields : nil)
            $0.put("present", heir)
            $0.put("time", time)
        }
    }
}

extension EncounterView: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("encounter", WrittenJSON(line))
            if !eventData.isEmpty { $0.put("event_data", eventData) }
            $0.put("history", history)
            $0.put("reports", encounter.reports.compactMap { reports[$0.document] })
        }
    }
}

extension EventDataBeside: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("articles", articles)
            $0.put("data", format.rawValue)
            $0.put("rows", rows)
            $0.put("urls", urls)
        }
    }
}

extension ReportHead: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("added", added)
            $0.put("document", document)
            $0.put("published", published)
            $0.put("source", source)
            $0.put("title", title)
            $0.put("url", url)
        }
    }
}

extension SourceRecord: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("agreed", agreed)
            $0.put("disagreed", disagreed)
            $0.put("encounters", encounters)
            $0.put("open", open)
            $0.put("overruled", overruled)
            $0.put("reports", reports)
            $0.put("schema", "rapporteur.source/1")
            $0.put("source", source)
            $0.put("upheld", upheld)
            $0.put("weight", weight)
        }
    }
}
