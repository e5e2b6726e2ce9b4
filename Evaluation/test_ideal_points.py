"""Tests of the scorer of ideal points: what it compares, what it leaves out, and that a worse estimate scores worse."""
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import ideal_points

HERE = pathlib.Path(__file__).resolve().parent
CODES = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF"]
POINTS = [-2.0, -1.0, -0.5, 0.25, 1.0, 2.0]


def published(points=POINTS, half=0.2):
    return {1: {code: (point, point - half, point + half) for code, point in zip(CODES, points)}}


def ours(points, half=0.1):
    return {1: {code: (point, point - half, point + half) for code, point in zip(CODES, points)}}


class Score(unittest.TestCase):
    def test_any_line_of_the_truth_is_perfect(self):
        for scale, shift in ((1, 0), (3, -7), (-0.5, 2)):
            got = ideal_points.score(ours([scale * point + shift for point in POINTS]), published())
            self.assertEqual(got, {"median_r": 1, "least_r": 1, "least_session": 1, "within_band": 1, "sessions": 1,
                                   "country_sessions": 6, "overlap": 1})

    def test_a_displaced_country_falls_out_of_its_band(self):
        moved = POINTS[:3] + [2.5] + POINTS[4:]
        got = ideal_points.score(ours(moved), published())
        self.assertLess(got["median_r"], 1)
        self.assertLess(got["within_band"], 1)
        # bands so wide that nothing leaves them
        self.assertEqual(ideal_points.score(ours(moved), published(half=9))["within_band"], 1)

    def test_intervals_that_meet_the_band_without_their_middle(self):
        moved = POINTS[:3] + [0.9] + POINTS[4:]
        narrow = ideal_points.score(ours(moved, half=0.01), published(half=0.1))
        wide = ideal_points.score(ours(moved, half=2), published(half=0.1))
        self.assertEqual(narrow["within_band"], wide["within_band"])
        self.assertLess(narrow["overlap"], wide["overlap"])
        self.assertEqual(wide["overlap"], 1)

    def test_median_and_least_are_over_sessions(self):
        theirs, mine = {}, {}
        for session, last in ((1, 2.0), (2, 2.0), (3, -2.0)):
            theirs[session] = published()[1]
            mine[session] = ours(POINTS[:5] + [last])[1]
        got = ideal_points.score(mine, theirs)
        self.assertEqual((got["median_r"], got["sessions"], got["country_sessions"], got["least_session"]), (1, 3, 18, 3))
        self.assertLess(got["least_r"], 0.9)

    def test_only_what_both_hold(self):
        mine = ours(POINTS)
        mine[1]["ZZZ"] = (50.0, 49.0, 51.0)
        mine[2] = mine[1]
        theirs = published()
        theirs[3] = theirs[1]
        got = ideal_points.score(mine, theirs)
        self.assertEqual((got["sessions"], got["country_sessions"], got["median_r"]), (1, 6, 1))

    def test_small_and_flat_sessions_are_left_out(self):
        few = {1: dict(list(ours(POINTS)[1].items())[:4])}
        for mine in (few, ours([1.0] * 6), {}):
            got = ideal_points.score(mine, published())
            self.assertEqual((got["sessions"], got["median_r"], got["within_band"]), (0, None, None))


class Reading(unittest.TestCase):
    def test_ours(self):
        got = ideal_points.read_ours(io.StringIO("party,session,lower,position,upper,more\nUSA,71,1,2,3,x\n"))
        self.assertEqual(got, {71: {"USA": (2, 1, 3)}})

    def test_what_is_wrong_is_said(self):
        with self.assertRaisesRegex(ValueError, "none called upper"):
            ideal_points.read_ours(io.StringIO("session,party,position,lower\n"))
        with self.assertRaisesRegex(ValueError, "USA twice in 71"):
            ideal_points.read_ours(io.StringIO("session,party,position,lower,upper\n71,USA,1,0,2\n71,USA,1,0,2\n"))

    def test_published(self):
        head = "ccode,iso3c,year,idealpointall,q5all,q95all\n"
        rows = "2,USA,1946.0,1.5,1,2\n20,CAN,1946.0,,,\n955,,1946.0,1,0,2\n678,YAR,1980.0,1,0,2\n680,YAR,1980.0,2,1,3\n"
        got = ideal_points.read_published(io.StringIO(head + rows))
        self.assertEqual(got, {1: {"USA": (1.5, 1, 2)}, 35: {}})

    def test_the_program(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "published.csv")
            file.write_text("iso3c,year,idealpointall,q5all,q95all\n" + "".join(
                f"{code},1946.0,{point},{point - 1},{point + 1}\n" for code, point in zip(CODES, POINTS)))
            text = "session,party,position,lower,upper\n" + "".join(
                f"1,{code},{point},{point - 1},{point + 1}\n" for code, point in zip(CODES, POINTS))
            command = [sys.executable, HERE / "ideal_points.py", "--published", file]
            run = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
            self.assertEqual(json.loads(run.stdout)["median_r"], 1)
            failed = subprocess.run(command, input="a,b\n", capture_output=True, text=True)
            self.assertEqual(failed.returncode, 1)
            self.assertIn("expected the columns session", failed.stderr)

    @unittest.skipUnless(ideal_points.PUBLISHED.exists(), "needs ../shared/data/votes")
    def test_the_published_file(self):
        with open(ideal_points.PUBLISHED, newline="", encoding="utf-8") as lines:
            points = ideal_points.read_published(lines)
        # both Yemens stand under YAR until 1989; session 19 (1964) held one recorded vote
        self.assertNotIn("YAR", points[35])
        self.assertEqual(points[42]["USA"][0], 2.896557)
        self.assertNotIn(19, points)
        perfect = ideal_points.score(points, points)
        self.assertEqual((perfect["median_r"], perfect["within_band"]), (1, 1))


if __name__ == "__main__":
    unittest.main()
