"""What a spreadsheet holds, and what a person typed: kinds of cells, figures, and signs that XML cannot hold."""

from __future__ import annotations

from decimal import Decimal

from plantrack.pattern import pattern

TEXT, NUMBER, PERCENT, DAY, CLOCK, YES_NO, ERROR, FORMULA = (
    "text", "number", "percent", "day", "clock", "yes_no", "error", "formula",
)  # fmt: skip
"""What a cell holds."""
ESCAPED = pattern(r"_x00([01][0-9A-Fa-f]|5F)_")
"""A sign that XML cannot hold, as spreadsheets write it; and the line that such a mark begins with."""
MOST_DIGITS = 40


def plain_text(text: str) -> str:
    """A text with the signs that XML cannot hold, which stand in it as ``_x0007_``; line breaks are one sign each."""
    if "_x00" in text:
        text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def number_text(value: str, *, percent: bool = False) -> str:
    """A figure as a person writes it, with a decimal comma: 7, 3,5 or 58 %. Raises ``ValueError``."""
    number = Decimal(repr(float(value)))
    if not number.is_finite():
        raise ValueError(value)
    if percent:
        number *= 100
    text = f"{number:f}"
    if len(text) > MOST_DIGITS:
        raise ValueError(value)
    whole, _point, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    if len(fraction) == 3:
        fraction += "0"  # 12,345 would be taken for twelve thousand
    return whole + ("," + fraction if fraction else "") + (" %" if percent else "")
