"""The glossary: what each term stands for, what has replaced it and from when, and where an old one is still used."""

from __future__ import annotations

from typing import NamedTuple

from plantrack.facts import Facts
from plantrack.facts.old_terms import dated_passages, names_in, old_terms, used_in
from plantrack.facts.wording import Passage
from plantrack.finding import Where
from plantrack.mark import _
from plantrack.model.glossary import Term
from plantrack.report.document import BREAK, Block, Bullets, Cell, Column, Prose, Quiet, Row, Section, Table
from plantrack.report.teller import Teller, lines, lines_of
from plantrack.views.told import Place

NONE: Cell = (Quiet("\N{EN DASH}"),)


class Uses(NamedTuple):
    """The texts that use a term that has been replaced."""

    before: tuple[Where, ...]
    """From when it was the right one, which are left as they are."""
    after: tuple[Where, ...]
    """From later."""


def uses_of(facts: Facts) -> dict[str, Uses]:
    """Per term that has been replaced: where it is used, in texts of which it is known when they were written."""
    names = names_in(facts.plan)
    found: dict[str, tuple[list[Where], list[Where]]] = {}
    passages = list(dated_passages(facts))
    for term in old_terms(facts.plan):
        before, after = found.setdefault(term.term, ([], []))
        for passage, day in passages:
            if used_in(term, passage.text, names):
                (after if day > term.until else before).append(_where(facts, passage))
    return {term: Uses(tuple(before), tuple(after)) for term, (before, after) in found.items()}


def of_terms(facts: Facts, tell: Teller, place: Place) -> Section:
    """The whole glossary, in the order of its file."""
    uses = uses_of(facts)
    terms = facts.plan.terms
    say = tell.say
    if not terms:
        return Section("terms", (say(_("Terms")),), (Prose((say(_("The glossary is empty.")),)),))
    columns = (
        Column(say(_("Term")), "middle"),
        Column(say(_("What it is")), "wide"),
        Column(say(_("Used")), "narrow"),
        Column(say(_("Now")), "middle"),
    )
    rows = tuple(Row(((term,), _what(tell, each), _life(tell, each), _now(tell, each))) for term, each in terms.items())
    blocks: list[Block] = [Table((), columns, rows)]
    parts = tuple(_uses(tell, place, term, each) for term, each in uses.items())
    return Section("terms", (say(_("Terms")),), tuple(blocks), parts)


def _uses(tell: Teller, place: Place, term: str, uses: Uses) -> Section:
    """Where a term is used that has been replaced."""
    one, many = (
        _("{n} text from before uses it, and is left as it is."),
        _("{n} texts from before use it, and are left as they are."),
    )
    blocks: list[Block] = [Prose((tell.speech.count(one, many, len(uses.before)),))] if uses.before else []
    if uses.after:
        blocks.append(Prose((tell.say(_("These texts are later and use it still:")),)))
        blocks.append(Bullets(tuple((place(where),) for where in uses.after)))
    else:
        blocks.append(Prose((tell.say(_("No later text uses it. Names and quotations are not counted.")),)))
    return Section(f"term-{term}", (tell.say(_("“{term}”, replaced"), term=term),), tuple(blocks))


def _what(tell: Teller, term: Term) -> Cell:
    """What it stands for, and the first line of what it is."""
    means: Cell = (tell.said(term.means),) if term.means else ()
    said = lines_of(tell.text(term.text).source) if term.text else []
    return lines(cell for cell in (means, (said[0],) if said else ()) if cell) or NONE


def _life(tell: Teller, term: Term) -> Cell:
    """From when, and until when."""
    since: Cell = (tell.say(_("from {time}"), time=tell.point(term.from_)),) if term.from_ else ()
    until: Cell = (tell.say(_("until {time}"), time=tell.point(term.until)),) if term.until else ()
    return (*since, BREAK, *until) if since and until else since or until or NONE


def _now(tell: Teller, term: Term) -> Cell:
    """What it is called now, where that is something else."""
    if term.replaced_by:
        return (term.replaced_by,)
    return (tell.say(_("no longer used")),) if term.until else NONE


def _where(facts: Facts, passage: Passage) -> Where:
    return facts.where(passage.kind, passage.thing, *passage.keys)
