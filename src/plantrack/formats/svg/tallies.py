"""The bar of a tally, drawn as the bars of a chart are. Its figures stand in words under it."""

from __future__ import annotations

from plantrack.formats.svg import draw
from plantrack.report.document import Tally, plain
from plantrack.report.pictures import Bar, BarGroup, Bars, Label


def total(tally: Tally) -> int:
    """The whole that is divided."""
    return sum(share.number for share in tally.shares)


def draw_tally(tally: Tally, ident: str) -> str:
    """One bar without a key; nothing where nothing is counted."""
    whole = total(tally)
    if not whole:
        return ""
    bar = Bar("", tuple(share for share in tally.shares if share.number), whole, "", True)
    picture = Bars((BarGroup(Label("", ""), (bar,)),), whole, ())
    told = ", ".join(f"{share.text} {share.state.word}" for share in tally.shares)
    return draw(picture, title=plain(tally.caption), description=told, ident=ident)
