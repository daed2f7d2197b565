"""Everything that is known about one thing: its wording, what holds for it, how it stands, and who speaks of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from plantrack.checks import Checked
from plantrack.facts import Facts as PlanFacts
from plantrack.facts.references import references
from plantrack.finding import Finding, Where
from plantrack.followup.explained import RULES
from plantrack.followup.standing import ActivityStanding, IndicatorStanding, JudgedStanding, Standings, Why
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.model.goal import ROLES
from plantrack.model.words import SUBMISSION_ROLES
from plantrack.plan import Plan
from plantrack.record import Record
from plantrack.report import standing_cells as cells
from plantrack.report.document import BREAK, Block, Bullets, Cell, Facts, Piece, Quiet, Section, plain
from plantrack.report.measured_words import latest
from plantrack.report.teller import Teller, joined
from plantrack.statements import Held, Statement
from plantrack.views.assessed import of_thing
from plantrack.views.doubts import in_doubt
from plantrack.views.labels import LABELS
from plantrack.views.organisation_ended import of_ended
from plantrack.views.origins import came_from, came_of_it
from plantrack.views.told import Place, Telling, mentions


class Thing(NamedTuple):
    """Something of the plan that can be shown."""

    kind: str
    id: str
    record: Record


class Asked(NamedTuple):
    """What is to be shown, and all that is needed for it."""

    facts: PlanFacts
    standings: Standings
    checked: Checked
    speech: Speech
    place: Place
    why: bool
    tell: Teller

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.facts.plan


def things(plan: Plan, identifier: str) -> list[Thing]:
    """Everything that has an id, of whatever kind. A plan's own id is its header."""
    tables = {
        "theme": plan.themes, "goal": plan.goals, "activity": plan.activities, "step": plan.steps,
        "criterion": plan.criteria, "indicator": plan.indicators, "organisation": plan.organisations,
        "decision": plan.decisions, "mandate item": plan.mandate_items, "commitment": plan.commitments,
        "agreement": plan.agreements, "event": plan.events, "ballot": plan.ballots, "term": plan.terms,
        "submission": plan.submissions, "round": plan.rounds,
    }  # fmt: skip
    found = [Thing(kind, identifier, table[identifier]) for kind, table in tables.items() if identifier in table]
    if identifier in (plan.header.id, "plan"):
        found.append(Thing("plan", "plan", plan.header))
    return found


def known_to_show(plan: Plan) -> Iterator[str]:
    """Every id that can be shown."""
    for table in (
        plan.themes, plan.goals, plan.goal_of, plan.organisations, plan.decisions, plan.mandate_items,
        plan.commitments, plan.agreements, plan.events, plan.ballots, plan.terms, plan.submissions, plan.rounds,
    ):  # fmt: skip
        yield from table


def show(asked: Asked, thing: Thing) -> tuple[Section, ...]:
    """All there is to know about a thing, part by part; parts with nothing in them are left out."""
    parts: tuple[tuple[str, Callable[[Asked, Thing], list[Block]]], ...] = (
        ("", _wording),
        (_("What holds for it"), _holding),
        (_("Where it comes from"), _origins),
        (_("How it stands"), _standing),
        (_("What has been reported"), _reports),
        (_("Belongs to it"), _belongings),
        (_("What came of it"), _outcome),
        (_("Who speaks of it"), _mentioned),
        (_("What check says"), _findings),
    )
    sections = []
    for title, part in parts:
        blocks = part(asked, thing)
        if blocks and title:
            sections.append(Section(title, (asked.speech.say(title),), tuple(blocks)))
        elif blocks:
            sections.append(Section(thing.id, headline(asked.tell, thing), tuple(blocks)))
    return tuple(sections)


def headline(tell: Teller, thing: Thing) -> Cell:
    """What a thing is called."""
    stated = thing.record.__dict__
    title = stated.get("title") or stated.get("name") or stated.get("means") or stated.get("text")
    name = tell.plan.header.id if thing.kind == "plan" else thing.id
    return (f"{name} ", tell.said(title)) if title else (name or "",)


def _wording(asked: Asked, thing: Thing) -> list[Block]:
    telling = Telling(asked.tell, asked.place)
    where = asked.facts.where(thing.kind, thing.id)
    items: list[tuple[Cell, Cell]] = [((asked.speech.say(_("Stands in")),), (Quiet(asked.place(where)),))]
    above = _above(asked, thing)
    if above:
        items.append(((asked.speech.say(_("Belongs to")),), above))
    items += telling.fields(thing.record, where)
    return [Facts(tuple(items))]


def _above(asked: Asked, thing: Thing) -> Cell:
    """The goal and the theme that a thing belongs to."""
    plan = asked.plan
    goal = plan.goal_of.get(thing.id, "") if thing.kind in ("activity", "step", "criterion", "indicator") else ""
    theme = plan.theme_of.get(goal or (thing.id if thing.kind == "goal" else ""), "")
    ids = [each for each in (goal, theme) if each]
    return joined([asked.tell.thing(each) for each in ids], BREAK)


def _holding(asked: Asked, thing: Thing) -> list[Block]:
    """What holds for an activity without being said in it, with where it is said; what an ended organisation became."""
    if thing.kind == "organisation":
        items = of_ended(asked.tell, thing.id)
        return [Facts(tuple(items))] if items else []
    if thing.kind != "activity":
        return []
    held = asked.plan.held[thing.id]
    goal = asked.plan.goal_of[thing.id]
    said = [
        ((asked.speech.say(LABELS[field]),), _said_elsewhere(asked, goal, field, statement))
        for field, statement in _inherited(held)
    ]
    return [Facts(tuple(said))] if said else []


def _origins(asked: Asked, thing: Thing) -> list[Block]:
    """What led to a thing."""
    return came_from(asked.facts, asked.tell, asked.place, thing.kind, thing.id)


def _outcome(asked: Asked, thing: Thing) -> list[Block]:
    """What a vote led to, or which votes were held at an event."""
    return came_of_it(asked.facts, asked.tell, asked.place, thing.kind, thing.id)


def _inherited(held: Held) -> Iterator[tuple[str, Statement]]:
    said = {
        "when": held.when,
        "due": held.due,
        **{role: held.said_roles.get(role, ()) for role in ROLES},
        "cost": held.costs,
    }
    for field, statements in said.items():
        for statement in statements:
            if statement.level != "activity":
                yield field, statement


def _said_elsewhere(asked: Asked, goal: str, field: str, statement: Statement) -> Cell:
    record = asked.plan.goals[goal]
    telling = Telling(asked.tell, asked.place)
    level = _("said for several at once") if statement.level == "shared" else _("said for the whole goal")
    place = Quiet(f"({asked.speech.say(level)}; {asked.place(asked.facts.where('goal', goal, *statement.keys))})")
    if statement.value is None:
        return (asked.tell.absence(statement.absence), "  ", place)
    holder = record.shared[int(statement.keys[1])] if statement.level == "shared" else record
    kind = holder.FIELDS[field].kind
    value = (statement.value,) if field == "cost" else statement.value
    return (*telling.value(value, kind), "  ", place)


def _standing(asked: Asked, thing: Thing) -> list[Block]:
    tell, standings = asked.tell, asked.standings
    items: list[tuple[Cell, Cell]] = []
    whys: list[Why] = []
    match _stands(standings, thing):
        case ActivityStanding() as activity:
            items.append(((tell.say(_("Status")),), cells.status(tell, activity)))
            items.append(((tell.say(_("Schedule")),), cells.schedule(tell, activity)))
            whys += [activity.status_why, activity.schedule_why]
        case IndicatorStanding() as indicator:
            items.append(((tell.say(_("Value")),), latest(tell, tell.plan.indicators[indicator.id], indicator)))
            items.append(((tell.say(_("Outcome")),), (tell.state("outcome", indicator.outcome),)))
            items.append(((tell.say(_("Trend")),), (tell.state("trend", indicator.trend),)))
            whys.append(indicator.why)
        case JudgedStanding() as judged:
            items.append(((tell.say(_("Fulfilment")),), cells.fulfilment(tell, judged)))
            items.append(((tell.say(_("Forecast")),), cells.forecast(tell, judged)))
            items.append(((tell.say(_("Ground")),), cells.ground(tell, judged)))
            whys.append(judged.why)
        case _:
            return []
    items.insert(
        0, ((tell.say(_("As of")),), (standings.day.isoformat(), f" ({tell.say(_('round'))} {standings.round})"))
    )
    age = _freshness(asked, _stands(standings, thing))
    if age:
        items.append(((tell.say(_("Last said")),), (age,)))
    items += in_doubt(tell, standings, (thing.id,))
    items += of_thing(tell, standings, thing.id)
    blocks: list[Block] = [Facts(tuple(items))]
    if asked.why:
        blocks.append(Bullets(tuple((_because(asked, why),) for why in whys if why.rule in RULES)))
    return blocks


def _freshness(asked: Asked, standing: object) -> str:
    """How long ago something was said about a thing, and whether that is longer than the plan's rhythm."""
    if not isinstance(standing, ActivityStanding | IndicatorStanding) or standing.age is None:
        return ""
    text = asked.speech.count(_("{n} day ago"), _("{n} days ago"), standing.age)
    return text + (", " + asked.speech.say(_("longer than the plan's rhythm")) if standing.stale else "")


def _because(asked: Asked, why: Why) -> str:
    """The rule behind a judgement, with its numbers and with names for ids."""
    values = dict(why.values)
    for blank in ("organisation", "organisations"):
        if blank in values:
            parties = (values[blank],) if isinstance(values[blank], str) else tuple(values[blank])
            values[blank] = asked.speech.list([plain(asked.tell.party(each)) for each in parties])
    return asked.speech.say(RULES[why.rule], **values)


def _stands(standings: Standings, thing: Thing) -> object:
    table = {
        "activity": standings.activities,
        "step": standings.steps,
        "indicator": standings.indicators,
        "criterion": standings.criteria,
        "goal": standings.goals,
    }.get(thing.kind, {})
    return table.get(thing.id)


def _reports(asked: Asked, thing: Thing) -> list[Block]:
    """Every answer about a thing, the newest first; or every submission of an organisation."""
    if thing.kind == "organisation":
        return _submissions_by(asked, thing.id)
    said = [
        (submission.date, identifier, answer)
        for identifier, submission in asked.plan.submissions.items()
        for about, answer in submission.answers.items()
        if about == thing.id and submission.date and submission.date <= asked.facts.day
    ]
    items = []
    telling = Telling(asked.tell, asked.place)
    for day, identifier, answer in sorted(said, key=lambda each: (each[0], each[1]), reverse=True):
        submission = asked.plan.submissions[identifier]
        where = asked.facts.where("submission", identifier, "answers", thing.id, part="key")
        body = telling.value(answer, asked.plan.submissions[identifier].FIELDS["answers"].kind.kind)  # type: ignore[attr-defined]
        name: Cell = (day.isoformat(), " ", *asked.tell.party(submission.by, short=True))
        if submission.role == "evaluator":
            body = (Quiet(f"({asked.tell.word(SUBMISSION_ROLES, submission.role)})"), " ", *body)
        items.append((name, (*body, "  ", Quiet(asked.place(where)))))
    return [Facts(tuple(items))] if items else []


def _submissions_by(asked: Asked, organisation: str) -> list[Block]:
    items: list[Cell] = [
        (f"{submission.date} ", Quiet(asked.place(asked.facts.where("submission", identifier))))
        for identifier, submission in sorted(asked.plan.submissions.items(), reverse=True)
        if submission.by == organisation and submission.date and submission.date <= asked.facts.day
    ]
    return [Bullets(tuple(items))] if items else []


def _belongings(asked: Asked, thing: Thing) -> list[Block]:
    """What belongs to a thing: goals to a theme, activities, criteria and indicators to a goal."""
    plan = asked.plan
    ids: list[str] = []
    if thing.kind == "theme":
        ids = [goal for goal, _record in plan.goals_in(thing.id)]
    elif thing.kind == "goal":
        goal = plan.goals[thing.id]
        ids = [*goal.activities, *goal.criteria, *goal.indicators]
    elif thing.kind == "activity":
        held = plan.held[thing.id]
        ids = [*held.criteria, *held.indicators]
    return [Bullets(tuple(_with_state(asked, each) for each in ids))] if ids else []


def _with_state(asked: Asked, identifier: str) -> Cell:
    standings, tell = asked.standings, asked.tell
    state: Piece | None = None
    if identifier in standings.activities:
        state = tell.state("status", standings.activities[identifier].status)
    elif identifier in standings.indicators:
        state = tell.state("outcome", standings.indicators[identifier].outcome)
    elif identifier in standings.criteria:
        state = tell.state("fulfilment", standings.criteria[identifier].fulfilment)
    return (*tell.thing(identifier), "  ", state) if state else tell.thing(identifier)


def _mentioned(asked: Asked, thing: Thing) -> list[Block]:
    """Who refers to a thing, by the field in which they do."""
    by_field: dict[str, list[Cell]] = {}
    kinds = {
        thing.kind,
        "thing" if thing.kind in ("activity", "goal", "theme", "step", "criterion", "indicator") else "",
    }
    for reference in references(asked.facts):
        if reference.text == thing.id and kinds & set(reference.to) and reference.field != "answers":
            by_field.setdefault(reference.field, []).append(_from(asked, reference.thing, reference.where))
    names = frozenset((thing.id, f"{asked.plan.header.id}:{thing.id}"))
    for source in asked.facts.sources:
        for keys in mentions(source.record, names):
            cell = _from(asked, source.id, Where(source.file, keys))
            if cell not in by_field.get(keys[0], []):
                by_field.setdefault(keys[0], []).append(cell)
    items: list[tuple[Cell, Cell]] = []
    for field, said in by_field.items():
        items.append(((asked.speech.say(LABELS[field]),), joined(list(dict.fromkeys(said)), BREAK)))
    return [Facts(tuple(items))] if items else []


def _from(asked: Asked, thing: str, where: Where) -> Cell:
    return (*asked.tell.thing(thing), "  ", Quiet(asked.place(where)))


def _findings(asked: Asked, thing: Thing) -> list[Block]:
    ours = [each for each in asked.checked.findings if _concerns(each, thing.id)]
    items: Iterable[Cell] = (
        (f"{each.rule.code} ", asked.speech.say(each.sentence, **each.values), "  ", Quiet(asked.place(each.where)))
        for each in ours
    )
    return [Bullets(tuple(items))] if ours else []


def _concerns(finding: Finding, thing: str) -> bool:
    return finding.about == thing
