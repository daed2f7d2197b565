"""The pictures of a Word file: charts and the bars of tallies, drawn as PNG by Typst with its own letters.

All are drawn at once, each on a page of its own size. So the same pictures are the same bytes wherever the same Typst
is. Word is told how large they are in print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, cast

from plantrack.pattern import pattern
from plantrack.report.document import Block, Callout, Chart, Document, Section, Tally, plain, walk

DOTS = 200
"""To an inch."""
EMU = 12700
"""Word's unit of pictures, to a point."""
LETTERS = "Libertinus Serif"
CHART_SIZE = 9.2
"""Points of the letters in a chart, where it has room."""
MEASURES = pattern(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"')
LETTER_SIZE = pattern(r'font-size="([0-9.]+)"')
FONTS = pattern(r'font-family="[^"]*"')
PAGES = b"""#let pictures = json(bytes(sys.inputs.pictures))
#set page(width: auto, height: auto, margin: 0pt)
#for (number, each) in pictures.enumerate() {
  if number > 0 { pagebreak() }
  image(bytes(each.at(0)), format: "svg", width: each.at(1) * 1pt, height: each.at(2) * 1pt)
}
"""


class Sheet(NamedTuple):
    """The room that a picture may take, in points."""

    wide: float
    high: float
    half: float
    """The width of a picture that stands beside another one."""


class Drawn(NamedTuple):
    """A picture, and how large it is in points."""

    png: bytes
    wide: float
    high: float


class Sketch(NamedTuple):
    """A picture before it is drawn."""

    svg: str
    wide: float
    high: float


def drawn(document: Document, sheet: Sheet) -> Iterator[Drawn]:
    """All pictures of a document, in the order that they stand in it."""
    sketches = [sketch(block, sheet) for block in pictured(document)]
    if not sketches:
        return
    for made, png in zip(sketches, typeset(sketches), strict=True):
        yield Drawn(png, made.wide, made.high)


def pictured(document: Document) -> Iterator[Chart | Tally]:
    """The blocks that have a picture, in order."""
    sections: Iterator[Section] = (section for _level, section in walk(document.sections))
    blocks: list[Block] = [*document.notes]
    blocks += [block for section in sections for block in section.blocks]
    for block in blocks:
        inside = block.blocks if isinstance(block, Callout) else (block,)
        yield from (each for each in inside if isinstance(each, Chart) or (isinstance(each, Tally) and is_drawn(each)))


def is_small(block: Block) -> bool:
    """Whether a block is one of the small charts that stand beside each other."""
    return isinstance(block, Chart) and block.picture.kind == "curves"


def is_drawn(tally: Tally) -> bool:
    """Whether there is anything to draw."""
    return any(share.number for share in tally.shares)


def sketch(block: Chart | Tally, sheet: Sheet) -> Sketch:
    """The picture of a block, no larger than there is room."""
    from plantrack.formats.svg import draw
    from plantrack.formats.svg.tallies import draw_tally

    if isinstance(block, Tally):
        svg = draw_tally(block, "chart")
    else:
        svg = draw(block.picture, title=plain(block.caption), description=block.description, ident="chart")
    measures, letters = MEASURES.search(svg), LETTER_SIZE.search(svg)
    assert measures
    assert letters
    wide, high = map(float, measures.groups())
    room = sheet.half if is_small(block) else sheet.wide
    scale = min(CHART_SIZE / float(letters[1]), room / wide, sheet.high / high)
    return Sketch(FONTS.sub(f'font-family="{LETTERS}"', svg), wide * scale, high * scale)


def typeset(sketches: list[Sketch]) -> list[bytes]:
    """The pictures as PNG."""
    from json import dumps

    import typst

    compile_typst = cast("Callable[..., Any]", typst.compile)
    made = compile_typst(
        PAGES,
        format="png",
        ppi=DOTS,
        ignore_system_fonts=True,
        sys_inputs={"pictures": dumps(sketches, ensure_ascii=False)},
    )
    return made if isinstance(made, list) else [made]


def inline(picture: Drawn, link: str, number: int, title: str, description: str) -> str:
    """A picture in a line of text. The title and the description are for those who hear it."""
    wide, high = round(picture.wide * EMU), round(picture.high * EMU)
    named = f'id="{number}" name="{title}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr {named} descr="{description}" title="{title}"/><wp:cNvGraphicFramePr>'
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr {named} descr="{description}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{link}"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
