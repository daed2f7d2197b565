"""Words on a line as runs of a Word file: what is said, states, links, and the places that links lead to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from plantrack.formats.docx_text import LINE_BREAK, run
from plantrack.formats.typst_columns import NO_BREAK
from plantrack.pattern import pattern
from plantrack.report.document import Break, Cell, Document, Link, Marked, Piece, Quiet, Said, State, Table, walk

NOT_IN_NAMES = pattern(r"[^A-Za-z0-9_]+")
LONGEST_NAME = 36
"""Letters of a bookmark's name. Word allows forty."""
SYMBOL_FIRST = pattern(r"^([^\w\s]) (?=\S)")
"""The head of a column that begins with a state's symbol."""


class Places:
    """The places that links can lead to, each with a bookmark of its own."""

    def __init__(self, document: Document) -> None:
        self._names: dict[str, str] = {}
        self._set: set[str] = set()
        self._taken: set[str] = set()
        self._number = 0
        for anchor in anchors(document):
            self._names.setdefault(anchor, self._name(anchor))

    def _name(self, anchor: str) -> str:
        """A name that Word allows, begins with a line (so that nobody is shown it), and no other place has."""
        plain = f"_{NOT_IN_NAMES.sub('_', anchor)}"[:LONGEST_NAME]
        name, number = plain, 1
        while name.lower() in self._taken:
            number += 1
            name = f"{plain[: LONGEST_NAME - len(str(number))]}_{number}"
        self._taken.add(name.lower())
        return name

    def add(self, anchor: str) -> None:
        """One place more."""
        self._names.setdefault(anchor, self._name(anchor))

    def name(self, anchor: str) -> str:
        """The bookmark's name of a place; nothing where there is no such place."""
        return self._names.get(anchor, "")

    def marked(self, anchor: str, inside: str) -> str:
        """Runs with the bookmark of a place around them, the first time the place is asked for."""
        name = self._names.get(anchor, "")
        if not name or anchor in self._set:
            return inside
        self._set.add(anchor)
        self._number += 1
        start = f'<w:bookmarkStart w:id="{self._number}" w:name="{name}"/>'
        return f'{start}{inside}<w:bookmarkEnd w:id="{self._number}"/>'


def anchors(document: Document) -> list[str]:
    """All places of a document, in order."""
    found: list[str] = []
    for _level, section in walk(document.sections):
        found.append(section.anchor)
        for block in section.blocks:
            if isinstance(block, Table):
                found += [row.anchor for row in block.rows]
    return [anchor for anchor in dict.fromkeys(found) if anchor]


class Words:
    """Writes words of one document."""

    def __init__(self, language: str, ids: Mapping[str, str], places: Places) -> None:
        self._language = language
        self._ids = ids
        self._places = places
        self.cell = lru_cache(maxsize=None)(self._cell)
        """Most cells of a report say what another one says, so each is written once."""

    def _cell(self, cell: Cell, bold: bool = False) -> str:
        """Pieces in a row."""
        return "".join(self.piece(piece, bold) for piece in cell)

    def headed(self, cell: Cell) -> str:
        """What a row is about: its first line stands out."""
        end = next((place for place, piece in enumerate(cell) if isinstance(piece, Break)), len(cell))
        return self.cell(cell[:end], True) + self.cell(cell[end:])

    def piece(self, piece: Piece, bold: bool = False) -> str:
        """A few words."""
        match piece:
            case str():
                return run(piece, bold=bold)
            case Said():
                return run(piece.text, bold=bold, lang=self.foreign(piece.lang))
            case State():
                return self.state(piece, bold)
            case Quiet():
                return run(piece.text, self._ids["Quiet"])
            case Link():
                return self.link(piece.text, piece.target, piece.lang, bold)
            case Break():
                return LINE_BREAK
            case Marked():
                return run(piece.bracketed, bold=bold)

    def state(self, state: State, bold: bool = False) -> str:
        """A symbol with its word. The colour says nothing that these two do not."""
        symbol = run(state.symbol, self._ids[f"State {state.tone.capitalize()}"])
        return symbol + run(NO_BREAK + state.word, bold=bold or state.tone == "bad")

    def link(self, text: str, target: str, lang: str = "", bold: bool = False) -> str:
        """Words that lead to a place in the file; only the words where there is no such place."""
        name = self._places.name(target)
        if not name:
            return run(text, bold=bold, lang=self.foreign(lang))
        inside = run(text, self._ids["Hyperlink"], bold=bold, lang=self.foreign(lang))
        return f'<w:hyperlink w:anchor="{name}" w:history="1">{inside}</w:hyperlink>'

    def title(self, text: str) -> str:
        """The head of a column. A symbol in it stands on a line of its own."""
        found = SYMBOL_FIRST.match(text)
        if not found:
            return run(text)
        return run(found[1], self._ids["Symbol"]) + LINE_BREAK + run(text[found.end() :])

    def foreign(self, lang: str) -> str:
        """A language that is not the report's own."""
        return "" if lang == self._language else lang
