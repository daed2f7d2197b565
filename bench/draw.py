"""Draws an invented plan from a seed: what each of its files says, before it is written in any format.

The YAML set and the Beancount set are written from the same drawing, so that both tools read the same
facts. The same size and seed give the same drawing on every version of Python: only ``random()`` is
used, whose numbers Python promises to keep.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, NamedTuple, TypeVar

import words

T = TypeVar("T")
Document = dict[str, Any]

LAST_YEAR = 2016
LAST_ROUND = 2015
PLAIN = str.maketrans("åäö", "aao")


class Size(NamedTuple):
    """How much a plan holds."""

    themes: int
    goals: int
    activities: int
    answers: int
    organisations: int
    rounds: int
    events_a_year: int


SIZES = {
    "small": Size(3, 9, 26, 100, 6, 2, 3),
    "medium": Size(8, 80, 400, 2_000, 25, 4, 10),
    "large": Size(20, 400, 4_000, 20_000, 100, 4, 40),
}


class Dice:
    """Chance that falls the same way every time."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def below(self, end: int) -> int:
        return int(self._random.random() * end)

    def between(self, first: int, last: int) -> int:
        return first + self.below(last - first + 1)

    def chance(self, share: float) -> bool:
        return self._random.random() < share

    def pick(self, options: Sequence[T]) -> T:
        return options[self.below(len(options))]

    def some(self, options: Sequence[T], number: int) -> list[T]:
        """So many different ones, in the order they stand."""
        left = list(range(len(options)))
        taken = {left.pop(self.below(len(left))) for _ in range(min(number, len(left)))}
        return [options[each] for each in sorted(taken)]

    def hexes(self) -> str:
        return f"{self.below(65536):04x}"


class Work(NamedTuple):
    """An activity as the answers need to know it."""

    id: str
    lead: str
    start: int
    """The first year."""
    end: int
    """The last year."""
    continuous: bool
    started: str


class Gauge(NamedTuple):
    """An indicator as the answers need to know it."""

    id: str
    by: str
    kind: str
    baseline: int
    target: int


class Drawing:
    """The files of one plan by path, each as the fields it holds."""

    def __init__(self, size: Size, seed: int) -> None:
        self.size = size
        self.dice = Dice(seed)
        self.files: dict[str, Document] = {}
        self.first_year = LAST_ROUND - size.rounds + 1
        self.years = range(self.first_year, LAST_ROUND + 1)
        self.organisations = [f"{a}-{d}".lower().translate(PLAIN) for a, d in _offices()][: size.organisations]
        self.promises = [f"atagande-{number}" for number in range(1, min(size.goals, len(words.PROMISES)) + 1)]
        self.works: list[Work] = []
        self.gauges: list[Gauge] = []
        self.judged: list[tuple[str, str]] = []
        """Criterion and who judges it."""
        self.events: dict[int, list[str]] = {}
        self.moved: set[str] = set()
        """Activities whose time a decision has moved; each is moved once."""
        self.done: set[str] = set()
        """Activities that an answer has said to be completed."""
        self.goals = 0
        self.submissions: dict[tuple[str, int], Document] = {}
        """Who has answered in which year -> what."""


def draw(size: Size, seed: int) -> Drawing:
    """A whole plan."""
    drawing = Drawing(size, seed)
    _frame(drawing)
    _goals(drawing)
    for year in drawing.years:
        _events(drawing, year)
        _decision(drawing, year)
        _round(drawing, year)
        _submissions(drawing, year)
    _texts(drawing)
    return drawing


def _offices() -> list[tuple[str, str]]:
    return [(area, district) for district in words.DISTRICTS for area in words.AREAS]


def _frame(drawing: Drawing) -> None:
    """The files at the top, and the decisions that the plan rests on."""
    first = drawing.first_year
    drawing.files["plan.yaml"] = {
        "format": "1",
        "id": f"nordvik-{first}",
        "title": f"Handlingsplan för ett öppnare Nordvik {first}-{LAST_YEAR}",
        "invented": "Påhittad plan för mätningar.",
        "language": "sv",
        "period": f"{first}-{LAST_YEAR}",
        "implements": "overenskommelsen",
        "parties": ["staden", "sektorn"],
        "made_by": ["radet", "kansliet"],
        "made": f"{first - 1}",
        "adopted": f"{first - 1}-12-10-ks",
        "levels": {"theme": "tema", "goal": "mål", "activity": "aktivitet"},
        "follow_up": {"every": "year", "cut_off": "12-31", "responsible": "kansliet", "recipient": "ks"},
        "currency": "SEK",
        "rules": {"PT509": {"severity": "off", "reason": "Det mesta ryms inom ordinarie budget."}},
    }
    drawing.files["organisations.yaml"] = _organisations(drawing)
    drawing.files["glossary.yaml"] = {term: {"text": text} for term, text in words.TERMS}
    commitments: Document = {each: {"text": text} for each, text in zip(drawing.promises, words.PROMISES, strict=False)}
    commitments["jamlikhet"] = {"text": "Jämlikhet prövas i varje fråga.", "cross_cutting": "yes"}
    drawing.files["agreement.yaml"] = {
        "id": "overenskommelsen",
        "title": "Överenskommelse om ett öppnare Nordvik",
        "parties": ["staden", "sektorn"],
        "adopted": f"{first - 2}-05",
        "adopted_by": "kf",
        "valid": f"{first - 2}/{LAST_YEAR}",
        "principles": {"p1": "Öppenhet", "p2": "Dialog"},
        "commitments": commitments,
    }
    _mandate(drawing)


def _organisations(drawing: Drawing) -> Document:
    table: Document = {
        "staden": {"name": "Nordviks stad", "kind": "municipality", "side": "city"},
        "sektorn": {"name": "Föreningslivet i Nordvik", "kind": "sector", "side": "civil_society"},
        "kf": {"name": "Kommunfullmäktige", "kind": "political_body", "side": "city"},
        "ks": {"name": "Kommunstyrelsen", "kind": "political_body", "side": "city"},
        "kansliet": {"name": "Stadens kansli", "kind": "secretariat", "side": "city"},
        "radet": {"name": "Rådet för ett öppnare Nordvik", "kind": "council", "side": "joint"},
    }
    for (area, district), identifier in zip(_offices(), drawing.organisations, strict=False):
        office: Document = {"name": f"Förvaltningen för {area} i {district}", "kind": "department", "side": "city"}
        if drawing.dice.chance(0.1):
            until = f"{drawing.first_year - 2}-12-31"
            office["formerly"] = [{"name": f"Kontoret för {area} i {district}", "until": until}]
        table[identifier] = office
    return table


def _mandate(drawing: Drawing) -> None:
    year = drawing.first_year - 1
    mandate, adopted = f"{year}-03-05-ks", f"{year}-12-10-ks"
    drawing.files[f"decisions/{mandate}.yaml"] = {
        "date": f"{year}-03-05",
        "body": "ks",
        "section": "§ 52",
        "kind": "mandate",
        "title": "Uppdrag att ta fram en handlingsplan",
        "items": {
            f"{mandate}.1": {
                "to": ["kansliet"],
                "with": ["radet"],
                "text": "Ta fram ett förslag till handlingsplan.",
                "report_back": f"{year}-12",
                "completed": adopted,
            }
        },
    }
    drawing.files[f"decisions/{adopted}.yaml"] = {
        "date": f"{year}-12-10",
        "body": "ks",
        "section": "§ 311",
        "kind": "adopt",
        "title": "Handlingsplanen antas",
        "text": "Planen gäller för alla förvaltningar.",
        "answers": [f"{mandate}.1"],
    }


def _shares(dice: Dice, total: int, parts: int) -> list[int]:
    """A total in so many parts of different size, none empty."""
    shares = [1] * parts
    for _ in range(total - parts):
        shares[dice.below(parts)] += 1
    return shares


def _goals(drawing: Drawing) -> None:
    size, dice = drawing.size, drawing.dice
    titles = iter(_titles(dice, size.activities))
    names = iter(_shuffled(dice, [f"{matter} {state}" for matter in words.MATTERS for state in words.STATES]))
    sizes = iter(_shares(dice, size.activities, size.goals))
    for theme in range(1, size.themes + 1):
        folder = f"{theme}-tema"
        goals = size.goals // size.themes + (theme <= size.goals % size.themes)
        drawing.files[f"{folder}/theme.yaml"] = {
            "id": f"{theme}",
            "title": words.THEMES[theme - 1],
            "text": f"Temat samlar {goals} mål som parterna har valt tillsammans.\nMålen är inte rangordnade.",
        }
        for number in range(1, goals + 1):
            goal = f"{theme}.{number}"
            drawing.files[f"{folder}/{goal}-mal.yaml"] = _goal(drawing, goal, next(names), titles, next(sizes))


def _titles(dice: Dice, number: int) -> list[str]:
    every = [f"{verb} {thing} för {whom}" for verb in words.VERBS for thing in words.THINGS for whom in words.FOR_WHOM]
    return _shuffled(dice, every)[:number]


def _shuffled(dice: Dice, options: list[T]) -> list[T]:
    for last in range(len(options) - 1, 0, -1):
        other = dice.below(last + 1)
        options[last], options[other] = options[other], options[last]
    return options


def _goal(drawing: Drawing, goal: str, title: str, titles: Iterator[str], activities: int) -> Document:
    dice = drawing.dice
    promises = drawing.promises
    own = {promises[drawing.goals % len(promises)], dice.pick(promises)}
    drawing.goals += 1
    if drawing.goals % 5 == 0:
        own.add("jamlikhet")
    ids = [f"{goal}.{each}" for each in range(1, activities + 1)]
    document: Document = {
        "id": goal,
        "title": title,
        "text": "Målet kom till i samtal mellan parterna.\nDet nås genom flera små steg och prövas varje år.",
        "due": f"{LAST_YEAR}",
        "commitments": sorted(own),
    }
    if activities > 2 and dice.chance(0.3):
        document["shared"] = [{"for": ids[:2], "advisory": ["radet"]}]
    document["activities"] = {each: _activity(drawing, each, next(titles)) for each in ids}
    document["criteria"] = {}
    for each in (1, 2):
        criterion, judge = f"{goal}.k{each}", dice.pick(drawing.organisations)
        document["criteria"][criterion] = {
            "text": words.CRITERIA[(dice.below(3) + 3 * each) % 6],
            "for": ids[each - 1 :: 2] or ids,
            "follow_up": [judge],
        }
        drawing.judged.append((criterion, judge))
    document["indicators"] = {f"{goal}.m1": _indicator(drawing, goal, ids)}
    return document


def _activity(drawing: Drawing, identifier: str, title: str) -> Document:
    dice = drawing.dice
    lead = dice.pick(drawing.organisations)
    other, third = dice.some([each for each in drawing.organisations if each != lead], 2)
    when, start, end, continuous = _when(drawing)
    activity: Document = {"title": title}
    if dice.chance(0.3):
        activity["text"] = "Arbetet bygger på tidigare försök.\nErfarenheterna tas om hand av enheterna."
    activity["lead"] = [lead]
    activity["implementing" if dice.chance(0.3) else "partner"] = [other, third] if dice.chance(0.4) else [other]
    activity["when"] = when
    if dice.chance(0.25):
        amount = dice.between(2, 40) * 10_000
        activity["cost"] = [
            {
                "kind": "amount",
                "amount": _spaced(amount),
                "year": f"{start}",
                "bearers": {lead: _spaced(amount // 2), other: _spaced(amount - amount // 2)},
            }
        ]
    else:
        activity["cost"] = "ordinary"
    if dice.chance(0.15):
        activity["steps"] = {f"{identifier}.a": "Förbered och förankra", f"{identifier}.b": "Genomför och följ upp"}
    drawing.works.append(Work(identifier, lead, start, end, continuous, f"{start}-{dice.between(1, 6):02}"))
    return activity


def _when(drawing: Drawing) -> tuple[str, int, int, bool]:
    """A time as people write it, its first and last year, and whether it goes on all the time."""
    dice, first = drawing.dice, drawing.first_year
    start = dice.between(first, LAST_ROUND)
    end = dice.between(start, LAST_YEAR)
    match dice.below(16):
        case 0:
            return f"fortlöpande {first}-{LAST_YEAR}", first, LAST_YEAR, True
        case 1:
            return f"hösten {start}", start, start, False
        case 2:
            return f"våren {start}", start, start, False
        case 3:
            return f"{start}-Q{dice.between(1, 4)}", start, start, False
        case 4:
            return f"tertial {dice.between(1, 3)} {start}", start, start, False
        case 5:
            return f"{end}", end, end, False
    return (f"{start}-{end}", start, end, False) if start < end else (f"{start}", start, start, False)


def _spaced(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def _indicator(drawing: Drawing, goal: str, ids: list[str]) -> Document:
    dice = drawing.dice
    kind, text, unit = dice.pick(words.MEASURES)
    baseline = dice.between(20, 40)
    target = baseline + dice.between(10, 50)
    by = dice.pick(drawing.organisations)
    halfway = (baseline + target) // 2
    indicator: Document = {
        "text": text,
        "kind": kind,
        "for": ids,
        "criterion": [f"{goal}.k1"],
        "unit": unit,
        "direction": "up",
        "baseline": {f"{drawing.first_year - 1}": f"{baseline}"},
        "targets": {f"{LAST_ROUND}": f"{halfway}", f"{LAST_YEAR}": f"{target}"},
        "every": "year",
        "source": "Den årliga enkäten till alla enheter",
        "follow_up": [by],
    }
    if kind == "share":
        indicator["numerator"] = "de som har svarat ja"
        indicator["denominator"] = "alla som har svarat"
    drawing.gauges.append(Gauge(f"{goal}.m1", by, kind, baseline, target))
    return indicator


def _events(drawing: Drawing, year: int) -> None:
    dice = drawing.dice
    drawing.events[year] = []
    for _ in range(drawing.size.events_a_year):
        kind, title, stem = dice.pick(words.EVENTS)
        day = f"{year}-{dice.between(1, 10):02}-{dice.between(1, 28):02}"
        identifier = f"{day}-{stem}-{dice.hexes()}"
        present = {each: f"{dice.between(1, 4)}" for each in dice.some(drawing.organisations, 3)}
        items: list[Document] = [
            {"title": point, "text": dice.pick(words.COMMENTS)} for point in dice.some(words.POINTS, 3)
        ]
        items[0]["about"] = [dice.pick(drawing.works).id]
        items[-1]["action"] = [{"text": "Lämna synpunkter på underlaget", "who": ["radet"], "when": "nästa möte"}]
        drawing.files[f"log/{year}/{identifier}.yaml"] = {
            "date": day,
            "kind": kind,
            "title": title,
            "body": "radet",
            "present": present,
            "items": items,
        }
        drawing.events[year].append(identifier)


def _decision(drawing: Drawing, year: int) -> None:
    """A decision that moves the time of a few activities. The goals' files hold the time it moved them to."""
    dice = drawing.dice
    changes: Document = {}
    may_move = [w for w in drawing.works if w.end > year and not w.continuous and w.id not in drawing.moved]
    for work in dice.some(may_move, 3):
        path = f"{work.id.partition('.')[0]}-tema/{work.id.rpartition('.')[0]}-mal.yaml"
        when = drawing.files[path]["activities"][work.id]["when"]
        drawing.moved.add(work.id)
        changes[work.id] = {"when": {"from": f"{work.end - 1}", "to": when, "why": "Förberedelserna tog längre tid."}}
    if changes:
        drawing.files[f"decisions/{year}-05-20-ks.yaml"] = {
            "date": f"{year}-05-20",
            "body": "ks",
            "section": f"§ {dice.between(100, 250)}",
            "kind": "move_deadline",
            "title": "Tider i planen flyttas",
            "changes": changes,
        }


def _round(drawing: Drawing, year: int) -> None:
    drawing.files[f"rounds/{year}.yaml"] = {
        "title": f"Årsuppföljning {year}",
        "period": f"{year}",
        "cut_off": f"{year}-12-31",
        "opened": f"{year}-11-01",
        "answer_by": f"{year}-12-11",
        "closed": f"{year + 1}-01-31",
    }


def _submissions(drawing: Drawing, year: int) -> None:
    """One file per organisation that answers, with so many answers in all as the size says for a round."""
    dice = drawing.dice
    asked: list[Work | Gauge | tuple[str, str]] = [*drawing.works, *drawing.gauges, *drawing.judged]
    for each in dice.some(asked, drawing.size.answers // drawing.size.rounds):
        match each:
            case Work(thing, by):
                answer = _of_work(drawing, each, year)
            case Gauge(thing, by):
                answer = _of_gauge(drawing, each, year)
            case (thing, by):
                answer = {"fulfilment": _judged(dice, year), "ground": dice.pick(words.GROUNDS)}
        _submission(drawing, by, year)["answers"][thing] = answer


def _submission(drawing: Drawing, by: str, year: int) -> Document:
    if (by, year) not in drawing.submissions:
        day = f"{year}-11-{drawing.dice.between(15, 30)}"
        document: Document = {"by": by, "date": day, "round": f"{year}", "answers": {}}
        drawing.submissions[by, year] = document
        drawing.files[f"progress/{year}/{day}-{by}-{drawing.dice.hexes()}.yaml"] = document
    return drawing.submissions[by, year]


def _of_work(drawing: Drawing, work: Work, year: int) -> Document | str:
    dice = drawing.dice
    if year < work.start:
        return {"status": "not_started", "comment": dice.pick(words.WAITING)} if dice.chance(0.5) else "not_started"
    if work.id in drawing.done:
        return {"status": "unchanged", "comment": dice.pick(words.COMMENTS)} if dice.chance(0.3) else "unchanged"
    answer: Document = {"status": "ongoing", "started": work.started}
    if work.continuous or year < work.end:
        answer["comment"] = dice.pick(words.COMMENTS)
    elif dice.chance(0.8):
        drawing.done.add(work.id)
        answer["status"] = "completed"
        answer["completed"] = f"{year}-{dice.between(7, 10):02}"
        answer["comment"] = dice.pick(words.COMMENTS)
    else:
        answer["deviation"] = dice.pick(words.DEVIATIONS)
        answer["remedy"] = dice.pick(words.REMEDIES)
        answer["expected"] = f"{min(year + 1, LAST_YEAR)}-06"
    if dice.chance(0.2):
        answer["evidence"] = [dice.pick(drawing.events[year])]
    return answer


def _of_gauge(drawing: Drawing, gauge: Gauge, year: int) -> Document:
    dice = drawing.dice
    gone = (year - drawing.first_year + 1) / (LAST_YEAR - drawing.first_year + 1)
    value = gauge.baseline + round((gauge.target - gauge.baseline) * gone) + dice.between(-4, 4)
    answer: Document = {"value": f"{value}", "at": f"{year}-10", "n": "100"}
    if gauge.kind == "share":
        answer["numerator"], answer["denominator"] = f"{value}", "100"
    answer["comment"] = dice.pick(words.GROUNDS)
    return answer


def _judged(dice: Dice, year: int) -> str:
    return dice.pick(("not_achieved", "partly", "partly") if year < LAST_ROUND else ("partly", "partly", "achieved"))


def _texts(drawing: Drawing) -> None:
    """What people write for the last report: on the whole, and on each goal."""
    dice = drawing.dice
    drawing.files[f"reports/{LAST_ROUND}/summary.yaml"] = {
        "by": "kansliet",
        "date": f"{LAST_ROUND + 1}-01-20",
        "headline": "Det mesta följer planen, men några aktiviteter har inte kommit i gång.",
        "assessment": "Parterna arbetar mer tillsammans än när planen började.\nKunskapen växer där ansvaret är känt.",
        "analysis": "Förvaltningarna har fått stöd av samordnarna.\nBolagen saknar ett tydligt uppdrag.",
    }
    for path, document in list(drawing.files.items()):
        if path.endswith("-mal.yaml"):
            drawing.files[f"reports/{LAST_ROUND}/{document['id']}.yaml"] = {
                "by": "kansliet",
                "date": f"{LAST_ROUND + 1}-01-15",
                "fulfilment": "partly",
                "forecast": dice.pick(("expected", "expected", "uncertain")),
                "ground": dice.pick(words.GROUNDS),
                "assessment": dice.pick(words.COMMENTS),
            }
