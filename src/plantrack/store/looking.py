"""Looks for words in everything that a plan's files say, file by file, without reading into records what has none of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from plantrack.facts.search import COMMENT, Hit, Span, Thing, Wanted, folded, found_in
from plantrack.store.files import Place, place_of
from plantrack.store.nodes import Node, ScalarNode, compose
from plantrack.store.text import BIGGEST, read_text
from plantrack.store.tree import Tree, TreeFile
from plantrack.store.written import Written, file_thing, lines_of, stated_by, written

ANSWERS = ("submission", "text", "issue")
"""Kinds of files that define nothing that a title is known by."""
NAMED_BY_FILE = ("round", "submission", "event", "decision", "ballot")
"""Kinds of things whose id is the name of their file and stands nowhere in it."""
FOR_EDITORS = "# yaml-language-server:"


class Defining:
    """Of a plan's files those that define things; answers and reports are left out."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def folder(self, path: str) -> Defining | None:
        found = self.tree.folder(path)
        return Defining(found) if found else None

    def files(self) -> Iterator[TreeFile]:
        for file in self.tree.files():
            place = place_of(file.path)
            if place is None or place.kind not in ANSWERS:
                yield file


Watch = Callable[[Sequence[tuple[str, TreeFile]]], Iterable[tuple[str, TreeFile]]]


def look(tree: Tree, uses: Sequence[str], wanted: tuple[Wanted, ...], watch: Watch = iter) -> Iterator[Hit]:
    """Every hit in a plan's files and in the folders that it shares, in the order of files and lines."""
    files = [("", each) for each in tree.files()]
    for used in uses:
        shared = tree.folder(used)
        files += [(used.rstrip("/") + "/", each) for each in shared.files()] if shared else []
    for prefix, file in watch(files):
        place = place_of(file.path)
        if place is not None and file.size <= BIGGEST:
            yield from sorted(_in_file(prefix + file.path, place, file, wanted), key=lambda hit: hit.line)


def _in_file(shown: str, place: Place, file: TreeFile, wanted: tuple[Wanted, ...]) -> Iterator[Hit]:
    try:
        data = file.read()
    except OSError:
        return
    if place.kind in NAMED_BY_FILE and [each.text for each in wanted] == [folded(place.id)]:
        yield Hit(shown, 1, place.id, ((0, len(place.id)),), ((place.kind, place.id),), ("id",))
    if not _may_hold(data, wanted):
        return
    text = read_text(shown, data)
    lines = text.text.split("\n")
    node = compose(shown, text.text)[0] if text.readable else None
    if node is None:
        yield from _line_by_line(shown, place, lines, wanted)
        return
    by = stated_by(node)
    for piece in written(place, node):
        if found_in(piece.node.value, wanted):
            yield from (hit._replace(by=by) for hit in _hits(shown, piece, lines, wanted))
    yield from _in_comments(shown, file_thing(place, node), node, lines, wanted)


def _may_hold(data: bytes, wanted: tuple[Wanted, ...]) -> bool:
    """Whether a file has all the words somewhere. One in which signs are written in another way is read to know."""
    if b"\\" in data or b"''" in data:
        return True
    try:
        text = folded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return True
    return all(word in text for each in wanted for word in each.words)


def _hits(file: str, piece: Written, lines: Sequence[str], wanted: tuple[Wanted, ...]) -> Iterator[Hit]:
    """One hit for each line of a text where one begins."""
    its = lines_of(piece.node, lines)
    whole = "\n".join(text for _number, text in its)
    spans = found_in(whole, wanted)
    if not spans:
        # Quoted signs over several lines: it is there, and the first line is as near as can be told.
        its = [(piece.node.start_mark.line, piece.node.value)]
        whole, spans = piece.node.value, found_in(piece.node.value, wanted)
    starts = [*_starts(its)]
    by_line: dict[int, list[Span]] = {}
    for span in spans:
        by_line.setdefault(bisect_right(starts, span[0]) - 1, []).append(span)
    for number, here in by_line.items():
        last = max(bisect_right(starts, end - 1) - 1 for _start, end in here)
        text = whole[starts[number] : starts[last] + len(its[last][1])].replace("\n", " ")
        moved = tuple((start - starts[number], end - starts[number]) for start, end in here)
        yield Hit(file, its[number][0] + 1, text, moved, piece.things, piece.trail, piece.language)


def _starts(its: list[tuple[int, str]]) -> Iterator[int]:
    start = 0
    for _number, text in its:
        yield start
        start += len(text) + 1


def _line_by_line(file: str, place: Place, lines: Sequence[str], wanted: tuple[Wanted, ...]) -> Iterator[Hit]:
    """A file that is no YAML: each line is a text."""
    for number, line in enumerate(lines):
        spans = found_in(line.strip(), wanted)
        if spans:
            yield Hit(file, number + 1, line.strip(), spans, ((place.kind, place.id),), ())


def _in_comments(
    file: str, thing: Thing, node: Node, lines: Sequence[str], wanted: tuple[Wanted, ...]
) -> Iterator[Hit]:
    """What stands on lines of its own after a comment sign, and not inside a text."""
    found = []
    for number, line in enumerate(lines):
        bare = line.strip()
        if bare.startswith("#") and not bare.startswith(FOR_EDITORS):
            spans = found_in(bare, wanted)
            if spans:
                found.append(Hit(file, number + 1, bare, spans, (thing,), (COMMENT,)))
    if found:
        inside = frozenset(chain.from_iterable(_covered(node)))
        yield from (each for each in found if each.line - 1 not in inside)


def _covered(node: Node) -> Iterator[range]:
    """The lines inside longer texts."""
    if isinstance(node, ScalarNode):
        if node.end_mark.line > node.start_mark.line:
            last = node.end_mark.line - (node.end_mark.column == 0)
            yield range(node.start_mark.line + 1, last + 1)
        return
    for each in node.value:
        for part in each if isinstance(each, tuple) else (each,):
            yield from _covered(part)
