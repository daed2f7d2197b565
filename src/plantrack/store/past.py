"""What the commits of a plan's history changed in one thing, the oldest first.

Git's log is read once, through one process, and so are the files' contents, through another. Only what a commit changed
is decoded, each once, and only where the thing is named in it: so two states of a plan here hold nothing but the files
that differ, and can be compared with each other as whole plans can. A merge is held against each commit that it joins.

Knows nothing of who made a commit or what they wrote about it: neither is ever asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from posixpath import normpath
from typing import NamedTuple

from plantrack.facts import Source
from plantrack.model.plan import Header
from plantrack.plan import Plan
from plantrack.record import Record
from plantrack.store.beside import BOTH_AT_ONCE
from plantrack.store.files import PLAN_FILE, is_lent, place_of
from plantrack.store.folder import as_shown, assemble, decode
from plantrack.store.repository import Repository, as_path, lines
from plantrack.store.revision import files_at, is_hidden_anywhere

MARK = b"\x01"
"""Before each commit in what git tells."""
LOG = (
    "-c", "log.showRoot=true", "log", "-z", "-m", "--raw", "--no-abbrev", "--no-renames",
    "--no-relative", "--no-color", "--no-ext-diff", "--date-order", "--reverse", "--format=%x01%H %cI %P",
)  # fmt: skip
PATHS = ("HEAD", "--", ":(top)*.yaml")
INSIDE_GOAL = ("goal", "submission")
FILES_OF: Mapping[str, tuple[str, ...]] = {
    "theme": ("theme", "goal", "submission"),
    **dict.fromkeys(("goal", "activity", "step", "criterion", "indicator"), INSIDE_GOAL),
    "organisation": ("organisations", "submission"),
    "term": ("glossary",),
    **dict.fromkeys(("decision", "mandate item"), ("decision",)),
    **dict.fromkeys(("agreement", "commitment", "principle"), ("agreement",)),
    **{kind: (kind,) for kind in ("plan", "event", "ballot", "round", "submission", "text", "issue")},
}
"""Kind of thing -> the kinds of files that say anything of it."""


class Touched(NamedTuple):
    """One file that a commit changed: what it held before and after, by git's names; empty where it was not there."""

    path: str
    before: str
    after: str


class Commit(NamedTuple):
    """One commit, with what it changed; a merge is told once for each commit that it joins."""

    name: str
    day: date
    parents: int
    files: tuple[Touched, ...]


class Step(NamedTuple):
    """One commit that changed files that name a thing."""

    name: str
    day: date
    first: bool
    """Whether git has no history before this commit."""
    states: tuple[tuple[Plan, Plan], ...]
    """What those files said before, and after; a pair for each commit that it follows."""
    files: tuple[str, str]
    """The file that the thing stands in before and after, in the last pair; empty where it stands in none."""


def commits(repository: Repository) -> Iterator[Commit]:
    """Every commit that changed YAML, those before it first."""
    name, day, parents = "", date.min, 0
    files: list[Touched] = []
    told = lines(repository.here, *LOG, *PATHS)
    for field in told:
        if field.startswith(MARK):
            if files:
                yield Commit(name, day, parents, tuple(files))
                files = []
            name, written, *before = field[1:].decode("ascii").split()
            day, parents = date.fromisoformat(written[:10]), len(before)
        elif b":" in field:
            _modes, _mode, old, new, _letter = field.strip().lstrip(b":").decode("ascii").split()
            files.append(Touched(as_path(next(told)), *("" if not each.strip("0") else each for each in (old, new))))
    if files:
        yield Commit(name, day, parents, tuple(files))


class Past:
    """The history of one plan in its repository."""

    def __init__(self, repository: Repository, header: Header) -> None:
        """Raises ``NoRevision`` where nothing has been committed."""
        self.repository = repository
        self.header = header
        self.commits = list(commits(repository))
        self.headers = self._headers()
        self.lenders: set[str] = set()
        """Folders that it uses and that are plans of their own."""
        self.folders = self._folders()
        every = (header, *self.headers.values())
        self.scale = tuple(dict.fromkeys(word for each in every for word in each.scale))
        self.languages = tuple(dict.fromkeys(each for header in every for each in header.languages))
        self._records: dict[tuple[str, str], Record | None] = {}
        self._named: dict[str, bool] = {}
        self._earlier: dict[str, str] = {}
        """What a file held -> what it held before that, the first time."""

    def steps(self, thing: str, kind: str = "") -> Iterator[Step]:
        """The commits that changed what is said of a thing, or around it; its kind where that is known."""
        self._named = {}
        joined: list[Commit] = []
        for each in self.commits:
            if joined and joined[-1].name != each.name:
                yield from self._step(joined, thing, kind)
                joined = []
            joined.append(each)
        if joined:
            yield from self._step(joined, thing, kind)

    def _step(self, told: Collection[Commit], thing: str, kind: str) -> Iterator[Step]:
        states, files = [], ("", "")
        for commit in told:
            touched = [each for each in commit.files if self._names(each, thing, kind)]
            if touched:
                for each in touched:
                    if each.before and each.after:
                        self._earlier.setdefault(each.after, each.before)
                before = self._sources([(each.path, each.before) for each in touched])
                after = self._sources([(each.path, each.after) for each in touched])
                states.append(
                    (assemble(self._header(before, after), before), assemble(self._header(after, before), after))
                )
                files = file_of(before, thing), file_of(after, thing)
        if states:
            first, *_others = told
            yield Step(first.name, first.day, first.parents == 0, tuple(states), files)

    def _names(self, touched: Touched, thing: str, kind: str) -> bool:
        """Whether a file may say something of a thing, before or after."""
        path = self._inside(touched.path)
        place = place_of(path) if path else None
        if place is None or (kind and place.kind not in FILES_OF[kind]):
            return False
        if place.kind in ("theme", "plan") or place.id == thing:
            return True
        return any(self._holds(blob, thing) for blob in (touched.before, touched.after) if blob)

    def _holds(self, blob: str, thing: str) -> bool:
        if blob not in self._named:
            data = self._bytes(blob)
            unlike = not thing.isascii() or b"\0" in data  # letters may be written in several ways
            self._named[blob] = unlike or thing.encode() in data
        return self._named[blob]

    def _bytes(self, blob: str) -> bytes:
        try:
            return self.repository.objects(blob)
        except OSError:  # a copy may lack some
            return b""

    def _sources(self, files: Collection[tuple[str, str]]) -> list[Source]:
        found = []
        for path, blob in files:
            inside = as_shown(self._inside(path))
            place = place_of(inside)
            record = self._record(blob, inside) if blob else None
            if record is not None and place is not None:
                own = record.__dict__.get("id") if place.kind in ("theme", "goal", "agreement") else None
                found.append(Source(place.kind, own or place.id, inside, record))
        return found

    def _record(self, blob: str, path: str) -> Record | None:
        """What a file said. One that cannot be read, or holds two versions of itself, says what it said before."""
        tried: set[str] = set()
        while blob and blob not in tried:
            record = self._decoded(blob, path)
            if record is not None:
                return record
            tried.add(blob)
            blob = self._earlier.get(blob, "")
        return None

    def _decoded(self, blob: str, path: str) -> Record | None:
        place = place_of(path)
        if place is None:
            return None
        key = blob, place.kind
        if key not in self._records:
            record, faults = decode(place.kind, place.id, path, self._bytes(blob), self.scale, self.languages)
            torn = any(each.reason == BOTH_AT_ONCE for each in faults)
            self._records[key] = None if torn else record
        return self._records[key]

    def _header(self, *near: Collection[Source]) -> Header:
        """The plan's own file as it was there, else as it was on the other side, else as it now is."""
        told = (each.record for sources in near for each in sources)
        return next((each for each in told if isinstance(each, Header)), self.header)

    def _headers(self) -> Mapping[tuple[str, str], Header]:
        """Every wording of every plan's own file, by its folder and git's name."""
        found = {}
        for commit in self.commits:
            for path, _before, blob in commit.files:
                top, _slash, name = path.rpartition("/")
                if name == "plan.yaml" and blob and (top, blob) not in found and "/issued/" not in f"/{top}/":
                    record = decode("plan", "plan", "plan.yaml", self._bytes(blob))[0]
                    if isinstance(record, Header):
                        found[top, blob] = record
        return found

    def _folders(self) -> tuple[str, ...]:
        """The folders that the plan has lain in, and those that it has used, the deepest first.

        One with the same id that still lies elsewhere is a copy.
        """
        here = self.repository.prefix
        known = files_at(self.repository, "HEAD").blobs
        mine = {here}
        for (top, _blob), header in self.headers.items():
            if header.id == self.header.id and f"{top}/plan.yaml".lstrip("/") not in known:
                mine.add(top)
        self.headers = {key: each for key, each in self.headers.items() if key[0] in mine}
        used = {
            normpath(f"{top}/{each}").lstrip("/")
            for top in mine
            for header in (self.header, *self.headers.values())
            for each in header.uses
        }
        self.lenders = {each for each in used - mine if f"{each}/{PLAN_FILE}".lstrip("/") in known}
        return tuple(sorted(mine | used, key=lambda each: (-each.count("/"), -len(each), each)))

    def _inside(self, path: str) -> str:
        """A file's path from the plan's folder, or from one that it uses; empty where it lies in neither."""
        for folder in self.folders:
            if not folder or path.startswith(f"{folder}/"):
                inside = path.removeprefix(f"{folder}/") if folder else path
                kept = folder in self.lenders and not is_lent(inside)
                return "" if kept or is_hidden_anywhere(inside) else inside
        return ""


def file_of(sources: Collection[Source], thing: str) -> str:
    """The file that a thing is defined in, among some."""
    for source in sources:
        stated = source.record.__dict__
        activities = stated.get("activities", {})
        if (
            (source.id == thing and source.kind in ("theme", "goal"))
            or any(thing in stated.get(name, ()) for name in ("activities", "criteria", "indicators"))
            or any(thing in each.steps for each in activities.values())
        ):
            return source.file
    return ""
