"""The site as a server: over HTTP on the loopback, with the program that `make build` has built."""
import json
import pathlib
import signal
import socket
import subprocess
import tempfile
import unittest
import urllib.error
import urllib.request

import site_server

BINARY = site_server.ROOT / ".build" / "release" / "rapporteur"


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


@unittest.skipUnless(BINARY.exists(), f"needs {BINARY}")
class SiteTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.register = pathlib.Path(cls.folder.name) / "register.sqlite"
        subprocess.run([BINARY, "add", "--register", cls.register, site_server.ROOT / "Samples"], check=True, stderr=subprocess.DEVNULL)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def get(self, address, method="GET", headers=None):
        request = urllib.request.Request(address, method=method, headers=headers or {})
        try:
            with urllib.request.build_opener(NoRedirect).open(request, timeout=20) as answer:
                return answer.status, dict(answer.headers.items()), answer.read()
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, dict(answer.headers.items()), answer.read()

    def test_pages_tags_heads_and_refusals(self):
        before = self.register.read_bytes()
        with site_server.serving(BINARY, self.register) as base:
            status, headers, body = self.get(base + "/")
            self.assertEqual(status, 200)
            self.assertIn("place disputed", body.decode())
            self.assertEqual(int(headers["Content-Length"]), len(body))
            self.assertEqual(self.get(base + "/", headers={"If-None-Match": headers["ETag"]})[0], 304)
            status, head, nothing = self.get(base + "/", method="HEAD")
            self.assertEqual((status, head["ETag"], nothing), (200, headers["ETag"], b""))
            self.assertEqual(self.get(base + "/", method="POST")[0], 405)
            self.assertEqual(self.get(base + "/nowhere.json")[1]["Content-Type"], "application/problem+json")
            self.assertEqual(json.loads(self.get(base + "/health")[2])["status"], "ok")
            found = json.loads(self.get(base + "/search.json?q=disputed:place")[2])["encounters"]
            self.assertEqual(found[0]["encounter"]["place"], "Beijing")
        self.assertEqual(self.register.read_bytes(), before, "the site has written")

    def test_behind_a_proxy(self):
        with site_server.serving(BINARY, self.register, ["--prefix", "/r", "--origin", "https://example.org"]) as base:
            self.assertTrue(base.endswith("/r"))
            self.assertEqual(self.get(base + "/")[0], 200)
            self.assertIn(b"https://example.org/r/encounters/", self.get(base + "/index.atom")[2])
            self.assertEqual(self.get(base.removesuffix("/r") + "/search")[0], 404)

    def test_what_is_added_shows_at_once(self):
        with site_server.serving(BINARY, self.register) as base:
            document = {"id": "new", "title": "Norwegian and Swedish foreign ministers meet in Oslo", "published": "2026-02-03",
                        "text": "Foreign Minister Espen Barth Eide met Swedish Foreign Minister Maria Malmer Stenergard in Oslo on Tuesday.",
                        "source": {"name": "Our Paper"}}
            copy = self.register.with_name("copy.sqlite")
            subprocess.run([BINARY, "backup", "--register", self.register, copy], check=True, capture_output=True)
            with site_server.serving(BINARY, copy) as other:
                self.assertNotIn(b"Oslo", self.get(other + "/")[2])
                subprocess.run([BINARY, "add", "--register", copy, "-"], input=json.dumps(document) + "\n", text=True, check=True, stderr=subprocess.DEVNULL)
                self.assertIn(b"Oslo", self.get(other + "/")[2])
            self.assertNotIn(b"Oslo", self.get(base + "/")[2])

    def test_log_end_and_taken_port(self):
        server = subprocess.Popen([BINARY, "serve", "--register", self.register, "--port", "0", "--log"], stderr=subprocess.PIPE, text=True)
        self.addCleanup(server.stderr.close)
        self.addCleanup(server.kill)
        base = next(line for line in server.stderr if line.startswith("rapporteur: ")).split()[1].rstrip("/")
        self.get(base + "/calendar")
        line = next(line for line in map(json.loads, server.stderr) if line["message"] == "request")
        self.assertEqual((line["method"], line["target"], line["status"]), ("GET", "/calendar", "200"))
        port = base.rsplit(":", 1)[1]
        second = subprocess.run([BINARY, "serve", "--register", self.register, "--port", port], capture_output=True, text=True, timeout=20)
        self.assertEqual(second.returncode, 75)
        self.assertIn("--port", second.stderr)
        server.send_signal(signal.SIGTERM)
        self.assertEqual(server.wait(10), 0)

    def test_hostile_requests(self):
        with site_server.serving(BINARY, self.register) as base:
            port = int(base.rsplit(":", 1)[1])
            for line in (b"GET /\xff\xfe HTTP/1.1", b"GET //example.org/ HTTP/1.1", b"GET /../../etc/passwd HTTP/1.1",
                         b"GET " + b"/" * 60_000 + b" HTTP/1.1", b"GET /%00 HTTP/1.1", b"GET * HTTP/1.1", b"\x16\x03\x01\x02"):
                with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
                    client.sendall(line + b"\r\nHost: x\r\nConnection: close\r\n\r\n")
                    answer = client.recv(65_536)
                self.assertFalse(answer.startswith(b"HTTP/1.1 5"), (line[:40], answer[:80]))
                self.assertNotIn(b"root:", answer)
            self.assertEqual(self.get(base + "/")[0], 200)

    def test_letter(self):
        run = lambda *more: subprocess.run([BINARY, "brief", "--register", self.register, "--since", "2000-01-01", *more], capture_output=True, text=True, check=True).stdout
        self.assertIn("In dispute", run())
        self.assertIn("<!DOCTYPE html>", run("--format", "html"))
        import email
        import email.policy
        message = email.message_from_string(run("--format", "mail", "--to", "desk@example.org", "--from", "r@example.org"), policy=email.policy.default)
        self.assertEqual([part.get_content_type() for part in message.iter_parts()], ["text/plain", "text/html"])
        self.assertIn("in dispute", message["Subject"])
        self.assertEqual(message.get_body(("plain",)).get_content().replace("\r\n", "\n").strip(), run().strip())
        self.assertEqual(message.defects, [])
        watch = pathlib.Path(self.folder.name) / "watch.txt"
        watch.write_text("# nobody\ndyad:FRA-DEU   # none\n")
        self.assertIn("nothing new", run("--watch", str(watch)))


if __name__ == "__main__":
    unittest.main()
