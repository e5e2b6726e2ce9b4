#!/usr/bin/env python3
"""Checks the walls of the house: which module may import which, and what no file may hold.

usage: walls.py [--root DIR]

A module under Sources/ imports only what `ALLOWED` grants it; ARCHITECTURE.md says why. Beside that: no file of Sources/
or Tests/ over 400 lines, no `try!`, no `fatalError(`, no TODO or FIXME. (`swift format lint` finds forced unwraps.)
Prints each finding as file:line: error: what was expected, what was found; ends with 1 where there are any.
"""
import argparse
import pathlib
import re
import sys

C_LIBRARY = {"Glibc", "Musl"}
MODULES = {"Diplomacy", "Contract", "Corroboration", "Analysis", "Charts", "Datasets", "Columnar", "Spreadsheet", "Dossier", "Register", "Wording", "Exchange", "Site", "Desk", "Language", "Lexicon", "Codebook", "Hypertext", "Archives", "Reading", "Fetching", "Coding"}
# Swift, _Concurrency and the like need no import; the systems' modules are granted one by one.
ALLOWED = {
    "Diplomacy": set(),
    "Contract": {"Diplomacy"},
    "Corroboration": {"Diplomacy"},
    "Analysis": C_LIBRARY | {"Diplomacy"},
    "Charts": C_LIBRARY,
    "Datasets": C_LIBRARY | {"Diplomacy"},
    "Columnar": C_LIBRARY | {"CArchives"},
    "Spreadsheet": C_LIBRARY | {"Archives", "CArchives", "Hypertext"},
    "Register": C_LIBRARY | {"Diplomacy", "Contract", "Corroboration", "Datasets", "GRDB", "GRDBSQLite", "FoundationEssentials", "Synchronization"},
    "Wording": {"Diplomacy", "Language", "Register"},
    "Exchange": {"Diplomacy", "Contract", "Register", "Datasets", "Columnar", "Spreadsheet"},
    "Dossier": {"Diplomacy", "Contract", "Corroboration", "Register", "Analysis", "Charts"},
    "CSite": set(),
    "Site": {"Diplomacy", "Contract", "Corroboration", "Datasets", "Register", "Analysis", "Charts", "Dossier", "Wording", "Exchange", "CSite", "Hummingbird", "HTTPTypes", "Logging", "NIOCore", "NIOPosix", "FoundationEssentials", "Synchronization"},
    "Desk": C_LIBRARY | {"Diplomacy", "Contract", "Hypertext", "Archives", "Spreadsheet", "Fetching", "Reading", "Coding", "Corroboration", "Register", "FoundationEssentials", "Synchronization"},
    "Language": {"Diplomacy", "CPrefetch"},
    "Lexicon": {"Diplomacy", "Language"},
    "CHypertext": set(),
    "Hypertext": C_LIBRARY | {"CHypertext"},
    "CArchives": set(),
    "Archives": C_LIBRARY | {"CArchives", "Hypertext"},
    "Fetching": C_LIBRARY | {"Hypertext", "AsyncHTTPClient", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOHTTPCompression", "NIOSSL", "FoundationEssentials"},
    "Reading": C_LIBRARY | {"Diplomacy", "Hypertext", "Archives", "Crypto", "FoundationEssentials"},
    "Codebook": {"Diplomacy", "Language", "Yams"},
    "Coding": {"Diplomacy", "Lexicon", "Language", "Codebook"},
    "LexiconTables": set(),
    "LexiconCompiler": C_LIBRARY | {"Lexicon", "Codebook", "FoundationEssentials"},
    "CLexicon": set(),
    "CWeights": set(),
    "CPrefetch": set(),
    "train": C_LIBRARY | {"Diplomacy", "Language", "Lexicon", "Codebook", "Coding", "CLexicon", "CWeights", "ArgumentParser", "FoundationEssentials"},
    "rapporteur": MODULES | C_LIBRARY | {"CLexicon", "CWeights", "LexiconTables", "ArgumentParser", "Logging", "UnixSignals", "FoundationEssentials", "Synchronization"},
}
MAX_LINES = 400
FORBIDDEN = [
    (re.compile(r"\btry!"), "expected an error that is thrown or handled, found `try!`"),
    (re.compile(r"\bfatalError\("), "expected an error or a diagnostic, found `fatalError(`"),
]
UNFINISHED = re.compile(r"\b(TODO|FIXME)\b")
IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+"
    r"(?:(?:struct|class|enum|protocol|typealias|func|var|let)\s+)?([A-Za-z_]\w*)")


def without_comments_and_strings(text):
    """The source with comments and string literals blanked, line by line as it was."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|"""(?:\\.|.)*?"""|"(?:\\.|[^"\\\n])*"', re.S)
    return pattern.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def imports(text):
    """(line, module) of every import declaration."""
    found = []
    for number, line in enumerate(without_comments_and_strings(text).split("\n"), 1):
        for statement in line.split(";"):
            match = IMPORT.match(statement)
            if match:
                found.append((number, match.group(1)))
    return found


def check_imports(root):
    findings = []
    sources = root / "Sources"
    for module in sorted(p.name for p in sources.iterdir() if p.is_dir()):
        files = sorted((sources / module).rglob("*.swift"))
        if module not in ALLOWED:
            findings.append(f"Sources/{module}: error: expected a module of ALLOWED in Scripts/walls.py, found \"{module}\"; "
                            "decide what it may import and add it there and to ARCHITECTURE.md")
            continue
        for file in files:
            for line, imported in imports(file.read_text(encoding="utf-8")):
                if imported not in ALLOWED[module]:
                    allowed = ", ".join(sorted(ALLOWED[module])) or "nothing"
                    findings.append(f"{file.relative_to(root)}:{line}: error: {module} may import {allowed}, "
                                    f"found \"{imported}\"; see ARCHITECTURE.md")
    return findings


def check_limits(root):
    findings = []
    for folder in ("Sources", "Tests"):
        for file in sorted((root / folder).rglob("*.swift")):
            text = file.read_text(encoding="utf-8")
            name = file.relative_to(root)
            lines = text.count("\n") + (not text.endswith("\n"))
            if lines > MAX_LINES:
                findings.append(f"{name}:{MAX_LINES + 1}: error: expected at most {MAX_LINES} lines, found {lines}; "
                                "split the file by idea")
            for number, line in enumerate(without_comments_and_strings(text).split("\n"), 1):
                findings += [f"{name}:{number}: error: {message}" for pattern, message in FORBIDDEN if pattern.search(line)]
            for number, line in enumerate(text.split("\n"), 1):
                if UNFINISHED.search(line):
                    findings.append(f"{name}:{number}: error: expected finished work, found a note that it is not")
    return findings


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    root = parser.parse_args().root
    findings = check_imports(root) + check_limits(root)
    for finding in findings:
        print(finding)
    modules = sum(p.is_dir() for p in (root / "Sources").iterdir())
    print(f"walls: {modules} modules, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
