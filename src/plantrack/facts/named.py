"""Which organisations somebody may mean who writes an id, an abbreviation or a name, as it is now or was once."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts.wording import wordings
from plantrack.kinds import Text
from plantrack.model.organisation import Organisation
from plantrack.plan import Plan


def organisations_named(plan: Plan, text: str) -> tuple[str, ...]:
    """The ids of those that have it as id, abbreviation or name, in any language; one id, where it is just that."""
    if text in plan.organisations:
        return (text,)
    wanted = _folded(text)
    return tuple(
        identifier
        for identifier, each in plan.organisations.items()
        if wanted and any(_folded(said) == wanted for name in _names(identifier, each) for said in wordings(name))
    )


def _names(identifier: str, organisation: Organisation) -> Iterator[Text | None]:
    """Everything that an organisation is or was called."""
    yield from (identifier, organisation.abbreviation, organisation.name)
    for former in organisation.formerly:
        yield from (former.name, former.abbreviation)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
