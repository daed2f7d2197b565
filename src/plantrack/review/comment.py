"""The comment on a pull request: written once, and written over each time after that."""

from __future__ import annotations

from typing import Any

from plantrack.pattern import pattern
from plantrack.review.github import GitHub

LONGEST = 60_000
"""Letters. GitHub takes 65,536."""
MENTION = pattern(r"@(?=[A-Za-z0-9])")
UNSEEN = "\N{ZERO WIDTH SPACE}"


def mark_of(plan: str) -> str:
    """What a reader does not see, and the next run finds the comment by. Two plans have one comment each."""
    return f"<!-- plantrack: {plan.replace('--', '- -')} -->"


def without_mentions(markdown: str) -> str:
    """A text that calls on nobody: whatever a title in the plan says, no team is written to because of it."""
    return MENTION.sub(f"@{UNSEEN}", markdown)


def shortened(markdown: str, more: str) -> str:
    """A text that fits in a comment: cut between two lines, and saying so."""
    if len(markdown) <= LONGEST:
        return markdown
    whole = markdown[:LONGEST].rpartition("\n")[0]
    return f"{whole}\n\n{more}\n"


def own_comment(github: GitHub, repository: str, number: int, mark: str) -> Any:
    """The comment that an earlier run wrote. Somebody else's that begins the same way is left alone."""
    begun = [
        each for each in github.all(f"repos/{repository}/issues/{number}/comments") if _text(each).startswith(mark)
    ]
    name = github.own_name() if begun else ""
    return next((each for each in begun if (each.get("user") or {}).get("login") == name), None)


def write_comment(github: GitHub, repository: str, number: int, mark: str, markdown: str) -> None:
    """Writes the comment, or writes it over where it now says something else. Raises ``Refused``."""
    body = f"{mark}\n{markdown.strip()}"
    found = own_comment(github, repository, number, mark)
    if found is None:
        github.ask(f"repos/{repository}/issues/{number}/comments", "POST", body=body)
    elif _text(found).strip() != body:
        github.ask(f"repos/{repository}/issues/comments/{found['id']}", "PATCH", body=body)


def _text(comment: Any) -> str:
    return str(comment.get("body") or "").replace("\r\n", "\n")
