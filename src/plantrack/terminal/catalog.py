"""The ways to print findings: the name of each, and the module that does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from plantrack.terminal.found import Found

FORMATS: Mapping[str, str] = {"text": "text", "json": "json", "github": "github", "sarif": "sarif"}


def render(name: str, found: Found) -> str:
    """Findings in a format. Only that one is loaded."""
    write: Callable[[Found], str] = import_module(f"plantrack.terminal.{FORMATS[name]}").render
    return write(found)
