"""Forms on their way in: found, read, told apart, and weighed by the rules. What is wrong with one stops no other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from plantrack.commands.options import Session
from plantrack.commands.proposing import Proposed
from plantrack.commands.submitting import Weighed, weigh
from plantrack.draft import Fields, FormUsed
from plantrack.finding import ERROR, Finding, Where
from plantrack.forms.collected import Collected, Wish, collect
from plantrack.forms.fault import Place
from plantrack.forms.faults import NOT_A_FORM_FILE, READ_BEFORE
from plantrack.forms.filled import Filled, NotRead
from plantrack.forms.told import place_of, shown_path
from plantrack.mark import _
from plantrack.pattern import pattern
from plantrack.replies import Replies
from plantrack.shell import CannotRun

FIELD = pattern(r"( {0,4})([^\s:#'\"][^:#'\"]*):(?: |$)")
"""A field of a new file, as far in as the fields of an answer stand."""
ENDINGS = {".md": "markdown", ".markdown": "markdown", ".txt": "markdown", ".xlsx": "excel", ".xlsm": "excel"}
IN_FOLDERS = (".xlsx", ".xlsm", ".md", ".markdown")
"""What is looked for in a folder. Other texts are read where they are named."""
LOCK = "~$"
"""How the file begins that Excel puts beside one that is open."""


class Came(NamedTuple):
    """A file that has come back, with what it comes to."""

    path: str
    collected: Collected


def files_meant(named: Sequence[str]) -> list[Path]:
    """The files that were named, and the forms in the folders that were."""
    found: list[Path] = []
    for each in named:
        path = Path(each)
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.casefold() in IN_FOLDERS and p.is_file())
            found += [p for p in inside if not p.name.startswith((LOCK, "."))]
        elif path.is_file():
            found.append(path)
        else:
            raise CannotRun(_("There is no file or folder {path}."), path=each)
    if not found:
        raise CannotRun(_("There is no form in {path}: no file that ends in .xlsx or .md."), path=named[0])
    return list(dict.fromkeys(found))


def read_form(replies: Replies, path: Path, wish: Wish) -> Collected:
    """What a file comes to."""
    name = shown_path(path.name)
    if not _is_text(path.name):
        return Collected(name, None, (NOT_A_FORM_FILE.at(Place(name), "name"),))
    data = path.read_bytes()
    used = FormUsed(name, f"sha256:{sha256(data).hexdigest()}")
    filled: Filled | NotRead
    if ENDINGS.get(path.suffix.casefold()) == "markdown":
        from plantrack.forms.markdown_reading import read_markdown

        filled = read_markdown(used, data)
    else:
        from plantrack.forms.excel_reading import read_excel

        try:
            filled = read_excel(used, data)
        except ImportError:
            raise CannotRun(
                _('Excel forms need one package more: pip install "plantrack[excel]". Markdown needs none: --format md')
            ) from None
    if isinstance(filled, NotRead):
        return Collected(name, None, filled.faults)
    return collect(replies, filled, wish)


def _is_text(name: str) -> bool:
    """Whether the name of a file can be written down: a disk from another system may hold any bytes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def apart(came: Sequence[Came]) -> list[Came]:
    """The forms, each organisation's once: the same again is nothing new, and of two that differ neither is read."""
    alike: dict[tuple[str, str], list[Came]] = {}
    for each in came:
        if each.collected.draft:
            alike.setdefault((each.collected.draft.by, each.collected.draft.round), []).append(each)
    return [_beside(each, alike[draft.by, draft.round]) if (draft := each.collected.draft) else each for each in came]


def _beside(one: Came, all_: Sequence[Came]) -> Came:
    """A form beside all those of its organisation that were read with it."""
    draft, collected = one.collected.draft, one.collected
    other = next((each for each in all_ if draft and _answers(each) != draft.answers), None)
    if other and draft:
        file = shown_path(other.path)
        fault = READ_BEFORE.at(Place(one.path), "together", organisation=draft.by, file=file)
        return one._replace(collected=collected._replace(draft=None, faults=(*collected.faults, fault)))
    if one is not all_[0]:
        return one._replace(collected=collected._replace(draft=None, read_before=(shown_path(all_[0].path),)))
    return one


def _answers(came: Came) -> Mapping[str, Fields]:
    return came.collected.draft.answers if came.collected.draft else {}


class Heard(NamedTuple):
    """What the rules say of forms: the answers that they let through, and what they say of each form."""

    weighed: Weighed | None
    """None where they let nothing through."""
    refused: frozenset[str]
    """The forms that they do not let through."""
    said: Mapping[str, tuple[Finding, ...]]
    """Form -> what they say of it, with keys that lead to the answer."""


def weigh_forms(session: Session, came: Sequence[Came]) -> Heard:
    """The forms as the rules judge them: together, and without those that they do not let through."""
    refused: frozenset[str] = frozenset()
    said: dict[str, tuple[Finding, ...]] = {}
    left = [each for each in came if each.collected.draft]
    while left:
        weighed = weigh(session, [each.collected.draft for each in left if each.collected.draft])
        found = _by_form(left, weighed.proposed)
        if not weighed.proposed.refused:
            return Heard(weighed, refused, {**found, **said})
        stopped = [path for path, findings in found.items() if any(each.severity == ERROR for each in findings)]
        said.update((path, found[path]) for path in stopped)
        refused |= frozenset(stopped)
        left = [each for each in left if each.path not in refused]
    return Heard(None, refused, said)


def _by_form(came: Sequence[Came], proposed: Proposed) -> dict[str, tuple[Finding, ...]]:
    """Form -> what the rules say of the file that it would become, or of others because of it."""
    form_of = dict(zip(proposed.files, came, strict=True))
    found: dict[str, list[Finding]] = {}
    for finding in proposed.findings:
        where = next(w for w in (finding.where, *finding.related) if w.file in form_of)
        form = form_of[where.file]
        found.setdefault(form.path, []).append(_in_form(finding, where, form, proposed))
    return {form: tuple(findings) for form, findings in found.items()}


def _in_form(finding: Finding, where: Where, form: Came, proposed: Proposed) -> Finding:
    """A finding on a file that is not written, as one on the form that it came by, with the form's own line."""
    keys = where.keys or _keys_at(proposed.files[where.file].decode(), finding.span.line if finding.span else 0)
    values = finding.values
    if values.get("file") == where.file:
        values = {**values, "file": shown_path(form.path)}
        place = place_of(keys, form.collected.places)
        if "line" in values:
            values = {**values, "line": place.row if place else 1}
    return finding._replace(where=Where(form.path, keys), values=values)


def _keys_at(text: str, line: int) -> tuple[str, ...]:
    """The keys that lead to a line of a new file: those of the fields that it stands under."""
    found: dict[int, str] = {}
    for each in text.split("\n")[:line]:
        field = FIELD.match(each)
        if field:
            depth = len(field[1])
            found = {at: name for at, name in found.items() if at < depth} | {depth: field[2]}
    return tuple(found[depth] for depth in sorted(found))
