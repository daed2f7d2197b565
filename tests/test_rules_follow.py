"""What one bad and one good example cannot show: the rules on words, answers, history, privacy and silence."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from plantrack.checks import check_plan
from plantrack.facts import Facts
from plantrack.finding import Finding
from plantrack.store.folder import load
from plantrack.store.personal import personal_data

BASE = Path(__file__).parent.parent / "templates" / "init" / "sv"
DAY = date(2015, 12, 31)
HEADER = """\
format: 1
id: nordvik-2014
title: Plan för ett öppnare Nordvik
language: sv
period: 2014-2016
implements: overenskommelsen
adopted: 2014-02-05-ks
follow_up:
  every: year
  cut_off: 12-31
"""
GOAL = """\
id: 1.2
title: Parterna arbetar tillsammans
commitments: [motesplatser]
"""


def laid_out(folder: Path, files: dict[str, str]) -> Facts:
    plan = folder / "plan"
    shutil.copytree(BASE, plan)
    for name, text in files.items():
        (plan / name).parent.mkdir(parents=True, exist_ok=True)
        (plan / name).write_text(text, encoding="utf-8")
    return load(plan, DAY)


def found(folder: Path, code: str, files: dict[str, str]) -> list[Finding]:
    return [finding for finding in check_plan(laid_out(folder, files)).findings if finding.rule.code == code]


def answers(text: str, head: str = "by: kultur\ndate: 2015-11-20\nround: 2015\n") -> str:
    return head + "answers:\n" + text


# --- words -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        "Bygg en IT-tjänst för EU-ansökningar",
        "Gör det INTE svårare",
        "Steg II och Q3 med CO2 och COVID-19",
        "Nöjd kund-index (NKI) mäts varje år, och NKI ska stiga",
        "NKI (nöjd kund-index) mäts varje år",
        "Läs https://nordvik.example/ABC och skriv till KS",
        "GOT UNITED ordnar en mässa",
    ],
)
def test_what_is_no_unexplained_abbreviation(tmp_path: Path, title: str) -> None:
    text = GOAL + f"activities:\n  1.2.1:\n    title: |\n      {title}\n    lead: kultur\n"
    assert found(tmp_path, "PT806", {"1-gemenskap/1.2-samverkan.yaml": text}) == []


@pytest.mark.parametrize("word", ["NKI", "LoU", "IoFF"])
def test_unexplained_abbreviation_in_any_form(tmp_path: Path, word: str) -> None:
    text = GOAL + f"activities:\n  1.2.1:\n    title: Mät {word}:s värde\n    lead: kultur\n"
    findings = found(tmp_path, "PT806", {"1-gemenskap/1.2-samverkan.yaml": text})
    assert [(each.about, each.values["word"]) for each in findings] == [("1.2.1", word)]


def test_abbreviation_written_out_counts_as_used(tmp_path: Path) -> None:
    files = {
        "glossary.yaml": "IOP:\n  means: Idéburet offentligt partnerskap\n",
        "1-gemenskap/1.2-samverkan.yaml": GOAL + "text: Modellen idéburet offentligt partnerskap prövas.\n",
    }
    assert found(tmp_path, "PT805", files) == []


def test_old_term_in_a_name_or_from_before_is_left_alone(tmp_path: Path) -> None:
    files = {
        "glossary.yaml": "fritidsgård:\n  until: 2015-01-31\n  replaced_by: mötesplats\n",
        "1-gemenskap/1.2-samverkan.yaml": GOAL + "text: Varje fritidsgård är med.\n",
        "progress/2014/2014-11-20-kultur-1111.yaml": answers(
            "  1.1.1:\n    status: ongoing\n    comment: En fritidsgård har öppnat.\n",
            "by: kultur\ndate: 2014-11-20\nround: 2014\n",
        ),
    }
    assert found(tmp_path, "PT807", files) == []


def test_old_term_in_a_report_text(tmp_path: Path) -> None:
    files = {
        "glossary.yaml": "fritidsgård:\n  until: 2015-01-31\n  replaced_by: mötesplats\n",
        "reports/2015/1.1.yaml": "date: 2016-01-15\nassessment: Fritidsgårdar har öppnat, en fritidsgård i varje del.\n",
    }
    assert [each.about for each in found(tmp_path, "PT807", files)] == ["2015/1.1"]


OLD_TERM = "ideella sektorn:\n  until: 2014-12-31\n  replaced_by: civilsamhället\nKoM:\n  until: 2014-12-31\n"


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Mötet talade om ideella sektorn", "civilsamhället"),
        ("Ideella sektorn var med", "civilsamhället"),
        ("Den ideella sektorns företrädare var med", ""),
        ("En ideell sektor behövs", ""),
        ("KoM:s enkät gick ut", ""),
    ],
)
def test_old_term_in_an_event_in_any_form(tmp_path: Path, text: str, suggestion: str) -> None:
    event = f"date: 2015-03-02\nkind: meeting\ntitle: Om ideella sektorn\nitems:\n  - title: Ett\n    text: |\n      {text}\n"
    findings = found(tmp_path, "PT807", {"glossary.yaml": OLD_TERM, "log/2015/2015-03-02-mote.yaml": event})
    assert [each.suggestion for each in findings] == [suggestion]
    assert findings[0].where.keys == ("items", 0, "text")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("log/2014/x.yaml", "date: 2014-12-31\nkind: meeting\ntitle: Möte\ntext: Ideella sektorn var med\n"),
        ("log/2014/x.yaml", "date: 2014\nkind: meeting\ntitle: Möte\ntext: Ideella sektorn var med\n"),
        ("log/2015/x.yaml", "date: 2015-02\nkind: meeting\ntitle: Möte\ntext: Man sade ”ideella sektorn” förr\n"),
        ("log/2015/x.yaml", "date: 2015-02\nkind: meeting\ntitle: Möte\ntext: Sektorn är ideell\n"),
        ("log/2015/x.yaml", "date: 2015-02\nkind: meeting\ntitle: Möte\ntext: Den komm\n"),
        ("decisions/x.yaml", "date: 2015-02\nkind: note\ntitle: Avtal med ideella sektorn\n"),
        ("decisions/x.yaml", "date: 2015-02\nkind: rename\ntitle: Nytt ord\ntext: Ideella sektorn byts\nabout: ideella sektorn\n"),
    ],
)  # fmt: skip
def test_old_term_from_before_or_quoted_or_in_a_title_is_left_alone(tmp_path: Path, file: str, text: str) -> None:
    assert found(tmp_path, "PT807", {"glossary.yaml": OLD_TERM, file: text}) == []


@pytest.mark.parametrize(
    ("file", "text", "keys"),
    [
        ("decisions/x.yaml", "date: 2015-02\nkind: note\ntitle: Avtal\ntext: Ideella sektorn är med\n", ("text",)),
        ("log/2015/x.yaml", "after: 2014-12-31\nkind: change\ntitle: X\ntext: Ideella sektorn är med\n", ("text",)),
        (
            "ballots/x.yaml",
            "date: 2015-02\nkind: votes\ntitle: X\noptions:\n  - text: Stöd ideella sektorn\n    votes: 3\n",
            ("options", 0, "text"),
        ),
    ],
)
def test_old_term_in_later_decisions_events_and_ballots(
    tmp_path: Path, file: str, text: str, keys: tuple[str | int, ...]
) -> None:
    assert [each.where.keys for each in found(tmp_path, "PT807", {"glossary.yaml": OLD_TERM, file: text})] == [keys]


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("en två tre fyra. En två tre fyra, och så fem", True),
        ("en två tre en två tre en två tre och fyra", False),
        ("en två tre fyra fem. Sex sju åtta, en två tre fyra fem", False),
        ("ett a b c d, a b c d", True),
    ],
)
def test_only_words_right_after_themselves_are_repeated(tmp_path: Path, text: str, repeats: bool) -> None:
    assert bool(found(tmp_path, "PT808", {"1-gemenskap/1.2-samverkan.yaml": GOAL + f"text: {text}\n"})) is repeats


def test_commitments_are_asked_for_only_where_there_are_any(tmp_path: Path) -> None:
    files = {
        "agreement.yaml": "id: overenskommelsen\ntitle: Överenskommelse\n",
        "1-gemenskap/1.1-motesplatser.yaml": "id: 1.1\ntitle: Alla har nära till en mötesplats\n",
    }
    assert found(tmp_path, "PT801", files) == []


# --- answers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("  1.1.k1: unchanged\n", False),
        ("  1.1.k1:\n    status: completed\n", True),
        ("  1.1.1:\n    value: 3\n", True),
        ("  1.1.1:\n    fulfilment: partly\n", True),
        ("  1.1.m1:\n    fulfilment: partly\n", True),
        ("  1.1:\n    fulfilment: partly\n    ground: Hälften.\n", False),
        ("  1.1.m1:\n    value: 3\n    deviation: Två föll bort.\n", False),
    ],
)
def test_answers_of_each_kind(tmp_path: Path, text: str, wrong: bool) -> None:
    assert bool(found(tmp_path, "PT901", {"progress/2015/2015-11-20-kultur-5f3a.yaml": answers(text)})) is wrong


@pytest.mark.parametrize(
    ("indicator", "answer", "variant"),
    [
        ("kind: share", "value: 104", ""),
        ("kind: share", "value: 75 %\n    numerator: 45\n    denominator: 60", None),
        ("kind: share", "value: 80\n    numerator: 45\n    denominator: 60", "share"),
        ("kind: share", "numerator: 61\n    denominator: 60", "parts"),
        ("kind: count", "value: -1", "low"),
        ("kind: index\n    lowest: 1\n    highest: 5", "value: 5,5", ""),
        ("kind: index\n    lowest: 1\n    highest: 5", "value: 4,5", None),
        ("kind: money", "value: 250 000 kr", None),
        ("kind: money", "value: -250 000", None),
        ("kind: yes_no", "value: Ja", None),
        ("kind: yes_no", "value: kanske", "choice"),
        ("kind: scale\n    scale: [dåligt, bra]", "value: Bra", None),
        ("kind: scale\n    scale: [dåligt, bra]", "value: utmärkt", "choice"),
        ("kind: category\n    categories: [staden, sektorn]", "values:\n      staden: 4\n      andra: 1", "choice"),
        ("kind: judgement", "value: bättre än väntat", None),
        ("kind: count", "value: illegible", None),
    ],
)
def test_values_that_an_indicator_may_have(tmp_path: Path, indicator: str, answer: str, variant: str | None) -> None:
    files = {
        "1-gemenskap/1.2-samverkan.yaml": GOAL + f"indicators:\n  1.2.m1:\n    text: Något\n    {indicator}\n",
        "progress/2015/2015-11-20-kultur-5f3a.yaml": answers(f"  1.2.m1:\n    {answer}\n"),
    }
    assert [each.variant for each in found(tmp_path, "PT902", files)] == ([] if variant is None else [variant])


def test_round_that_is_not_said_while_two_are_open(tmp_path: Path) -> None:
    files = {
        "rounds/2015.yaml": "period: 2015\nopened: 2015-11-01\n",
        "rounds/2015-T3.yaml": "period: 2015-T3\nopened: 2015-11-01\n",
        "progress/2015/2015-11-20-kultur-5f3a.yaml": answers("  1.1.1: ongoing\n", "by: kultur\ndate: 2015-11-20\n"),
    }
    findings = found(tmp_path, "PT903", files)
    assert [(each.variant, each.values["rounds"]) for each in findings] == [("several", ("2015", "2015-T3"))]


def test_unchanged_is_told_once_a_thing(tmp_path: Path) -> None:
    files = {
        f"progress/{year}/{year}-11-20-kultur-5f3a.yaml": answers(
            "  1.1.1: unchanged\n", f"by: kultur\ndate: {year}-11-20\nround: {year}\n"
        )
        for year in (2014, 2015)
    }
    findings = found(tmp_path, "PT904", files)
    assert [(each.about, each.where.file) for each in findings] == [("1.1.1", next(iter(files)))]


def test_unchanged_after_an_answer_that_could_not_be_read(tmp_path: Path) -> None:
    files = {
        "progress/2014/2014-11-20-kultur-5f3a.yaml": answers(
            "  1.1.1: halvklar\n", "by: kultur\ndate: 2014-11-20\nround: 2014\n"
        ),
        "progress/2015/2015-11-20-kultur-5f3a.yaml": answers("  1.1.1: unchanged\n"),
    }
    assert found(tmp_path, "PT904", files) == []


def test_two_answers_on_a_day_about_different_things(tmp_path: Path) -> None:
    files = {
        "progress/2015/2015-11-20-kultur-5f3a.yaml": answers("  1.1.1: ongoing\n"),
        "progress/2015/2015-11-20-kultur-9c1e.yaml": answers("  1.1.m1:\n    value: 3\n"),
    }
    assert found(tmp_path, "PT905", files) == []


def test_a_member_answers_and_is_answered_for(tmp_path: Path) -> None:
    files = {
        "progress/2015/2015-11-20-kultur-5f3a.yaml": answers("  1.1.1: ongoing\n"),
        "progress/2015/2015-11-20-ks-9c1e.yaml": answers(
            "  1.1.1:\n    each:\n      kultur: completed\n", "by: ks\ndate: 2015-11-20\nround: 2015\n"
        ),
    }
    findings = found(tmp_path, "PT905", files)
    assert [each.values["by"] for each in findings] == ["kultur"]


def test_an_assessor_needs_no_part_and_settles_what_differs(tmp_path: Path) -> None:
    goal = GOAL + "activities:\n  1.2.1:\n    title: Ordna en mässa\n    joint: [kultur, samradet]\n"
    both = {
        "1-gemenskap/1.2-samverkan.yaml": goal,
        "progress/2015/2015-11-20-kultur-5f3a.yaml": answers("  1.2.1: completed\n"),
        "progress/2015/2015-11-23-samradet-77b0.yaml": answers(
            "  1.2.1: ongoing\n", "by: samradet\ndate: 2015-11-23\nround: 2015\n"
        ),
    }
    assert [each.values["parties"] for each in found(tmp_path / "a", "PT920", both)] == [("kultur", "samradet")]
    assessed = "by: ks\nrole: assessor\ndate: 2015-12-01\nround: 2015\n"
    both["progress/2015/2015-12-01-ks-0001.yaml"] = answers("  1.2.1: ongoing\n", assessed)
    assert found(tmp_path / "b", "PT920", both) == []
    assert found(tmp_path / "c", "PT906", both) == []


def test_unchanged_is_what_was_said_before(tmp_path: Path) -> None:
    goal = GOAL + "activities:\n  1.2.1:\n    title: Ordna en mässa\n    joint: [kultur, samradet]\n"
    files = {"1-gemenskap/1.2-samverkan.yaml": goal}
    for year, kultur, samradet in ((2014, "ongoing", "ongoing"), (2015, "unchanged", "ongoing")):
        for by, status in (("kultur", kultur), ("samradet", samradet)):
            head = f"by: {by}\ndate: {year}-11-20\nround: {year}\n"
            files[f"progress/{year}/{year}-11-20-{by}-5f3a.yaml"] = answers(f"  1.2.1: {status}\n", head)
    assert found(tmp_path, "PT920", files) == []


@pytest.mark.parametrize(
    ("day", "late"), [("2015-01-31", False), ("2015-02-15", True), ("2015-03-05", False), ("2015-03-20", True)]
)
def test_answers_while_a_round_is_open_again(tmp_path: Path, day: str, late: bool) -> None:
    files = {
        "rounds/2014.yaml": "period: 2014\nclosed: 2015-01-31\n"
        "reopened:\n  - date: 2015-03-01\n    until: 2015-03-10\n    reason: Fel blankett.\n",
        f"progress/2014/{day}-kultur-5f3a.yaml": answers(
            "  1.1.1: ongoing\n", f"by: kultur\ndate: {day}\nround: 2014\n"
        ),
    }
    assert bool(found(tmp_path, "PT907", files)) is late


def test_answer_from_before_the_time_that_the_round_is_about(tmp_path: Path) -> None:
    files = {
        "rounds/2015.yaml": "period: 2015\n",
        "progress/2015/2014-11-20-kultur-5f3a.yaml": answers(
            "  1.1.1: ongoing\n", "by: kultur\ndate: 2014-11-20\nround: 2015\n"
        ),
    }
    assert [each.variant for each in found(tmp_path, "PT907", files)] == ["before"]


@pytest.mark.parametrize(("at", "early"), [("2015", False), ("hösten 2015", False), ("2015-12", True), ("2016", True)])
def test_day_of_a_value_as_exact_as_it_is_known(tmp_path: Path, at: str, early: bool) -> None:
    text = answers(f"  1.1.m1:\n    value: 3\n    at: {at}\n")
    assert bool(found(tmp_path, "PT908", {"progress/2015/2015-11-20-kultur-5f3a.yaml": text})) is early


def test_own_words_for_states_are_understood(tmp_path: Path) -> None:
    files = {
        "plan.yaml": HEADER + "scale:\n  nedlagd: cancelled\n",
        "progress/2015/2015-11-20-kultur-5f3a.yaml": answers("  1.1.1: nedlagd\n"),
    }
    assert [each.about for each in found(tmp_path, "PT911", files)] == ["1.1.1"]


def test_given_up_and_then_taken_up_again_needs_no_decision(tmp_path: Path) -> None:
    files = {
        "progress/2014/2014-11-20-kultur-5f3a.yaml": answers(
            "  1.1.1: withdrawn\n", "by: kultur\ndate: 2014-11-20\nround: 2014\n"
        ),
        "progress/2015/2015-11-20-kultur-5f3a.yaml": answers("  1.1.1: ongoing\n"),
    }
    assert found(tmp_path, "PT911", files) == []


@pytest.mark.parametrize(
    ("how", "found_as"), [("how: cancelled", ["ended"]), ("reason: Ingen lokal.", ["ended"]), ("how: completed", [])]
)
def test_ended_in_the_plan_without_a_decision(tmp_path: Path, how: str, found_as: list[str]) -> None:
    goal = GOAL + (
        "activities:\n  1.2.1:\n    title: Ordna en mässa\n    lead: kultur\n"
        f"    ended:\n      date: 2015-10-01\n      {how}\n"
    )
    files = {
        "1-gemenskap/1.2-samverkan.yaml": goal,
        "progress/2015/2015-11-20-kultur-5f3a.yaml": answers("  1.2.1: withdrawn\n"),
    }
    assert [each.variant for each in found(tmp_path, "PT911", files)] == found_as


def test_a_correction_by_somebody_else(tmp_path: Path) -> None:
    files = {
        "progress/2015/2015-11-20-kultur-5f3a.yaml": answers("  1.1.1: ongoing\n"),
        "progress/2015/2015-11-21-samradet-5f3a.yaml": answers(
            "  1.1.1: completed\n",
            "by: samradet\ndate: 2015-11-21\nround: 2015\nreplaces: 2015-11-20-kultur-5f3a\n",
        ),
    }
    assert [each.variant for each in found(tmp_path, "PT913", files)] == ["other"]


# --- history ---------------------------------------------------------------------------------------


def decision(day: str, changes: str, kind: str = "revise") -> str:
    return f"date: {day}\nbody: ks\nkind: {kind}\ntitle: Planen ändras\nchanges:\n{changes}"


@pytest.mark.parametrize(
    ("thing", "field", "to", "variant"),
    [
        ("1.1.1", "when", "2014 - 2015", None),
        ("1.1.1", "when", "2014/2015", None),
        ("1.1.1", "when", "2014", ""),
        ("1.1.1", "lead", "kultur", None),
        ("1.1.1", "lead", "sektorn", ""),
        ("1.1.1", "due", "not_stated", None),
        ("1.1.1", "title", "Öppna en  mötesplats i varje stadsdel", None),
        ("1.1.1", "tid", "2014", "field"),
        ("1.1.1", "wen", "2014", "field_meant"),
        ("1.1.9", "when", "2014", "meant"),
        ("zebra", "when", "2014", "unknown"),
        ("1.1.m1", "targets.2015", "4,0", None),
        ("1.1.m1", "targets.2015", "5", ""),
        ("1.1.m1", "targets.2017", "5", ""),
        ("1.1.m1", "targets", "4 och 6", None),
        ("overenskommelsen", "valid", "2012/2020", None),
        ("overenskommelsen", "parties", "sektorn, nordvik", None),
        ("kultur", "name", "Kulturförvaltningen", None),
        ("nordvik-2014", "period", "2014-2016", None),
        ("1.1", "cost", "ordinary", None),
    ],
)
def test_last_change_against_the_plan(tmp_path: Path, thing: str, field: str, to: str, variant: str | None) -> None:
    text = decision("2015-04-22", f"  {thing}:\n    {field}:\n      to: {to}\n")
    agreement = (
        "id: overenskommelsen\ntitle: Överenskommelse\nparties: [nordvik, sektorn]\nvalid: 2012/2020\n"
        "commitments:\n  motesplatser: Platser där människor möts\n"
    )
    findings = found(tmp_path, "PT914", {"decisions/2015-04-22-ks.yaml": text, "agreement.yaml": agreement})
    assert [each.variant for each in findings] == ([] if variant is None else [variant])


def test_a_change_of_what_is_said_for_several(tmp_path: Path) -> None:
    goal = GOAL + (
        "shared:\n  - for: [1.2.1]\n    when: hösten 2015\n"
        "activities:\n  1.2.1:\n    title: Ordna en mässa\n    lead: kultur\n"
    )
    text = decision("2015-04-22", "  1.2.1:\n    when:\n      from: 2014\n      to: hösten 2015\n")
    files = {"1-gemenskap/1.2-samverkan.yaml": goal, "decisions/2015-04-22-ks.yaml": text}
    assert found(tmp_path, "PT914", files) == []


def test_each_change_begins_where_the_one_before_ended(tmp_path: Path) -> None:
    whole = {
        "decisions/2014-06-01-ks.yaml": decision(
            "2014-06-01", "  1.1.2:\n    when:\n      from: 2014\n      to: 2015\n"
        ),
        "decisions/2015-04-22-ks.yaml": decision(
            "2015-04-22", "  1.1.2:\n    when:\n      from: 2015\n      to: 2016\n"
        ),
    }
    assert found(tmp_path / "a", "PT914", whole) == []
    broken = decision("2014-06-01", "  1.1.2:\n    when:\n      from: 2014\n      to: våren 2015\n")
    findings = found(tmp_path / "b", "PT914", {**whole, "decisions/2014-06-01-ks.yaml": broken})
    assert [(each.variant, each.where.file, each.related[0].file) for each in findings] == [
        ("chain", "decisions/2015-04-22-ks.yaml", "decisions/2014-06-01-ks.yaml")
    ]


def test_two_changes_on_one_day_are_put_in_the_order_that_fits(tmp_path: Path) -> None:
    files = {
        "decisions/2015-04-22-a.yaml": decision(
            "2015-04-22", "  1.1.2:\n    when:\n      from: 2015\n      to: 2016\n"
        ),
        "decisions/2015-04-22-b.yaml": decision(
            "2015-04-22", "  1.1.2:\n    when:\n      from: 2014\n      to: 2015\n"
        ),
    }
    assert found(tmp_path, "PT914", files) == []


def test_an_ending_that_the_last_answer_contradicts(tmp_path: Path) -> None:
    goal = GOAL + (
        "activities:\n  1.2.1:\n    title: Ordna en mässa\n    lead: kultur\n"
        "    ended:\n      date: 2015-12-01\n      how: cancelled\n      reason: Ingen lokal.\n"
    )
    files = {
        "1-gemenskap/1.2-samverkan.yaml": goal,
        "progress/2015/2015-11-20-kultur-5f3a.yaml": answers("  1.2.1: completed\n"),
    }
    assert [each.variant for each in found(tmp_path, "PT915", files)] == ["completed"]


# --- privacy ---------------------------------------------------------------------------------------


def kinds(text: str) -> list[str]:
    return [fault.values["kind"] for fault in personal_data("log/x.yaml", "x", text.encode(), text)]


@pytest.mark.parametrize(
    "number",
    [
        "031-368 00 00", "031-3680000", "070-123 45 67", "0701234567", "0701-23 45 67", "08-123 456 78",
        "+46 31 368 00 00", "+46 (0)31-368 00 00", "0046 31 368 00 00", "031 368 00 00", "(031) 368 00 00",
        "0300-83 40 00", "031/13 14 15", "031-368\u00a000\u00a000",
    ],
)  # fmt: skip
def test_telephone_numbers(number: str) -> None:
    assert kinds(f"text: Ring {number} för mer\n") == ["telephone"]
    assert kinds(f"text: {number}\n") == ["telephone"]


@pytest.mark.parametrize(
    "number",
    ["811228-9874", "19811228-9874", "8112289874", "198112289874", "811228+9874", "811228 9874", "811288-9874"],
)
def test_identity_numbers(number: str) -> None:
    assert kinds(f"# {number}\ntext: Ett möte\n") == ["identity"]


def test_mail_addresses() -> None:
    assert kinds("text: Skriv till kim.exempel@nordvik.example.\n") == ["mail"]
    assert kinds("kultur:\n  mailbox: kultur@nordvik.example\n") == []
    assert kinds("kultur:\n  text: brevlåda kultur@nordvik.example\n") == ["mail"]


@pytest.mark.parametrize(
    "text",
    [
        "0936/17", "SLK-2024-00485", "KSN-2016-1422", "N035-0412/12", "0345-12-003", "2015-11-20", "2015-11-20/2015-12-31",
        "10 000 000 SEK", "1 234 567 890", "100 000-300 000", "1 050-300 000", "250 000", "0,95", "1.10.2", "7 + 3 + 3",
        "sha256:5f3a12345678901234", "https://x.example/doc/8112289874", "https://x.example/?id=0701234567",
        "www.x.example/0701234567", "2015-11-20-kultur-5f3a", "556677-8899", "212000-1355", "150101-0630",
        "20150101-20151231", "13:30-16:30", "08.30-11.30", "kl 08-12", "09-01/12-31", "2014 2015 2016", "@nordvik",
    ],
)  # fmt: skip
def test_what_is_nobodys(text: str) -> None:
    assert kinds(f"text: {text}\n") == []
    assert kinds(f"text: Se {text} och mer\n") == []


def test_place_of_personal_data_in_a_comment(tmp_path: Path) -> None:
    text = "# ring 031-368 00 00\n" + answers("  1.1.1: ongoing\n")
    (finding,) = found(tmp_path, "PT951", {"progress/2015/2015-11-20-kultur-5f3a.yaml": text})
    assert (finding.variant, finding.about) == ("telephone", "2015-11-20-kultur-5f3a")
    assert finding.span is not None
    assert tuple(finding.span) == (1, 8, 1, 21)
    assert "031" not in str(finding.values)


@pytest.mark.parametrize(
    ("mailbox", "person"),
    [
        ("kim.exempel@nordvik.example", True),
        ("kim.exempel-prov@nordvik.example", True),
        ("kultur@nordvik.example", False),
        ("kultur.kansli@nordvik.example", False),
        ("info.kulturforvaltningen@nordvik.example", False),
    ],
)
def test_mailbox_of_a_person(tmp_path: Path, mailbox: str, person: bool) -> None:
    table = (BASE / "organisations.yaml").read_text(encoding="utf-8")
    table = table.replace("name: Kulturförvaltningen", f"name: Kulturförvaltningen\n  mailbox: {mailbox}")
    facts = laid_out(tmp_path, {"organisations.yaml": table})
    codes = [finding.rule.code for finding in check_plan(facts).findings]
    assert codes == (["PT952"] if person else [])


# --- silence ---------------------------------------------------------------------------------------


def silenced(rule: str, more: str = "") -> str:
    return HEADER + f"silenced:\n  - rule: {rule}\n    for: 1.1.1\n    reason: Det är känt.\n{more}"


UNDECIDED = {"progress/2015/2015-11-20-kultur-5f3a.yaml": answers("  1.1.1: withdrawn\n")}


def test_a_silence_is_counted_and_needed(tmp_path: Path) -> None:
    checked = check_plan(laid_out(tmp_path, {**UNDECIDED, "plan.yaml": silenced("PT911")}))
    assert [finding.rule.code for finding in checked.findings] == []
    assert [(finding.rule.code, silence.rule) for finding, silence in checked.silenced] == [("PT911", "PT911")]


def test_a_silence_for_a_time_that_has_passed(tmp_path: Path) -> None:
    files = {**UNDECIDED, "plan.yaml": silenced("PT911", "    until: 2014\n")}
    findings = check_plan(laid_out(tmp_path, files)).findings
    assert [(each.rule.code, each.variant) for each in findings] == [("PT911", ""), ("PT991", "over")]


def test_an_error_is_not_silenced(tmp_path: Path) -> None:
    files = {
        "plan.yaml": silenced("PT901"),
        "progress/2015/2015-11-20-kultur-5f3a.yaml": answers("  1.1.1:\n    value: 3\n"),
    }
    findings = check_plan(laid_out(tmp_path, files)).findings
    assert [(each.rule.code, each.variant) for each in findings] == [("PT901", ""), ("PT991", "error")]


def test_a_silence_for_no_rule_is_told_once(tmp_path: Path) -> None:
    findings = check_plan(laid_out(tmp_path, {"plan.yaml": silenced("PT9111")})).findings
    assert [(each.rule.code, each.variant) for each in findings] == [("PT992", "meant")]


def test_the_name_of_a_rule_in_place_of_its_code(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "PT992", {"plan.yaml": HEADER + "rules:\n  not-asked: warning\n"})
    assert finding.suggestion == "PT906"
