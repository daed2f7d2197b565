"""Measures the walk through a plan's history against the least that git can do, and prints the ratio.

Usage::

    python bench/history.py [--commits 2000] [-n 5] [--keep FOLDER]

A repository is made with ``git fast-import``: one plan of a hundred goals, a commit a change, every tenth on a branch that
is merged. The floor is ``git log --raw`` alone, over the same paths; the rows are a whole ``plantrack history``, of a goal's
activity and of a name that nothing has, each in pairs with the floor. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

GOALS = 100
WHO = "Bench <bench@bench.invalid>"
START = 1_388_534_400
"""Seconds from 1970 to 1 January 2014."""
A_STEP = 3 * 60 * 60
FLOOR = ("git", "log", "-z", "-m", "--raw", "--no-abbrev", "--no-renames", "--format=%H %cI %P")
HEADER = """\
format: 1
id: bench-2014
title: En påhittad plan
language: sv
period: 2014-2016
"""
ORGANISATIONS = "kansliet:\n  name: Kansliet\n  kind: department\n  side: city\n"


def main() -> None:
    """Makes the repository, measures, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--commits", type=int, default=2000)
    parser.add_argument("-n", type=int, default=5, help="pairs")
    parser.add_argument("--keep", type=Path, help="make it here, and leave it")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        top = asked.keep or Path(folder)
        make(top, asked.commits)
        plantrack = (sys.executable, "-m", "plantrack", "history", "--plan", str(top / "plan"))
        for name, thing in (("activity", "8.1"), ("organisation", "kansliet")):
            ratios, floors = measure(top, (*plantrack, thing), asked.n)
            each = ", ".join(f"{ratio:.1f}" for ratio in ratios)
            print(f"history-{name}: {median(ratios):.1f} times git log ({median(floors):.2f} s); pairs: {each}")


def measure(top: Path, command: tuple[str, ...], pairs: int) -> tuple[list[float], list[float]]:
    """How many times as long the command takes as the floor, pair by pair; and the floor's seconds."""
    ratios, floors = [], []
    for _pair in range(pairs):
        floors.append(seconds(top, FLOOR))
        ratios.append(seconds(top, command) / floors[-1])
    return ratios, floors


def seconds(top: Path, command: tuple[str, ...]) -> float:
    began = time.perf_counter()
    subprocess.run(command, cwd=top, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def make(top: Path, commits: int) -> None:
    """A repository with so many commits, checked out."""
    top.mkdir(parents=True, exist_ok=True)
    around = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}

    def git(*arguments: str, given: bytes = b"") -> None:
        subprocess.run(["git", *arguments], cwd=top, env=around, input=given, check=True)

    git("init", "--quiet", "--initial-branch=main")
    git("fast-import", "--quiet", given=b"".join(history(commits)))
    git("reset", "--quiet", "--hard")
    git("gc", "--quiet")


def history(commits: int) -> Iterator[bytes]:
    """The whole history as fast-import reads it: now a goal is changed, now an answer comes."""
    yield from commit(1, "main", ())
    yield file("plan.yaml", HEADER)
    yield file("organisations.yaml", ORGANISATIONS)
    for number in range(1, GOALS + 1):
        yield file(f"1-allt/{number}-mal.yaml", goal(number, 0))
    tip = 1
    for mark in range(2, commits + 1):
        if mark % 10 == 9 and mark < commits:  # the next one merges it
            yield from commit(mark, "gren", (tip,))
            yield change(mark)
        elif mark % 10 == 0:
            yield from commit(mark, "main", (tip, mark - 1))
            yield change(mark - 1)
            tip = mark
        else:
            yield from commit(mark, "main", (tip,))
            yield change(mark)
            tip = mark


def commit(mark: int, branch: str, parents: tuple[int, ...]) -> Iterator[bytes]:
    when = f"{WHO} {START + mark * A_STEP} +0000"
    yield f"commit refs/heads/{branch}\nmark :{mark}\nauthor {when}\ncommitter {when}\ndata 0\n".encode()
    for word, parent in zip(("from", "merge"), parents, strict=False):
        yield f"{word} :{parent}\n".encode()


def change(mark: int) -> bytes:
    if mark % 3:
        number = mark % GOALS + 1
        return file(f"1-allt/{number}-mal.yaml", goal(number, mark))
    day = time.strftime("%Y-%m-%d", time.gmtime(START + mark * A_STEP))
    thing = f"{mark % GOALS + 1}.{mark % 5 + 1}"
    text = f"by: kansliet\ndate: {day}\nround: 2014\nanswers:\n  {thing}:\n    status: ongoing\n    comment: Läge {mark}.\n"
    return file(f"progress/2014/{day}-kansliet-{mark:04x}.yaml", text)


def goal(number: int, state: int) -> str:
    activities = "".join(
        f"  {number}.{each}:\n    title: Aktivitet {each}, lydelse {state}\n    lead: kansliet\n    when: 2014-2016\n"
        for each in range(1, 6)
    )
    return f"id: {number}\ntitle: Mål {number}\nactivities:\n{activities}"


def file(path: str, text: str) -> bytes:
    data = text.encode()
    return f"M 100644 inline plan/{path}\ndata {len(data)}\n".encode() + data + b"\n"


if __name__ == "__main__":
    main()
