"""What is said of the invented history, whole, as it is meant to read. Accept a change with ``PLANTRACK_ACCEPT=1``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from example_history import make
from test_report_golden import compare

from plantrack import __version__
from plantrack.cli import run

GOLDEN = Path(__file__).parent / "golden" / "history"
DAY = ("--on", "2016-12-31")
YEARS = {
    "2014": ("diff", "adopted", "rapport-2014", *DAY),
    "2015": ("diff", "rapport-2014", "rapport-2015", *DAY),
    "2016": ("diff", "rapport-2015", "rapport-2016", *DAY),
    "three-years": ("diff", "adopted", "rapport-2016", *DAY),
    "proposal": ("diff", "main...forslag-nya-tider", "--on", "2017-01-15"),
    "evaluation": ("diff", "main...granskning-2016", *DAY),
}
"""What is compared; the last two are branches that are open."""
LIVES = {
    "activity": ("history", "1.2.1"),
    "split": ("history", "1.2.3"),
    "goal": ("history", "1.2"),
    "indicator": ("history", "1.1.m1"),
    "organisation": ("history", "kof"),
}
AGAINST = ("check", "--against", "adopted", *DAY)


class Case(NamedTuple):
    """A golden file, and what is typed to get it."""

    name: str
    words: tuple[str, ...]


def cases() -> list[Case]:
    found = []
    for language in ("sv", "en"):
        said = ("--lang", language)
        found += [Case(f"diff-{name}-{language}.txt", (*words, *said)) for name, words in YEARS.items()]
        found += [Case(f"history-{name}-{language}.txt", (*words, *said)) for name, words in LIVES.items()]
        found.append(Case(f"check-{language}.txt", (*AGAINST, *said)))
        found.append(Case(f"diff-2016-{language}.md", (*YEARS["2016"], *said, "--format", "md")))
    found.append(Case("diff-three-years-sv.md", (*YEARS["three-years"], "--lang", "sv", "--format", "md")))
    found.append(Case("diff-proposal-sv.md", (*YEARS["proposal"], "--lang", "sv", "--format", "md")))
    found.append(Case("diff-three-years-en.html", (*YEARS["three-years"], "--lang", "en", "--format", "html")))
    found.append(Case("diff-2016-en.json", (*YEARS["2016"], "--lang", "en", "--format", "json")))
    found.append(Case("history-activity-sv.md", (*LIVES["activity"], "--lang", "sv", "--format", "md")))
    found.append(Case("history-activity-en.json", (*LIVES["activity"], "--lang", "en", "--format", "json")))
    return found


CASES = cases()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("history")
    make(made)
    return made


@pytest.mark.parametrize("case", CASES, ids=[each.name for each in CASES])
def test_it_reads_as_it_did(
    case: Case, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    capsys.readouterr()
    code = run([*case.words])
    said = capsys.readouterr()
    assert said.err == ""
    assert code == (1 if case.words[0] == "check" else 0)
    compare(GOLDEN / case.name, said.out.replace(f"plantrack {__version__}", "plantrack X"))


def test_every_golden_file_is_used() -> None:
    kept = {file.name for file in GOLDEN.iterdir()}
    assert kept == {case.name for case in CASES}, "remove or use"


def test_nobody_is_named() -> None:
    """Who wrote a commit stands in no text."""
    for file in GOLDEN.iterdir():
        text = file.read_text(encoding="utf-8")
        assert "kansliet@" not in text and "Kansliet <" not in text, file.name


def test_both_languages_tell_the_same() -> None:
    """As many things in each list, and the same decisions and revisions; so nothing is lost in one of them."""
    for file in GOLDEN.glob("*-sv.txt"):
        other = file.with_name(file.name.replace("-sv.", "-en."))
        one, two = (each.read_text(encoding="utf-8").splitlines() for each in (file, other))
        assert len(one) == len(two), file.name
        assert [re.findall(r"\d{4}-\d\d-\d\d-\w+", line) for line in one] == [
            re.findall(r"\d{4}-\d\d-\d\d-\w+", line) for line in two
        ], file.name
