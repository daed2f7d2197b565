"""What becomes of each open activity, as a table to be filled in at a meeting: written and read, in YAML or CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from csv import DictReader, writer
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from plantrack.facts.carried import CHANGE, CONTINUE, END, MERGE, Choice
from plantrack.locales import Speech, languages, speech
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.store.block import block
from plantrack.store.raw import raw_of

WORDS: Mapping[str, str] = {
    CONTINUE: _("goes on"),
    CHANGE: _("is changed"),
    MERGE: _("is merged"),
    END: _("ends"),
}
"""What may become of something, in words."""
ANSWER, INTO, NEW_ID, TITLE = _("what becomes of it"), _("merged into"), _("new id"), _("new wording")
ID, NAME, STATE, WHO = _("id"), _("title"), _("state"), _("responsible")
FORMULA = ("=", "+", "-", "@")
"""What a program for sheets would take for a formula."""


class Line(NamedTuple):
    """One row: an open activity, or a goal."""

    id: str
    title: str
    state: str
    responsible: str
    choice: Choice
    is_goal: bool = False


def written(lines: Sequence[Line], form: str, tongue: Speech, own: Sequence[str], about: str) -> bytes:
    """The table: ``csv`` for a program for sheets, else YAML. ``own`` are the plan's languages."""
    return _csv(lines, tongue, own) if form == "csv" else _yaml(lines, tongue, own, about).encode()


def _csv(lines: Sequence[Line], tongue: Speech, own: Sequence[str]) -> bytes:
    out = StringIO()
    table = writer(out, delimiter=";", lineterminator="\r\n")
    heads = [tongue.say(each) for each in (ID, NAME, STATE, WHO, ANSWER, INTO, NEW_ID)]
    table.writerow([*heads, *_title_heads(tongue, own)])
    for each in lines:
        said = each.choice
        told = [each.title, each.state, each.responsible, tongue.say(WORDS[said.answer]), said.into, said.new_id]
        titles = [said.titles.get(one, "") for one in own]
        table.writerow([each.id, *map(_harmless, [*told, *titles])])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _yaml(lines: Sequence[Line], tongue: Speech, own: Sequence[str], about: str) -> str:
    heads = _title_heads(tongue, own)
    rows: dict[str, dict[str, str]] = {}
    for each in lines:
        said = each.choice
        row = {NAME: each.title, STATE: each.state, WHO: each.responsible, ANSWER: tongue.say(WORDS[said.answer])}
        row |= {INTO: said.into, NEW_ID: said.new_id}
        named = {tongue.say(name): text for name, text in row.items() if text}
        named |= {head: said.titles[one] for head, one in zip(heads, own, strict=True) if said.titles.get(one)}
        rows[each.id] = named
    return "".join(f"# {line}\n" for line in [about, *_how(tongue, heads)]) + block(rows)


def _how(tongue: Speech, heads: Iterable[str]) -> list[str]:
    """How the table is filled in."""
    say = tongue.say
    answers = tongue.either([say(each) for each in WORDS.values()])
    extra = tongue.list([say(INTO), say(NEW_ID), *heads])
    return [
        say(_("Fill in “{answer}”: {answers}. A goal goes on or ends."), answer=say(ANSWER), answers=answers),
        say(_("A line more where it is needed: {extra}. The other lines are for reading."), extra=extra),
    ]


def _title_heads(tongue: Speech, own: Sequence[str]) -> list[str]:
    """The new wording; in a plan with several languages, one for each."""
    name = tongue.say(TITLE)
    return [name] if len(own) < 2 else [f"{name} ({each})" for each in own]


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text


def read_table(path: Path, own: Sequence[str], tongue: Speech) -> dict[str, Choice]:
    """What was chosen, by id. Raises ``CannotRun`` where the table cannot be read."""
    try:
        data = path.read_bytes()
    except OSError:
        raise CannotRun(_("There is no file {path}."), path=path) from None
    rows = _csv_rows(data) if path.suffix.casefold() == ".csv" else _yaml_rows(data)
    if not rows:
        raise CannotRun(
            _("{path} holds no table of what goes on. Make one: plantrack rollover --list {path}"), path=path
        )
    return {thing: _choice(path, thing, row, own, tongue) for thing, row in rows.items()}


def _csv_rows(data: bytes) -> dict[str, Mapping[str, str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    first = text.partition("\n")[0]
    sign = max(";,\t", key=first.count)
    found: dict[str, Mapping[str, str]] = {}
    for row in DictReader(StringIO(text), delimiter=sign):
        told = {
            name: (value or "").strip()
            for name, value in row.items()
            if isinstance(name, str) and not isinstance(value, list)
        }
        thing = _cell(told, ID)
        if thing:
            found[thing] = told
    return found


def _yaml_rows(data: bytes) -> dict[str, Mapping[str, str]]:
    return {
        thing: {name: value for name, value in row.items() if isinstance(value, str)}
        for thing, row in raw_of(data).items()
        if isinstance(row, dict)
    }


def _cell(row: Mapping[str, str], name: str, after: str = "") -> str:
    """What a row says under a heading, in whichever of the tool's languages that stands."""
    heads = {speech(each).say(name).casefold() + after for each in languages()}
    return next((value for head, value in row.items() if head.strip().casefold() in heads), "")


def _choice(path: Path, thing: str, row: Mapping[str, str], own: Sequence[str], tongue: Speech) -> Choice:
    titles = {each: _cell(row, TITLE, "" if len(own) < 2 else f" ({each})") for each in own}
    text = _cell(row, ANSWER)
    answer = meant(text) if text else CONTINUE
    if not answer:
        known = tongue.either([tongue.say(word) for word in WORDS.values()])
        sentence = _("{path}: {id} has the answer “{text}”. It can be: {known}.")
        raise CannotRun(sentence, path=path, text=text, id=thing, known=known)
    return Choice(answer, _cell(row, INTO), _cell(row, NEW_ID), {each: text for each, text in titles.items() if text})


def meant(text: str) -> str:
    """Which of the answers a person means; empty where it is none."""
    folded = " ".join(text.casefold().split())
    for key, word in WORDS.items():
        if folded in (key, *(speech(each).say(word).casefold() for each in languages())):
            return key
    return ""
