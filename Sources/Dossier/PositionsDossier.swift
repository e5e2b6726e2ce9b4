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
            $0.put("issues", issues.map(IssuePositionsJSON.init))
            $0.put("schema", "rapporteur.positions/1")
        }
    }
}
