"""Makes a report of what a plan's files say: which answers count, on which day, and what it carries to be verified."""

from __future__ import annotations

from datetime import date

from plantrack import __version__
from plantrack.checks import Checked, version
from plantrack.commands.evaluated import evaluated, evaluation_of
from plantrack.commands.options import Session
from plantrack.commands.part_meant import part_meant
from plantrack.commands.round.asked_for import round_within
from plantrack.commands.tracing import sources_of
from plantrack.facts import Facts
from plantrack.facts.overtaken import overtaken
from plantrack.followup.rounds import RoundFacts, earlier, round_on, rounds, rounds_by_submission
from plantrack.followup.standings import stand
from plantrack.formats.own import Own
from plantrack.mark import _
from plantrack.pattern import pattern
from plantrack.report.compose import compose
from plantrack.report.document import Document
from plantrack.report.edition import Edition
from plantrack.report.request import Request
from plantrack.report.stamp import Asked, Stamp
from plantrack.store.digest import counts, digest_of, digest_of_files
from plantrack.store.files import TEMPLATES
from plantrack.store.following import Following, digest_of_following, following

USUAL_FORMAT = 1
"""The version of the file format where the plan's file does not say it."""
IN_NAMES = pattern(r"[^\w.-]+")
"""Signs of a revision that no file is named by."""


def newest(session: Session, on: str = "") -> str:
    """The newest round there is, or was ``on`` a day; without any, the last year of the plan's period that has begun."""
    plan = session.facts.plan
    if on:
        return round_on(plan, session.facts.day).id
    known = rounds(plan)
    if known:
        return known[-1].id
    period = plan.header.period
    last = plan.calendar.last(period.end).year if period and period.end else session.facts.day.year
    return str(min(last, session.facts.day.year))


def day_of(session: Session, asked: Asked) -> date:
    """The day that a report is judged on: the one asked for, else the round's cut-off day."""
    return session.facts.day if asked.on else round_within(session, asked.round).cut_off


def make(session: Session, asked: Asked, edition: Edition | None = None, stamp: Stamp | None = None) -> Document:
    """The report that was asked for. With a ``stamp`` it carries that one, and no other is worked out."""
    if asked.evaluation and session.lent is None:
        session = evaluated(session, asked.evaluation, stamp.evaluated if stamp else "")
    round_facts = round_within(session, asked.round)
    day = session.facts.day if asked.on else None
    facts = _as_judged(session.facts, round_facts, day)
    plan = session.facts.plan.heard_by(day) if day else session.facts.plan
    asked = part_meant(plan, asked, facts.day)
    request = Request(
        plan=plan.on(facts.day),
        standings=stand(plan, round_facts.id, day),
        speech=session.speech,
        checked=_found(session, facts),
        stamp=stamp or stamp_of(session, asked, edition.number if edition else ""),
        older={thing: turns for (_round, thing), turns in overtaken(plan, round_facts.id).items()},
        edition=edition,
        sources=sources_of(session, facts) if asked.sources else None,
        evaluation=evaluation_of(session),
        following=tuple(each.plan for each in followed_by(session, asked)),
        earlier=tuple(stand(plan, each.id) for each in reversed(earlier(plan, round_facts))),
    )
    return compose(request, lambda sections: session.watch(sections, _("Writing")))


def file_name(session: Session, asked: Asked) -> str:
    """What the file of a report is called, without its ending: that of a part says which part it is."""
    parts = [asked.only, asked.organisation]
    parts += [session.speech.say(_("summary"))] if asked.summary else []
    parts += [session.speech.say(_("draft"))] if asked.draft else []
    parts += [session.speech.say(_("sources"))] if asked.sources else []
    parts += [session.speech.say(_("assessment")), IN_NAMES.sub("-", asked.evaluation)] if asked.evaluation else []
    parts += [asked.on, IN_NAMES.sub("-", asked.rev), "live" if asked.live else ""]
    return "-".join([session.speech.say(_("report-{round}"), round=asked.round), *filter(None, parts)])


def own_templates(session: Session) -> Own:
    """The plan's own templates, from where the plan was read."""
    names = filter(counts, session.tree.names(TEMPLATES))
    return {name: session.tree.read(f"{TEMPLATES}/{name}") or b"" for name in names}


def stamp_of(session: Session, asked: Asked, issue: str = "") -> Stamp:
    """What a report of the plan as it was read is made from."""
    header = session.facts.plan.header
    return Stamp(
        asked=asked,
        tool=__version__,
        format=header.format or USUAL_FORMAT,
        plan=digest_of(session.tree, header.uses),
        rules=version(),
        templates=digest_of_files(session.tree, TEMPLATES),
        revision=_revision(session),
        issue=issue,
        evaluated=session.lent.commit if session.lent else "",
        beside=digest_of_following(followed_by(session, asked)),
    )


def followed_by(session: Session, asked: Asked) -> tuple[Following, ...]:
    """The plans that continue this one and lie beside it, for a final report on the whole plan."""
    plan = session.facts.plan
    period = plan.header.period
    end = plan.calendar.last(period.end) if period and period.end else None
    if not plan.header.continued_by or end is None or round_within(session, asked.round).end < end:
        return ()
    return following(session.tree, plan.header.continued_by)


def _revision(session: Session) -> str:
    """The revision in git that holds the plan's files as they were read; nothing where none does."""
    from plantrack.store.revision import committed_as_they_stand

    if session.tree.revision or session.unwritten:
        return session.tree.revision
    return committed_as_they_stand(session.folder, session.facts.plan.header.uses)


def _as_judged(facts: Facts, round_facts: RoundFacts, day: date | None) -> Facts:
    """The plan on the day of judgement, without what was said in later rounds, or after a day that was asked for."""
    order = round_facts.order
    later = {each for each, its in rounds_by_submission(facts.plan).items() if its.order > order}
    if day:
        later |= {each for each, said in facts.plan.submissions.items() if said.date and said.date > day}
    return facts.judged_on(day or round_facts.cut_off, without=later)


def _found(session: Session, facts: Facts) -> Checked:
    """The findings, without those about what the plan did not have yet."""
    checked = session._replace(facts=facts).checked()
    gone = {i for i, came in session.facts.plan.came_in.items() if came > facts.day}
    findings = tuple(each for each in checked.findings if each.about not in gone)
    return Checked(findings, tuple(each for each in checked.silenced if each[0].about not in gone))
