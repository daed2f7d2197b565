"""How answers get into the plan: weighed by the rules first, then written all or not at all, then told.

``record`` and ``round collect`` share it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plantrack.commands.options import Session
from plantrack.commands.proposing import Proposed, as_bytes, propose, schema_line
from plantrack.draft import Draft
from plantrack.finding import ERROR, Finding
from plantrack.followup.effect import effect
from plantrack.followup.rounds import UnknownRound
from plantrack.followup.standings import stand
from plantrack.formats.terminal import Look, render
from plantrack.report.teller import Teller
from plantrack.store.submissions import file_of, text_of
from plantrack.views.effect import of_effect


class Weighed(NamedTuple):
    """Answers that are about to be written, and what the rules say of them."""

    drafts: tuple[Draft, ...]
    """In the order of the files."""
    proposed: Proposed

    @property
    def refused(self) -> bool:
        """Whether any of it is an error, so that nothing may be written."""
        return self.proposed.refused

    @property
    def submissions(self) -> tuple[str, ...]:
        """The ids of the new submissions."""
        return tuple(path.rpartition("/")[2].removesuffix(".yaml") for path in self.proposed.files)


def weigh(session: Session, drafts: Sequence[Draft]) -> Weighed:
    """What the rules say of answers, with nothing written."""
    taken = set(session.facts.plan.submissions)
    files: dict[str, bytes] = {}
    for draft in drafts:
        path = file_of(draft, taken)
        taken.add(path.rpartition("/")[2].removesuffix(".yaml"))
        files[path] = as_bytes(schema_line(session, path, "submission") + text_of(draft))
    proposed = propose(session, files)
    return Weighed(tuple(drafts), proposed._replace(findings=tuple(map(_late_is_an_error, proposed.findings))))


def _late_is_an_error(finding: Finding) -> Finding:
    """An answer to a round that has closed is not recorded: its report would change unseen."""
    return finding._replace(severity=ERROR) if finding.rule.name == "late-submission" else finding


def tell_effect(session: Session, weighed: Weighed) -> None:
    """Prints what the answers change in each round that they are about."""
    plan = weighed.proposed.facts.plan
    touched = {plan.goal_of.get(thing, thing) for draft in weighed.drafts for thing in draft.answers}
    part = plan.part(touched & plan.goals.keys())
    before = part.without(weighed.submissions)
    for round_id in dict.fromkeys(draft.round for draft in weighed.drafts):
        try:
            changed = effect(stand(before, round_id), stand(part, round_id))
        except UnknownRound:
            continue
        tell = Teller(plan, session.speech, session.facts.day)
        sections = (of_effect(tell, changed, round_id),)
        print(render(sections, Look(session.terminal, session.color, session.width)), end="")
