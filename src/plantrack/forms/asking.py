"""From a plan and a round to the forms: one for each organisation that is asked. The way into this room, outwards."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from plantrack.dates import read_when
from plantrack.facts.basis import bases_of
from plantrack.followup.parties import Parties
from plantrack.followup.rounds import RoundFacts, round_of
from plantrack.followup.standing import Standings
from plantrack.forms.form import Form, Heading, Row, Sender
from plantrack.forms.last_time import LastTime
from plantrack.forms.meanings import FULFILMENTS_MEAN, STATUSES_MEAN
from plantrack.forms.rows import Asker
from plantrack.forms.unasked import NOBODY, unasked
from plantrack.locales import EN_DASH, Speech
from plantrack.mark import _
from plantrack.model.goal import Goal
from plantrack.model.organisation import Organisation
from plantrack.plan import Plan
from plantrack.replies import Replies
from plantrack.report.document import plain, words
from plantrack.report.names import name_on
from plantrack.report.teller import Teller


def forms_of(
    plan: Plan, standings: Standings, tongue: Speech, day: date, only: Collection[str] = ()
) -> tuple[Form, ...]:
    """A form for each organisation that is asked in a round, as the plan stands on a day; or for some of them."""
    asked = {
        each: things for each, things in asked_of(plan, standings).items() if things and (not only or each in only)
    }
    writer = _Writer(plan, standings, tongue, day, {thing for things in asked.values() for thing in things})
    return tuple(writer.form(each, things) for each, things in asked.items())


def asked_of(plan: Plan, standings: Standings) -> Mapping[str, tuple[str, ...]]:
    """Organisation -> what its form asks. What nobody can be asked about is on a form whose sender is left open."""
    return {**standings.asked, NOBODY: unasked(plan, standings)}


class _Writer:
    """Makes the forms of one round in one language."""

    def __init__(self, plan: Plan, standings: Standings, tongue: Speech, day: date, things: Collection[str]) -> None:
        self.plan = plan
        self.standings = standings
        self.tell = Teller(plan, tongue, day)
        self.replies = Replies(plan, tongue)
        self.round = round_of(plan, standings.round)
        self.parties = Parties(plan, day)
        last_time = LastTime(self.tell, self.round, self.parties)
        self.asker = Asker(self.replies, self.tell, standings, last_time, self._bases(things))
        self.sender = self._sender()

    def form(self, organisation: str, things: Iterable[str]) -> Form:
        """The form of one organisation."""
        plan, tell, say = self.plan, self.tell, self.tell.say
        header = plan.header
        name = plain(tell.party(organisation)) if organisation else ""
        return Form(
            plan=header.id,
            plan_title=tell.said(header.short_title or header.title).text,
            invented=tell.said(header.invented).text if header.invented else "",
            round=self.round.id,
            round_title=tell.said(self.round.title).text
            if self.round.title
            else say(_("Follow-up {round}"), round=self.round.id),
            period=self._period(self.round),
            organisation=organisation,
            organisation_name=name,
            language=tell.language,
            answer_by=self.round.answer_by,
            dated=self.round.opened or self.round.cut_off,
            sender=self.sender,
            rows=tuple(self._rows(organisation, set(things))),
            forecasts=tuple(self.replies.words("forecast").values()),
            unchanged=self.replies.words("status")["unchanged"],
            statuses=tuple(self._statuses()),
            fulfilments=tuple((word, say(FULFILMENTS_MEAN[key])) for key, word in self._words("fulfilment")),
        )

    def _bases(self, things: Collection[str]) -> Mapping[str, str]:
        """What each thing that is asked about says today, and each step of it."""
        activities = self.plan.activities
        steps = [step for thing in things if thing in activities for step in activities[thing].steps]
        return bases_of(self.plan, [thing for thing in (*things, *steps) if thing in self.replies.kinds])

    def _rows(self, organisation: str, things: set[str]) -> Iterator[Heading | Row]:
        """The rows in the plan's order, each goal's under its heading."""
        plan = self.plan
        for theme in plan.themes:
            if theme in things:
                yield from self.asker.rows(theme, organisation)
        for goal_id, goal in plan.goals.items():
            asked = [thing for thing in self._inside(goal_id, goal, things) if thing in things]
            if asked:
                yield Heading(goal_id, self.tell.said(goal.title).text)
                for thing in asked:
                    yield from self.asker.rows(thing, organisation)

    def _inside(self, goal_id: str, goal: Goal, things: Collection[str]) -> Iterator[str]:
        """What can be asked about in a goal, in order. A step comes by itself only where its activity is not asked."""
        yield goal_id
        for identifier, activity in goal.activities.items():
            yield identifier
            if identifier not in things:
                yield from activity.steps
        yield from goal.criteria
        yield from goal.indicators

    def _sender(self) -> Sender | None:
        """Who keeps the follow-up together, with the first mailbox of those who do."""
        followers = (*self.plan.follow_up.responsible, *self.plan.follow_up.support)
        living = [each for each in self.parties.all_living(followers) if each in self.plan.organisations]
        if not living:
            return None
        mailboxes = (self.plan.organisations[each].mailbox for each in living)
        return Sender(self._full_name(self.plan.organisations[living[0]]), next((m for m in mailboxes if m), ""))

    def _full_name(self, organisation: Organisation) -> str:
        return self.tell.said(name_on(organisation, self.tell.date).name).text

    def _period(self, facts: RoundFacts) -> str:
        """The time that the answers are to be about."""
        said = self.plan.rounds.get(facts.id)
        when = said.period if said else None
        if when is None:
            try:
                when = read_when(facts.id)
            except ValueError:
                return f"{facts.start.isoformat()}{EN_DASH}{facts.end.isoformat()}"
        return words(self.tell.when(when))

    def _words(self, field: str) -> Iterator[tuple[str, str]]:
        yield from self.replies.words(field).items()

    def _statuses(self) -> Iterator[tuple[str, str]]:
        """The states with what they mean; a word of the plan's own with the state that it stands for."""
        own, said = self.plan.header.scale, self.replies.words("status")
        for key, word in said.items():
            if key in own:
                state = said.get(own[key].means or "", "")
                yield word, self.tell.say(_("The plan's own word for “{state}”."), state=state)
            else:
                yield word, self.tell.say(STATUSES_MEAN[key])
