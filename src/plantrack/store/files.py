"""Which file of a plan is what: the kinds of files, and how a path tells the kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plantrack.model.agreement import Agreement
from plantrack.model.ballot import Ballot
from plantrack.model.decision import Decision
from plantrack.model.event import Event
from plantrack.model.glossary import Glossary
from plantrack.model.goal import Goal, Theme
from plantrack.model.organisation import Organisations
from plantrack.model.plan import Header
from plantrack.model.progress import Issue, ReportText, Round, Submission
from plantrack.record import Record

KINDS: Mapping[str, type[Record]] = {
    "plan": Header,
    "agreement": Agreement,
    "organisations": Organisations,
    "glossary": Glossary,
    "theme": Theme,
    "goal": Goal,
    "round": Round,
    "submission": Submission,
    "text": ReportText,
    "issue": Issue,
    "decision": Decision,
    "event": Event,
    "ballot": Ballot,
}
"""Every kind of file, with the record it holds."""

TABLES = {"organisations": "organisations", "glossary": "terms"}
"""Files that are one table from the first line on, and the field that holds it."""

AT_THE_TOP = ("plan", "agreement", "organisations", "glossary")
IN_FOLDERS = {
    "rounds": "round",
    "progress": "submission",
    "log": "event",
    "decisions": "decision",
    "ballots": "ballot",
    "agreements": "agreement",
}
PLAN_FILE = "plan.yaml"
ISSUE_FILE = "issue.yaml"
TEMPLATES = "templates"
README = "README.md"
"""May lie in a folder for other things, for people."""
OTHER_FOLDERS = (TEMPLATES,)
"""Folders of a plan that hold no YAML of the format."""

LENT = ("organisations", "glossary", "agreement")
"""What a plan lends to another that uses its folder. A folder that holds no plan lends all that is in it."""


class Place(NamedTuple):
    """What the path of a file says that it is."""

    kind: str
    id: str


def place_of(path: str) -> Place | None:
    """What a file is by its path inside the plan; None where no such file belongs there."""
    folders = path.split("/")
    stem = folders.pop().removesuffix(".yaml")
    if not folders:
        return Place(stem, stem) if stem in AT_THE_TOP else None
    if folders[0] in IN_FOLDERS:
        return Place(IN_FOLDERS[folders[0]], stem)
    if folders[0] == "reports":
        if len(folders) == 2:
            return Place("text", f"{folders[1]}/{stem}")
        if len(folders) == 4 and folders[2] == "issued" and path.endswith(f"/{ISSUE_FILE}"):
            return Place("issue", f"{folders[1]}/{folders[3]}")
        return None
    if len(folders) > 1:
        return None
    if stem == "theme":
        return Place("theme", folders[0].partition("-")[0])
    return Place("goal", stem.partition("-")[0])


def is_lent(path: str) -> bool:
    """Whether a plan's file is one that other plans may share, by its path in the plan's folder."""
    place = place_of(path)
    return place is not None and place.kind in LENT
