"""A file is changed in the lines that must change, and nowhere else: comments, order, quotes, line ends stay."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack.facts import Facts
from plantrack.store import write
from plantrack.store.block import Absent, Value, clean
from plantrack.store.edit import Add, CannotEdit, Edit, Remove, Rename, Set, edited
from plantrack.store.files import place_of
from plantrack.store.folder import decode, with_files
from plantrack.store.layout import Layout
from plantrack.store.meaning import meaning
from plantrack.store.write import AlreadyThere, Change, write_all

ROOT = Path(__file__).parent.parent
PLANS = (ROOT / "examples" / "nordvik", ROOT / "plan")
NEW: tuple[Value, ...] = (
    "Nytt",
    "Ett längre värde med mellanslag",
    "Med: kolon",
    "Med #nummer och # tecken",
    "två\nrader",
    "to_be_determined",
    Absent("to_be_determined"),
    "'inom citat'",
    "- ett streck",
    "null",
    '"',
    "\\ & * !",
    ("a", "b"),
    ("ett: två", "tre"),
    {"sv": "på svenska", "en": "in English: yes"},
)
LETTERS = st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\u2028\u2029\ufeff\x85")
TEXTS = st.text(LETTERS, min_size=1).filter(lambda text: text.strip() != "")


class Kept:
    """A file of a plan, and every place in it that a value can be set at."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        place = place_of(name)
        assert place is not None
        self.kind, self.id = place
        self.data = path.read_bytes()
        self.said = meaning(Layout(self.data).root)
        self.leaves = list(leaves(self.said))


@cache
def files() -> tuple[Kept, ...]:
    """Every file of the real plan and of the show-piece; issued reports are kept, and never edited."""
    return tuple(
        Kept(path, path.relative_to(plan).as_posix())
        for plan in PLANS
        for path in sorted(plan.rglob("*.yaml"))
        if "/issued/" not in path.as_posix() and "/templates/" not in path.as_posix()
    )


def leaves(said: Any, keys: tuple[str | int, ...] = ()) -> Any:
    if isinstance(said, dict):
        for key, value in said.items():
            yield from leaves(value, (*keys, key))
    elif isinstance(said, list):
        for number, value in enumerate(said):
            yield from leaves(value, (*keys, number))
    else:
        yield keys


def lines_of(data: bytes) -> list[bytes]:
    return data.splitlines(keepends=True)


def opcodes(before: bytes, after: bytes) -> list[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, lines_of(before), lines_of(after), autojunk=False).get_opcodes()


def changed(before: bytes, after: bytes) -> list[tuple[list[bytes], list[bytes]]]:
    """The places where lines differ: what went, what came."""
    old, new = lines_of(before), lines_of(after)
    return [(old[a:b], new[c:d]) for sign, a, b, c, d in opcodes(before, after) if sign != "equal"]


def said_at(said: Any, keys: tuple[str | int, ...]) -> Any:
    for key in keys:
        said = said[key]
    return said


def make(file: Kept, *edits: Edit, data: bytes | None = None) -> bytes:
    return edited(file.data if data is None else data, edits, file.kind)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_a_new_value_anywhere_changes_its_own_lines_alone(draw: st.DataObject) -> None:
    file = draw.draw(st.sampled_from(files()))
    keys = draw.draw(st.sampled_from(file.leaves))
    value = draw.draw(st.sampled_from(NEW) | TEXTS)
    old = said_at(file.said, keys)
    try:
        after = make(file, Set(keys, value))
    except CannotEdit:
        in_brackets = isinstance(keys[-1], int)
        assert in_brackets or not isinstance(value, str) or clean(value) != value or not value.isprintable()
        return
    layout = Layout(file.data)
    node = layout.find(keys).found.node
    for sign, first, last, _new_first, _new_last in opcodes(file.data, after):
        own = range(node.start_mark.line, layout.last_line(node) + 1)
        assert sign == "equal" or (own.start - 1 <= first and last <= own.stop), "only lines of the value itself"
        gone = lines_of(file.data)[first:last] if sign != "equal" else []
        assert "#" in old or not any(line.lstrip().startswith(b"#") for line in gone), "no comment is lost"
    back = meaning(Layout(after).root)
    if isinstance(value, str):
        assert said_at(back, keys) == (value if isinstance(value, Absent) else clean(value))
        assert isinstance(said_at(back, keys), Absent) == isinstance(value, Absent)


@given(st.data())
@settings(max_examples=120, deadline=None)
def test_the_line_ends_and_the_mark_of_a_file_stay(draw: st.DataObject) -> None:
    file = draw.draw(st.sampled_from(files()))
    keys = draw.draw(st.sampled_from(file.leaves))
    value = draw.draw(st.sampled_from(NEW))
    windows = b"\xef\xbb\xbf" + file.data.replace(b"\n", b"\r\n")
    try:
        expected = make(file, Set(keys, value))
    except CannotEdit:
        with pytest.raises(CannotEdit):
            make(file, Set(keys, value), data=windows)
        return
    assert make(file, Set(keys, value), data=windows) == b"\xef\xbb\xbf" + expected.replace(b"\n", b"\r\n")


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_what_is_removed_and_put_back_is_the_same_record(draw: st.DataObject) -> None:
    file = draw.draw(st.sampled_from([each for each in files() if each.kind not in ("organisations", "glossary")]))
    fields = [(key,) for key in file.said if isinstance(file.said[key], str)]
    keys = draw.draw(st.sampled_from(fields))
    without = make(file, Remove(keys))
    assert all(not came for _gone, came in changed(file.data, without))
    again = make(file, Set(keys, said_at(file.said, keys)), data=without)
    assert decode(file.kind, file.id, file.name, again)[0] == decode(file.kind, file.id, file.name, file.data)[0]
    order = [line.partition(b":")[0] for line in lines_of(again) if not line.startswith((b" ", b"#", b"-"))]
    before = [line.partition(b":")[0] for line in lines_of(file.data) if not line.startswith((b" ", b"#", b"-"))]
    assert sorted(order) == sorted(before)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_an_item_more_is_a_piece_more_and_can_be_taken_away_again(draw: st.DataObject) -> None:
    lists = [(file, keys[:-1]) for file in files() for keys in file.leaves if keys[-1] == 1]
    file, keys = draw.draw(st.sampled_from(lists))
    after = make(file, Add(keys, "nytt-id"))
    assert len(changed(file.data, after)) == 1
    items = said_at(meaning(Layout(after).root), keys)
    assert items == [*said_at(file.said, keys), "nytt-id"]
    assert make(file, Remove((*keys, len(items) - 1)), data=after) == file.data


FILE = """\
# the organisations, in the order of the city's budget
fof:
  name: 'Fritid'   # as the minutes have it
  kind: department
  members: [a, b]  # two

  # who came after
  successors:
    - x   # the first
    - y

# others
ks:
  name: >-
    Kommun
    styrelsen
  kind: "political_body"
"""


def organisations(edit: Edit) -> str:
    return edited(FILE.encode(), (edit,), "organisations").decode()


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (Set(("fof", "name"), "Sport"), "'Fritid'   #", "'Sport'   #"),
        (Set(("fof", "name"), "Sport: å"), "'Fritid'   #", "'Sport: å'   #"),
        (Set(("fof", "name"), "O'Hara"), "'Fritid'   #", "'O''Hara'   #"),
        (Set(("fof", "name"), "två\nrader"), "'Fritid'   # as the minutes have it\n", "|   # as the minutes have it\n    två\n    rader\n"),
        (Set(("fof", "kind"), "company"), "kind: department", "kind: company"),
        (Set(("fof", "kind"), "a # b"), "kind: department\n", "kind: |\n    a # b\n"),
        (Set(("fof", "members"), ("c",)), "[a, b]", "[c]"),
        (Set(("fof", "members", 1), "c"), "[a, b]", "[a, c]"),
        (Set(("fof", "members", 1), "c, d"), "[a, b]", "[a, 'c, d']"),
        (Add(("fof", "members"), "c"), "[a, b]", "[a, b, c]"),
        (Remove(("fof", "members", 0)), "[a, b]", "[b]"),
        (Remove(("fof", "members", 1)), "[a, b]", "[a]"),
        (Set(("fof", "successors", 0), "z"), "- x   # the", "- z   # the"),
        (Add(("fof", "successors"), "z"), "    - y\n", "    - y\n    - z\n"),
        (Remove(("fof", "successors", 1)), "    - y\n", ""),
        (Set(("fof", "valid"), "../2017"), "[a, b]  # two\n", "[a, b]  # two\n  valid: ../2017\n"),
        (Set(("fof", "mailbox"), "a@b.example"), "    - y\n", "    - y\n  mailbox: a@b.example\n"),
        (Set(("ks", "name"), "Styrelsen"), ">-\n    Kommun\n    styrelsen\n", "Styrelsen\n"),
        (Set(("ks", "kind"), 'a "b"'), '"political_body"', '"a \\"b\\""'),
        (Set(("ks", "abbreviation"), "KS"), "    styrelsen\n", "    styrelsen\n  abbreviation: KS\n"),
        (Rename(("ks",), "kommunstyrelsen"), "\nks:", "\nkommunstyrelsen:"),
        (Rename(("fof", "members"), "part_of"), "members:", "part_of:"),
        (Remove(("fof", "kind")), "  kind: department\n", ""),
        (Set(("new",), {"name": "Ny", "kind": "unit"}, "fof"), "    - y\n", "    - y\nnew:\n  name: Ny\n  kind: unit\n"),
        (Set(("ks", "text", "sv"), "Mer"), '"political_body"\n', '"political_body"\n  text:\n    sv: Mer\n'),
        (Add(("ks", "formerly"), {"name": "X", "until": "2010"}), '"political_body"\n', '"political_body"\n  formerly:\n    - name: X\n      until: 2010\n'),
    ],
)  # fmt: skip
def test_an_edit_in_a_file_that_a_person_laid_out(edit: Edit, old: str, new: str) -> None:
    assert FILE.count(old) == 1
    assert organisations(edit) == FILE.replace(old, new)


@pytest.mark.parametrize(
    "edit",
    [
        Set(("fof", "name"), ""),
        Set(("fof", "members", 5), "x"),
        Set(("fof", "members", 0), "two\nlines"),
        Set(("fof", "name", "sv"), "x"),  # which language is the one that is there?
        Set(("fof", "successors"), "z"),  # a comment would be lost
        Rename(("fof",), "ks"),
        Rename(("no-such",), "x"),
        Remove(("fof", "no-such")),
        Remove(()),
    ],
)
def test_what_cannot_be_done_safely_is_refused(edit: Edit) -> None:
    with pytest.raises(CannotEdit):
        organisations(edit)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"- a\n- b\n",
        b"{a: {name: x}}\n",
        b"a:\n  name: x\n  name: y\n",
        b"a:\n\tname: x\n",
        b"a:\n  name: &x y\n",
        "a:\n  name: x å\n".encode("cp1252"),
        "a:\n  name: x\n".encode("utf-16"),
        "a:\n  name: x\u2028y\n".encode(),
        b"<<<<<<< HEAD\na:\n  name: x\n=======\n>>>>>>> b\n",
    ],
)
def test_a_file_that_is_not_understood_whole_is_not_edited(data: bytes) -> None:
    with pytest.raises(CannotEdit):
        edited(data, [Set(("a", "kind"), "unit")], "organisations")


def test_a_bare_value_gets_its_name_before_another_field_comes() -> None:
    data = b"IOP: Partnerskap  # kort\n"
    assert edited(data, [Set(("IOP", "until"), "2017")], "glossary") == (
        b"IOP:  # kort\n  means: Partnerskap\n  until: 2017\n"
    )


def test_one_value_becomes_a_list_where_another_joins_it() -> None:
    data = b"a:\n  name: A\n  kind: unit\n  successors: b # later\n"
    assert edited(data, [Add(("a", "successors"), "c")], "organisations") == data.replace(b"s: b", b"s: [b, c]")
    assert edited(data, [Set(("a", "successors", 0), "c")], "organisations") == data.replace(b"s: b", b"s: c")
    assert edited(data, [Remove(("a", "successors", 0))], "organisations") == data[: data.index(b"  successors")]


def test_letters_that_a_mac_has_put_together_stay_as_they_are() -> None:
    data = "o\u0308:\n  name: A\u030angermanland\n  kind: unit\n".encode()
    after = edited(data, [Set(("ö", "kind"), "group")], "organisations")
    assert after == data.replace(b"unit", b"group")


def test_the_same_again_changes_nothing() -> None:
    assert organisations(Set(("fof", "name"), "Fritid")) == FILE
    assert organisations(Set(("ks", "name"), "Kommun styrelsen")) == FILE


def test_several_files_are_written_all_or_none(tmp_path: Path) -> None:
    one, other, new = tmp_path / "one.yaml", tmp_path / "other.yaml", tmp_path / "log" / "new.yaml"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    other.write_bytes(b"changed meanwhile")
    with pytest.raises(AlreadyThere) as refused:
        write_all([Change(one, b"1", b"A"), Change(other, b"2", b"B"), Change(new, None, b"C")])
    assert refused.value.path == other
    assert (one.read_bytes(), new.parent.exists()) == (b"1", False)
    write_all([Change(one, b"1", b"A"), Change(other, b"changed meanwhile", b"B"), Change(new, None, b"C")])
    assert (one.read_bytes(), other.read_bytes(), new.read_bytes()) == (b"A", b"B", b"C")


def test_what_was_written_is_put_back_where_the_disk_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other, new = tmp_path / "one.yaml", tmp_path / "other.yaml", tmp_path / "log" / "new.yaml"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    real = write.write_whole

    def failing(path: Path, text: str | bytes) -> None:
        if path == other:
            raise OSError(28, "no room")
        real(path, text)

    monkeypatch.setattr(write, "write_whole", failing)
    with pytest.raises(OSError, match="no room"):
        write_all([Change(new, None, b"C"), Change(one, b"1", b"A"), Change(other, b"2", b"B")])
    assert (one.read_bytes(), other.read_bytes(), new.parent.exists()) == (b"1", b"2", False)


def test_a_file_in_a_shared_folder_is_read_as_it_is_about_to_be() -> None:
    from datetime import date

    from plantrack.model.plan import Header
    from plantrack.plan import Plan

    facts = Facts(Plan(Header(uses=("../common",))), date(2018, 1, 1))
    after = with_files(facts, {"../common/organisations.yaml": b"a:\n  name: A\n  kind: unit\n"})
    assert list(after.plan.organisations) == ["a"]
    assert not after.faults
