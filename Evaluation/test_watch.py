"""Watching: the program that `make build` has built asks a real server on the loopback, is stopped and begun again."""
import contextlib
import http.server
import json
import pathlib
import signal
import subprocess
import tempfile
import threading
import time
import unittest

import site_server

BINARY = site_server.ROOT / ".build" / "release" / "rapporteur"
TEXT = ("Norwegian Foreign Minister Espen Barth Eide met Swedish Foreign Minister Maria Malmer Stenergard in Oslo on Tuesday. "
        "They discussed trade and agreed to meet again, the ministry said.")


class Wire:
    """A server with one feed of pages. It counts what it is asked, and holds an answer back where it is told to."""

    def __init__(self, pages):
        self.pages, self.asked, self.held = pages, [], threading.Event()
        self.holds = None
        wire = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                wire.asked.append(self.path)
                if self.path == wire.holds:
                    wire.held.set()
                    time.sleep(20)
                    return
                status, kind, body = wire.answer(self.path)
                with contextlib.suppress(ConnectionError):
                    self.send_response(status)
                    self.send_header("Content-Type", kind)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, path):
        if path == "/feed":
            items = "".join(f"<item><title>Talks {n}</title><link>{self.base}/{n}</link></item>" for n in range(self.pages))
            return 200, "application/rss+xml", f'<rss version="2.0"><channel><title>The Wire</title>{items}</channel></rss>'.encode()
        if path[1:].isdigit() and int(path[1:]) < self.pages:
            page = f'<html lang="en"><head><title>Talks {path[1:]}</title></head><body><article><p>{TEXT} Number {path[1:]}.</p></article></body></html>'
            return 200, "text/html; charset=utf-8", page.encode()
        return 404, "text/plain", b"none"

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@unittest.skipUnless(BINARY.exists(), f"needs {BINARY}")
class WatchTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.register = pathlib.Path(folder.name) / "register.sqlite"
        self.log = pathlib.Path(folder.name) / "log.txt"

    def wire(self, pages):
        wire = Wire(pages)
        self.addCleanup(wire.close)
        self.run_(["source", "add", wire.base + "/feed"])
        return wire

    def run_(self, words, **options):
        depth = 2 if words[0] in ("source", "export") else 1
        return subprocess.run([BINARY, *words[:depth], "--register", self.register, *words[depth:]], check=True, capture_output=True, text=True, timeout=60, **options)

    def start(self, *more):
        log = self.log.open("a")
        self.addCleanup(log.close)
        watcher = subprocess.Popen([BINARY, "watch", "--register", self.register, "--allow-net", "127.0.0.1", "--pace", "0.2", *more], stderr=log)
        self.addCleanup(watcher.wait)
        self.addCleanup(watcher.kill)
        return watcher

    def wait_for(self, holds, seconds=30):
        end = time.monotonic() + seconds
        while not holds():
            self.assertLess(time.monotonic(), end, self.log.read_text() if self.log.exists() else "")
            time.sleep(0.05)

    def standing(self):
        return json.loads(self.run_(["source", "list", "--format", "jsonl"]).stdout)

    def end(self, watcher, how=signal.SIGTERM):
        began = time.monotonic()
        watcher.send_signal(how)
        status = watcher.wait(15)
        self.assertLess(time.monotonic() - began, 10)
        return status

    def test_stopped_between_pages_and_begun_again(self):
        wire = self.wire(10)
        watcher = self.start()
        self.wait_for(lambda: len([path for path in wire.asked if path[1:].isdigit()]) >= 3)
        self.assertEqual(self.end(watcher), 0, self.log.read_text())
        middle = self.standing()
        self.assertEqual(middle["read"] + middle["waiting"], 10)
        self.assertTrue(0 < middle["read"] < 10, middle)
        self.assertEqual((middle["failures"], middle["lost"], middle["state"], middle["title"]), (0, 0, "active", "The Wire"))
        self.assertIsNotNone(middle["last_success"])
        asked = len(wire.asked)
        watcher = self.start()
        self.wait_for(lambda: self.standing()["read"] == 10)
        self.assertEqual(self.end(watcher, signal.SIGINT), 0)
        # what had been read is not read again, nor is the feed
        self.assertNotIn("/feed", wire.asked[asked:])
        pages = [path for path in wire.asked if path[1:].isdigit()]
        self.assertEqual(sorted(set(pages), key=lambda path: int(path[1:])), [f"/{n}" for n in range(10)])
        self.assertLessEqual(len(pages), 11, "at most the one under way is asked for twice")
        text = self.run_(["source", "list"]).stdout
        self.assertIn("10 read, 0 waiting, 0 could not be had", text)
        self.assertNotIn("failed", text)
        self.run_(["check", "--deep"])

    def test_stopped_while_a_page_does_not_come(self):
        wire = self.wire(2)
        wire.holds = "/0"
        watcher = self.start()
        self.assertTrue(wire.held.wait(30))
        self.assertEqual(self.end(watcher), 0, self.log.read_text())
        standing = self.standing()
        self.assertEqual((standing["failures"], standing["lost"], standing["waiting"]), (0, 0, 2))
        wire.holds = None
        self.start()
        self.wait_for(lambda: self.standing()["read"] == 2)

    def test_killed_and_begun_again(self):
        wire = self.wire(6)
        for count in (1, 3, 5):
            watcher = self.start()
            self.wait_for(lambda: len([path for path in wire.asked if path[1:].isdigit()]) >= count)
            watcher.kill()
            watcher.wait()
        self.start()
        self.wait_for(lambda: self.standing()["read"] == 6)
        reports = [json.loads(line) for line in self.run_(["export", "reports"]).stdout.splitlines()]
        self.assertEqual([report["document"] for report in reports], [f"{wire.base}/{n}" for n in range(6)])
        self.assertEqual([len(report["versions"]) for report in reports], [1] * 6)
        self.run_(["check", "--deep"])

    def test_others_write_and_sources_are_added_meanwhile(self):
        wire = self.wire(2)
        watcher = self.start()
        self.wait_for(lambda: self.standing()["read"] == 2)
        document = json.dumps({"id": "other", "text": TEXT, "source": {"name": "Our Paper"}}) + "\n"
        self.run_(["add", "-"], input=document)
        self.run_(["source", "pause", wire.base + "/feed", "--reason", "enough"])
        self.assertEqual((self.standing()["state"], self.standing()["reason"]), ("paused", "enough"))
        self.assertIsNone(watcher.poll())
        self.assertEqual(self.end(watcher), 0)

    def test_a_register_that_another_program_writes(self):
        self.wire(1)
        writer = subprocess.Popen([BINARY, "add", "--register", self.register, "-"], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.addCleanup(writer.wait)
        self.addCleanup(writer.kill)
        self.addCleanup(writer.stdin.close)
        lock = pathlib.Path(f"{self.register}.lock")
        self.wait_for(lambda: str(writer.pid) in lock.read_text().split())
        watcher = self.start()
        # a watcher that cannot open the register says so and ends
        self.assertEqual(watcher.wait(15), 75)
        self.assertIn("writing it", self.log.read_text())


if __name__ == "__main__":
    unittest.main()
