"""The looks of a chart: each has a name, which is a class for the style sheet, and a colour that holds without one.

Contrast with the paper: words 4.5 : 1 at least, edges and lines that mean something 3 : 1. On black and white paper
the tones differ by how dark they are and by their patterns. ``charts.css`` says the same, and what is shown in the dark.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plantrack.report.document import State


class Tone(NamedTuple):
    """How things of one tone look: the area, its edge, what is written on it, and the lines of its pattern."""

    fill: str
    edge: str
    words: str
    hatch: str


TONES: Mapping[str, Tone] = {
    "good": Tone("#1f7a48", "#14532f", "#ffffff", "#1f7a48"),
    "well": Tone("#dcf0e3", "#1f7a48", "#10402a", "#58a97f"),
    "fair": Tone("#fdebc8", "#8a5300", "#4a2c00", "#c07d1c"),
    "bad": Tone("#9c1f18", "#6d120d", "#ffffff", "#e58a83"),
    "calm": Tone("#d6e6f9", "#1f5fa8", "#12365f", "#6b9fdc"),
    "open": Tone("#ffffff", "#55606e", "#1b2430", "#ffffff"),
    "unknown": Tone("#eceff2", "#5c6570", "#333c46", "#8d98a3"),
}
OF_SYMBOL = {"►": "well"}
"""What is on its way looks otherwise than what is done, though both are good."""
COLOURS: Mapping[str, str] = {
    "ink": "#1b2430",
    "soft": "#55606e",
    "line": "#d5dbe1",
    "paper": "#ffffff",
    "brand": "#0b4f6c",
    "band": "#e9f1f5",
}


def tone_of(state: State) -> str:
    """How a state looks."""
    return OF_SYMBOL.get(state.symbol, state.tone)


def fill(name: str) -> dict[str, object]:
    """Filled with a colour."""
    return {"class": f"f-{name}", "fill": COLOURS[name]}


def stroke(name: str, width: float = 1) -> dict[str, object]:
    """A line of a colour."""
    return {"class": f"s-{name}", "fill": "none", "stroke": COLOURS[name], **_thick(width)}


def outlined(line: str, area: str, width: float = 1) -> dict[str, object]:
    """Filled with one colour, and with an edge of another."""
    both = {"class": f"f-{area} s-{line}", "fill": COLOURS[area]}
    return {**both, "stroke": COLOURS[line], **_thick(width)}


def patterned(ident: str, tone: str) -> dict[str, object]:
    """An area of a tone: its pattern within its edge."""
    return {"class": f"s-{tone}", "fill": f"url(#{ident}-{tone})", "stroke": TONES[tone].edge}


def plain(tone: str) -> dict[str, object]:
    """An area of a tone within its edge, without its pattern."""
    return {"class": f"f-{tone} s-{tone}", "fill": TONES[tone].fill, "stroke": TONES[tone].edge}


def vague(ident: str, tone: str) -> dict[str, object]:
    """A pale area of a tone, with its edge in dashes: what is not certain."""
    return {**patterned(ident, tone), "fill_opacity": "0.35", "stroke_width": 1.2, "stroke_dasharray": "3 2"}


def plate(tone: str) -> dict[str, object]:
    """The ground of a tone without its pattern, to write on."""
    return {"class": f"f-{tone}", "fill": TONES[tone].fill}


def written(tone: str) -> dict[str, object]:
    """What is written on a tone: for a group, whose parts take its ``currentColor``."""
    return {"class": f"c-{tone}-words", "color": TONES[tone].words}


def edged(tone: str) -> dict[str, object]:
    """What stands on the paper in the colour of a tone: for a group, whose parts take its ``currentColor``."""
    return {"class": f"c-{tone}-edge", "color": TONES[tone].edge}


def _thick(width: float) -> dict[str, object]:
    return {} if width == 1 else {"stroke_width": width}
