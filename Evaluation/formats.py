#!/usr/bin/env python3
"""Reads exports as the programs read them for which they are made, and says what they find.

usage: formats.py FOLDER

FOLDER holds what `rapporteur export` wrote, by ending: *.ftm.json, *.graphml, *.jsonld, *.ics, *.bib, *.ris, *.json (CSL JSON: names
that begin with "csl" or end with "csl.json"), datapackage.json with its tables, *.sqlite. Needs, from PyPI: followthemoney, networkx,
rdflib, icalendar, bibtexparser, rispy, frictionless, pyarrow. Prints a line for each file, and each fault; ends with 1 where there are any.
"""
import collections
import hashlib
import json
import pathlib
import re
import sqlite3
import sys
import unicodedata


def follow_the_money(path):
    from followthemoney import model
    from followthemoney.exc import FollowTheMoneyException

    faults, ids, links, kinds = [], {}, [], collections.Counter()
    for number, line in enumerate(path.open(encoding="utf-8"), 1):
        data = json.loads(line)
        schema = model.get(data["schema"])
        kinds[data["schema"]] += 1
        if data["id"] in ids:
            faults.append(f"{number}: the id {data['id']} a second time")
        ids[data["id"]] = schema
        try:
            schema.validate(data)
        except FollowTheMoneyException as error:
            faults.append(f"{number}: {error} {error.errors if hasattr(error, 'errors') else ''}")
        proxy = model.get_proxy(data, cleaned=False)
        for name, values in data["properties"].items():
            prop = schema.get(name)
            if prop is None:
                faults.append(f"{number}: {data['schema']} has no property {name}")
                continue
            for value in values:
                if not prop.type.validate(value):
                    faults.append(f"{number}: {data['schema']}.{name} is none: {value[:80]!r}")
                if prop.type.name not in ("url", "date") and prop.type.clean(value) != unicodedata.normalize("NFC", value):
                    faults.append(f"{number}: {data['schema']}.{name} is cleaned from {value[:80]!r} to {prop.type.clean(value)!r}")
                if prop.type.name == "entity":
                    links.append((number, prop, value))
        if proxy.id != data["id"]:
            faults.append(f"{number}: the id {data['id']} is not kept")
    for number, prop, value in links:
        if value not in ids:
            faults.append(f"{number}: {prop.name} leads to {value}, which is not there")
        elif not ids[value].is_a(prop.range):
            faults.append(f"{number}: {prop.name} leads to {ids[value].name}, expected {prop.range.name}")
    return f"{dict(sorted(kinds.items()))}, {len(links)} links", faults


def graphml(path):
    import networkx

    graph = networkx.read_graphml(path)
    faults = [f"{node} has no type" for node, data in graph.nodes(data=True) if "type" not in data]
    kinds = collections.Counter(data.get("type") for _, data in graph.nodes(data=True))
    if kinds["encounter"]:
        for a, b in graph.edges():
            if (graph.nodes[a]["type"] == "encounter") == (graph.nodes[b]["type"] == "encounter"):
                faults.append(f"{a} and {b} are on one side")
        if not networkx.is_bipartite(graph):
            faults.append("not bipartite")
    if "cite_as" not in graph.graph:
        faults.append("no note")
    return f"{dict(kinds)}, {graph.number_of_edges()} edges", faults


def linked_data(path):
    import rdflib

    schema = rdflib.Namespace("https://schema.org/")
    graph = rdflib.Graph()
    graph.parse(path, format="json-ld")
    faults = []
    types = collections.Counter(str(o).rsplit("/", 1)[-1] for o in graph.objects(None, rdflib.RDF.type))
    for event in graph.subjects(schema.isPartOf, rdflib.URIRef("urn:rapporteur:export")):
        for wanted in ("identifier", "name", "additionalProperty"):
            if not any(graph.objects(event, schema[wanted])):
                faults.append(f"{event} has no {wanted}")
        for report in graph.objects(event, schema.subjectOf):
            if (report, rdflib.RDF.type, schema.NewsArticle) not in graph:
                faults.append(f"{event} is subject of {report}, which is no article")
            elif (report, schema.about, event) not in graph:
                faults.append(f"{report} is not about {event}")
        for day in [*graph.objects(event, schema.startDate), *graph.objects(event, schema.endDate)]:
            if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", str(day)):
                faults.append(f"{event}: no date: {day}")
    for predicate in set(graph.predicates()):
        if not str(predicate).startswith((str(schema), str(rdflib.RDF))):
            faults.append(f"a property of another vocabulary: {predicate}")
    return f"{len(graph)} triples, {dict(types.most_common())}", faults


def calendar(path):
    import icalendar

    parsed = icalendar.Calendar.from_ical(path.read_bytes())
    events = parsed.walk("VEVENT")
    faults = [f"{event['UID']}: {event.errors}" for event in events if event.errors]
    faults += [f"{event['UID']}: ends before it begins" for event in events if event.decoded("DTEND") <= event.decoded("DTSTART")]
    if len({str(event["UID"]) for event in events}) != len(events):
        faults.append("a UID twice")
    if "cite_as" not in str(parsed.get("X-WR-CALDESC", "")):
        faults.append("no note")
    return f"{len(events)} events", faults


def bibtex(path):
    import bibtexparser

    library = bibtexparser.parse_string(path.read_text(encoding="utf-8"))
    faults = [f"line {block.start_line}: {type(block).__name__}" for block in library.failed_blocks]
    if not any("cite_as" in comment.comment for comment in library.comments):
        faults.append("no note")
    return f"{len(library.entries)} entries, {dict(collections.Counter(e.entry_type for e in library.entries))}", faults


def ris(path):
    import rispy

    entries = rispy.loads(path.read_text(encoding="utf-8"))
    faults = [f"{e.get('id')} has no title" for e in entries if not (e.get("title") or e.get("primary_title"))]
    faults += [f"{e.get('id')}: unknown tags {e['unknown_tag']}" for e in entries if e.get("unknown_tag")]
    return f"{len(entries)} records, {dict(collections.Counter(e['type_of_reference'] for e in entries))}", faults


def citations(path):
    items = json.loads(path.read_text(encoding="utf-8"))
    faults = [f"{item.get('id')}: no type" for item in items if "type" not in item or "id" not in item]
    if len({item["id"] for item in items}) != len(items):
        faults.append("an id twice")
    return f"{len(items)} items, {dict(collections.Counter(item['type'] for item in items))}", faults


def package(path):
    import frictionless

    descriptor = json.loads(path.read_text(encoding="utf-8"))
    columnar = [one for one in descriptor["resources"] if one["format"] == "parquet"]
    descriptor["resources"] = [one for one in descriptor["resources"] if one["format"] != "parquet"]
    with frictionless.system.use_context(trusted=True):
        found = frictionless.Package.from_descriptor(descriptor, basepath=str(path.parent))
        report = found.validate(limit_errors=20)
    faults = [f"{task.name}: {error.title}: {error.message}" for task in report.tasks for error in task.errors]
    faults += [f"{error.title}: {error.message}" for error in report.errors]
    counts = [f"{task.name} {task.stats.get('rows')}" for task in report.tasks]
    for resource in columnar:
        rows, found = parquet(path.parent / resource["path"], resource)
        counts.append(f"{resource['name']} {rows}")
        faults += [f"{resource['name']}: {fault}" for fault in found]
    return ", ".join(counts), faults


# How pyarrow calls what Table Schema has; frictionless itself reads Parquet by pandas, which makes numbers of what is missing.
ARROW = {"string": {"string"}, "array": {"list<element: string not null>", "list<element: string>"}, "integer": {"int64"},
         "number": {"double"}, "boolean": {"bool"}, "date": {"date32[day]"}, "datetime": {"timestamp[us, tz=UTC]"}}


def parquet(path, resource):
    import pyarrow.parquet

    data = path.read_bytes()
    table = pyarrow.parquet.read_table(path)
    faults = []
    if len(data) != resource["bytes"]:
        faults.append(f"{len(data)} bytes, expected {resource['bytes']}")
    if "sha256:" + hashlib.sha256(data).hexdigest() != resource["hash"]:
        faults.append("another hash")
    if table.num_rows != resource["rows"]:
        faults.append(f"{table.num_rows} rows, expected {resource['rows']}")
    fields = resource["schema"]["fields"]
    if table.column_names != [field["name"] for field in fields]:
        faults.append("other columns")
    for field in fields:
        column = table[field["name"]]
        if str(column.type) not in ARROW[field["type"]]:
            faults.append(f"{field['name']} is {column.type}, expected {field['type']}")
        limits = field.get("constraints", {})
        if limits.get("required") and column.null_count:
            faults.append(f"{field['name']} lacks {column.null_count} values")
        if "enum" in limits and set(column.drop_null().to_pylist()) - set(limits["enum"]):
            faults.append(f"{field['name']} has values beyond its vocabulary")
    return table.num_rows, faults


def snapshot(path):
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    faults = [f"integrity: {row[0]}" for row in base.execute("PRAGMA integrity_check") if row[0] != "ok"]
    faults += [f"foreign key: {row}" for row in base.execute("PRAGMA foreign_key_check")]
    counts = []
    for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'").fetchall():
        count = base.execute('SELECT count(*) FROM "' + name + '"').fetchone()[0]
        counts.append(f"{name} {count}")
        if not base.execute('SELECT count(*) FROM dictionary WHERE "table" = ? AND length(meaning) > 0', [name]).fetchone()[0]:
            faults.append(f"{name} is not in the dictionary")
    return ", ".join(counts), faults


READERS = [
    ("*.ftm.json", follow_the_money), ("*.graphml", graphml), ("*.jsonld", linked_data), ("*.ics", calendar),
    ("*.bib", bibtex), ("*.ris", ris), ("*csl.json", citations), ("datapackage.json", package), ("*.sqlite", snapshot),
]


def main():
    if len(sys.argv) != 2 or sys.argv[1] in ("-h", "--help"):
        print(__doc__)
        return 64
    folder = pathlib.Path(sys.argv[1])
    total = 0
    for pattern, read in READERS:
        for path in sorted(folder.glob(pattern)):
            try:
                told, faults = read(path)
            except Exception as error:  # a file that a program cannot read at all is a fault too
                told, faults = "", [f"cannot be read: {type(error).__name__}: {error}"]
            print(f"{path.name}: {told}; {len(faults)} faults")
            for fault in faults[:20]:
                print(f"  {fault}")
            total += len(faults)
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
