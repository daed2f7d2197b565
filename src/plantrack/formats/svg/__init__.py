"""SVG: one picture as one element that stands by itself, without scripts and without anything from elsewhere.

Drawn for print and for readers who see no colours: what a colour says, a symbol, a pattern or a word says too.
Each picture is laid out twice, for a page and for a telephone. The page's style sheet (``charts.css``) shows the
narrow one where the screen is narrow; without it the wide one is shown, in the colours for paper.
"""

from __future__ import annotations

from plantrack.formats.svg.bars import draw_bars
from plantrack.formats.svg.costs import draw_costs
from plantrack.formats.svg.curves import draw_curves
from plantrack.formats.svg.deadlines import draw_deadlines
from plantrack.formats.svg.grid import draw_grid
from plantrack.formats.svg.looks import COLOURS, tone_of
from plantrack.formats.svg.markup import element, escaped
from plantrack.formats.svg.patterns import patterns
from plantrack.formats.svg.sheet import NARROW, SIZE, WIDE, Drawing, Sheet
from plantrack.formats.svg.symbols import shapes
from plantrack.formats.svg.timeline import draw_timeline
from plantrack.report.document import State
from plantrack.report.pictures import Bars, Costs, Curves, Deadlines, Grid, Picture, Timeline

FONTS = "'Segoe UI','Helvetica Neue',Arial,'Liberation Sans','DejaVu Sans',sans-serif"
"""Those of the report."""
REM = 16
"""Units to one ``rem``: at its full size a letter is as great as it says."""


def draw(picture: Picture, *, title: str, description: str, ident: str) -> str:
    """A picture as one ``<svg>``. The ``ident`` begins all its ids, and is another for each picture of a page."""
    sheets = [Sheet(width, ident) for width in widths(picture)]
    drawings = [laid_out(picture, sheet) for sheet in sheets]
    first = drawings[0]
    attributes: dict[str, object] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": f"chart {picture.kind}",
        "role": "img",
        "aria-labelledby": f"{ident}-title {ident}-desc",
        "viewBox": f"0 0 {first.width} {first.height}",
        "style": f"max-width:{first.width / REM:g}rem",
        "font-family": FONTS,
        "font-size": SIZE,
        "fill": COLOURS["ink"],
    }
    inside = [
        f'<title id="{ident}-title">{escaped(title)}</title>',
        f'<desc id="{ident}-desc">{escaped(description)}</desc>',
        element("defs", *patterns(ident, tones(picture)), *shapes(ident, signs(picture))),
    ]
    if len(drawings) == 1:
        return element("svg", *inside, *first.parts, **attributes)
    narrow = drawings[1]
    attributes["class"] = f"chart {picture.kind} two"
    attributes["preserveAspectRatio"] = "none"
    attributes["style"] = f"{attributes['style']};--narrow:{narrow.width}/{narrow.height}"
    # The outer box takes the shape of the narrow one where that is shown, so neither is ever drawn out of shape.
    inside.append(element("g", *first.parts, **{"class": "wide"}))
    inner = {"class": "narrow", "display": "none", "width": first.width, "height": first.height}
    inner |= {"viewBox": f"0 0 {narrow.width} {narrow.height}", "preserveAspectRatio": "none"}
    inside.append(element("svg", *narrow.parts, **inner))
    return element("svg", *inside, **attributes)


def widths(picture: Picture) -> tuple[int, ...]:
    """The widths that a picture is laid out for, that of a page first. A curve is small on both."""
    return (NARROW,) if isinstance(picture, Curves) else (WIDE, NARROW)


def laid_out(picture: Picture, sheet: Sheet) -> Drawing:
    """A picture on a sheet."""
    match picture:
        case Bars():
            return draw_bars(picture, sheet)
        case Timeline():
            return draw_timeline(picture, sheet)
        case Deadlines():
            return draw_deadlines(picture, sheet)
        case Curves():
            return draw_curves(picture, sheet)
        case Grid():
            return draw_grid(picture, sheet)
        case Costs():
            return draw_costs(picture, sheet)


def tones(picture: Picture) -> tuple[str, ...]:
    """The tones whose patterns a picture uses."""
    match picture:
        case Curves():
            return ()
        case Costs():
            return ("calm",)
        case Timeline():
            found = (line.state for group in picture.groups for line in group.lines)
            return tuple(sorted({tone_of(state) for state in (*found, *picture.states)}))
        case _:
            return tuple(sorted({tone_of(state) for state in states(picture)}))


def states(picture: Bars | Timeline | Deadlines | Grid) -> tuple[State, ...]:
    """The states of its key; of bars without one, those that they show."""
    if picture.states or not isinstance(picture, Bars):
        return picture.states
    return tuple(share.state for group in picture.groups for bar in group.bars for share in bar.shares)


def signs(picture: Picture) -> tuple[str, ...]:
    """The symbols that a picture uses."""
    match picture:
        case Curves():
            return ("?",) if picture.unmeasured else ()
        case Costs():
            return ()
        case _:
            return tuple(sorted({state.symbol for state in states(picture)}))
