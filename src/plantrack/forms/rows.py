"""The rows of a form: what is asked about one thing of the plan, and which cells its answer has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plantrack.followup.schedule import OVER
from plantrack.followup.standing import Standings
from plantrack.forms.form import MONEY, NOTHING_ELSE, NUMBER, TEXT, WORDS, Row
from plantrack.forms.keys import part_of
from plantrack.forms.last_time import LastTime
from plantrack.kinds import Text, said_in
from plantrack.mark import _
from plantrack.model.goal import Indicator
from plantrack.plan import Plan
from plantrack.replies import DONE, JUDGED, Replies
from plantrack.report.document import Break, Cell, plain, words
from plantrack.report.standing_cells import baseline, targets, when
from plantrack.report.teller import Teller
from plantrack.statements import Held

CELLS = {
    **dict.fromkeys(DONE, ("answer", "comment", "ground", "deviation", "remedy")),
    **dict.fromkeys(JUDGED, ("answer", "forecast", "comment", "ground")),
    "indicator": ("answer", "comment", "ground", "at", "n"),
}
"""Kind of thing -> the cells that its answer has."""
LONGEST_METHOD = 300
"""Characters of how an indicator is measured that have room on a form."""


class Asker:
    """Makes the rows of forms, for one round in one language."""

    def __init__(
        self, replies: Replies, tell: Teller, standings: Standings, last_time: LastTime, bases: Mapping[str, str]
    ) -> None:
        self.replies = replies
        self.tell = tell
        self.plan: Plan = tell.plan
        self.standings = standings
        self.last_time = last_time
        self.unchanged = replies.words("status")["unchanged"]
        self.bases = bases

    def rows(self, thing: str, organisation: str) -> Iterator[Row]:
        """All that is asked of an organisation about a thing: with its steps, or with the parts of its value."""
        kind = self.replies.kinds.get(thing, "")
        if not kind:
            return
        indicator = self.plan.indicators.get(thing)
        whole = self._whole(thing, kind, organisation)
        if indicator is None:
            yield whole
        else:
            parts = tuple(self._parts(thing, indicator, organisation))
            counted = indicator.kind == "category" and any(row.part.startswith("values.") for row in parts)
            yield _without_answer(whole) if counted else whole
            yield from parts
        activity = self.plan.activities.get(thing)
        for step in activity.steps if activity else ():
            if self._goes_on(step):
                yield self._whole(step, "step", organisation)

    def _goes_on(self, step: str) -> bool:
        """Whether a step is not over since before."""
        standing = self.standings.steps[step]
        return not (standing.status in OVER and (standing.carried or standing.status_why.rule.startswith("ended")))

    def _whole(self, thing: str, kind: str, organisation: str) -> Row:
        indicator = self.plan.indicators.get(thing)
        choices = tuple(self.replies.choices(thing).values())
        if choices and self.unchanged not in choices:
            choices = (*choices, self.unchanged)
        return Row(
            thing=thing,
            part="",
            kind=kind,
            number=thing,
            text=self._said(self.tell.title(thing)),
            details="\n".join(self._details(thing, kind)),
            last=self.last_time.told(thing, organisation),
            takes=WORDS if choices else _takes(indicator),
            choices=choices,
            cells=CELLS[kind],
            basis=self.bases[thing],
        )

    def _parts(self, thing: str, indicator: Indicator, organisation: str) -> Iterator[Row]:
        """A row for each part of a value that is answered by itself."""
        if indicator.kind == "share":
            of, whole = self._said(indicator.numerator), self._said(indicator.denominator)
            many = self.tell.say(_("How many: {text}"), text=of) if of else self.tell.say(_("How many (numerator)"))
            yield self._part(thing, "numerator", many, NUMBER, organisation)
            all_ = self.tell.say(_("Out of: {text}"), text=whole) if whole else self.tell.say(_("Out of (denominator)"))
            yield self._part(thing, "denominator", all_, NUMBER, organisation)
        if indicator.kind == "survey" and len(indicator.questions) > 1:
            for number, question in enumerate(indicator.questions, 1):
                said = self.tell.say(_("Question {n}: {text}"), n=number, text=self._said(question))
                yield self._value(thing, question, said, organisation, str(number))
        if indicator.kind == "category" and self._is_counted(thing, indicator, organisation):
            for category in indicator.categories:
                said = self.tell.say(_("How many: {text}"), text=self._said(category))
                yield self._value(thing, category, said, organisation)
        if indicator.kind == "yes_no" and indicator.if_yes:
            said = self.tell.say(_("If yes: {text}"), text=self._said(indicator.if_yes))
            yield self._part(thing, "effects", said, TEXT, organisation)

    def _is_counted(self, thing: str, indicator: Indicator, organisation: str) -> bool:
        """Whether a number is asked for each category, and not one of them: it has no target, and was not so answered."""
        given = self.last_time.given(thing, organisation)
        return not indicator.target and not (given and given.answer.value)

    def _value(self, thing: str, of: Text, said: str, organisation: str, *also: str) -> Row:
        own = said_in(of, self.plan.language, self.plan.language)[0]
        names = (own, *([] if isinstance(of, str) else of.values()), *also)
        return self._part(thing, part_of(own), said, NUMBER, organisation, names)

    def _part(
        self, thing: str, part: str, said: str, takes: str, organisation: str, names: tuple[str, ...] = ()
    ) -> Row:
        return Row(
            thing=thing,
            part=part,
            kind="indicator",
            number=thing,
            text=said,
            details="",
            last=self.last_time.part_told(thing, organisation, part, names),
            takes=takes,
            choices=(),
            cells=("answer",),
            basis=self.bases[thing],
        )

    def _details(self, thing: str, kind: str) -> Iterator[str]:
        """When it is done, or what is to be reached."""
        tell = self.tell
        if kind == "activity":
            yield self._time(self.plan.held[thing])
        if kind == "step" and self.plan.steps[thing].when:
            yield words(tell.when(self.plan.steps[thing].when))
        if kind == "criterion" and self.plan.criteria[thing].due:
            yield tell.say(_("no later than {time}"), time=words(tell.when(self.plan.criteria[thing].due)))
        indicator = self.plan.indicators.get(thing)
        if indicator:
            yield from self._aim(indicator)

    def _time(self, held: Held) -> str:
        return plain(when(self.tell, held))

    def _aim(self, indicator: Indicator) -> Iterator[str]:
        tell, say = self.tell, self.tell.say
        if indicator.unit:
            yield say(_("Unit: {unit}"), unit=self._said(indicator.unit))
        if indicator.baseline:
            yield say(_("Baseline: {value}"), value=_on_one_line(baseline(tell, indicator)))
        if indicator.targets or indicator.target:
            yield say(_("Target: {value}"), value=_on_one_line(targets(tell, indicator)))
        if len(indicator.questions) == 1:
            yield say(_("Question: {text}"), text=self._said(indicator.questions[0]))
        if indicator.method:
            method = self._said(indicator.method)
            cut = method if len(method) <= LONGEST_METHOD else method[: LONGEST_METHOD - 1].rstrip() + "…"
            yield say(_("Measured so: {text}"), text=cut)

    def _said(self, text: Text | None) -> str:
        return self.tell.said(text).text if text else ""


def _takes(indicator: Indicator | None) -> str:
    kind = indicator.kind if indicator else ""
    return MONEY if kind == "money" else TEXT if kind in ("judgement", "to_be_determined") else NUMBER


def _on_one_line(cell: Cell) -> str:
    return plain(tuple(", " if isinstance(piece, Break) else piece for piece in cell))


def _without_answer(row: Row) -> Row:
    """A row whose value is answered in the rows under it."""
    cells = tuple(cell for cell in row.cells if cell != "answer")
    return row._replace(takes=NOTHING_ELSE, choices=(), cells=cells)
