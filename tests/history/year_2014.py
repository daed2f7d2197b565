"""2014: a draft, the adoption, small mending, the first changes, and the first round."""

from __future__ import annotations

from history.steps import Edit, New, below, step

INFORMATION = "1-kunskap/1.1-information.yaml"
TRAINING = "1-kunskap/1.2-utbildning.yaml"
SCHOOL = "1-kunskap/skola.yaml"
GREEN = "1-kunskap/gront.yaml"
PREMISES = "2-motesplatser/2.1-lokaler.yaml"

STEPS = (
    step(
        "2014-01-20",
        "Efter remissen: målvärdet för nöjda föreningar höjs i förslaget",
        Edit(PREMISES, "2016: 70", "2016: 80"),
    ),
    step(
        "2014-02-06",
        "Kommunstyrelsen antar planen",
        New(
            "decisions/2014-02-05-ks.yaml",
            """\
date: 2014-02-05
body: ks
section: § 12
reference: 0127/13
kind: adopt
title:
  sv: Planen antas
  en: The plan is adopted
about: [lunda-2014]
answers: [2013-06-ks.1]
definitions: a9f59f1a6fc7b376-0922f3cdd8680241
""",
        ),
        below("plan.yaml", "made_by: [ksf, radet]\n", "adopted: 2014-02-05-ks\n"),
        below("decisions/2013-06-ks.yaml", "Ta fram ett förslag till plan.\n", "    completed: 2014-02-05-ks\n"),
        tag="adopted",
    ),
    step(
        "2014-02-17",
        "Läsanvisning för den som är ny",
        New(
            "../README.md",
            """\
# Handlingsplan Lunda

Planen ligger i `plan/`. Den är påhittad: Lunda finns inte.
""",
        ),
    ),
    step(
        "2014-03-03",
        "Radbrytningar i mål 1.1, och en kommentar om kartan",
        Edit(
            INFORMATION,
            """\
  Målet handlar om vägar in i kommunen, för föreningar
  och för invånare. Den som söker ska inte behöva veta
  vilken förvaltning som har frågan.
""",
            """\
  Målet handlar om vägar in i kommunen, för föreningar och för
  invånare. Den som söker ska inte behöva veta vilken förvaltning
  som har frågan.
""",
        ),
        below(INFORMATION, "activities:\n", "  # Kartan är den som finns på kommunens webbplats.\n"),
    ),
    step(
        "2014-03-24",
        "Rättar ett stavfel i ett framgångskriterium",
        Edit(TRAINING, "för någotning", "för någonting"),
    ),
    step(
        "2014-04-14",
        "Tid och kostnad skrivs på var och en av aktiviteterna i mål 1.1",
        Edit(
            INFORMATION,
            """\
shared:
  - for: [1.1.1, 1.1.2]
    when: 2014-2015
    cost: ordinary

""",
            "",
        ),
        below(
            INFORMATION,
            "    lead: kof\n    partner: byalaget\n",
            "    when: 2014-2015\n    cost: ordinary\n",
        ),
        below(
            INFORMATION,
            "    lead: ksf\n    implementing: [ksf, kof]\n",
            "    when: 2014-2015\n    cost: ordinary\n",
        ),
    ),
    step(
        "2014-05-05",
        "Kartan ska vara klar ett halvår tidigare",
        New(
            "decisions/2014-04-28-ks.yaml",
            """\
date: 2014-04-28
body: ks
section: § 61
kind: move_deadline
title: Kartan tidigareläggs
about: [1.1.1]
changes:
  1.1.1:
    when:
      from: 2014-2015
      to: 2014 - 2015-06
      why: Den nya webbplatsen öppnar sommaren 2015.
""",
        ),
        Edit(
            INFORMATION,
            "    partner: byalaget\n    when: 2014-2015\n",
            "    partner: byalaget\n    when: 2014 - 2015-06\n",
        ),
    ),
    step(
        "2014-05-12",
        "Förslag: ett pris till årets föreningsskola",
        New(
            "decisions/2014-06-02-ks.yaml",
            """\
date: 2014-06-02
body: ks
section: § 84
kind: revise
title: Skolmålet får en aktivitet och en part till
about: [skola.1, skola.3]
changes:
  skola.1:
    partner:
      from: not_stated
      to: biblioteket
""",
        ),
        below(
            SCHOOL,
            """\
    title: Skolträdgårdar som föreningar sköter
    lead: skolan
    when: 2014-2016
    cost: ordinary
""",
            """\
  skola.3:
    title: Ett pris till årets föreningsskola
    lead: skolan
    when: 2015-2016
    cost: ordinary
    added:
      date: 2014-06-02
      decision: 2014-06-02-ks
""",
        ),
        on="forslag-skolan",
    ),
    step(
        "2014-05-19",
        "Bussens tid skrivs med månadernas namn",
        Edit(PREMISES, "2015-06 - 2015-08", "juni 2015 - augusti 2015"),
    ),
    step(
        "2014-05-26",
        "Biblioteket är med på föreningsdagen",
        below(
            "organisations.yaml",
            """\
skolan:
  name: Skolförvaltningen
  kind: department
  side: city
""",
            """\
biblioteket:
  name: Lunda stadsbibliotek
  kind: unit
  side: city
""",
        ),
        below(SCHOOL, "    title: En föreningsdag på varje skola\n    lead: skolan\n", "    partner: biblioteket\n"),
        on="forslag-skolan",
    ),
    step(
        "2014-06-03",
        "Sammanfogar forslag-skolan: kommunstyrelsen har beslutat",
        merges="forslag-skolan",
    ),
    step(
        "2014-08-25",
        "Fruktträd i parken",
        below(
            GREEN,
            """\
    title: En odlarkurs om året
    lead: byalaget
    when: 2014-2016
    cost: ordinary
""",
            """\
  gront.3:
    title: Fruktträd i parken
    lead: teknik
    when: 2015
    cost: ordinary
    added: 2014-08-25
""",
        ),
    ),
    step(
        "2014-09-22",
        "Ser över målvärdet för besöken på kartan",
        Edit(INFORMATION, "      2015: 1 000\n", "      2015: 800\n"),
    ),
    step(
        "2014-10-06",
        "Minnesanteckningar från höstmötet",
        New(
            "log/2014/2014-10-02-hostmote-1f2e.yaml",
            """\
date: 2014-10-02
time: 13:30-16:30
kind: meeting
title: Samrådets höstmöte
body: radet
present:
  kof: 2
  byalaget: 1
items:
  - title: Mässan
    decision: Mässan skjuts upp.
    about: [1.1.3]
  - title: Kartan
    action:
      text: Lämna synpunkter på utkastet
      who: byalaget
      when: 2014-11-01
    led_to: 1.1.1
""",
        ),
    ),
    step(
        "2014-11-03",
        "Uppföljningen för 2014 öppnas",
        New(
            "rounds/2014.yaml",
            """\
title:
  sv: Årsuppföljning 2014
  en: Annual follow-up 2014
period: 2014
cut_off: 2014-12-31
opened: 2014-11-03
answer_by: 2014-12-12
""",
        ),
    ),
    step(
        "2014-11-20",
        "Svar från Fritidsförvaltningen 2014",
        New(
            "progress/2014/2014-11-20-kof-a1b2.yaml",
            """\
by: kof
date: 2014-11-20
round: 2014
answers:
  1.1.1: ongoing
  1.1.1.a: completed
  1.2.1:
    status: ongoing
    comment: Två kurser av fyra.
    deviation: Upphandlingen är överklagad.
    remedy: Resten av kurserna hålls våren 2015.
    expected: 2015-06
  2.1.1: not_started
  2.1.2: ongoing
  2.1.4: ongoing
  1.1.m1:
    value: 240
    at: 2014-10
  1.1.m2:
    value: 14
    at: 2014-10
  2.1.m1:
    value: 45
    at: 2014-10
    n: 20
  2.1.m2:
    value: no
  2.1.m3:
    value: 62
    at: 2014-10
""",
        ),
    ),
    step(
        "2014-11-25",
        "Svar från Kommunstyrelseförvaltningen 2014",
        New(
            "progress/2014/2014-11-25-ksf-c3d4.yaml",
            """\
by: ksf
date: 2014-11-25
round: 2014
answers:
  1.1.2: ongoing
  2.1.5: ongoing
  1.2.m1:
    value: 25
    at: 2014-11
""",
        ),
    ),
    step(
        "2014-11-28",
        "Svar från Byalaget i Norrby 2014",
        New(
            "progress/2014/2014-11-28-byalaget-a7b8.yaml",
            """\
by: byalaget
date: 2014-11-28
round: 2014
answers:
  1.2.3: not_started
  2.1.3: not_started
  gront.2: ongoing
""",
        ),
        on="svar-i-december",
    ),
    step(
        "2014-12-01",
        "Svar från Tekniska kontoret och Skolförvaltningen 2014",
        New(
            "progress/2014/2014-12-01-teknik-e5f6.yaml",
            """\
by: teknik
date: 2014-12-01
round: 2014
answers:
  1.2.2: completed
  gront.1:
    status: ongoing
    deviation: Marken måste undersökas först.
    remedy: Undersökningen är beställd.
  gront.3: not_started
  gront.m1:
    value: 18
    at: 2014-12
""",
        ),
        New(
            "progress/2014/2014-12-01-skolan-0718.yaml",
            """\
by: skolan
date: 2014-12-01
round: 2014
answers:
  skola.1: not_started
  skola.2: ongoing
  skola.3: not_started
  skola.m1:
    value: 2
    at: 2014-11
""",
        ),
        on="svar-i-december",
    ),
    step(
        "2014-12-03",
        "Svar från Samrådet 2014",
        New(
            "progress/2014/2014-12-03-radet-c9d0.yaml",
            """\
by: radet
date: 2014-12-03
round: 2014
answers:
  1.1.3:
    status: completed
    completed: 2014-10-02
""",
        ),
    ),
    step(
        "2014-12-05",
        "Sammanfogar svar-i-december",
        merges="svar-i-december",
    ),
    step(
        "2014-12-15",
        "Samrådet rättar sitt svar",
        New(
            "progress/2014/2014-12-15-radet-d1e2.yaml",
            """\
by: radet
date: 2014-12-15
round: 2014
replaces: 2014-12-03-radet-c9d0
answers:
  1.1.3:
    status: paused
    comment: Mässan sköts upp. Det första svaret gällde höstmötet.
""",
        ),
    ),
)
