"""Personal data in a file's text: mail addresses, telephone numbers, Swedish personal identity numbers.

Looks at the text as it stands, so that comments count too. A look at the bytes settles nearly every file
at once; what is found there is weighed with care, for a register's number must not be taken for a person's.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from plantrack.finding import Fault, Where
from plantrack.pattern import pattern
from plantrack.store.text import span_at

MAIL, TELEPHONE, IDENTITY = "mail", "telephone", "identity"

ZEROS = bytes.maketrans(b"123456789", b"000000000")
NINES = bytes.maketrans(b"12345678\xa0\"'(", b"99999999    ")
IDENTITY_SHAPES = (b"000000-0000", b"000000+0000", b"000000 0000", b"0000000000")
"""What an identity number looks like with every digit a zero."""
TELEPHONE_SHAPES = (b" 09", b" 009", b"+99")
"""How a telephone number begins, with every digit but zero a nine. No sum and no day does."""

ADDRESS = pattern(r"[\w.+%-]*\w@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}")
OWN_FIELD = pattern(r"""^\s*(?:-\s+)?mailbox\s*:\s*["']?$""")
NUMBER = pattern(r"(?<![\w./=:-])(\d{2})?(\d{2})(\d{2})(\d{2})([-+ ]?)(\d{4})(?![\w/=-]|[.,]\w)")
S = "[ \u00a0\u202f]"
TELEPHONES = pattern(
    rf"(?<![\w.,/=:+-])(?<!\d{S})(?:"
    rf"(?:\+|00)(?:46|45|47|358){S}?(?:\(0\){S}?)?\d(?:(?:{S}|-)?\d){{6,9}}"  # +46 31 368 00 00
    rf"|07[02369]\d{{7}}"  # 0701234567
    rf"|0[1-9]\d{{0,2}}{S}?[-/]{S}?\d{{2,3}}(?:{S}\d{{2,3}}){{1,3}}"  # 031-368 00 00
    rf"|(?:08|0[1-9]\d){S}?-{S}?\d{{5,8}}"  # 031-3680000
    rf"|0[1-9]\d?{S}\d{{2,3}}(?:{S}\d{{2,3}}){{2,3}}"  # 031 368 00 00
    rf"|\(0[1-9]\d{{0,2}}\){S}?\d{{2,3}}(?:{S}?\d{{2,3}}){{1,3}}"  # (031) 368 00 00
    rf")(?![\w/=-]|[.,]\d)"
)
FEWEST_DIGITS, MOST_DIGITS = 8, 13


def personal_data(file: str, thing: str, data: bytes, text: str) -> Iterator[Fault]:
    """A fault for each piece of personal data in a file. A function's declared mailbox is none."""
    if b"@" in data:
        for found in ADDRESS.finditer(text):
            if not OWN_FIELD.match(_line_before(text, found.start())):
                yield _fault(file, thing, text, found, MAIL)
    shape = data.translate(ZEROS)
    if b"000000" in shape and any(each in shape for each in IDENTITY_SHAPES):
        for found in NUMBER.finditer(text):
            if is_identity(found) and not _in_address(text, found.start()):
                yield _fault(file, thing, text, found, IDENTITY)
    shape = data.translate(NINES)
    if any(each in shape for each in TELEPHONE_SHAPES):
        for found in TELEPHONES.finditer(text):
            if is_telephone(found[0]) and not _in_address(text, found.start()):
                yield _fault(file, thing, text, found, TELEPHONE)


def is_identity(found: re.Match[str]) -> bool:
    """Whether the digits are a person's: a day of birth, and a check digit where there is no hyphen to tell by."""
    century, year, month, day, sign, last = found.groups()
    if century and century not in ("18", "19", "20"):
        return False
    number, birthday = int(month), int(day)
    birthday -= 60 if birthday > 60 else 0
    if not 1 <= number <= 12 or not 1 <= birthday <= monthrange(2000, number)[1]:
        return False
    return is_checked(year + month + day + last) or (sign in ("-", "+") and not _is_month_and_day(last))


def is_checked(digits: str) -> bool:
    """Whether the last of ten digits is the check digit of the nine before it."""
    total = 0
    for place, digit in enumerate(digits):
        doubled = int(digit) * (2 - place % 2)
        total += doubled // 10 + doubled % 10
    return total % 10 == 0


def is_telephone(written: str) -> bool:
    """Whether there are as many digits as in a telephone number."""
    digits = [character for character in written if character.isdecimal()]
    return FEWEST_DIGITS <= len(digits) <= MOST_DIGITS


def _is_month_and_day(last: str) -> bool:
    """Whether four digits may be the end of a span of days: 150101-0630."""
    return 1 <= int(last[:2]) <= 12 and 1 <= int(last[2:]) <= 31


def _line_before(text: str, place: int) -> str:
    return text[text.rfind("\n", 0, place) + 1 : place]


def _in_address(text: str, place: int) -> bool:
    """Whether a place is inside the address of a web page."""
    word = re.split(r"\s", _line_before(text, place))[-1]
    return "://" in word or word.startswith("www.")


def _fault(file: str, thing: str, text: str, found: re.Match[str], kind: str) -> Fault:
    span = span_at(text, found.start(), found.end())
    return Fault("personal_data", Where(file), {"id": thing or file, "kind": kind}, span)
