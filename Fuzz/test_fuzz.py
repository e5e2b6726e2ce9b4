"""Tests of the fuzzer's own scripts; the program is not built. Run: cd Fuzz && python3 -m unittest -q"""
import pathlib
import re
import tempfile
import unittest

import fuzz
import growth
import seeds

HERE = pathlib.Path(__file__).resolve().parent


class Seeds(unittest.TestCase):
    def test_every_target_has_some_dozen_short_ones(self):
        for target, longest in fuzz.LONGEST.items():
            with self.subTest(target), tempfile.TemporaryDirectory() as folder:
                folder = pathlib.Path(folder) / "seeds"
                own, shared = seeds.write(folder, target, pathlib.Path("/nowhere"), longest)
                written = [path.read_bytes() for path in folder.iterdir()]
                self.assertEqual((len(written), shared), (own, 0))
                self.assertGreaterEqual(len(set(written)), 24)
                self.assertLessEqual(max(map(len, written)), longest)

    def test_writing_again_leaves_no_old_ones(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder) / "seeds"
            folder.mkdir()
            (folder / "old").write_bytes(b"x")
            seeds.write(folder, "date", pathlib.Path("/nowhere"), 240)
            self.assertFalse((folder / "old").exists())

    def test_shared_data_is_taken_up_to_a_length(self):
        with tempfile.TemporaryDirectory() as folder:
            data = pathlib.Path(folder) / "data"
            (data / "warc").mkdir(parents=True)
            (data / "warc" / "a.warc").write_bytes(b"x" * 10)
            (data / "warc" / "b.warc").write_bytes(b"x" * 11)
            self.assertEqual(seeds.write(pathlib.Path(folder) / "out", "archive", data, 10)[1], 1)


class Targets(unittest.TestCase):
    def test_scripts_and_program_know_the_same(self):
        source = (HERE / "Sources" / "fuzz" / "Target.swift").read_text()
        cases = re.findall(r"^    case (\w+)$", source, re.M)
        self.assertEqual(cases, list(fuzz.LONGEST))
        self.assertEqual(set(cases), set(seeds.OWN))
        self.assertEqual(set(cases), set(seeds.SHARED))

    def test_every_word_of_a_dictionary_is_in_libfuzzers_form(self):
        for target in fuzz.LONGEST:
            for line in (HERE / "Dictionaries" / f"{target}.dict").read_text().splitlines():
                with self.subTest(f"{target}: {line}"):
                    self.assertRegex(line, r'^(#.*|"([^"\\]|\\\\|\\"|\\x[0-9A-Fa-f]{2})+")$')


class Lines(unittest.TestCase):
    def test_a_status_of_libfuzzer_is_read(self):
        text = b"#72115\tNEW    cov: 3970 ft: 13773 corp: 2229/13364Kb lim: 59547 exec/s: 216 rss: 683Mb L: 2/5 MS: 3 CopyPart-\n"
        self.assertEqual(fuzz.STATUS.findall(text), [(b"72115", b"3970", b"13773", b"2229", b"13364Kb")])

    def test_the_number_of_executions_is_read(self):
        self.assertEqual(fuzz.EXECUTED.search(b"stat::number_of_executed_units: 412\n").group(1), b"412")


class Growth(unittest.TestCase):
    def test_an_input_is_pumped_to_its_size(self):
        for size in growth.SIZES:
            pumped = growth.pumped(b"<p>ab</p>", 3, 5, size)
            self.assertTrue(pumped.startswith(b"<p>abab") and pumped.endswith(b"abab</p>"))
            self.assertTrue(size - 4 <= len(pumped) <= size)

    def test_a_short_target_is_left_out(self):
        self.assertEqual(growth.findings("none", {}, "date", HERE, HERE, 1), ([], 0))


if __name__ == "__main__":
    unittest.main()
