"""What has been read elsewhere, and need not be read again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plantrack.facts import Source, Unreadable
from plantrack.finding import Fault
from plantrack.model.plan import Header


class Told(NamedTuple):
    """What one file told when it was read."""

    sources: tuple[Source, ...] = ()
    faults: tuple[Fault, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


class Known(NamedTuple):
    """Files of a plan that have been read."""

    files: Mapping[str, Told]
    """By their paths from the plan's folder."""
    header: Header
    """What to go by where plan.yaml cannot be read."""
