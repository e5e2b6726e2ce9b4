"""Tests of walls.py: a bad import, a long file and a forbidden word are caught, and nothing else is."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

import walls


class Imports(unittest.TestCase):
    def test_every_form_is_read(self):
        text = ("import Foundation\n@testable import Coding\npublic import struct Diplomacy.Span\n"
                "@preconcurrency @_exported import Lexicon\ninternal import FoundationEssentials.Data\n import Glibc; import Crypto\n")
        self.assertEqual(
            walls.imports(text),
            [(1, "Foundation"), (2, "Coding"), (3, "Diplomacy"), (4, "Lexicon"), (5, "FoundationEssentials"), (6, "Glibc"), (6, "Crypto")])

    def test_words_in_comments_and_strings_are_none(self):
        text = '// import Foundation\n/* import A\nimport B */\nlet a = """\nimport C\n"""\nlet important = 1\nlet b = "x" // import D\n'
        self.assertEqual(walls.imports(text), [])


class House(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)
        (self.root / "Tests").mkdir()
        self.write("Sources/Diplomacy/Span.swift", "struct Span {}\n")

    def tearDown(self):
        self.folder.cleanup()

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def test_a_house_in_order_has_no_findings(self):
        self.write("Sources/Coding/Coder.swift", "public import Diplomacy\nimport Language\n")
        self.assertEqual(walls.check_imports(self.root) + walls.check_limits(self.root), [])

    def test_diplomacy_imports_nothing(self):
        self.write("Sources/Diplomacy/Day.swift", "\nimport FoundationEssentials\n")
        findings = walls.check_imports(self.root)
        self.assertEqual(len(findings), 1)
        self.assertTrue(findings[0].startswith("Sources/Diplomacy/Day.swift:2: error: Diplomacy may import nothing"))

    def test_no_module_imports_one_above_it(self):
        self.write("Sources/Language/Text.swift", "import Lexicon\n")
        self.write("Sources/Reading/Reader.swift", "import Coding\n")
        self.assertEqual(len(walls.check_imports(self.root)), 2)

    def test_a_new_module_must_be_placed(self):
        self.write("Sources/Utilities/Utilities.swift", "")
        self.assertIn("Utilities", walls.check_imports(self.root)[0])

    def test_limits(self):
        self.write("Tests/LongTests/Long.swift", "// x\n" * 401)
        self.write("Sources/Coding/Bad.swift", "let a = try! f()\nfatalError(\"no\")\nlet b = 1 // TO" + "DO: later\n")
        findings = walls.check_limits(self.root)
        self.assertEqual([f.split(": error")[0] for f in findings],
                         ["Sources/Coding/Bad.swift:1", "Sources/Coding/Bad.swift:2", "Sources/Coding/Bad.swift:3",
                          "Tests/LongTests/Long.swift:401"])

    def test_exactly_400_lines_pass_and_words_in_strings_are_free(self):
        self.write("Tests/LongTests/Long.swift", "// x\n" * 400)
        self.write("Sources/Coding/Good.swift", 'let message = "use try! never"\n')
        self.assertEqual(walls.check_limits(self.root), [])

    def test_the_command_fails_on_a_finding(self):
        self.write("Sources/Diplomacy/Day.swift", "import Foundation\n")
        script = pathlib.Path(walls.__file__)
        run = subprocess.run([sys.executable, script, "--root", self.root], capture_output=True, text=True)
        self.assertEqual(run.returncode, 1)
        self.assertIn("1 findings", run.stdout)


if __name__ == "__main__":
    unittest.main()
