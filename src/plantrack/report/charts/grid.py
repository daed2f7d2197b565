"""Which organisation answers for which activities, and how each stands.

Where an organisation has too many activities for each to be drawn, a bar says how many stand how.
"""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.followup.parties import Parties
from plantrack.followup.standing import STATUSES, Counts
from plantrack.mark import _
from plantrack.plan import by_number
from plantrack.report.charts import wording
from plantrack.report.charts.by_theme import shares, states_of
from plantrack.report.columns import shown, state_columns
from plantrack.report.document import Cell, Chart, Column, Quiet, Row, State, Table, words
from plantrack.report.listed import listed
from plantrack.report.pictures import Bar, BarGroup, Bars, Grid, GridRow, Label, Tile
from plantrack.report.request import Request
from plantrack.report.teller import Teller

MOST_ROWS = 30
"""As many organisations as fit on a page; the others stand in the table."""
MOST_TILES = 24
"""Of one organisation. Where one has more, all are bars."""

Activities = Mapping[str, tuple[str, ...]]


def grid(request: Request, tell: Teller) -> Chart | None:
    """Every organisation with its activities, those with the most first where not all can be drawn."""
    found = answering(request)
    if request.silent or not found:
        return None
    drawn = found
    if len(found) > MOST_ROWS:
        most = sorted(found, key=lambda each: -len(found[each]))[:MOST_ROWS]
        drawn = {each: found[each] for each in most}
    few = all(len(each) <= MOST_TILES for each in found.values())
    caption: Cell = (tell.say(_("The activities that each organisation answers for, and how they stand")),)
    picture = _tiles(request, tell, drawn) if few else _bars(request, tell, drawn)
    table = _listing(request, tell, caption, found) if few else _counts(request, tell, caption, found)
    traced = listed(tell, _("organisations that answer for activities"), found)
    return Chart((*caption, *traced), _told(request, tell, found, len(drawn)), picture, table)


def answering(request: Request) -> Activities:
    """Organisation -> the activities it answers for on the day, as in the report's counts per organisation."""
    parties = Parties(request.plan, request.standings.day)
    found: dict[str, list[str]] = {}
    for identifier in request.standings.activities:
        for party in parties.all_living(request.plan.held[identifier].doers):
            found.setdefault(party, []).append(identifier)
    order = [*request.plan.organisations, *sorted(set(found) - set(request.plan.organisations))]
    return {party: tuple(sorted(found[party], key=by_number)) for party in order if party in found}


def _name(tell: Teller, organisation: str) -> str:
    """The name of the day alone; the table has what is beside it."""
    return words(tell.party(organisation)[0])


def _state(request: Request, tell: Teller, identifier: str) -> State:
    return tell.state("status", request.standings.activities[identifier].status)


def _tiles(request: Request, tell: Teller, found: Activities) -> Grid:
    rows = tuple(
        GridRow(
            _name(tell, organisation),
            tuple(Tile(each, _state(request, tell, each)) for each in activities),
            tell.speech.number(len(activities)),
        )
        for organisation, activities in found.items()
    )
    used = (tile.state for row in rows for tile in row.tiles)
    return Grid(rows, wording.known(used, (tell.state("status", key) for key in STATUSES)))


def _bars(request: Request, tell: Teller, found: Activities) -> Bars:
    """A bar for each organisation, of this round alone. What has ended by decision is not counted."""
    groups = []
    for organisation in found:
        counts = request.standings.by_organisation[organisation]
        text = tell.say(_("of {n}"), n=counts.counted) if counts.counted else tell.say(_("none counted"))
        bar = Bar("", shares(tell, "status", counts), counts.counted, text, current=True)
        groups.append(BarGroup(Label("", _name(tell, organisation)), (bar,)))
    longest = max(group.bars[0].whole for group in groups) or 1
    return Bars(tuple(groups), longest, states_of(tell, "status", tuple(groups)))


def _listing(request: Request, tell: Teller, caption: Cell, found: Activities) -> Table:
    """Each organisation's activities by state, one column a state."""
    keys = [key for key in STATUSES if any(_has(request, ids, key) for ids in found.values())]
    rows, none = [], Quiet(tell.say(_("none")))
    for organisation, ids in found.items():
        cells: list[Cell] = [tell.links(_has(request, ids, key)) or (none,) for key in keys]
        counts = request.standings.by_organisation[organisation]
        cells.append((tell.speech.number(len(ids)), *tell.source(counts, "status")))
        cells.append((tell.speech.number(_late(request, organisation)), *tell.source(counts, "schedule")))
        rows.append(Row((tell.party(organisation), *cells)))
    columns = (
        Column(tell.say(_("Organisation")), "wide"),
        *(column._replace(width="middle", numbers=False) for column in state_columns(tell, "status", tuple(keys))),
        Column(tell.say(_("Sum")), "narrow", numbers=True),
        Column(tell.say(_("of which late")), "narrow", numbers=True),
    )
    return Table(wording.figures(tell, caption), columns, tuple(rows))


def _has(request: Request, activities: tuple[str, ...], status: str) -> tuple[str, ...]:
    return tuple(each for each in activities if request.standings.activities[each].status == status)


def _late(request: Request, organisation: str) -> int:
    return request.standings.by_organisation[organisation].schedules.get("late", 0)


def _counts(request: Request, tell: Teller, caption: Cell, found: Activities) -> Table:
    """How many of each organisation's activities stand in each state."""
    counted: dict[str, Counts] = {each: request.standings.by_organisation[each] for each in found}
    keys = shown(list(counted.values()), "status", STATUSES)
    rows = []
    for organisation, counts in counted.items():
        numbers = [(counts.statuses.get(key, 0), "status") for key in keys]
        numbers += [(counts.counted, "status"), (_late(request, organisation), "schedule")]
        numbers += [(sum(counts.left_out.values()), "status")]
        cells = ((tell.speech.number(each), *tell.source(counts, axis)) for each, axis in numbers)
        rows.append(Row((tell.party(organisation), *cells)))
    columns = (
        Column(tell.say(_("Organisation")), "wide"),
        *state_columns(tell, "status", keys),
        Column(tell.say(_("Sum")), "narrow", numbers=True),
        Column(tell.say(_("of which late")), "narrow", numbers=True),
        Column(tell.say(_("Left out")), "narrow", numbers=True),
    )
    return Table(wording.figures(tell, caption), columns, tuple(rows))


def _told(request: Request, tell: Teller, found: Activities, drawn: int) -> str:
    """Who has the most, and who has most that is not reported or goes otherwise than planned."""
    most = max(found, key=lambda each: len(found[each]))
    said = [
        tell.say(
            _("{n} organisations answer for activities. {name} has the most, {most}."),
            n=len(found),
            name=wording.isolated(_name(tell, most)),
            most=len(found[most]),
        )
    ]
    silent = {each: len(_has(request, ids, "no_report")) for each, ids in found.items()}
    quiet = sum(1 for number in silent.values() if number)
    if quiet:
        one = _("One of them has activities that nobody has reported on.")
        many = _("{n} of them have activities that nobody has reported on.")
        said.append(tell.speech.count(one, many, quiet))
    else:
        said.append(tell.say(_("All activities are reported on.")))
    if drawn < len(found):
        said.append(tell.say(_("The {n} with the most are drawn; all stand in the table."), n=drawn))
    return " ".join(said)
