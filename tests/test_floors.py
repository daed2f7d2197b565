"""The house keeps its floors: imports go down only, and the pure parts know no file, no clock and no library.

A part is a module or a package right under ``plantrack``. Each stands on one floor here; one that stands on
none, or that is no longer there, is an error, so that this test cannot fall asleep.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "plantrack"
FLOORS = (
    (
        "__init__", "mark", "nearest", "pattern", "dates", "kinds", "record", "model", "finding", "news", "statements", "plan",
        "facts", "draft", "change", "changes",
    ),
    ("checks", "followup", "locales", "shipped", "store"),
    ("replies", "report", "views"),
    ("exports", "formats", "forms", "letters", "manual", "shell", "tab_key", "terminal"),
    ("commands",),
    ("cli", "__main__", "review"),
)  # fmt: skip
BESIDE = {
    "views": {"report"},
    "formats": {"terminal"},
    "manual": {"exports"},
    "terminal": {"manual"},
    "shell": {"tab_key"},
    "__main__": {"cli"},
}
"""What a part may take from its own floor. On the lowest any may, but never in a circle."""
PURE = {*FLOORS[0], "checks", "followup", "report", "views"}
UNKNOWN_TO_PURE = {
    "os", "sys", "io", "pathlib", "shutil", "tempfile", "subprocess", "time", "locale", "yaml", "typer", "rich", "jinja2",
}  # fmt: skip
KNOW_THE_CLOCK = {"commands.options", "terminal.progress"}
"""Where today comes in; and where it is seen that something takes its time."""
HEAVY = ("rich", "jinja2", "pydantic", "markdown_it", "babel", "hypothesis", "jsonschema", "pygments")
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "core", "base", "manager", "handler", "service"}


def floor_of(part: str) -> int:
    """A part that stands on no floor has none of its own, and a test says so."""
    return next((number for number, parts in enumerate(FLOORS) if part in parts), len(FLOORS))


def part_of(module: str) -> str:
    """``checks.circle`` is of the part ``checks``."""
    return module.partition(".")[0]


def read_modules() -> dict[str, ast.Module]:
    """Every module of the tool by its name inside the tool."""
    found = {}
    for file in sorted(SOURCE.rglob("*.py")):
        parts = file.relative_to(SOURCE).with_suffix("").parts
        name = ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)
        found[name] = ast.parse(file.read_text(encoding="utf-8"))
    return found


MODULES = read_modules()
PARTS = {part_of(module) for module in MODULES}


def imported(tree: ast.Module) -> Iterator[str]:
    """The full names of what a module imports, anywhere in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports give the full name"
            assert node.module
            if node.module == "plantrack":
                yield from (f"plantrack.{alias.name}" for alias in node.names)
            else:
                yield node.module


def own(tree: ast.Module) -> set[str]:
    """The parts of the tool that a module imports from."""
    names = {name.partition(".")[2] for name in imported(tree) if name.partition(".")[0] == "plantrack"}
    return {part_of(name) if part_of(name) in PARTS else "__init__" for name in names}


def test_every_part_stands_on_one_floor() -> None:
    standing = [part for floor in FLOORS for part in floor]
    assert sorted(standing) == sorted(PARTS)


def test_imports_go_down() -> None:
    wrong = []
    for module, tree in MODULES.items():
        part = part_of(module)
        floor = floor_of(part)
        beside = {*FLOORS[0], *BESIDE.get(part, ())}
        for other in own(tree) - {part}:
            if floor_of(other) > floor or (floor_of(other) == floor and other not in beside):
                wrong.append(f"{module} (floor {floor}) takes from {other} (floor {floor_of(other)})")
    assert wrong == []


def test_the_lowest_floor_has_no_circle() -> None:
    takes = {part: set() for part in FLOORS[0]}
    for module, tree in MODULES.items():
        if part_of(module) in takes:
            takes[part_of(module)] |= own(tree) - {part_of(module)}
    while takes:
        free = [part for part, others in takes.items() if not others & takes.keys()]
        assert free, f"they import each other: {sorted(takes)}"
        for part in free:
            del takes[part]


def test_what_stands_beside_is_used() -> None:
    """What is allowed and no longer needed is taken out."""
    used = {(part_of(module), other) for module, tree in MODULES.items() for other in own(tree)}
    assert {(part, other) for part, others in BESIDE.items() for other in others} <= used


def test_pure_parts_know_no_machine() -> None:
    for module, tree in MODULES.items():
        if part_of(module) in PURE:
            known = {name.partition(".")[0] for name in imported(tree)}
            called = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
            assert not known & UNKNOWN_TO_PURE, module
            assert not called & {"open", "input", "print"}, module


def test_the_clock_is_read_in_one_place() -> None:
    """So the day of judgement is always handed over, and no test depends on today."""
    readers = set()
    for module, tree in MODULES.items():
        asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        if asked & {"today", "now", "utcnow", "localtime"} or "time" in set(imported(tree)):
            readers.add(module)
    assert readers == KNOW_THE_CLOCK


def test_names_say_something() -> None:
    for module, tree in MODULES.items():
        assert not VAGUE_NAMES & set(module.split(".")), module
        assert ast.get_docstring(tree), f"{module} does not say what it is for"


def loaded_by(*arguments: str) -> set[str]:
    """The top names of all that is loaded once a command line has run, by a Python of its own."""
    script = (
        "import sys; from plantrack.__main__ import main\n"
        "try: main()\n"
        "except SystemExit as end: assert end.code in (0, None), end.code\n"
        "print('LOADED', *{name.partition('.')[0] for name in sys.modules})"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        cwd=ROOT,
    )
    return set(ran.stdout.rpartition("LOADED ")[2].split())


@pytest.mark.parametrize(
    "arguments", [("check", "plan"), ("status", "--plan", "plan"), ("--help",), ("explain", "PT501")]
)
def test_nothing_heavy_is_loaded(arguments: tuple[str, ...]) -> None:
    """Start-up time is a feature."""
    loaded = loaded_by(*arguments)
    assert "typer" in loaded
    assert not loaded & set(HEAVY)


def test_the_version_loads_next_to_nothing() -> None:
    assert not loaded_by("--version") & {"typer", "yaml", "json", "pathlib"}
