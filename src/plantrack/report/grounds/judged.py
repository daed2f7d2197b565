"""What the judgement of a goal or a criterion rests on."""

from __future__ import annotations

from plantrack.finding import Where
from plantrack.followup.standing import JudgedStanding
from plantrack.report import standing_cells
from plantrack.report.grounds.ground import Ground, Search, once, sentences
from plantrack.report.why_words import because


def judgement(search: Search, kind: str, name: str, standing: JudgedStanding, round_id: str) -> Ground:
    """Who judged it, in an answer or in the report's own texts. ``name`` is fulfilment or forecast."""
    tell = search.tell
    said = standing_cells.fulfilment if name == "fulfilment" else standing_cells.forecast
    places: list[Where] = []
    if standing.text and standing.text[name]:
        places.append(search.facts.where("text", f"{round_id}/{standing.id}", name))
    elif standing.given or standing.answers:
        places += search.answers(standing.answers, standing.why, name)
        places += search.answer(standing.given, name) if standing.given and not places else []
    missing = "" if places else search.looked_for(standing.id, round_id)
    if standing.last and not places:
        places += search.answer(standing.last, name)
    return Ground(
        said(tell, standing),
        sentences(because(tell, standing.why), missing),
        once(places or [search.facts.where(kind, standing.id)]),
    )
