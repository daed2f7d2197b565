"""Tells it: as a comment on the pull request where GitHub lets it, and in the job's summary."""

from __future__ import annotations

import os

from plantrack.formats.markdown_text import escaped
from plantrack.locales import Speech, speech
from plantrack.mark import _
from plantrack.review.comment import mark_of, own_comment, shortened, without_mentions, write_comment
from plantrack.review.github import GitHub, Refused
from plantrack.review.job import Pull, is_yes, job, page_of_run, tell, wish
from plantrack.review.notes import notes
from plantrack.review.telling import Found, text, verdict

COMMENTED = _("The whole stands in the comment on the pull request.")
FROM_FORK = _("The change comes from a fork, where GitHub lets nothing be commented, so it stands here.")
NO_TOKEN = _("There is no token to comment with, so it stands here.")
NOT_TAKEN = _(
    "GitHub did not take the comment ({why}), so it stands here. It needs the permission “pull-requests: write”."
)
REST = _("The rest did not find room in a comment, and stands in the [summary of this run]({address}).")
NOTHING = _("This change does nothing to the plan.")


def run() -> int:
    kept = notes()
    about = kept.get("about")
    tongue = speech(about["language"])
    parts = (kept.get(name, {}) for name in ("check", "diff", "report", "approvals"))
    found = Found(about, *parts)
    whole = without_mentions(f"## {escaped(about['title'])}\n\n{text(tongue, found, page_of_run())}")
    said, commented = _comment(job().pull, tongue, found, whole)
    short = f"## {escaped(about['title'])}\n\n**{verdict(tongue, found)}**\n\n{said}\n"
    tell(short if commented else f"{whole}\n{said}\n" if said else whole)
    return 0


def _comment(pull: Pull, tongue: Speech, found: Found, whole: str) -> tuple[str, bool]:
    """Writes the comment. Answers what is to be said of it, and whether the whole stands there."""
    token = os.environ.get("GITHUB_TOKEN", "")
    if not pull.number or not is_yes(wish("comment")):
        return "", False
    if pull.fork:
        return tongue.say(FROM_FORK), False
    if not token:
        return tongue.say(NO_TOKEN), False
    rest = tongue.say(REST, address=page_of_run())
    github = GitHub(token)
    mark = mark_of(found.about["plan"])
    try:
        if _is_silent(found) and own_comment(github, pull.repository, pull.number, mark) is None:
            return tongue.say(NOTHING), True
        write_comment(github, pull.repository, pull.number, mark, shortened(whole, rest))
    except Refused as error:
        return tongue.say(NOT_TAKEN, why=str(error)), False
    return tongue.say(COMMENTED), shortened(whole, rest) == whole


def _is_silent(found: Found) -> bool:
    """Whether there is nothing that anybody needs to be told in a comment."""
    told = found.check.get("findings") or not found.check or found.approvals.get("answers")
    return not told and bool(found.diff) and not found.diff["why_not"] and not found.diff["changes"]
