"""How wide the columns of a table are on a screen, so that as few words as can be are broken in two."""

from __future__ import annotations

from plantrack.report.document import Cell, Column, State, Table, plain, words


def ratio(column: Column) -> int | None:
    """The part that a column of words has of what the others leave."""
    return {"wide": 4, "middle": 2}.get(column.width) if not column.numbers else None


def least(table: Table, number: int, column: Column) -> int | None:
    """The width of a narrow column: that of its longest word, so that no number is ever broken."""
    if column.width != "narrow" and not column.numbers:
        return None
    cells = [plain(row.cells[number]) for row in table.rows]
    return max((len(word) for text in [column.title, *cells] for word in text.split()), default=1)


def whole_words(table: Table, width: int) -> dict[int, int]:
    """The widths of the columns that share the screen, where their plain shares would break a word in two.

    A column that would gets the width of its longest word: as many as there is room for, beginning with the one that
    lacks least, and never so that others break a word for it.
    """
    longest = {n: _longest_word(table, n) for n, column in enumerate(table.columns) if ratio(column)}
    fixed: dict[int, int] = {}
    while True:
        shares = _shares(table, width, fixed)
        short = [number for number, share in shares.items() if longest[number] > share]
        for number in sorted(short, key=lambda each: longest[each] - shares[each]):
            tried = _shares(table, width, {**fixed, number: longest[number]})
            if tried and all(left >= min(longest[n], shares[n]) for n, left in tried.items()):
                fixed[number] = longest[number]
                break
        else:
            return {**shares, **fixed} if fixed else {}


GAP = 3
"""Between two columns."""


def _shares(table: Table, width: int, fixed: dict[int, int]) -> dict[int, int]:
    """What each column that shares the screen gets of it, when those that are fixed have theirs."""
    ratios = {n: part for n, column in enumerate(table.columns) if n not in fixed and (part := ratio(column))}
    taken = GAP * (len(table.columns) - 1) + sum(fixed.values())
    for number, column in enumerate(table.columns):
        if number not in fixed and number not in ratios:
            cells = [column.title, *(plain(row.cells[number]) for row in table.rows)]
            taken += (least(table, number, column) or 1) if column.numbers else max(map(len, cells))
    return {number: (width - taken) * part // sum(ratios.values()) for number, part in ratios.items()}


def _longest_word(table: Table, number: int) -> int:
    """Letters of the longest word in a column; a state's mark stands with its first word."""
    cells = [table.columns[number].title, *(_text(row.cells[number]) for row in table.rows)]
    return max((len(word) for cell in cells for word in cell.split()), default=1)


def _text(cell: Cell) -> str:
    return "".join(f"{each.symbol}_{each.word}" if isinstance(each, State) else words(each) for each in cell)
