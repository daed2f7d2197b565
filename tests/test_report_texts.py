"""What people write is shown as they wrote it, whatever they wrote, and can do nothing else."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from report_parts import example, plan_with, request

from plantrack.formats import html, markdown
from plantrack.formats.markdown_text import escaped, people_text, started
from plantrack.formats.plan_text import paragraphs, reader, tokens
from plantrack.model.progress import ReportText
from plantrack.record import build
from plantrack.report.compose import compose

GIT_HOST = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
"""How a git host reads Markdown: raw HTML counts."""
BAD = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a | b || c",
    "`open and ``` more",
    "```\nnever closed",
    "<!-- never closed",
    "<details><summary>",
    "[x]: http://elsewhere.example\n\n[x]",
    "![picture](http://elsewhere.example/p.png)",
    "[click](javascript:alert(1))",
    "\N{RIGHT-TO-LEFT OVERRIDE}gnol",
    "مرحبا بالعالم",
    "x" * 10_000,
    "👩‍👩‍👧 🇸🇪",
    "&lt;b&gt; &amp; &#60;",
    "# A heading\n\n### Deeper\n\n# Up again",
    "a\n===",
    "---",
    "1. one\n2. two\n\n10) ten",
    "- a\n  - b\n\n    para\n- c",
    "> quote\n> > more",
    "    code by indent",
    "| a | b |\n| --- | --- |\n| c \\| d | `e` |",
    "{{ 7 * 7 }} {% raw %}",
    "$$ x $$ and #12 and @someone",
    "\x00\x08\ufffe null",
    "</style></main>",
    "* * *",
    "a  \nb\\\nc",
)

DOING = ("script", "img", "details", "summary", "iframe")
"""Elements that a text of people's must never become."""


class Words(HTMLParser):
    """The words of a page, and its elements."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.tags: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [name for name, _value in attrs if name.startswith("on") or name == "src"]
        assert not [value for name, value in attrs if name == "href" and (value or "").startswith("javascript")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def squeezed(text: str) -> str:
    return "".join(re.sub(r"[\s\u2066-\u2069]", "", text))


def report_with(text: str) -> tuple[str, str]:
    """The report on the example, with a text in each place where people write, on a line and as Markdown."""
    goal = example().plan.goals["2.1"]
    title = " ".join(text.split())
    own = {**goal.__dict__, "title": title, "text": text}
    written = ReportText(headline=title, assessment=text, analysis=text, deviations=text)
    plan = plan_with(
        goals={**example().plan.goals, "2.1": build(type(goal), own)},
        texts={("2015", "2.1"): written, ("2015", "summary"): written, ("2015", "1"): written},
    )
    made = compose(request(plan, "2015", "sv"))
    return html.render(made), markdown.render(made)


@cache
def usual_tags() -> tuple[dict[str, int], ...]:
    """How many elements that do something the report makes by itself: on the page, and in Markdown."""
    page, printed = report_with("Vanlig text.")
    return tuple(
        {each: found.tags.count(each) for each in DOING} for found in (Words(page), Words(GIT_HOST.render(printed)))
    )


@pytest.mark.parametrize("text", BAD, ids=[each[:18] for each in BAD])
def test_bad_text_is_shown_as_text(text: str) -> None:
    page, printed = report_with(text)
    for found, usual in zip((Words(page), Words(GIT_HOST.render(printed))), usual_tags(), strict=True):
        assert {each: found.tags.count(each) for each in DOING} == usual
        title = squeezed(text).replace("\x00", "\ufffd").replace("\x08", "\ufffd").replace("\ufffe", "\ufffd")
        assert title in squeezed("".join(found.words))
    assert "Bilaga: så läser du rapporten" in printed
    last = Words(GIT_HOST.render(printed))
    assert "h2" in last.tags[-200:]


@pytest.mark.parametrize("text", BAD, ids=[each[:18] for each in BAD])
def test_headings_after_bad_text_are_still_headings(text: str) -> None:
    _page, printed = report_with(text)
    headings = [token for token in GIT_HOST.parse(printed) if token.type == "heading_open" and token.tag == "h2"]
    _page, plain = report_with("Vanlig text.")
    expected = [token for token in GIT_HOST.parse(plain) if token.type == "heading_open" and token.tag == "h2"]
    assert len(headings) == len(expected)


def test_headings_are_fitted_and_none_is_skipped() -> None:
    assert people_text("### Deep\n\n# Top\n\ntext", 3) == "#### Deep\n\n#### Top\n\ntext"
    assert people_text("# One\n\n## Two\n\n#### Four", 4) == "##### One\n\n###### Two\n\n###### Four"
    assert "<h4>Deep</h4>" in html.people_text("### Deep", 3)


def test_markdown_is_kept() -> None:
    text = "Some **strong** and *soft* words, `code` and [a link](https://nordvik.example).\n\n- one\n- two\n  - three"
    assert people_text(text, 2) == (
        "Some **strong** and *soft* words, `code` and [a link](<https://nordvik.example>).\n\n- one\n- two\n  - three"
    )


def test_ordinary_sentences_need_no_marks() -> None:
    for text in ("Två av tre, 50 % (2015).", "Det är 1-2 dagar: snart.", "Läs § 12 & gå hem"):
        assert people_text(text, 2).replace("\\", "") == text
    assert escaped("2014-2016") == "2014-2016"
    assert started("2014. Sedan") == "2014\\. Sedan"


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab .,:;-()1\n*_`<>|#&=+~[]!\\\"'åö "), max_size=40))
def test_plain_texts_are_read_as_markdown_reads_them(text: str) -> None:
    simple = paragraphs(text.strip())
    if simple is not None:
        parser = reader()
        whole = parser.renderer.render(tokens(text.strip(), 2), parser.options, {})
        assert unescape(whole).rstrip("\n") == unescape(str(html.people_text(text.strip(), 2)))


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab .,:-()1\n*_`<>|#&=+~[]!\\\"'åö\t "), max_size=40))
def test_a_text_written_anew_reads_the_same(text: str) -> None:
    ours = Words(html.people_text(text, 2))
    theirs = Words(GIT_HOST.render(people_text(text, 2)))
    assert squeezed("".join(theirs.words)) == squeezed("".join(ours.words))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30))
def test_any_line_shows_just_itself(text: str) -> None:
    line = " ".join(text.split())
    found = Words(GIT_HOST.render(started(escaped(line))))
    shown = squeezed("".join(found.words))
    assert shown == squeezed(line).replace("\x00", "\ufffd")
