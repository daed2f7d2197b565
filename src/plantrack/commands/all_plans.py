"""``status --all``, ``report --all`` and ``check`` of a folder with several plans: one plan after the other, and all together."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from plantrack import __version__
from plantrack.commands.options import Session, day_asked, screen, tongue
from plantrack.commands.other_plans import folders_asked, read_portfolio
from plantrack.facts.portfolio import Portfolio
from plantrack.followup.across import Stand, across, for_newest_round, for_round
from plantrack.followup.standings import stand_on
from plantrack.locales import Speech, speech
from plantrack.mark import _
from plantrack.shell import CannotRun, language_asked


def status_of_all(folder: str, on: str, lang: str, no_color: bool) -> int:
    """How several plans stand on a day."""
    from plantrack.formats.terminal import Look, render
    from plantrack.views.all_plans import all_plans

    day = day_asked(on)
    _around, portfolio, said = _read(folder, day, lang)
    look = Look(*screen(no_color))
    standing = across(portfolio, lambda plan: stand_on(plan, day))
    print(render(all_plans(standing, day, said), look), end="")
    if look.terminal:
        print(said.say(_("Next: plantrack report --all {path}"), path=folder).rstrip())
    return 0


def report_of_all(which: str, folder: str, on: str, output: str, form: str, lang: str) -> int:
    """Writes the short report across several plans."""
    from plantrack.formats.catalog import render
    from plantrack.report.all_plans import AcrossRequest, compose_all
    from plantrack.store.write import write_whole

    if not folder and which and Path(which).is_dir():
        which, folder = "", which
    day = day_asked(on)
    _around, portfolio, said = _read(folder, day, lang)
    standing: Stand = for_round(which) if which else for_newest_round
    if on:
        standing = _on(day, which)
    found = across(portfolio, standing)
    if which and not any(each.standings for each in found.plans):
        raise CannotRun(_("No plan has a round {round}, nor is it a year of any plan's period."), round=which)
    words = ["plantrack report", which, "--all", f"--on {on}" if on else "", f"--lang {said.language}"]
    command = " ".join(filter(None, words))
    document = compose_all(AcrossRequest(found, said, which, day if on else None, __version__, command))
    name = "-".join(filter(None, [said.say(_("report-all-plans")), which, on]))
    for path, each in _targets(output, form, name):
        made = render(each, document, {})
        if path is None:
            sys.stdout.flush()
            sys.stdout.buffer.write(made)
        else:
            write_whole(path, made)
            print(said.say(_("Wrote {path}"), path=path))
    for damaged in found.damaged:
        sentence = said.say(_("{path} could not be read whole: plantrack check {path}"), path=damaged.folder)
        print(sentence, file=sys.stderr)
    return 0


def _on(day: date, which: str) -> Stand:
    """How each plan stands on a day; of a round as it then was, where one was asked for."""
    if which:
        raise CannotRun(_("Either a round or --on, not both: several plans are judged on one day, or for one round."))
    return lambda plan: stand_on(plan, day)


def _targets(output: str, form: str, name: str) -> list[tuple[Path | None, str]]:
    from plantrack.commands.report import targets_of

    return [(each.path, each.form) for each in targets_of(output, form, name)]


def _read(folder: str, day: date, lang: str) -> tuple[str, Portfolio, Speech]:
    """The plans that were asked for, and the language to tell of them in."""
    around, folders = folders_asked(folder)
    portfolio = read_portfolio(folders, day, tongue(lang, "en").say(_("Reading")))
    own = portfolio.members[0].facts.plan.language
    return around, portfolio, speech(lang or language_asked(sys.argv[1:]) or own)


def sessions_of(folders: Sequence[Path], on: str, lang: str, no_color: bool) -> list[Session]:
    """Several plans to be checked, each with the others at hand."""
    from plantrack.facts.portfolio import acquainted
    from plantrack.store.tree import FolderTree

    day = day_asked(on)
    portfolio = acquainted(read_portfolio(folders, day, tongue(lang, "en").say(_("Reading"))))
    looks: tuple[Any, ...] = screen(no_color)
    return [
        Session(
            Path(each.folder),
            each.folder,
            FolderTree(Path(each.folder)),
            each.facts,
            tongue(lang, each.facts.plan.language),
            *looks,
        )
        for each in portfolio.members
    ]
