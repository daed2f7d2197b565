"""Reads a Markdown form that has come back, by mail or in a pull request: quoted, wrapped, ticked in whatever way.

What somebody wrote is either an answer or a fault: nothing in a form is passed over in silence. Knows no plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, islice

from plantrack.draft import FormUsed
from plantrack.forms.fault import LONGEST, FormFault, Place, short
from plantrack.forms.faults import BESIDE, BLANK, KEY, NO_ANSWER, NO_ROW, NOT_A_FORM_FILE, NOT_OURS, UNSAFE
from plantrack.forms.filled import Filled, FilledRow, NotRead, Written
from plantrack.forms.form import ANSWERS, COLUMNS, can_be_read
from plantrack.forms.keys import About, check_of, read_key
from plantrack.forms.markdown import SENDER
from plantrack.forms.markdown_lines import (
    BOX,
    Line,
    Section,
    comment_in,
    first_page,
    inside_and_after,
    joined_comments,
    key_of,
    lines_of,
    may_go_on,
    parts_above,
    sections_of,
    shown_in,
    whole_of_box,
)
from plantrack.forms.markdown_marks import read_note, unescaped
from plantrack.locales import speech
from plantrack.pattern import pattern

LARGEST = 2 * 2**20
TICKS = frozenset("xX\N{CHECK MARK}\N{HEAVY CHECK MARK}\N{SQUARE ROOT}\N{MULTIPLICATION SIGN}")
LABEL = pattern(r"^\s*(?:\*\*)?([^\W\d][^:*]{0,40}?)\s*:(?:\*\*)?\s*(.*)$")


def read_markdown(used: FormUsed, data: bytes) -> Filled | NotRead:
    """What was written in a form."""
    here = Place(used.file)
    if len(data) > LARGEST:
        return NotRead(used.file, (UNSAFE.at(here),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return NotRead(used.file, (NOT_A_FORM_FILE.at(here, "not_text"),))
    if not text.strip():
        return NotRead(used.file, (NOT_A_FORM_FILE.at(here, "empty"),))
    lines, after = inside_and_after(list(joined_comments(list(lines_of(text)))))
    facts = next((note for line in lines if (note := _note(line.text))), {})
    if not facts.get("plan"):
        return NotRead(used.file, (NOT_OURS.at(here, "text"),))
    if not can_be_read(facts.get("form", "")):
        return NotRead(used.file, (NOT_OURS.at(here, "newer", tool=short(facts.get("tool", ""))),))
    organisation = facts.get("organisation", "-")
    about = About(facts["plan"], facts.get("round", ""), "" if organisation == "-" else organisation)
    reader = _Reader(used.file, about, facts.get("language", ""))
    rows = tuple(reader.rows(lines))
    reader.beside(*first_page(lines), after)
    return Filled(used, *about, reader.sender(lines), tuple(reader.things), rows, tuple(reader.faults))


def _note(text: str) -> Mapping[str, str]:
    comment = comment_in(text)
    return read_note(comment) if comment else {}


class _Reader:
    """Reads the sections of a form one by one."""

    def __init__(self, file: str, about: About, language: str) -> None:
        self.file = file
        self.say = speech(language).say
        self.about = about
        self.faults: list[FormFault] = []
        self.things: dict[str, None] = {}
        self.fields = {self.say(COLUMNS[name]).casefold(): name for name in ANSWERS}

    def rows(self, lines: list[Line]) -> Iterator[FilledRow]:
        """The sections that hold any answer; everything that is wrong is collected beside."""
        for section in sections_of(lines):
            key_at = next((n for n, line in enumerate(section.lines) if key_of(line.text) is not None), None)
            if key_at is None:
                self.faults += self._stray(section.lines)
                continue
            row = self._row(section, key_at)
            if row is not None:
                yield row

    def sender(self, lines: list[Line]) -> Written | None:
        """Who answers, where the form leaves it open and somebody has said it."""
        for line in lines:
            said = self._says_who(line)
            if said:
                return Written(unescaped(said), self._place(line))
        return None

    def _says_who(self, line: Line) -> str:
        """What stands after the question who answers; empty where a line is another."""
        label = LABEL.match(line.text)
        return label[2].strip() if label and label[1].casefold() == self.say(SENDER).casefold() else ""

    def beside(self, *parts: Iterable[Line]) -> None:
        """What somebody wrote before the form, on its first page or after its end; no more of it than is shown."""
        for lines in parts:
            written = list(islice((line for line in lines if line.text.strip() and not self._says_who(line)), LONGEST))
            if written:
                said = short(" ".join(line.text for line in written))
                self.faults.append(BESIDE.at(self._place(written[0]), "text", text=said))

    def _row(self, section: Section, key_at: int) -> FilledRow | None:
        written_as = key_of(section.lines[key_at].text) or ""
        key = read_key(written_as)
        place = self._place(section.lines[key_at])
        if key is None:
            self.faults.append(KEY.at(place, "damaged", text=short(written_as)))
            return None
        self.things[key.thing] = None
        before, faults = len(self.faults), self.faults
        cells = self._cells(section.lines[key_at + 1 :], key.thing)
        number, text = shown_in(section, key_at)
        faults += self._stray_above(section, key_at)
        if not cells and len(faults) == before:
            return None
        if check_of(self.about, key, number, text) != key.check:
            faults.append(KEY.at(self._place(section.heading), id=key.thing, number=short(number), text=short(text)))
            return None
        return FilledRow(key, place, cells) if cells else None

    def _cells(self, lines: list[Line], thing: str) -> Mapping[str, Written]:
        """The answers of a section: the boxes that are ticked, and what stands after the names of fields."""
        found: dict[str, list[Line]] = {}
        ticked: dict[str, Written] = {}
        field, in_box = "answer", False
        for number, line in enumerate(lines):
            box = BOX.match(line.text)
            label = LABEL.match(line.text)
            name = self.fields.get(label[1].casefold()) if label else None
            if box and field in ("answer", "forecast"):
                in_box = True
                self._tick(field, box[1].strip(), whole_of_box(box[2], lines[number:]), line, ticked, thing)
            elif label and name:
                field, in_box = name, False
                if name in found:
                    self.faults.append(BLANK.at(self._place(line), field=label[1], id=thing))
                rest = label[2].strip()
                found.setdefault(name, []).append(line._replace(text=rest, column=line.column + line.text.find(rest)))
            elif not line.text.strip():
                in_box = False
                if field in found:
                    found[field].append(line)
            elif field in found and field != "forecast":
                found[field].append(line)
            elif not (in_box and number and may_go_on(lines[number - 1])):
                said = self.said("comment")
                self.faults.append(NO_ROW.at(self._place(line), "text", text=short(line.text), field=said))
        texts = {name: text for name, each in found.items() if (text := self._text(each)).text}
        for name in texts.keys() & ticked.keys():
            said = short(texts[name].text)
            self.faults.append(
                NO_ANSWER.at(texts[name].place, "boxes", id=thing, text=said, first=short(ticked[name].text))
            )
        return {**texts, **ticked}

    def said(self, field: str) -> str:
        """A field by its name, as the form has it."""
        return self.say(COLUMNS[field])

    def _tick(self, field: str, mark: str, text: str, line: Line, ticked: dict[str, Written], thing: str) -> None:
        """A box: ticked, empty, or neither."""
        place = self._place(line)
        if not mark:
            return
        if mark not in TICKS:
            self.faults.append(NO_ANSWER.at(place, "mark", id=thing, text=short(text), mark=short(mark)))
        elif field in ticked:
            first = short(ticked[field].text)
            self.faults.append(NO_ANSWER.at(place, "boxes", id=thing, text=short(text), first=first))
        else:
            ticked[field] = Written(text, place)

    def _text(self, lines: list[Line]) -> Written:
        """What was written after a name, over several lines; wrapped lines stay lines."""
        texts = [line.text.strip() for line in lines]
        first = next((line for line in lines if line.text.strip()), lines[0])
        return Written("\n".join(texts).strip(), self._place(first))

    def _stray_above(self, section: Section, key_at: int) -> Iterator[FormFault]:
        """What somebody wrote between the heading and the key, where only the form itself speaks, in italics."""
        _heading, body = parts_above(section, key_at)
        for is_text, group in groupby(body, lambda line: bool(line.text.strip())):
            lines = list(group)
            said = " ".join(line.text.strip() for line in lines)
            if is_text and not (said.startswith("*") and said.endswith("*") and not said.endswith("\\*")):
                yield from self._stray(lines)

    def _stray(self, lines: list[Line]) -> Iterator[FormFault]:
        """What somebody wrote where there is no field."""
        for line in lines:
            if line.text.strip() and not comment_in(line.text).startswith("plantrack-"):
                yield NO_ROW.at(self._place(line), "text", text=short(line.text), field=self.said("comment"))
                return

    def _place(self, line: Line) -> Place:
        return Place(self.file, row=line.number, column=str(line.column))
