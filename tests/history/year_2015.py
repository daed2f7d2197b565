"""2015: the first report, most of what was decided, two moves of files, a branch that is squashed, and the second round."""

from __future__ import annotations

from history.steps import Edit, Move, New, below, step
from history.year_2014 import GREEN, INFORMATION, PREMISES, SCHOOL, TRAINING

NEW_TRAINING = "1-kunskap/1.2-chefer-möter-föreningar.yaml"
NEW_GREEN = "2-motesplatser/gront.yaml"

STEPS = (
    step(
        "2015-01-19",
        "Texter till rapporten för 2014",
        New(
            "reports/2014/summary.yaml",
            """\
by: ksf
date: 2015-01-19
headline:
  sv: Arbetet har börjat, men mässan blev inte av.
  en: The work has begun, but the fair was not held.
method: Enkät till alla som är ansvariga.
""",
        ),
        New(
            "reports/2014/1.1.yaml",
            """\
by: ksf
date: 2015-01-19
fulfilment: not_achieved
forecast: expected
ground: Kartan är inte öppen.
""",
        ),
    ),
    step(
        "2015-01-30",
        "Uppföljningen för 2014 stängs",
        below("rounds/2014.yaml", "answer_by: 2014-12-12\n", "closed: 2015-01-30\n"),
        tag="rapport-2014",
    ),
    step(
        "2015-02-09",
        "Mässan utgår och ersätts av ett öppet hus",
        New(
            "decisions/2015-02-04-ks.yaml",
            """\
date: 2015-02-04
body: ks
section: § 19
kind: end
title: Mässan utgår
text: Samrådet ordnar ett öppet hus om hösten i stället.
about: [1.1.3]
""",
        ),
        below(
            INFORMATION,
            """\
        ksf: 80 000
        foreningarna: 40 000
""",
            """\
    ended:
      date: 2015-02-04
      how: replaced
      decision: 2015-02-04-ks
      reason: För få ville ställa ut.
    replaced_by: 1.1.4
  1.1.4:
    title: Öppet hus om hösten
    lead: radet
    when: 2015-10
    cost: ordinary
    added:
      date: 2015-02-04
      decision: 2015-02-04-ks
    replaces: 1.1.3
""",
        ),
        Edit(INFORMATION, "for: [1.1.2, 1.1.3]", "for: [1.1.2, 1.1.4]"),
    ),
    step(
        "2015-02-23",
        "Chefsutbildningen får mer tid och en ny huvudansvarig",
        New(
            "decisions/2015-02-18-ks.yaml",
            """\
date: 2015-02-18
body: ks
section: § 33
kind: revise
title: Chefsutbildningen ändras
about: [1.2.1]
changes:
  1.2.1:
    when:
      from: 2014
      to: 2014 - 2015-06
      why: Upphandlingen överklagades.
    lead:
      from: kof
      to: ksf
""",
        ),
        Edit(TRAINING, "    lead: kof\n    when: 2014\n", "    lead: ksf\n    when: 2014 - 2015-06\n"),
    ),
    step(
        "2015-03-16",
        "Mål 1.2 byter namn",
        New(
            "decisions/2015-03-11-ks.yaml",
            """\
date: 2015-03-11
body: ks
section: § 47
kind: rename
title: Mål 1.2 byter namn
about: [1.2]
changes:
  1.2:
    title:
      from: Kunskapen om föreningslivet är god
      to: Chefer och föreningar möts
""",
        ),
        Edit(TRAINING, "title: Kunskapen om föreningslivet är god", "title: Chefer och föreningar möts"),
    ),
    step(
        "2015-03-17",
        "Filen för mål 1.2 får namn efter målet",
        Move(TRAINING, NEW_TRAINING),
    ),
    step(
        "2015-04-01",
        "Tekniska kontoret delas i två",
        New(
            "decisions/2015-03-25-ks.yaml",
            """\
date: 2015-03-25
body: ks
section: § 52
kind: revise
title: Tekniska kontorets uppgifter i planen
about: [gront, gront.m1, 1.1.1]
changes:
  gront:
    follow_up:
      from: teknik
      to: gata
  gront.1:
    lead:
      from: teknik
      to: gata
  gront.3:
    lead:
      from: teknik
      to: gata
  gront.m1:
    follow_up:
      from: teknik
      to: gata
  1.1.1.b:
    responsible:
      from: teknik
      to: gata
""",
        ),
        Edit(
            "organisations.yaml",
            """\
  abbreviation: TK
  kind: department
  side: city
""",
            """\
  abbreviation: TK
  kind: department
  side: city
  valid: 2001/2015-03-31
  successors: [gata, fastighet]
gata:
  name: Gatukontoret
  kind: department
  side: city
fastighet:
  name: Fastighetskontoret
  kind: department
  side: city
""",
        ),
        Edit(GREEN, "commitments: [platser]\nfollow_up: teknik\n", "commitments: [platser]\nfollow_up: gata\n"),
        Edit(GREEN, "    lead: teknik\n    partner: byalaget\n", "    lead: gata\n    partner: byalaget\n"),
        Edit(GREEN, "    lead: teknik\n    when: 2015\n", "    lead: gata\n    when: 2015\n"),
        Edit(GREEN, "      2016: 40\n    follow_up: teknik\n", "      2016: 40\n    follow_up: gata\n"),
        Edit(INFORMATION, "        responsible: teknik\n", "        responsible: gata\n"),
    ),
    step(
        "2015-04-20",
        "Anteckningar från workshoppen om lokaler",
        New(
            "log/2015/2015-mellan-workshop-3d4c.yaml",
            """\
between: 2015-02/2015-04
kind: workshop
title: Workshop om lokaler
text: |
  Tre grupper:

  - skolor
  - idrott
participants: [kof, foreningarna]
about: [2.1]
""",
        ),
    ),
    step(
        "2015-05-04",
        "Praktiken delas i två aktiviteter",
        New(
            "decisions/2015-04-29-ks.yaml",
            """\
date: 2015-04-29
body: ks
section: § 71
kind: revise
title: Praktiken delas i två
about: [1.2.3, 1.2.4, 1.2.5]
""",
        ),
        below(
            NEW_TRAINING,
            """\
    lead: byalaget
    when: 2014-2016
    cost: ordinary
""",
            """\
    ended:
      date: 2015-04-29
      how: split
      decision: 2015-04-29-ks
    replaced_by: [1.2.4, 1.2.5]
  1.2.4:
    title: Anställda gör praktik i en förening
    lead: ksf
    when: 2015-2016
    cost: ordinary
    added:
      date: 2015-04-29
      decision: 2015-04-29-ks
    replaces: 1.2.3
  1.2.5:
    title: Föreningar gör praktik i kommunen
    lead: byalaget
    when: 2015-2016
    cost: ordinary
    added:
      date: 2015-04-29
      decision: 2015-04-29-ks
    replaces: 1.2.3
""",
        ),
    ),
    step(
        "2015-05-06",
        "Utkast: pris och regler blir en aktivitet",
        below(
            PREMISES,
            """\
    title: Samma regler för alla som bokar
    lead: ksf
    when: 2014-2015
    cost: ordinary
""",
            """\
    ended:
      date: 2015-05-20
      how: merged
    replaced_by: 2.1.6
  2.1.6:
    title: Priser och regler
    lead: kof
    when: 2015-2016
    cost: ordinary
    added: 2015-05-20
    replaces: [2.1.4, 2.1.5]
""",
        ),
        below(
            PREMISES,
            """\
    title: En prislista för alla lokaler
    lead: kof
    when: 2014
    cost: ordinary
""",
            """\
    ended:
      date: 2015-05-20
      how: merged
    replaced_by: 2.1.6
""",
        ),
        on="stada-lokaler",
    ),
    step(
        "2015-05-11",
        "Bättre namn på den nya aktiviteten",
        Edit(PREMISES, "title: Priser och regler", "title: Samma pris och samma regler för alla som bokar"),
        on="stada-lokaler",
    ),
    step(
        "2015-05-13",
        "Kartan får egna pengar",
        New(
            "decisions/2015-05-13-ks.yaml",
            """\
date: 2015-05-13
body: ks
section: § 80
kind: revise
title: Pengar till kartan
about: [1.1.1]
changes:
  1.1.1:
    cost:
      from: ordinary
      to: 60 000
""",
        ),
        Edit(
            INFORMATION,
            "    when: 2014 - 2015-06\n    cost: ordinary\n",
            """\
    when: 2014 - 2015-06
    cost:
      kind: amount
      amount: 60 000
      bearers:
        kof: 60 000
""",
        ),
    ),
    step(
        "2015-05-20",
        "Beslutet läggs in",
        New(
            "decisions/2015-05-20-ks.yaml",
            """\
date: 2015-05-20
body: ks
section: § 88
kind: revise
title: Pris och regler förs samman
about: [2.1.4, 2.1.5, 2.1.6]
""",
        ),
        Edit(
            PREMISES,
            "    added: 2015-05-20\n",
            "    added:\n      date: 2015-05-20\n      decision: 2015-05-20-ks\n",
        ),
        Edit(
            PREMISES,
            "    when: 2014\n    cost: ordinary\n    ended:\n      date: 2015-05-20\n      how: merged\n",
            "    when: 2014\n    cost: ordinary\n    ended:\n      date: 2015-05-20\n      how: merged\n      decision: 2015-05-20-ks\n",
        ),
        Edit(
            PREMISES,
            "    when: 2014-2015\n    cost: ordinary\n    ended:\n      date: 2015-05-20\n      how: merged\n",
            "    when: 2014-2015\n    cost: ordinary\n    ended:\n      date: 2015-05-20\n      how: merged\n      decision: 2015-05-20-ks\n",
        ),
        on="stada-lokaler",
    ),
    step(
        "2015-05-21",
        "Två aktiviteter om pris och regler blir en",
        squashes="stada-lokaler",
    ),
    step(
        "2015-07-01",
        "Fritidsförvaltningen heter nu Kultur- och fritidsförvaltningen",
        Edit(
            "organisations.yaml",
            """\
  name: Fritidsförvaltningen
  abbreviation: FF
  kind: department
  side: city
""",
            """\
  name:
    sv: Kultur- och fritidsförvaltningen
    en: Department for Culture and Leisure
  abbreviation: KoF
  kind: department
  side: city
  formerly:
    - name: Fritidsförvaltningen
      abbreviation: FF
      until: 2015-06-30
""",
        ),
    ),
    step(
        "2015-08-24",
        "Skolträdgårdarna hör hemma i det gröna målet",
        Edit(
            SCHOOL,
            """\
  skola.2:
    title: Skolträdgårdar som föreningar sköter
    lead: skolan
    when: 2014-2016
    cost: ordinary
""",
            "",
        ),
        below(
            GREEN,
            """\
    title: Fruktträd i parken
    lead: gata
    when: 2015
    cost: ordinary
    added: 2014-08-25
""",
            """\
  skola.2:
    title: Skolträdgårdar som föreningar sköter
    lead: skolan
    when: 2014-2016
    cost: ordinary
""",
        ),
    ),
    step(
        "2015-08-25",
        "Det gröna målet flyttas till temat om platser",
        Move(GREEN, NEW_GREEN),
    ),
    step(
        "2015-09-07",
        "Bokningen får en tydligare rubrik",
        New(
            "decisions/2015-09-02-ks.yaml",
            """\
date: 2015-09-02
body: ks
section: § 112
kind: revise
title: Rubriken till 2.1.1 förtydligas
editorial: yes
about: [2.1.1]
changes:
  2.1.1:
    title:
      from: Bokning på ett ställe
      to: Alla lokaler bokas på ett ställe
""",
        ),
        Edit(PREMISES, "title: Bokning på ett ställe", "title: Alla lokaler bokas på ett ställe"),
    ),
    step(
        "2015-09-21",
        "Fler föreningar ska finnas på kartan",
        New(
            "decisions/2015-09-16-ks.yaml",
            """\
date: 2015-09-16
body: ks
section: § 120
kind: revise
title: Högre målvärde för kartan
about: [1.1.m2]
changes:
  1.1.m2:
    targets.2016:
      from: 60
      to: 80
""",
        ),
        Edit(INFORMATION, "      2016: 60\n", "      2016: 80\n"),
    ),
    step(
        "2015-10-05",
        "Basvärdet för nöjda föreningar räknas om",
        Edit(PREMISES, "      2013: 40\n", "      2013: 52\n"),
    ),
    step(
        "2015-10-12",
        "Chefsutbildningen blir dyrare",
        Edit(
            NEW_TRAINING,
            "      amount: 50 000\n      bearers:\n        ksf: 50 000\n",
            "      amount: 80 000\n      bearers:\n        ksf: 80 000\n",
        ),
    ),
    step(
        "2015-10-19",
        "Öppettiden mäts i timmar i månaden",
        Edit(PREMISES, "unit: timmar i veckan", "unit: timmar i månaden"),
    ),
    step(
        "2015-11-02",
        "Uppföljningen för 2015 öppnas",
        New(
            "rounds/2015.yaml",
            """\
title:
  sv: Årsuppföljning 2015
  en: Annual follow-up 2015
period: 2015
cut_off: 2015-12-31
opened: 2015-11-02
answer_by: 2015-12-11
text:
  sv: Enkäten gick ut tillsammans med årsredovisningen.
  en: The survey went out together with the annual accounts.
""",
        ),
    ),
    step(
        "2015-11-20",
        "Svar från Kultur- och fritidsförvaltningen 2015",
        New(
            "progress/2015/2015-11-20-kof-1a2b.yaml",
            """\
by: kof
date: 2015-11-20
round: 2015
answers:
  1.1.1:
    status: completed
    completed: 2015-06-15
    comment: Kartan öppnade den 15 juni.
    cost: 57 500
  1.1.2:
    status: ongoing
    comment: Fem av tolv enheter har en kontaktperson.
  2.1.1:
    status: ongoing
    comment: Halva kommunens lokaler går att boka.
    deviation: Skolornas lokaler är inte med.
    remedy: Skolan tar beslut i mars.
    expected: 2016-06
  2.1.2: unchanged
  2.1.6: ongoing
  1.1.m1:
    value: 1 150
    at: 2015-10
  1.1.m2:
    value: 51
    at: 2015-10
  2.1.m1:
    value: 58
    at: 2015-10
    n: 24
  2.1.m2:
    value: yes
  2.1.m3:
    value: 260
    at: 2015-10
  2.1.k1:
    fulfilment: partly
    ground: Nio av tolv föreningar har lokal.
""",
        ),
    ),
    step(
        "2015-11-25",
        "Svar från Kommunstyrelseförvaltningen och Gatukontoret 2015",
        New(
            "progress/2015/2015-11-25-ksf-3c4d.yaml",
            """\
by: ksf
date: 2015-11-25
round: 2015
answers:
  1.1.2: ongoing
  1.2.1:
    status: ongoing
    deviation: Kursledaren har slutat.
    remedy: En ny kursledare börjar i februari.
    cost:
      amount: 31 500
      year: 2015
  1.2.4: ongoing
  1.2.m1:
    value: 35
    at: 2015-11
  1.2.k1:
    fulfilment: not_achieved
    ground: Var tredje chef svarade rätt.
""",
        ),
        New(
            "progress/2015/2015-11-25-gata-9c8d.yaml",
            """\
by: gata
date: 2015-11-25
round: 2015
answers:
  1.1.1.b: completed
  gront.1: completed
  gront.3: completed
  gront.m1:
    value: 30
    at: 2015-11
""",
        ),
    ),
    step(
        "2015-12-08",
        "Svar från Byalaget, Samrådet och Skolförvaltningen 2015",
        New(
            "progress/2015/2015-12-08-byalaget-5e6f.yaml",
            """\
by: byalaget
date: 2015-12-08
round: 2015
answers:
  1.2.5: not_started
  2.1.3:
    status: paused
    comment: Regionen har inget avtal om busstrafiken.
  gront.2: ongoing
""",
        ),
        New(
            "progress/2015/2015-12-08-radet-b3a4.yaml",
            """\
by: radet
date: 2015-12-08
round: 2015
answers:
  1.1.4:
    status: completed
    completed: 2015-10-17
""",
        ),
        New(
            "progress/2015/2015-12-08-skolan-6172.yaml",
            """\
by: skolan
date: 2015-12-08
round: 2015
answers:
  skola.1:
    status: ongoing
    comment: Fyra av nio skolor har haft en föreningsdag.
  skola.2: ongoing
  skola.3: ongoing
  skola.m1:
    value: 4
    at: 2015-12
""",
        ),
    ),
    step(
        "2015-12-14",
        "Högskolans bedömning 2015",
        below(
            "organisations.yaml",
            """\
biblioteket:
  name: Lunda stadsbibliotek
  kind: unit
  side: city
""",
            """\
hogskolan:
  name: Högskolan i Lunda
  kind: university
  side: other
""",
        ),
        New(
            "progress/2015/2015-12-14-hogskolan-e1f2.yaml",
            """\
by: hogskolan
date: 2015-12-14
round: 2015
role: evaluator
answers:
  1.1.1: completed
  1.1.2:
    status: not_started
    comment: Ingen vi ringde visste vem som är kontaktperson.
  1.1.k1:
    fulfilment: partly
    ground: Kartan används på vardagar.
  2.1.k1:
    fulfilment: not_achieved
    ground: Tre föreningar saknar lokal.
""",
        ),
    ),
    step(
        "2015-12-16",
        "Rättar en siffra i svaret om kartan",
        Edit("progress/2015/2015-11-20-kof-1a2b.yaml", "value: 1 150", "value: 1 105"),
    ),
    step(
        "2015-12-17",
        "Föreningsdagen: tiden justeras",
        Edit(SCHOOL, "    partner: biblioteket\n    when: 2015\n", "    partner: biblioteket\n    when: 2015-2016\n"),
    ),
)
