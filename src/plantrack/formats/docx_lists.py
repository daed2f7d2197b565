"""The lists of a Word file: real ones, so that Word counts, and says that it is a list.

Every numbered list has numbers of its own, or one would go on where the last one ended.
"""

from __future__ import annotations

from plantrack.formats.docx_styles import LETTERS, STEP, font

MARKS = "•–•–•–•–•"
COUNTED = ("decimal", "lowerLetter", "lowerRoman") * 3
HIGHEST = 32767
"""The highest number that Word begins with."""


class Lists:
    """Hands out lists. Their numbers follow those that the template has: ``first`` is free, and all after it."""

    deepest = len(MARKS) - 1

    def __init__(self, first: int = 1) -> None:
        self._first = first
        self._starts: list[int] = []

    @property
    def bullets(self) -> int:
        """The list of points, one for all."""
        return self._first

    def numbers(self, start: int = 1) -> int:
        """A new numbered list."""
        self._starts.append(min(max(start, 0), HIGHEST))
        return self._first + len(self._starts)

    def definitions(self, first: int = 1) -> tuple[str, str]:
        """What the lists look like, and the lists. The looks' numbers begin with ``first``."""
        looks = _look(first, [("bullet", mark) for mark in MARKS])
        looks += _look(first + 1, [(kind, f"%{level}.") for level, kind in enumerate(COUNTED, 1)])
        lists = f'<w:num w:numId="{self._first}"><w:abstractNumId w:val="{first}"/></w:num>'
        for place, start in enumerate(self._starts, 1):
            begun = "".join(
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
                for level in range(len(MARKS))
            )
            lists += f'<w:num w:numId="{self._first + place}"><w:abstractNumId w:val="{first + 1}"/>{begun}</w:num>'
        return looks, lists


def _look(number: int, levels: list[tuple[str, str]]) -> str:
    each = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{mark}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{STEP * (level + 1)}" w:hanging="{STEP}"/></w:pPr>'
        f"<w:rPr>{font(LETTERS)}</w:rPr></w:lvl>"
        for level, (kind, mark) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{each}</w:abstractNum>'
