"""Time as people write it, and the days it stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.dates import Calendar, Impossible, Unreadable, read_point, read_when

DAYS = Calendar()
WRITTEN = {
    "2014": ("2014-01-01", "2014-12-31"),
    "2014-2016": ("2014-01-01", "2016-12-31"),
    "2014–2016": ("2014-01-01", "2016-12-31"),
    "2014/2016": ("2014-01-01", "2016-12-31"),
    "2014-": ("2014-01-01", None),
    "2014/..": ("2014-01-01", None),
    "2014 och framåt": ("2014-01-01", None),
    "2012-05": ("2012-05-01", "2012-05-31"),
    "2010/2017-06-09": ("2010-01-01", "2017-06-09"),
    "hösten 2014": ("2014-09-01", "2014-12-31"),
    "autumn 2014": ("2014-09-01", "2014-12-31"),
    "2014-23": ("2014-09-01", "2014-12-31"),
    "våren 2014": ("2014-03-01", "2014-06-30"),
    "vintern 2014": ("2014-12-01", "2015-02-28"),
    "vinter 2014/2015": ("2014-12-01", "2015-02-28"),
    "tidigt 2014 – 2016": ("2014-01-01", "2016-12-31"),
    "början av 2014 / 2016": ("2014-01-01", "2016-12-31"),
    "2014-Q3": ("2014-07-01", "2014-09-30"),
    "Q3 2014": ("2014-07-01", "2014-09-30"),
    "kvartal 3 2014": ("2014-07-01", "2014-09-30"),
    "tertial 1 2015": ("2015-01-01", "2015-04-30"),
    "2015-T1": ("2015-01-01", "2015-04-30"),
    "andra halvåret 2015": ("2015-07-01", "2015-12-31"),
    "maj 2014": ("2014-05-01", "2014-05-31"),
    "maj-juni 2014": ("2014-05-01", "2014-06-30"),
    "12 maj 2014": ("2014-05-12", "2014-05-12"),
    "by 2020-10": (None, "2020-10-31"),
    "senast hösten 2015": (None, "2015-12-31"),
    "fram till 2016": (None, "2016-12-31"),
    "före 2015": (None, "2014-12-31"),
    "before 2015-03": (None, "2015-02-28"),
    "omgående": (None, None),
    "omgående och fortlöpande": (None, None),
    "vid varje tillfälle": (None, None),
    "on every occasion": (None, None),
    "90 dagar efter 2013-04-ks": (None, None),
    "fortlöpande 2014-2016": ("2014-01-01", "2016-12-31"),
    "continuous": (None, None),
}


@pytest.mark.parametrize("text", WRITTEN)
def test_time_as_people_write_it(text: str) -> None:
    when = read_when(text)
    start = DAYS.first(when.start).isoformat() if when.start else None
    end = DAYS.last(when.end).isoformat() if when.end else None
    assert (start, end) == WRITTEN[text]
    assert when.text == text


@pytest.mark.parametrize("text", ["2014-13", "2014-02-30", "2014-16", "2016-2014", "den 31 april 2015", "2014-Q5"])
def test_no_such_day(text: str) -> None:
    with pytest.raises((Impossible, Unreadable)):
        read_when(text)


@given(st.text(max_size=60))
def test_any_text_is_a_time_or_refused(text: str) -> None:
    for read in (read_when, read_point):
        try:
            read(text)
        except (Impossible, Unreadable):
            continue


@given(st.dates(min_value=DAYS.first(read_point("1900"))))
def test_a_day_is_itself(day: object) -> None:
    when = read_when(str(day))
    assert when.start == when.end
    assert when.start
    assert DAYS.first(when.start) == day == DAYS.last(when.start)
    assert when.edtf == str(day)


@pytest.mark.parametrize("text", [text for text in WRITTEN if read_when(text).edtf])
def test_what_it_becomes_is_read_as_the_same(text: str) -> None:
    when = read_when(text)
    again = read_when(when.edtf)
    for one, other in ((when.start, again.start), (when.end, again.end)):
        assert (one is None) == (other is None)
        if one and other and one.part not in ("early", "middle", "late"):
            assert (DAYS.first(one), DAYS.last(one)) == (DAYS.first(other), DAYS.last(other))
