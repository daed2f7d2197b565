"""What the checks look at: the plan, where each thing stands, and what could not be read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from copy import copy
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from plantrack.facts.answers import Said, said
from plantrack.facts.wording import Passage, passages
from plantrack.finding import Fault, Key, Where
from plantrack.plan import Plan
from plantrack.record import Record

if TYPE_CHECKING:
    from plantrack.change import Change

INSIDE = {
    "activity": ("goal", "activities"),
    "criterion": ("goal", "criteria"),
    "indicator": ("goal", "indicators"),
    "mandate item": ("decision", "items"),
    "commitment": ("agreement", "commitments"),
    "principle": ("agreement", "principles"),
}
"""Things that stand inside the file of another: its kind, and the field that holds them."""

LONGEST = 80
"""Letters of what a file says that are shown in a sentence."""


HIDES_BLOCKS = (
    "unknown_field", "duplicate_key", "braces", "not_a_block", "not_a_text", "id_form", "tab", "indentation",
    "unclosed_list", "unclosed_quote", "no_colon",
)  # fmt: skip
"""Faults that may hide a whole block, so that references to what stood in it say nothing new."""
HIDES_NOTHING = ("translation", "byte_order_mark", "curly_quotes", "personal_data", "file_name", "odd_line_break")
"""Faults after which everything is still shown."""
BLOCKS = ("activities", "criteria", "indicators", "steps")


class Source(NamedTuple):
    """One file that was read: what kind it is, its id, and what it says."""

    kind: str
    id: str
    file: str
    record: Record


class Unreadable(NamedTuple):
    """A file that could not be read whole, and what it would have defined."""

    kind: str
    id: str
    file: str


class Facts:
    """A plan as read from its files, for one day of judgement."""

    def __init__(
        self,
        plan: Plan,
        day: date,
        *,
        sources: tuple[Source, ...] = (),
        faults: tuple[Fault, ...] = (),
        unreadable: tuple[Unreadable, ...] = (),
    ) -> None:
        self.plan = plan
        self.day = day
        self.sources = sources
        """Every file that was read, in order; two with the same id are both here."""
        self.unreadable = unreadable
        self.faults: dict[str, list[Fault]] = {}
        for fault in faults:
            self.faults.setdefault(fault.reason, []).append(fault)
        self.file_of: dict[tuple[str, str], str] = {}
        for source in sources:
            self.file_of.setdefault((source.kind, source.id), source.file)
        self.against: tuple[Change, ...] = ()
        """What has changed since an earlier state that the plan is held against; nothing where it is held against none."""
        self.beside: Mapping[str, Facts] = {}
        """Other plans that are at hand, by their ids: those that this one names, or all of a portfolio."""
        self._holder: dict[tuple[str, str], str] = {}

    def judged_on(self, day: date, without: Collection[str] = ()) -> Facts:
        """The same plan, judged on another day, as if some submissions had not been made."""
        other = copy(self)
        for name in ("said", "passages"):
            other.__dict__.pop(name, None)
        other.day = day
        if without:
            other.plan = self.plan.without(without)
            other.sources = tuple(each for each in self.sources if each.kind != "submission" or each.id not in without)
        return other

    def where(self, kind: str, thing: str, *keys: Key, part: str = "value") -> Where:
        """Where a thing stands, or a field of it. A thing that is in no file stands in the plan's own."""
        if kind in ("organisation", "term"):
            table = "organisations" if kind == "organisation" else "glossary"
            return Where(self.file_of.get((kind, thing)) or self.file_of.get((table, table), ""), (thing, *keys), part)
        if kind == "step":
            activity = thing.rpartition(".")[0]
            return self.where("activity", activity, "steps", thing, *keys, part=part)
        if kind in INSIDE:
            holder, field = INSIDE[kind]
            return Where(self.file_of.get((holder, self._holder_of(kind, thing)), ""), (field, thing, *keys), part)
        return Where(self.file_of.get((kind, thing)) or self.file_of.get(("plan", "plan"), ""), keys, part)

    def _holder_of(self, kind: str, thing: str) -> str:
        if not self._holder:
            for source in self.sources:
                for inner, (outer, field) in INSIDE.items():
                    if source.kind == outer:
                        for each in source.record[field]:
                            self._holder.setdefault((inner, each), source.id)
        return self._holder.get((kind, thing), "")

    @property
    def hides_something(self) -> bool:
        """Whether something that is written could not be read, and so is in no record."""
        return bool(self.unreadable) or any(reason not in HIDES_NOTHING for reason in self.faults)

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every answer of every submission, the oldest first."""
        return said(self.plan)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of the plan's themes and goals."""
        return passages(self.plan)

    def faults_of(self, *reasons: str) -> Iterator[Fault]:
        """What could not be read for these reasons, each with the file and the id of the thing that it is in."""
        for reason in reasons:
            for fault in self.faults.get(reason, ()):
                values = {name: _shortened(value) for name, value in fault.values.items()}
                values["file"] = fault.where.file
                values["id"] = values.get("id") or self._thing_in.get(fault.where.file, fault.where.file)
                yield fault._replace(values=values)

    @cached_property
    def _thing_in(self) -> Mapping[str, str]:
        """File -> id of what it defines, or would define if it could be read."""
        read = {source.file: source.id for source in self.sources}
        return {**{lost.file: lost.id for lost in self.unreadable if lost.id}, **read}

    def of_kind(self, kind: str) -> Iterator[Source]:
        """The files of one kind, in order."""
        return (source for source in self.sources if source.kind == kind)

    def may_be_unread(self, thing: str) -> bool:
        """Whether an unreadable file, or a damaged block of one, may be what would have defined the thing."""
        return any(
            thing == lost.id or thing.startswith(lost.id + ".") or lost.kind in ("organisations", "glossary", "plan")
            for lost in (*self.unreadable, *self._damaged)
        )

    @cached_property
    def _damaged(self) -> tuple[Unreadable, ...]:
        """Files of goals and organisations of which a whole block could not be read."""
        files = {
            fault.where.file
            for reason in HIDES_BLOCKS
            for fault in self.faults.get(reason, ())
            if reason != "unknown_field" or fault.values.get("meant") in BLOCKS
        }
        kinds = ("goal", "organisations")
        return tuple(
            Unreadable(each.kind, each.id, each.file)
            for each in self.sources
            if each.file in files and each.kind in kinds
        )


def _shortened(value: Any) -> Any:
    """Words from a file, as many as have room in a sentence."""
    return f"{value[:LONGEST]}…" if isinstance(value, str) and len(value) > LONGEST else value
