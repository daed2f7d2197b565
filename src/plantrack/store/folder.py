"""Reads a plan's folder whole: every file, every fault, nothing skipped in silence."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, cast

from plantrack.facts import Facts, Source, Unreadable
from plantrack.finding import Fault, Span, Where
from plantrack.model.agreement import Agreement
from plantrack.model.ballot import Ballot
from plantrack.model.decision import Decision
from plantrack.model.event import Event
from plantrack.model.glossary import Glossary
from plantrack.model.goal import Goal, Theme
from plantrack.model.organisation import Organisations
from plantrack.model.plan import Header
from plantrack.model.progress import Issue, ReportText, Round, Submission
from plantrack.pattern import pattern
from plantrack.plan import Plan, by_number
from plantrack.record import NOTHING, Keyed, Record, build
from plantrack.store.decode import MISSING, Decoder
from plantrack.store.files import KINDS, TABLES, place_of
from plantrack.store.known import Known, Told
from plantrack.store.nodes import compose
from plantrack.store.personal import personal_data
from plantrack.store.text import BIGGEST, read_text, too_large
from plantrack.store.tree import FolderTree, Tree, TreeFile, shared_files

WINDOWS_REFUSES = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10)))
)
REFUSED_SIGN = pattern(r'[<>"|?*:\\\x00-\x1f\x7f]|[ .]$')
MOST_FAULTS = 500
"""Faults of one file that are told one by one. More than that have one cause."""
START = Span(1, 1, 1, 1)


class NoPlan(Exception):
    """There is no plan to read here."""


def find_plan(start: Path) -> Path:
    """The folder of the nearest ``plan.yaml`` upwards, or ``plan/`` here. Raises ``NoPlan``."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / "plan.yaml").is_file():
            return folder
        if (folder / "plan" / "plan.yaml").is_file():
            return folder / "plan"
    raise NoPlan(str(start))


Watch = Callable[[Sequence[TreeFile]], Iterable[TreeFile]]
"""Hands the files on one by one, and may show how far the reading has come."""


def load(folder: Path, day: date, watch: Watch = iter) -> Facts:
    """Everything that the files of a plan's folder say, with every fault found."""
    return load_tree(FolderTree(folder), day, watch)


def load_tree(tree: Tree, day: date, watch: Watch = iter, known: Known | None = None) -> Facts:
    """Everything that a plan's files say, with every fault found. Never fails on what the files hold.

    Files that are ``known`` from elsewhere are not read.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _load(tree, day, watch, known)
    finally:
        if collecting:
            gc.enable()


def with_files(facts: Facts, files: Mapping[str, bytes]) -> Facts:
    """A plan as it would be read if some files were there, or held something else. Nothing is written."""
    read = Collected()
    header = facts.plan.header
    read.scale = tuple(header.scale)
    read.languages = header.languages or ((header.language,) if header.language else ())
    for path, data in files.items():
        shared = next((f"{used.rstrip('/')}/" for used in header.uses if path.startswith(f"{used.rstrip('/')}/")), "")
        _read_file(read, TreeFile(path.removeprefix(shared), len(data), lambda data=data: data), shared)  # type: ignore[misc]
    sources = [*(each for each in facts.sources if each.file not in files), *read.sources]
    told = [each for faults in facts.faults.values() for each in faults if each.where.file not in files]
    return Facts(
        assemble(_header(read, header), sources),
        facts.day,
        sources=tuple(sources),
        faults=(*told, *read.faults),
        unreadable=(*(each for each in facts.unreadable if each.file not in files), *read.unreadable),
    )


class Collected:
    """What has been read so far."""

    def __init__(self, known: Mapping[str, Told] = NOTHING) -> None:
        self.known = known
        self.sources: list[Source] = []
        self.faults: list[Fault] = []
        self.unreadable: list[Unreadable] = []
        self.scale: tuple[str, ...] = ()
        self.languages: tuple[str, ...] = ()

    def takes(self, file: str) -> bool:
        """Takes what is known of a file, if anything is."""
        told = self.known.get(file)
        if told is None:
            return False
        self.sources.extend(told.sources)
        self.faults.extend(told.faults)
        self.unreadable.extend(told.unreadable)
        return True


def _load(tree: Tree, day: date, watch: Watch, known: Known | None) -> Facts:
    read = Collected(known.files if known else NOTHING)
    files = list(tree.files())
    for file in files:
        if file.path == "plan.yaml":
            _read_file(read, file)
    header = _header(read, known.header if known else Header())
    read.scale = tuple(header.scale)
    read.languages = header.languages or ((header.language,) if header.language else ())
    for file in watch(files):
        if file.path != "plan.yaml":
            _read_file(read, file)
    for number, used in enumerate(header.uses):
        shared = tree.folder(used)
        if shared is None:
            where = Where("plan.yaml", ("uses", number))
            read.faults.append(Fault("missing_folder", where, {"folder": used}))
            read.unreadable.append(Unreadable("organisations", "", used))
            continue
        for file in shared_files(shared):
            _read_file(read, file, used.rstrip("/") + "/")
    return Facts(
        assemble(header, read.sources),
        day,
        sources=tuple(read.sources),
        faults=tuple(read.faults),
        unreadable=tuple(read.unreadable),
    )


def _header(read: Collected, otherwise: Header) -> Header:
    return next((each.record for each in read.sources if isinstance(each.record, Header)), otherwise)


def _read_file(read: Collected, file: TreeFile, prefix: str = "") -> None:
    """Reads one file into what has been collected."""
    path = as_shown(file.path)
    shown = prefix + path
    if read.takes(shown):
        return
    here = Where(shown)
    refused = refused_part(path)
    if refused or path != file.path:
        read.faults.append(Fault("file_name", here, {"file": shown, "name": refused or path}, START))
    is_folder = path.endswith("/")
    place = None if is_folder else place_of(path)
    if not is_folder and (place is None or not path.endswith(".yaml")):
        read.faults.append(Fault("misplaced_file", here, {"file": shown}, START))
        return
    lost = Unreadable(place.kind, place.id, shown) if place else Unreadable("plan", "", shown)
    try:
        data = file.read() if file.size <= BIGGEST else b""
    except OSError as error:
        read.faults.append(Fault("unreadable_file", here, {"file": shown, "number": error.errno or 0}, START))
        read.unreadable.append(lost)
        return
    if place is None:
        return
    if file.size > BIGGEST:
        read.faults.append(too_large(here, file.size))
        read.unreadable.append(lost)
        return
    record, faults = decode(place.kind, place.id, shown, data, read.scale, read.languages)
    read.faults.extend(faults[:MOST_FAULTS])
    if len(faults) > MOST_FAULTS:
        values = {"file": shown, "n": len(faults) - MOST_FAULTS, "line": getattr(faults[MOST_FAULTS].span, "line", 1)}
        read.faults.append(Fault("more_faults", here, values, faults[MOST_FAULTS].span or START))
    if record is None:
        read.unreadable.append(lost)
        return
    identifier = place.id
    if place.kind in ("theme", "goal", "agreement"):
        identifier = record.__dict__.get("id", place.id)
    read.sources.append(Source(place.kind, identifier, shown, record))


def decode(
    kind: str, thing: str, file: str, data: bytes, scale: tuple[str, ...] = (), languages: tuple[str, ...] = ()
) -> tuple[Record | None, list[Fault]]:
    """The record that a file's bytes hold, or None where it holds none, with every fault."""
    text = read_text(file, data)
    faults = list(text.faults)
    if not text.readable:
        return None, faults
    faults.extend(personal_data(file, thing, data, text.text))
    node, more = compose(file, text.text)
    faults.extend(more)
    if node is None:
        if not more:
            faults.append(Fault("empty_file", Where(file), span=START))
        return None, faults
    decoder = Decoder(file, text.text, scale, languages)
    cls = KINDS[kind]
    value: Any
    if kind in TABLES:
        table = cast("Keyed[Any, Any]", cls.FIELDS[TABLES[kind]].kind)
        value = decoder.value(table, node, (), "")
        value = value if value is MISSING else build(cls, {cls.ATTRIBUTES[TABLES[kind]]: value})
    else:
        value = decoder.record(cls, node, (), thing)
    return (None if value is MISSING else value), faults + decoder.faults


def refused_part(path: str) -> str:
    """The first part of a path that Windows refuses as a name; nothing where it takes them all."""
    for part in path.removeprefix("./").rstrip("/").split("/"):
        if REFUSED_SIGN.search(part) or part.partition(".")[0].casefold() in WINDOWS_REFUSES:
            return part
    return ""


def as_shown(path: str) -> str:
    """A path as text: letters put together as everywhere else, and signs that are none made visible."""
    if path.isascii():
        return path
    from unicodedata import normalize

    return normalize("NFC", path.encode("utf-8", "backslashreplace").decode())


def assemble(header: Header, sources: list[Source]) -> Plan:
    """The plan that the files make together. Of two files with one id the first counts."""
    found: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
    organisations: dict[str, Any] = {}
    terms: dict[str, Any] = {}
    theme_in: dict[str, str] = {}
    goal_in: dict[str, str] = {}
    for source in sources:
        found[source.kind].setdefault(source.id, source.record)
        match source.record:
            case Organisations() as table:
                for each, organisation in table.organisations.items():
                    organisations.setdefault(each, organisation)
            case Glossary() as table:
                for word, term in table.terms.items():
                    terms.setdefault(word, term)
            case Theme():
                theme_in.setdefault(source.file.rpartition("/")[0], source.id)
            case Goal():
                goal_in.setdefault(source.id, source.file.rpartition("/")[0])
    for folder in set(goal_in.values()) - set(theme_in):
        theme_in[folder] = folder.rpartition("/")[2].partition("-")[0]
    return Plan(
        header,
        agreements=cast("dict[str, Agreement]", found["agreement"]),
        organisations=organisations,
        terms=terms,
        themes=cast("dict[str, Theme]", _numbered(found["theme"])),
        goals=cast("dict[str, Goal]", _numbered(found["goal"])),
        theme_of={goal: theme_in[folder] for goal, folder in goal_in.items()},
        rounds=cast("dict[str, Round]", found["round"]),
        submissions=cast("dict[str, Submission]", found["submission"]),
        texts=cast("dict[tuple[str, str], ReportText]", _paired(found["text"])),
        issues=cast("dict[tuple[str, str], Issue]", _paired(found["issue"])),
        decisions=cast("dict[str, Decision]", found["decision"]),
        events=cast("dict[str, Event]", found["event"]),
        ballots=cast("dict[str, Ballot]", found["ballot"]),
    )


def _numbered(found: dict[str, Any]) -> dict[str, Any]:
    return {key: found[key] for key in sorted(found, key=by_number)}


def _paired(found: dict[str, Any]) -> dict[tuple[str, str], Any]:
    """What stands in a folder of its own per round, by round and name."""
    pairs = {}
    for key, value in found.items():
        folder, _, name = key.partition("/")
        pairs[folder, name] = value
    return pairs
