"""The documents tell the truth: what is made from the code is made anew, what can be run is run, and links lead somewhere.

``PLANTRACK_ACCEPT=1`` writes the pages and schemas that are made from the code.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from itertools import zip_longest
from pathlib import Path
from pkgutil import iter_modules
from typing import NamedTuple

import pytest

from plantrack import commands
from plantrack.checks import rule_book
from plantrack.cli import COMMANDS, run
from plantrack.commands.schema import as_text
from plantrack.locales import speech
from plantrack.manual import format_page, rules_page
from plantrack.store.files import KINDS
from plantrack.store.nodes import compose

ROOT = Path(__file__).parent.parent
PLANS_WITH_SCHEMAS = ("plan", "examples/nordvik")
PAIRS = (("README.md", "README.sv.md"), ("docs/handbook.md", "docs/handbook.sv.md"))
TOLD = [document for pair in PAIRS for document in pair]
DOCUMENTS = sorted(
    file.relative_to(ROOT).as_posix() for folder in (ROOT, ROOT / "docs") for file in folder.glob("*.md")
)
LINK = re.compile(r"(?<!!)\[(?:[^\]\\]|\\.)*\]\(([^()\s]*(?:\([^()\s]*\))?[^()\s]*)\)")
HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
GROUPS = {
    group.name: import_module(f"plantrack.commands.{group.name}").COMMANDS
    for group in iter_modules(commands.__path__)
    if group.ispkg
}
"""Commands that have commands of their own."""
ALONE = {name: getattr(import_module(f"plantrack.commands.{name}"), "ALONE", "") for name in GROUPS}
"""Group -> the command that it is where none of its own is named."""
INLINE = re.compile(r"`([^`\n]+)`")


def made() -> dict[str, Callable[[], str]]:
    """Every file that is made from the code, with what makes it."""
    rules = [check.RULE for check in rule_book()]
    files: dict[str, Callable[[], str]] = {
        "docs/format.md": lambda: format_page(speech("en")),
        "docs/format.sv.md": lambda: format_page(speech("sv")),
        "docs/checks.md": lambda: rules_page(rules, speech("en")),
        "docs/checks.sv.md": lambda: rules_page(rules, speech("sv")),
    }
    for plan in PLANS_WITH_SCHEMAS:
        for kind in KINDS:
            files[f"{plan}/.schema/{kind}.json"] = lambda kind=kind: as_text(kind, speech("sv"))
    return files


MADE = made()
ACCEPT = "PLANTRACK_ACCEPT=1 python -m pytest tests/test_docs.py"


@pytest.mark.parametrize("name", MADE)
def test_what_the_code_makes_is_current(name: str) -> None:
    file = ROOT / name
    text = MADE[name]()
    if os.environ.get("PLANTRACK_ACCEPT") == "1":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    found = file.read_text(encoding="utf-8") if file.exists() else ""
    if found != text:
        lines = zip_longest(found.split("\n"), text.split("\n"))
        number, (old, new) = next((number, pair) for number, pair in enumerate(lines, 1) if pair[0] != pair[1])
        pytest.fail(f"{name}:{number}: {old!r} is now {new!r}\n{ACCEPT} writes it anew.", pytrace=False)


@pytest.mark.parametrize("plan", PLANS_WITH_SCHEMAS)
def test_no_schema_is_left_over(plan: str) -> None:
    assert {file.stem for file in (ROOT / plan / ".schema").iterdir()} == set(KINDS)


@cache
def text_of(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", TOLD)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_told(command: str, document: str) -> None:
    assert re.search(rf"\bplantrack {command}\b", text_of(document))


@pytest.mark.parametrize("document", ["docs/handbook.md", "docs/handbook.sv.md"])
@pytest.mark.parametrize(("group", "command"), [(group, each) for group, inner in GROUPS.items() for each in inner])
def test_every_command_of_a_group_is_told(group: str, command: str, document: str) -> None:
    assert re.search(rf"\bplantrack {group} {command}\b", text_of(document))


class Line(NamedTuple):
    """One command line of a document, what it is said to print, and its exit code."""

    document: str
    command: str
    printed: list[str]
    code: int


def command_lines(document: str) -> Iterator[Line]:
    """The command lines of a document's console blocks. ``# exit code 1`` after one says that it is not 0."""
    for _indent, kind, body in FENCE.findall(text_of(document)):
        if kind != "console":
            continue
        assert body.startswith("$ "), f"{document}: a console block begins with a command: {body}"
        for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
            command, *printed = part.rstrip("\n").split("\n")
            noted = re.search(r"# (?:exit code|slutkod) (\d)", command)
            yield Line(document, command, printed, int(noted[1]) if noted else 0)


@pytest.mark.parametrize("document", TOLD)
def test_command_lines_run(document: str, tmp_path: Path) -> None:
    """One after the other, in a folder where the example lies as ``plan/``."""
    shutil.copytree(ROOT / "examples" / "nordvik", tmp_path / "plan")
    for line in command_lines(document):
        words = shlex.split(line.command, comments=True)
        assert words[0] == "plantrack", line
        ran = subprocess.run(
            [sys.executable, "-m", *words], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert ran.returncode == line.code, (line, ran.stdout[-500:], ran.stderr)
        assert "Traceback" not in ran.stderr
        for each in line.printed:
            assert each in ran.stdout, line


def test_there_are_command_lines() -> None:
    for document in ("docs/handbook.md", "docs/handbook.sv.md"):
        assert len(list(command_lines(document))) > 3


@pytest.mark.parametrize("document", DOCUMENTS)
def test_options_exist(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every ``plantrack COMMAND --option`` that a document writes."""
    told = [*INLINE.findall(FENCE.sub("", text_of(document))), *(line.command for line in command_lines(document))]
    for line in told:
        found = re.match(r"plantrack ([a-z]+)\b(.*)", line)
        if found and found[1] in COMMANDS:
            inner = [each for each in found[2].split()[:1] if each in GROUPS.get(found[1], {})]
            inner = inner or [each for each in (ALONE.get(found[1]),) if each]
            assert run([found[1], *inner, "--help"]) == 0, line
            page = capsys.readouterr().out
            for option in re.findall(r"(?<=\s)--?[a-z][a-z-]*", found[2]):
                assert re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", page), line
        elif found:
            raise AssertionError(f"{document} names a command that does not exist: {line}")


@pytest.mark.parametrize("document", ["docs/handbook.md", "docs/handbook.sv.md"])
def test_yaml_can_be_read(document: str) -> None:
    blocks = [body for _indent, kind, body in FENCE.findall(text_of(document)) if kind == "yaml"]
    assert blocks
    for body in blocks:
        node, faults = compose(document, body)
        assert not faults, body
        assert node is not None or body.lstrip().startswith("#")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0])
def test_both_languages_say_as_much(pair: tuple[str, str]) -> None:
    """The same headings and the same examples, in the same order."""
    shapes = []
    for document in pair:
        outside = FENCE.sub("", text_of(document))
        blocks = [(kind, len(body.split("\n"))) for _indent, kind, body in FENCE.findall(text_of(document))]
        shapes.append(([len(marks) for marks, _title in HEADING.findall(outside)], blocks))
    assert shapes[0] == shapes[1]


def anchor(title: str) -> str:
    """The anchor that a heading has on a page of a git host."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", title).replace("`", "").strip().lower()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


@cache
def anchors(document: str) -> set[str]:
    found: set[str] = set()
    for _marks, title in HEADING.findall(FENCE.sub("", text_of(document))):
        name, number = anchor(title), 0
        while (name if number == 0 else f"{name}-{number}") in found:
            number += 1
        found.add(name if number == 0 else f"{name}-{number}")
    return found


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    text = INLINE.sub("", FENCE.sub("", text_of(document)))
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            assert re.match(r"https://[\w.-]+\.\w+|mailto:", target), target
            continue
        path, _sign, place = target.partition("#")
        file = (ROOT / document).parent / path if path else ROOT / document
        assert file.resolve().is_relative_to(ROOT), target
        assert file.exists(), f"{document} leads to {target}"
        if place:
            assert place in anchors(file.resolve().relative_to(ROOT).as_posix()), f"{document} leads to {target}"
