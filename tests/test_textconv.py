"""Plain ``git diff`` and ``git log -p`` show a plan in words, by git's own driver set as the tool would have it set."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from desk import Desk
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack.locales import speech
from plantrack.store.files import place_of
from plantrack.store.git_driver import ATTRIBUTES, SETTINGS, SHOW
from plantrack.store.nodes import compose
from plantrack.store.recognised import kind_of
from plantrack.store.text import read_text
from plantrack.terminal.file_in_words import in_words
from plantrack.views.labels import LABELS

ROOT = Path(__file__).parent.parent
PLANS = (ROOT / "plan", ROOT / "examples" / "nordvik", ROOT / "tests" / "example", ROOT / "tests" / "faulty")
GOAL = Path("1-kunskap/1.1-information.yaml")
SWEDISH, ENGLISH = speech("sv"), speech("en")


def files(plan: Path) -> list[Path]:
    """The plan's own files, without what issued reports keep."""
    found = (each for each in sorted(plan.rglob("*.yaml")) if "issued" not in each.parts)
    return [each for each in found if place_of(each.relative_to(plan).as_posix())]


def words(text: str, lang: str = "sv") -> list[str]:
    told = in_words(text.encode(), speech(lang))
    assert told is not None
    return told.splitlines()


@pytest.fixture
def driven(desk: Desk, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk where git has been told of the driver, and finds the tool."""
    programs = tmp_path_factory.mktemp("programs")
    tool = programs / "plantrack"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m plantrack "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv("PLANTRACK_LANG")
    (desk.plan / ".gitattributes").write_text("".join(f"{line}\n" for line in ATTRIBUTES), encoding="utf-8")
    desk.commit("Shown in words")
    for name, value in SETTINGS.items():
        desk.git("config", name, value)
    return desk


def change(desk: Desk, file: Path, old: str, new: str) -> None:
    text = (desk.plan / file).read_text(encoding="utf-8")
    assert old in text
    (desk.plan / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def moved(diff: str) -> list[str]:
    """The lines of a diff that were taken away or added."""
    return [line for line in diff.splitlines() if re.match(r"[+-](?![+-])", line)]


# --- git


def test_git_diff_says_in_words_what_moved(driven: Desk) -> None:
    change(driven, GOAL, "when: hösten 2015\n        responsible", "when: våren 2016\n        responsible")
    change(driven, GOAL, "    responsible: [ksf, kof]", "    lead: ksf\n    responsible: kof")
    assert moved(driven.git("diff")) == [
        "-1.1.1.b när: hösten 2015",
        "+1.1.1.b när: våren 2016",
        "-1.1.2 ansvarig: ksf",
        "+1.1.2 huvudansvarig: ksf",
    ]


def test_git_log_shows_each_change_in_words(driven: Desk) -> None:
    change(driven, GOAL, "2016: 2 500", "2016: 2 000")
    driven.commit("Målet sänks")
    (driven.plan / GOAL).rename(driven.plan / "1-kunskap" / "1.1-nytt-namn.yaml")
    driven.commit("Filen får ett nytt namn")
    told = driven.git("log", "-p", "-M", "-2")
    assert moved(told) == ["-1.1.m1 målvärden 2016: 2 500", "+1.1.m1 målvärden 2016: 2 000"]
    assert "rename to plan/1-kunskap/1.1-nytt-namn.yaml" in told


def test_lines_of_context_name_the_thing_above(driven: Desk) -> None:
    change(driven, GOAL, "follow_up: kof", "follow_up: ksf")
    assert "@@ 1.1.4 rubrik: Öppet hus om hösten" in driven.git("diff", "-U0")
    assert "@@ 1.1.m1:" in driven.git("diff", "-U0", "--no-textconv")
    change(driven, GOAL, "partner: byalaget", "partner: radet")
    assert "@@ 1.1.1:" in driven.git("diff", "-U0", "--no-textconv")


def test_how_a_text_is_broken_and_quoted_is_no_change(driven: Desk) -> None:
    title = "title: Kontaktpersoner i varje förvaltning"
    change(driven, GOAL, title, "title: |\n      Kontaktpersoner\n      i varje förvaltning")
    change(driven, GOAL, "tags: unga", "tags: [ 'unga' ] # som förut")
    assert "1.1-information" in driven.git("diff", "--stat")
    assert moved(driven.git("diff")) == []


def test_the_language_is_the_plans_and_may_be_asked_for(driven: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    change(driven, GOAL, "lead: kof", "lead: ksf")
    assert moved(driven.git("diff"))[0] == "-1.1.1 huvudansvarig: kof"
    monkeypatch.setenv("PLANTRACK_LANG", "en")
    assert moved(driven.git("diff"))[0] == "-1.1.1 lead: kof"


def test_both_sides_speak_one_language_though_the_plan_changes_its_own(driven: Desk) -> None:
    """The old side lies in a folder of git's own, and the new one in the plan."""
    change(driven, Path("plan.yaml"), "languages: [sv, en]", "languages: [en, sv]")
    assert moved(driven.git("diff")) == ["-lunda-2014 languages: sv", "+lunda-2014 languages: sv"]


def test_a_conflict_is_shown_as_it_is(driven: Desk) -> None:
    (driven.plan / GOAL).write_text("<<<<<<< ours\nid: 1.1\n=======\nid: 1.2\n>>>>>>> theirs\n", encoding="utf-8")
    added = moved(driven.git("diff"))
    assert "+<<<<<<< ours" in added
    assert "+>>>>>>> theirs" in added


def test_without_the_tool_git_still_shows_the_change(driven: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    change(driven, GOAL, "lead: kof", "lead: ksf")
    before = os.environ["PATH"].split(os.pathsep)[1:]
    monkeypatch.setenv("PATH", os.pathsep.join(each for each in before if not (Path(each) / "plantrack").exists()))
    assert moved(driven.git("diff")) == ["-    lead: kof", "+    lead: ksf"]


def test_the_short_setting_does_as_well(driven: Desk) -> None:
    driven.git("config", "diff.plantrack.textconv", SHOW)
    change(driven, GOAL, "lead: kof", "lead: ksf")
    assert moved(driven.git("diff")) == ["-1.1.1 huvudansvarig: kof", "+1.1.1 huvudansvarig: ksf"]


# --- the words


def test_every_line_says_what_it_is_about() -> None:
    for line in words((ROOT / "tests" / "example" / GOAL).read_text(encoding="utf-8")):
        assert re.match(r"1\.1[.\w]* [^:]+: \S", line), line


def test_a_file_in_words() -> None:
    told = words(
        """\
        # Kommentarer är inga uppgifter
        id: 1.3
        title: {sv: Kunskapen är god, en: Knowledge is good}
        text: |
          Målet handlar om kunskap. Det gäller t.ex. mässor
          och kurser.

          - Mässor
          - Kurser
        activities:
          1.3.1:
            title: En mässa
            when: 2014-2015
            continuous: yes
            lead: [kof, ksf]
            cost:
              - ordinary
              - kind: amount
                amount: 120 000
                bearers: {ksf: 80 000, kof: 40 000}
            due: to_be_determined
            felstavat: så här
        criteria:
          1.3.k1: Många kommer
        indicators:
          1.3.m1: {text: Besök, kind: count, baseline: {2013: 0}, targets: {2015: 1 000}}
        """
    )
    assert told == [
        "1.3 rubrik (sv): Kunskapen är god",
        "1.3 rubrik (en): Knowledge is good",
        "1.3 text: Målet handlar om kunskap.",
        "1.3 text: Det gäller t.ex. mässor och kurser.",
        "1.3 text: - Mässor",
        "1.3 text: - Kurser",
        "1.3.1 rubrik: En mässa",
        "1.3.1 när: 2014–2015",
        "1.3.1 fortlöpande: ja",
        "1.3.1 huvudansvarig: kof",
        "1.3.1 huvudansvarig: ksf",
        "1.3.1 kostnad: ordinarie verksamhet",
        "1.3.1 kostnad: belopp",
        "1.3.1 kostnad, belopp: 120 000",
        "1.3.1 kostnad, bärs av ksf: 80 000",
        "1.3.1 kostnad, bärs av kof: 40 000",
        "1.3.1 sista tid: ska bestämmas",
        "1.3.1 felstavat: så här",
        "1.3.k1 text: Många kommer",
        "1.3.m1 text: Besök",
        "1.3.m1 slag: antal",
        "1.3.m1 basvärde 2013: 0",
        "1.3.m1 målvärden 2015: 1 000",
    ]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_what_a_file_is_is_told_from_what_it_says(plan: Path) -> None:
    """git gives no more than that: the name of its own file may say nothing."""
    for file in files(plan):
        place = place_of(file.relative_to(plan).as_posix())
        node, _faults = compose("", read_text("", file.read_bytes()).text)
        assert place and kind_of(node) == place.kind, file


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_no_statement_is_left_out(plan: Path) -> None:
    """Every number that stands in a file stands in its words."""
    for file in files(plan):
        data = file.read_bytes()
        told = in_words(data, ENGLISH)
        written = re.sub(r"(?m)(^| )#.*$", "", data.decode())
        assert told is not None
        assert set(re.findall(r"\d+", written)) <= set(re.findall(r"\d+", told)), file


def test_the_titles_that_git_looks_for_are_those_that_are_printed() -> None:
    looked_for = SETTINGS["diff.plantrack.xfuncname"]
    for tongue in (SWEDISH, ENGLISH):
        for field in ("title", "name"):
            assert tongue.say(LABELS[field]).lower() in re.split(r"[(|)]", looked_for)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n\xff\xfe\x00",
        b"id: 1.1\ntitle: [\n",
        b"on:\n  push:\njobs:\n  check:\n    runs-on: ubuntu-latest\n",
        b"- 1\n- 2\n",
        b"bara ord",
        b"\r\n\r\n",
    ],
)
def test_what_is_no_file_of_a_plan_is_printed_byte_for_byte(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-m", "plantrack", "show", "--file", str(file)], capture_output=True, check=True
    )
    assert done.stdout == data


KEYS = st.sampled_from(
    ["id", "title", "activities", "1.1.1", "cost", "when", "shared", "?", "''", "kind", "answers", "by"]
)
LINES = st.builds(
    lambda depth, dash, key, value: f"{' ' * depth}{dash}{key}: {value}",
    st.integers(0, 6),
    st.sampled_from(["", "- ", "? "]),
    KEYS,
    st.one_of(
        st.sampled_from(["", "|", "[]", "{}", "[[a], {b: c}]", "2014-2015", "yes", "&a", "*a", "!!x y"]),
        st.text(max_size=8),
    ),
)


@given(st.one_of(st.binary(max_size=200), st.lists(LINES, max_size=12).map(lambda lines: "\n".join(lines).encode())))
@settings(max_examples=300)
def test_it_fails_on_no_bytes(data: bytes) -> None:
    told = in_words(data, SWEDISH)
    assert told is None or not told or told.endswith("\n")


def test_the_command_tells_the_same_as_git_is_told(desk: Desk) -> None:
    said = desk.type("show", "--file", str(desk.plan / GOAL), "--lang", "sv")
    assert said.code == 0
    assert said.out == in_words((desk.plan / GOAL).read_bytes(), SWEDISH)


def test_a_file_that_is_not_there_is_one_sentence(desk: Desk) -> None:
    said = desk.type("show", "--file", "nowhere.yaml")
    assert (said.code, said.err) == (2, "plantrack: There is no file or folder nowhere.yaml.\n")


def test_nothing_to_show_is_one_sentence(desk: Desk) -> None:
    said = desk.type("show")
    assert (said.code, said.err) == (2, "plantrack: Say what to show, by its id: plantrack show 1.3\n")


def test_git_gets_its_file_without_the_other_commands() -> None:
    script = (
        "import sys; from plantrack.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('LOADED', *{name.partition('.')[0] for name in sys.modules}, *sys.modules)"
    )
    file = ROOT / "tests" / "example" / GOAL
    done = subprocess.run(
        [sys.executable, "-c", script, "show", "--file", str(file)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    loaded = set(done.stdout.rpartition("LOADED ")[2].split())
    assert "plantrack.terminal.file_in_words" in loaded
    assert not loaded & {"typer", "rich", "json", "subprocess", "plantrack.store.folder", "plantrack.facts"}
