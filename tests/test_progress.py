"""A bar for what takes longer than half a second, where somebody is looking; nothing else ever changes by it."""

from __future__ import annotations

import pytest

from plantrack.terminal import progress
from plantrack.terminal.progress import watched


@pytest.mark.parametrize("screen", [True, False])
@pytest.mark.parametrize("patience", [0.0, 60.0])
def test_all_items_come_once_and_in_order(screen: bool, patience: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", patience)
    assert list(watched(range(100), "Reading [1.1]", screen=screen)) == list(range(100))
    assert list(watched([], "Reading", screen=screen)) == []


def test_what_is_quick_loads_nothing_and_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    list(watched(range(10), "Reading", screen=True))
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_what_is_slow_shows_what_is_done(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    list(watched(range(10), "Reading", screen=True))
    captured = capsys.readouterr()
    assert captured.out == "", "the bar is no part of what the command says"
    assert "Reading" in captured.err
