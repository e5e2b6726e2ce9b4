import Analysis
import Contract
import Diplomacy

// The parts of a dyad's dossier as JSON.

struct AgendaYearJSON: JSONWritable {
    let year: Agenda.Year
    let folded: FoldedEncounters

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("concentration", finite(year.concentration))
            $0.put("dropped", year.dropped)
            $0.put("issues", year.issues.map { IssueJSON(issue: $0, folded: folded) })
            $0.put("likeness", finite(year.likeness))
            $0.put("n", year.n)
            $0.put("newly_raised", year.newlyRaised)
            $0.put("told", year.told)
            $0.put("undefined", year.told == 0 ? "undefined: no report of the year's contacts tells an issue" : nil)
            $0.put("whole", year.isWhole)
            $0.put("year", year.year)
        }
    }

    private struct IssueJSON: JSONWritable {
        let issue: Agenda.Issue
        let folded: FoldedEncounters

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("count", issue.count)
                $0.put("encounters", folded.all(issue.encounters))
                $0.put("issue", issue.code)
            }
        }
    }
}

struct CarriersJSON: JSONWritable {
    let carriers: PartyCarriers
    let folded: FoldedEncounters

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("n", carriers.n)
            $0.put("named", carriers.named)
            $0.put("party", carriers.party)
            $0.put("people", carriers.people.map { PersonJSON(person: $0, folded: folded) })
            $0.put("window", WindowJSON(carriers.window))
        }
    }

    private struct PersonJSON: JSONWritable {
        let person: PartyCarriers.Person
        let folded: FoldedEncounters

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("count", person.count)
                $0.put("encounters", folded.all(person.encounters))
                $0.put("first", person.first.iso)
                $0.put("last", person.last.iso)
                $0.put("name", person.name)
            }
        }
    }
}

/// `undefined` where nothing is covered, else the phases.
struct PhasesJSON: JSONWritable {
    let phases: Phases?
    let folded: FoldedEncounters

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put(
                "formula",
                "change points of Poisson counts by month and covered days, a change costs 3 ln n; rates a year of covered days with Garwood's 95 % interval"
            )
            $0.put("left_out", phases.map { folded.all($0.leftOut) })
            $0.put("n", phases?.n ?? 0)
            $0.put("penalty", finite(phases?.penalty))
            $0.put("phases", phases?.phases.map { PhaseJSON(phase: $0, folded: folded) })
            $0.put("undefined", phases?.phases.isEmpty ?? true ? "undefined: no covered months" : nil)
            $0.put("window", phases?.window.map { WindowJSON($0) })
        }
    }

    private struct PhaseJSON: JSONWritable {
        let phase: Phases.Phase
        let folded: FoldedEncounters

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("days_covered", phase.exposure)
                $0.put("encounters", folded.all(phase.keys))
                $0.put("interval", IntervalJSON(phase.interval))
                $0.put("n", phase.n)
                $0.put("rate", finite(phase.rate))
                $0.put("unit", "contacts a year")
                $0.put("window", WindowJSON(phase.days))
            }
        }
    }
}

/// `undefined` where there is nothing to tell bursts from, else the bursts of level 2 and above.
struct BurstsJSON: JSONWritable {
    let bursts: BatchBursts?
    let folded: FoldedEncounters

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put(
                "bursts",
                bursts.map { all in
                    all.bursts.filter { $0.level > 1 }.map { BurstJSON(all: all, burst: $0, folded: folded) }
                })
            $0.put(
                "formula",
                "Kleinberg 2003, the dyad's share of all encounters by month, s = 2, γ = 1, level 2 and above")
            $0.put("n", bursts?.n ?? 0)
            $0.put("share", finite(bursts?.share))
            $0.put("undefined", bursts == nil ? "undefined: no covered months" : bursts?.undefined)
            $0.put("window", bursts?.window.map { WindowJSON($0) })
        }
    }

    private struct BurstJSON: JSONWritable {
        let all: BatchBursts
        let burst: BatchBursts.Burst
        let folded: FoldedEncounters

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("encounters", folded.all(all.keys(of: burst)))
                $0.put("level", burst.level)
                $0.put("weight", finite(burst.weight))
                $0.put("window", WindowJSON(burst.start.start...max(burst.start.start, burst.end.end)))
            }
        }
    }
}

struct IssuePositionsJSON: JSONWritable {
    let positions: IssuePositions

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("issue", positions.issue)
            $0.put("n", positions.n)
            $0.put("relation", positions.relation)
            $0.put("sides", positions.sides.map(SideJSON.init))
        }
    }

    private struct SideJSON: JSONWritable {
        let side: IssuePositions.Side

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("lean", finite(side.lean))
                $0.put("n", side.n)
                $0.put("party", side.party)
                $0.put("publishers", side.publishers)
                $0.put("statements", side.statements.map(StatementJSON.init))
                $0.put("undefined", side.lean == nil ? "undefined: took neither side" : nil)
            }
        }
    }

    private struct StatementJSON: JSONWritable {
        let statement: Statement

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("day", statement.day.iso)
                $0.put("document", statement.document)
                $0.put("publisher", statement.publisher.isEmpty ? nil : statement.publisher)
                $0.put("stance", statement.stance)
            }
        }
    }
}
