"""The Word file as somebody who opens, hears, prints or changes it meets it; and as strict as Word itself."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_parts import document
from report_parts import short_report as report

pytest.importorskip("docx", reason='python-docx is missing: pip install "plantrack[word]"')
pytest.importorskip("typst", reason='typst is missing: pip install "plantrack[word]"')
pytest.importorskip("openxml_audit", reason="openxml-audit is missing: pip install openxml-audit")

from chart_parts import of_report
from docx_parts import WP, File, R, W, bare, rows_of, text_of

from plantrack.formats import docx, docx_columns, stamp_text
from plantrack.formats.docx_styles import STYLES
from plantrack.formats.own import TemplateFault
from plantrack.report.document import (
    BREAK,
    Bullets,
    Callout,
    Column,
    Facts,
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
    plain,
    walk,
)


def short(*blocks: Any, **changes: Any) -> File:
    """A short report, made and read back."""
    return File(docx.render(report(*blocks, **changes)))


@cache
def file(language: str = "sv") -> File:
    """The report on the example."""
    return File(docx.render(document(language=language)))


@pytest.fixture(params=["sv", "en"])
def whole(request: pytest.FixtureRequest) -> File:
    """The report on the example in both languages."""
    return file(request.param)


CHARTS = of_report("nordvik", "2015", "sv")
CURVES = tuple(chart for chart in CHARTS if chart.picture.kind == "curves")[:3]
BARS = next(chart for chart in CHARTS if chart.picture.kind == "bars")
STATE = State("pågår", "◐", "calm")
TABLE = Table(("Bord",), (Column("Nr"), Column("Vad", "wide")), (Row((("1",), ("två",))), Row((("3",), ("fyra",)))))
RICH = """\
# Rubrik

Ett *viktigt* och **starkt** stycke med `kod`, en [länk](https://nordvik.example/a?b=c) och en [fil](annan.md).

- ett
- två

  med ett stycke till
  1. inne
  2. i

3. tre
4. fyra

> citat

```
rad ett
  rad två
```

***

| a | b |
| --- | --- |
| 1 | **2** |

| c |
| --- |
| |

Rad ett\\
rad två. ![bild](x.png) <b>inte fet</b>
"""


@cache
def everything() -> File:
    """A report with a block of every kind, inside and outside each other."""
    row = Row((("1.1",), (Link("kapitlet", "one"), BREAK, Quiet("tyst"))), anchor="id-1.1")
    return short(
        Prose(("Ledord",), lead=True),
        Prose(("Se ", Link("raden", "id-1.1"), " och ", Link("ingenstans", "id-9"), ", ", State("sen", "■", "bad"))),
        PlanText(RICH, "fi"),
        TABLE,
        TABLE._replace(rows=(row, row, Row((("Summa",), ("2",)), total=True)), head=1),
        PlanText("| x |\n| --- |\n| 1 |", "sv"),
        Facts(
            (
                (("Grund",), ("Ett",)),
                (("Grund",), ("Två", BREAK, "Tre")),
                (("Ett långt namn " * 5,), PlanText(RICH, "sv")),
            )
        ),
        Bullets((("a",), ("b",))),
        Bullets((("c",), ("d",)), numbered=True),
        Tally(("Status",), (Share(3, "3", STATE), Share(0, "0", State("klar", "●", "good")))),
        Tally(("Tomt",), ()),
        BARS._replace(open=True),
        BARS,
        *CURVES,
        Callout("Obs", (Prose(("Stycke",)), Bullets((("Punkt",),), numbered=True), PlanText(RICH, "en")), "warning"),
        sections=(Section("id-1.1", ("Inre ", Said("in English", "en")), (), (Section("deep", ("Djupt",), ()),)),),
        notes=(Callout("Påhittad", (Prose(("Allt är påhittat.",)),)),),
    )


# ---- The file ----------------------------------------------------------------------------------------------------


def test_same_report_gives_the_same_bytes() -> None:
    assert docx.render(document()) == file().bytes


AGAIN = """
import sys
sys.path.insert(0, sys.argv[1])
from test_docx import everything
from hashlib import sha256
print(sha256(everything().bytes).hexdigest())
"""


def test_another_run_gives_the_same_bytes_too() -> None:
    """Whatever order sets have in it."""
    words = [sys.executable, "-c", AGAIN, str(Path(__file__).parent)]
    surroundings = {"PYTHONHASHSEED": "7", "PYTHONPATH": ":".join(sys.path)}
    made = subprocess.run(words, check=True, capture_output=True, env=surroundings, text=True).stdout
    assert made.strip() == sha256(everything().bytes).hexdigest()


def test_only_day_in_the_file_is_the_reports_own(whole: File) -> None:
    core = whole.parts["docProps/core.xml"].decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[^<]*", core)) == {"2015-12-31T00:00:00Z"}
    assert whole.times == {(1980, 1, 1, 0, 0, 0)}
    assert short().bytes != File(docx.render(report(day=date(2016, 1, 1)))).bytes


def test_file_tells_its_title_and_language(whole: File) -> None:
    core = whole.parts["docProps/core.xml"].decode()
    language = "sv-SE" if whole is file("sv") else "en-GB"
    assert f"<dc:language>{language}</dc:language>" in core
    assert "<dc:title>" in core
    assert plain(document(language=language[:2]).title) in core
    assert f'w:lang w:val="{language}"' in whole.parts["word/styles.xml"].decode()


def test_tool_finds_its_stamp(whole: File) -> None:
    assert stamp_text.found(whole.bytes) == document(language="sv" if whole is file("sv") else "en").stamp


def test_nothing_comes_from_elsewhere_or_can_run(whole: File) -> None:
    outside = [each for each in whole.relations().values() if each.get("TargetMode") == "External"]
    assert all(each.get("Type").endswith("/hyperlink") for each in outside)
    assert not [name for name in whole.parts if re.search(r"vba|activeX|embeddings|customXml|glossary", name)]


@pytest.mark.parametrize("name", ["sv", "everything"])
def test_word_takes_it(name: str, tmp_path: Path) -> None:
    assert (everything() if name == "everything" else file()).faults(tmp_path) == []


def test_what_word_demands_of_names_and_numbers() -> None:
    made = everything()
    for tag, attribute in (("bookmarkStart", f"{W}id"), ("bookmarkStart", f"{W}name")):
        values = [each.get(attribute) for each in made.all(tag)]
        assert len(values) == len(set(values)) > 0
    drawn = [each.get("id") for each in made.document.iter(f"{WP}docPr")]
    assert len(drawn) == len(set(drawn)) > 3
    assert all(re.fullmatch(r"_\w{1,39}", name) for name in made.bookmarks)
    relations = made.relations()
    used = {value for each in made.document.iter() for name, value in each.attrib.items() if name.startswith(R)}
    assert used <= set(relations)
    for relation in relations.values():
        if relation.get("TargetMode") != "External":
            assert f"word/{relation.get('Target').removeprefix('/word/')}" in made.parts
    lists = {each.get(f"{W}numId") for each in made.xml("word/numbering.xml").iter(f"{W}num")}
    assert {each.get(f"{W}val") for each in made.all("numId")} <= lists


def test_there_is_a_paragraph_after_each_table_and_in_each_cell() -> None:
    made = everything()
    for before, after in pairwise(made.body):
        assert before.tag != f"{W}tbl" or after.tag == f"{W}p"
    assert made.body[-1].tag == f"{W}sectPr"
    assert all(cell[-1].tag == f"{W}p" for cell in made.all("tc"))


# ---- The structure -----------------------------------------------------------------------------------------------


def test_headings_are_real_and_skip_no_level(whole: File) -> None:
    levels = [level for level, _text in whole.headings]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    language = "sv" if whole is file("sv") else "en"
    titles = [" ".join(plain(each.title).split()) for _level, each in walk(document(language=language).sections)]
    said = [" ".join(text.split()) for _level, text in whole.headings]
    assert [title for title in titles if title not in said] == []
    assert len(whole.paragraphs("Title")) == 1


def test_headings_in_a_text_stand_under_that_of_the_report() -> None:
    made = short(sections=(Section("two", ("Under",), (PlanText("### Tre\n\n# Ett\n\nText", "sv"),)),))
    assert made.headings == [(1, "Kapitel"), (2, "Under"), (3, "Tre"), (3, "Ett")]


def test_every_table_has_a_caption_a_repeated_head_and_a_name(whole: File) -> None:
    captions = whole.paragraphs("caption")
    for before, table in pairwise(whole.body):
        if table.tag != f"{W}tbl":
            continue
        assert whole.style(before) == "caption"
        assert before.find(f"{W}pPr/{W}keepNext") is not None or whole.style(before) == "caption"
        name = table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
        assert " ".join(text_of(before).split()) == name
        heads = [row for row in table.findall(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
        assert heads == [table.find(f"{W}tr")]
        assert table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"
        widths = [int(each.get(f"{W}w")) for each in table.iter(f"{W}gridCol")]
        assert all(width > 0 for width in widths) and sum(widths) <= 9524
        for row in rows_of(table):
            assert len(row) == len(widths)
            assert all(cell.strip() for cell in row), row
    assert len(captions) > 10


def test_cell_that_says_what_its_row_is_about_is_marked() -> None:
    made = short(TABLE, TABLE._replace(head=1))
    first, second = made.all("tbl")
    looks = [each.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstColumn") for each in (first, second)]
    assert looks == ["1", "0"]
    for table, head in ((first, 0), (second, 1)):
        for row in table.findall(f"{W}tr")[1:]:
            bold = [cell.find(f".//{W}b") is not None for cell in row.findall(f"{W}tc")]
            assert bold == [place == head for place in range(2)]


def test_contents_are_filled_in_and_lead_somewhere(whole: File) -> None:
    language = "sv" if whole is file("sv") else "en"
    asked = document(language=language)
    lines = [*whole.paragraphs("toc 1", "toc 2")]
    titles = []
    for section in asked.sections:
        titles += [section.title, *(inner.title for inner in section.sections if section.listed)]
    annex = [asked.labels.annex] if asked.labels.annex in lines else []
    assert lines == [*(plain(title) for title in titles), *annex]
    fields = "".join(each.text for each in whole.all("instrText"))
    assert fields.startswith(" TOC ")
    inner = [plain(each.title) for section in asked.sections if section.listed for each in section.sections]
    assert [bare(each) for each in re.findall(r'TC "(.*?)" ', fields)] == [bare(title) for title in inner]
    kinds = [each.get(f"{W}fldCharType") for each in whole.all("fldChar")]
    assert kinds.count("begin") == kinds.count("end") == 1 + len(inner)


def test_links_lead_to_places_in_the_file(whole: File) -> None:
    assert len(whole.links) > 30
    assert set(whole.links) <= set(whole.bookmarks)


def test_link_to_nowhere_is_only_its_words() -> None:
    made = short(Prose(("Se ", Link("Nordvik", "id-9.9"), ".")))
    assert "Se Nordvik." in made.text
    assert made.links == ["_one"]


def test_places_with_alike_names_are_kept_apart() -> None:
    names = ["id-1.1", "id-1_1", "ID 1 1", "x" * 90 + "1", "x" * 90 + "2", "åäö"]
    made = short(
        Prose(tuple(Link(name, name) for name in names)),
        sections=tuple(Section(name, (name,), ()) for name in names),
    )
    assert len({*made.links}) == len(names) + 1
    assert set(made.links) <= set(made.bookmarks)


def test_lists_are_lists_and_each_counts_for_itself() -> None:
    ten = "9. nio\n10. tio\n\n    - under\n"
    made = short(Bullets((("a",), ("b",)), numbered=True), Bullets((("c",),), numbered=True), PlanText(ten, "sv"))
    points = [each for each in made.all("p") if each.find(f"{W}pPr/{W}numPr") is not None]
    numbers = [each.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") for each in points]
    assert [text_of(each) for each in points] == ["a", "b", "c", "nio", "tio", "under"]
    assert numbers[0] == numbers[1] and numbers[3] == numbers[4]
    assert len({numbers[0], numbers[2], numbers[3], numbers[5]}) == 4
    defined = {each.get(f"{W}numId"): each for each in made.xml("word/numbering.xml").iter(f"{W}num")}
    assert defined[numbers[3]].find(f".//{W}startOverride").get(f"{W}val") == "9"


def test_chart_is_a_picture_with_words_and_its_figures() -> None:
    made = short(BARS._replace(open=True), BARS, *CURVES)
    drawn = list(made.document.iter(f"{WP}docPr"))
    assert [each.get("descr") for each in drawn] == [chart.description for chart in (BARS, BARS, *CURVES)]
    assert [each.get("title") for each in drawn] == [plain(chart.caption) for chart in (BARS, BARS, *CURVES)]
    pictures = [data for name, data in made.parts.items() if name.endswith(".png")]
    assert len(pictures) == 4, "the same picture is in the file once"
    assert all(data.startswith(b"\x89PNG") and len(data) < 200_000 for data in pictures)
    captions = made.paragraphs("caption")
    assert captions[:3] == [plain(BARS.caption), "Siffrorna", plain(BARS.caption)]
    assert captions[6:] == [plain(chart.table.caption) for chart in (BARS, *CURVES)]
    assert made.headings[-1] == (1, "Bilaga: siffror")
    assert made.paragraphs("Figure Note") == ["Siffrorna"] * 4
    assert len(made.all("tbl")) == 5


def test_small_charts_stand_in_pairs() -> None:
    made = short(*CURVES, Prose(("Sedan",)))
    columns = [each.find(f"{W}cols").get(f"{W}num", "1") for each in made.all("sectPr")]
    assert columns == ["1", "2", "1"]
    assert [each.find(f"{W}titlePg") is not None for each in made.all("sectPr")] == [True, False, False]
    assert len([each for each in made.all("br") if each.get(f"{W}type") == "column"]) == 1


def test_what_a_bar_shows_is_said_in_words() -> None:
    shares = (Share(3, "3", STATE), Share(0, "0", State("klar", "●", "good")))
    made = short(Tally(("Status",), shares), Tally(("Tomt",), ()))
    (drawn,) = made.document.iter(f"{WP}docPr")
    assert drawn.get("descr") == "3 pågår, 0 klar"
    assert "3\N{NO-BREAK SPACE}◐\N{NO-BREAK SPACE}pågår" in made.text
    assert made.paragraphs("caption") == ["Status", "Tomt"]


def test_state_is_a_symbol_and_a_word_in_a_colour_of_its_own() -> None:
    made = short(Prose((State("försenad", "■", "bad"), " ", State("klar", "●", "good"))))
    styles = [made.styles[each.get(f"{W}val")] for each in made.all("rStyle")]
    assert [name for name in styles if name.startswith("State")] == ["State Bad", "State Good"]
    assert "■\N{NO-BREAK SPACE}försenad ●\N{NO-BREAK SPACE}klar" in made.text


def test_languages_are_told_text_by_text() -> None:
    made = short(Prose(("På svenska ", Said("In English", "en"))), PlanText("Suomeksi\n\n- *kaksi*", "fi"))
    said = {
        text_of(run): run.find(f"{W}rPr/{W}lang").get(f"{W}val")
        for run in made.all("r")
        if run.find(f"{W}rPr/{W}lang") is not None
    }
    assert said == {"In English": "en-GB", "Suomeksi": "fi-FI", "kaksi": "fi-FI"}


def test_right_to_left_text_is_marked_and_kept_apart_from_what_stands_around_it() -> None:
    made = short(
        Prose(("Namn: ", Said("جمعية الثقافة, مدينة", "sv"), " (1) שלום")), PlanText("جمعية abc الثقافة", "ar")
    )
    right = [text_of(run) for run in made.all("r") if run.find(f"{W}rPr/{W}rtl") is not None]
    assert right == ["جمعية الثقافة, مدينة", "שלום", "جمعية", "الثقافة"]
    assert [each.get(f"{W}bidi") for each in made.all("lang")] == ["ar-SA", "he-IL", "ar-SA", None, "ar-SA"]
    assert [text_of(each) for each in made.all("p") if each.find(f"{W}pPr/{W}bidi") is not None] == [
        "جمعية abc الثقافة"
    ]


def test_pages_are_a4_with_a_short_title_and_numbers(whole: File) -> None:
    size = whole.all("sectPr")[-1].find(f"{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert text_of(whole.xml("word/header1.xml")) == document(language="sv" if whole is file("sv") else "en").running
    fields = [each.text.strip() for each in whole.xml("word/footer2.xml").iter(f"{W}instrText")]
    assert fields == ["PAGE", "NUMPAGES"]


def test_short_report_has_no_contents() -> None:
    made = short(Prose(("Text",)), extent="page")
    assert made.paragraphs("Short Title") == ["En påhittad plan"]
    assert made.paragraphs("Title", "toc 1", "TOC Heading") == []
    assert made.all("sectPr")[-1].find(f"{W}titlePg") is not None, "a sheet that stands alone has no head"
    assert short(extent="short").all("sectPr")[-1].find(f"{W}titlePg") is None


# ---- People's texts ----------------------------------------------------------------------------------------------


def test_markdown_becomes_structure() -> None:
    made = short(PlanText(RICH, "sv"))
    assert made.headings == [(1, "Kapitel"), (2, "Rubrik")]
    assert made.paragraphs("Quote") == ["citat"]
    assert made.paragraphs("HTML Preformatted") == ["rad ett   rad två"]
    assert made.paragraphs("List Continue") == ["med ett stycke till"]
    assert len(made.all("tbl")) == 2
    assert "<b>inte fet</b>" in made.text and "en fil." in made.text
    outside = [each.get("Target") for each in made.relations().values() if each.get("TargetMode") == "External"]
    assert outside == ["https://nordvik.example/a?b=c"]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://a%zz.example",
        "https://[",
        "https://ö.example/%",
        "//x.example",
        "ftp://x.y",
    ],
)
def test_address_that_word_cannot_have_is_only_words(address: str, tmp_path: Path) -> None:
    made = short(PlanText(f"Se [här]({address}) och <{address}>.", "sv"))
    outside = [each.get("Target") for each in made.relations().values() if each.get("TargetMode") == "External"]
    assert all(re.fullmatch(r"https://[a-z0-9.-]+[/a-zA-Z0-9%]*", each) for each in outside)
    assert "här" in made.text
    assert made.faults(tmp_path) == []


ODD = [
    "<script>alert(1)</script>", "a | b || c", "`kod` ```kod```", "&amp; &#65; ]]> --> <!--", "\"citat\" 'citat' ”citat”",
    "{ MERGEFIELD x } \\* \" \\f c", "# inte rubrik", "*stjärna* _streck_", "😀 👩‍👧 🎉", "C:\\mapp\\n", "%1. ${7} {{ 7 }}",
    "العمل على خطة", "漢字のタイトル",
]  # fmt: skip


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
        sections=(Section("two", (text,), ()),),
    )
    assert bare(made.text).count(bare(text)) >= 11
    assert bare(text_of(made.xml("word/header1.xml"))) == bare(text)


def test_characters_that_a_file_cannot_hold_are_shown_as_pictures(tmp_path: Path) -> None:
    text = "a\x00b\x1bc\x7fd\ufffee\ud800f\tg\r\nh\u202ei"
    made = short(Prose((text,)), TABLE._replace(caption=(text,)), title=(text,), running=text, footer=(text,))
    assert made.text.count("a␀b␛c␡d\ufffde\ufffdf g hi") == 4
    assert text_of(made.xml("word/header1.xml")) == "a␀b␛c␡d\ufffde\ufffdf g hi"
    assert made.faults(tmp_path) == []


@settings(max_examples=15)
@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=6))
def test_any_text_can_be_written(texts: list[str]) -> None:
    rows = tuple(Row(((text,), (Said(text, "ar"), BREAK, Quiet(text)))) for text in texts)
    table = Table((texts[0],), (Column(texts[0]), Column("b", "narrow")), rows)
    made = short(table, *(PlanText(text, "sv") for text in texts), running=texts[0], title=(texts[0],))
    assert len(list(rows_of(made.all("tbl")[0]))) == len(texts) + 1


# ---- Room --------------------------------------------------------------------------------------------------------


def test_columns_are_as_wide_as_their_longest_word_where_there_is_room() -> None:
    columns = (Column("Nr", "narrow"), Column("Namn"), Column("Läge"), Column("Kommentar", "wide"))
    row = (("1.1.1",), ("Utbildningsförvaltningen",), (State("ej påbörjad", "○", "open"),), ("Ord och fler ord " * 30,))
    found = docx_columns.widths(columns, [row], 9524)
    assert not found.small
    assert sum(found.columns) <= 9524
    number, name, state, comment = found.columns
    assert number < state < name < comment


def test_very_many_columns_fit_with_small_letters() -> None:
    columns = tuple(Column(f"Rubriken {number}") for number in range(16))
    found = docx_columns.widths(columns, [((("2015-12-31",),) * 16)], 9524)
    assert found.small
    assert sum(found.columns) <= 9524 and min(found.columns) > 300


def test_long_row_may_go_on_on_the_next_page() -> None:
    long = Table(
        ("Lång",),
        (Column("Nr"), Column("Text", "wide")),
        (Row((("1",), ("Ett stycke. " * 600,))), Row((("2",), ("x",)))),
    )
    rows = short(long).all("tbl")[0].findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [True, False, True]


# ---- A plan's own template ---------------------------------------------------------------------------------------


@cache
def own_template() -> bytes:
    """A template as somebody made it in Word: other styles and page, a logo, and things that are not wanted."""
    import docx as word
    from docx.shared import Mm, Pt

    made = word.Document()
    made.styles["Heading 1"].font.size = Pt(33)
    made.styles["Normal"].font.name = "Georgia"
    section = made.sections[0]
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.header.paragraphs[0].text = "Nordviks kommun"
    picture = next(data for name, data in everything().parts.items() if name.endswith(".png"))
    section.header.paragraphs[0].add_run().add_picture(BytesIO(picture))
    made.add_paragraph("Hemlig mening i mallen", style="List Number")
    into = BytesIO()
    made.save(into)
    return into.getvalue()


def test_own_template_gives_styles_page_and_head_and_no_words(tmp_path: Path) -> None:
    made = File(docx.render(report(TABLE, Bullets((("a",),), numbered=True), BARS), {"report.docx": own_template()}))
    styles = made.parts["word/styles.xml"].decode()
    assert 'w:val="66"' in styles and "Georgia" in styles
    assert text_of(made.xml("word/header1.xml")) == "Nordviks kommun"
    assert "word/media/header1-1.png" in made.parts or any("header1-1" in name for name in made.parts)
    assert "Hemlig" not in made.text
    size = made.all("sectPr")[-1].find(f"{W}pgSz")
    assert int(size.get(f"{W}w")) > int(size.get(f"{W}h"))
    assert made.headings[0] == (1, "Kapitel")
    assert {style.name.lower() for style in STYLES} <= {name.lower() for name in made.styles.values()}
    assert made.faults(tmp_path) == []


def test_own_template_gives_the_same_bytes() -> None:
    own = {"report.docx": own_template()}
    assert docx.render(report(TABLE), own) == docx.render(report(TABLE), own)


def test_own_template_of_another_make_works_too(tmp_path: Path) -> None:
    """Styles without defaults, pages of two kinds, an address at their foot, fonts inside the file, lists of its own."""
    import docx as word
    from docx.oxml import parse_xml

    made = word.Document()
    styles = made.styles.element
    styles.remove(styles.find(f"{W}docDefaults"))
    made.settings.odd_and_even_pages_header_footer = True
    section = made.sections[0]
    section.even_page_header.paragraphs[0].text = "Jämn sida"
    foot = section.footer
    name = foot.part.relate_to("https://nordvik.example/", f"{R[1:-1]}/hyperlink", is_external=True)
    space = f'xmlns:w="{W[1:-1]}" xmlns:r="{R[1:-1]}"'
    foot.paragraphs[0]._p.append(
        parse_xml(f'<w:hyperlink {space} r:id="{name}"><w:r><w:t>nordvik.example</w:t></w:r></w:hyperlink>')
    )
    made.add_paragraph("x", style="List Number")
    into = BytesIO()
    made.save(into)
    done = File(docx.render(report(PlanText("1. ett", "sv")), {"report.docx": into.getvalue()}))
    heads = [name for name in done.parts if re.search(r"word/(header|footer)\d", name)]
    assert {text_of(done.xml(name)) for name in heads} == {"Jämn sida", "nordvik.example"}
    assert done.xml("word/settings.xml").find(f"{W}evenAndOddHeaders") is not None
    assert 'w:val="sv-SE"' in done.parts["word/styles.xml"].decode()
    assert done.faults(tmp_path) == []


def test_dates_are_not_broken() -> None:
    made = short(Prose(("Per 2015-12-31, § 2014-2, KLK-2015-00103 och 2015-11.",)))
    assert len(made.all("noBreakHyphen")) == 3 + 2  # and the cover's
    assert "Per 2015-12-31, § 2014-2, KLK-2015-00103 och 2015-11." in made.text


def test_template_that_is_handed_out_has_every_style_and_works(tmp_path: Path) -> None:
    blank = docx.blank("sv")
    made = File(blank)
    assert {style.name for style in STYLES} == set(made.styles.values())
    assert made.faults(tmp_path) == []
    again = File(docx.render(report(TABLE), {"report.docx": blank}))
    assert again.headings == short(TABLE).headings
    assert again.paragraphs() == short(TABLE).paragraphs()
    assert again.faults(tmp_path) == []


def broken() -> Iterator[bytes]:
    yield b""
    yield b"PK\x03\x04 no zip"
    yield own_template()[:-200]
    into = BytesIO()
    with ZipFile(into, "w") as other:
        other.writestr("a.txt", "text")
    yield into.getvalue()
    into = BytesIO()
    with ZipFile(BytesIO(own_template())) as old, ZipFile(into, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<not xml" if name == "word/styles.xml" else old.read(name))
    yield into.getvalue()


@pytest.mark.parametrize("place", range(5))
def test_own_template_that_cannot_be_read_is_told_of(place: int) -> None:
    with pytest.raises(TemplateFault) as told:
        docx.render(report(), {"report.docx": list(broken())[place]})
    assert (told.value.kind, told.value.name) == ("word", "report.docx")


def test_macros_and_what_lies_elsewhere_are_not_taken_from_a_template() -> None:
    import docx as word

    made = word.Document()
    made.part.relate_to("https://evil.example/x.dotm", "http://x/attachedTemplate", is_external=True)
    header = made.sections[0].header
    header.paragraphs[0].text = "Med bild utifrån"
    header.part.relate_to("https://evil.example/x.png", "http://x/image", is_external=True)
    into = BytesIO()
    made.save(into)
    done = File(docx.render(report(), {"report.docx": into.getvalue()}))
    assert not any(b"evil" in part for part in done.parts.values())
    assert text_of(done.xml("word/header1.xml")) == "Plan"


# ---- As others open it -------------------------------------------------------------------------------------------


def test_libreoffice_shows_all_of_it(tools: Any, tmp_path: Path) -> None:
    soffice, reader = tools.need("soffice"), tools.need("pdftotext")
    if not (Path(soffice).resolve().parent / "libswlo.so").exists():
        pytest.skip("soffice has no Writer: apt install libreoffice-writer")
    for name, made in (("example", file()), ("everything", everything())):
        (tmp_path / f"{name}.docx").write_bytes(made.bytes)
    names = [str(tmp_path / f"{name}.docx") for name in ("example", "everything")]
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *names]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for name, made in (("example", file()), ("everything", everything())):
        command = [reader, "-layout", str(tmp_path / f"{name}.pdf"), "-"]
        shown = bare(subprocess.run(command, check=True, capture_output=True).stdout.decode())
        for text in [
            *(text for _level, text in made.headings),
            *made.paragraphs("toc 1", "toc 2", "Title", "Body Text"),
        ]:
            assert bare(text)[:40] in shown, text
        for caption in made.paragraphs("caption"):
            assert bare(caption)[:30] in shown, caption
        assert "Error" not in shown
        assert re.search(r"2/\d", shown)
