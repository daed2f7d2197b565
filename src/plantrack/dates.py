"""Time as people write it in plans, and the days it stands for.

``hösten 2014``, ``tidigt 2014 - 2016``, ``tertial 1 2015``, ``by 2020-10``, ``omgående``: each is kept as
written and read as what it becomes in EDTF (ISO 8601-2), which is accepted too. How a vague time is
turned into days is the ``Calendar``'s: a vague time starts on its first day and ends on its last.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from plantrack.pattern import pattern


class Unreadable(ValueError):
    """The text is no time in any way of writing that is known here."""


class Impossible(ValueError):
    """It is written as a date, but there is no such day. ``part`` is month, day or order."""

    def __init__(self, part: str, number: str) -> None:
        super().__init__(f"{part} {number}")
        self.part = part
        self.number = number


class Point(NamedTuple):
    """A point in time, as exact as it is known.

    ``part`` is a part of the year: spring, summer, autumn, winter, Q1-Q4, T1-T3 (tertials), H1-H2, or
    early, middle, late. ``about`` marks it as uncertain (EDTF ``?``, ``~``).
    """

    year: int
    month: int = 0
    day: int = 0
    part: str = ""
    about: bool = False

    @property
    def exact(self) -> bool:
        """Whether it names a day, a month or a whole year, and not a vague part of one."""
        return not self.about and self.part not in VAGUE_PARTS

    @property
    def edtf(self) -> str:
        """In EDTF. Early, middle and late have no code there and become the year, marked approximate."""
        mark = "~" if self.about or self.part in ("early", "middle", "late") else ""
        if self.part in EDTF_PARTS:
            return f"{self.year:04}-{EDTF_PARTS[self.part]}{mark}"
        text = f"{self.year:04}"
        if self.month:
            text += f"-{self.month:02}"
        if self.day:
            text += f"-{self.day:02}"
        return text + mark


class When(NamedTuple):
    """A time as written, and what it says.

    ``word`` is set where it names no days: ``immediately``, ``each_time``. ``open_end`` is a time that is
    said to go on without an end. ``continuous`` is work that is never finished on a date. ``after`` is a
    number of days after the decision ``after_id``.
    """

    text: str
    start: Point | None = None
    end: Point | None = None
    open_end: bool = False
    continuous: bool = False
    word: str = ""
    after: int = 0
    after_id: str = ""

    @property
    def edtf(self) -> str:
        """In EDTF: one point, or an interval; ``..`` where an end is open, empty where it is not known."""
        if self.start and self.start == self.end:
            return self.start.edtf
        if not self.start and not self.end:
            return ""
        end = self.end.edtf if self.end else ".." if self.open_end else ""
        return f"{self.start.edtf if self.start else ''}/{end}"

    @property
    def exact(self) -> bool:
        """Whether both ends that are given name days, months or whole years."""
        return all(point is None or point.exact for point in (self.start, self.end))

    @property
    def usable(self) -> bool:
        """Whether it gives any day to judge by."""
        return bool(self.start or self.end or self.after_id)


Span = tuple[tuple[int, int], tuple[int, int]]

SPANS: Mapping[str, Span] = {
    "spring": ((3, 1), (6, 30)),
    "summer": ((6, 1), (8, 31)),
    "autumn": ((9, 1), (12, 31)),
    "winter": ((12, 1), (2, 29)),
    "Q1": ((1, 1), (3, 31)),
    "Q2": ((4, 1), (6, 30)),
    "Q3": ((7, 1), (9, 30)),
    "Q4": ((10, 1), (12, 31)),
    "T1": ((1, 1), (4, 30)),
    "T2": ((5, 1), (8, 31)),
    "T3": ((9, 1), (12, 31)),
    "H1": ((1, 1), (6, 30)),
    "H2": ((7, 1), (12, 31)),
    "early": ((1, 1), (4, 30)),
    "middle": ((5, 1), (8, 31)),
    "late": ((9, 1), (12, 31)),
}
"""First and last day of each part of a year; a plan may set its own. Winter ends in the year after."""

SEASONS = ("spring", "summer", "autumn", "winter")
VAGUE_PARTS = frozenset((*SEASONS, "early", "middle", "late"))
EDTF_PARTS = {
    "spring": 21, "summer": 22, "autumn": 23, "winter": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36,
    "T1": 37, "T2": 38, "T3": 39, "H1": 40, "H2": 41,
}  # fmt: skip
PART_OF_EDTF = {number: part for part, number in EDTF_PARTS.items()}


class Calendar(NamedTuple):
    """How vague times become days: the plan's convention, which reports print."""

    spans: Mapping[str, Span] = SPANS

    def first(self, point: Point) -> date:
        """The first day that the point may mean."""
        if point.part:
            month, day = self.spans[point.part][0]
            return date(point.year, month, min(day, monthrange(point.year, month)[1]))
        return date(point.year, point.month or 1, point.day or 1)

    def last(self, point: Point) -> date:
        """The last day that the point may mean: a deadline of autumn 2014 runs the year out."""
        if point.part:
            start, (month, day) = self.spans[point.part]
            year = min(point.year + (start > (month, day)), 9999)
            return date(year, month, min(day, monthrange(year, month)[1]))
        if point.day:
            return date(point.year, point.month, point.day)
        month = point.month or 12
        return date(point.year, month, monthrange(point.year, month)[1])


MONTHS = {
    name: number
    for names in (
        "januari februari mars april maj juni juli augusti september oktober november december",
        "january february march april may june july august september october november december",
        "jan feb mar apr maj jun jul aug sep okt nov dec",
        "jan feb mar apr may jun jul aug sept oct nov dec",
    )
    for number, name in enumerate(names.split(), 1)
}

PARTS = {
    "våren": "spring", "vår": "spring", "vt": "spring", "spring": "spring",
    "sommaren": "summer", "sommar": "summer", "summer": "summer",
    "hösten": "autumn", "höst": "autumn", "ht": "autumn", "autumn": "autumn", "fall": "autumn",
    "vintern": "winter", "vinter": "winter", "winter": "winter",
    "tidigt": "early", "början av": "early", "i början av": "early", "early": "early", "beginning of": "early",
    "mitten av": "middle", "i mitten av": "middle", "mid": "middle", "middle of": "middle",
    "sent": "late", "slutet av": "late", "i slutet av": "late", "late": "late", "end of": "late",
    "första halvåret": "H1", "andra halvåret": "H2", "first half of": "H1", "second half of": "H2",
}  # fmt: skip

NUMBERED = {
    "kvartal": "Q", "quarter": "Q", "q": "Q", "tertial": "T", "t": "T", "halvår": "H", "half-year": "H", "h": "H",
}  # fmt: skip
HIGHEST = {"Q": 4, "T": 3, "H": 2}

WORDS = {
    "omgående": "immediately", "genast": "immediately", "snarast": "immediately", "immediately": "immediately",
    "at once": "immediately", "vid varje tillfälle": "each_time", "each time": "each_time",
    "at each occasion": "each_time", "on each occasion": "each_time", "vid behov": "each_time",
    "when needed": "each_time", "on every occasion": "each_time", "at every occasion": "each_time",
    "så snart som möjligt": "immediately", "snarast möjligt": "immediately", "as soon as possible": "immediately",
}  # fmt: skip
CONTINUOUS = ("fortlöpande", "löpande", "kontinuerligt", "continuously", "continuous", "ongoing")
BY = ("by", "senast", "no later than", "until", "till och med", "t.o.m.", "fram till", "fram till och med")
BEFORE = ("före", "before", "innan")
WINTER = pattern(r"(?:vintern|vinter|winter) (\d{4})\s*[/\-\N{EN DASH}]\s*(?:\d{4}|\d{2})")
ONWARDS = pattern(r"(?:från )?(.+?),? (?:och framåt|och därefter|and onwards|onwards)")
FROM = ("från", "från och med", "fr.o.m.", "from", "start", "starting")

LAST_YEAR = 9999
"""Of the calendar. Winter ends in the year after."""
LONGEST = 100
"""Letters. No time is written with more, and what is longer is not looked at."""
ISO = pattern(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?([?~%])?")
PART_FIRST = pattern(r"(\d{4})[- ]?([qth])([1-4])")
NUMBERED_FIRST = pattern(rf"({'|'.join(NUMBERED)})\s*([1-4])[ ,]+(\d{{4}})")
WORD_YEAR = pattern(r"(.+?)\s+(\d{4})")
DAY_MONTH = pattern(r"(?:den )?(\d{1,2})(?:st|nd|rd|th)? ([^\W\d]+) (\d{4})")
YEARS = pattern(r"(\d{4})\s*[-\N{EN DASH}]\s*(\d{4})")
AFTER = pattern(r"(\d{1,4}) (?:dagar|dag|days|day) (?:efter|after) (\S+)")
SPLIT = pattern(r"\s*/\s*|\s+[-\N{EN DASH}]\s+|\s+(?:till|to)\s+|(?<=\d{4})\N{EN DASH}(?=\d{4})")
RANGE_OF_PARTS = pattern(r"(.+?)\s*[-\N{EN DASH}]\s*(\D+ \d{4})")


@lru_cache(maxsize=4096)
def read_day(text: str) -> date:
    """A full date. Raises ``Unreadable`` where it is not one, ``Impossible`` where there is no such day."""
    point = read_point(text)
    if not point.day:
        raise Unreadable(text)
    return date(point.year, point.month, point.day)


@lru_cache(maxsize=4096)
def read_point(text: str) -> Point:
    """One point in time, in words or in EDTF."""
    if len(text) > LONGEST:
        raise Unreadable(text)
    point = _point(text)
    if not 1 <= point.year <= (LAST_YEAR - 1 if point.part else LAST_YEAR):
        raise Impossible("year", f"{point.year:04}")
    return point


def _point(text: str) -> Point:
    words = " ".join(text.casefold().split())
    iso = ISO.fullmatch(words)
    if iso:
        return _iso(iso)
    found = PART_FIRST.fullmatch(words)
    if found:
        return _numbered(found[2].upper(), found[3], found[1])
    found = NUMBERED_FIRST.fullmatch(words)
    if found:
        return _numbered(NUMBERED[found[1]], found[2], found[3])
    found = DAY_MONTH.fullmatch(words)
    if found and found[2] in MONTHS:
        return _checked(int(found[3]), MONTHS[found[2]], int(found[1]))
    found = WORD_YEAR.fullmatch(words)
    if found:
        year = int(found[2])
        if found[1] in PARTS:
            return Point(year, part=PARTS[found[1]])
        if found[1] in MONTHS:
            return Point(year, MONTHS[found[1]])
        if found[1] in ("cirka", "ca", "circa", "about", "omkring"):
            return Point(year, about=True)
    raise Unreadable(text)


def _iso(found: re.Match[str]) -> Point:
    year, month, day = int(found[1]), found[2], found[3]
    about = bool(found[4])
    if year == 0:
        raise Impossible("year", found[1])
    if not month:
        return Point(year, about=about)
    if not day and int(month) in PART_OF_EDTF:
        return Point(year, part=PART_OF_EDTF[int(month)], about=about)
    return _checked(year, int(month), int(day) if day else 0, about)


def _checked(year: int, month: int, day: int, about: bool = False) -> Point:
    if not 1 <= year <= 9999:
        raise Impossible("year", f"{year:04}")
    if not 1 <= month <= 12:
        raise Impossible("month", str(month))
    if day and not 1 <= day <= monthrange(year, month)[1]:
        raise Impossible("day", str(day))
    return Point(year, month, day, about=about)


def _numbered(letter: str, number: str, year: str) -> Point:
    if int(number) > HIGHEST[letter]:
        raise Impossible("part", f"{letter}{number}")
    return Point(int(year), part=f"{letter}{number}")


@lru_cache(maxsize=4096)
def read_when(text: str) -> When:
    """Time as people write it. Raises ``Unreadable`` or ``Impossible``."""
    if len(text) > LONGEST:
        raise Unreadable(text)
    written = " ".join(text.split())
    words = written.casefold()
    for way in (_as_word, _as_limit, _as_one_expression):
        found = way(written, words)
        if found is not None:
            return found
    return _as_points(written, words)


def _as_word(written: str, words: str) -> When | None:
    """A word that names no day: at once, all the time; or all the time during a time."""
    if words in WORDS:
        return When(written, word=WORDS[words])
    if words in CONTINUOUS:
        return When(written, continuous=True)
    first, joined, last = words.partition(" och ")
    if joined and first in WORDS and last in CONTINUOUS:
        return When(written, word=WORDS[first], continuous=True)
    for word in CONTINUOUS:
        if words.startswith(word + " "):
            return read_when(words[len(word) :].strip())._replace(text=written, continuous=True)
    return None


def _as_limit(written: str, words: str) -> When | None:
    """A last day: by a time, or before it."""
    for word in BY:
        if words.startswith(word + " "):
            return When(written, end=read_point(words[len(word) :].strip()))
    for word in BEFORE:
        if words.startswith(word + " "):
            return When(written, end=_day_before(read_point(words[len(word) :].strip())))
    return None


def _as_one_expression(written: str, words: str) -> When | None:
    """Days after a decision, a winter over two years, from a time on, or years with a dash."""
    after = AFTER.fullmatch(words)
    if after:
        return When(written, after=int(after[1]), after_id=written.rsplit(maxsplit=1)[-1])
    winter = WINTER.fullmatch(words)
    if winter:
        point = Point(int(winter[1]), part="winter")
        return When(written, start=point, end=point)
    onwards = ONWARDS.fullmatch(words)
    if onwards:
        return When(written, start=read_point(onwards[1]), open_end=True)
    years = YEARS.fullmatch(words)
    return _interval(written, read_point(years[1]), read_point(years[2])) if years else None


def _as_points(written: str, words: str) -> When:
    """One point in time, or two with something between them."""
    start, end = _ends(words)
    if end is None:
        for word in FROM:
            if start.startswith(word + " "):
                return When(written, start=read_point(start[len(word) :].strip()), open_end=True)
        point = read_point(start)
        return When(written, start=point, end=point)
    if start in WORDS:
        return When(written, word=WORDS[start], end=_open(end), open_end=end in ("..", ""))
    return _interval(written, _open(start), _open(end), open_end=end in ("..", ""))


def _day_before(point: Point) -> Point:
    """The last day that is before all that a point may mean."""
    day = Calendar().first(point) - timedelta(days=1)
    return Point(day.year, day.month, day.day)


def _ends(words: str) -> tuple[str, str | None]:
    """The two ends of an interval as text; no second end where it is one point."""
    if re.fullmatch(r"\d{4}(-\d\d)?(-\d\d)?\s?[-\N{EN DASH}]", words):
        return words[:-1].strip(), ".."
    parts = SPLIT.split(words)
    if len(parts) == 2:
        return parts[0], parts[1]
    if len(parts) > 2:
        raise Unreadable(words)
    found = RANGE_OF_PARTS.fullmatch(words)
    if found and not ISO.fullmatch(words) and not PART_FIRST.fullmatch(words):
        start, end = found.groups()
        return (start if re.search(r"\d{4}$", start) else f"{start} {end[-4:]}"), end
    return words, None


def _open(text: str) -> Point | None:
    return None if text in ("..", "") else read_point(text)


def _interval(text: str, start: Point | None, end: Point | None, open_end: bool = False) -> When:
    if start is None and end is None:
        raise Unreadable(text)
    calendar = Calendar()
    if start and end and calendar.last(end) < calendar.first(start):
        raise Impossible("order", text)
    return When(text, start=start, end=end, open_end=open_end)


def days_after(day: date, number: int) -> date:
    """The day that many days later, no later than the calendar reaches."""
    try:
        return day + timedelta(days=number)
    except OverflowError:
        return date.max
