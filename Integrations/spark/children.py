"""The program as the child of a task: whole lines in, whole lines out."""
import collections
import json
import os
import select
import subprocess
import tempfile
import threading
import time

# The program's own words for what a line is not; what befalls a child has codes of its own.
LINE_TOO_LONG = "line-too-long"
CHILD_EXIT = "child-exit"
CHILD_TIMEOUT = "child-timeout"
UNREADABLE = "unreadable"

# Bytes that are read at once from a child.
BLOCK = 1 << 20
# So much of what a child says on standard error is kept.
MOST_STDERR = 1 << 20


class ChildFailed(Exception):
    """A child of which more was expected came to its end."""


class Child:
    """A run of the program. Lines are fed by a thread of its own, so that neither side waits for the other."""

    def __init__(self, command, lines=None):
        self.said = tempfile.TemporaryFile()
        self.command = command
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE if lines is not None else subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=self.said, bufsize=0)
        # what it said last on standard error, from its end on
        self.stderr = ""
        self.fault = None
        self.feeder = None
        if lines is not None:
            self.feeder = threading.Thread(target=self._feed, args=(lines,), daemon=True)
            self.feeder.start()

    def _feed(self, lines):
        """Writes lines many at a time; one that ends the input early is told by whoever reads."""
        try:
            held, size = [], 0
            for line in lines:
                held += (line, b"\n")
                size += len(line) + 1
                if size >= 1 << 16:
                    self._write(b"".join(held))
                    held, size = [], 0
            self._write(b"".join(held))
        except BrokenPipeError:
            pass
        except BaseException as fault:
            self.fault = fault
        finally:
            try:
                self.process.stdin.close()
            except OSError:
                pass

    def _write(self, data):
        rest = memoryview(data)
        while rest:
            rest = rest[self.process.stdin.write(rest):]

    def lines(self, patience=None, owes=lambda: True):
        """The lines that it writes. Ends where it does; raises TimeoutError where it writes nothing for so many seconds
        although it owes something."""
        output = self.process.stdout.fileno()
        held = []
        while True:
            if patience is not None and not select.select([output], [], [], patience)[0]:
                if owes():
                    raise TimeoutError(f"expected a line within {patience:g} s, found none")
                continue
            block = os.read(output, BLOCK)
            if not block:
                break
            parts = block.split(b"\n")
            if len(parts) > 1:
                yield b"".join(held) + parts[0]
                yield from parts[1:-1]
                held = []
            if parts[-1]:
                held.append(parts[-1])
        if held:
            yield b"".join(held)

    def end(self):
        """Its exit status, once; ends it where it still runs. What broke in the thread that fed it is raised here."""
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        status = self.process.wait()
        self.process.stdout.close()
        if self.feeder is not None:
            self.feeder.join()
        size = self.said.seek(0, os.SEEK_END)
        self.said.seek(max(0, size - MOST_STDERR))
        self.stderr = self.said.read().decode(errors="replace")
        self.said.close()
        if self.fault is not None:
            raise self.fault
        return status


def stage(command, lines):
    """The lines of a child that has to read all lines and end well; raises ChildFailed where it does not."""
    child = Child(command, lines)
    yield from child.lines()
    status = child.end()
    if status:
        raise ChildFailed(f"expected {' '.join(command)} to end well, found status {status}: {child.stderr[-2000:]}")


def failure(code, message):
    """The record of what is no document, as the program writes it, without a line: the job adds where it stood."""
    return json.dumps(
        {"error": {"code": code, "message": message}, "id": None, "schema": "rapporteur.record/1"},
        ensure_ascii=False, separators=(",", ":")).encode()


def answers(lines):
    """(record, claims) for each document out of the lines of `rapporteur code --claims`: what is told of a document's claims comes
    before its record."""
    claims = []
    for line in lines:
        kind, _, rest = line.partition(b"\t")
        if kind == b"record":
            yield rest, claims
            claims = []
        else:
            claims.append(line)


class Feed:
    """Documents on their way to a child: those that were handed to it and not yet answered are kept."""

    def __init__(self, documents):
        self.documents = documents
        # (key, line, record or None, when it was handed out)
        self.waiting = collections.deque()
        self.again = collections.deque()

    def lines(self):
        """The lines for one child; each is waited for from before it is handed out."""
        while True:
            item = self.again.popleft() if self.again else next(self.documents, None)
            if item is None:
                return
            key, line, *made = item
            self.waiting.append((key, line, made[0] if made else None, time.monotonic()))
            if not made:
                yield line

    def made(self):
        """(key, line, record, claims) of those next in turn whose records nobody has to make."""
        while self.waiting and self.waiting[0][2] is not None:
            key, line, record, _ = self.waiting.popleft()
            yield key, line, record, []

    def is_late(self, patience):
        """Whether the document next in turn waits for so many seconds."""
        return bool(self.waiting) and time.monotonic() - self.waiting[0][3] >= patience


def code(command, documents, patience):
    """Codes documents: gives (key, line, record, claims) in their order, one for each.

    command      `rapporteur code --claims`
    documents    (key, line) pairs, a line without a line feed, never blank; or (key, line, record) where that is known
    patience     seconds without a record after which a child is taken for stuck

    A child that ends or hangs is replaced. What it had not answered is asked for one document at a time until the one is
    found that it fails on: that one's record is an error, and the rest goes on.
    """
    feed = Feed(iter(documents))
    while True:
        child = Child(command, feed.lines())
        try:
            for record, claims in answers(child.lines(patience, lambda: feed.is_late(patience))):
                yield from feed.made()
                key, line, *_ = feed.waiting.popleft()
                yield key, line, record, claims
        except TimeoutError:
            child.process.kill()
        child.end()
        yield from feed.made()
        unanswered = list(feed.waiting)
        feed.waiting.clear()
        if not unanswered:
            return
        for place, (key, line, record, _) in enumerate(unanswered):
            claims, failed = [], False
            if record is None:
                record, claims, failed = alone(command, line, patience)
            yield key, line, record, claims
            if failed:
                # the rest is asked for together again, before what was never handed out
                rest = [item[:2] if item[2] is None else item[:3] for item in unanswered[place + 1:]]
                feed.again.extendleft(reversed(rest))
                break


def alone(command, line, patience):
    """The record of one document by a child of its own, its claims, and whether the child failed on it."""
    child = Child(command, iter([line]))
    found = []
    try:
        found = list(answers(child.lines(patience)))
    except TimeoutError:
        child.process.kill()
        child.end()
        said = f"expected a record within {patience:g} s, found none; the program was ended"
        return failure(CHILD_TIMEOUT, said), [], True
    status = child.end()
    if len(found) == 1:
        return *found[0], False
    message = f"expected a record, found that the program ended with status {status}: {child.stderr[-300:].strip()}"
    return failure(CHILD_EXIT, message), [], True
