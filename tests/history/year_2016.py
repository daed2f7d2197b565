"""2016: the second report, goalposts that are moved unseen, a decision that is never carried out, and the last report.

Two branches are still open at the end: an evaluator's answers, and a proposal.
"""

from __future__ import annotations

from history.steps import Edit, New, below, step
from history.year_2014 import INFORMATION, PREMISES
from history.year_2015 import NEW_GREEN, NEW_TRAINING

STEPS = (
    step(
        "2016-01-15",
        "Texter till rapporten för 2015",
        New(
            "reports/2015/summary.yaml",
            """\
by: ksf
date: 2016-01-15
reference: 0044/16
headline:
  sv: Kartan är klar, men utbildningen har stannat.
  en: The map is finished, but the training has stopped.
deviations: |
  1. Utbildningen saknar ledare.
  2. Bussen till Norrby behöver ett beslut.
proposals:
  - Uppföljningen antecknas.
  - text: Tiden för utbildningen ändras till den 31 december 2016.
    about: [1.2.1]
""",
        ),
        New(
            "reports/2015/1.1.yaml",
            """\
by: ksf
date: 2016-01-15
fulfilment: partly
forecast: expected
ground: Kartan används, men alla har inte en kontakt.
assessment: |
  Kartan gör skillnad. Kontaktpersonerna återstår.
""",
        ),
    ),
    step(
        "2016-01-29",
        "Uppföljningen för 2015 stängs",
        below("rounds/2015.yaml", "answer_by: 2015-12-11\n", "closed: 2016-01-29\n"),
        tag="rapport-2015",
    ),
    step(
        "2016-02-08",
        "Chefsutbildningen får ett år till",
        Edit(NEW_TRAINING, "    when: 2014 - 2015-06\n", "    when: 2014 - 2016-06\n"),
    ),
    step(
        "2016-02-22",
        "Bussen till Norrby utgår",
        below(
            PREMISES,
            "    cost: external\n    awaits: trafikavtal\n",
            """\
    ended:
      date: 2016-02-22
      how: withdrawn
      reason: Det finns inget avtal om busstrafiken.
""",
        ),
    ),
    step(
        "2016-03-07",
        "Städar bland framgångskriterierna",
        Edit(NEW_TRAINING, "  1.2.k2: Varje chef har besökt en förening\n", ""),
    ),
    step(
        "2016-03-08",
        "Städar bland indikatorerna",
        Edit(
            PREMISES,
            """\
  2.1.m2:
    kind: yes_no
    text: Finns en gemensam prislista?
    target: yes
    method: Frågan ställs till förvaltningen.
    follow_up: kof
""",
            "",
        ),
        Edit("progress/2014/2014-11-20-kof-a1b2.yaml", "  2.1.m2:\n    value: no\n", ""),
        Edit("progress/2015/2015-11-20-kof-1a2b.yaml", "  2.1.m2:\n    value: yes\n", ""),
    ),
    step(
        "2016-04-04",
        "Kriteriet om kontaktpersoner skrivs om",
        Edit(
            INFORMATION,
            "text: Varje förening vet vem den ska ringa",
            "text: De flesta föreningar vet vem de kan ringa",
        ),
    ),
    step(
        "2016-04-11",
        "Odlarkursen byter huvudansvarig",
        Edit(NEW_GREEN, "    lead: byalaget\n    when: 2014-2016\n", "    lead: kof\n    when: 2014-2016\n"),
    ),
    step(
        "2016-04-18",
        "Ingen är längre ansvarig för kvällsöppet",
        Edit(PREMISES, "    lead: kof\n    continuous: yes\n", "    continuous: yes\n"),
    ),
    step(
        "2016-05-09",
        "Mötesplats heter nu träffpunkt",
        below(
            "glossary.yaml",
            "  text: En plats som är öppen för alla.\n",
            """\
  until: 2016-05-01
  replaced_by: träffpunkt
träffpunkt:
  text: En plats som är öppen för alla.
  from: 2016-05-01
""",
        ),
    ),
    step(
        "2016-05-23",
        "Beslut om bokningen",
        New(
            "decisions/2016-05-18-ks.yaml",
            """\
date: 2016-05-18
body: ks
section: § 74
kind: move_deadline
title: Bokningen ska vara klar till hösten
about: [2.1.1]
changes:
  2.1.1:
    when:
      from: 2014-2016
      to: 2014 - 2016-08
""",
        ),
    ),
    step(
        "2016-06-13",
        "En mentor för varje ny förening",
        below(
            NEW_TRAINING,
            """\
    title: Föreningar gör praktik i kommunen
    lead: byalaget
    when: 2015-2016
    cost: ordinary
    added:
      date: 2015-04-29
      decision: 2015-04-29-ks
    replaces: 1.2.3
""",
            """\
  1.2.6:
    title: En mentor för varje ny förening
    lead: ksf
    when: 2016
    cost: ordinary
""",
        ),
    ),
    step(
        "2016-09-05",
        "Målvärdet för besöken på kartan ses över igen",
        Edit(INFORMATION, "      2016: 2 500\n", "      2016: 1 500\n"),
    ),
    step(
        "2016-10-31",
        "Uppföljningen för 2016 öppnas",
        New(
            "rounds/2016.yaml",
            """\
title:
  sv: Slutuppföljning 2016
  en: Final follow-up 2016
period: 2016
cut_off: 2016-11-30
opened: 2016-10-31
answer_by: 2016-11-25
""",
        ),
    ),
    step(
        "2016-11-21",
        "Svar från Kultur- och fritidsförvaltningen 2016",
        New(
            "progress/2016/2016-11-21-kof-7f80.yaml",
            """\
by: kof
date: 2016-11-21
round: 2016
answers:
  1.1.2: ongoing
  2.1.1:
    status: ongoing
    deviation: Skolornas lokaler är fortfarande inte med.
    remedy: Frågan går till nämnden i januari.
  2.1.6: completed
  gront.2: completed
  1.1.m1:
    value: 1 620
    at: 2016-10
  1.1.m2:
    value: 71
    at: 2016-10
  2.1.m1:
    value: 66
    at: 2016-10
    n: 31
  2.1.m3:
    value: 310
    at: 2016-10
""",
        ),
    ),
    step(
        "2016-11-25",
        "Övriga svar 2016",
        New(
            "progress/2016/2016-11-24-ksf-91a2.yaml",
            """\
by: ksf
date: 2016-11-24
round: 2016
answers:
  1.1.2: completed
  1.2.1: completed
  1.2.4: completed
  1.2.6: ongoing
  1.2.m1:
    value: 52
    at: 2016-11
""",
        ),
        New(
            "progress/2016/2016-11-25-skolan-b3c4.yaml",
            """\
by: skolan
date: 2016-11-25
round: 2016
answers:
  skola.1: completed
  skola.2: ongoing
  skola.3: completed
  skola.m1:
    value: 9
    at: 2016-11
""",
        ),
        New(
            "progress/2016/2016-11-25-byalaget-d5e6.yaml",
            """\
by: byalaget
date: 2016-11-25
round: 2016
answers:
  1.2.5:
    status: cancelled
    comment: Ingen förening har bett om det.
""",
        ),
    ),
    step(
        "2016-12-02",
        "Högskolans bedömning 2016",
        New(
            "progress/2016/2016-12-02-hogskolan-f7a8.yaml",
            """\
by: hogskolan
date: 2016-12-02
round: 2016
role: evaluator
answers:
  1.1.2:
    status: ongoing
    comment: Sex av tio vi ringde visste vem som är kontaktperson.
  2.1.1: ongoing
  1.1.k2:
    fulfilment: partly
    ground: Sex av tio.
""",
        ),
        on="granskning-2016",
    ),
    step(
        "2016-12-12",
        "Texter till slutrapporten",
        New(
            "reports/2016/summary.yaml",
            """\
by: ksf
date: 2016-12-12
headline:
  sv: Mer än hälften är gjort, och lokalerna återstår.
  en: More than half is done, and the premises remain.
outlook: Nästa plan bör börja med skolornas lokaler.
""",
        ),
    ),
    step(
        "2016-12-20",
        "Uppföljningen för 2016 stängs",
        below("rounds/2016.yaml", "answer_by: 2016-11-25\n", "closed: 2016-12-20\n"),
        tag="rapport-2016",
    ),
    step(
        "2016-12-27",
        "Förslag: bokningen får ett år till",
        Edit(PREMISES, "[kof, byalaget]\n    when: 2014-2016\n", "[kof, byalaget]\n    when: 2014-2017\n"),
        on="forslag-nya-tider",
    ),
)
