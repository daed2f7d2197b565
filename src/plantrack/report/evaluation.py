"""An independent assessment that was read from another revision than the plan: where it stands, and what it lacks here."""

from __future__ import annotations

from typing import NamedTuple


class Evaluation(NamedTuple):
    """Where an assessment beside the plan comes from."""

    revision: str
    """The revision or branch, as it was asked for."""
    commit: str
    """The whole name of its commit."""
    absent: tuple[str, ...] = ()
    """What it says something of that this plan does not have, and that is therefore not shown."""
