"""A plan's own templates and styles, which come before those that are shipped."""

from __future__ import annotations

from collections.abc import Mapping

Own = Mapping[str, bytes]
"""Name of a template -> what the plan's own one holds."""
