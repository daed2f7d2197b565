"""The tab key: ids with their titles, answers in words, in bash, zsh and fish."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent / "example"
ASKED = "_PLANTRACK_COMPLETE"


def tab(typed: str, shell: str = "fish", folder: Path = EXAMPLE) -> list[str]:
    """What a shell is offered for a line that ends where the tab key is pressed."""
    words = typed.split(" ")
    around = {
        **os.environ,
        ASKED: f"complete_{shell}",
        "COMP_WORDS": "\n".join(words),
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": typed,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    done = subprocess.run(
        [sys.executable, "-m", "plantrack"], env=around, cwd=folder, capture_output=True, text=True, check=False
    )
    assert not done.stderr
    return done.stdout.rstrip("\n").splitlines()


def test_record_offers_ids_with_their_titles() -> None:
    assert tab("plantrack record 1.1.m")[0] == "1.1.m1\tBesök på kartan under en månad"
    assert "1.1.1\tEn gemensam karta över föreningarna" in tab("plantrack record 1.1.")


def test_after_an_id_it_offers_what_may_be_answered() -> None:
    offered = tab("plantrack record 1.1.1 ")
    assert "ongoing\tpågår" in offered
    assert "full_gang\ti full gång" in offered
    assert tab("plantrack record 1.1.1 på") == ["pågår\tongoing"]
    assert tab("plantrack record 2.1.m2 ") == ["yes\tja", "no\tnej"]
    assert tab("plantrack record 1.1.1 ongoing 1.1.k") == ["1.1.k1\tKartan används varje dag"]


def test_organisations_and_rounds_are_offered() -> None:
    assert "kof\tKultur- och fritidsförvaltningen" in tab("plantrack record 1.1.1 ongoing --by k")
    assert tab("plantrack round status 2015") == ["2015\tÅrsuppföljning 2015"]
    assert [line.split("\t")[0] for line in tab("plantrack round re")] == ["reopen"]


def test_bash_shows_titles_where_there_is_a_choice_and_puts_in_only_the_id() -> None:
    assert tab("plantrack record 1.1.m", "bash") == ["1.1.m1"]
    offered = tab("plantrack record 1.1.", "bash")
    assert "1.1.1    En gemensam karta över föreningarna" in offered
    assert len({line.split()[0] for line in offered}) == len(offered), "so no more than what the ids share is put in"


def test_marks_in_a_title_are_shown_as_they_are(tmp_path: Path) -> None:
    import shutil

    shutil.copytree(EXAMPLE, tmp_path / "plan")
    goal = tmp_path / "plan" / "1-kunskap" / "1.2-utbildning.yaml"
    goal.write_text(
        goal.read_text(encoding="utf-8").replace("Utbilda alla chefer", "Utbilda [red]alla[/red]"), encoding="utf-8"
    )
    assert tab("plantrack record 1.2.1", folder=tmp_path) == ["1.2.1\tUtbilda [red]alla[/red]"]


@pytest.mark.parametrize("folder", ["empty", "broken"])
def test_where_there_is_nothing_to_offer_it_is_silent(tmp_path: Path, folder: str) -> None:
    if folder == "broken":
        (tmp_path / "plan.yaml").write_bytes(b"\xff{{")
    assert tab("plantrack record 1.1.", folder=tmp_path) == []


def test_nothing_that_draws_tables_is_loaded() -> None:
    code = (
        "import os, sys; os.environ.update({'_PLANTRACK_COMPLETE': 'complete_zsh', '_TYPER_COMPLETE_ARGS': 'plantrack record 1'})\n"
        "from plantrack.cli import run\n"
        "try: run([])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('rich', 'jinja2', 'markdown_it') if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=EXAMPLE, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def script(shell: str) -> str:
    """The lines that make a shell complete the command."""
    around = {**os.environ, ASKED: f"source_{shell}"}
    done = subprocess.run(
        [sys.executable, "-c", "import sys; sys.argv[0] = 'plantrack'; from plantrack.cli import run; run([])"],
        env=around, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout


def with_command(folder: Path) -> dict[str, str]:
    """An environment in which ``plantrack`` is found."""
    command = folder / "plantrack"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m plantrack "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


def test_bash_itself(tools: type, tmp_path: Path) -> None:
    bash = tools.need("bash")
    line = (
        f"{script('bash')}\ncd '{EXAMPLE}'\nCOMP_WORDS=(plantrack record 1.1.m)\nCOMP_CWORD=2\n"
        "_plantrack_completion plantrack\nprintf '%s\\n' \"${COMPREPLY[@]}\""
    )
    done = subprocess.run([bash, "-c", line], env=with_command(tmp_path), capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1.1.m1"]


def test_fish_itself(tools: type, tmp_path: Path) -> None:
    fish = tools.need("fish")
    line = f"{script('fish')}\ncd '{EXAMPLE}'\ncomplete -C 'plantrack record 1.1.m'"
    done = subprocess.run(
        [fish, "-N", "-c", line], env=with_command(tmp_path), capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["1.1.m1\tBesök på kartan under en månad"]


def test_zsh_takes_what_it_is_given(tools: type, tmp_path: Path) -> None:
    zsh = tools.need("zsh")
    typed = "env _TYPER_COMPLETE_ARGS='plantrack record 1.1.' _PLANTRACK_COMPLETE=complete_zsh plantrack"
    line = f"cd '{EXAMPLE}'\n_arguments() {{ eval \"ws=( ${{1[7,-3]}} )\"; print -l $ws; }}\neval $({typed})"
    done = subprocess.run(
        [zsh, "-f", "-c", line], env=with_command(tmp_path), capture_output=True, text=True, check=True
    )
    assert "1.1.1:En gemensam karta över föreningarna" in done.stdout.splitlines()


@pytest.mark.parametrize(
    "title",
    ["$(touch stolen)", "\\$(touch stolen)", "`touch stolen`", "x' 'y; touch stolen; '", '"); touch stolen; ("'],
)
def test_a_title_is_never_carried_out(tools: type, tmp_path: Path, title: str) -> None:
    import shutil

    zsh = tools.need("zsh")
    shutil.copytree(EXAMPLE, tmp_path / "plan")
    goal = tmp_path / "plan" / "1-kunskap" / "1.2-utbildning.yaml"
    text = goal.read_text(encoding="utf-8").replace("title: Utbilda alla chefer", f"title: |\n      Utbilda {title}")
    goal.write_text(text, encoding="utf-8")
    typed = "env _TYPER_COMPLETE_ARGS='plantrack record 1.2.' _PLANTRACK_COMPLETE=complete_zsh plantrack"
    line = f"cd '{tmp_path}'\n_arguments() {{ eval \"ws=( ${{1[7,-3]}} )\"; print -l $ws; }}\neval $({typed})"
    done = subprocess.run(
        [zsh, "-f", "-c", line], env=with_command(tmp_path), capture_output=True, text=True, check=True
    )
    assert "1.2.1:Utbilda" in done.stdout
    assert not (tmp_path / "stolen").exists()
