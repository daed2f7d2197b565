"""The files of the next plan, made from those of this one: its own file, and the themes and goals that go on.

Organisations, agreement and glossary are not copied: the next plan uses them where they lie.
"""

from __future__ import annotations

import os
from typing import Any, NamedTuple

from plantrack.facts import Facts
from plantrack.pattern import pattern
from plantrack.store.block import Absent, block
from plantrack.store.files import LENT, PLAN_FILE
from plantrack.store.next_goal import Onward, next_goal, next_theme
from plantrack.store.raw import Raw, listed, raw_of
from plantrack.store.tree import Files

TAKEN_OVER = (
    "format", "invented", "language", "languages", "implements", "parties", "levels", "scale", "fields", "tags",
    "follow_up", "seasons", "currency", "reviewers", "rules",
)  # fmt: skip
"""Fields of the plan's own file that are conventions, and hold for the next plan too."""
SCHEMAS = ".schema"
PLAIN_WAY = pattern(r"[\w./-]+")
TABLES = (
    "shared", "activities", "criteria", "indicators", "levels", "scale", "fields", "tags", "awaited", "follow_up", "seasons",
)  # fmt: skip
"""What stands apart from what is before it."""


class Named(NamedTuple):
    """What the next plan is called, and for which time."""

    id: str
    period: str
    years: tuple[int, int]
    old_years: tuple[int, int]


def next_files(tree: Files, facts: Facts, named: Named, onward: Onward, way_back: str) -> dict[str, bytes]:
    """Every file of the next plan by its path in it. ``way_back`` leads from its folder to this plan's."""
    goals = {facts.file_of["goal", each] for each in onward.carried.goals}
    folders = {file.rpartition("/")[0] for file in goals}
    read = {file: raw_of(tree.read(file) or b"") for file in goals}
    header = _header(raw_of(tree.read(PLAN_FILE) or b""), facts, named, onward, way_back, list(read.values()))
    found = {PLAN_FILE: _text(tree, PLAN_FILE, "plan", header)}
    for source in facts.of_kind("theme"):
        if source.file.rpartition("/")[0] in folders:
            found[source.file] = _text(tree, source.file, "theme", next_theme(raw_of(tree.read(source.file) or b"")))
    for file, goal in sorted(read.items()):
        found[file] = _text(tree, file, "goal", next_goal(goal, onward))
    for name in tree.names(SCHEMAS):
        found[f"{SCHEMAS}/{name}"] = tree.read(f"{SCHEMAS}/{name}") or b""
    return found


def _header(old: Raw, facts: Facts, named: Named, onward: Onward, way_back: str, goals: list[Raw]) -> Raw:
    kept = {name: old[name] for name in TAKEN_OVER if name in old}
    if "parties" in kept:
        kept["parties"] = onward.parties(kept["parties"])
    if isinstance(kept.get("follow_up"), dict):
        kept["follow_up"] = {
            name: onward.parties(value) if name in ("responsible", "support", "recipient") else value
            for name, value in kept["follow_up"].items()
            if name != "readings"
        }
    awaited = {each for goal in goals for one in (goal.get("activities") or {}).values() for each in _awaits(one)}
    kept["awaited"] = {i: each for i, each in (old.get("awaited") or {}).items() if i in awaited}
    kept |= {"id": named.id, "period": named.period, "continues": [onward.plan]}
    kept["uses"] = _uses(facts, way_back)
    for field in ("title", "short_title"):
        if field in old:
            kept[field] = renewed(old[field], named)
    order = [each for each in type(facts.plan.header).FIELDS if kept.get(each)]
    return {name: kept[name] for name in order}


def _awaits(activity: Any) -> list[str]:
    return listed(activity.get("awaits")) if isinstance(activity, dict) else []


def _uses(facts: Facts, way_back: str) -> list[str]:
    """The folders that the next plan shares: this plan's own, where it has anything to share, and those that it uses."""
    own = any(each.kind in LENT and not each.file.startswith("../") for each in facts.sources)
    used = [f"{way_back}/{each}" for each in facts.plan.header.uses]
    return [os.path.normpath(each).replace("\\", "/") for each in [*([way_back] if own else []), *used]]


def renewed(title: Any, named: Named) -> Any:
    """A title with the years of the next plan; after it, where the old one names none."""
    if isinstance(title, dict):
        return {language: renewed(text, named) for language, text in title.items()}
    if isinstance(title, Absent):
        return title
    (old_start, old_end), (start, end) = named.old_years, named.years
    span = pattern(rf"(?<!\d){old_start}(\s*[-\u2013/]\s*){old_end}(?!\d)")
    text, done = span.subn(lambda found: f"{start}{found[1]}{end}", title)
    if not done and old_start == old_end:
        text, done = pattern(rf"(?<!\d){old_start}(?!\d)").subn(f"{start}\N{EN DASH}{end}", title)
    return text if done else f"{title} {start}\N{EN DASH}{end}"


def _text(tree: Files, file: str, kind: str, record: Raw) -> bytes:
    """A file's text, with the line by which an editor finds its schema."""
    schema = tree.read(f"{SCHEMAS}/{kind}.json") is not None
    head = f"# yaml-language-server: $schema={'../' * file.count('/')}{SCHEMAS}/{kind}.json\n" if schema else ""
    ways = record.get("uses", ()) if kind == "plan" else ()
    if not all(map(PLAIN_WAY.fullmatch, ways)):
        return (head + aired(block(record))).encode()
    text = block({name: value for name, value in record.items() if name != "uses"})
    if ways:  # a way needs no bar, though it begins with dots
        shown = ways[0] if len(ways) == 1 else f"[{', '.join(ways)}]"
        text = text.replace("\ncontinues: ", f"\nuses: {shown}\ncontinues: ")
    return (head + aired(text)).encode()


def aired(text: str) -> str:
    """A file's text with an empty line before each table, and between the activities, so that it is easy to read."""
    lines: list[str] = []
    table = ""
    for line in text.splitlines(keepends=True):
        if line[0] not in " \n":
            before, table = table, line.partition(":")[0] if line.endswith(":\n") else ""
            apart = table in TABLES or before in TABLES
        else:
            apart = table == "activities" and line[:2] == "  " and line[2] not in " \n" and lines[-1] != "activities:\n"
        lines += ["\n", line] if apart else [line]
    return "".join(lines)
