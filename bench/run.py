"""Measures the installed tool against its bars and prints one line per bar.

Usage::

    python bench/run.py [--python VENV/bin/python] [--only check-large ...] [-n 9] [--valgrind]

Whole processes, in pairs: the tool, its floor, the floor, the tool, and so on, so that a busy machine
slows both. What counts is the ratio within each pair, of processor time (user and system): its median,
smallest and largest. Nothing here passes or fails: a figure of a shared machine is read by a person.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import IO, NamedTuple

BENCH = Path(__file__).resolve().parent
ROUND = "2015"
WARM_UP = 1
MIB = 1024


class Bar(NamedTuple):
    """A command, what it is held against, and how many times as much it may take."""

    name: str
    command: str
    floor: str
    limit: float | None
    """None where the row only informs."""
    pairs: int
    highest_peak: int | None = None
    """MiB."""
    environment: Mapping[str, str] = {}


PASS = "{python} -c pass"
COMPLETE = {"_PLANTRACK_COMPLETE": "complete_bash", "COMP_WORDS": "plantrack ch", "COMP_CWORD": "1"}


def _bean(size: str) -> str:
    return f"{{bin}}/bean-check -C {{ledger-{size}}}/main.beancount"


def _check(size: str) -> str:
    return f"{{bin}}/plantrack check {{plan-{size}}}"


def _report(size: str) -> str:
    return f"{{bin}}/plantrack report {ROUND} --plan {{plan-{size}}} --format html -o {{out}}/{size}.html"


COMPOSE = "{python} {bench}/compose_floor.py {plan-large}"
BARE = COMPOSE + " --bare"
LOAD = "{python} {bench}/load_only.py {plan-large}"

RECORD = "{bin}/plantrack record 1.1.1 ongoing --by fritid-angen --date 2015-12-30 --dry-run --plan {plan-large}"
COMPLETE_IDS = {
    "_PLANTRACK_COMPLETE": "complete_bash",
    "COMP_WORDS": "plantrack record --plan {plan-large} 1.1.",
    "COMP_CWORD": "4",
}

BARS = (
    Bar("version", "{bin}/plantrack --version", PASS, 1.2, 25),
    Bar("help", "{bin}/plantrack --help", PASS, 7.5, 15),
    Bar("completion", "{bin}/plantrack", PASS, 7.5, 15, environment=COMPLETE),
    Bar("check-small", _check("small"), _bean("small"), 1.0, 15),
    Bar("check-medium", _check("medium"), _bean("medium"), None, 9),
    Bar("check-large", _check("large"), _bean("large"), 0.6, 7, 120),
    Bar("check-large-compose", _check("large"), COMPOSE, 2.0, 7, 120),
    Bar("check-large-bare", _check("large"), BARE, None, 7),
    Bar("load-large-compose", LOAD, COMPOSE, None, 7),
    Bar("load-large-bare", LOAD, BARE, None, 7),
    Bar("record-large", RECORD, _check("large"), 1.3, 7),
    Bar("completion-large", "{bin}/plantrack", _check("large"), 1.3, 7, environment=COMPLETE_IDS),
    Bar("report-small", _report("small"), _bean("small"), 1.5, 9),
    Bar("report-medium", _report("medium"), _bean("medium"), None, 5),
    Bar("report-large", _report("large"), _bean("large"), 1.2, 5, 120),
)
"""The one place to change where the command line changes."""

FIELDS = re.compile(r"\{([\w-]+)\}")
INSTRUCTIONS = re.compile(r"I\s+refs:\s+([\d,]+)")


class CannotMeasure(Exception):
    """A command is missing, or does not do what it should."""


class Run(NamedTuple):
    """What one process took."""

    cpu: float
    wall: float
    peak: float
    """MiB. Never less than what this script itself holds when it starts the process."""


class Result(NamedTuple):
    """What the pairs of one bar came to."""

    ratios: list[float]
    own: list[Run]
    floor: list[Run]


def main() -> None:
    """Reads the command line, measures, prints."""
    given = _options().parse_args()
    interpreter = Path(os.path.abspath(given.python))  # a link must stay one: it leads to its venv
    bars = [bar for bar in BARS if not given.only or bar.name in given.only]
    with tempfile.TemporaryDirectory(prefix="plantrack-bench-") as scratch:
        places = _places(interpreter, Path(scratch), given.seed)
        _compile(interpreter)
        _say_what_is_missing(places, given.valgrind)
        print(f"{'bar':<20} {'ratio':>6} {'(min..max)':>14} {'at most':>8} {'':<7} {'cpu s':>7} {'peak MiB':>9}")
        for bar in bars:
            try:
                result = _pairs(bar, places, given.number or bar.pairs, given.clock)
            except CannotMeasure as reason:
                print(f"{bar.name:<20} not measured: {reason}")
                continue
            print(_row(bar, result), flush=True)
            if given.valgrind and shutil.which("valgrind"):
                print(_counted(bar, places), flush=True)


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description="Measures the installed tool against its bars.")
    options.add_argument("--python", default=sys.executable, help="a Python whose venv has plantrack and beancount")
    options.add_argument("--only", nargs="+", choices=[bar.name for bar in BARS], metavar="BAR", help="these bars only")
    options.add_argument("-n", "--number", type=int, help="pairs per bar")
    options.add_argument("--seed", type=int, default=1, help="which invented plan")
    options.add_argument("--clock", choices=("cpu", "wall"), default="cpu", help="what the ratios are of")
    options.add_argument("--valgrind", action="store_true", help="count instructions as well (slow)")
    return options


class Places(dict[str, str]):
    """What the names in a command stand for. Plans and ledgers are made when first asked for."""

    def __init__(self, fixed: Mapping[str, str], scratch: Path, seed: int) -> None:
        super().__init__(fixed)
        self.scratch = scratch
        self.seed = seed

    def __missing__(self, name: str) -> str:
        kind, _, size = name.partition("-")
        script = {"plan": "make_plan.py", "ledger": "make_beancount.py"}[kind]
        out = self.scratch / name
        # In a process of its own, so that this one stays small: its size is the least peak it can see.
        command = [sys.executable, str(BENCH / script), size, str(out), "--seed", str(self.seed)]
        subprocess.run(command, check=True)
        self[name] = str(out)
        return self[name]


def _places(interpreter: Path, scratch: Path, seed: int) -> Places:
    fixed = {"python": str(interpreter), "bin": str(interpreter.parent), "bench": str(BENCH), "out": str(scratch)}
    return Places(fixed, scratch, seed)


def _compile(interpreter: Path) -> None:
    """Compiles what is measured, so that no run pays for another's first start."""
    code = "import sysconfig, importlib.util as u; print(sysconfig.get_path('purelib')); "
    code += "s = u.find_spec('plantrack'); print(*(s.submodule_search_locations if s else ()), sep='\\n')"
    found = subprocess.run([str(interpreter), "-c", code], check=True, capture_output=True, text=True)
    folders = dict.fromkeys(line for line in found.stdout.splitlines() if line)
    subprocess.run([str(interpreter), "-m", "compileall", "-q", *folders], check=False)


def _say_what_is_missing(places: Places, valgrind: bool) -> None:
    for script, package in (("plantrack", "."), ("bean-check", "beancount")):
        if not Path(places["bin"], script).exists():
            print(f"{script} is missing beside {places['python']}: {places['python']} -m pip install {package}")
    if valgrind and not shutil.which("valgrind"):
        print("valgrind is missing, so no instructions are counted: apt-get install valgrind")


def _filled(command: str, places: Places) -> list[str]:
    words = [FIELDS.sub(lambda field: places[field[1]], word) for word in shlex.split(command)]
    if not Path(words[0]).exists():
        raise CannotMeasure(f"{words[0]} is missing")
    return words


def _around(environment: Mapping[str, str], places: Places) -> dict[str, str]:
    """The environment of a command, with its blanks filled in."""
    return {name: FIELDS.sub(lambda field: places[field[1]], value) for name, value in environment.items()}


def _pairs(bar: Bar, places: Places, number: int, clock: str) -> Result:
    """The pairs of one bar; every other pair starts with the floor."""
    own, floor = _filled(bar.command, places), _filled(bar.floor, places)
    environment = {**os.environ, **_around(bar.environment, places)}
    for _ in range(WARM_UP):
        _timed(own, environment)
        _timed(floor, dict(os.environ))
    result = Result([], [], [])
    for turn in range(number):
        if turn % 2:
            beside = _timed(floor, dict(os.environ))
            run = _timed(own, environment)
        else:
            run = _timed(own, environment)
            beside = _timed(floor, dict(os.environ))
        result.own.append(run)
        result.floor.append(beside)
        result.ratios.append(run.cpu / beside.cpu if clock == "cpu" else run.wall / beside.wall)
    return result


def _timed(command: list[str], environment: dict[str, str]) -> Run:
    """Runs one process to its end. One that fails is no measurement."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=said, env=environment)
        _pid, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise CannotMeasure(f"{shlex.join(command)} ended with {process.returncode}: {_end_of(said)}")
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / MIB)


def _end_of(said: IO[bytes]) -> str:
    said.seek(0)
    return said.read().decode("utf-8", "replace").strip()[-300:]


def _row(bar: Bar, result: Result) -> str:
    ratio = median(result.ratios)
    peak = max(run.peak for run in result.own)
    spread = f"({min(result.ratios):.2f}..{max(result.ratios):.2f})"
    limit = "" if bar.limit is None else f"{bar.limit:.2f}"
    beyond = [*(["time"] if bar.limit is not None and ratio > bar.limit else [])]
    if bar.highest_peak is not None and peak > bar.highest_peak:
        beyond.append(f"memory (at most {bar.highest_peak} MiB)")
    verdict = "" if bar.limit is None else "met" if not beyond else "NOT MET: " + " and ".join(beyond)
    cpu = median(run.cpu for run in result.own)
    return f"{bar.name:<20} {ratio:>6.2f} {spread:>14} {limit:>8} {verdict:<7} {cpu:>7.3f} {peak:>9.1f}"


def _counted(bar: Bar, places: Places) -> str:
    """The same in instructions, which are nearly the same on every run and every machine."""
    counts = list(_instructions(bar, places))
    millions = " to ".join(f"{count / 1e6:,.0f} M" for count in counts)
    return f"{'':<20} {counts[0] / counts[1]:>6.2f} by instructions: {millions}"


def _instructions(bar: Bar, places: Places) -> Iterator[int]:
    counter = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    for command, more in ((bar.command, _around(bar.environment, places)), (bar.floor, {})):
        words = _filled(command, places)
        # A script is given to its Python by name: valgrind counts the program that it is told to start.
        words = words if words[0] == places["python"] else [places["python"], *words]
        environment = {**os.environ, **more, "PYTHONHASHSEED": "0"}
        ran = subprocess.run([*counter, *words], env=environment, capture_output=True, text=True, check=False)
        found = INSTRUCTIONS.search(ran.stderr)
        if not found:
            raise CannotMeasure(f"valgrind counted nothing: {ran.stderr.strip()[-300:]}")
        yield int(found[1].replace(",", ""))


if __name__ == "__main__":
    main()
