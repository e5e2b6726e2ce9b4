"""A corpus as shares of work: files of JSON Lines, plain or compressed, archives of the web, tables of Parquet.

A share is (rank, kind, path, start, end): of a plain file the lines that begin in a range of bytes, of a table a range of
row groups, of all else the whole file. Ranks follow the order in which the paths are named, folders by the names in them, so
that the corpus has one order whatever machine reads which share.
"""
import datetime
import json
import os

import pyarrow as pa
import pyarrow.fs
import pyarrow.parquet

from children import LINE_TOO_LONG, UNREADABLE, Child, failure

LINES = (".jsonl", ".ndjson")
PACKED = {".gz": "gzip", ".zst": "zstd"}
ARCHIVES = (".warc", ".warc.gz", ".warc.zst", ".wacz", ".arc", ".arc.gz")
TABLES = (".parquet",)
SUFFIXES = LINES + tuple(a + b for a in LINES for b in PACKED) + ARCHIVES + TABLES

BLOCK = 1 << 20
# What says on standard error that a part of an archive cannot be read; the rest of it is counted.
MOST_PROBLEMS = 1000


def file_system(path):
    """The file system of a path or an address (hdfs://, s3://, gs://), and the path in it."""
    if "://" in path:
        return pa.fs.FileSystem.from_uri(path)
    return pa.fs.LocalFileSystem(), path


def files(paths):
    """(path, bytes) of the files that paths name: a folder stands for the files in it whose names tell that they are read."""
    found = []
    for path in paths:
        system, inner = file_system(path)
        info = system.get_file_info(inner)
        prefix = path[:len(path) - len(inner)] if path.endswith(inner) else ""
        if info.type == pa.fs.FileType.Directory:
            below = system.get_file_info(pa.fs.FileSelector(inner, recursive=True))
            chosen = [i for i in below if i.is_file and i.path.lower().endswith(SUFFIXES) and not is_hidden(i.path, inner)]
            found += [(prefix + i.path, i.size) for i in sorted(chosen, key=lambda i: i.path.encode())]
        elif info.type == pa.fs.FileType.NotFound:
            raise FileNotFoundError(f"expected a file or a folder in \"{path}\", found none; name another")
        elif not path.lower().endswith(SUFFIXES):
            raise ValueError(f"expected a file that ends in {', '.join(SUFFIXES)}, found \"{path}\"")
        else:
            found.append((path, info.size))
    return found


def is_hidden(path, folder):
    """Whether a name below a folder is one that no reader takes for data (Spark's own marks among them)."""
    return any(part.startswith((".", "_")) for part in path[len(folder):].split("/"))


def next_size(left, most, slots):
    """Bytes of the next task where so many bytes are left to `slots` tasks at a time: fewer towards the end, so that nobody waits
    long for the last one (C. D. Polychronopoulos and D. J. Kuck, "Guided Self-Scheduling", 1987). `slots` 0: always `most`."""
    return max(1, most // 4, min(most, left // slots)) if slots else most


def shares(paths, most, slots=0):
    """The shares of a corpus, each of some `most` bytes where its files can be cut."""
    found = []
    all_files = files(paths)
    left = sum(size for _, size in all_files)
    for path, size in all_files:
        name = path.lower()
        if name.endswith(ARCHIVES):
            found.append(("archive", path, 0, size))
        elif name.endswith(TABLES):
            found += [("table", path, i, j) for i, j in row_groups(path, most)]
        elif name.endswith(tuple(PACKED)):
            found.append((PACKED[name[name.rindex("."):]], path, 0, size))
        else:
            cuts = [0]
            while cuts[-1] < size:
                cuts.append(min(size, cuts[-1] + next_size(left - cuts[-1], most, slots)))
            found += [("lines", path, a, b) for a, b in zip(cuts, cuts[1:])]
        left -= size
    return [(rank, *share) for rank, share in enumerate(found)]


def row_groups(path, most):
    """Ranges of a table's row groups of some `most` bytes each; one empty range of a table that cannot be read, which tells."""
    system, inner = file_system(path)
    try:
        with system.open_input_file(inner) as file:
            meta = pa.parquet.ParquetFile(file).metadata
            sizes = [meta.row_group(i).total_byte_size for i in range(meta.num_row_groups)]
    except (pa.ArrowException, OSError):
        return [(0, 0)]
    cuts, size = [0], 0
    for i, bytes_ in enumerate(sizes):
        size += bytes_
        if size >= most or i == len(sizes) - 1:
            cuts.append(i + 1)
            size = 0
    return list(zip(cuts, cuts[1:]))


def tasks(found, most, slots=0):
    """Shares put together to tasks of some `most` bytes each, in their order; an archive is a task of its own."""
    weights = [most if share[1] in ("archive", "table") else share[4] - share[3] for share in found]
    left = sum(weights)
    groups, size = [], 0
    for share, weight in zip(found, weights):
        if not groups or size + weight > next_size(left + size, most, slots):
            groups.append([])
            size = 0
        groups[-1].append(share)
        size += weight
        left -= weight
    return groups


def documents(share, longest, program, patience=None):
    """The documents of a share: (place, line) pairs, or (place, line, record) where the line can be no document.

    place is where the line begins in the file (of a packed one: in what is unpacked), of a table the number of the row.
    What cannot be read is one error at its place; what was read before it stands.
    """
    kind, path = share[1], share[2]
    place = share[3]
    try:
        if kind == "archive":
            reading = extracted(path, program, patience)
        elif kind == "table":
            reading = rows(path, share[3], share[4])
        else:
            reading = lines(kind, path, share[3], share[4], longest)
        for item in reading:
            place = item[0]
            yield item
    except (FileNotFoundError, PermissionError):
        # this worker does not see what the driver saw: another may
        raise
    except (pa.ArrowException, OSError, EOFError, ValueError) as error:
        message = f"expected the rest of the file, found that it cannot be read on: {error}"
        yield place, b"", failure(UNREADABLE, message)


def lines(kind, path, start, end, longest):
    """The lines that begin in a range of bytes; one over the limit is passed over, and told."""
    system, inner = file_system(path)
    if kind == "lines":
        # a line begins in the range where the line feed before it stands in [start - 1, end - 1)
        stream = system.open_input_file(inner)
        offset = max(0, start - 1)
        stream.seek(offset)
        skipping = start > 0
    else:
        stream = system.open_input_stream(inner, compression=kind)
        offset, end, skipping = 0, None, False
    held, length, begin = [], 0, offset
    with stream:
        while True:
            block = stream.read(BLOCK)
            at = 0
            while True:
                feed = block.find(b"\n", at)
                if feed < 0 and block:
                    break
                part = block[at:feed] if block else b""
                if skipping:
                    skipping = False
                elif end is None or begin < end:
                    yield from line_at(begin, held, length, part, longest)
                held, length = [], 0
                if not block:
                    return
                at = feed + 1
                begin = offset + at
                if end is not None and begin >= end:
                    return
            rest = block[at:]
            length += len(rest)
            if not skipping and length <= longest:
                held.append(rest)
            offset += len(block)


def line_at(begin, held, length, part, longest):
    """A line that was put together, unless it is blank."""
    length += len(part)
    if length > longest:
        message = f"expected a line of at most {longest} bytes, found {length}; split it or allow longer ones"
        yield begin, b"", failure(LINE_TOO_LONG, message)
        return
    line = b"".join(held) + part
    if begin == 0 and line.startswith(b"\xef\xbb\xbf"):
        line = line[3:]
    if line.strip(b" \t\r"):
        yield begin, line


def extracted(path, program, patience):
    """The documents of an archive, as the program extracts them, and after them what of it cannot be read."""
    if "://" in path:
        raise ValueError("archives are read from paths that every worker sees; mount this one")
    child = Child([program, "extract", "--jobs", "1", path])
    place = 0
    try:
        for place, line in enumerate(child.lines(patience), 1):
            yield place - 1, line
    except TimeoutError:
        child.process.kill()
        child.end()
        raise
    status = child.end()
    told = [line[len("rapporteur: "):] for line in child.stderr.splitlines() if line.startswith("rapporteur: ")]
    problems = [line for line in told if line.startswith(path + ":")]
    for problem in problems[:MOST_PROBLEMS]:
        parts = problem[len(path) + 1:].split(": ", 2)
        code, message = parts[1:] if len(parts) == 3 else (UNREADABLE, problem)
        yield place, b"", failure(code, message)
    if len(problems) > MOST_PROBLEMS:
        yield place, b"", failure(UNREADABLE, f"{len(problems) - MOST_PROBLEMS} more parts that cannot be read")
    if status:
        yield place, b"", failure(UNREADABLE, f"expected an archive, found: {' '.join(told)[-300:]}")


def rows(path, first, last):
    """The rows of a table as documents: columns by the names of Documentation/Record.md, others as they are."""
    system, inner = file_system(path)
    with system.open_input_file(inner) as file:
        table = pa.parquet.ParquetFile(file)
        place = sum(table.metadata.row_group(i).num_rows for i in range(first))
        for batch in table.iter_batches(batch_size=256, row_groups=range(first, last)):
            for row in batch.to_pylist():
                yield place, document(row)
                place += 1


def document(row):
    """A row as a line of a document. source_name, source_kind and source_country are the source's where it is no struct."""
    made = {key: value for key, value in row.items() if value is not None}
    if isinstance(made.get("source"), str):
        made["source"] = {"name": made["source"]}
    for field in ("name", "kind", "country"):
        value = made.pop("source_" + field, None)
        if value is not None:
            made.setdefault("source", {}).setdefault(field, value)
    if isinstance(made.get("source"), dict):
        made["source"] = {key: value for key, value in made["source"].items() if value is not None}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"), default=plain).encode(errors="replace")


def plain(value):
    """A value that JSON has no form for."""
    if isinstance(value, datetime.datetime):
        return value.isoformat() if value.tzinfo else value.isoformat() + "Z"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)
