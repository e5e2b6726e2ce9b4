"""The site over a register of the samples (and of the cases in ../shared, where they are there), for tests that need it running."""
import contextlib
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CASES = ROOT.parent / "shared" / "data" / "cases" / "reports.jsonl"


def add(binary, register):
    """Fills a register."""
    inputs = [ROOT / "Samples"] + ([CASES] if CASES.exists() else [])
    subprocess.run([binary, "add", "--register", register, *inputs], check=True, stderr=subprocess.DEVNULL)


@contextlib.contextmanager
def serving(binary, register=None, options=()):
    """The address of the site while it runs; without a register one is made for the time."""
    with tempfile.TemporaryDirectory() as folder:
        if register is None:
            register = pathlib.Path(folder) / "register.sqlite"
            add(binary, register)
        server = subprocess.Popen(
            [binary, "serve", "--register", register, "--port", "0", *options], stderr=subprocess.PIPE, text=True)
        try:
            line = server.stderr.readline()
            match = re.search(r"http://\S+?(?=/ )", line)
            if not match:
                raise RuntimeError(f"the site did not start: {line}{server.stderr.read()}")
            yield match.group()
        finally:
            server.terminate()
            server.stderr.close()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                raise
