"""What a report looks like in Word: its styles, each by the name that Word knows it by.

All looks are styles, so that whoever opens the file can change the whole report in one place, and a plan's own
template can bring others. A style that the template lacks is taken from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

INK, SOFT, LINE, WASH, BRAND = "1B2430", "4D5865", "C3CBD3", "F2F5F7", "0B4F6C"
TONES = {"good": "1A6B3C", "fair": "8A5300", "bad": "B3261E", "calm": "1F5FA8", "open": "4D5865", "unknown": "5C6570"}
"""The colours of symbols."""
LETTERS, SYMBOLS, CODE = "Calibri", "Segoe UI Symbol", "Courier New"
"""Fonts that Word has; where they are missing others of the same measure stand in for them."""
BAND = 740
"""Twips from the edge of the cover's band to its words: the edge of its letters' room, and the border around it."""
NAMES, SHORT_NAMES = 2835, 1021
"""Twips for the names of facts; and where they are only numbers."""
STEP = 284
"""Twips from one level of a list to the next."""


class Style(NamedTuple):
    """A style: what it is called, what it rests on, and its paragraph's and letters' properties as Word orders them."""

    name: str
    kind: str = "paragraph"
    based: str = "Normal"
    after: str = ""
    """The style of the paragraph that follows when somebody goes on writing."""
    paragraph: str = ""
    letters: str = ""
    more: str = ""
    """What only styles of tables have."""

    @property
    def id(self) -> str:
        """As it is referred to."""
        return "".join(word[0].upper() + word[1:] for word in self.name.split())


def color(code: str) -> str:
    """Of letters."""
    return f'<w:color w:val="{code}"/>'


def size(points: float) -> str:
    """Of letters."""
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def font(name: str) -> str:
    """The font of all letters."""
    return f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


def spacing(before: int = 0, after: int = 0, line: int = 264) -> str:
    """Room over and under a paragraph, and from line to line."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def indent(left: int = 0, right: int = 0, hanging: int = 0) -> str:
    """Room beside a paragraph."""
    return f'<w:ind w:left="{left}" w:right="{right}"' + (
        f' w:hanging="{hanging}"/>' if hanging else ' w:firstLine="0"/>'
    )


def edge(side: str, code: str, thick: int = 4, room: int = 0) -> str:
    """One border. Its thickness is in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{thick}" w:space="{room}" w:color="{code}"/>'


def shade(code: str) -> str:
    """What lies behind the letters."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{code}"/>'


BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
KEPT = "<w:keepNext/><w:keepLines/>"
WHOLE = "<w:suppressAutoHyphens/>"
"""No word is hyphenated."""
HYPHENATED = '<w:suppressAutoHyphens w:val="0"/>'
FRAME = "<w:pBdr>" + "".join(edge(side, BRAND, 48, 31) for side in ("top", "left", "bottom", "right")) + "</w:pBdr>"
RAGGED = 1247
"""Twips that running text ends before the edge, so that its lines are not too long to read."""


def heading(level: int, points: float, before: int, after: int, letters: str) -> Style:
    """A heading, which stays with what it stands over."""
    ordered = KEPT + WHOLE + spacing(before, after, 240) + f'<w:outlineLvl w:val="{level - 1}"/>'
    return Style(f"heading {level}", after="Body Text", paragraph=ordered, letters=BOLD + letters + size(points))


def band(name: str, points: float, before: int, after: int, letters: str) -> Style:
    """Words on the band of the cover. Both styles have the same frame, so it goes around them together."""
    ordered = KEPT + FRAME + shade(BRAND) + WHOLE + spacing(before, after, 228) + indent(BAND, BAND)
    return Style(name, after="Body Text", paragraph=ordered, letters=letters + color("FFFFFF") + size(points))


def box(name: str, based: str, edge_color: str, letters: str = "", kept: str = "", before: int = 0) -> Style:
    """A paragraph of a callout."""
    ordered = kept + f"<w:pBdr>{edge('left', edge_color, 24, 10)}</w:pBdr>" + shade(WASH)
    return Style(name, based=based, paragraph=ordered + spacing(before) + indent(284, RAGGED), letters=letters)


def contents(level: int, before: int, left: int, letters: str) -> Style:
    """A line of the table of contents: Word puts the page's number at its end."""
    tab = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9524"/></w:tabs>'
    return Style(f"toc {level}", paragraph=tab + WHOLE + spacing(before, 40) + indent(left, 567), letters=letters)


TABLE = (
    f'<w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders>'
    '<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="57" w:type="dxa"/>'
    '<w:right w:w="142" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" '
    f'w:color="{INK}"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
)
NO_MARGIN = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
STYLES = (
    Style("Normal", based="", paragraph=WHOLE + spacing(0, 120), letters=font(LETTERS) + color(INK) + size(10.5)),
    Style("Default Paragraph Font", "character", ""),
    Style("Normal Table", "table", "", more=NO_MARGIN),
    Style("No List", "numbering", ""),
    band("Title", 30, 0, 0, BOLD),
    band("Subtitle", 14, 200, 320, ""),
    Style(
        "Short Title",
        after="Body Text",
        paragraph=KEPT + WHOLE + spacing(0, 60, 240),
        letters=BOLD + color(BRAND) + size(20),
    ),
    Style("Short Subtitle", after="Body Text", paragraph=KEPT + spacing(0, 200), letters=color(SOFT) + size(12)),
    Style("Body Text", paragraph=indent(0, RAGGED)),
    Style("Lead", based="Body Text", paragraph=spacing(0, 160), letters=size(12.5)),
    heading(1, 22, 480, 200, color(BRAND)),
    heading(2, 16, 400, 140, color(BRAND)),
    heading(3, 13, 360, 110, ""),
    heading(4, 11, 280, 90, ""),
    heading(5, 10.5, 240, 70, ""),
    heading(6, 10.5, 200, 60, color(SOFT)),
    Style(
        "TOC Heading",
        after="Body Text",
        paragraph=KEPT + WHOLE + spacing(0, 240, 240),
        letters=BOLD + color(BRAND) + size(22),
    ),
    contents(1, 120, 0, BOLD),
    contents(2, 0, 284, ""),
    Style("caption", after="Body Text", paragraph=KEPT + WHOLE + spacing(280, 90, 240), letters=BOLD + size(10)),
    Style("Figure", after="Body Text", paragraph="<w:keepLines/>" + spacing(0, 60, 240)),
    Style("Figure Note", after="Body Text", paragraph=spacing(0, 160, 240), letters=size(8.5)),
    Style("Table Text", paragraph=HYPHENATED + spacing(0, 0, 245), letters=size(9)),
    Style("Table Number", based="Table Text", paragraph='<w:jc w:val="right"/>'),
    Style(
        "Table Text Heading",
        based="Table Text",
        paragraph="<w:keepNext/>" + spacing(0, 0, 235),
        letters=BOLD + size(8.5),
    ),
    Style("Table Number Heading", based="Table Text Heading", paragraph='<w:jc w:val="right"/>'),
    Style("Small Table Text", based="Table Text", letters=size(8)),
    Style("Small Table Number", based="Table Number", letters=size(8)),
    Style("Small Table Text Heading", based="Table Text Heading", letters=size(7.5)),
    Style("Small Table Number Heading", based="Table Number Heading", letters=size(7.5)),
    Style("List Bullet", based="Body Text", paragraph=spacing(0, 50)),
    Style("List Number", based="Body Text", paragraph=spacing(0, 50)),
    Style("List Continue", based="Body Text", paragraph=spacing(0, 50)),
    Style("Fact", paragraph=spacing(0, 60) + indent(NAMES, 0, NAMES), letters=size(10)),
    box("Callout", "Body Text", BRAND),
    box("Callout Title", "Callout", BRAND, BOLD, "<w:keepNext/>", 200),
    box("Warning", "Callout", "E3A23C"),
    box("Warning Title", "Warning", "E3A23C", BOLD, "<w:keepNext/>", 200),
    Style("Quote", based="Body Text", paragraph=f"<w:pBdr>{edge('left', LINE, 18, 10)}</w:pBdr>" + indent(284, RAGGED)),
    Style("HTML Preformatted", paragraph=shade(WASH) + WHOLE + spacing(0, 120, 240), letters=font(CODE) + size(9)),
    Style("Rule", paragraph=f"<w:pBdr>{edge('bottom', LINE, 6, 1)}</w:pBdr>" + spacing(0, 160) + indent(0, 7000)),
    Style("Small Gap", paragraph=spacing(0, 0, 160), letters=size(4)),
    Style(
        "header",
        paragraph=f"<w:pBdr>{edge('bottom', LINE, 4, 4)}</w:pBdr>" + spacing(),
        letters=color(SOFT) + size(8.5),
    ),
    Style("footer", paragraph=spacing() + '<w:jc w:val="right"/>', letters=color(SOFT) + size(8.5)),
    Style(
        "Colophon",
        paragraph=f"<w:pBdr>{edge('top', LINE, 4, 6)}</w:pBdr>" + spacing(480, 0),
        letters=color(SOFT) + size(8.5),
    ),
    Style("Strong", "character", "Default Paragraph Font", letters=BOLD),
    Style("Emphasis", "character", "Default Paragraph Font", letters=ITALIC),
    Style("HTML Code", "character", "Default Paragraph Font", letters=font(CODE) + size(9.5)),
    Style(
        "Hyperlink",
        "character",
        "Default Paragraph Font",
        letters=color(BRAND) + '<w:u w:val="single" w:color="9DB9C6"/>',
    ),
    Style("Quiet", "character", "Default Paragraph Font", letters=color(SOFT)),
    Style("Fact Name", "character", "Default Paragraph Font", letters=color(SOFT)),
    Style("Symbol", "character", "Default Paragraph Font", letters=font(SYMBOLS)),
    *(Style(f"State {tone.capitalize()}", "character", "Symbol", letters=color(code)) for tone, code in TONES.items()),
    Style("Report Table", "table", "Normal Table", more=TABLE),
)
TIGHT = (
    Style("Normal", based="", paragraph=WHOLE + spacing(0, 40, 232), letters=font(LETTERS) + color(INK) + size(9)),
    Style("Body Text", paragraph=indent()),
    Style("Lead", based="Body Text", paragraph=spacing(0, 80, 240), letters=size(11)),
    Style(
        "Short Title",
        after="Body Text",
        paragraph=KEPT + WHOLE + spacing(0, 40, 228),
        letters=BOLD + color(BRAND) + size(17),
    ),
    Style("Short Subtitle", after="Body Text", paragraph=KEPT + spacing(0, 60, 240), letters=color(SOFT) + size(10.5)),
    box("Callout Title", "Callout", BRAND, BOLD, "<w:keepNext/>", 60),
    box("Warning Title", "Warning", "E3A23C", BOLD, "<w:keepNext/>", 60),
    heading(1, 12, 110, 30, color(BRAND)),
    heading(2, 10.5, 120, 40, color(BRAND)),
    Style("caption", after="Body Text", paragraph=KEPT + WHOLE + spacing(80, 40, 232), letters=BOLD + size(9)),
    Style("Figure", after="Body Text", paragraph="<w:keepLines/>" + spacing(0, 20, 232)),
    Style("List Bullet", based="Body Text", paragraph=spacing(0, 0, 232)),
    Style("List Number", based="Body Text", paragraph=spacing(0, 0, 232)),
    Style("Fact", paragraph=spacing(0, 0, 240) + indent(NAMES, 0, NAMES), letters=size(8.5)),
    Style(
        "Colophon",
        paragraph=f"<w:pBdr>{edge('top', LINE, 4, 4)}</w:pBdr>" + spacing(120, 0, 240),
        letters=color(SOFT) + size(8),
    ),
)
"""Those of a report that is to be one sheet, instead of the others."""
NAMED_HERE = (
    "Short ", "Small ", "Table ", "Fact", "Figure", "Callout", "Warning", "State ", "Lead", "Rule", "Quiet", "Symbol",
    "Colophon", "Report Table",
)  # fmt: skip
"""How those begin that Word does not have itself."""
DEFAULTS = ("Normal", "Default Paragraph Font", "Normal Table", "No List")
IDS: Mapping[str, str] = {style.name: style.id for style in STYLES}
"""Name of a style -> what it is referred to by, in a file that has no other styles."""


def as_xml(style: Style, ids: Mapping[str, str]) -> str:
    """A style. The ``ids`` are those that the file's styles have."""
    default = ' w:default="1"' if style.name in DEFAULTS else ""
    custom = "" if not style.name.startswith(NAMED_HERE) else ' w:customStyle="1"'
    parts = [
        f'<w:style w:type="{style.kind}"{default}{custom} w:styleId="{ids[style.name]}"><w:name w:val="{style.name}"/>'
    ]
    parts += [f'<w:basedOn w:val="{ids[style.based]}"/>'] if style.based else []
    parts += [f'<w:next w:val="{ids[style.after]}"/>'] if style.after else []
    parts += ["<w:qFormat/>"] if style.kind in ("paragraph", "character") else []
    parts += [f"<w:pPr>{style.paragraph}</w:pPr>"] if style.paragraph else []
    parts += [f"<w:rPr>{style.letters}</w:rPr>"] if style.letters else []
    return "".join([*parts, style.more, "</w:style>"])


def defaults(lang: str) -> str:
    """What holds where no style says otherwise. The ``lang`` is the report's, as Word names it."""
    letters = font(LETTERS).replace(f'w:cs="{LETTERS}"', 'w:cs="Arial"') + size(10.5)
    said = f'<w:lang w:val="{lang}" w:eastAsia="{lang}" w:bidi="ar-SA"/>'
    return f"<w:docDefaults><w:rPrDefault><w:rPr>{letters}{said}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
