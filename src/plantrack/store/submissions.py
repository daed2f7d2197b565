"""What somebody answers, as a file of its own: how it is named, and what stands in it.

A new answer is always a new file with a day, a sender and a short random end in its name, so that answers
on many branches meet without a conflict.
"""

from __future__ import annotations

from collections.abc import Container
from secrets import token_hex

from plantrack.draft import Draft
from plantrack.store.block import Value, block


def file_of(draft: Draft, taken: Container[str]) -> str:
    """A path for the submission that no other has. ``taken`` are the ids of those there are."""
    while True:
        name = f"{draft.date.isoformat()}-{draft.by}-{token_hex(2)}"
        if name not in taken:
            return f"progress/{draft.round}/{name}.yaml"


def text_of(draft: Draft) -> str:
    """The submission as it stands in its file."""
    fields: dict[str, Value] = {"by": draft.by, "date": draft.date.isoformat(), "round": draft.round}
    if draft.role != "own":
        fields["role"] = draft.role
    if draft.replaces:
        fields["replaces"] = draft.replaces
    if draft.confirms:
        fields["confirms"] = draft.confirms
    if draft.form:
        fields["from"] = {"file": draft.form.file, "digest": draft.form.digest}
    if draft.basis:
        fields["basis"] = draft.basis
    if draft.comment:
        fields["comment"] = draft.comment
    if draft.answers:
        fields["answers"] = {thing: dict(said) for thing, said in draft.answers.items()}
    return block(fields)
