package import Diplomacy

// An encounter of the contract as JSON: keys in order, what is absent left out.

extension Encounter: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("about", about)
            $0.put("attributed_to", attributedTo)
            $0.put("confidence", confidence)
            $0.put("date", date)
            $0.put("evidence", evidence)
            $0.put("format", format)
            $0.put("id", id)
            $0.put("instruments", instruments)
            $0.put("issues", issues)
            $0.put("kind", kind)
            $0.put("level", level)
            $0.put("medium", medium)
            $0.put("outcome", outcome)
            $0.put("outcomes", outcomes)
            $0.put("participants", participants)
            $0.put("place", place)
            $0.put("principal", principal)
            $0.put("regions", regions)
            $0.put("relations", relations)
            $0.put("reported", reported)
            $0.put("series", series)
            $0.put("status", status)
            $0.put("via", via)
            $0.put("within", within)
        }
    }
}

extension Participant: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("authority", authority)
            $0.put("basis", basis)
            $0.put("lead", lead)
            $0.put("level", level)
            $0.put("office", office)
            $0.put("offices", offices)
            $0.put("party", party)
            $0.put("person", person)
            $0.put("role", role)
            $0.put("sector", sector)
            $0.put("span", span)
            $0.put("standing", standing)
            $0.put("written", written)
        }
    }
}

extension OfficeClaim: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("basis", basis)
            $0.put("title", title)
        }
    }
}

extension Series: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("code", code)
            $0.put("name", name)
            $0.put("round", round)
        }
    }
}

extension Gathering: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("name", name)
            $0.put("span", span)
        }
    }
}

extension About: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("party", party)
            $0.put("span", span)
        }
    }
}

extension IssueMention: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("code", code)
            $0.put("raised_by", raisedBy)
            $0.put("span", span)
        }
    }
}

extension InstrumentMention: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("code", code)
            $0.put("span", span)
            $0.put("status_on_day", statusOnDay)
        }
    }
}

extension RegionMention: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("code", code)
            $0.put("span", span)
        }
    }
}

extension Outcome: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("by", by)
            $0.put("kind", kind)
            $0.put("next", next)
            $0.put("span", span)
            $0.put("text", text)
        }
    }
}

extension NextRound: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("date", date)
            $0.put("place", place)
        }
    }
}

extension Relation: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("encounter", encounter)
            $0.put("kind", kind)
        }
    }
}

extension Evidence: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("rule", rule)
            $0.put("sentence", sentence)
            $0.put("span", span)
            $0.put("text", text)
        }
    }
}
