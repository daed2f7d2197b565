"""Any text as Typst can set it: what its own fonts lack is named, and long words may be broken.

PDF/A and PDF/UA allow no character without a shape. Typst brings fonts for Latin, Greek, Cyrillic, Hebrew, some
Arabic and many symbols. Whatever else people write is told in words or by its number, and is never left out.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from plantrack.pattern import pattern

COVERED = (
    "20-7e a0-ac ae-2ff 370-377 37a-37f 384-38a 38c 38e-3a1 3a3-482 48a-4ff 510-513 51a-51d 531-556 559-58a 58d-58f "
    "5be 5c0 5c3 5c6 5d0-5ea 5ef-5f4 606-60c 61b 61f 621-63a 640-64a 660-66d 674 679-67b 67e-680 683-684 686-687 691 "
    "698 6a4 6a9 6af 6be 6cc 6f0-6f9 10d0-10ff 1d00-1dbf 1e00-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b "
    "1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-200a 200c-2027 202f-2040 "
    "2042 2044-2052 2054-205f 2070-2071 2074-208e 2090-209c 20a0-20c0 2100-211e 2120 2122 2124 2126-2151 2153-2184 2189 "
    "2190-23ff 2422-2423 2460-2606 2609-262f 2638-268b 2690-269c 26a0-26a7 26aa-26af 26b2 2701-2704 2706-2709 270c-2714 "
    "2717-2726 272a-274b 274d 274f-2752 2756 2758-275e 2761-277f 2794 2798-27af 27b1-2b73 2b76-2b95 2b97-2bff 2c80-2cee "
    "2cf2-2cf3 2cf9-2cff fb00-fb06 fb1d fb1f-fb36 fb38-fb3c fb3e fb40-fb41 fb43-fb44 fb46-fb4f"
)
"""What the fonts in Typst have shapes for, as ranges. ``tests/test_pdf.py`` sets every one of them."""
MARKED = pattern(
    "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0391-\u03a1\u03a3-\u03c9\u0410-\u044f][\u0300-\u0331]+"
    "|[\u05d0-\u05ea][\u05b0-\u05bd\u05bf\u05c1\u05c2]+|[\u0621-\u063a\u0641-\u064a][\u064b-\u0652]+"
)
"""Letters with marks on them that one font has both of: that is how they must be set."""
PLAIN = pattern("[ -~\u00a0-\u00ac\u00ae-\u017f\u2010-\u2026\u2212]*")
"""What needs no thought."""
INVISIBLE = pattern(
    "[\u00ad\u200b\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]|\u200d(?![\u0600-\u06ff])"
)
"""Marks without a shape of their own, some of which turn the text around them about."""
TOWARDS_LEFT = pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""A letter that is read from right to left."""
FIRST_LETTER = pattern(r"[^\W\d_]")
ISOLATED = "\u2068{}\u2069"
TOGETHER = pattern(r"(?<=§) (?=\d)|(?<=\bn) (?== \d)|(?<=\bn =) (?=\d)")
"""Spaces where no line may end: § 11, n = 34."""
LONG = pattern(r"\S{20,}")
JOINT = pattern(r"(?<=[\w)])([/_?&=.@:,;+])(?=\w)")
TOO_LONG = 30
"""Letters. A shorter word is hyphenated as its language does it."""
CUT = pattern("(.{8})(?![\u0300-\u0331\u05b0-\u05c2\u064b-\u0652]|$)")
MAY_BREAK = "\u200b"


def shown(text: str, marks: bool = True) -> str:
    """A text as it can be set. Without ``marks`` accents that belong to no letter are told by number too."""
    if not PLAIN.fullmatch(text):
        text = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
        text = _covered(text, marks)
    return LONG.sub(lambda found: _breakable(found.group()), TOGETHER.sub("\u00a0", text))


def isolated(text: str) -> str:
    """A text that is set in its own direction, whatever stands around it."""
    return ISOLATED.format(text) if TOWARDS_LEFT.search(text) else text


def from_right(text: str) -> bool:
    """Whether a paragraph is read from right to left: its first letter says so."""
    first = FIRST_LETTER.search(text) if TOWARDS_LEFT.search(text) else None
    return first is not None and bool(TOWARDS_LEFT.match(first.group()))


def _covered(text: str, marks: bool) -> str:
    """The text with names and numbers for what no font has."""
    done: list[str] = []
    lacking: list[str] = []
    place = 0
    while place < len(text):
        marked = MARKED.match(text, place) if marks else None
        part = marked.group() if marked else text[place]
        place += len(part)
        if marked or part in characters():
            _tell(lacking, done)
            done.append(part)
        elif part.isspace() or part < " ":
            _tell(lacking, done)
            done.append(" ")
        else:
            lacking.append(part)
    _tell(lacking, done)
    return "".join(done)


def _tell(lacking: list[str], done: list[str]) -> None:
    """Writes the characters that wait: plainer ones that mean the same, names of symbols, else their numbers."""
    numbers: list[str] = []
    for each in lacking:
        plainer = unicodedata.normalize("NFKC", each)
        name = unicodedata.name(each, "") if unicodedata.category(each)[0] in "SP" else ""
        if name or all(c in characters() for c in plainer):
            _end(numbers, done)
            done.append(f"[{name.lower()}]" if name else plainer)
        else:
            numbers.append(f"U+{ord(each):04X}")
    _end(numbers, done)
    lacking.clear()


def _end(numbers: list[str], done: list[str]) -> None:
    if numbers:
        done.append(f"[{' '.join(numbers)}]")
        numbers.clear()


@cache
def characters() -> frozenset[str]:
    """Every character that the fonts have, one by one."""
    found: set[str] = set()
    for each in COVERED.split():
        first, _, last = each.partition("-")
        found.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(found)


def _breakable(word: str) -> str:
    """A long word with places where it may be broken: at its joints, and anywhere where it has none."""
    word = JOINT.sub(rf"\1{MAY_BREAK}", word)
    parts = word.split(MAY_BREAK)
    return MAY_BREAK.join(CUT.sub(rf"\1{MAY_BREAK}", part) if len(part) > TOO_LONG else part for part in parts)
