"""Finding words: what counts as the same, where it is found, and that file and line are right."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from desk import SHOW_PIECE, Desk
from hypothesis import given
from hypothesis import strategies as st

from plantrack.cli import run
from plantrack.facts.search import Hit, folded, found_in, wanted
from plantrack.store.looking import look
from plantrack.store.tree import FolderTree
from plantrack.views.labels import LABELS

ROOT = Path(__file__).parent.parent
PLAN = ROOT / "plan"
FIELD_NAME = re.compile(rf"^[ -]*(?:{'|'.join(LABELS)}):(?= |$)")

Type = Callable[..., "Said"]


class Said:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def type_(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Type:
    """Types a search about the real plan."""
    monkeypatch.chdir(ROOT)

    def typed(*arguments: str, plan: Path = PLAN, lang: str = "en") -> Said:
        line = ["find", *arguments, "--plan", str(plan), "--lang", lang]
        monkeypatch.setattr(sys, "argv", ["plantrack", *line])
        capsys.readouterr()
        code = run(line)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return typed


def places(out: str) -> list[str]:
    """File and line of each hit."""
    return [":".join(line.split(":")[:2]) for line in out.splitlines()]


def found(text: str, *arguments: str, known: tuple[str, ...] = ()) -> list[str]:
    return [text[start:end] for start, end in found_in(text, wanted(arguments, known))]


@pytest.mark.parametrize(
    ("looked_for", "text", "expected"),
    [
        ("overenskommelse", "Överenskommelsen", ["Överenskommelse"]),
        ("ÖVERENSKOMMELSE", "en överenskommelse", ["överenskommelse"]),
        ("för", "for", ["for"]),
        ("idekom", "Idékoms roll", ["Idékom"]),
        ("ångström", "A\u030angstro\u0308m", ["A\u030angstro\u0308m"]),
        ("strasse", "Straße", ["Straße"]),
        ("2014-2016", "åren 2014\u20132016", ["2014\u20132016"]),
        ("plan", "en handlingsplan", ["plan"]),
        ("10 mkr", "om 10\u00a0mkr", ["10\u00a0mkr"]),
        ("gemensam plan", "en gemensam\nplan", ["gemensam\nplan"]),
    ],
)
def test_what_counts_as_the_same(looked_for: str, text: str, expected: list[str]) -> None:
    assert found(text, looked_for) == expected


def test_several_words_stand_in_one_text_in_any_order() -> None:
    assert found("Rådet samlar goda exempel", "exempel", "råd") == ["Råd", "exempel"]
    assert found("Rådet samlar kunskap", "exempel", "råd") == []


def test_what_stands_in_quotes_stands_as_it_is() -> None:
    assert found("goda exempel", "exempel goda") == []
    assert found("exempel på goda råd", 'exempel "goda råd"') == ["exempel", "goda råd"]
    assert found("goda exempel på råd", 'exempel "goda råd"') == []


def test_an_id_is_found_whole() -> None:
    assert found("1.3.10, 1.3.1.a, 11.3.1, 1.3.1-x och 1.3.1.", "1.3.1") == ["1.3.1"]
    assert found("2014-02-05-ks.1 och 2014-02-05-ks", "2014-02-05-ks", known=("2014-02-05-ks",)) == ["2014-02-05-ks"]
    assert found("idekom-kansli", "idekom", known=("idekom",)) == ["idekom"], "an id in words is a word"


def test_a_number_is_found_whole_but_a_year_in_any_date() -> None:
    assert found("100 av 10 och 2010", "10") == ["10"]
    assert found("2014-02-05, 2014-2016, 12014", "2014", known=("2014",)) == ["2014", "2014"]
    assert found("den 2013-04-17", "2013-04") == ["2013-04"]


@given(st.text(max_size=60), st.text(min_size=1, max_size=4))
def test_a_hit_is_always_what_was_looked_for(text: str, part: str) -> None:
    asked = wanted([part])
    spans = found_in(text, asked)
    assert list(spans) == sorted(spans)
    assert all(first[1] < second[0] for first, second in pairwise(spans))
    for start, end in spans:
        plain = " ".join(folded(text[start:end]).split())
        assert all(each.text in plain for each in asked) or len(asked) > 1


WORDS = ("överenskommelse", "IOP", "arbetsgrupp", "källan", "1.3.1", "2014", "trygg", "mötesplats", "social ekonomi")


@pytest.mark.parametrize("folder", [PLAN, SHOW_PIECE, ROOT / "tests" / "example"], ids=["real", "nordvik", "example"])
def test_every_line_that_says_a_word_is_found_and_no_other(folder: Path) -> None:
    tree = FolderTree(folder)
    for word in WORDS:
        asked = wanted([word])
        lines = {(hit.file, hit.line) for hit in look(tree, (), asked)}
        held = set()
        for file in tree.files():
            for number, line in enumerate(file.read().decode("utf-8").split("\n"), 1):
                if not line.startswith("# yaml-language-server") and found_in(FIELD_NAME.sub("", line), asked):
                    held.add((file.path, number))
        assert held <= lines
        by_name = {(each.path, 1) for each in tree.files() if Path(each.path).stem == word}
        assert " " in word or lines <= held | by_name, "only what has a space in it goes on to the next line"


FILES = {
    "plan.yaml": "format: 1\nid: p\ntitle: Påhittad plan\nperiod: 2014-2016\nlanguage: sv\n# en kommentar om fisk\n",
    "1-a/theme.yaml": "id: 1\ntitle: Ett tema\n",
    "1-a/1.1-b.yaml": """\
id: 1.1
title: Ett mål
text: >
  En viktad rad utan
  det sökta ordet, men här står torsk
  och sill.

  Sist kommer gädda.
activities:
  1.1.1:
    title: "Abborre och
      gös på två rader"
    text: |
      # Ingen kommentar: makrill

      - lax
      - öring
  1.1.10:
    title: Sej till 1.1.1
criteria:
  1.1.k1: "Mört och \\u00e5l"
""",
    "progress/2015/2015-11-20-kof.yaml": "by: kof\ndate: 2015-11-20\nanswers:\n  1.1.1:\n    comment: Lake, 'inte' laxen\n",
    "reports/2015/1.1.yaml": "assessment: |\n  Braxen.\nfrobnicate: Id\n",
    "log/2014-01-01-brusten.yaml": "title: [bruten\n  rad med nors\n",
    "glossary.yaml": "nejonöga: En rundmun\n",
}


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented plan with a fish in each sort of place."""
    folder = tmp_path_factory.mktemp("sjo")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def only(folder: Path, word: str) -> Hit:
    [hit] = look(FolderTree(folder), (), wanted([word]))
    return hit


@pytest.mark.parametrize(
    ("word", "file", "line", "thing", "field"),
    [
        ("torsk", "1-a/1.1-b.yaml", 5, "1.1", "text"),
        ("sill", "1-a/1.1-b.yaml", 6, "1.1", "text"),
        ("gädda", "1-a/1.1-b.yaml", 8, "1.1", "text"),
        ("gös", "1-a/1.1-b.yaml", 12, "1.1.1", "title"),
        ("makrill", "1-a/1.1-b.yaml", 14, "1.1.1", "text"),
        ("öring", "1-a/1.1-b.yaml", 17, "1.1.1", "text"),
        ("sej", "1-a/1.1-b.yaml", 19, "1.1.10", "title"),
        ("ål", "1-a/1.1-b.yaml", 21, "1.1.k1", "text"),
        ("laxen", "progress/2015/2015-11-20-kof.yaml", 5, "1.1.1", "answers.comment"),
        ("braxen", "reports/2015/1.1.yaml", 2, "2015/1.1", "assessment"),
        ("nors", "log/2014-01-01-brusten.yaml", 2, "2014-01-01-brusten", ""),
        ("nejonoga", "glossary.yaml", 1, "nejonöga", "id"),
        ("fisk", "plan.yaml", 6, "p", "comment"),
    ],
)
def test_each_sort_of_text_is_found_on_its_line(
    lake: Path, word: str, file: str, line: int, thing: str, field: str
) -> None:
    hits = [each for each in look(FolderTree(lake), (), wanted([word])) if word != "ål" or "k1" in each.things[-1][1]]
    assert [(hit.file, hit.line, hit.things[-1][1], ".".join(hit.trail)) for hit in hits] == [
        (file, line, thing, field)
    ]


def test_a_phrase_that_goes_on_to_the_next_line_is_found_where_it_begins(lake: Path) -> None:
    hit = only(lake, "abborre och gös")
    assert (hit.line, hit.text) == (11, "Abborre och gös på två rader")
    assert hit.text[slice(*hit.spans[0])] == "Abborre och gös"


def test_an_id_finds_where_it_is_defined_answered_and_mentioned_and_not_a_longer_one(lake: Path) -> None:
    hits = look(FolderTree(lake), (), wanted(["1.1.1"]))
    assert [(hit.file, hit.line) for hit in hits] == [
        ("1-a/1.1-b.yaml", 10),
        ("1-a/1.1-b.yaml", 19),
        ("progress/2015/2015-11-20-kof.yaml", 4),
    ]


def test_what_is_known_by_the_name_of_its_file_is_found_by_it(type_: Type) -> None:
    said = type_("2014-02-05-ks")
    assert "plan/decisions/2014-02-05-ks.yaml:1" in places(said.out)
    assert "goteborg-2014 Handlingsplan 2014-2016, adopted: 2014-02-05-ks" in said.out


def test_names_of_fields_are_not_what_the_plan_says(lake: Path) -> None:
    assert not [*look(FolderTree(lake), (), wanted(["assessment"]))]


def test_piped_it_is_one_hit_a_line_and_the_count_is_apart(type_: Type) -> None:
    said = type_("kommunikationsplan")
    assert said.code == 0
    for place in places(said.out):
        file, _colon, line = place.partition(":")
        assert "kommunikationsplan" in (ROOT / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    files = list(dict.fromkeys(each.partition(":")[0] for each in places(said.out)))
    assert files == sorted(files)
    assert {"plan/ballots/2010-03-06-aktiviteter.yaml", "plan/log/2010/2010-03-05-uppstartsdagar.yaml"} <= {*files}
    assert said.out.splitlines()[0].endswith(
        ": 1.3.1, title: En kommunikationsplan för hur arbetet med planen görs känt i staden"
    )
    assert said.err == f"{len(places(said.out))} places in {len(files)} files.\n"


def test_nothing_found_is_said_and_seen_by_the_exit_code(type_: Type) -> None:
    said = type_("kalops")
    assert (said.code, said.out, said.err) == (1, "", "Nothing was found for “kalops”.\n")
    assert "kalops" in type_("kalops", lang="sv").err


def test_it_is_narrowed_by_kind_in_any_language(type_: Type) -> None:
    assert "IOP-lots, id: IOP-lots" in type_("iop", "lots", "--kind", "term").out
    assert "plan/log" not in type_("iop", "lots", "--kind", "term").out
    same = type_("lots", "--kind", "event", "--kind", "criterion").out
    assert type_("lots", "--kind", "händelse", "--kind", "framgångskriterium").out == same
    assert {each.partition(":")[0] for each in places(same)} >= {
        "plan/3-finansiering/3.1-finansieringsformer.yaml",
        "plan/log/2013/2013-09-05-idekom.yaml",
    }
    notes = type_("kommunikationsplan", "--kind", "reading").out.splitlines()
    assert notes
    assert all("how the source was read" in each for each in notes)
    wrong = type_("lots", "--kind", "fisk")
    assert wrong.code == 2
    assert "mandate item" in wrong.err


def test_it_is_narrowed_to_one_thing_with_all_that_belongs_to_it(type_: Type) -> None:
    assert len(places(type_("Idékom", "--only", "1.3.3").out)) == 2
    within = places(type_("Idékom", "--only", "1.3").out)
    assert {each.partition(":")[0] for each in within} == {"plan/1-kunskap/1.3-kunskap-2016.yaml"}
    assert len(within) == 4
    assert len(places(type_("Idékom", "--only", "1").out)) > len(within)
    answers = type_("trygg", "--only", "klk", "--kind", "submission", plan=SHOW_PIECE).out
    assert answers
    assert all("-klk-" in each for each in places(answers))
    wrong = type_("Idékom", "--only", "1.3.33")
    assert wrong.code == 2
    assert "Did you mean" in wrong.err


def test_as_json_it_has_places_and_marks(type_: Type) -> None:
    said = json.loads(type_("1.3.1", "--kind", "ballot", "--format", "json").out)
    assert said["looked_for"] == ["1.3.1"]
    first, second = said["hits"]
    assert (first["field"], first["id"]) == ("areas.options.led_to", "2010-03-06-aktiviteter")
    assert first["line"] < second["line"]
    [[start, end]] = second["marks"]
    assert second["text"][start:end] == "1.3.1"
    nothing = type_("kalops", "--format", "json")
    assert (nothing.code, json.loads(nothing.out)["hits"]) == (1, [])


def test_a_text_in_two_languages_is_found_in_the_one_that_says_it(type_: Type) -> None:
    said = type_("harbour", "--kind", "ballot", plan=SHOW_PIECE).out
    assert "text (en): Light on the way to the harbour" in said


def test_nothing_to_look_for_is_said(type_: Type) -> None:
    assert type_(" ").code == 2
    assert "Say what to look for" in type_('""').err


def test_at_a_terminal_hits_are_marked_without_colour_too(desk: Desk) -> None:
    said = desk.type("find", "utbildning", answers=())
    assert "[utbildning]" in said.out.casefold()
    assert re.search(r"\d+ places in \d+ files\.\n$", said.out)
    assert all(len(line) <= 80 or ":" in line for line in said.out.splitlines())


def test_a_revision_is_searched_as_it_was(desk: Desk) -> None:
    theme = desk.plan / "2-motesplatser" / "theme.yaml"
    theme.write_text(theme.read_text(encoding="utf-8") + "motto: Alla får plats i kanoten\n", encoding="utf-8")
    assert desk.type("find", "kanot").code == 0
    assert desk.type("find", "kanot", "--rev", "HEAD").code == 1
    desk.commit("Ett motto")
    assert desk.type("find", "kanot", "--rev", "HEAD").out.count("kanot") == 1


def test_folders_that_plans_share_are_searched_too(desk: Desk) -> None:
    common = desk.folder / "common"
    common.mkdir()
    (desk.plan / "glossary.yaml").rename(common / "glossary.yaml")
    header = desk.plan / "plan.yaml"
    header.write_text(header.read_text(encoding="utf-8") + "uses: ../common\n", encoding="utf-8")
    word = (common / "glossary.yaml").read_text(encoding="utf-8").splitlines()[1].partition(":")[0]
    assert "common/glossary.yaml:2" in desk.type("find", word).out


def test_the_same_search_gives_the_same_lines_in_either_language(type_: Type) -> None:
    assert places(type_("lots").out) == places(type_("lots", lang="sv").out)
