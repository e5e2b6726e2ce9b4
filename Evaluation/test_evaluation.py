"""Tests of the scorers: what they count, what they leave out, and that a floor cannot fall unseen."""
import contextlib
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

import article
import evaluate
import score_raw
import score_reports

HERE = pathlib.Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"

CLAIMS = {
    "kind": "talks", "medium": "in-person", "status": "held", "date": {"start": "2026-02-01", "end": "2026-02-01"},
    "place": {"city": "Beijing", "country": "CHN"}, "issues": ["arms-control", "energy"], "outcome": {"kind": "not-stated"},
    "participants": [{"person": "Wang Yi", "party": "CHN"}, {"person": "Sergey Shoygu", "party": "RUS"}]}
RIGHT = {
    "principal": True, "kind": "talks", "medium": "in-person", "status": "held", "date": {"start": "2026-02-01"},
    "place": {"name": "Beijing", "country": "CHN"}, "issues": [{"code": "arms-control"}, {"code": "energy"}, {"code": "food-security"}],
    "outcome": {"kind": "not-stated"},
    "participants": [{"person": "Wang Yi", "party": "CHN"}, {"person": "Sergey Shoigu", "party": "RUS"}]}


class Reports(unittest.TestCase):
    def test_all_right(self):
        got = score_reports.judge(CLAIMS, RIGHT)
        self.assertEqual(set(got), {*score_reports.EXACT, *score_reports.MEANS})
        self.assertTrue(all(value == 1 for value in got.values()), got)

    def test_no_encounter_is_wrong_in_every_field(self):
        self.assertEqual(sum(score_reports.judge(CLAIMS, None).values()), 0)

    def test_silence_is_left_out(self):
        silent = {"status": "held", "medium": "unknown", "date": None, "place": {"city": None, "country": None}, "issues": [],
                  "participants": [{"person": None, "party": "CHN"}], "outcome": None, "kind": None}
        self.assertEqual(set(score_reports.judge(silent, RIGHT)), {"found", "status", "parties"})

    def test_each_field_fails_alone(self):
        wrong = {"status": "announced", "medium": "phone", "kind": "meeting", "date": {"start": "2026-02-02"},
                 "place": {"country": "RUS"}, "outcome": {"kind": "none-reported"}}
        names = {"place": "country"}
        for key, value in wrong.items():
            got = score_reports.judge(CLAIMS, {**RIGHT, key: value})
            self.assertEqual([f for f, v in got.items() if v != 1], [names.get(key, key)])

    def test_a_party_too_many_is_wrong(self):
        more = {**RIGHT, "participants": RIGHT["participants"] + [{"party": "JPN"}]}
        self.assertFalse(score_reports.judge(CLAIMS, more)["parties"])

    def test_persons(self):
        two = CLAIMS["participants"]
        self.assertEqual(score_reports.persons_f1(two, [{"person": "Wang Yi"}]), 2 / 3)
        self.assertEqual(score_reports.persons_f1(two, []), 0)
        self.assertIsNone(score_reports.persons_f1([{"party": "CHN"}], two))
        self.assertEqual(score_reports.persons_f1([{"person": "Recep Tayyip Erdoğan"}], [{"person": "Erdogan"}]), 1)

    def test_issues_are_a_jaccard_of_the_known_codes(self):
        got = score_reports.judge(CLAIMS, {**RIGHT, "issues": [{"code": "arms-control"}, {"code": "terrorism"}]})
        self.assertAlmostEqual(got["issues"], 1 / 3)

    def test_the_principal_else_the_first(self):
        self.assertEqual(score_reports.principal({"encounters": [{"id": "e1"}, {"id": "e2", "principal": True}]})["id"], "e2")
        self.assertEqual(score_reports.principal({"encounters": [{"id": "e1"}, {"id": "e2"}]})["id"], "e1")
        self.assertIsNone(score_reports.principal({"encounters": []}))

    def test_claims_are_never_passed_on(self):
        report = {"id": "r", "case": "c", "text": "t", "published": None, "claims": CLAIMS, "source": {"name": "n"}}
        self.assertEqual(score_reports.document(report), {"id": "r", "text": "t", "source": {"name": "n"}})

    def test_the_command_reads_and_prints_one_object(self):
        echo = "import sys,json\nfor l in sys.stdin: print(json.dumps({'id': json.loads(l)['id'], 'encounters': [%r]}))" % RIGHT
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "cases").mkdir()
            (folder / "echo.py").write_text(echo)
            rows = [{"id": "a", "language": "en", "text": "t", "claims": CLAIMS}, {"id": "b", "language": "fr", "text": "t", "claims": CLAIMS}]
            (folder / "cases" / "reports.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
            run = subprocess.run([sys.executable, HERE / "score_reports.py", "--json", "--data", folder, "--command",
                                  f"{sys.executable} {folder / 'echo.py'}"], capture_output=True, text=True, check=True)
        figures = json.loads(run.stdout)
        self.assertEqual((figures["documents"], figures["status"], figures["issues"]), (1, 1.0, 1.0))


class Floors(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name) / "project"
        (self.root.parent / "shared").mkdir(parents=True)
        self.root.mkdir()
        self.corpus = self.root.parent / "shared" / "corpus.txt"
        self.corpus.write_text("one")
        self.figures({"whole": 0.8, "alarms": 0.1})
        self.floors = {"measurements": [{
            "name": "m", "command": f"{sys.executable} measure.py", "corpus": ["../shared/corpus.txt"], "digest": None,
            "metrics": {"whole": {"floor": None, "goal": 0.85}, "alarms": {"floor": None, "goal": 0.02, "better": "lower"}}}],
            "history": []}
        self.save()

    def tearDown(self):
        self.folder.cleanup()

    def figures(self, figures):
        (self.root / "measure.py").write_text(f"print({json.dumps(json.dumps(figures))})\n")

    def save(self):
        (self.root / "Floors.json").write_text(json.dumps(self.floors))

    def run_evaluate(self, *arguments):
        """The exit status and the output; Floors.json is read again."""
        out = io.StringIO()
        with mock.patch.object(sys, "argv", ["evaluate.py", "--root", str(self.root), *arguments]), contextlib.redirect_stdout(out):
            status = evaluate.main()
        self.floors = json.loads((self.root / "Floors.json").read_text())
        return status, out.getvalue()

    def floor(self, name):
        return self.floors["measurements"][0]["metrics"][name]["floor"]

    def test_without_floors_nothing_fails(self):
        self.assertEqual(self.run_evaluate("--check")[0], 0)

    def test_pin_takes_what_is_measured_and_the_corpus(self):
        self.assertEqual(self.run_evaluate("--pin")[0], 0)
        self.assertEqual((self.floor("whole"), self.floor("alarms")), (0.8, 0.1))
        self.assertEqual(len(self.floors["measurements"][0]["digest"]), 64)
        self.assertEqual(self.floors["history"][0]["changes"]["m.whole"], [None, 0.8])
        self.assertEqual(self.run_evaluate("--check")[0], 0)

    def test_a_figure_below_its_floor_fails(self):
        self.run_evaluate("--pin")
        self.figures({"whole": 0.79, "alarms": 0.1})
        status, out = self.run_evaluate("--check")
        self.assertEqual(status, 1)
        self.assertIn("m.whole: expected at least 0.8, found 0.79", out)

    def test_where_lower_is_better_a_rise_fails(self):
        self.run_evaluate("--pin")
        self.figures({"whole": 0.8, "alarms": 0.11})
        status, out = self.run_evaluate("--check")
        self.assertEqual(status, 1)
        self.assertIn("m.alarms: expected at most 0.1, found 0.11", out)

    def test_a_missing_figure_fails(self):
        self.run_evaluate("--pin")
        self.figures({"alarms": 0.1})
        self.assertEqual(self.run_evaluate("--check")[0], 1)

    def test_floors_rise_without_a_reason_and_do_not_fall(self):
        self.run_evaluate("--pin")
        self.figures({"whole": 0.9, "alarms": 0.05})
        self.assertEqual(self.run_evaluate("--pin")[0], 0)
        self.assertEqual((self.floor("whole"), self.floor("alarms")), (0.9, 0.05))
        self.figures({"whole": 0.7, "alarms": 0.01})
        status, out = self.run_evaluate("--pin")
        self.assertEqual(status, 1)
        self.assertIn("refused: m.whole", out)
        self.assertEqual((self.floor("whole"), self.floor("alarms")), (0.9, 0.05))

    def test_lowering_is_written_into_the_history(self):
        self.run_evaluate("--pin")
        self.figures({"whole": 0.7, "alarms": 0.1})
        self.assertEqual(self.run_evaluate("--pin", "--lower", "the truth was mended")[0], 0)
        self.assertEqual(self.floor("whole"), 0.7)
        entry = self.floors["history"][-1]
        self.assertEqual((entry["reason"], entry["changes"]), ("the truth was mended", {"m.whole": [0.8, 0.7]}))

    def test_a_floor_lowered_by_hand_fails(self):
        self.run_evaluate("--pin")
        self.floors["measurements"][0]["metrics"]["whole"]["floor"] = 0.1
        self.save()
        status, out = self.run_evaluate("--check")
        self.assertEqual(status, 1)
        self.assertIn("expected the floor 0.8 of the history, found 0.1", out)

    def test_another_corpus_fails_until_it_is_pinned(self):
        self.run_evaluate("--pin")
        self.corpus.write_text("two")
        self.assertEqual(self.run_evaluate("--check")[0], 1)
        self.run_evaluate("--pin")
        self.assertIn("m", self.floors["history"][-1]["corpora"])
        self.assertEqual(self.run_evaluate("--check")[0], 0)

    def test_a_figure_may_stand_deeper(self):
        self.floors["measurements"][0]["metrics"] = {"all": {"floor": None, "goal": None, "path": ["figures", "all"]}}
        self.save()
        self.figures({"figures": {"all": 0.5}})
        self.run_evaluate("--pin")
        self.assertEqual(self.floor("all"), 0.5)
        self.figures({"figures": {}})
        self.assertEqual(self.run_evaluate("--check")[0], 1)

    def test_a_command_without_figures_fails(self):
        (self.root / "measure.py").write_text("raise SystemExit('no')\n")
        self.assertEqual(self.run_evaluate("--check")[0], 1)

    def test_a_scorer_that_is_not_there_fails_only_once_it_is_pinned(self):
        (self.root / "measure.py").rename(self.root / "kept.py")
        status, out = self.run_evaluate("--check")
        self.assertEqual(status, 0)
        self.assertIn("skipped: measure.py is not there", out)
        (self.root / "kept.py").rename(self.root / "measure.py")
        self.run_evaluate("--pin")
        (self.root / "measure.py").unlink()
        self.assertEqual(self.run_evaluate("--check")[0], 1)

    def test_without_shared_it_says_skipped(self):
        self.corpus.unlink()
        self.corpus.parent.rmdir()
        self.assertEqual(self.run_evaluate("--check"), (0, "skipped: ../shared is absent\n"))

    def test_the_projects_own_floors_agree_with_their_history(self):
        floors = json.loads((HERE.parent / "Floors.json").read_text(encoding="utf-8"))
        self.assertEqual(evaluate.history_findings(floors), [])
        names = [m["name"] for m in floors["measurements"]]
        self.assertEqual(len(names), len(set(names)))


class Article(unittest.TestCase):
    TEXT = "Talks\n\nThey met. While no formal agreements were announced, officials spoke."

    def record(self):
        return {
            "document": {"title": "Talks", "characters": 75},
            "encounters": [{
                "id": "e1", "principal": True, "status": "held", "medium": "in-person", "date": {"start": "2026-02-01", "end": "2026-02-01"},
                "place": {"name": "Moscow", "country": "RUS"}, "issues": [{"code": c, "span": [0, 5]} for c in article.ISSUES],
                "participants": [
                    {"person": "Sergei Shoigu", "party": "RUS", "offices": [{"title": "Secretary of the Security Council", "basis": "lexicon"}]},
                    {"person": "Wang Yi", "party": "CHN", "offices": []}],
                "outcome": {"kind": "none-reported", "text": "no formal agreements", "span": [22, 42]}, "evidence": []}],
            "quotations": [{"text": "Dialogue remains", "speaker": {"grade": "unnamed-official"}}]}

    def failed(self, record):
        return [s for s, holds, _ in article.checks(record, article.spanned(record, self.TEXT)) if not holds]

    def test_a_right_record_passes(self):
        self.assertEqual(self.failed(self.record()), [])

    def test_an_empty_record_fails_nearly_everywhere(self):
        self.assertGreater(len(self.failed({"encounters": [], "quotations": []})), 14)

    def test_another_encounter_fails(self):
        record = self.record()
        record["encounters"].append({"id": "e2", "principal": False})
        self.assertEqual(self.failed(record), ["no other encounter"])

    def test_a_span_past_the_end_fails(self):
        record = self.record()
        record["encounters"][0]["issues"][0]["span"] = [70, 76]
        self.assertEqual(self.failed(record), ["every span within the text"])

    @unittest.skipUnless(SHARED.is_dir(), "skipped: ../shared is absent")
    def test_the_article_is_there(self):
        self.assertIn(article.OUTCOME, (SHARED / "data/articles/moscow-talks.txt").read_text(encoding="utf-8"))


class RawTextTests(unittest.TestCase):
    FILE = (
        "# newdoc\n# text = They didn't.\n1\tThey\t_\tPRON\t_\t_\t3\tnsubj\t_\t_\n2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
        "2\tdid\t_\tAUX\t_\t_\t0\troot\t_\t_\n3\tn't\t_\tPART\t_\t_\t2\tadvmod\t_\t_\n4\t.\t_\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n"
        "# newpar\n1\tYes\t_\tINTJ\t_\t_\t0\troot\t_\t_\n\n")

    def test_text_and_positions(self):
        [(document, text)] = score_raw.read(self.FILE.splitlines(True))
        self.assertEqual(text, "They didn't. \n\nYes ")
        self.assertEqual(document.tokens, {(0, 4), (4, 10), (10, 11), (11, 14)})
        self.assertEqual(document.sentences, {(0, 11), (11, 14)})
        self.assertEqual(sorted(document.words), [(0, 4), (4, 7), (7, 10), (10, 11), (11, 14)])
        self.assertEqual(document.words[(0, 4)], ("PRON", (7, 10), "nsubj"))
        self.assertEqual(document.words[(4, 7)], ("AUX", None, "root"))

    def test_f1(self):
        self.assertEqual(score_raw.f1(3, 4, 4), 0.75)
        self.assertEqual(score_raw.f1(0, 0, 0), 0.0)


if __name__ == "__main__":
    unittest.main()
