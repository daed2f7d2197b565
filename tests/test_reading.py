"""What goes wrong when people write YAML: each is known by name, told once, at its line, and read as it was meant."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plantrack.checks import check_plan, rule_book
from plantrack.finding import Finding, Span
from plantrack.locales import speech
from plantrack.store.folder import decode, load
from plantrack.store.places import Places
from plantrack.store.tree import FolderTree

ROOT = Path(__file__).parent.parent
BASE = ROOT / "templates" / "init" / "sv"
GOAL = "1-gemenskap/1.1-motesplatser.yaml"
HEAD = "id: 1.1\ntitle: x\n"

Told = list[tuple[str, int, int]]


def read(text: str | bytes) -> tuple[Any, Told]:
    """The goal that a text holds, and reason, line and column of each fault."""
    data = text.encode() if isinstance(text, str) else text
    record, faults = decode("goal", "1.1", GOAL, data)
    spans = [(fault.reason, fault.span or Span(0, 0, 0, 0)) for fault in faults]
    return record, [(reason, span.line, span.column) for reason, span in spans]


def check(folder: Path, text: str | bytes, name: str = GOAL) -> list[Finding]:
    """All findings of the small plan with one file changed."""
    shutil.copytree(BASE, folder)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return list(check_plan(load(folder, date(2015, 12, 31))).findings)


MENDED: dict[str, tuple[str, Told, dict[str, object]]] = {
    "a colon": ("id: 1.1\ntitle: Bättre: mer\n", [("colon_in_text", 2, 14)], {"title": "Bättre: mer"}),
    "three colons on three lines": (
        "id: 1.1\ntitle: A: b: c\ntext: d: e\nmandate: x\ncost:\n  - kind: ordinary\n    text: f: g\n",
        [("colon_in_text", 2, 9), ("colon_in_text", 3, 8), ("colon_in_text", 7, 12)],
        {"title": "A: b: c", "text": "d: e"},
    ),
    "a colon in a further line": (
        "id: 1.1\ntitle: Bättre\n  Vi vill: mer\ndue: 2015\n",
        [("colon_in_text", 3, 10)],
        {"title": "Bättre Vi vill: mer"},
    ),
    "a colon and an apostrophe": ("id: 1.1\ntitle: A: b's\n", [("colon_in_text", 2, 9)], {"title": "A: b's"}),
    "a number sign": (HEAD + "text: Lokal #4\n", [("hash_in_text", 3, 7)], {"text": "Lokal"}),
    "a number sign first": (HEAD + "text: #fler\n", [("hash_in_text", 3, 6)], {}),
    "a number sign and a further line": (
        HEAD + "text: Lokal #4 i\n  centrum\n",
        [("hash_in_text", 3, 13)],
        {"text": "Lokal #4 i centrum"},
    ),
    "tabs": ("id: 1.1\ntitle: x\ncost:\n\tkind: amount\n\tamount: 5\n", [("tab", 4, 1)], {}),
    "tabs in a long text": (HEAD + "text: |\n\tHej\n\tdu\n", [("tab", 4, 1)], {"text": "Hej\ndu"}),
    "no-break space after a field": ("id: 1.1\ntitle:\u00a0x\n", [("no_break_space", 2, 7)], {"title": "x"}),
    "no-break space as indentation": (HEAD + "cost:\n\u00a0\u00a0kind: ordinary\n", [("no_break_space", 4, 1)], {}),
    "no-break space after a dash": (
        HEAD + "tags:\n  -\u00a0unga\n  -\u00a0alla\n",
        [("no_break_space", 4, 4)],
        {"tags": ("unga", "alla")},
    ),
    "curly quotes around a value": (
        "id: ”1.1”\ntitle: ”x”\n",
        [("curly_quotes", 1, 5), ("curly_quotes", 2, 8)],
        {"id": "1.1", "title": "x"},
    ),
    "curly quotes in a list": (
        HEAD + "tags: [”unga”, ’alla’]\n",
        [("curly_quotes", 3, 8), ("curly_quotes", 3, 16)],
        {"tags": ("unga", "alla")},
    ),
    "an open quote": ('id: 1.1\ntitle: "Öppna\ndue: 2015\n', [("unclosed_quote", 2, 8)], {"title": "Öppna"}),
    "two open quotes that close each other": (
        'id: 1.1\ntitle: "Öppna\ntext: "Mer\n',
        [("unclosed_quote", 2, 8), ("unclosed_quote", 3, 7)],
        {"title": "Öppna", "text": "Mer"},
    ),
    "an open quote that YAML would close two lines on": (
        'id: 1.1\ntitle: "Öppna\ntext: mer"\n',
        [("unclosed_quote", 2, 8)],
        {"title": "Öppna", "text": 'mer"'},
    ),
    "words after a quote": ('id: 1.1\ntitle: "Möte" i maj\n', [("after_quote", 2, 14)], {"title": '"Möte" i maj'}),
    "a backslash": ('id: 1.1\ntitle: "G:\\mallar"\n', [("backslash", 2, 11)], {"title": "G:\\mallar"}),
    "signs first": (
        "id: 1.1\ntitle: @x\ntext: `y`\ncommitments: a\nmandate: b\ntags: c\nfields:\n  d: %e\n",
        [("odd_start", 2, 8), ("odd_start", 3, 7), ("odd_start", 8, 6)],
        {"title": "@x", "text": "`y`"},
    ),
    "a star around a word": ("id: 1.1\ntitle: *Nya* vägar\n", [("odd_start", 2, 8)], {"title": "*Nya* vägar"}),
    "an exclamation mark first": (
        "id: 1.1\ntitle: !OBS nya vägar\n",
        [("odd_start", 2, 8)],
        {"title": "!OBS nya vägar"},
    ),
    "a bar and words": ("id: 1.1\ntitle: |Nya\n  vägar\n", [("odd_start", 2, 8)], {"title": "|Nya vägar"}),
    "an open list": (HEAD + "lead: [a, b\ndue: 2015\n", [("unclosed_list", 3, 7)], {"lead": ("a", "b")}),
    "no space after the colon": (
        "id: 1.1\ntitle:Öppna\nlead:kultur\n",
        [("no_colon", 2, 6), ("no_colon", 3, 5)],
        {"title": "Öppna", "lead": ("kultur",)},
    ),
    "a field too far in": (
        "id: 1.1\ntitle: Öppna\n  lead: a\n  due: 2015\ntext: b\n",
        [("indentation", 3, 3)],
        {"title": "Öppna", "lead": ("a",), "text": "b"},
    ),
    "an unusual line break": (HEAD + "text: a\u2028b\x85c\n", [("odd_line_break", 3, 8)], {"text": "a b c"}),
    "a sign nobody sees": (HEAD + "lead: kul\u200btur\n", [("control_character", 3, 10)], {"lead": ("kultur",)}),
    "a bell": (HEAD + "text: a\x07b\n", [("control_character", 3, 8)], {"text": "a b"}),
    "a zero in code": (HEAD + 'text: "a\\0b"\n', [("control_character", 3, 7)], {"text": "ab"}),
    "garbled letters": ("id: 1.1\ntitle: MÃ¶te\n", [("garbled_letters", 2, 9)], {"title": "MÃ¶te"}),
    "braces": (HEAD + "cost: {kind: ordinary, text: Ja, men inte allt}\n", [("braces", 3, 7)], {"title": "x"}),
    "braces for a text": (HEAD + "lead: {a}\n", [("braces", 3, 7)], {"title": "x"}),
    "twice": ("id: 1.1\ntitle: a\ntitle: b\n", [("duplicate_key", 3, 1)], {"title": "a"}),
}


@pytest.mark.parametrize("name", MENDED)
def test_told_once_and_read_as_meant(name: str) -> None:
    text, told, values = MENDED[name]
    record, found = read(text)
    assert found == told
    assert {field: record[field] for field in values} == values


REFUSED: dict[str, tuple[str, Told]] = {
    "a conflict": (
        HEAD + "<<<<<<< HEAD\ndue: 2015: x\n=======\n\tdue: 2016\n>>>>>>> x\n",
        [("conflict_markers", 3, 1)],
    ),
    "a conflict in three parts": (
        HEAD + "<<<<<<< a\nx: 1\n||||||| b\nx: 0\n=======\nx: 2\n>>>>>>> c\n",
        [("conflict_markers", 3, 1)],
    ),
    "two conflicts": (
        "<<<<<<< a\n=======\n>>>>>>> b\nx: 1\n<<<<<<< a\n=======\n>>>>>>> b\n",
        [("conflict_markers", 1, 1), ("conflict_markers", 5, 1)],
    ),
    "a mark left behind": (HEAD + "=======\ndue: 2015\n", [("conflict_markers", 3, 1)]),
    "another mark left behind": (HEAD + ">>>>>>> origin/main\ndue: 2015\n", [("conflict_markers", 3, 1)]),
    "several documents": (HEAD + "---\nid: 1.2\n", [("several_documents", 3, 1)]),
    "no colon": ("id: 1.1\ntitle Öppna\nlead: x\n", [("no_colon", 2, 1)]),
    "not in line": (HEAD + "cost:\n    kind: ordinary\n   text: x\n", [("indentation", 5, 4)]),
    "out of line": ("  id: 1.1\ntitle: x\n", [("indentation", 2, 1)]),
    "an item among fields": (HEAD + "- y\n", [("indentation", 3, 1)]),
    "a field among items": (HEAD + "tags:\n  - y\n  due: 2014\n", [("indentation", 5, 3)]),
    "an alias": ("id: 1.1\ntitle: &t x\ntext: *t\n", [("indirection", 2, 8)]),
    "a tag": ("id: !!str 1.1\ntitle: x\n", [("indirection", 1, 5)]),
    "braces never closed": (HEAD + "cost: {kind: ordinary\ndue: 2015\n", [("braces", 3, 7)]),
    "a sign": (HEAD + "%\n", [("odd_start", 3, 1)]),
    "only comments": ("# a\n", [("empty_file", 1, 1)]),
    "words": ("hej\n", [("not_a_block", 1, 1)]),
    "a list": ("- a\n- b\n", [("not_a_block", 1, 1)]),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_one_reason(name: str) -> None:
    text, told = REFUSED[name]
    record, found = read(text)
    assert found == told
    assert record is None


CLEAN: dict[str, tuple[str, dict[str, object]]] = {
    "curly quotes inside": (
        "id: 1.1\ntitle: Det ”nya” mötet\ntext: ”Ett” och ”två”\n",
        {"title": "Det ”nya” mötet", "text": "”Ett” och ”två”"},
    ),
    "curly quotes in a long text": (
        HEAD + "text: |\n  Hon sade: ”Nu.”\n  - ”Ja”\n",
        {"text": "Hon sade: ”Nu.”\n- ”Ja”"},
    ),
    "apostrophes": ("id: 1.1\ntitle: Kommunens 'nya' väg, d'accord\n", {"title": "Kommunens 'nya' väg, d'accord"}),
    "an apostrophe first in a long text": (HEAD + "text: |\n  'n gång: \"så\n", {"text": "'n gång: \"så"}),
    "signs in a long text": (
        HEAD + "text: |\n  A: b #c {d} [e *f* &g !h @i %j \\k\n\n  =======\n",
        {"text": "A: b #c {d} [e *f* &g !h @i %j \\k\n\n======="},
    ),
    "no-break spaces in texts": (
        "id: 1.1\ntitle: 10\u00a0000 kr\ntext: |\n  Kostnad:\u00a05\n    \u00a0x\n",
        {"title": "10\u00a0000 kr", "text": "Kostnad:\u00a05\n  \u00a0x"},
    ),
    "tabs in texts": ("id: 1.1\ntitle: a\tb\ntext: |\n  a\n  \tb\n", {"title": "a\tb", "text": "a\n\tb"}),
    "a tab on an empty line": ("id: 1.1\n\t\ntitle: x\n\t# en kommentar\n", {"title": "x"}),
    "comments": (
        "# överst\nid: 1.1  # numret\n# mitt i\ntitle: x\nlead: kultur # preliminärt\n",
        {"lead": ("kultur",)},
    ),
    "a quoted text of two lines": ('id: 1.1\ntitle: "Öppna\n  mer"\n', {"title": "Öppna mer"}),
    "a text of two lines": ("id: 1.1\ntitle: Öppna\n  mer\n", {"title": "Öppna mer"}),
    "text stays text": ("id: 1.10\ntitle: no\ntext: 12:30\n", {"id": "1.10", "title": "no", "text": "12:30"}),
    "dashes first": ("---\nid: 1.1\ntitle: x\n", {"title": "x"}),
    "a colon without a space": (
        "id: 1.1\ntitle: 12:30, se http://nordvik.se:80/a\n",
        {"title": "12:30, se http://nordvik.se:80/a"},
    ),
    "a colon in quotes": ('id: 1.1\ntitle: "A: b #c"\n', {"title": "A: b #c"}),
    "a long list of ids": (HEAD + "lead: [a,\n  b,\n  c]\n", {"lead": ("a", "b", "c")}),
    "letters put together of two": ("id: 1.1\ntitle: Mo\u0308te\n", {"title": "Möte"}),
    "emoji": ("id: 1.1\ntitle: 👩‍👧 möts\n", {"title": "👩‍👧 möts"}),
}


@pytest.mark.parametrize("name", CLEAN)
def test_nothing_to_tell(name: str) -> None:
    text, values = CLEAN[name]
    for data in (text, text.replace("\n", "\r\n"), text.replace("\n", "\r")):
        record, found = read(data)
        assert found == []
        assert {field: record[field] for field in values} == values


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize("text", [HEAD + "lead: a\n", HEAD + "lead: kultur\ntext: Här möts åldrar på Öland\n"])
def test_every_encoding_is_read(encoding: str, text: str) -> None:
    record, found = read(text.encode(encoding))
    is_ascii = text.isascii() and encoding in ("cp1252", "mac_roman", "cp850")
    assert [reason for reason, _line, _column in found] == ([] if is_ascii else ["encoding"])
    assert record["text"] == (None if text.isascii() else "Här möts åldrar på Öland")


def test_first_letter_of_another_encoding() -> None:
    _record, faults = decode("goal", "1.1", GOAL, "id: 1.1\r\ntitle: Ett möte\r\n".encode("cp1252"))
    assert faults[0].values["letter"] == "ö"
    assert faults[0].span is not None
    assert faults[0].span[:2] == (2, 13)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_and_columns_as_editors_count_them(end: str, mark: str, tmp_path: Path) -> None:
    text = mark + end.join(
        ["id: 1.1", "title: 😀 åäö", "text: |", "  åäö 😀", "due: 2015-13-01", "ägg: 😀", "cost:", "  kind: 😀å", ""]
    )
    findings = check(tmp_path / "plan", text)
    places = Places(FolderTree(tmp_path / "plan"))
    found = {}
    for each in findings:
        span = each.span or places.span(each.where)
        found[each.rule.code] = (span.line, span.column, span.end_column)
    assert found["PT210"] == (5, 6, 16)
    assert found["PT201"] == (6, 1, 4)
    assert found["PT207"] == (8, 9, 11)
    assert ("PT102" in found) == bool(mark)
    assert places.lines(GOAL)[5] == "ägg: 😀"


def test_missing_field_is_told_where_the_thing_begins(tmp_path: Path) -> None:
    findings = check(tmp_path / "plan", HEAD + "activities:\n  1.1.1:\n    lead: kultur\n")
    missing = next(each for each in findings if each.rule.code == "PT202")
    assert Places(FolderTree(tmp_path / "plan")).span(missing.where)[:2] == (4, 3)


LANGUAGE = "format: 1\nid: p\ntitle: x\nperiod: 2014-2016\n"
ONCE: dict[str, tuple[str, str, dict[str, int]]] = {
    "a month that is none": (GOAL, HEAD + "due: 2015-13\n", {"PT210": 1}),
    "a day that is none": (GOAL, HEAD + "due: 2015-02-29\n", {"PT210": 1}),
    "a quarter that is none": (GOAL, HEAD + "due: Q5 2015\n", {"PT209": 1}),
    "the wrong order": (GOAL, HEAD + "due: 2016-2014\n", {"PT210": 1}),
    "a Swedish word": (GOAL, HEAD + "cost: ordinarie\n", {"PT207": 1}),
    "a misspelled word": (GOAL, HEAD + "cost: ordinery\n", {"PT207": 1}),
    "a misspelled required field": (GOAL, "id: 1.1\ntitel: x\n", {"PT201": 1}),
    "two ids without brackets": (GOAL, HEAD + "lead: kultur, sektorn\n", {"PT206": 1}),
    "a merge key": (GOAL, HEAD + "activities:\n  1.1.1:\n    <<: x\n", {"PT121": 1}),
    "a list for a block": (GOAL, HEAD + "activities:\n  - title: x\n", {"PT205": 1}),
    "an empty organisation": ("organisations.yaml", "kultur:\n", {"PT204": 1}),
    "a conflict in the organisations": ("organisations.yaml", "<<<<<<< a\na: b: c\n=======\n>>>>>>> b\n", {"PT108": 1}),
    "a conflict in the plan's file": ("plan.yaml", "<<<<<<< a\na: b: c\n=======\n>>>>>>> b\n", {"PT108": 1}),
    "an empty theme": ("1-gemenskap/theme.yaml", "", {"PT124": 1}),
    "a goal in a folder without a theme": ("2-ny/2.1-x.yaml", "id: 2.1\ntitle: x\n", {"PT215": 1}),
    "a newer format": ("plan.yaml", LANGUAGE.replace("format: 1", "format: 2"), {"PT211": 1}),
    "the wrong ending": ("1-gemenskap/1.2-x.yml", HEAD, {"PT126": 1}),
    "a name that Windows refuses": ("1-gemenskap/aux.yaml", "id: aux\ntitle: x\n", {"PT127": 1}),
    "a folder that Windows refuses": ("2-ny /theme.yaml", "id: 2\ntitle: x\n", {"PT127": 1}),
    "two names that Windows takes for one": ("1-gemenskap/1.1-MOTESPLATSER.yaml", HEAD, {"PT127": 1}),
    "a season in words": ("plan.yaml", LANGUAGE + "seasons:\n  autumn: höst\n  monsun: 06-01/07-01\n", {"PT213": 2}),
}


@pytest.mark.parametrize("name", ONCE)
def test_one_cause_one_finding(name: str, tmp_path: Path) -> None:
    file, text, expected = ONCE[name]
    findings = check(tmp_path / "plan", text, file)
    ours = [each.rule.code for each in findings if each.rule.code < "PT3"]
    assert {code: ours.count(code) for code in set(ours)} == expected


@pytest.mark.parametrize(
    ("text", "meant"),
    [("ordinarie", "ordinary"), ("Extern", "external"), ("ordinery", "ordinary"), ("xyz", "")],
)
def test_suggestion_for_a_word(text: str, meant: str, tmp_path: Path) -> None:
    finding = next(each for each in check(tmp_path / "plan", HEAD + f"cost: {text}\n") if each.rule.code == "PT207")
    assert finding.suggestion == meant


def test_no_word_of_the_library_is_ever_shown(tmp_path: Path) -> None:
    texts = [text for text, *_rest in (*MENDED.values(), *REFUSED.values())]
    for number, text in enumerate(texts):
        for finding in check(tmp_path / str(number), text):
            said = speech("sv").say(finding.sentence, **finding.values) + speech("sv").say(
                finding.advice, **finding.values
            )
            assert "expected" not in said
            assert "while " not in said
            assert "found " not in said


def test_every_sentence_of_these_rules_is_in_swedish() -> None:
    swedish = speech("sv")
    for check_of in rule_book():
        rule = check_of.RULE
        if rule.code < "PT3" and rule.code != "PT201":
            said = [
                rule.title,
                rule.why,
                rule.sentence,
                rule.advice,
                *(s for pair in rule.variants.values() for s in pair),
            ]
            for sentence in said:
                assert swedish.say(sentence) != sentence, (rule.code, sentence)
