"""Any text as Word can hold it: XML that means nothing but its letters, and runs that know which way they are read.

XML forbids some characters altogether. They are shown as the pictures that Unicode has of them, so that nothing that
people wrote disappears.
"""

from __future__ import annotations

from plantrack.pattern import pattern

CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
NO_CHARACTER = pattern("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
BLANKS = pattern(r"[\t\n\r\u2028\u2029]+")
TURNING = pattern("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the text around them about. The direction is said of each run instead."""
SPECIAL = pattern("[&<>\"'\x00-\x1f\x7f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
TOWARDS_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe"
TOWARDS_RIGHT = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u058f\u0900-\u1fff\u2c00-\ufb1c"
FROM_RIGHT = pattern(f"[{TOWARDS_LEFT}](?:[^{TOWARDS_RIGHT}]*[{TOWARDS_LEFT}])?")
"""A stretch that is read from right to left: from its first such letter to its last, with what stands between."""
DATE = pattern(r"(?<![\d-])\d{4}-\d\d(?:-\d\d)?(?![\d-])")
WHOLE_HYPHEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
"""Where no line ends: dates are not broken."""
PICTURES = 0x2400
DELETED = "\N{SYMBOL FOR DELETE}"
REGIONS = {
    "sv": "sv-SE", "en": "en-GB", "fi": "fi-FI", "nb": "nb-NO", "nn": "nn-NO", "da": "da-DK", "de": "de-DE",
    "fr": "fr-FR", "es": "es-ES", "et": "et-EE", "pl": "pl-PL", "so": "so-SO", "ar": "ar-SA", "fa": "fa-IR",
    "he": "he-IL", "se": "se-SE", "yi": "yi-001",
}  # fmt: skip
"""Word knows a language by its region too; it checks the spelling of none that it does not know."""
FROM_RIGHT_ARE = ("ar", "fa", "he", "yi")
AFTER_HEBREW = "\u0600"
"""The first letter of the Arabic ones."""


def safe(text: str) -> str:
    """A text on one line for XML, in an element or an attribute."""
    if not SPECIAL.search(text):
        return text
    text = TURNING.sub("", BLANKS.sub(" ", text))
    text = CONTROL.sub(_picture, text)
    text = NO_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#39;")


def _picture(found: object) -> str:
    letter = found.group()  # type: ignore[attr-defined]
    return DELETED if letter == "\x7f" else chr(PICTURES + ord(letter))


def region(lang: str) -> str:
    """A language as Word names it."""
    return safe(REGIONS.get(lang, lang))


def run(text: str, style: str = "", *, bold: bool = False, italic: bool = False, lang: str = "") -> str:
    """A text in runs of one direction each. The ``style`` is a character style's id, the ``lang`` another language."""
    first = f'<w:rStyle w:val="{style}"/>' if style else ""
    first += "<w:b/><w:bCs/>" if bold else ""
    first += "<w:i/><w:iCs/>" if italic else ""
    named = region(lang)
    rightwards = first + (f'<w:lang w:val="{named}"/>' if lang else "")
    done: list[str] = []
    place = 0
    for found in FROM_RIGHT.finditer(text):
        done.append(_run(text[place : found.start()], rightwards))
        done.append(_run(found.group(), f'{first}<w:rtl/><w:lang w:bidi="{_from_right(found.group(), lang)}"/>'))
        place = found.end()
    done.append(_run(text[place:], rightwards))
    return "".join(done)


def _from_right(text: str, lang: str) -> str:
    """The language of a text that is read from right to left: what it says it is, else what its letters say."""
    if lang in FROM_RIGHT_ARE:
        return region(lang)
    return REGIONS["he" if text < AFTER_HEBREW else "ar"]


def _run(text: str, looks: str) -> str:
    if not text:
        return ""
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    inside = safe(text)
    if "-" in inside:
        inside = DATE.sub(lambda found: found.group().replace("-", WHOLE_HYPHEN), inside)
    return f'<w:r>{properties}<w:t xml:space="preserve">{inside}</w:t></w:r>'


LINE_BREAK = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"


def field(instruction: str, shown: str) -> str:
    """A field with what it shows until Word works it out. The instruction is of our own making."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {instruction} '
        f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
