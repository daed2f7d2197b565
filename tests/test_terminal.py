"""What a person sees at a terminal: everything within 80 columns, warnings in blocks, and always a next step."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plantrack.cli import run
from plantrack.commands import options

ROOT = Path(__file__).parent.parent
PLAN, EXAMPLE, SHOW_PIECE, FAULTY = (
    ROOT / "plan",
    ROOT / "tests" / "example",
    ROOT / "examples" / "nordvik",
    ROOT / "tests" / "faulty",
)
COLOR = re.compile(r"\x1b\[[\d;]*m")

See = Callable[..., str]


@pytest.fixture
def see(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> See:
    """What a command shows on a terminal of 80 columns."""

    def shown(*arguments: str, color: bool = False) -> str:
        monkeypatch.setattr(options, "screen", lambda no_color: (True, color and not no_color, 80))
        monkeypatch.setattr(sys, "argv", ["plantrack", *arguments])
        capsys.readouterr()
        run(list(arguments))
        return capsys.readouterr().out

    return shown


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_warnings_of_one_rule_are_one_block(see: See, lang: str) -> None:
    shown = see("check", str(PLAN), "--lang", lang)
    assert shown.count("PT506") == 1
    assert len(shown.splitlines()) < 120
    everything = see("check", str(PLAN), "--all", "--lang", lang)
    assert everything.count("PT506") > 17


def test_an_error_shows_its_line_with_a_caret(see: See) -> None:
    shown = see("check", str(FAULTY)).splitlines()
    number = next(n for n, line in enumerate(shown) if "PT304" in line)
    source, caret = next((shown[n], shown[n + 1]) for n in range(number, number + 6) if " | " in shown[n])
    column = caret.index("^")
    assert source[column : column + caret.count("^")] == "3.1.3"


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", str(PLAN)),
        ("check", str(FAULTY)),
        ("check", str(SHOW_PIECE), "--all"),
        ("status", "--plan", str(SHOW_PIECE), "--on", "2015-12-31"),
        ("status", "1", "--plan", str(SHOW_PIECE), "--on", "2015-12-31"),
        ("status", "1.1", "--plan", str(SHOW_PIECE), "--on", "2015-12-31"),
        ("status", "1.1.1", "--plan", str(SHOW_PIECE), "--on", "2016-12-31"),
        ("status", "--organisation", "kultur", "--plan", str(SHOW_PIECE), "--on", "2015-12-31"),
        ("status", "--round", "2016", "--plan", str(SHOW_PIECE)),
        ("status", "1.2", "--round", "2016", "--plan", str(SHOW_PIECE)),
        ("show", "4.2.3", "--history", "--plan", str(SHOW_PIECE), "--on", "2016-12-31"),
        ("show", "klk", "--history", "--plan", str(SHOW_PIECE), "--on", "2016-12-31"),
        ("show", "1.1.m2", "--why", "--plan", str(SHOW_PIECE), "--on", "2015-12-31"),
        ("show", "kultur", "--plan", str(SHOW_PIECE), "--on", "2015-12-31"),
        ("show", "1.1", "--plan", str(EXAMPLE), "--on", "2015-12-31"),
    ],
)
def test_everything_fits_80_columns_and_ends_with_a_next_step(see: See, arguments: tuple[str, ...], lang: str) -> None:
    lines = see(*arguments, "--lang", lang).splitlines()
    long = [line for line in lines if len(line) > 80 and " " in line.strip() and ".yaml" not in line]
    assert not long
    assert lines[-1].startswith("Nästa steg: " if lang == "sv" else "Next: ")


def test_colour_only_where_it_is_wanted(see: See) -> None:
    plain = see("status", "1.1", "--plan", str(SHOW_PIECE), "--on", "2015-12-31")
    coloured = see("status", "1.1", "--plan", str(SHOW_PIECE), "--on", "2015-12-31", color=True)
    assert "\x1b" not in plain
    assert "\x1b" in coloured
    assert "\x1b" not in see("check", str(FAULTY), "--no-color", color=True)
    assert COLOR.sub("", see("check", str(FAULTY), color=True)) == see("check", str(FAULTY))


def test_a_state_is_a_word_and_a_symbol(see: See) -> None:
    shown = see("status", "--plan", str(SHOW_PIECE), "--on", "2015-12-31")
    assert "● genomförd" in shown
    assert "■ försenad" in shown


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("--plan", str(SHOW_PIECE), "--round", "2015"),
        ("--plan", str(SHOW_PIECE), "--round", "2016"),
        ("--plan", str(PLAN), "--on", "2015-12-31"),
        ("--plan", str(EXAMPLE), "--round", "2015"),
    ],
)
def test_the_overview_fits_one_screen(see: See, arguments: tuple[str, ...], lang: str) -> None:
    assert len(see("status", *arguments, "--lang", lang).splitlines()) <= 24


def test_no_colour_where_the_environment_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert options.screen(no_color=False)[:2] == (True, True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert options.screen(no_color=False)[:2] == (True, False)


def test_a_fault_of_the_tool_itself_is_one_sentence(
    see: See, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("x")

    monkeypatch.setattr("plantrack.commands.check.place_findings", broken)
    monkeypatch.setattr(sys, "argv", ["plantrack"])
    assert run(["check", str(PLAN)]) == 2
    assert "ZeroDivisionError" in capsys.readouterr().err
    monkeypatch.setenv("PLANTRACK_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run(["check", str(PLAN)])


def test_bare_plantrack_shows_its_commands(see: See) -> None:
    assert "check" in see("--lang", "sv")
    assert "Kommandon" in see("--lang", "sv")


def test_no_word_is_broken_where_another_column_can_spare_the_room(see: See) -> None:
    shown = see("decisions", "2014-10-13-ks", "--plan", str(SHOW_PIECE), "--lang", "sv")
    assert "Förändring " in shown and "senareläggs" in shown and "Återrapporteras:" in shown


def test_the_lines_of_a_text_run_on_to_the_width_of_the_screen(see: See) -> None:
    shown = see("ballot", "2013-05-16-medborgarkvall", "--plan", str(SHOW_PIECE), "--lang", "sv")
    assert "ihop efteråt; då står varje förslags prickar för sig." in shown


def test_an_option_with_few_answers_says_which(capsys: pytest.CaptureFixture[str]) -> None:
    run(["diff", "--format", "pdf", "--lang", "en"])
    assert "--format can be text, md, html or json." in capsys.readouterr().err
