"""Several votes side by side: their sums, their options by rank, and what came of them together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plantrack.facts.ballots import Counted, counted
from plantrack.mark import _
from plantrack.model.ballot import Ballot
from plantrack.report.document import Block, Cell, Column, Prose, Row, Section, Table
from plantrack.report.teller import Teller, lines
from plantrack.views.ballots import NOTHING, Asked, before, in_units, listed, votes


def side_by_side(asked: Asked, ballots: Sequence[str]) -> tuple[Section, ...]:
    """Several votes: their sums, their options in columns by rank, and what came of them together."""
    tell, plan = asked.tell, asked.facts.plan
    chosen = {each: plan.ballots[each] for each in ballots}
    return (
        *listed(asked, chosen),
        Section("ranks", (tell.say(_("Option by option, from the most votes")),), (_ranks(tell, chosen),)),
        Section("outcome", (tell.say(_("What came of them")),), _together(tell, chosen)),
    )


def _ranks(tell: Teller, chosen: Mapping[str, Ballot]) -> Table:
    ranked = [counted(each) for each in chosen.values()]
    rows = []
    for number in range(max(len(each) for each in ranked)):
        cells = (
            _option(tell, ballot, each[number]) if number < len(each) else (NOTHING,)
            for ballot, each in zip(chosen.values(), ranked, strict=True)
        )
        rows.append(Row(tuple(cells)))
    columns = tuple(Column(each, "wide") for each in chosen)
    return Table((tell.say(_("By votes; those with as many share a rank")),), columns, tuple(rows))


def _option(tell: Teller, ballot: Ballot, each: Counted) -> Cell:
    """An option in one cell: its rank, its votes, its words, and what it led to."""
    said: list[Cell] = [(*before(tell, each), *in_units(tell, ballot, each)), (tell.said(each.option.text),)]
    if each.option.led_to:
        said.append((f"\N{RIGHTWARDS ARROW} {', '.join(each.option.led_to)}",))
    return lines(said)


def _together(tell: Teller, chosen: Mapping[str, Ballot]) -> tuple[Block, ...]:
    """What came of several votes: each thing with the options of each vote that led to it."""
    ranked = {each: counted(ballot) for each, ballot in chosen.items()}
    things = dict.fromkeys(thing for options in ranked.values() for each in options for thing in each.option.led_to)
    if not things:
        return (Prose((tell.say(_("The plan tells of nothing that came of them.")),)),)
    columns = (Column(tell.say(_("What came of them")), "middle"), *(Column(each, "wide") for each in chosen))
    rows = [Row((tell.thing(thing), *(_led(tell, options, thing) for options in ranked.values()))) for thing in things]
    none = (_to_nothing(tell, options) for options in ranked.values())
    rows.append(Row(((tell.say(_("Nothing that the plan tells of")),), *none), total=True))
    return (Table((), columns, tuple(rows)),)


def _led(tell: Teller, options: Sequence[Counted], thing: str) -> Cell:
    """The options of one vote that led to a thing."""
    led = [each for each in options if thing in each.option.led_to]
    cells = ((*before(tell, each), *votes(tell, each, " "), ": ", tell.said(each.option.text)) for each in led)
    return lines(cells) or (NOTHING,)


def _to_nothing(tell: Teller, options: Sequence[Counted]) -> Cell:
    none = sum(not each.option.led_to for each in options)
    return (tell.say(_("{n} of {whole} options"), n=none, whole=len(options)),)
