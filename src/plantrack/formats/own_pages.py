"""Templates of pages: those that are shipped, and before them a plan's own, which are shut in.

An own template sees the document and a few functions. Jinja's sandbox keeps it from everything else.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from plantrack.formats.own import Own, TemplateFault, text_of
from plantrack.record import NOTHING

if TYPE_CHECKING:
    from jinja2 import Environment

IMAGES = {"svg": "svg+xml", "png": "png", "jpg": "jpeg", "jpeg": "jpeg", "webp": "webp", "woff2": "woff2"}
"""Ending of a file -> what browsers call its kind."""
HERE = "own:"
"""Before the name of an own template, where Python speaks of the files that code comes from."""
SHOWN = 200
"""Letters of what a library says of a fault."""


def environment(folder: Path, own: Own = NOTHING) -> Environment:
    """The templates, with everything escaped that is not said to be markup.

    A plan's own templates come in with pull requests, so they may show things but do nothing else.
    """
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    def load(name: str) -> tuple[str, str, None] | None:
        return (text_of(own, name), HERE + name, None) if name in own else None

    kind = ImmutableSandboxedEnvironment if own else Environment
    return kind(
        loader=ChoiceLoader([FunctionLoader(load), FileSystemLoader(folder, encoding="utf-8")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def style(page: Environment, name: str) -> str:
    """A style sheet as it is written: braces mean in one what they mean there."""
    assert page.loader is not None
    return page.loader.get_source(page, name)[0].rstrip("\n") + "\n"


def images(own: Own) -> Callable[[str], str]:
    """Answers with an own picture as an address that holds all of it, so that the page stays one file."""

    def image(name: str) -> str:
        if name not in own:
            raise LookupError(name)
        kind = IMAGES.get(name.rpartition(".")[2].lower(), "octet-stream")
        place = "font" if kind == "woff2" else "application" if kind == "octet-stream" else "image"
        return f"data:{place}/{kind};base64,{b64encode(own[name]).decode()}"

    return image


@contextmanager
def faults_told(own: Own) -> Iterator[None]:
    """Turns what goes wrong in an own template into a ``TemplateFault``. What goes wrong elsewhere is a fault of ours."""
    from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    try:
        yield
    except TemplateFault:
        raise
    except TemplateSyntaxError as fault:
        if fault.name is None or fault.name not in own:
            raise
        raise TemplateFault("syntax", fault.name, fault.lineno, fault.message or "") from None
    except Exception as fault:
        kinds: tuple[tuple[type[Exception], str], ...] = ((SecurityError, "refused"), (UndefinedError, "unknown"))
        kind = next((kind for kinds_of, kind in kinds if isinstance(fault, kinds_of)), "other")
        place = _place(fault.__traceback__, own)
        if place is None:
            raise
        what = str(fault) if isinstance(fault, TemplateError) else f"{type(fault).__name__}: {fault}"
        raise TemplateFault(kind, *place, what[:SHOWN]) from None


def _place(trace: TracebackType | None, own: Own) -> tuple[str, int] | None:
    """The innermost line of an own template on the way to a fault; else the first line of the only one there is."""
    found = None
    while trace is not None:
        frame = trace.tb_frame
        template = frame.f_globals.get("__jinja_template__")
        if template is not None and template.name in own:
            found = template.name, template.get_corresponding_lineno(trace.tb_lineno)
        elif frame.f_code.co_filename.startswith(HERE):
            found = frame.f_code.co_filename.removeprefix(HERE), trace.tb_lineno
        trace = trace.tb_next
    pages = [name for name in own if name.endswith(".j2")]
    return found or ((pages[0], 1) if pages else None)
