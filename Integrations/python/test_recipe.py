#!/usr/bin/env python3
"""Runs the recipe on the samples.   usage: test_recipe.py [--binary PROGRAM]"""
import os
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

import duckdb

import recipe

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BINARY = os.path.join(ROOT, ".build", "release", "rapporteur")


class Recipe(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = folder.name
        register = cls.path("r.db")
        subprocess.run([BINARY, "add", "--register", register, os.path.join(ROOT, "Samples")], check=True,
                       stderr=subprocess.DEVNULL)
        for kind in ("encounters", "claims"):
            with open(cls.path(kind + ".csv"), "wb") as file:
                subprocess.run([BINARY, "export", kind, "--register", register, "--format", "csv"], check=True, stdout=file)

    @classmethod
    def path(cls, name):
        return os.path.join(cls.folder, name)

    def test_the_places_of_the_first_sample_are_those_of_its_description(self):
        # Samples/README.md: "three reports place it in Beijing, two in China, one in Moscow"
        frame = recipe.encounters(self.path("encounters.csv"))
        encounter = frame[frame.date_start == "2026-02-01"].id.item()
        found = recipe.places(self.path("claims.csv"), encounter)
        self.assertEqual(list(found.itertuples(index=False, name=None)), [("Beijing", 3), ("CHN", 2), ("Moscow", 1)])

    def test_a_dyad_has_the_two_encounters_of_the_samples(self):
        mine = recipe.dyad(recipe.encounters(self.path("encounters.csv")), "RUS", "CHN")
        self.assertEqual(sorted(mine.month.dropna()), ["2025-12", "2026-02"])
        self.assertEqual(list(recipe.by_year(mine).sum(axis=1).items()), [("2025", 1), ("2026", 1)])
        self.assertEqual(len(recipe.dyad(recipe.encounters(self.path("encounters.csv")), "CHN", "NOR")), 0)

    def test_the_picture_is_the_same_every_time(self):
        mine = recipe.dyad(recipe.encounters(self.path("encounters.csv")), "CHN", "RUS")
        pictures = []
        for name in ("a.svg", "b.svg"):
            recipe.draw(mine, "CHN and RUS", self.path(name))
            with open(self.path(name), "rb") as file:
                pictures.append(file.read())
        self.assertEqual(pictures[0], pictures[1])
        self.assertEqual(xml.etree.ElementTree.fromstring(pictures[0]).tag, "{http://www.w3.org/2000/svg}svg")

    def test_parquet_is_read_as_the_job_for_spark_writes_it(self):
        os.makedirs(self.path("parquet"), exist_ok=True)
        duckdb.sql(
            f"COPY (SELECT id, kind, status, date_start, string_split(parties, '; ') AS parties, CAST(reports AS INTEGER) AS reports "
            f"FROM read_csv('{self.path('encounters.csv')}', all_varchar = true)) TO '{self.path('parquet')}/part-0.parquet'")
        one = recipe.by_year(recipe.dyad(recipe.encounters(self.path("parquet")), "CHN", "RUS"))
        other = recipe.by_year(recipe.dyad(recipe.encounters(self.path("encounters.csv")), "CHN", "RUS"))
        self.assertTrue(one.equals(other))


if __name__ == "__main__":
    if "--binary" in sys.argv:
        place = sys.argv.index("--binary")
        BINARY = os.path.abspath(sys.argv[place + 1])
        del sys.argv[place:place + 2]
    unittest.main()
