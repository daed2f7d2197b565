"""Writes elements of SVG: attributes, escaped text, and numbers that come out the same on every machine."""

from __future__ import annotations

from html import escape

from plantrack.report.teller import printable


def element(name: str, *inner: str, **attributes: object) -> str:
    """An element with what is inside it. An attribute without a value is left out; ``stroke_width`` is ``stroke-width``."""
    given = "".join(
        f' {key.replace("_", "-")}="{value if isinstance(value, str) else fixed(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{given}>{''.join(inner)}</{name}>" if inner else f"<{name}{given}/>"


def escaped(text: str) -> str:
    """A text as text: whatever it holds, it is no markup."""
    return escape(printable(text))


def fixed(value: object) -> str:
    """A number with one decimal at most."""
    assert isinstance(value, int | float)
    text = f"{value:.1f}"
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text


def path(*steps: str | float) -> str:
    """The steps of a path: letters and numbers in a row."""
    return " ".join(step if isinstance(step, str) else fixed(step) for step in steps)
