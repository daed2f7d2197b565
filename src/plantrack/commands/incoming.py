"""Forms on their way in: found, read, told apart, and weighed by the rules. What is wrong with one stops no other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from plantrack.commands.options import Session
from plantrack.commands.proposing import Proposed
from plantrack.commands.submitting import Weighed, weigh
from plantrack.draft import FormUsed
from plantrack.finding import ERROR, Finding, Where
from plantrack.forms.collected import Collected, Wish, collect
from plantrack.forms.fault import Place
from plantrack.forms.faults import READ_BEFORE
from plantrack.forms.filled import Filled, NotRead
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
    data = path.read_bytes()
    used = FormUsed(path.name, f"sha256:{sha256(data).hexdigest()}")
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
        return Collected(path.name, None, filled.faults)
    return collect(replies, filled, wish)


def apart(came: Sequence[Came]) -> list[Came]:
    """The forms, each organisation's once: the same again is nothing new, and another one is a fault."""
    first: dict[tuple[str, str], Came] = {}
    found: list[Came] = []
    for each in came:
        draft = each.collected.draft
        other = first.setdefault((draft.by, draft.round), each) if draft else each
        if draft is None or other is each:
            found.append(each)
        elif other.collected.draft and other.collected.draft.answers == draft.answers:
            found.append(each._replace(collected=each.collected._replace(draft=None, read_before=(other.path,))))
        else:
            fault = READ_BEFORE.at(Place(each.path), "together", organisation=draft.by, file=other.path)
            faults = (*each.collected.faults, fault)
            found.append(each._replace(collected=each.collected._replace(draft=None, faults=faults)))
    return found


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
    form_of = dict(zip(proposed.files, (each.path for each in came), strict=True))
    found: dict[str, list[Finding]] = {}
    for finding in proposed.findings:
        where = next(w for w in (finding.where, *finding.related) if w.file in form_of)
        form = form_of[where.file]
        found.setdefault(form, []).append(_in_form(finding, where, form, proposed))
    return {form: tuple(findings) for form, findings in found.items()}


def _in_form(finding: Finding, where: Where, form: str, proposed: Proposed) -> Finding:
    """A finding on a file that is not written, as one on the form that it came by."""
    keys = where.keys or _keys_at(proposed.files[where.file].decode(), finding.span.line if finding.span else 0)
    values = {**finding.values, "file": form} if finding.values.get("file") == where.file else finding.values
    return finding._replace(where=Where(form, keys), values=values)


def _keys_at(text: str, line: int) -> tuple[str, ...]:
    """The keys that lead to a line of a new file: those of the fields that it stands under."""
    found: dict[int, str] = {}
    for each in text.split("\n")[:line]:
        field = FIELD.match(each)
        if field:
            depth = len(field[1])
            found = {at: name for at, name in found.items() if at < depth} | {depth: field[2]}
    return tuple(found[depth] for depth in sorted(found))
