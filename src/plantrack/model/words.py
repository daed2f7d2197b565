"""The closed lists of words that files use, with what a person may write instead of them."""

from __future__ import annotations

from plantrack.kinds import Choice
from plantrack.mark import _

STATUSES = {
    "not_started": _("not started"),
    "ongoing": _("ongoing"),
    "completed": _("completed"),
    "paused": _("paused"),
    "cancelled": _("cancelled"),
    "withdrawn": _("withdrawn"),
    "unchanged": _("unchanged"),
}
STATUS_ALSO = {
    "ej påbörjad": "not_started", "inte påbörjad": "not_started", "planned": "not_started", "todo": "not_started",
    "pågår": "ongoing", "pågående": "ongoing", "påbörjad": "ongoing", "started": "ongoing", "in_progress": "ongoing",
    "genomförd": "completed", "klar": "completed", "avslutad": "completed", "done": "completed",
    "finished": "completed", "pausad": "paused", "vilande": "paused", "avbruten": "cancelled",
    "canceled": "cancelled", "utgår": "withdrawn", "utgått": "withdrawn", "oförändrad": "unchanged",
    "oförändrat": "unchanged", "ej påbörjat": "not_started", "inte påbörjat": "not_started", "påbörjat": "ongoing",
    "genomfört": "completed", "klart": "completed", "avslutat": "completed", "pausat": "paused", "avbrutet": "cancelled",
}  # fmt: skip
STATUS = Choice(_("status"), STATUSES, STATUS_ALSO, open_list=True)

FULFILMENTS = {
    "achieved": _("achieved"),
    "partly": _("partly achieved"),
    "not_achieved": _("not achieved"),
    "hard_to_assess": _("hard to assess"),
    "not_assessed": _("not assessed"),
}
FULFILMENT_ALSO = {
    "uppnått": "achieved", "uppfyllt": "achieved", "delvis": "partly", "delvis uppnått": "partly",
    "ej uppnått": "not_achieved", "inte uppnått": "not_achieved", "svårbedömt": "hard_to_assess",
    "ej bedömt": "not_assessed", "yes": "achieved", "no": "not_achieved", "ja": "achieved", "nej": "not_achieved",
}  # fmt: skip
FULFILMENT = Choice(_("fulfilment"), FULFILMENTS, FULFILMENT_ALSO)

FORECASTS = {"expected": _("expected"), "uncertain": _("uncertain"), "not_expected": _("not expected")}
FORECAST = Choice(
    _("forecast"),
    FORECASTS,
    {"väntas nås": "expected", "osäkert": "uncertain", "väntas inte nås": "not_expected"},
)

SCHEDULES = {
    "on_schedule": _("on schedule"),
    "deviation": _("deviation"),
    "late": _("late"),
    "cannot_be_judged": _("cannot be judged"),
    "continuous": _("continuous"),
}
SCHEDULE = Choice(
    _("schedule"),
    SCHEDULES,
    {"enligt plan": "on_schedule", "avvikelse": "deviation", "försenad": "late", "löpande": "continuous"},
)

ORGANISATION_KINDS = {
    "municipality": _("municipality"),
    "political_body": _("political body"),
    "department": _("department"),
    "company": _("municipal company"),
    "unit": _("unit"),
    "secretariat": _("secretariat"),
    "council": _("council"),
    "group": _("group"),
    "sector": _("sector"),
    "association": _("association"),
    "network": _("network"),
    "university": _("university"),
    "region": _("region"),
    "state_agency": _("state agency"),
    "private_company": _("private company"),
    "other": _("other"),
    "undetermined": _("undetermined"),
}
ORGANISATION_KIND = Choice(_("kind of organisation"), ORGANISATION_KINDS, {"agency": "state_agency"})

SIDES = {
    "city": _("the city"),
    "civil_society": _("civil society"),
    "joint": _("joint"),
    "other": _("outside"),
}
SIDE = Choice(_("side"), SIDES)

COSTS = {
    "ordinary": _("within ordinary operations"),
    "amount": _("amount"),
    "range": _("range"),
    "per_occasion": _("calculated on each occasion"),
    "to_be_determined": _("to be determined"),
    "external": _("external funds"),
}
COST_KIND = Choice(_("kind of cost"), COSTS, {"ordinarie": "ordinary", "extern": "external"})

INDICATOR_KINDS = {
    "count": _("count"),
    "share": _("share"),
    "index": _("index"),
    "money": _("money"),
    "survey": _("survey"),
    "yes_no": _("yes or no"),
    "scale": _("ordered scale"),
    "category": _("category"),
    "judgement": _("judgement"),
    "to_be_determined": _("to be determined"),
}
INDICATOR_KIND = Choice(
    _("kind of indicator"), INDICATOR_KINDS, {"number": "count", "antal": "count", "andel": "share"}
)

DIRECTIONS = {"up": _("up"), "down": _("down"), "keep": _("keep")}
DIRECTION = Choice(_("direction"), DIRECTIONS, {"upp": "up", "ned": "down", "behåll": "keep"})

RHYTHMS = {
    "year": _("every year"),
    "half_year": _("every half-year"),
    "tertial": _("every tertial"),
    "quarter": _("every quarter"),
    "month": _("every month"),
}
RHYTHM = Choice(
    _("rhythm"),
    RHYTHMS,
    {"år": "year", "halvår": "half_year", "kvartal": "quarter", "månad": "month", "yearly": "year"},
)

SUBMISSION_ROLES = {"own": _("own report"), "assessor": _("assessor"), "evaluator": _("evaluator")}
SUBMISSION_ROLE = Choice(_("role of the sender"), SUBMISSION_ROLES)

DECISION_KINDS = {
    "mandate": _("mandate"),
    "adopt": _("adoption"),
    "revise": _("revision"),
    "extend": _("extension"),
    "move_deadline": _("moved deadline"),
    "rename": _("new name"),
    "end": _("ending"),
    "note": _("noted"),
    "approve": _("approval"),
    "declare_completed": _("declared completed"),
    "refer_back": _("referral back"),
    "other": _("other decision"),
}
DECISION_KIND = Choice(
    _("kind of decision"), DECISION_KINDS, {"adopted": "adopt", "extended": "extend", "noted": "note"}
)

EVENT_KINDS = {
    "meeting": _("meeting"),
    "workshop": _("workshop"),
    "conference": _("conference"),
    "mailing": _("mailing"),
    "contact": _("contact"),
    "planning": _("planning"),
    "appointment": _("appointment"),
    "publication": _("publication"),
    "survey": _("survey"),
    "evaluation": _("evaluation"),
    "change": _("change"),
    "other": _("other event"),
}
EVENT_KIND = Choice(_("kind of event"), EVENT_KINDS, {"möte": "meeting", "meeting_notes": "meeting"})

EVENT_STATES = {"held": _("held"), "planned": _("planned"), "cancelled": _("cancelled")}
EVENT_STATE = Choice(_("state of an event"), EVENT_STATES)

BALLOT_KINDS = {"dot_voting": _("dot voting"), "marks": _("marks on a matrix"), "votes": _("votes")}
BALLOT_KIND = Choice(_("kind of vote"), BALLOT_KINDS)

READING_KINDS = {
    "ambiguous": _("ambiguous"),
    "misfiled": _("under the wrong number or heading"),
    "unnumbered": _("without a number"),
    "statement": _("a statement, no method"),
    "incomplete": _("incomplete"),
    "conflict": _("sources disagree"),
    "notation": _("way of writing"),
    "wrong": _("wrong in the source"),
    "repeated": _("said twice"),
    "term": _("choice of term"),
    "damaged": _("damaged text"),
    "role": _("role not clear"),
    "not_a_criterion": _("not a criterion"),
    "undefined": _("not explained in the source"),
    "out_of_place": _("place not certain"),
    "other_source": _("from another source"),
}
READING_KIND = Choice(_("kind of reading"), READING_KINDS)

CERTAINTIES = {"high": _("high"), "medium": _("medium"), "low": _("low")}
CERTAINTY = Choice(_("certainty"), CERTAINTIES, {"hög": "high", "medel": "medium", "låg": "low"})

ENDINGS = {
    "completed": _("completed"),
    "cancelled": _("cancelled"),
    "withdrawn": _("withdrawn"),
    "merged": _("merged"),
    "split": _("split"),
    "moved": _("moved"),
    "replaced": _("replaced"),
}
ENDING = Choice(_("way of ending"), ENDINGS)

EXTRA_KINDS = {"text": _("text"), "number": _("number"), "date": _("date"), "choice": _("choice"), "link": _("link")}
EXTRA_KIND = Choice(_("kind of extra field"), EXTRA_KINDS)

SEVERITIES = {"error": _("error"), "warning": _("warning"), "info": _("note"), "off": _("off")}
SEVERITY = Choice(_("severity"), SEVERITIES)

ABSENCE_WORDS = {
    "not_stated": _("not stated"),
    "to_be_determined": _("to be determined"),
    "not_applicable": _("not applicable"),
    "illegible": _("illegible"),
}
