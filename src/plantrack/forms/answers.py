"""What the words in a form mean: each cell becomes a field of an answer, or a fault that says what may be written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plantrack.draft import Field, Fields
from plantrack.forms.fault import FormFault, Place, short
from plantrack.forms.faults import GONE, NO_ANSWER, NO_DAY, NO_FIGURE, NO_ROW
from plantrack.forms.filled import FilledRow, Written
from plantrack.forms.keys import part_of
from plantrack.forms.rows import CELLS
from plantrack.forms.workbook_values import DAY, PERCENT
from plantrack.kinds import MOMENT, NUMBER, WHOLE, Unfit, said_in
from plantrack.model.goal import Indicator
from plantrack.pattern import pattern
from plantrack.plan import Plan
from plantrack.replies import JUDGED, NotAnAnswer, Replies

Said = dict[str, Field]
BY_ITSELF = pattern(r"[;\n]")
FIGURES = ("count", "index", "money")
"""Kinds of indicator that are not measured in per cent, unless their unit or their bounds say so."""
ONE_ON_EACH_LINE = ("activity", "step", "indicator")
"""Kinds of things whose answers rest on things that can be named one by one."""


class Answerer:
    """Reads the rows of one form; what cannot be read is collected as faults."""

    def __init__(self, replies: Replies) -> None:
        self.replies = replies
        self.plan: Plan = replies.plan
        self.faults: list[FormFault] = []
        self.places: dict[tuple[str, ...], Place] = {}
        """Where each thing was answered, and each field of it: ``("1.1.2",)``, ``("1.1.2", "comment")``."""

    def answers(self, rows: Iterable[FilledRow]) -> tuple[Mapping[str, Fields], Mapping[str, str]]:
        """Thing -> what is said of it; and thing -> what it said when the form was made."""
        answers: dict[str, Said] = {}
        bases: dict[str, str] = {}
        for row in rows:
            fields = self._row(row)
            if fields:
                self.places.setdefault((row.key.thing,), row.place)
                _merge(answers.setdefault(row.key.thing, {}), fields)
                bases[row.key.thing] = row.key.basis
        return answers, bases

    def _row(self, row: FilledRow) -> Said:
        thing = row.key.thing
        kind = self.replies.kinds.get(thing, "")
        if not kind:
            first = next(iter(row.cells.values()))
            self.faults.append(GONE.at(row.place, id=thing, text=short(first.text)))
            return {}
        if row.key.part:
            return self._part(row)
        found: Said = {}
        for cell, written in row.cells.items():
            if cell not in CELLS[kind]:
                self.faults.append(NO_ROW.at(written.place, "not_asked", id=thing, text=short(written.text)))
            else:
                fields = self._cell(thing, kind, cell, written)
                self.places.update(((thing, field), written.place) for field in fields)
                found.update(fields)
        return found

    def _cell(self, thing: str, kind: str, cell: str, written: Written) -> Mapping[str, Field]:
        match cell:
            case "answer":
                return self._answer(thing, written)
            case "forecast":
                return self._forecast(thing, written)
            case "at":
                return self._day(thing, written)
            case "n":
                return self._whole(thing, written)
            case "ground" if kind in JUDGED:
                return {"ground": written.text}
            case "ground" if kind in ONE_ON_EACH_LINE:
                named = tuple(each.strip() for each in BY_ITSELF.split(written.text) if each.strip())
                return {"evidence": named} if named else {}
            case _:
                return {cell: written.text}

    def _answer(self, thing: str, written: Written) -> Mapping[str, Field]:
        """The state, the judgement or the value."""
        indicator = self.plan.indicators.get(thing)
        if indicator and (strange := self._strange_figure(thing, indicator, written)):
            self.faults.append(strange)
            return {}
        text = written.text.rstrip(" %\N{NO-BREAK SPACE}") if indicator and _is_number(written.text) else written.text
        try:
            return self.replies.read(thing, text)
        except NotAnAnswer as error:
            if error.choices:
                self.faults.append(self._no_answer(error, written))
            else:
                self.faults.append(self._no_figure(thing, written))
            return {}

    def _strange_figure(self, thing: str, indicator: Indicator, written: Written) -> FormFault | None:
        """A figure that a spreadsheet has made something else of."""
        kind = indicator.kind or ""
        if written.kind == DAY and kind in (*FIGURES, "share", "survey"):
            return NO_FIGURE.at(written.place, "day", text=written.text, id=thing)
        if written.kind == PERCENT and kind in FIGURES and not self._in_per_cent(indicator):
            return NO_FIGURE.at(written.place, "percent", text=written.text, id=thing)
        return None

    def _in_per_cent(self, indicator: Indicator) -> bool:
        unit = indicator.unit
        told = [unit] if isinstance(unit, str) else list((unit or {}).values())
        return any("%" in each or "procent" in each.casefold() or "per cent" in each.casefold() for each in told)

    def _no_answer(self, error: NotAnAnswer, written: Written, variant: str = "") -> FormFault:
        choices = self.replies.tongue.either(error.choices)
        if error.meant:
            return NO_ANSWER.at(
                written.place, variant or "meant", id=error.thing, text=short(written.text), meant=error.meant,
                choices=choices,
            )  # fmt: skip
        return NO_ANSWER.at(written.place, variant, id=error.thing, text=short(written.text), choices=choices)

    def _no_figure(self, thing: str, written: Written) -> FormFault:
        """That a text is no figure, and why it cannot be taken for one."""
        indicator = self.plan.indicators.get(thing)
        if indicator and indicator.kind == "money":
            return NO_FIGURE.at(written.place, "money", text=short(written.text), id=thing)
        try:
            NUMBER.read(" ".join(written.text.split()))
        except Unfit as unfit:
            if "grouped" in unfit.values:
                told = {name: unfit.values[name] for name in ("grouped", "shorter")}
                return NO_FIGURE.at(written.place, "grouped", text=short(written.text), id=thing, **told)
        return NO_FIGURE.at(written.place, text=short(written.text), id=thing)

    def _forecast(self, thing: str, written: Written) -> Mapping[str, Field]:
        try:
            return {"forecast": self.replies.word("forecast", written.text, thing)}
        except NotAnAnswer as error:
            self.faults.append(self._no_answer(error, written, "forecast"))
            return {}

    def _day(self, thing: str, written: Written) -> Mapping[str, Field]:
        text = written.text.partition(" ")[0] if written.kind == DAY else written.text
        try:
            MOMENT.read(text)
        except Unfit:
            self.faults.append(NO_DAY.at(written.place, text=short(written.text), id=thing))
            return {}
        return {"at": text}

    def _whole(self, thing: str, written: Written) -> Mapping[str, Field]:
        try:
            WHOLE.read(written.text)
        except Unfit:
            self.faults.append(NO_FIGURE.at(written.place, "whole", text=short(written.text), id=thing))
            return {}
        return {"n": written.text}

    def _part(self, row: FilledRow) -> Said:
        """One part of a value: of how many, out of how many, one question or category, or what a yes has led to."""
        thing, part = row.key.thing, row.key.part
        indicator = self.plan.indicators.get(thing)
        found: Said = {}
        for cell, written in row.cells.items():
            self.places.setdefault((thing, part.partition(".")[0]), written.place)
            if cell != "answer":
                self.faults.append(NO_ROW.at(written.place, "not_asked", id=thing, text=short(written.text)))
            elif part == "effects":
                found["effects"] = written.text
            elif written.kind == DAY:
                self.faults.append(NO_FIGURE.at(written.place, "day", text=written.text, id=thing))
            elif not _is_number(written.text):
                self.faults.append(self._no_figure(thing, written))
            elif part in ("numerator", "denominator"):
                found[part] = written.text
            else:
                name = _named(indicator, part, self.plan.language) if indicator else ""
                if name:
                    found["values"] = {name: written.text}
                else:
                    self.faults.append(GONE.at(written.place, "part", id=thing, text=short(written.text)))
        return found


def _is_number(text: str) -> bool:
    try:
        NUMBER.read(" ".join(text.split()))
    except Unfit:
        return False
    return True


def _named(indicator: Indicator, part: str, language: str) -> str:
    """The question or category that a part is the value of; empty where there is none such now."""
    for each in (*indicator.questions, *indicator.categories):
        own = " ".join(said_in(each, language, language)[0].split())
        if part_of(own) == part:
            return own
    return ""


def _merge(into: Said, fields: Mapping[str, Field]) -> None:
    """Adds the fields of one row to those of the rows before it about the same thing."""
    for name, value in fields.items():
        before = into.get(name)
        if isinstance(before, Mapping) and isinstance(value, Mapping):
            into[name] = {**before, **value}
        else:
            into[name] = value
