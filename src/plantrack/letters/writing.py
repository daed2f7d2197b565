"""Writes letters by templates: the plan's own where it has one, else those that are shipped.

A template of a plan is data: it can use the values of a letter and nothing else, and a mistake in it is said in one
sentence with its line.
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from plantrack.letters.content import Content, names
from plantrack.letters.fault import NoLetter
from plantrack.mark import _
from plantrack.pattern import pattern
from plantrack.report.teller import printable
from plantrack.shipped import templates

if TYPE_CHECKING:
    from jinja2 import Template

PLACE = "letters"
ENDING = ".txt.j2"
SUBJECT = pattern(r"(?:Ämne|Subject):[ \t]*(.*)")
QUOTED = pattern(r"'([^']+)'")
EMPTY_LINES = pattern(r"\n{3,}")
LONGEST = 200
"""Letters of a subject."""


class Letter(NamedTuple):
    """A letter that is ready: to whom, about what, and what it says."""

    organisation: str
    name: str
    subject: str
    body: str


class Writer:
    """Writes one kind of letter in one language."""

    def __init__(self, plan_folder: Path, language: str, kind: str) -> None:
        own = plan_folder / "templates" / PLACE / language
        shipped = templates() / PLACE / language
        self.name = f"{kind}{ENDING}"
        self.path = str((own if (own / self.name).is_file() else shipped) / self.name)
        self.template = self._read([own, shipped])

    def write(self, organisation: str, content: Content) -> Letter:
        """A letter to one organisation. Raises ``NoLetter``."""
        try:
            text = self.template.render(content._asdict())
        except RecursionError:
            raise NoLetter(_("{path} uses itself without end."), path=self.path) from None
        except Exception as error:  # a template of the plan's own may fail in any way
            self._refuse(error)
        head, _line, body = printable(text).strip().partition("\n")
        subject = SUBJECT.fullmatch(head.strip())
        if not subject or not subject[1].strip():
            sentence = _("{path} must begin with a line that says what the letter is about: Subject: …")
            raise NoLetter(sentence, path=self.path)
        body = EMPTY_LINES.sub("\n\n", "\n".join(line.rstrip() for line in body.strip().split("\n")))
        return Letter(organisation, content.organisation, " ".join(subject[1].split())[:LONGEST], f"{body}\n")

    def _read(self, folders: list[Path]) -> Template:
        from jinja2 import FileSystemLoader, StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(folders), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        try:
            return environment.get_template(self.name)
        except Exception as error:
            self._refuse(error)

    def _refuse(self, error: Exception) -> NoReturn:
        """Says what is wrong with the template, and in which line."""
        from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

        path, line = self.path, _line_of(error.__traceback__)
        if isinstance(error, UndefinedError):
            named = (QUOTED.findall(str(error)) or [""])[-1]
            sentence = _("{path}, line {line}: a letter has nothing that is called “{name}”. It has {names}.")
            raise NoLetter(sentence, path=path, line=line, name=named, names=names()) from None
        if isinstance(error, TemplateSyntaxError):
            sentence = _("{path}, line {line}: this is not understood. See that braces and signs are as they were.")
            raise NoLetter(sentence, path=error.filename or path, line=error.lineno) from None
        if isinstance(error, TemplateNotFound):
            raise NoLetter(
                _("{path} asks for a template {name}, and there is none."), path=path, name=error.name
            ) from None
        if isinstance(error, UnicodeDecodeError):
            raise NoLetter(_("{path} is not saved as UTF-8. Save it so in your editor."), path=path) from None
        raise NoLetter(_("{path}, line {line}: this cannot be filled in."), path=path, line=line) from None


def _line_of(trace: TracebackType | None) -> int:
    """The line of a template in which something failed: templates stand in the traceback as files of their own."""
    found = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(ENDING):
            found = trace.tb_lineno
        trace = trace.tb_next
    return found
