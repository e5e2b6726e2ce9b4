package import Analysis
package import Contract
package import Corroboration
import Diplomacy

/// What two parties have said, issue by issue.
package struct PositionsDossier: Sendable {
    package let dyad: Dyad
    package let issues: [IssuePositions]

    package init(dyad: Dyad, issues: [IssuePositions]) {
        self.dyad = dyad
        self.issues = issues
    }

    package func csv() -> Rows {
        (
            ["issue", "relation", "party", "stance", "day", "publisher", "document"],
            issues.flatMap { issue in
                issue.sides.flatMap { side in
                    side.statements.map { told in
                        [
                            issue.issue, issue.relation.rawValue, told.party, told.stance.rawValue, told.day.iso,
                            told.publisher, told.document,
                        ]
                    }
                }
            }
        )
    }
}

extension PositionsDossier: JSONWritable {
    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put("dyad", dyad.code)
            $0.put("issues", issues.map(IssueRow.init))
            $0.put("schema", "rapporteur.positions/1")
        }
    }

    private struct IssueRow: JSONWritable {
        let issue: IssuePositions

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("issue", issue.issue)
                $0.put("n", issue.n)
                $0.put("relation", issue.relation)
                $0.put("sides", issue.sides.map(SideRow.init))
            }
        }
    }

    private struct SideRow: JSONWritable {
        let side: IssuePositions.Side

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("documents", side.statements.map(\.document))
                $0.put("lean", side.lean)
                $0.put("n", side.n)
                $0.put("party", side.party)
                $0.put("publishers", side.publishers)
                $0.put("stances", StanceCounts(side: side))
            }
        }
    }

    private struct StanceCounts: JSONWritable {
        let side: IssuePositions.Side

        func write(to out: inout JSONOutput) {
            out.object { out in
                for stance in Stance.allCases.sorted(by: { $0.rawValue < $1.rawValue }) where side.count(stance) > 0 {
                    out.keyed(stance.rawValue, side.count(stance))
                }
            }
        }
    }
}
