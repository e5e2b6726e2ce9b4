package import Contract
import Analysis
import Corroboration
import Diplomacy
import Register

/// What is expected of a dyad as JSON (`rapporteur.outlook/1`).
extension OutlookDossier: JSONWritable {
    package static let schema = "rapporteur.outlook/1"

    package func write(to out: inout JSONOutput) {
        out.object {
            $0.put(
                "announced",
                announced.map {
                    AnnouncedJSON(
                        encounter: $0.brief.id, date: $0.brief.date, status: $0.brief.status, told: $0.foretold)
                })
            $0.put("as_of", asOf.iso)
            $0.put("best", best?.forecaster)
            $0.put("dyad", dyad.code)
            $0.put("forecasts", Forecaster.allCases.map { ForecastJSON(forecaster: $0, dossier: self) })
            $0.put("history", HistoryJSON(history: history, asOf: asOf))
            $0.put("kinds", kinds.map { PartJSON(kind: $0.kind, level: nil, outlook: $0.outlook) })
            $0.put("levels", levels.map { PartJSON(kind: nil, level: $0.level, outlook: $0.outlook) })
            $0.put("schema", Self.schema)
            $0.put("undefined", undefined)
            $0.put("waits", WaitsJSON(dossier: self))
        }
    }

    /// Why a forecaster has no outlook; `nil` where it has.
    func undefined(_ forecaster: Forecaster) -> String? {
        if forecasts.contains(where: { $0.forecaster == forecaster }) { return nil }
        if let uncoveredSince { return "undefined: no source covers the two after \(uncoveredSince.iso)" }
        if history.began > asOf { return "undefined: the sources began after \(asOf.iso)" }
        return switch forecaster {
        case .kaplanMeier, .weibull, .logNormal:
            "undefined: fewer than \(WaitingFit.leastEnds) waits, or a law that does not settle"
        case .cadence: "undefined: no dialogue of \(StandingDialogue.fewestRounds) rounds"
        case .announced: "undefined: nothing announced"
        case .pooled, .combined: "undefined: the common model of all dyads was not fitted for \(asOf.iso)"
        case .climatology, .lastInterval, .recentRate, .decadeRate: "undefined: nothing to go by"
        }
    }
}

private struct AnnouncedJSON: JSONWritable {
    let encounter: String
    let date: PartialDate?
    let status: Status
    let told: Day?

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("date", date)
            $0.put("encounter", encounter)
            $0.put("status", status)
            $0.put("told", told?.iso)
        }
    }
}

private struct HistoryJSON: JSONWritable {
    let history: ContactHistory
    let asOf: Day

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("began", history.began.iso)
            $0.put("days", history.days.map(\.iso))
            $0.put("n", history.days.count)
            $0.put("window", history.began <= asOf ? WindowJSON(history.began...asOf) : nil)
        }
    }
}

/// Chances and expected counts within each of the horizons.
private struct HorizonsJSON: JSONWritable {
    let outlook: Outlook

    func write(to out: inout JSONOutput) {
        out.array(Outlook.horizons.map { HorizonJSON(outlook: outlook, days: $0) })
    }

    private struct HorizonJSON: JSONWritable {
        let outlook: Outlook
        let days: Int

        func write(to out: inout JSONOutput) {
            let count = outlook.count(within: days)
            out.object {
                $0.put("count_interval", count.map { [$0.quantile(0.05), $0.quantile(0.95)] })
                $0.put("days", days)
                $0.put("expected", finite(count?.mean))
                $0.put("probability", finite(outlook.chance(within: days)))
            }
        }
    }
}

private struct ForecastJSON: JSONWritable {
    let forecaster: Forecaster
    let dossier: OutlookDossier

    func write(to out: inout JSONOutput) {
        let outlook = dossier.forecasts.first { $0.forecaster == forecaster }
        out.object {
            $0.put("forecaster", forecaster)
            $0.put("formula", forecaster.statement)
            $0.put("horizons", outlook.map { HorizonsJSON(outlook: $0) })
            $0.put("last", outlook?.last?.iso)
            $0.put("n", outlook?.contacts ?? 0)
            $0.put("rests_on", outlook == nil ? nil : "history")
            $0.put("undefined", dossier.undefined(forecaster))
            $0.put("version", forecaster.version)
        }
    }
}

/// The outlook of the contacts of one level or kind.
private struct PartJSON: JSONWritable {
    let kind: EncounterKind?
    let level: Level?
    let outlook: Outlook

    func write(to out: inout JSONOutput) {
        out.object {
            $0.put("forecaster", outlook.forecaster)
            $0.put("formula", outlook.forecaster.statement)
            $0.put("horizons", HorizonsJSON(outlook: outlook))
            $0.put("kind", kind)
            $0.put("last", outlook.last?.iso)
            $0.put("level", level)
            $0.put("n", outlook.contacts)
        }
    }
}

/// How the dyad's waits ended.
private struct WaitsJSON: JSONWritable {
    let dossier: OutlookDossier

    func write(to out: inout JSONOutput) {
        let curve = dossier.survival
        out.object {
            $0.put("ended", curve?.ends ?? 0)
            $0.put("formula", "Kaplan and Meier with Greenwood's 90 % interval, the present silence cut at as_of")
            $0.put("log_normal", LawJSON(fit: dossier.logNormal))
            $0.put("n", curve?.waits ?? 0)
            $0.put("steps", curve?.steps.map(StepJSON.init))
            $0.put("undefined", curve == nil ? "undefined: no contacts" : nil)
            $0.put("unit", "days")
            $0.put("watched", finite(curve?.watched))
            $0.put("weibull", LawJSON(fit: dossier.weibull))
        }
    }

    private struct StepJSON: JSONWritable {
        let step: SurvivalCurve.Step

        func write(to out: inout JSONOutput) {
            out.object {
                $0.put("at_risk", step.atRisk)
                $0.put("days", finite(step.time))
                $0.put("ends", step.ends)
                $0.put("interval", step.interval.flatMap { IntervalJSON($0) })
                $0.put("survival", finite(step.survival))
            }
        }
    }

    private struct LawJSON: JSONWritable {
        let fit: WaitingFit?

        func write(to out: inout JSONOutput) {
            out.object {
                guard let fit else {
                    $0.put(
                        "undefined",
                        "undefined: fewer than \(WaitingFit.leastEnds) different waits ended, or no greatest likelihood"
                    )
                    return
                }
                $0.put("akaike", finite(fit.akaike))
                var (shape, scale, mean, deviation): (Double?, Double?, Double?, Double?)
                switch fit.law {
                case .weibull(let a, let b): (shape, scale) = (a, b)
                case .logNormal(let a, let b): (mean, deviation) = (a, b)
                }
                $0.put("log_deviation", finite(deviation))
                $0.put("log_likelihood", finite(fit.logLikelihood))
                $0.put("log_mean", finite(mean))
                $0.put("n", fit.waits)
                $0.put("scale", finite(scale))
                $0.put("shape", finite(shape))
            }
        }
    }
}
