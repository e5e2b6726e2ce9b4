"""Tests of the synthetic reports and of what scale.py makes of them."""
import collections
import datetime
import io
import json
import pathlib
import tempfile
import unittest

import scale
import synthetic
import synthetic_events
import synthetic_world as world
import synthetic_wordings as words

DATA = pathlib.Path(__file__).resolve().parent.parent / "Data"


def made(seed="1", encounters=1500, reports=7500, first=None):
    out, truth = io.StringIO(), io.StringIO()
    count = synthetic.write(synthetic.Generator(seed, encounters, reports, DATA), out, truth, first)
    return count, out.getvalue(), truth.getvalue()


class Synthetic(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.count, cls.out, cls.truth_text = made()
        cls.documents = [json.loads(line) for line in cls.out.splitlines()]
        facts = [json.loads(line) for line in cls.truth_text.splitlines()]
        cls.encounters = {f["encounter"]: f for f in facts if "report" not in f}
        cls.reports = [f for f in facts if "report" in f]

    def test_the_same_seed_gives_the_same_bytes_and_another_one_others(self):
        self.assertEqual(made()[1:], (self.out, self.truth_text))
        self.assertNotEqual(made("2")[1], self.out)

    def test_the_first_reports_are_the_head_of_all(self):
        count, out, truth = made(first=1000)
        self.assertEqual(count, 1000)
        self.assertEqual(out.splitlines(), self.out.splitlines()[:1000])
        self.assertTrue(self.truth_text.startswith(truth))

    def test_as_many_reports_and_encounters_as_were_asked_for(self):
        self.assertEqual((self.count, len(self.documents), len(self.reports)), (7500, 7500, 7500))
        self.assertEqual(len(self.encounters), 1500)

    def test_truth_stands_beside_each_report(self):
        versions = collections.Counter()
        for document, fact in zip(self.documents, self.reports):
            self.assertEqual(document["id"], fact["report"])
            versions[document["id"]] += 1
            self.assertEqual(fact["version"], versions[document["id"]])
            self.assertIn(fact["encounter"], self.encounters)
            self.assertTrue(fact["origin"].startswith(fact["encounter"] + "."))
            for name in fact["mentions"]:
                self.assertLess(self.encounters[name]["date"], self.encounters[fact["encounter"]]["date"])
        self.assertEqual(set(versions.values()), {1, 2})

    def test_every_encounter_has_one_to_forty_reports_with_a_heavy_tail(self):
        sizes = sorted(collections.Counter(f["encounter"] for f in self.reports).values())
        self.assertEqual(len(sizes), 1500)
        self.assertGreaterEqual(sizes[0], 1)
        self.assertLessEqual(sizes[-1], synthetic_events.LONGEST)
        self.assertLess(sizes[len(sizes) // 2], 5)
        self.assertGreater(sizes[-1], 25)

    def test_copies_are_verbatim(self):
        bodies = collections.defaultdict(list)
        for document, fact in zip(self.documents, self.reports):
            bodies[fact["origin"]].append((fact["style"], document["title"], document["text"].rpartition(") -- ")[2]))
        copies = 0
        for group in bodies.values():
            originals = [(title, text) for style, title, text in group if style in ("independent", "correction")]
            for style, title, text in group:
                if style == "copy":
                    copies += 1
                    self.assertTrue(any(text in other for _, other in originals), text)
        self.assertGreater(copies, 500)
        styles = collections.Counter(f["style"] for f in self.reports)
        self.assertEqual(set(styles), {"independent", "copy", "rewrite", "credit", "correction"})

    def test_a_clean_report_names_the_city_and_an_erroneous_one_another(self):
        wrong = 0
        for document, fact in zip(self.documents, self.reports):
            encounter = self.encounters[fact["encounter"]]
            told = {e["field"]: e["value"] for e in fact["errors"]}
            place = told.get("place", encounter["place"])
            if place and encounter["kind"] != "call":
                self.assertIn(place, document["text"])
            if "place" in told:
                wrong += 1
                self.assertNotEqual(place, encounter["place"])
        self.assertGreater(wrong, 10)

    def test_announcements_come_before_the_day_and_news_not(self):
        for document, fact in zip(self.documents, self.reports):
            published, day = document["published"][:10], self.encounters[fact["encounter"]]["date"]
            if fact["stage"] == "announced":
                self.assertLess(published, day)
            elif fact["stage"] == "held":
                self.assertGreaterEqual(published, day)

    def test_reports_arrive_nearly_in_the_order_of_publication(self):
        seen = datetime.date.min
        for document, fact in zip(self.documents, self.reports):
            day = datetime.date.fromisoformat(document["published"][:10])
            if fact["version"] == 1:
                self.assertLessEqual((seen - day).days, 2)
                seen = max(seen, day)

    def test_errors_come_at_the_rate_of_the_kind_of_publisher(self):
        totals, wrong = collections.Counter(), collections.Counter()
        _, out, truth = made("3", 12000, 36000)
        facts = [f for f in map(json.loads, truth.splitlines()) if "report" in f]
        for document, fact in zip(map(json.loads, out.splitlines()), facts):
            if fact["style"] in ("independent", "credit") and fact["version"] == 1:
                totals[document["source"]["kind"]] += 1
                wrong[document["source"]["kind"]] += bool(fact["errors"])
        for kind in ("newspaper", "broadcaster", "aggregator", "blog"):
            rate = wrong[kind] / totals[kind]
            self.assertGreater(rate, world.ERROR_RATES[kind] * 0.5, kind)
            self.assertLess(rate, world.ERROR_RATES[kind] * 1.5, kind)
        self.assertLess(wrong["official"] / totals["official"], wrong["blog"] / totals["blog"])

    def test_some_dyads_meet_often_and_most_seldom(self):
        dice = world.dice_of("1", "x")
        dyads = world.Dyads(dice)
        met = collections.Counter(dyads.draw(dice) for _ in range(200_000))
        self.assertGreater(max(met.values()), 52 * 30)
        self.assertLess(sorted(met.values())[len(met) // 2], 60)

    def test_holders_are_those_of_the_lexicon(self):
        persons = world.Persons(DATA)
        day = datetime.date(2015, 3, 9).toordinal()
        self.assertEqual(persons.holder("RUS", "foreign-minister", day), ("Sergei Lavrov", True))
        name, known = persons.holder("RUS", "no-such-office", day)
        self.assertFalse(known)
        self.assertEqual(persons.holder("RUS", "no-such-office", day + 1)[0], name)

    def test_what_cannot_be_is_refused(self):
        for encounters, reports in ((10, 9), (10, 401)):
            with self.assertRaises(ValueError):
                synthetic.Generator("1", encounters, reports, DATA)

    def test_shuffling_keeps_the_lines_and_the_order_of_versions(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "ordered"
            path.write_text(self.out, encoding="utf-8")
            out = io.BytesIO()
            synthetic.shuffle(path, out, "7")
            shuffled = out.getvalue().decode().splitlines()
        ordered = self.out.splitlines()
        self.assertNotEqual(shuffled, ordered)
        self.assertEqual(sorted(shuffled), sorted(ordered))
        twice = [n for n, c in collections.Counter(d["id"] for d in self.documents).items() if c == 2]
        for name in twice:
            mark = f'"id":"{name}"'
            self.assertEqual([l for l in shuffled if mark in l], [l for l in ordered if mark in l])

    def test_every_wording_can_be_filled(self):
        kinds = set(words.TITLES)
        self.assertEqual(kinds, set(words.LEADS))
        self.assertEqual(kinds, set(words.WILL))
        self.assertNotIn("%(", self.out)
        self.assertNotIn("None", "".join(d["title"] + d["text"] for d in self.documents))


def line(**fact):
    return json.dumps(fact)


class Scores(unittest.TestCase):
    def setUp(self):
        reports = [("a", "t1", 1, []), ("b", "t1", 2, [{"field": "date", "value": "2015-03-01"}]), ("c", "t1", 1, []),
                   ("d", "t2", 3, [])]
        self.truth = scale.Truth(
            [line(encounter=t, date=f"2015-03-0{i}", country="RUS", status="held") for t, i in (("t1", 2), ("t2", 3))]
            + [line(report=r, version=1, encounter=t, origin=f"{t}.{o}", stage="held", errors=e) for r, t, o, e in reports])

    def found(self, groups, disputes=()):
        return scale.Found([
            line(id=f"e{i}", date={"start": "2015-03-02"}, place={"country": "RUS"}, status="held", disputes=list(disputes),
                 reports=[{"document": d, "principal": True, "reported": True} for d in group])
            for i, group in enumerate(groups)])

    def test_right_clusters_score_one(self):
        got = scale.clusters(self.truth, self.found(["abc", "d"]))
        self.assertEqual((got["pairs"]["f1"], got["b3"]["f1"]), (1, 1))

    def test_a_split_costs_recall_and_a_merge_precision(self):
        split = scale.clusters(self.truth, self.found(["ab", "c", "d"]))
        self.assertEqual((split["pairs"]["precision"], split["pairs"]["recall"]), (1, 1 / 3))
        merged = scale.clusters(self.truth, self.found(["abcd"]))
        self.assertEqual((merged["pairs"]["precision"], merged["pairs"]["recall"]), (1 / 2, 1))
        self.assertEqual(merged["b3"]["precision"], (3 * 3 / 4 + 1 / 4) / 4)

    def test_a_report_without_an_encounter_stands_alone(self):
        self.assertEqual(scale.clusters(self.truth, self.found(["ab", "d"]))["pairs"]["recall"], 1 / 3)

    def test_fields_and_disputes(self):
        values = [{"documents": ["a", "c"]}, {"documents": ["b"]}]
        got = scale.fields(self.truth, self.found(["abc", "d"], [{"field": "date", "values": values}]))
        self.assertEqual((got["date"], got["status"], got["told"]), (1 / 2, 1, 1))
        other = scale.fields(self.truth, self.found(["abc", "d"], [{"field": "place", "values": values}]))
        self.assertEqual((other["told"], other["false"]), (0, 100))

    def test_an_error_that_nobody_speaks_against_is_not_asked_for(self):
        alone = scale.Truth([
            line(encounter="t1", date="2015-03-02", country="RUS", status="held"),
            line(report="b", version=1, encounter="t1", origin="t1.1", stage="held", errors=[{"field": "date", "value": "x"}])])
        self.assertEqual(list(alone.comparable_errors()), [])
        self.assertEqual(list(self.truth.comparable_errors()), [("b", "date")])

    def test_the_last_version_counts(self):
        self.truth = scale.Truth([
            line(encounter="t1", date="2015-03-02", country="RUS", status="held"),
            line(report="a", version=2, encounter="t1", origin="t1.1", stage="held", errors=[]),
            line(report="a", version=1, encounter="t1", origin="t1.1", stage="held", errors=[{"field": "date", "value": "x"}])])
        self.assertEqual(self.truth.reports["a"]["errors"], {})

    def test_goals(self):
        result = {"ratio": 12.5, "whole": {"rate": 1500, "megabytes": 999, "reports": 1000}, "latency": None}
        self.assertEqual([met for _, _, _, met in scale.goals(result, 100)], [False, True, True])
        self.assertEqual(len(list(scale.goals(result, 50))), 2)


if __name__ == "__main__":
    unittest.main()
