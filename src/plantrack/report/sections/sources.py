"""Annex: what each figure rests on, by file and line, so that anybody can look it up and add up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plantrack.finding import Where
from plantrack.mark import _
from plantrack.report.document import BREAK, Block, Cell, Column, Facts, Prose, Row, Section, Table
from plantrack.report.grounds.finding import ground_of
from plantrack.report.grounds.ground import Ground, Search
from plantrack.report.references import BETWEEN, Figure, anchor
from plantrack.report.request import Request
from plantrack.report.sources import Sources
from plantrack.report.stamp import SHORT
from plantrack.report.teller import Teller, capital, lines

WORDS = {
    "fulfilment": _("fulfilment"),
    "forecast": _("forecast"),
    "status": _("status"),
    "schedule": _("schedule"),
    "baseline": _("baseline"),
    "targets": _("targets"),
    "measured": _("value of the round"),
    "value": _("latest value"),
    "outcome": _("outcome"),
    "trend": _("trend"),
    "planned": _("planned cost"),
    "actual": _("actual cost"),
    "amount": _("amounts"),
    "answers": _("questions and answers"),
    "given": _("own answer"),
    "listed": _("number"),
    "findings": _("number"),
}
"""What each figure is called."""
GROUPS = (
    (("goal",), _("goals")),
    (("activity",), _("activities")),
    (("step",), _("steps")),
    (("answer",), _("each organisation's own answer")),
    (("criterion",), _("success criteria")),
    (("indicator",), _("indicators")),
    (("cost", "bearer", "bearers"), _("amounts of money")),
    (("total", "theme", "goal_counts", "organisation"), _("counts, with all that is counted")),
    (("asked",), _("questions and answers")),
    (("listed", "findings"), _("numbers, with all that is counted")),
)
"""The tables of the annex: the kinds of figures, and what they are called."""


def write(request: Request, tell: Teller, sources: Sources, numbers: Mapping[Figure, int]) -> Section | None:
    """A row for each reference in the report."""
    if not numbers:
        return None
    search = Search(request, tell, sources.facts)
    found = {figure: ground_of(search, figure) for figure in numbers}
    around = conventions(request, sources)
    lines_of = sources.lines(
        [
            *(place for ground in found.values() for place in ground.places),
            *(place for place in around.values() if place),
        ]
    )
    blocks: list[Block] = [Prose((data_version(request, tell),)), Prose((how_to_read(request, tell),))]
    items = [((tell.say(name),), _convention(request, tell, name, place, lines_of)) for name, place in around.items()]
    blocks.append(Facts(tuple(items)))
    sections = [
        Section(f"sources-{kinds[0]}", _titled(tell, title), (_table(tell, title, rows),))
        for kinds, title in GROUPS
        if (rows := [_row(tell, each, n, found[each], lines_of) for each, n in numbers.items() if each.kind in kinds])
    ]
    title = tell.say(_("Annex: sources of the figures"))
    return Section("sources", (title,), tuple(blocks), tuple(sections), new_page=True)


def data_version(request: Request, tell: Teller) -> str:
    """Which version of the files it is that the lines are lines of."""
    stamp = request.stamp
    if stamp.revision:
        sentence = _(
            "The figures rest on the plan's files at revision {revision} in git. Paths begin in the plan's folder; lines are those of that revision."
        )
        return tell.say(sentence, revision=stamp.revision)
    sentence = _(
        "The figures rest on the plan's files in data version {version}, which are not committed in git as they stand. Paths begin in the plan's folder."
    )
    return tell.say(sentence, version=stamp.version or tell.missing.text)


def how_to_read(request: Request, tell: Teller) -> str:
    """How to get from a figure to its line."""
    sentence = _(
        "A number in brackets beside a figure is its row here. The row says what the figure rests on, and where it stands."
    )
    if not request.stamp.revision:
        return tell.say(sentence)
    command = _("In the plan's folder, “git show {revision}:./FILE” shows a file as it was then.")
    return f"{tell.say(sentence)} {tell.say(command, revision=request.stamp.revision[:SHORT])}"


def conventions(request: Request, sources: Sources) -> Mapping[str, Where | None]:
    """What all judgements rest on: the day, and how the plan says that times and values are read."""
    plan, where = request.plan, sources.facts.where
    current = request.round
    day: Where | None = None
    if not request.asked.on:
        if current and current.cut_off:
            day = where("round", request.standings.round, "cut_off")
        elif plan.follow_up.cut_off:
            day = where("plan", "plan", "follow_up", "cut_off")
    found = {_("Time is judged on"): day}
    if plan.header.seasons:
        found[_("Vague times are read as stated in")] = where("plan", "plan", "seasons", part="key")
    for field in ("on_track", "slightly_behind"):
        if field in plan.follow_up.__dict__:
            found[_("Limits for indicators are stated in")] = where("plan", "plan", "follow_up", field)
    return found


def _convention(request: Request, tell: Teller, name: str, place: Where | None, lines_of: Mapping[Where, int]) -> Cell:
    said = shown(place, lines_of) if place else ""
    if name != _("Time is judged on"):
        return (said,)
    day = request.standings.day.isoformat()
    if place:
        return (f"{day} ({said})",)
    asked = _("asked for when the report was made") if request.asked.on else _("the last day of the round")
    return (f"{day} ({tell.say(asked)})",)


def _table(tell: Teller, title: str, rows: Iterable[Row]) -> Table:
    columns = (
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.say(_("Figure")), "middle"),
        Column(tell.say(_("What it rests on")), "wide"),
        Column(tell.say(_("File and line")), "middle"),
    )
    caption = tell.say(_("What the figures rest on: {what}"), what=tell.say(title))
    return Table((caption,), columns, tuple(rows), head=1)


def _titled(tell: Teller, title: str) -> Cell:
    """The name of a group; it says what it is of, for other parts of the report have such a name too."""
    return (tell.say(_("Sources: {what}"), what=tell.say(title)),)


def _row(tell: Teller, figure: Figure, number: int, ground: Ground, lines_of: Mapping[Where, int]) -> Row:
    said = (*ground.said, BREAK, ground.why) if ground.why else ground.said
    places = lines((shown(each, lines_of),) for each in ground.places)
    nothing: Cell = (tell.say(_("see the row of each")),)
    return Row(((f"[{number}]",), name_of(tell, figure), said, places or nothing), anchor(number))


def name_of(tell: Teller, figure: Figure) -> Cell:
    """What a figure is: the thing, which of its figures, and the round."""
    word = tell.say(WORDS[figure.name])
    match figure.kind:
        case "total":
            about: Cell = (tell.say(_("the whole")),)
        case "organisation" | "asked":
            about = tell.party(figure.id, short=True)
        case "answer":
            thing, _submission, organisation = figure.id.split(BETWEEN)
            about = (tell.link(thing), ", ", *tell.party(organisation, short=True))
        case "bearer":
            party = figure.id.partition(BETWEEN)[0]
            about = tell.party(party) if party else (tell.say(_("no bearer named")),)
        case "bearers":
            about = (tell.say(_("all bearers")),)
        case "listed":
            about = (tell.say(figure.id.partition(BETWEEN)[0]),)
        case "findings":
            about = (tell.say(_("shortcomings of the plan")),)
        case _:
            about = (tell.link(figure.id),)
    if figure.kind in ("listed", "findings"):
        word = ""
    first = about[0]
    about = (capital(first), *about[1:]) if isinstance(first, str) else about
    return (*about, "".join(f", {each}" for each in (word, figure.round) if each))


def shown(place: Where, lines_of: Mapping[Where, int]) -> str:
    """A place as it is read."""
    return f"{place.file}:{lines_of[place]}"
