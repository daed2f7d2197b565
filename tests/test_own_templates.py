"""A plan's own templates come before those that are shipped; they are handed out, shut in, and told of by file and line."""

from __future__ import annotations

import re
from pathlib import Path
from struct import pack
from zlib import compress, crc32

import pytest
from desk import Desk
from report_parts import document

from plantrack.commands import ejecting
from plantrack.formats import html, pdf
from plantrack.formats.docx import blank
from plantrack.formats.own import CHANGES, TemplateFault, unused
from plantrack.shipped import templates


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, capsys, monkeypatch)


def own(desk: Desk, name: str, text: str | bytes) -> None:
    """Puts a template into the plan's folder."""
    (desk.plan / "templates").mkdir(exist_ok=True)
    (desk.plan / "templates" / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def page(**files: str | bytes) -> str:
    """The report as HTML by own templates: ``report_css`` is ``report.css``, ``report_html_j2`` is ``report.html.j2``."""
    given = {name.replace("_", "."): text for name, text in files.items()}
    return html.render(document(), {name: t if isinstance(t, bytes) else t.encode() for name, t in given.items()})


def fault(**files: str | bytes) -> TemplateFault:
    with pytest.raises(TemplateFault) as told:
        page(**files)
    return told.value


def shipped(name: str) -> str:
    return (templates() / "report" / name).read_text(encoding="utf-8")


def test_what_is_handed_out_is_what_is_used(desk: Desk) -> None:
    said = desk.type("report", "--eject")
    assert said.code == 0
    folder = desk.plan / "templates"
    assert sorted(each.name for each in folder.iterdir()) == sorted([*CHANGES, "README.md"])
    for name, what in CHANGES.items():
        assert f"Wrote plan/templates/{name}\n  {what}\n" in said.out
        made = blank("en") if name == "report.docx" else (templates() / "report" / name).read_bytes()
        assert (folder / name).read_bytes() == made
    mine = html.render(document(), {each.name: each.read_bytes() for each in folder.iterdir()})
    assert mine == html.render(document())
    for name in CHANGES:
        assert f"`{name}`" in (folder / "README.md").read_text(encoding="utf-8")


def test_without_the_package_for_word_the_others_are_handed_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_language: str) -> bytes:
        raise ModuleNotFoundError("docx")

    monkeypatch.setattr(ejecting, "blank", missing)
    said = desk.type("report", "--eject")
    assert said.code == 0
    assert 'plan/templates/report.docx needs one package more: pip install "plantrack[word]"' in said.out
    assert (desk.plan / "templates" / "report.typ").is_file()


def test_what_is_there_is_never_overwritten(desk: Desk) -> None:
    own(desk, "report.css", "body{}")
    own(desk, "README.md", "Mine.")
    said = desk.type("report", "--eject")
    assert said.code == 0
    assert "plan/templates/report.css is there already, and was left as it is." in said.out
    assert (desk.plan / "templates" / "report.css").read_text() == "body{}"
    assert (desk.plan / "templates" / "README.md").read_text() == "Mine."
    assert (desk.plan / "templates" / "report.typ").is_file()


def test_handing_out_needs_no_round_and_no_sound_plan(desk: Desk) -> None:
    (desk.plan / "rounds" / "2015.yaml").unlink()
    (desk.plan / "rounds" / "2014.yaml").unlink()
    plan = desk.plan / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("period: 2014-2016\n", ""), encoding="utf-8")
    assert desk.type("report", "--eject").code == 0
    assert (desk.plan / "templates" / "report.css").is_file()


def test_nothing_is_handed_out_into_the_past(desk: Desk) -> None:
    said = desk.type("report", "--eject", "--rev", "HEAD")
    assert said.code == 2
    assert not (desk.plan / "templates").exists()


def test_an_own_style_and_page_and_piece_come_first() -> None:
    assert "h1{color:hotpink}" in page(report_css="h1{color:hotpink}\r\n@media print{#contents{display:none}}")
    assert page(report_html_j2="<title>{{ plain(document.title) }}</title>").startswith("<title>Handlingsplan")
    bold = shipped("pieces.html.j2").replace("<bdi", "<b><bdi").replace("</bdi>", "</bdi></b>")
    assert "<b><bdi" in page(pieces_html_j2="\N{ZERO WIDTH NO-BREAK SPACE}" + bold)


def test_an_own_page_escapes_what_people_wrote() -> None:
    assert page(report_html_j2="{{ '<script>' }}") == "&lt;script&gt;\n"


def test_a_picture_beside_them_is_part_of_the_page() -> None:
    shown = page(report_html_j2='<img src="{{ image("logo.png") }}" alt="Lunda">', logo_png=b"\x89PNG")
    assert shown == '<img src="data:image/png;base64,iVBORw==" alt="Lunda">\n'
    assert fault(report_html_j2='\n{{ image("no.png") }}').line == 2


ATTACKS = [
    "{{ ''.__class__.__mro__ }}",
    "{{ plain.__globals__ }}",
    "{{ document.__class__ }}",
    "{{ document._replace(language='x') }}",
    "{{ '{0.__class__}'.format(document) }}",
    "{{ ('{0.__globals__}'|attr('format'))(plain) }}",
    "{{ text|attr('__globals__') }}",
    "{% set x = document.sections %}{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self._TemplateReference__context }}",
    "{{ document.figures.clear() }}",
    "{{ document.figures.update({}) }}",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_own_template_reaches_nothing_but_the_document(attack: str) -> None:
    told = fault(report_html_j2=f"<p>\n{attack}\n")
    assert (told.name, told.line) == ("report.html.j2", 2)
    assert told.kind in ("refused", "unknown")


@pytest.mark.parametrize("include", ["../../pyproject.toml", "/etc/passwd", "plan.yaml"])
def test_an_own_template_reaches_no_other_file(include: str) -> None:
    told = fault(report_html_j2=f"{{% include '{include}' %}}")
    assert (told.kind, told.line) == ("other", 1)


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("a\n\n{% if %}", "syntax", 3),
        ("{{ document.title", "syntax", 1),
        ("{{ nothing_there }}", "unknown", 1),
        ("\n{{ document.nothing }}", "unknown", 2),
        ("{% macro a() %}\n{{ b }}\n{% endmacro %}\n{{ a() }}", "unknown", 2),
        ("{{ 1 / 0 }}", "other", 1),
        ("{% macro a() %}{{ a() }}{% endmacro %}\n{{ a() }}", "other", 1),
        ("{% for n in range(999999999) %}{% endfor %}", "other", 1),
        ("{{ document|nope }}", "syntax", 1),
        (b"a\nb \xe5\n", "text", 2),
    ],
)
def test_a_fault_is_told_with_its_line(text: str | bytes, kind: str, line: int) -> None:
    told = fault(report_html_j2=text)
    assert (told.kind, told.name, told.line) == (kind, "report.html.j2", line)


def test_a_fault_in_a_piece_is_told_too() -> None:
    broken = shipped("pieces.html.j2").replace("{{ piece.symbol }}", "{{ piece.sign }}")
    line = next(n for n, each in enumerate(broken.splitlines(), 1) if "piece.sign" in each)
    told = fault(pieces_html_j2=broken)
    assert (told.kind, told.name, told.line) == ("unknown", "pieces.html.j2", line)
    assert fault(pieces_html_j2="{# nothing #}").name == "pieces.html.j2"
    assert fault(pieces_html_j2="{% macro words() %}{% endmacro %}").name == "pieces.html.j2"
    assert fault(report_css=b"\xff").kind == "text"


def test_a_fault_is_one_sentence_and_leaves_nothing_behind(desk: Desk) -> None:
    own(desk, "report.html.j2", "<p>\n{{ ''.__class__ }}\n")
    said = desk.type("report", "2015", "-o", "new/report.html")
    assert said.code == 2
    assert said.err.startswith(
        "plantrack: The plan's own templates/report.html.j2 does something on line 2 that a template may not do: "
    )
    assert said.err.count("\n") == 1
    assert not (desk.folder / "new").exists()
    assert desk.type("report", "2015", "--format", "md", "-o", "new").code == 0, "Markdown is made without templates"


def test_a_name_that_nothing_uses_is_told(desk: Desk) -> None:
    own(desk, "report.htm.j2", "mine")
    own(desk, "logo.svg", "<svg/>")
    own(desk, "report.css", "/* logo.svg */")
    own(desk, "README.md", "for people")
    own(desk, ".DS_Store", b"\0")
    said = desk.type("report", "2015", "--format", "md")
    assert said.code == 0
    assert said.err == "No report is made of plan/templates/report.htm.j2. Did you mean report.html.j2?\n"
    assert unused({"notes.txt": b""}) == (("notes.txt", ""),)


def test_with_a_revision_they_come_from_the_revision(desk: Desk) -> None:
    own(desk, "report.html.j2", "then {{ document.day }}")
    own(desk, "logo.svg", "<svg/>")
    desk.commit("Own")
    own(desk, "report.html.j2", "now {{ document.day }}")
    print_it = ("report", "2015", "--format", "html", "-o", "-")
    assert desk.type(*print_it).out == "now 2015-12-31\n"
    assert desk.type(*print_it, "--rev", "HEAD").out == "then 2015-12-31\n"
    assert "<h1" in desk.type(*print_it, "--rev", "HEAD~1").out


def test_a_readme_and_hidden_files_change_no_digest(desk: Desk) -> None:
    def stamp() -> str:
        made = desk.type("report", "2015", "--format", "html", "-o", "-").out
        return made[made.index("<!-- plantrack") :]

    own(desk, "README.md", "for people")
    own(desk, ".DS_Store", b"\0")
    assert '"templates"' not in stamp()
    own(desk, "report.css", "h1{}")
    assert '"templates"' in stamp()


TYPST = """\
#set document(title: "a")
#let report = json(bytes(sys.inputs.report))
#set text(lang: report.language)
"""


def typeset(text: str | bytes, **beside: bytes) -> bytes:
    data = text if isinstance(text, bytes) else text.encode()
    return pdf.render(document(), {"report.typ": data, **{n.replace("_", "."): d for n, d in beside.items()}})


def test_an_own_typst_template_comes_first_and_may_show_a_picture() -> None:
    pytest.importorskip("typst")
    logo = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    assert typeset(TYPST + '#image("logo.svg", alt: "Lunda")\n', logo_svg=logo).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("a\n#let x =\n", "other", 2),
        ("\n\n#nothing", "other", 3),
        ('#read("/etc/passwd")', "other", 1),
        ('#read("../../pyproject.toml")', "other", 1),
        ('#image("logo.svg")', "other", 1),
        ('\n#import "@preview/cetz:0.2.2": canvas', "network", 2),
        ('#let f() = {\n  1 + "a"\n}\n\n#f()', "other", 2),
        (b"a\n\xff", "text", 2),
    ],
)
def test_a_fault_in_typst_is_told_with_its_line(text: str | bytes, kind: str, line: int) -> None:
    pytest.importorskip("typst")
    with pytest.raises(TemplateFault) as told:
        typeset(text)
    assert (told.value.kind, told.value.name, told.value.line) == (kind, "report.typ", line)


def test_a_fault_in_typst_is_one_sentence(desk: Desk) -> None:
    pytest.importorskip("typst")
    own(desk, "report.typ", "\n#nothing\n")
    said = desk.type("report", "2015", "-o", "report.pdf")
    assert said.code == 2
    assert said.err == (
        "plantrack: The plan's own templates/report.typ cannot be used, because of line 2: unknown variable: nothing\n"
    )
    assert not (desk.folder / "report.pdf").exists()


def png() -> bytes:
    """A small red picture: bytes that are no text."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))

    size = pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    pixels = compress((b"\0" + b"\xff\0\0" * 8) * 8)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.fixture
def branded(desk: Desk) -> Desk:
    """The plan with every template handed out, and a colour and a logo put in as their README says."""
    pytest.importorskip("typst")
    file = desk.plan / "rounds" / "2015.yaml"
    file.write_text(re.sub(r"(?m)^closed:.*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    assert desk.type("report", "--eject").code == 0
    folder = desk.plan / "templates"
    (folder / "logo.png").write_bytes(png())
    told = (folder / "README.md").read_text(encoding="utf-8")
    for name, number, there, mine in re.findall(r"- `([\w.]+)`, line (\d+): `(.+?)`.+?`(.+?)`", told):
        put(folder / name, int(number), there, mine)
    for name, number, there, mine in re.findall(r"- `([\w.]+)`, on a new line after line (\d+), `(.+?)`: `(.+)`", told):
        put(folder / name, int(number), there, f"{there}\n{mine}")
    desk.commit("Our colour and our logo")
    return desk


def put(file: Path, number: int, there: str, mine: str) -> None:
    """Puts something in the place of what a README says stands on a line."""
    lines = file.read_text(encoding="utf-8").split("\n")
    assert there in lines[number - 1], (file.name, number)
    lines[number - 1] = lines[number - 1].replace(there, mine)
    file.write_text("\n".join(lines), encoding="utf-8")


def test_as_handed_out_they_make_every_format(desk: Desk) -> None:
    pytest.importorskip("typst")
    usual = {form: desk.type("report", "2015", "--format", form, "-o", f"usual.{form}") for form in ("pdf", "docx")}
    assert desk.type("report", "--eject").code == 0
    for form in ("html", "pdf", "docx", "md", "json"):
        said = desk.type("report", "2015", "--format", form, "-o", f"own.{form}")
        assert (said.code, said.err) == (0, ""), (form, said)
    assert all(said.code == 0 for said in usual.values())
    pages = [
        re.findall(rb"/Type/Pages/Count (\d+)", (desk.folder / name).read_bytes()) for name in ("usual.pdf", "own.pdf")
    ]
    assert pages[0] == pages[1] != []


def test_with_the_colour_and_the_logo_that_the_readme_tells_of_it_is_issued_and_corrected(branded: Desk) -> None:
    for form in ("html", "pdf"):
        said = branded.type("report", "2015", "--format", form, "-o", f"own.{form}")
        assert (said.code, said.err) == (0, ""), (form, said)
    shown = (branded.folder / "own.html").read_text(encoding="utf-8")
    assert 'src="data:image/png;base64,' in shown
    assert "--brand: #7a1f3d;" in shown
    assert "#0b4f6c" not in re.sub(r"(fill|stroke)=\"#\w+\"|var\(--brand, #0b4f6c\)", "", shown)
    made = (branded.folder / "own.pdf").read_bytes()
    assert b"/Subtype/Image" in made
    assert b"/Alt(Lunda)" in made
    closed = branded.type("round", "close", "2015", "--on", "2016-01-29")
    assert closed.code == 0, closed
    kept = branded.plan / "reports" / "2015" / "issued" / "1"
    assert (kept / "data" / "templates" / "logo.png").read_bytes() == png()
    assert b"/Subtype/Image" in (kept / "report-2015.pdf").read_bytes()
    answer = branded.plan / "progress" / "2015" / "2015-11-20-kof-1a2b.yaml"
    answer.write_text(answer.read_text(encoding="utf-8").replace("status: ongoing", "status: completed", 1), "utf-8")
    branded.commit("The round closes, and a mistake is mended")
    again = branded.type("round", "correct", "2015", "--reason", "A wrong figure.", "--on", "2016-02-20")
    assert again.code == 0, again
    assert b"/Subtype/Image" in (branded.plan / "reports/2015/issued/2/report-2015.pdf").read_bytes()


def test_a_fault_in_the_word_template_is_one_sentence(desk: Desk) -> None:
    pytest.importorskip("docx")
    own(desk, "report.docx", b"no Word file")
    said = desk.type("report", "2015", "--format", "docx", "-o", "report.docx")
    assert said.code == 2
    assert said.err.startswith("plantrack: The plan's own templates/report.docx cannot be read as a Word file: ")
    assert said.err.count("\n") == 1


def test_what_typst_says_of_a_missing_picture_names_no_folder_of_the_machine() -> None:
    pytest.importorskip("typst")
    with pytest.raises(TemplateFault) as told:
        typeset('#image("logo.png")')
    assert told.value.what == "file not found"
