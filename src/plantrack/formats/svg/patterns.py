"""The pattern of each tone, so that areas can be told apart without their colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plantrack.formats.svg.looks import TONES
from plantrack.formats.svg.markup import element

SIDE = 8
LINES = {
    "well": '<path d="M2 0V8M6 0V8" stroke-width=".9"/>',
    "fair": '<circle cx="2" cy="2" r="1.2"/><circle cx="6" cy="6" r="1.2"/>',
    "bad": '<path d="M-2 6L6 -2M2 10L10 2" stroke-width="1.2"/>',
    "calm": '<path d="M-2 2L6 10M2 -2L10 6" stroke-width="1.5"/>',
    "unknown": '<path d="M0 2H8M0 6H8" stroke-width=".9"/>',
}
"""What is drawn over the ground of a tone, in a square of eight. What is done is dark and what is open is white, without a pattern."""


def patterns(ident: str, tones: Iterable[str]) -> Iterator[str]:
    """The patterns of some tones, each with an id."""
    for tone in tones:
        looks = TONES[tone]
        ground = element("rect", **{"class": f"f-{tone}", "width": SIDE, "height": SIDE, "fill": looks.fill})
        lines = LINES.get(tone, "")
        if "circle" in lines:
            lines = element("g", lines, **{"class": f"f-{tone}-hatch", "fill": looks.hatch})
        elif lines:
            lines = element("g", lines, **{"class": f"s-{tone}-hatch", "stroke": looks.hatch})
        yield element(
            "pattern", ground, lines, id=f"{ident}-{tone}", width=SIDE, height=SIDE, patternUnits="userSpaceOnUse"
        )
