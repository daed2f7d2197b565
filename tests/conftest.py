"""What all tests share: the same surroundings on every machine, an order, and what was skipped said aloud.

With ``PLANTRACK_NO_SKIPS=1`` a skipped test makes the run fail: that is how it runs where everything must.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from desk import Desk
from hypothesis import settings

NO_SKIPS = "PLANTRACK_NO_SKIPS"
LAST = ("test_commands*", "test_docs", "test_floors", "*_laws", "test_any_*", "test_package", "test_editor", "test_web")
"""Files that are run last, the slowest at the end: commands, whole laws, and what needs other programs."""
SURROUNDINGS = {
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "TERM": "dumb",
    "COLUMNS": "80",
    "TZ": "Europe/Stockholm",
    "PYTHONPATH": str(Path(__file__).parent.parent / "src"),
}
NOT_AROUND = (
    "PLANTRACK_LANG",
    "NO_COLOR",
    "FORCE_COLOR",
    "LANGUAGE",
    "LC_MESSAGES",
    "LINES",
    "GIT_DIR",
    "GIT_WORK_TREE",
)
INSTALL = {
    "chromium": "apt install chromium",
    "java": "apt install default-jre-headless",
    "pdftotext": "apt install poppler-utils",
    "soffice": "apt install libreoffice-calc libreoffice-writer",
    "bash": "apt install bash",
    "zsh": "apt install zsh",
    "fish": "apt install fish",
    "node": "apt install nodejs npm",
    "node_modules": "cd tests/web && npm ci",
}

skipped: dict[str, int] = {}


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The small example plan in a git repository of its own. An issue keeps only what is quickly made."""
    from plantrack.commands import issuing

    monkeypatch.setattr(issuing, "KEPT", ("html", "md", "json"))
    return Desk(tmp_path, capsys, monkeypatch)


# The same cases everywhere where nobody looks on; and a busy machine is no fault.
settings.register_profile("here", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("here")


class Tools:
    """Programs that some tests run and that Python does not bring."""

    @staticmethod
    def need(program: str, *files: Path) -> str:
        """The path of a program. Skips the test where it, or a file that it is to run, is not there."""
        found = shutil.which(program)
        if not found:
            pytest.skip(f"{program} is missing: {INSTALL[program]}")
        for file in files:
            if not file.exists():
                pytest.skip(f"{file.name} is missing: {INSTALL['node_modules']}")
        return found


@pytest.fixture(scope="session")
def tools() -> type[Tools]:
    """The programs that are needed beside Python."""
    return Tools


@pytest.fixture(autouse=True, scope="session")
def surroundings() -> Iterator[None]:
    """The same environment on every machine."""
    with pytest.MonkeyPatch.context() as patch:
        for name in NOT_AROUND:
            patch.delenv(name, raising=False)
        for name, value in SURROUNDINGS.items():
            patch.setenv(name, value)
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The fast ones first."""

    def place(item: pytest.Item) -> int:
        return next((number for number, name in enumerate(LAST) if fnmatch(item.path.stem, name)), -1)

    items.sort(key=place)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remembers each skipped test by its reason."""
    if report.skipped and not hasattr(report, "wasxfail"):
        remember(report.longrepr)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Remembers a file that was skipped whole."""
    if report.skipped:
        remember(report.longrepr)


def remember(told: object) -> None:
    reason = str(told[2] if isinstance(told, tuple) else told).removeprefix("Skipped: ")
    skipped[reason] = skipped.get(reason, 0) + 1


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where nothing may be skipped, a skipped test fails the run."""
    if skipped and os.environ.get(NO_SKIPS) == "1" and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says what was skipped, and what to install so that it runs."""
    if skipped:
        failing = os.environ.get(NO_SKIPS) == "1"
        terminalreporter.section(
            "NOT TESTED" + (f", and nothing may be skipped ({NO_SKIPS}=1)" if failing else ""), sep="="
        )
        for reason, number in sorted(skipped.items()):
            terminalreporter.line(f"{number} skipped: {reason}")
