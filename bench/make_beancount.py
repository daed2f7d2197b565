"""Writes the facts of an invented plan as Beancount files of equal size, for comparison.

Usage::

    python bench/make_beancount.py small OUT [--seed 1]

An account per activity, a transaction per answer, a file per goal, all taken in by one pattern. Goals
have an account for the answers about their criteria and indicators. What Beancount has no place for
(criteria, indicators, decisions, the log, the texts of the report) is left out, so that the yardstick
is lighter than what it measures, never heavier.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from draw import SIZES, Document, Drawing, draw

ONE = "1 SEK"
KEYS = {"n": "cases"}
"""Names that Beancount refuses, with what is written instead."""


def main() -> None:
    """Reads the command line and writes."""
    options = argparse.ArgumentParser(description="Writes an invented plan's facts as Beancount files.")
    options.add_argument("size", choices=SIZES)
    options.add_argument("out", type=Path)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    write(given.size, given.out, given.seed)


def write(size: str, out: Path, seed: int = 1) -> None:
    """Writes ``main.beancount`` and a file per goal."""
    drawing = draw(SIZES[size], seed)
    goals = out / "goals"
    goals.mkdir(parents=True, exist_ok=True)
    opened = f"{drawing.first_year - 1}-01-01"
    top = [f'option "title" "{drawing.files["plan.yaml"]["title"]}"', 'option "operating_currency" "SEK"', ""]
    for each, office in drawing.files["organisations.yaml"].items():
        top += [f"{opened} open {_sender(each)} SEK", f'  name: "{office["name"]}"']
    (out / "main.beancount").write_bytes("\n".join([*top, "", 'include "goals/*.beancount"', ""]).encode())
    answers = _answers_by_goal(drawing)
    for path, document in drawing.files.items():
        if path.endswith("-mal.yaml"):
            written = "\n".join([*_accounts(document, opened), *answers.get(document["id"], [])])
            (goals / f"{document['id']}.beancount").write_bytes(f"{written}\n".encode())


def _goal_of(thing: str) -> str:
    return thing.rpartition(".")[0]


def _sender(identifier: str) -> str:
    return f"Equity:{identifier.capitalize()}"


def _account(thing: str) -> str:
    """The account of an activity; of its goal where the thing is a criterion or an indicator."""
    theme, goal, last = thing.split(".")
    own = f"A{theme}-{goal}-{last}" if last.isdecimal() else "Goal"
    return f"Assets:T{theme}:G{theme}-{goal}:{own}"


def _quoted(value: object) -> str:
    text = " ".join(value) if isinstance(value, list) else str(value)
    return '"' + text.replace("\n", " ") + '"'


def _accounts(goal: Document, opened: str) -> Iterator[str]:
    yield f"{opened} open {_account(goal['id'] + '.goal')} SEK"
    yield from (f"  {key}: {_quoted(goal[key])}" for key in ("title", "text", "due"))
    for identifier, activity in goal["activities"].items():
        yield f"{opened} open {_account(identifier)} SEK"
        for key in ("title", "text", "lead", "implementing", "partner", "when"):
            if key in activity:
                yield f"  {key}: {_quoted(activity[key])}"
    yield ""


def _answers_by_goal(drawing: Drawing) -> dict[str, list[str]]:
    """The transactions of each goal."""
    found: dict[str, list[str]] = {}
    for path, document in drawing.files.items():
        if path.startswith("progress/"):
            for thing, answer in document["answers"].items():
                found.setdefault(_goal_of(thing), []).extend(_transaction(document, thing, answer))
    return found


def _transaction(submission: Document, thing: str, answer: Document | str) -> Iterator[str]:
    fields: Document = {"status": answer} if isinstance(answer, str) else dict(answer)
    comment = fields.pop("comment", "")
    yield f"{submission['date']} * {_quoted(submission['by'])} {_quoted(comment)}"
    yield from (f"  {KEYS.get(key, key)}: {_quoted(value)}" for key, value in fields.items())
    yield f"  {_account(thing)}  {ONE}"
    yield f"  {_sender(submission['by'])}  -{ONE}"
    yield ""


if __name__ == "__main__":
    main()
