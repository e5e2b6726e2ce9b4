#!/usr/bin/env python3
"""Uses the site in a real browser (Chromium, driven over WebDriver), as a person does: by the keyboard alone, with and without
JavaScript, in dark mode, on a phone; and looks for violations of WCAG 2.2 A and AA on every type of page (axe-core).

usage: browse.py [--binary BIN] [--screens DIR]

Needs Debian's chromium and chromium-driver and the Python packages of browse-requirements.txt (`make browse` sees to both).
Writes screenshots to DIR. Prints a line for each check; ends with 1 where one fails.
"""
import argparse
import importlib.util
import json
import pathlib
import sys
import urllib.parse
import urllib.request

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import site_server

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
WIDE, PHONE = (1280, 900), (390, 844)


class Failed(Exception):
    pass


def check(condition, words):
    if not condition:
        raise Failed(words)


def browser(javascript=True, size=WIDE):
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--force-color-profile=srgb"):
        options.add_argument(argument)
    options.add_argument(f"--window-size={size[0]},{size[1]}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    if not javascript:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    driver.set_page_load_timeout(60)
    driver.set_script_timeout(60)
    return driver


class Reader:
    """Somebody who has a keyboard and no mouse."""

    def __init__(self, driver, base):
        self.driver, self.base = driver, base

    def open(self, path):
        self.driver.get(self.base + path)

    def press(self, *keys):
        actions = webdriver.ActionChains(self.driver)
        for key in keys:
            actions.send_keys(key)
        actions.perform()

    def chord(self, modifier, key):
        webdriver.ActionChains(self.driver).key_down(modifier).send_keys(key).key_up(modifier).perform()

    def wait(self, condition, words):
        try:
            return WebDriverWait(self.driver, 30).until(lambda _: condition())
        except Exception:
            raise Failed(f"{words}; at {self.driver.current_url}")

    @property
    def focused(self):
        return self.driver.switch_to.active_element

    def tab_to(self, selector, most=200):
        """Presses Tab until what has the focus fits a selector."""
        for _ in range(most):
            self.press(Keys.TAB)
            if self.focused.get_attribute("outerHTML") in self.matching(selector):
                return self.focused
        raise Failed(f"no Tab reaches {selector} at {self.driver.current_url}")

    def matching(self, selector):
        return {e.get_attribute("outerHTML") for e in self.driver.find_elements(By.CSS_SELECTOR, selector)}

    def heading(self):
        return self.driver.find_element(By.CSS_SELECTOR, "h1").text

    def screen(self, folder, name):
        self.driver.save_screenshot(str(folder / f"{name}.png"))

    def complaints(self):
        return [e["message"] for e in self.driver.get_log("browser") if e["level"] == "SEVERE"]


def by_keyboard(reader, folder):
    """Opens a dispute with the keys of a feed reader, follows a value to its sentence, searches, brushes the histogram."""
    reader.open("/")
    reader.screen(folder, "today")
    reader.press("j")
    reader.wait(lambda: reader.driver.find_elements(By.CSS_SELECTOR, "[data-item].current"), "j reaches no row")
    reader.press("o")
    reader.wait(lambda: "/encounters/" in reader.driver.current_url, "o opens no encounter")
    check(reader.driver.find_elements(By.CSS_SELECTOR, ".dispute"), "the first row of the first page is no dispute")
    reader.screen(folder, "encounter")
    reader.tab_to(".marks a")
    reader.press(Keys.ENTER)
    reader.wait(lambda: "/reports/" in reader.driver.current_url, "a source's mark leads to no report")
    anchor = urllib.parse.urlsplit(reader.driver.current_url).fragment
    check(anchor.startswith("s"), "a source's mark names no sentence")
    check(reader.driver.find_elements(By.ID, anchor), f"the report has no {anchor}")
    reader.screen(folder, "report")

    reader.press("/")
    reader.wait(lambda: reader.focused.get_attribute("id") == "find", "/ does not reach the search")
    reader.press("Moscow OR Beijing", Keys.ENTER)
    reader.wait(lambda: "/search?q=" in reader.driver.current_url, "Enter does not search")
    check(reader.driver.find_elements(By.CSS_SELECTOR, ".row"), "the search finds nothing")
    reader.screen(folder, "search")
    reader.tab_to("svg[data-brush]")
    reader.press(Keys.END)
    reader.chord(Keys.SHIFT, Keys.ARROW_LEFT)
    reader.press(Keys.ENTER)
    reader.wait(lambda: "date%3A" in reader.driver.current_url, "the histogram cannot be brushed by the keyboard")

    reader.press("g", "d")
    reader.wait(lambda: reader.driver.current_url.endswith("/dyads"), "g d does not go to the dialogues")
    reader.press("?")
    reader.wait(lambda: reader.driver.find_elements(By.CSS_SELECTOR, "dialog[open]"), "? shows no help")
    reader.screen(folder, "help")
    reader.press(Keys.ESCAPE)
    reader.wait(lambda: not reader.driver.find_elements(By.CSS_SELECTOR, "dialog[open]"), "Escape does not close the help")
    reader.chord(Keys.CONTROL, "k")
    reader.wait(lambda: reader.driver.find_elements(By.CSS_SELECTOR, "dialog[open] input"), "Ctrl-K opens no palette")
    reader.press("lavrov")
    reader.wait(lambda: "Lavrov" in reader.driver.find_element(By.CSS_SELECTOR, "dialog[open]").text, "the palette suggests nobody")
    reader.screen(folder, "palette")
    reader.press(Keys.ESCAPE)


def by_pointer(reader, folder):
    """Drags over the histogram."""
    reader.open("/search?q=talks")
    bars = reader.driver.find_elements(By.CSS_SELECTOR, "svg[data-brush] g[data-first] rect.ground")
    check(len(bars) > 3, "the histogram has too few bars")
    actions = webdriver.ActionChains(reader.driver)
    actions.move_to_element(bars[-3]).click_and_hold().move_to_element(bars[-1]).release().perform()
    reader.wait(lambda: "date%3A" in reader.driver.current_url, "a drag over the histogram leads nowhere")


def without_script(reader, folder):
    """The same by Tab and Enter alone."""
    reader.open("/")
    reader.tab_to(".rows .headline")
    reader.press(Keys.ENTER)
    reader.wait(lambda: "/encounters/" in reader.driver.current_url, "Enter opens no encounter")
    check(reader.driver.find_elements(By.CSS_SELECTOR, ".dispute"), "the first row of the first page is no dispute")
    reader.tab_to(".marks a")
    reader.press(Keys.ENTER)
    reader.wait(lambda: "/reports/" in reader.driver.current_url and "#s" in reader.driver.current_url, "no sentence")
    reader.screen(folder, "report-without-script")
    reader.tab_to("#find")
    reader.press("talks", Keys.ENTER)
    reader.wait(lambda: "/search?q=talks" in reader.driver.current_url, "the form does not search")
    reader.tab_to(".chart summary")
    reader.press(Keys.ENTER)
    reader.tab_to(".chart tbody a")
    reader.press(Keys.ENTER)
    reader.wait(lambda: "date%3A" in reader.driver.current_url, "the table behind the chart leads nowhere")


def page_types(base):
    """A path of every type of page."""
    def get(path):
        with urllib.request.urlopen(base + path) as answer:
            return json.load(answer)
    disputed = get("/search.json?q=disputed:yes")["encounters"][0]["encounter"]
    whole = get(f"/encounters/{disputed['id']}.json")
    a, b = sorted(disputed["parties"])[:2]
    quote = lambda text: urllib.parse.quote(text, safe="")
    series = get("/series.json")["items"]
    paths = {
        "today": "/", "search": "/search?q=talks", "nothing": "/search?q=zzzz", "encounter": f"/encounters/{disputed['id']}",
        "compare": f"/encounters/{disputed['id']}/compare", "report": "/reports/" + quote(whole["reports"][0]["document"]),
        "dyad": f"/dyads/{a}-{b}", "party": f"/parties/{a}", "person": "/persons/" + quote(disputed["persons"][0]),
        "issue": "/issues/arms-control", "place": "/places/" + quote(disputed["place"]), "dyads": "/dyads", "persons": "/persons",
        "issues": "/issues", "places": "/places", "sources": "/sources", "calendar": "/calendar", "problems": "/problems",
        "about": "/about", "source": "/sources/" + quote(whole["reports"][0]["source"]["name"]), "missing": "/nowhere",
        "wrong": "/search?q=kind:nothing", "card": f"/encounters/{disputed['id']}.card"}
    if series:
        paths["series"] = "/series/" + quote(series[0]["value"])
    return paths


def accessible(reader, paths, axe):
    """The violations of every page, in both themes, wide and on a phone."""
    found = []
    for theme in ("light", "dark"):
        reader.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": theme}]})
        for name, path in paths.items():
            reader.open(path)
            reader.driver.execute_script(axe)
            result = reader.driver.execute_async_script(
                "const done = arguments[1]; axe.run(document, {runOnly: arguments[0]}).then(done)", WCAG)
            for violation in result["violations"]:
                node = violation["nodes"][0]
                found.append(f"{theme} {name}: {violation['id']}: {node['html'][:160]} {node['failureSummary'][:200]}")
    return found


def fits(reader, paths, folder, theme):
    """Pages that are wider than a phone."""
    reader.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": theme}]})
    reader.driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": PHONE[0], "height": PHONE[1], "deviceScaleFactor": 2, "mobile": True})
    wide = []
    for name, path in paths.items():
        reader.open(path)
        if reader.driver.execute_script("return document.scrollingElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(name)
        reader.screen(folder, f"phone-{name}")
    return wide


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(site_server.ROOT / ".build" / "release" / "rapporteur"))
    parser.add_argument("--screens", default=str(site_server.ROOT / ".build" / "screens"))
    args = parser.parse_args()
    folder = pathlib.Path(args.screens)
    folder.mkdir(parents=True, exist_ok=True)
    package = pathlib.Path(importlib.util.find_spec("axe_playwright_python").origin).parent
    axe = next(package.rglob("axe.min.js")).read_text(encoding="utf-8")
    failures = 0

    def run(name, work):
        nonlocal failures
        try:
            found = work() or []
        except Failed as failure:
            found = [str(failure)]
        failures += bool(found)
        print(f"  {'FAILED' if found else 'passed'}  {name}", *found[:20], sep="\n            " if found else "", flush=True)

    with site_server.serving(args.binary) as base:
        paths = page_types(base)
        reader = Reader(browser(), base)
        try:
            run("by the keyboard alone", lambda: by_keyboard(reader, folder))
            run("by the pointer", lambda: by_pointer(reader, folder))
            def quiet():
                reader.complaints()
                for name, path in paths.items():
                    if name not in ("missing", "wrong"):
                        reader.open(path)
                        reader.screen(folder, f"wide-{name}")
                return reader.complaints()
            run("no error in the console", quiet)
            run("no violation of WCAG 2.2 A and AA, light and dark", lambda: accessible(reader, paths, axe))
            run("fits a phone, dark", lambda: [f"{n} is wider" for n in fits(reader, paths, folder, "dark")])
        finally:
            reader.driver.quit()
        reader = Reader(browser(javascript=False), base)
        try:
            run("without JavaScript", lambda: without_script(reader, folder))
        finally:
            reader.driver.quit()
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
