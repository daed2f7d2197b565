"""The plans that continue one, where they lie in folders beside it: what they promise, and no more, is read.

What took over an activity stands only in the plan that did. So a final report that tells of it rests on those files too,
and an issue keeps them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple

from plantrack.facts import Source
from plantrack.model.plan import Header
from plantrack.plan import Plan
from plantrack.store.beside_folder import id_of_bytes
from plantrack.store.digest import normalised
from plantrack.store.files import PLAN_FILE, place_of
from plantrack.store.folder import assemble, decode
from plantrack.store.text import BIGGEST
from plantrack.store.tree import Files

KINDS = ("plan", "theme", "goal")


class Following(NamedTuple):
    """A plan that continues another."""

    way: str
    """The way to its folder from the other's."""
    plan: Plan
    """What it promises."""
    files: Mapping[str, bytes]
    """The files that say so, by their paths in its folder."""


def following(tree: Files, names: Iterable[str]) -> tuple[Following, ...]:
    """The plans with some ids that lie beside one, in the order of the ids; without those that are not there."""
    wanted = tuple(names)
    if not wanted:
        return ()
    found = {}
    for way in tree.plans_beside():
        other = tree.folder(way)
        name = id_of_bytes(other.read(PLAN_FILE) or b"") if other else ""
        if other and name in wanted and name not in found:
            found[name] = _read(way, other)
    return tuple(found[each] for each in wanted if each in found)


def digest_of_following(plans: Iterable[Following]) -> str:
    """The SHA-256 of what was read of the plans that continue one; empty where there are none."""
    total, some = sha256(), False
    for each in plans:
        for path, data in sorted(each.files.items()):
            total.update(path.encode("utf-8", "surrogateescape") + b"\n" + normalised(data) + b"\0")
            some = True
    return total.hexdigest() if some else ""


def _read(way: str, tree: Files) -> Following:
    files: dict[str, bytes] = {}
    for each in tree.files():
        place = place_of(each.path)
        if place and place.kind in KINDS and each.size <= BIGGEST:
            try:
                files[each.path] = each.read()
            except OSError:
                continue
    header = next(iter(_sources({PLAN_FILE: files.get(PLAN_FILE, b"")}, Header())), None)
    own = header.record if header and isinstance(header.record, Header) else Header()
    return Following(way, assemble(own, _sources(files, own)), files)


def _sources(files: Mapping[str, bytes], header: Header) -> list[Source]:
    found = []
    for path, data in files.items():
        place = place_of(path)
        assert place is not None
        record = decode(place.kind, place.id, path, data, tuple(header.scale), header.languages)[0]
        if record is not None:
            found.append(Source(place.kind, record.__dict__.get("id", place.id), path, record))
    return found
