"""What becomes of a decision however it was given: weighed by the rules, written with its edits or not at all, told."""

from __future__ import annotations

from plantrack.commands.decisions.draft import Draft, Written, named, written
from plantrack.commands.editing import Changing, propose_edits, tell_changed, write_edits
from plantrack.commands.options import Session
from plantrack.commands.proposing import as_bytes, schema_line, tell_findings, tell_next, typed
from plantrack.finding import Finding
from plantrack.mark import _
from plantrack.store.block import block


def finish(session: Session, draft: Draft, asked: str = "", *, dry_run: bool, only_decision: bool) -> int:
    """Weighs the decision and what it changes, writes all of it or nothing, and says what comes next."""
    identifier = named(session, draft, asked)
    file = f"decisions/{identifier}.yaml"
    found = written(session, draft, identifier, only_decision=only_decision)
    new = {file: as_bytes(schema_line(session, file, "decision") + block(found.fields))}
    changing = propose_edits(session, found.edits, new)
    changing = _of_its_own(changing, file, found)
    tell_findings(session, changing.proposed)
    if changing.proposed.refused:
        return 1
    shown = [] if dry_run else write_edits(session, changing)
    tell_changed(session, changing, dry_run=dry_run)
    if found.by_hand:
        print(session.speech.say(_("The plan still says what it said. Change these lines by hand:")))
        print("".join(f"  {line}\n" for line in found.by_hand))
    if not dry_run:
        then = f"plantrack adopt {typed(identifier)}" if draft.kind == "adopt" else ""
        tell_next(session, shown, f"{identifier}: {draft.title}", then)
    return 0


def _of_its_own(changing: Changing, file: str, found: Written) -> Changing:
    """Only what the rules say because of this; without what is left to be changed by hand, which is told apart."""
    new = [each for each in changing.proposed.findings if not (found.by_hand and _is_left(each, file))]
    return changing._replace(proposed=changing.proposed._replace(findings=tuple(new)))


def _is_left(finding: Finding, file: str) -> bool:
    """Whether it says that what was decided does not stand in the plan yet."""
    if finding.where.file != file and all(each.file != file for each in finding.related):
        return False
    carried = ("history-mismatch", "ending-not-carried-out")
    return finding.rule.name in carried and not finding.variant
