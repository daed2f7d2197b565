"""The web page as a reader with a screen reader meets it: headings, tables, languages; and nothing from elsewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from report_parts import document

from plantrack.formats import html

VOID = {"meta", "br", "link", "input", "hr", "img"}


class Page(HTMLParser):
    """The elements of a page in order, with their attributes and where they stand."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None], tuple[str, ...]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag


@pytest.fixture(scope="module", params=["sv", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def page(language: str) -> Page:
    return Page(html.render(document(language=language)))


def test_page_says_its_language(page: Page, language: str) -> None:
    assert ("html", {"lang": language}, ()) in page.elements
    langs = {attrs["lang"] for _tag, attrs, _inside in page.elements if "lang" in attrs}
    assert langs == ({"sv"} if language == "sv" else {"sv", "en"})


def test_headings_skip_no_level(page: Page) -> None:
    levels = [int(tag[1]) for tag, _attrs, _inside in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_captions_and_scopes(page: Page) -> None:
    tags = [tag for tag, _attrs, _inside in page.elements]
    assert tags.count("table") == tags.count("caption") > 10
    heads = [(attrs.get("scope"), inside) for tag, attrs, inside in page.elements if tag == "th"]
    assert all(scope == ("col" if "thead" in inside else "row") for scope, inside in heads)


def test_ids_are_unique_and_links_lead_to_them(page: Page) -> None:
    ids = [attrs["id"] for _tag, attrs, _inside in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    targets = {(attrs["href"] or "")[1:] for tag, attrs, _inside in page.elements if tag == "a"}
    assert targets <= set(ids)


def test_first_link_skips_to_the_contents(page: Page) -> None:
    tag, attrs, _inside = next(element for element in page.elements if element[0] == "a")
    assert (tag, attrs["href"], attrs["class"]) == ("a", "#contents", "skip")


def test_nothing_comes_from_elsewhere_and_nothing_runs(page: Page) -> None:
    assert not {tag for tag, _attrs, _inside in page.elements} & {"script", "link", "img", "iframe", "object", "form"}
    assert not [
        attrs for _tag, attrs, _inside in page.elements if any(name.startswith("on") or name == "src" for name in attrs)
    ]


def test_symbols_are_hidden_from_ears_and_words_are_not(page: Page) -> None:
    symbols = [attrs for _tag, attrs, _inside in page.elements if attrs.get("class") == "symbol"]
    assert symbols
    assert all(attrs["aria-hidden"] == "true" for attrs in symbols)


def test_style_sheet_holds_the_column_heads_for_narrow_screens(language: str) -> None:
    made = html.render(document(language=language))
    assert "@media screen and (max-width:62rem)" in made
    assert html.css_text("Nr </style>") == '"Nr\\000020\\00003c\\00002fstyle\\00003e"'


def test_days_are_not_broken_at_a_hyphen(language: str) -> None:
    made = html.render(document(language=language))
    assert '<span class="day">2015-11-20</span>' in made
    assert "&lt;span" not in made
