package import Diplomacy

// A record of the contract as JSON: keys in order, what is absent left out.

extension Record: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("diagnostics", diagnostics)
            $0.put("document", document)
            $0.put("encounters", encounters)
            $0.put("events", events)
            $0.put("id", id)
            $0.put("quotations", quotations)
            $0.put("schema", schema)
        }
    }
}

extension DocumentSummary: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("characters", characters)
            $0.put("credits", credits)
            $0.put("extra", extra.map { JSONValue.object($0) })
            $0.put("language", language)
            $0.put("published", published)
            $0.put("sha256", sha256)
            $0.put("sketch", sketch?.hexadecimal)
            $0.put("source", source)
            $0.put("title", title)
            $0.put("url", url)
        }
    }
}

extension Source: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("country", country)
            $0.put("kind", kind)
            $0.put("name", name)
        }
    }
}

extension JSONValue: JSONWritable {
    package func write(to out: inout JSONOutput) {
        switch self {
        case .null: out.literal("null")
        case .bool(let value): value.write(to: &out)
        case .integer(let value): value.write(to: &out)
        case .number(let value): value.write(to: &out)
        case .string(let value): value.write(to: &out)
        case .array(let values): out.array(values)
        case .object(let members):
            out.object { out in
                for (key, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                    out.keyed(key, value)
                }
            }
        }
    }
}

extension Span: JSONWritable {
    package func write(to out: inout JSONOutput) { out.array([start, end]) }
}

extension PartialDate: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("duration_minutes", durationMinutes)
            $0.put("end", text(end))
            $0.put("precision", precision)
            $0.put("start", iso)
            $0.put("time", time)
            $0.put("zone", zone)
        }
    }
}

extension Place: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("basis", basis)
            $0.put("country", country)
            $0.put("latitude", latitude)
            $0.put("longitude", longitude)
            $0.put("name", name)
            $0.put("span", span)
            $0.put("venue", venue)
        }
    }
}

extension Attribution: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("grade", grade)
            $0.put("name", name)
            $0.put("party", party)
            $0.put("span", span)
        }
    }
}

extension Credit: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("name", name)
            $0.put("span", span)
        }
    }
}

extension Quotation: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("encounter", encounter)
            $0.put("indirect", indirect)
            $0.put("span", span)
            $0.put("speaker", speaker)
            $0.put("text", text)
            $0.put("verb", verb)
        }
    }
}

extension Speaker: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("grade", grade)
            $0.put("name", name)
            $0.put("party", party)
            $0.put("person", person)
        }
    }
}

extension Diagnostic: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("code", code)
            $0.put("message", message)
            $0.put("severity", severity)
            $0.put("span", span)
        }
    }
}

// MARK: - Events

extension Event: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("alternative", alternative)
            $0.put("attributed_to", attributedTo)
            $0.put("cameo", cameo)
            $0.put("confidence", confidence)
            $0.put("contexts", contexts)
            $0.put("date", date)
            $0.put("encounter", encounter)
            $0.put("goldstein", goldstein)
            $0.put("issue", issue)
            $0.put("modality", modality)
            $0.put("mode", mode)
            $0.put("place", place)
            $0.put("polarity", polarity)
            $0.put("proposition", proposition)
            $0.put("quad", quad.rawValue)
            $0.put("rule", rule)
            $0.put("sentence", sentence)
            $0.put("source", source)
            $0.put("span", span)
            $0.put("stance", stance)
            $0.put("target", target)
            $0.put("type", type)
        }
    }
}

extension Event.Alternative: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("by", by)
            $0.put("probability", probability)
            $0.put("type", type)
        }
    }
}

extension EventActor: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("authority", authority)
            $0.put("office", office)
            $0.put("party", party)
            $0.put("person", person)
            $0.put("sector", sector)
            $0.put("span", span)
            $0.put("text", text)
        }
    }
}

extension RecordFailure: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("error", error)
            $0.put("id", JSONValue.null)
            $0.put("schema", schema)
        }
    }
}

extension RecordFailure.Failure: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("code", code)
            $0.put("line", line)
            $0.put("message", message)
        }
    }
}
