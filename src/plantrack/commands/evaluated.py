"""``--evaluation``: the plan together with an independent assessment that stands in another revision, on a branch say."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from plantrack.commands.completion import complete_revision
from plantrack.commands.options import Session, no_revision
from plantrack.followup.standing import Standings
from plantrack.mark import _
from plantrack.report.evaluation import Evaluation
from plantrack.report.stamp import SHORT
from plantrack.shell import CannotRun

EvaluationOption = Annotated[
    str,
    typer.Option(
        "--evaluation",
        metavar="REVISION",
        help=_("Beside it, what an outside evaluator says at another revision or on a branch in git."),
        autocompletion=complete_revision,
    ),
]
REFUSED = {
    "none": _("There is no submission with “role: evaluator” in the plan at {revision}."),
    "clash": _("The submission {id} says one thing here and another at {revision}. Give one of them another name."),
}


def evaluated(session: Session, revision: str, commit: str = "") -> Session:
    """The plan with the evaluator's submissions of a revision; itself where none is asked for. Raises ``CannotRun``.

    ``commit`` is which one the revision was, where that is known: a branch has gone on since.
    """
    if not revision:
        return session
    from plantrack.store.evaluation import NoEvaluation, with_evaluation
    from plantrack.store.repository import NoRevision, Repository
    from plantrack.store.revision import same_plan_at

    paths = [each.file for each in session.facts.sources]
    try:
        repository = Repository(session.folder, revision)
        tree = same_plan_at(repository, commit or revision, session.facts.plan.header.id or "", paths)
        facts, lent = with_evaluation(session.facts, tree, revision)
    except NoRevision as error:
        raise no_revision(error) from None
    except NoEvaluation as lack:
        raise CannotRun(REFUSED[lack.reason], revision=revision, id=lack.id) from None
    return session._replace(facts=facts, lent=lent)


def evaluation_of(session: Session) -> Evaluation | None:
    """Where the assessment was read, for the report; None where the plan has all of it itself."""
    lent = session.lent
    if lent is None or not (lent.submissions or lent.absent):
        return None
    return Evaluation(lent.revision, lent.commit, lent.absent)


def assessed_at(session: Session) -> str:
    """The line that says which revision the assessment is of, with an empty one after it; nothing where none was asked for."""
    if session.lent is None:
        return ""
    from plantrack.store.revision import day_of

    lent = session.lent
    sentence = _("The independent assessment is as it stands at {revision} (revision {name}, {day}).")
    if not lent.submissions:
        sentence = _("All that an evaluator says at {revision} (revision {name}, {day}) is in the plan already.")
    day = day_of(session.folder, lent.commit)
    return session.speech.say(sentence, revision=lent.revision, name=lent.commit[:SHORT], day=day) + "\n\n"


def tell_left_out(session: Session, standings: Standings) -> None:
    """Says beside what is shown what of the assessment is not: of things that the plan lacks, or of another round."""
    lent, say = session.lent, session.speech
    if lent is None:
        return
    if lent.absent:
        one = _("The assessment judges {n} thing that this plan does not have, and that is not shown: {ids}.")
        many = _("The assessment judges {n} things that this plan does not have, and that are not shown: {ids}.")
        print(say.count(one, many, len(lent.absent), ids=lent.absent), file=sys.stderr)
    shown = {each.submission for said in standings.assessed.values() for each in said}
    if lent.submissions and shown.isdisjoint(lent.submissions):
        sentence = _("The assessment at {revision} says nothing of the round {round}, as of {day}.")
        told = say.say(sentence, revision=lent.revision, round=standings.round, day=standings.day)
        print(told, file=sys.stderr)
