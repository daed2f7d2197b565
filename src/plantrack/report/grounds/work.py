"""What the status and the schedule of an activity or a step rest on."""

from __future__ import annotations

from plantrack.dates import When
from plantrack.finding import Where
from plantrack.followup.standing import NO_REPORT, ActivityStanding
from plantrack.report import standing_cells
from plantrack.report.grounds.ground import Ground, Search, once, sentences
from plantrack.report.why_words import because

SAID_IN = {
    "paused": "status",
    "deviation_reported": "deviation",
    "expected_after_end": "expected",
    "not_started_in_time": "status",
    "override": "schedule",
}
"""Rule of the schedule -> the field of the answers that it goes by."""
BY_TIME = (
    "late", "on_schedule", "on_schedule_open_end", "not_started_in_time", "expected_after_end", "no_report_time_is_up",
    "no_usable_date",
)  # fmt: skip
"""Rules that hold the plan's time against the day."""


def status(search: Search, standing: ActivityStanding, round_id: str) -> Ground:
    """Who said how far it has come, or what of the plan says that it has ended."""
    missing = search.looked_for(standing.id, round_id) if standing.status == NO_REPORT and not standing.answers else ""
    return Ground(
        standing_cells.status(search.tell, standing),
        sentences(because(search.tell, standing.status_why), missing),
        once(status_places(search, standing)),
    )


def status_places(search: Search, standing: ActivityStanding) -> list[Where]:
    """Where the state was said; for what nobody has reported on, where the plan defines it."""
    why = standing.status_why
    places: list[Where] = []
    if why.rule.startswith("ended"):
        places += ended(search, standing.id)
    else:
        places += search.answers(standing.answers, why, "status")
        if not places and standing.given:
            places += search.answer(standing.given, "status")
    if standing.decision:
        places += search.decision(standing.decision)
    if standing.status == NO_REPORT:
        places += [place for each in standing.answers for place in search.answer(each)]
        places += search.answer(standing.last, "status") if standing.last else []
    return places or [search.facts.where(kind_of(search, standing.id), standing.id)]


def schedule(search: Search, standing: ActivityStanding) -> Ground:
    """The times of the plan, and the answers, that the schedule goes by."""
    why = standing.schedule_why
    places: list[Where] = []
    if why.rule in BY_TIME:
        places += times(search, standing.id)
    if why.rule == "continuous":
        places += continuous(search, standing.id)
    if why.rule in SAID_IN:
        field = SAID_IN[why.rule]
        spoken = search.answers(standing.answers, why, field)
        places += spoken or [place for each in standing.answers for place in search.answer(each, field)]
    return Ground(
        standing_cells.schedule(search.tell, standing),
        because(search.tell, why),
        once([*places, *status_places(search, standing)]),
    )


def kind_of(search: Search, thing: str) -> str:
    """Whether an id is that of an activity or of a step."""
    return "step" if thing in search.plan.steps else "activity"


def ended(search: Search, thing: str) -> list[Where]:
    """Where the plan says that something has ended: of itself, of the activity around it, or of the whole goal."""
    plan, where = search.plan, search.facts.where
    activity = thing.rpartition(".")[0] if thing in plan.steps else thing
    goal = plan.goal_of.get(thing, "")
    around = ((plan.steps, "step", thing), (plan.activities, "activity", activity), (plan.goals, "goal", goal))
    for table, kind, identifier in around:
        if identifier in table and table[identifier].ended:
            return [where(kind, identifier, "ended")]
    return []


def times(search: Search, thing: str) -> list[Where]:
    """Where it is said when something is to be done; that of the activity around it for a step without a time."""
    plan, where = search.plan, search.facts.where
    if thing in plan.steps:
        if plan.steps[thing].when:
            return [where("step", thing, "when"), *_counted_from(search, plan.steps[thing].when)]
        thing = thing.rpartition(".")[0]
    held = plan.held.get(thing)
    said = (held.due or held.when) if held else ()
    found: list[Where] = []
    for each in said:
        found.append(where("goal", plan.goal_of[thing], *each.keys))
        found += _counted_from(search, each.value)
    return found or [where("activity", thing)]


def _counted_from(search: Search, when: When | None) -> list[Where]:
    """The decision or the event that so many days are counted from."""
    if when is None or not when.after_id:
        return []
    known = ("event", when.after_id) in search.facts.file_of
    return [search.facts.where("event", when.after_id)] if known else search.decision(when.after_id)


def continuous(search: Search, thing: str) -> list[Where]:
    """Where it is said that something goes on all the time."""
    plan = search.plan
    activity = thing.rpartition(".")[0] if thing in plan.steps else thing
    goal = plan.goal_of.get(activity, "")
    tables = ((plan.steps, "step", thing), (plan.activities, "activity", activity), (plan.goals, "goal", goal))
    for table, kind, identifier in tables:
        if identifier in table and table[identifier].__dict__.get("continuous"):
            return [search.facts.where(kind, identifier, "continuous")]
    return times(search, thing)
