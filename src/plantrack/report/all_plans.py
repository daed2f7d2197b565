"""The short report across several plans: each plan's counts and late activities, and what each organisation answers for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plantrack.followup.across import Across, OfPlan
from plantrack.followup.standing import SCHEDULES, STATUSES
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.report.across_tables import late_table, not_whole, organisations_table, plans_table, teller, title_of
from plantrack.report.compose import labels
from plantrack.report.document import Block, Callout, Cell, Column, Document, Facts, Prose, Row, Section, Table
from plantrack.report.stamp import Asked, Stamp


class AcrossRequest(NamedTuple):
    """What the report is made from."""

    across: Across
    speech: Speech
    round: str = ""
    """The year or round that was asked for; empty where each plan's newest one was meant."""
    on: date | None = None
    """The day that was asked for; None where each plan is judged on its round's own day."""
    tool: str = ""
    """The version of the tool."""
    command: str = ""
    """What makes the report again."""


def compose_all(request: AcrossRequest) -> Document:
    """The report."""
    across, speech = request.across, request.speech
    say = speech.say
    days = [each.standings.day for each in across.plans if each.standings]
    day = request.on or max(days, default=date.min)
    n = len(across.plans)
    title = speech.count(_("Follow-up of {n} plan"), _("Follow-up of {n} plans"), n)
    names = [each.member.id for each in across.plans]
    return Document(
        language=speech.language,
        day=day,
        title=(title,),
        subtitle=(_as_of(request),),
        running=title,
        notes=(*_notes(across, speech), *not_whole(across, speech)),
        cover=Facts((((say(_("Plans")),), (speech.list(names),)), *_agreements(across, speech))),
        sections=(_plans(across, speech), *_each(across, speech), *_organisations(across, speech)),
        footer=(
            say(_("Made by plantrack {version} with “{command}”."), version=request.tool, command=request.command),
        ),
        labels=labels(teller(across.plans[0].member, across.plans[0], speech)),
        stamp=Stamp(
            asked=Asked(language=speech.language, on=request.on.isoformat() if request.on else ""), tool=request.tool
        ),
        figures=_figures(across),
        extent="long" if n > FEW else "short",
    )


FEW = 3
"""Plans that need no table of contents."""


def _as_of(request: AcrossRequest) -> str:
    say = request.speech.say
    if request.on:
        return say(_("as of {day}"), day=request.speech.day(request.on))
    if request.round:
        return say(_("Round {round}"), round=request.round)
    return say(_("The newest round of each plan, on that round's own day"))


def _notes(across: Across, speech: Speech) -> Iterator[Callout]:
    invented = [each for each in across.plans if each.member.facts.plan.header.invented]
    if invented:
        names = speech.list([each.member.id for each in invented])
        sentence = speech.say(_("Made up, and so say the plans themselves: {names}."), names=names)
        title = speech.count(_("An invented plan"), _("Invented plans"), len(invented))
        yield Callout(title, (Prose((sentence,)),), "warning")


def _agreements(across: Across, speech: Speech) -> Iterator[tuple[Cell, Cell]]:
    """The agreements that the plans carry out, each once, with the plans that do."""
    found: dict[str, tuple[Cell, list[str]]] = {}
    for each in across.plans:
        plan = each.member.facts.plan
        record = plan.agreements.get(plan.header.implements or "")
        if record and record.title:
            named: Cell = (teller(each.member, each, speech).said(record.title),)
            found.setdefault(repr(record.title), (named, []))[1].append(each.member.id)
    for named, plans in found.values():
        yield (speech.say(_("Agreement")),), (*named, f" ({', '.join(plans)})")


def _plans(across: Across, speech: Speech) -> Section:
    text = _(
        "An activity is counted where no decision has ended it. Answers are the questions of the round that have been "
        "answered, of all that were asked."
    )
    blocks: tuple[Block, ...] = (Prose((speech.say(text),)), plans_table(across, speech, wide=True))
    return Section("plans", (speech.say(_("How the plans stand")),), blocks)


def _each(across: Across, speech: Speech) -> Iterator[Section]:
    """A section a plan: its states in figures, and what is late."""
    inner = tuple(_one(each, speech) for each in across.plans if not each.member.nameless)
    if inner:
        yield Section("each", (speech.say(_("Plan by plan")),), (), inner, listed=True)


def _one(each: OfPlan, speech: Speech) -> Section:
    tell = teller(each.member, each, speech)
    header = each.member.facts.plan.header
    items: list[tuple[Cell, Cell]] = [((speech.say(_("Period of the plan")),), (tell.when(header.period),))]
    for label, ids in ((_("Continues"), header.continues), (_("Continued by"), header.continued_by)):
        if ids:
            items.append(((speech.say(label),), (", ".join(ids),)))
    blocks: list[Block] = [Facts(tuple(items))]
    its = each.standings
    if its is None:
        blocks.append(Prose((speech.say(_("No round of follow-up is there to tell of.")),)))
    else:
        made_up_to = (its.day.isoformat(), f" ({speech.say(_('round'))} {its.round})")
        blocks[0] = Facts((*items, ((speech.say(_("Made up to")),), made_up_to)))
        blocks.append(_states(each, speech))
        blocks.append(late_table(each, speech) if each.late else Prose((speech.say(_("No activity is late.")),)))
    return Section(
        f"plan-{each.member.id}", (*title_of(each.member, speech, short=False), f" ({each.member.id})"), tuple(blocks)
    )


def _states(each: OfPlan, speech: Speech) -> Table:
    tell = teller(each.member, each, speech)
    assert each.standings is not None
    total = each.standings.total
    rows = []
    for axis, order, counts, name in (
        ("status", STATUSES, total.statuses, _("Status")),
        ("schedule", SCHEDULES, total.schedules, _("Schedule")),
    ):
        rows += [
            Row(((tell.state(axis, key),), (speech.say(name),), (tell.number_of(counts[key], total.counted),)))
            for key in order
            if counts.get(key)
        ]
    columns = (
        Column(speech.say(_("State")), "wide"),
        Column(speech.say(_("Kind")), "middle"),
        Column(speech.say(_("Activities")), "narrow", numbers=True),
    )
    return Table((speech.say(_("How the activities stand")),), columns, tuple(rows))


def _organisations(across: Across, speech: Speech) -> Iterator[Section]:
    if across.organisations:
        text = _(
            "An activity with several who answer for it is counted for each. Whoever has ended is counted as those "
            "that took over."
        )
        table = organisations_table(across, speech, wide=True)
        yield Section(
            "organisations", (speech.say(_("Organisation by organisation")),), (Prose((speech.say(text),)), table)
        )


def _figures(across: Across) -> dict[str, int | str | None]:
    """The figures by name, for other tools."""
    found: dict[str, int | str | None] = {}
    for each in across.plans:
        if each.standings:
            start, total = f"plan.{each.member.id}", each.standings.total
            found |= {f"{start}.round": each.standings.round, f"{start}.counted": total.counted}
            found |= {f"{start}.completed": total.statuses["completed"], f"{start}.late": total.schedules["late"]}
            found |= {
                f"{start}.reported": total.reported,
                f"{start}.asked": each.asked,
                f"{start}.answered": each.answered,
            }
    for its in across.organisations:
        found[f"organisation.{its.id}.counted"] = found.get(f"organisation.{its.id}.counted", 0) + its.counted  # type: ignore[operator]
    return found
