"""What is built can be installed and used: everything that the tool needs is inside the wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source tree with the build tools that are installed here."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    [wheel] = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where the wheel is installed; what it depends on is taken from here."""
    folder = tmp_path_factory.mktemp("installed")
    pip("install", "--no-deps", "--no-index", "--target", str(folder), str(wheel))
    return folder


def pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments], check=True)


def plantrack(installed: Path, place: Path, *arguments: str) -> str:
    """What the installed tool prints, run apart from the source tree."""
    ran = subprocess.run(
        [sys.executable, "-m", "plantrack", *arguments],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_everything_is_inside(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src" / "plantrack"
    needed = [file.relative_to(source).as_posix() for file in source.rglob("*.py")]
    needed += [
        f"templates/{file.relative_to(ROOT / 'templates').as_posix()}"
        for file in (ROOT / "templates").rglob("*")
        if file.is_file()
    ]
    needed += ["py.typed", "locales/sv.mo"]
    assert len(needed) > 100
    assert [name for name in needed if f"plantrack/{name}" not in inside] == []
    assert any(name.endswith("LICENSE") for name in inside)
    assert not [name for name in inside if name.startswith(("tests/", "bench/")) or name.endswith(".po")]


def test_installed_tool_works(installed: Path, tmp_path: Path) -> None:
    assert plantrack(installed, tmp_path, "--version").startswith("plantrack ")
    plantrack(installed, tmp_path, "init", "ny", "--lang", "sv")
    assert (tmp_path / "ny" / ".schema" / "goal.json").is_file()
    assert "0 fel" in plantrack(installed, tmp_path, "check", "ny", "--on", "2015-06-30")
    plantrack(installed, tmp_path, "report", "2014", "--plan", "ny", "-o", "out")
    assert {file.suffix for file in (tmp_path / "out").iterdir()} == {".md", ".html"}


def test_catalog_is_read_compiled(installed: Path) -> None:
    """It is only compiled anew where its source is, which costs time at each start."""
    script = (
        "import sys, plantrack.locales as l; assert sys.argv[1] in l.__file__, l.__file__; "
        "assert l.languages() == ('en', 'sv'); l.speech('sv'); assert 'plantrack.locales.catalog' not in sys.modules"
    )
    env = {**os.environ, "PYTHONPATH": str(installed)}
    subprocess.run([sys.executable, "-c", script, str(installed)], env=env, check=True)
