"""The PDF as somebody who hears it, archives it or prints it meets it: PDF/UA-1 and PDF/A-2a, checked by its own tags."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache, cached_property, partial
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_parts import document, short_report

from plantrack.formats import pdf, typst_columns, typst_text, typst_values
from plantrack.formats.pdf_heads import Shape, with_row_heads
from plantrack.report.document import (
    BREAK,
    Bullets,
    Callout,
    Chart,
    Column,
    Facts,
    Labels,
    Link,
    PlanText,
    Prose,
    Quiet,
    Row,
    Said,
    Section,
    Share,
    State,
    Table,
    Tally,
    walk,
)

pytest.importorskip("typst", reason='typst is missing: pip install "plantrack[pdf]"')
pypdf = pytest.importorskip("pypdf", reason="pypdf is missing: pip install pypdf")


class Tag(NamedTuple):
    """An element of the structure that a screen reader walks through."""

    kind: str
    depth: int
    attributes: tuple[Any, ...]
    element: Any

    def attribute(self, name: str) -> Any:
        """What the element says of itself in one of its attributes."""
        return next((each[name] for each in self.attributes if name in each), None)

    @property
    def inside(self) -> list[Tag]:
        """The elements inside this one, in order."""
        return list(tags(self.element, self.depth))[1:]


def tags(element: Any, depth: int = 0) -> Iterator[Tag]:
    """An element and all inside it, in the order they are read."""
    element = element.get_object()
    if "/S" not in element:
        return
    said = element.get("/A", [])
    said = said.get_object() if hasattr(said, "get_object") else said
    every = tuple(each.get_object() for each in (said if isinstance(said, list) else [said]))
    yield Tag(element["/S"][1:], depth, every, element)
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if not isinstance(kid, int):
            yield from tags(kid, depth + 1)


class Paper:
    """A PDF that was read back."""

    def __init__(self, made: bytes) -> None:
        self.bytes = made
        self.reader = pypdf.PdfReader(BytesIO(made), strict=True)
        self.root = self.reader.trailer["/Root"]

    @property
    def tags(self) -> list[Tag]:
        """The whole structure."""
        whole = self.root["/StructTreeRoot"]["/K"]
        return [tag for top in whole for tag in tags(top)]

    @property
    def metadata(self) -> str:
        """What the file says of itself."""
        return str(self.root["/Metadata"].get_object().get_data().decode())

    @cached_property
    def text(self) -> str:
        """All that is written in it, with single spaces."""
        return " ".join(" ".join(page.extract_text() for page in self.reader.pages).split())

    def of(self, kind: str) -> list[Tag]:
        """The elements of a kind."""
        return [tag for tag in self.tags if tag.kind == kind]


@cache
def paper(language: str = "sv") -> Paper:
    """The report on the example."""
    return Paper(pdf.render(document(language=language)))


report = partial(short_report, labels=Labels("Innehåll", "Hoppa", "Som tabell", "Siffror", "Siffror, sidan"))
"""A short report of one chapter."""


def short(*blocks: Any, **changes: Any) -> Paper:
    """A short report, printed and read back."""
    return Paper(pdf.render(report(*blocks, **changes)))


@pytest.fixture(params=["sv", "en"])
def whole(request: pytest.FixtureRequest) -> Paper:
    """The report on the example in both languages."""
    return paper(request.param)


# ---- The file ----------------------------------------------------------------------------------------------------


def test_same_report_gives_the_same_bytes() -> None:
    assert pdf.render(document()) == paper().bytes


def test_file_was_made_on_the_day_of_the_report(whole: Paper) -> None:
    dates = set(re.findall(r"<xmp:(?:CreateDate|ModifyDate)>([^<]*)<", whole.metadata))
    assert dates == {"2015-12-31T00:00:00Z"}
    assert short().bytes != Paper(pdf.render(report(day=date(2016, 1, 1)))).bytes


def test_file_says_that_it_follows_both_standards(whole: Paper) -> None:
    assert "<pdfuaid:part>1</pdfuaid:part>" in whole.metadata
    assert "<pdfaid:part>2</pdfaid:part>" in whole.metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in whole.metadata
    assert whole.root["/MarkInfo"]["/Marked"]
    assert not whole.reader.is_encrypted


def test_reader_is_shown_the_title_and_told_the_language(whole: Paper) -> None:
    assert whole.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "<dc:title>" in whole.metadata
    assert whole.root["/Lang"] == ("sv" if whole is paper("sv") else "en")
    assert "Lunda" in whole.metadata or "plan" in whole.metadata


def test_only_the_fonts_of_typst_are_in_it(whole: Paper) -> None:
    fonts = {
        font.get_object()["/BaseFont"].split("+")[1]
        for page in whole.reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert all(name.startswith(("LibertinusSerif", "DejaVuSansMono", "NewCM", "NewComputerModern")) for name in fonts)


def test_it_is_a4_with_a_number_on_each_page(whole: Paper) -> None:
    for number, page in enumerate(whole.reader.pages, 1):
        assert [round(float(edge)) for edge in page.mediabox] == [0, 0, 595, 842]
        assert number == 1 or f"{number} / {len(whole.reader.pages)}" in page.extract_text()


# ---- The structure -----------------------------------------------------------------------------------------------


def test_headings_skip_no_level(whole: Paper) -> None:
    levels = [int(tag.kind[1]) for tag in whole.tags if re.fullmatch(r"H\d", tag.kind)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(whole.of("Title")) == 1


def test_every_table_tells_the_heads_of_its_columns_and_rows(whole: Paper) -> None:
    tables = whole.of("Table")
    blocks = [each for _level, section in walk(document().sections) for each in section.blocks]
    assert len(tables) == sum(each.kind in ("table", "chart") for each in blocks) > 10
    for table in tables:
        (head,) = [tag for tag in table.inside if tag.kind == "THead"]
        columns = [tag for tag in head.inside if tag.kind == "TH"]
        assert columns
        assert {tag.attribute("/Scope") for tag in columns} == {"/Column"}
        for row in (tag for body in table.inside if body.kind == "TBody" for tag in body.inside if tag.kind == "TR"):
            cells = [tag for tag in row.inside if tag.kind in ("TH", "TD")]
            assert [tag.attribute("/Scope") for tag in cells if tag.kind == "TH"] == ["/Row"]
            assert len(cells) == len(columns)
        assert [tag for tag in table.inside if tag.kind == "Caption"]


def test_table_at_the_end_of_a_page_keeps_its_caption() -> None:
    few = Table(("Två rader",), (Column("Nr"), Column("Vad")), (Row((("1",), ("ett",))), Row((("2",), ("två",)))))
    for lines in range(23, 28):
        made = short(*(Prose((f"Rad {number}",)) for number in range(lines)), few, few)
        assert [[tag.kind for tag in table.inside].count("Caption") for table in made.of("Table")] == [1, 1]


def test_head_of_a_row_is_the_cell_that_the_table_names() -> None:
    columns = (Column("Nr"), Column("Vad", "wide"), Column("Antal", numbers=True))
    table = Table(("Bord",), columns, (Row((("1",), ("två",), ("3",))), Row((("4",), ("fem",), ("6",)))), head=1)
    made = short(table)
    rows = [[cell.kind for cell in row.inside if cell.kind in ("TH", "TD")] for row in made.of("TR")]
    assert rows == [["TH"] * 3, ["TD", "TH", "TD"], ["TD", "TH", "TD"]]


def test_head_is_repeated_on_each_page_and_read_once() -> None:
    rows = tuple(Row(((f"{number}",), ("Ett ord",))) for number in range(120))
    made = short(Table(("Lång",), (Column("Nummer"), Column("Sådant")), rows))
    pages = [page.extract_text() for page in made.reader.pages]
    assert sum("Sådant" in text for text in pages) >= 3
    assert len(made.of("THead")) == 1
    assert len(made.of("TR")) == 121


def test_nothing_is_outside_the_structure(whole: Paper) -> None:
    for page in whole.reader.pages:
        depth = 0
        for operands, operator in pypdf.generic.ContentStream(page.get_contents(), whole.reader).operations:
            if operator in (b"BDC", b"BMC"):
                depth += 1
                assert operands[0] == "/Artifact" or "/MCID" in operands[1] or depth > 1
            elif operator == b"EMC":
                depth -= 1
            elif operator in (b"Tj", b"TJ", b"Do", b"f", b"S", b"B"):
                assert depth > 0
        assert depth == 0


def test_contents_lead_to_every_chapter(whole: Paper) -> None:
    chapters = len(document().sections)
    listed = chapters + sum(len(section.sections) for section in document().sections if section.listed)
    assert len(whole.of("TOCI")) == listed + 1  # the figures of the charts
    assert len(whole.reader.outline) >= chapters


def test_links_lead_to_places_in_the_document(whole: Paper) -> None:
    links = [
        each.get_object()
        for page in whole.reader.pages
        for each in page.get("/Annots", [])
        if each.get_object()["/Subtype"] == "/Link"
    ]
    assert len(links) > 30
    for link in links:
        assert link["/Dest"].get_object()[0].get_object()["/Type"] == "/Page"
        assert link["/Contents"]


def test_link_to_nowhere_is_only_its_words() -> None:
    made = short(Prose(("Se ", Link("Nordvik", "id-9.9"), ".")))
    assert "Se Nordvik." in made.text
    assert "/Annots" in made.reader.pages[1]  # the contents
    assert len(made.of("Link")) == 1


def test_very_long_report_has_links_to_its_chapters_only(monkeypatch: pytest.MonkeyPatch) -> None:
    row = Row((("1.1",),), anchor="id-1.1")
    blocks = (
        Prose((Link("raden", "id-1.1"), " ", Link("kapitlet", "one"))),
        Table(("A",), (Column("Nr"),), (row, row)),
    )
    assert len(short(*blocks).of("Link")) == 3
    monkeypatch.setattr(typst_values, "MANY_ROWS", 1)
    made = short(*blocks)
    assert len(made.of("Link")) == 2
    assert "raden kapitlet" in made.text


def test_place_that_is_named_twice_is_one_place() -> None:
    row = Row((("1.1",),), anchor="id-1.1")
    made = short(
        Prose((Link("till", "id-1.1"),)),
        Table(("A",), (Column("Nr"),), (row, row)),
        sections=(Section("id-1.1", ("En gång till",), ()),),
    )
    assert len(made.of("Link")) == 2


def test_languages_are_told_text_by_text() -> None:
    made = short(Prose(("På svenska ", Said("In English", "en"))), PlanText("Suomeksi\n\n- kaksi", "fi"))
    content = b"".join(page.get_contents().get_data() for page in made.reader.pages)
    structure = {str(tag.element.get("/Lang", "")) for tag in made.tags}
    for language in ("en", "fi"):
        assert f"/Lang({language})".encode() in content.replace(b" ", b"") or language in structure


def test_symbols_are_for_the_eye_and_words_for_everybody() -> None:
    made = short(Prose((State("försenad", "■", "bad"),)))
    content = made.reader.pages[1].get_contents().get_data()
    assert "försenad" in made.text
    assert "■" in made.text
    assert content.count(b"/Artifact") > Paper(pdf.render(report(Prose(("försenad",))))).reader.pages[
        1
    ].get_contents().get_data().count(b"/Artifact")


def test_facts_are_a_list_of_names_with_what_they_stand_for() -> None:
    named = ("Grund",)
    long = ("Ett namn som är så långt att det inte får plats bredvid det som det står för",)
    text = PlanText("Först.\n\nSedan:\n\n1. ett\n2. två", "sv")
    made = short(Facts(((named, ("Ett",)), (named, ("Två", BREAK, "Tre")), (long, ("Fyra",)), (("Text",), text))))
    assert [tag.kind for tag in made.of("L")] == ["L", "L", "L"]  # those of the cover, these, and the one in the text
    assert len(made.of("Lbl")) == 1 + 3 + 2
    assert "Grund Ett Två Tre" in made.text


def test_what_a_bar_shows_is_said_in_words() -> None:
    shares = (Share(3, "3", State("pågår", "◐", "calm")), Share(0, "0", State("klar", "●", "good")))
    made = short(Tally(("Status",), shares), Tally(("Tomt",), ()))
    assert "3 ◐" in made.text
    assert "pågår" in made.text
    assert "klar" in made.text
    assert made.of("Figure") == []


def charts() -> dict[str, list[Chart]]:
    """The charts of the report on the example, by their kind."""
    found: dict[str, list[Chart]] = {}
    for _level, section in walk(document().sections):
        for block in section.blocks:
            if isinstance(block, Chart):
                found.setdefault(block.picture.kind, []).append(block)
    return found


def test_chart_is_a_picture_with_words_and_its_figures_stand_in_the_annex() -> None:
    chart = charts()["bars"][0]
    made = short(chart)
    (figure,) = made.of("Figure")
    assert figure.element["/Alt"] == chart.description
    assert len(made.of("Table")) == 1
    assert "Siffror, sidan 3" in made.text
    annex = made.reader.pages[2].extract_text()
    assert "Siffror" in annex and chart.table.columns[-1].title in annex
    assert len(made.of("TOCI")) == 2, "the annex stands in the contents"


def test_chart_that_is_read_with_its_figures_has_them_at_once() -> None:
    made = short(charts()["timeline"][0]._replace(open=True))
    assert len(made.reader.pages) <= 3
    assert len(made.of("Table")) == 1
    assert "Siffror" not in made.text


def test_small_charts_stand_in_pairs_and_the_last_one_beside_its_figures() -> None:
    curve = charts()["curves"][0]
    made = short(*[curve] * 3)
    assert [figure.element["/Alt"] for figure in made.of("Figure")] == [curve.description] * 3
    assert len(made.of("Table")) == 3
    assert made.text.count("Siffror, sidan") == 2
    assert len(made.reader.pages) == 3


def test_every_chart_of_the_report_is_told_in_words(whole: Paper) -> None:
    made = document(language="sv" if whole is paper("sv") else "en")
    blocks = [each for _level, section in walk(made.sections) for each in section.blocks]
    told = [each.description for each in blocks if isinstance(each, Chart)]
    assert [figure.element["/Alt"] for figure in whole.of("Figure")] == told
    assert len(told) > 3


def test_summary_is_one_page() -> None:
    """Also where it is a little longer than that: its letters are smaller."""

    def pages(lines: int) -> list[str]:
        inner = Section("in", ("Under",), (Prose(("Slutet på det hela.",)),))
        blocks = tuple(Prose((f"Rad {number}.",)) for number in range(lines))
        made = report(sections=())._replace(
            sections=(Section("s", ("Kort",), blocks, (inner,), one_page=True), Section("n", ("Nästa",), ()))
        )
        return [page.extract_text() for page in Paper(pdf.render(made)).reader.pages[2:]]

    assert ["Slutet" in page for page in pages(34)] == [True, False]
    assert ["Slutet" in page for page in pages(38)] == [True, False]
    assert len(pages(90)) > 2
    assert len(pages(25)) == 1, "what is short leaves room for the next chapter"


def test_callout_list_and_quiet_words_are_there() -> None:
    inside = (Prose(("Stycke",)), Bullets((("Punkt",),), numbered=True), PlanText("*Text*", "en"))
    made = short(Callout("Obs", inside, "warning"), Prose(("Ledord",), lead=True), Prose((Quiet("tyst"),)))
    for word in ("Obs", "Stycke", "Punkt", "Text", "Ledord", "tyst"):
        assert word in made.text


# ---- People's texts ----------------------------------------------------------------------------------------------

RICH = """\
# Rubrik

Ett *viktigt* och **starkt** stycke med `kod`, en [länk](https://nordvik.example/a?b=c) och en [fil](annan.md).

- ett
- två

  med ett stycke till

3. tre

> citat

```
rad ett
  rad två
```

***

| a | b |
| --- | --- |
| 1 | **2** |

Rad ett\\
rad två. ![bild](x.png) <b>inte fet</b>
"""


def test_markdown_becomes_structure() -> None:
    made = short(PlanText(RICH, "sv"))
    kinds = [tag.kind for tag in made.tags]
    assert kinds.count("H2") == 1
    assert kinds.count("BlockQuote") == 1
    assert kinds.count("Table") == 1
    assert kinds.count("L") == 3
    assert {"Em", "Strong", "Code"} <= set(kinds)
    uris = [
        each.get_object().get("/A", {}).get("/URI") for page in made.reader.pages for each in page.get("/Annots", [])
    ]
    assert [uri for uri in uris if uri] == ["https://nordvik.example/a?b=c"]
    assert "<b>inte fet</b>" in made.text
    assert "en fil." in made.text


def test_headings_in_a_text_stand_under_that_of_the_report() -> None:
    made = short(sections=(Section("two", ("Under",), (PlanText("### Tre\n\n# Ett\n\nText", "sv"),)),))
    levels = [int(tag.kind[1]) for tag in made.tags if re.fullmatch(r"H\d", tag.kind)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels[-2:] == [3, 3]


ODD = [
    "# inte rubrik",
    "#panic()",
    "$x^2$",
    "@ref",
    "*stjärna* _streck_",
    "C:\\mapp\\n",
    "// inte en kommentar /* alls */",
    "<label>",
    "<script>alert(1)</script>",
    "`kod` ```kod```",
    "{{ 7 * 7 }} #{7} ${7} %7",
    "\"citat\" 'citat' ”citat”",
    "a | b || c",
    "\\u{41} &amp; &#65;",
    "--- ... -- ~",
    "= rubrik",
    "+ punkt",
    "1.1 [1] [x](y)",
]


@pytest.mark.parametrize("text", ODD)
def test_text_is_text(text: str) -> None:
    made = short(
        Prose((text,)),
        Table((text,), (Column(text),), (Row(((Said(text, "en"),),)),)),
        Bullets(((Quiet(text), BREAK, Link(text, "one")),)),
        Facts((((text,), (text,)),)),
        Callout(text, (Prose((text,)),)),
        title=(text,),
        running=text,
    )
    bare = re.sub(r"\s", "", made.text)
    wanted = re.sub(r"\s", "", text)
    assert bare.count(wanted) >= 10
    assert made.root["/MarkInfo"]["/Marked"]


def test_right_to_left_text_is_kept_apart_from_what_stands_around_it() -> None:
    made = short(Prose(("Namn: ", Said("جمعية", "sv"), " (1)")), PlanText("جمعية الثقافة\n\nשלום עולם", "sv"))
    assert "(1)" in made.text
    assert unicodedata.normalize("NFKC", made.text)


def test_what_no_font_has_is_named() -> None:
    made = short(Prose(("Bra! 😀 👩‍👧 ⛄️ 猫猫 Ａ \ue000",)))
    assert "[grinning face]" in made.text
    assert "[woman][girl]" in made.text
    assert "[U+732B U+732B]" in made.text
    assert " A " in made.text
    assert "[U+E000]" in made.text


def test_every_character_that_is_said_to_have_a_shape_has_one() -> None:
    every = sorted(typst_text.characters())
    for marks in ("", "*", "**"):
        texts = [" ".join(every[at : at + 400]) for at in range(0, len(every), 400)]
        blocks = [Prose((text,)) for text in texts] if not marks else [PlanText(f"{marks}ord{marks}", "sv")]
        short(*blocks)


def test_accents_that_belong_to_no_letter_are_named_where_they_cannot_be_set() -> None:
    made = short(Prose(("e\u0301 å\u0308 ж\u0301 ሀ\u0301 \u0301 ✓\u0301 ب\u0651 z\u0651",)))
    assert "é" in unicodedata.normalize("NFC", made.text)
    assert "U+1200" in made.text


@settings(max_examples=25)
@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=8))
def test_any_text_can_be_printed(texts: list[str]) -> None:
    texts = [text.encode("utf-8", "ignore").decode() or "." for text in texts]
    rows = tuple(Row(((text,), (Said(text, "ar"), BREAK, Quiet(text)))) for text in texts)
    blocks = [Table((texts[0],), (Column(texts[0]), Column("b", "narrow")), rows)]
    made = short(*blocks, *(PlanText(text, "sv") for text in texts), running=texts[0], title=(texts[0],))
    assert len(made.of("TR")) == len(texts) + 1 or len(made.of("Table")) > 1


# ---- Room --------------------------------------------------------------------------------------------------------


def words(made: Paper, tools: Any) -> Iterator[tuple[float, float, str]]:
    """Every word on the pages: where it begins and ends."""
    program = tools.need("pdftotext")
    done = subprocess.run([program, "-bbox", "-", "-"], input=made.bytes, capture_output=True, check=True)
    for left, right, word in re.findall(
        r'<word xMin="([\d.-]+)"[^>]* xMax="([\d.-]+)"[^>]*>([^<]*)<', done.stdout.decode(errors="replace")
    ):
        yield float(left), float(right), word


@pytest.mark.parametrize(
    "word",
    ["å" * 10_000, "https://nordvik.example/" + "en-lång_sökväg/" * 60, "\N{SLIGHTLY SMILING FACE}" * 99, "-" * 500, "猫" * 99],
    ids=["letters", "address", "emoji", "dashes", "cats"],
)  # fmt: skip
def test_no_word_runs_out_of_the_page(word: str, tools: Any) -> None:
    columns = tuple(Column(f"Rubrik {number}", "middle" if number else "narrow") for number in range(9))
    table = Table(("Bord",), columns, (Row((*((word,),) * 2, *(("x",),) * 7)),))
    few = word[:600]
    made = short(
        Prose((word,)), PlanText(few, "sv"), PlanText(f"- `{few}`", "sv"), Bullets(((few,),)), table,
        Facts((((few,), (few,)),)), Callout(few, (Prose((few,)),)), title=(few,), running=few,
    )  # fmt: skip
    found = list(words(made, tools))
    assert all(left >= 0 and right <= 596 for left, right, _word in found)
    begins = "".join(typst_text.shown(word).replace(typst_text.MAY_BREAK, "").split())[:8]
    assert "".join(said for _left, _right, said in found).count(begins) >= 10


def test_columns_of_the_example_do_not_run_into_each_other(tools: Any) -> None:
    for language in ("sv", "en"):
        edges = [right for _left, right, _word in words(paper(language), tools)]
        assert max(edges) <= 595 - 21 / 25.4 * 72 + 3  # a hyphen may hang a little


def test_long_row_goes_on_on_the_next_page() -> None:
    text = "Ett ganska långt stycke. " * 600
    made = short(Table(("Lång",), (Column("Nr", "narrow"), Column("Text", "wide")), (Row((("1",), (text,))),)))
    assert len(re.findall(r"ganska", made.text)) == 600


def test_cover_with_much_to_say_goes_on_on_the_next_page() -> None:
    facts = Facts(tuple(((f"Namn {number}",), (f"Sak {number}",)) for number in range(70)))
    made = short(cover=facts, title=("Ett mycket långt namn på en plan " * 12,))
    assert all(f"Sak {number}" in made.text for number in range(70))


def test_columns_are_measured_by_the_text_that_takes_most_room() -> None:
    state = State("ej påbörjad", "○", "open")
    cells = [(state,), ("2015-12-31",), ("ett", BREAK, "inget slut"), (Said("utbildningsförvaltningen", "sv"),)]
    column = typst_columns.column_of(Column("Senast sett", "narrow"), cells, str)
    assert column["title_word"] == "Senast"
    assert column["word"] == "utbildningsförvaltningen"
    assert column["whole_word"] == "2015-12-31"
    assert typst_columns.widest(["inget slut", "2015-12-31"]) == "2015-12-31"
    assert typst_columns.lines_of(cells[0]) == ["○\N{NO-BREAK SPACE}ej påbörjad"]
    assert typst_columns.column_of(Column(""), [], str)["amount"] == 0


# ---- What goes wrong ---------------------------------------------------------------------------------------------


def test_fault_in_the_template_is_told_in_typsts_own_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    from typst import TypstError

    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "report.typ").write_text('#panic("trasig mall")', encoding="utf-8")
    monkeypatch.setattr(pdf, "templates", lambda: tmp_path)
    with pytest.raises(TypstError, match="trasig mall"):
        pdf.render(report())


def test_file_with_other_tables_than_expected_is_left_as_it_is() -> None:
    made = short(Table(("Bord",), (Column("Nr"), Column("Vad")), (Row((("1",), ("två",))),))).bytes
    for shapes in ([], [Shape(2, 2, 0)], [Shape(2, 1, 0), Shape(1, 1, 0)]):
        assert with_row_heads(made, shapes) == made
    assert with_row_heads(b"%PDF-1.7 something else", [Shape(2, 1, 0)]) == b"%PDF-1.7 something else"
