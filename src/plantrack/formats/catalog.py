"""The formats of a report: the name of each, the module that writes it, and what it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple

from plantrack.formats.own import Own
from plantrack.report.document import Document


class Format(NamedTuple):
    """One way to write a report."""

    module: str
    ending: str
    """Of its files."""
    extra: str = ""
    """The extra of the package that it needs; empty where it needs none."""
    templates: bool = False
    """Whether a plan's own templates may change it."""


FORMATS: Mapping[str, Format] = {
    "md": Format("markdown", "md"),
    "html": Format("html", "html", templates=True),
    "pdf": Format("pdf", "pdf", extra="pdf", templates=True),
    "docx": Format("docx", "docx", extra="word", templates=True),
    "text": Format("text", "txt"),
    "json": Format("json", "json"),
}
USUAL = ("md", "html")
"""Those that are written where none is asked for."""


class NeedsMore(Exception):
    """A format needs a package that is not installed: the ``extra`` brings it."""

    def __init__(self, extra: str) -> None:
        super().__init__(extra)
        self.extra = extra


def render(name: str, document: Document, own: Own) -> bytes:
    """The report as the bytes of a file. What is heavy is loaded only when it is used. Raises ``NeedsMore``."""
    wanted = FORMATS[name]
    write: Callable[..., str | bytes] = import_module(f"plantrack.formats.{wanted.module}").render
    try:
        made = write(document, own) if wanted.templates else write(document)
    except ModuleNotFoundError as fault:
        if not wanted.extra or (fault.name or "").startswith("plantrack"):
            raise
        raise NeedsMore(wanted.extra) from None
    return made.encode() if isinstance(made, str) else made


def named(ending: str) -> str:
    """The format that a file's ending stands for; empty where it is none."""
    return next((name for name, each in FORMATS.items() if ending.lower() in (name, each.ending)), "")
