"""Records and encounters as rows of typed columns, their JSON beside them."""
import json

import pyarrow as pa

try:
    # several times as fast, where it is installed
    from orjson import loads
except ImportError:
    from json import loads

# Rows of one batch, at most, and bytes of their JSON.
MOST_ROWS = 1000
MOST_BYTES = 16 << 20

RECORDS = """share int, number bigint, input string, place bigint, id string, error string, title string, published string,
    language string, url string, source string, source_kind string, source_country string, sha256 string, characters int,
    encounters int, events int, quotations int, kind string, medium string, status string, date_start string,
    date_end string, country string, parties array<string>, record string"""

ENCOUNTERS = """id string, kind string, medium string, status string, level string, date_start string, date_end string,
    date_precision string, place string, country string, parties array<string>, reports int, origins int, disputes int,
    confidence double, encounter string"""


TYPES = {
    "int": pa.int32(), "bigint": pa.int64(), "double": pa.float64(), "string": pa.string(),
    "array<string>": pa.list_(pa.string())}


def arrow(columns):
    """The schema of Arrow of columns as Spark names them: "id string, encounters int"."""
    return pa.schema([(name, TYPES[kind]) for name, kind in (column.split() for column in columns.split(","))])


def record_row(share, number, path, place, record):
    """The row of a record. Of an error, the JSON says where it stood: `input` and `place` instead of a line of a pipe."""
    read = loads(record)
    row = {"share": share, "number": number, "input": path, "place": place}
    error = read.get("error")
    if error is not None:
        error.pop("line", None)
        error.update(input=path, place=place)
        row["error"] = error["code"]
        row["record"] = json.dumps(read, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        return row
    about = read["document"]
    source = about.get("source") or {}
    row.update(
        id=read["id"], title=about.get("title"), published=about.get("published"), language=about.get("language"),
        url=about.get("url"), source=source.get("name"), source_kind=source.get("kind"),
        source_country=source.get("country"), sha256=about["sha256"], characters=about["characters"],
        encounters=len(read["encounters"]), events=len(read["events"]), quotations=len(read["quotations"]),
        record=record.decode())
    principal = next((e for e in read["encounters"] if e["principal"]), None)
    if principal is not None:
        row.update(what(principal))
    return row


def encounter_row(encounter):
    """The row of an encounter."""
    read = loads(encounter)
    row = {"id": read["id"], "encounter": encounter.decode(), "level": read.get("level")}
    row.update(what(read))
    row.update(
        date_precision=(read.get("date") or {}).get("precision"), place=(read.get("place") or {}).get("name"),
        reports=len(read["reports"]), origins=read["origins"], disputes=len(read["disputes"]),
        confidence=float(read["confidence"]))
    return row


def what(encounter):
    """What happened, when, where and between whom; days as they are told, a month as 2025-05."""
    date = encounter.get("date") or {}
    return {
        "kind": encounter["kind"], "medium": encounter["medium"], "status": encounter["status"],
        "date_start": date.get("start"), "date_end": date.get("end"),
        "country": (encounter.get("place") or {}).get("country"),
        "parties": sorted({p["party"] for p in encounter["participants"] if p.get("party")})}


def batches(rows, schema):
    """Batches of rows for Arrow, none of them great."""
    held, size = [], 0
    for row in rows:
        held.append(row)
        size += sum(len(value) for value in row.values() if isinstance(value, str))
        if len(held) >= MOST_ROWS or size >= MOST_BYTES:
            yield pa.RecordBatch.from_pylist(held, schema=schema)
            held, size = [], 0
    if held:
        yield pa.RecordBatch.from_pylist(held, schema=schema)
