"""Annex: abbreviations and terms, those of organisations and those of the glossary."""

from __future__ import annotations

from plantrack.dates import Point
from plantrack.locales import EN_DASH
from plantrack.mark import _
from plantrack.model.glossary import Term
from plantrack.report.document import Block, Cell, Column, Quiet, Row, Section, Table
from plantrack.report.request import Request
from plantrack.report.teller import Teller, lines, printable

ALPHABET = str.maketrans("åäöÅÄÖ", "{|}{|}")
"""Å, ä and ö come last, in this order."""


def write(request: Request, tell: Teller) -> Section | None:
    """Two tables, each in the order of the alphabet."""
    blocks: list[Block] = [table for table in (organisations(request, tell), terms(request, tell)) if table.rows]
    if not blocks:
        return None
    return Section("abbreviations", (tell.say(_("Annex: abbreviations and terms")),), tuple(blocks), new_page=True)


def alphabetic(text: str) -> str:
    """The place of a word in the alphabet."""
    return text.translate(ALPHABET).casefold()


def organisations(request: Request, tell: Teller) -> Table:
    """Abbreviations of organisations, former ones as well."""
    found: list[tuple[str, Cell]] = []
    for each in request.plan.organisations.values():
        if each.abbreviation:
            found.append((each.abbreviation, (tell.said(each.name),)))
        for former in each.formerly:
            if former.abbreviation and former.abbreviation != each.abbreviation:
                until = Quiet(tell.say(_("(until {day})"), day=former.until))
                found.append((former.abbreviation, (tell.said(former.name), " ", until)))
    rows = [Row(((printable(short),), name)) for short, name in sorted(found, key=lambda item: alphabetic(item[0]))]
    columns = (Column(tell.say(_("Abbreviation")), "middle"), Column(tell.say(_("Organisation")), "wide"))
    return Table((tell.say(_("Organisations")),), columns, tuple(rows))


def terms(request: Request, tell: Teller) -> Table:
    """Terms with what they mean, and what has replaced them."""
    rows = [
        Row(((tell.said(word),), meaning(tell, term)))
        for word, term in sorted(request.plan.terms.items(), key=lambda item: alphabetic(item[0]))
    ]
    columns = (Column(tell.say(_("Term")), "middle"), Column(tell.say(_("Meaning")), "wide"))
    return Table((tell.say(_("Terms")),), columns, tuple(rows))


def meaning(tell: Teller, term: Term) -> Cell:
    """What a term stands for, when it was used, and what came after."""
    cells: list[Cell] = [(tell.said(text),) for text in (term.means, term.text) if text]
    if term.from_ or term.until:
        cells.append((Quiet(tell.say(_("used {time}"), time=used(tell, term.from_, term.until))),))
    if term.replaced_by:
        cells.append((Quiet(tell.say(_("replaced by {term}"), term=term.replaced_by)),))
    return lines(cells) or (tell.missing,)


def used(tell: Teller, start: Point | None, end: Point | None) -> str:
    """From when to when a term is used."""
    first, last = (tell.point(point) if point else "" for point in (start, end))
    return f"{first}{EN_DASH}{last}"
