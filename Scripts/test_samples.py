"""Tests of the samples: documents of the contract, without their truth, as the script writes them."""
import json
import pathlib
import unittest

import demo
import samples

ROOT = samples.ROOT
REPORTS = ROOT.parent / "shared" / "data" / "cases" / "reports.jsonl"


class Samples(unittest.TestCase):
    def documents(self, case):
        return [json.loads(line) for line in (ROOT / "Samples" / f"{case}.jsonl").read_text(encoding="utf-8").splitlines()]

    def test_documents_hold_what_was_published_and_nothing_else(self):
        for case in ("c01", "c02"):
            documents = self.documents(case)
            self.assertEqual(len(documents), 6)
            for document in documents:
                self.assertLessEqual(set(document), set(samples.KEYS))
                self.assertTrue(document["text"] and document["id"] and document["url"])
                self.assertNotIn(None, document.values())

    def test_the_demonstration_finds_its_two_reports(self):
        documents = {d["id"]: d["text"] for d in self.documents("c01")}
        self.assertIn("in Beijing", documents[demo.ONE])
        self.assertIn("Russian capital", documents[demo.OTHER])

    @unittest.skipUnless(REPORTS.exists(), "skipped: ../shared is absent")
    def test_they_are_the_cases_as_they_stand(self):
        reports = [json.loads(line) for line in REPORTS.read_text(encoding="utf-8").splitlines()]
        for case in ("c01", "c02"):
            self.assertEqual([samples.document(r) for r in reports if r["case"] == case], self.documents(case))


class Demo(unittest.TestCase):
    def test_silence_is_no_difference(self):
        one = {"place": {"name": "Beijing", "country": "CHN"}, "date": {"start": "2026-02-01"}, "status": "held"}
        other = {"place": {"name": "Moscow", "country": "RUS"}, "date": None, "status": "held"}
        self.assertEqual(demo.differences(one, other), [("place", "Beijing, CHN", "Moscow, RUS")])
        self.assertEqual(demo.differences(one, {}), [])


if __name__ == "__main__":
    unittest.main()
