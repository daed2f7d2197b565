"""What a reader meets who opens a report as a web page: on a screen, in the dark, on a telephone, on paper."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from browser import Browser, View
from example_history import make

from plantrack.cli import run
from plantrack.commands import issuing

HERE = Path(__file__).parent
ROOT = HERE.parent
AXE = HERE / "web" / "node_modules" / "axe-core" / "axe.min.js"
VNU = HERE / "web" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
NORDVIK = ROOT / "examples" / "nordvik"


class Asked(NamedTuple):
    """A kind of page: of which plan and round, in which language, and of what."""

    plan: Path
    round: str
    language: str
    options: tuple[str, ...] = ()


SHORT = ("summary-sv", "activity-sv", "changes-en")
"""Pages that stand alone, and have hardly anywhere to lead."""
CORRECTED = Path("corrected")
"""Stands for a plan with a report that has been issued twice."""
HISTORY = Path("history")
"""Stands for a plan with three years of git, of which what changed is asked for."""
REPORTS = {
    "example-sv": Asked(HERE / "example", "2015", "sv"),
    "example-en": Asked(HERE / "example", "2015", "en"),
    "plan-sv": Asked(ROOT / "plan", "2015", "sv"),
    "plan-en": Asked(ROOT / "plan", "2015", "en"),
    "nordvik-first-en": Asked(NORDVIK, "2014", "en"),
    "nordvik-sv": Asked(NORDVIK, "2015", "sv"),
    "nordvik-final-en": Asked(NORDVIK, "2016", "en"),
    "summary-sv": Asked(NORDVIK, "2015", "sv", ("--summary",)),
    "goal-en": Asked(NORDVIK, "2015", "en", ("--only", "1.2")),
    "activity-sv": Asked(NORDVIK, "2015", "sv", ("--only", "1.1.3")),
    "organisation-en": Asked(NORDVIK, "2015", "en", ("--organisation", "fof")),
    "draft-sv": Asked(NORDVIK, "2016", "sv", ("--draft",)),
    "sources-en": Asked(HERE / "example", "2015", "en", ("--sources",)),
    "corrected-en": Asked(CORRECTED, "2015", "en"),
    "changes-en": Asked(HISTORY, "", "en", ("adopted", "rapport-2016", "--on", "2016-12-31", "--format", "html")),
}
SCREEN = View("screen")
DARK = View("dark", scheme="dark")
NARROW = View("narrow", width=320)
PAPER = View("paper", width=1000, medium="print")
ALL_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RULES = {
    SCREEN: ALL_RULES,
    DARK: ("color-contrast", "link-in-text-block"),
    PAPER: ("color-contrast",),
    NARROW: ("target-size", "scrollable-region-focusable", "meta-viewport"),
}
"""What is looked at in each view: everything once, and then what the view can change."""
LOOK = """
const drawn = node => document.querySelector(node.target.at(-1)).closest('svg[role=img]')
axe.run(document, {runOnly: RULES, resultTypes: ['violations', 'incomplete']}).then(found => {
  const told = kind => found[kind].flatMap(rule => rule.nodes
    .filter(node => kind == 'violations' || !(node.any.some(why => why.data?.messageKey == 'nonBmp') || drawn(node)))
    .map(node => `${rule.id}: ${rule.help}\\n  ${node.html}\\n  ${node.failureSummary || ''}`))
  return {wrong: [...told('violations'), ...told('incomplete')], held: found.passes.length}
})
"""
"""Also what cannot be decided counts, but for single symbols, which are tested below, and words inside a picture."""


class Pages:
    """Each report as its HTML file, made when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __getitem__(self, name: str) -> Path:
        page = self.folder / f"{name}.html"
        if not page.exists():
            asked = REPORTS[name]
            made = {CORRECTED: self.corrected, HISTORY: self.history}.get(asked.plan)
            plan = str(made() if made else asked.plan)
            what = ("report", asked.round) if asked.round else ("diff",)
            words = [*what, *asked.options, "--plan", plan, "--lang", asked.language, "-o", str(page)]
            assert run(words) == 0
        return page

    def history(self) -> Path:
        make(self.folder / "history")
        return self.folder / "history" / "plan"

    def corrected(self) -> Path:
        """The example with its round closed, and a mistake corrected afterwards."""
        plan = self.folder / "plan"
        shutil.copytree(HERE / "example", plan)
        file = plan / "rounds" / "2015.yaml"
        file.write_text(re.sub(r"(?m)^closed:.*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
        answer = plan / "progress" / "2015" / "2015-11-20-kof-1a2b.yaml"
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(issuing, "KEPT", ("html",))
            assert run(["round", "close", "2015", "--plan", str(plan), "--on", "2016-01-29"]) == 0
            answer.write_text(answer.read_text(encoding="utf-8").replace("ongoing", "completed", 1), encoding="utf-8")
            words = ["round", "correct", "2015", "--plan", str(plan), "--on", "2016-03-01", "--reason", "Misread."]
            assert run(words) == 0
        return plan


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The reports of this file's tests."""
    return Pages(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def browser(tools: Any) -> Iterator[Browser]:
    """A browser, for as long as the tests of this file run."""
    browser = Browser(tools.need("chromium", AXE))
    yield browser
    browser.close()


@pytest.mark.parametrize("name", REPORTS)
def test_html_is_valid(name: str, validity: dict[str, list[str]]) -> None:
    assert validity.get(name, []) == []


@pytest.fixture(scope="module")
def validity(tools: Any, pages: Pages) -> dict[str, list[str]]:
    """What the Nu HTML checker says of each page; of one with a fault too, to see that it says something."""
    java = tools.need("java", VNU)
    faulty = pages.folder / "faulty.html"
    faulty.write_text("<!DOCTYPE html><html lang=sv><title>x</title><p><h1></p>", encoding="utf-8")
    files = [str(page) for page in (faulty, *(pages[name] for name in REPORTS))]
    ran = subprocess.run([java, "-jar", str(VNU), "--format", "json", *files], capture_output=True, check=False)
    found: dict[str, list[str]] = {}
    for each in json.loads(ran.stderr or ran.stdout)["messages"]:
        found.setdefault(Path(each["url"]).stem, []).append(f"{each.get('lastLine')}: {each['message']}")
    assert found.pop("faulty")
    return found


LOOKS = [("example-en", view) for view in RULES] + [("nordvik-sv", view) for view in RULES]
LOOKS += [(name, view) for name in ("draft-sv", "organisation-en", "changes-en") for view in (DARK, PAPER)]
LOOKS += [(name, SCREEN) for name in REPORTS if (name, SCREEN) not in LOOKS]
"""All are looked at on a screen, and one of each kind in the other views: another language looks the same."""


@pytest.mark.parametrize(("name", "view"), LOOKS, ids=lambda part: getattr(part, "name", part))
def test_page_is_accessible(name: str, view: View, pages: Pages, browser: Browser) -> None:
    browser.open(pages[name], view)
    browser.run(AXE.read_text(encoding="utf-8"))
    found = browser.run(LOOK.replace("RULES", json.dumps(RULES[view])))
    assert found["wrong"] == []
    assert found["held"] >= (25 if view is SCREEN else 1)


def test_faults_are_seen(tmp_path: Path, browser: Browser) -> None:
    """Pale text, in the dark only: so the tests above say something."""
    page = tmp_path / "pale.html"
    style = "body { background: #fff; color: #000 } @media (prefers-color-scheme: dark) { body { color: #eee } }"
    page.write_text(
        f'<!DOCTYPE html><html lang="sv"><meta charset="utf-8"><title>x</title><style>{style}</style><h1>Blek</h1>',
        encoding="utf-8",
    )
    for view, faults in ((SCREEN, 0), (DARK, 1)):
        browser.open(page, view)
        browser.run(AXE.read_text(encoding="utf-8"))
        found = browser.run(LOOK.replace("RULES", '["color-contrast"]'))
        assert len(found["wrong"]) == faults, view


@pytest.mark.parametrize("name", REPORTS)
def test_page_on_a_telephone(name: str, pages: Pages, browser: Browser) -> None:
    """Nothing but a region that scrolls by itself is wider than 320 pixels."""
    browser.open(pages[name], NARROW)
    assert browser.run("[innerWidth, document.documentElement.clientWidth]") == [320, 320]
    assert browser.run("document.documentElement.scrollWidth") <= 320
    too_wide = """
      [...document.body.querySelectorAll('*')].filter(each => {
        for (let up = each; up != document.body; up = up.parentElement)
          if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX)) return false
        const box = each.getBoundingClientRect()
        return box.width > 1 && box.right > 320.5
      }).map(each => each.outerHTML.slice(0, 120))
    """
    assert browser.run(too_wide) == []


@pytest.mark.parametrize("name", REPORTS)
def test_page_stands_by_itself(name: str, pages: Pages, browser: Browser) -> None:
    """It asks for nothing but itself, its links lead somewhere, and it is in the language it says."""
    browser.open(pages[name], SCREEN)
    assert browser.asked_for == [pages[name].as_uri()]
    assert browser.run("document.scripts.length") == 0
    assert browser.run("document.documentElement.lang") == REPORTS[name].language
    leads = "document.getElementById(decodeURIComponent(link.hash.slice(1)))"
    links = "[...document.querySelectorAll('a[href^=\"#\"]')]"
    assert name in SHORT or browser.run(f"{links}.length") > 10
    assert browser.run(f"{links}.filter(link => !{leads}).map(link => link.outerHTML)") == []


PALE_SYMBOLS = """
(() => {
  const parts = color => color.match(/[\\d.]+/g).map(Number)
  const light = color => parts(color).slice(0, 3).map(each => each / 255)
    .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
    .reduce((sum, each, number) => sum + each * [0.2126, 0.7152, 0.0722][number], 0)
  const ground = each => {
    const color = getComputedStyle(each).backgroundColor
    return parts(color)[3] === 0 ? (each.parentElement ? ground(each.parentElement) : 'rgb(255, 255, 255)') : color
  }
  const contrast = each => {
    const [low, high] = [light(getComputedStyle(each).color), light(ground(each))].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  return [...document.querySelectorAll('.symbol')]
    .filter(each => contrast(each) < 3).map(each => `${contrast(each)}: ${each.parentElement.outerHTML}`)
})()
"""


@pytest.mark.parametrize("view", [SCREEN, DARK, PAPER], ids=lambda view: view.name)
def test_symbols_can_be_seen(view: View, pages: Pages, browser: Browser) -> None:
    """Contrast 3:1 at least, which the rules above cannot decide for a single sign."""
    browser.open(pages["nordvik-sv"], view)
    assert browser.run("document.querySelectorAll('.symbol').length") > 20
    assert browser.run(PALE_SYMBOLS) == []


def test_first_tab_leads_to_the_content(pages: Pages, browser: Browser) -> None:
    browser.open(pages["plan-sv"], SCREEN)
    for kind in ("keyDown", "keyUp"):
        browser.ask("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    link = browser.run("[document.activeElement.tagName, document.activeElement.hash]")
    assert link[0] == "A" and browser.run(f"!!document.querySelector({json.dumps(link[1])})"), link
    box = browser.run(
        "(box => [box.left, box.top, box.width, box.height])(document.activeElement.getBoundingClientRect())"
    )
    assert box[0] >= 0 and box[1] >= 0 and box[2] > 20 and box[3] > 10, "it must be seen when it has the focus"


@pytest.mark.parametrize("name", ["plan-sv", "nordvik-sv"])
def test_page_on_paper(name: str, pages: Pages, browser: Browser) -> None:
    browser.open(pages[name], PAPER)
    pdf = browser.pdf()
    assert pdf.startswith(b"%PDF-")
    assert 5 < pdf.count(b"/Type /Page\n") < 200
    assert b"/MediaBox [0 0 59" in pdf, "A4, upright"
    assert b"/StructTreeRoot" in pdf, "tagged, so that a screen reader finds its way"
