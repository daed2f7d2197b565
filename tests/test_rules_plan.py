"""What one bad and one good example cannot show of the rules on ids, conflicts, gaps, vagueness and organisations."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from plantrack.checks import check_plan
from plantrack.facts import Facts
from plantrack.finding import Finding
from plantrack.store.folder import load

BASE = Path(__file__).parent.parent / "templates" / "init" / "sv"
DAY = date(2015, 12, 31)
GOAL = "1-gemenskap/1.1-motesplatser.yaml"
HEAD = "id: 1.1\ntitle: Fler mötesplatser\n"
ORGANISATIONS = """\
nordvik:
  name: Nordviks kommun
  kind: municipality
ks:
  name: Kommunstyrelsen
  kind: political_body
kultur:
  name: Kulturförvaltningen
  kind: department
sektorn:
  name: Föreningarna i Nordvik
  kind: sector
samradet:
  name: Samrådet för mötesplatser
  kind: council
"""

Check = Callable[..., list[Finding]]


@pytest.fixture
def found(tmp_path: Path) -> Check:
    """The findings of some rules on the small plan with files laid over it."""

    def check(codes: str, day: date = DAY, **files: str) -> list[Finding]:
        folder = tmp_path / "plan"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(BASE, folder)
        for name, text in files.items():
            path = folder / NAMES.get(name, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        facts: Facts = load(folder, day)
        return [f for f in check_plan(facts).findings if f.rule.code in codes.split()]

    return check


NAMES = {
    "goal": GOAL,
    "other": "1-gemenskap/1.2-natverk.yaml",
    "organisations": "organisations.yaml",
    "plan": "plan.yaml",
    "decision": "decisions/2015-04-22-ks.yaml",
    "mandate": "decisions/2013-04-ks.yaml",
    "theme": "2-unga/theme.yaml",
    "answer": "progress/2014/2014-11-20-kultur-a1b2.yaml",
    "later_answer": "progress/2016/2016-11-20-kultur-a1b2.yaml",
}


def goal(activity: str = "", rest: str = "") -> str:
    """A goal's file with one activity that says what is given, and what follows it."""
    lines = "".join(f"    {line}\n" for line in activity.splitlines())
    return f"{HEAD}activities:\n  1.1.1:\n    title: Öppna en mötesplats\n{lines}{rest}"


def variants(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return sorted((f.rule.code, f.about, f.variant) for f in findings)


# ids


def test_activity_in_two_goals_is_found_once_and_not_as_misplaced(found: Check) -> None:
    other = "id: 1.2\ntitle: Nätverk\nactivities:\n  1.1.1:\n    title: Samla nätverken\n"
    findings = found("PT301 PT302", goal=goal(), other=other)
    assert variants(findings) == [("PT301", "1.1.1", "")]
    assert {findings[0].where.file, findings[0].related[0].file} == {NAMES["goal"], NAMES["other"]}


def test_copied_goal_is_told_once_with_the_number_its_file_name_has(found: Check) -> None:
    findings = found("PT301 PT302", goal=goal(), other=goal())
    assert variants(findings) == [("PT301", "1.1", "file_name")]
    assert findings[0].values["named"] == "1.2"


def test_criterion_with_an_activity_s_id_is_found_in_one_file(found: Check) -> None:
    findings = found("PT301", goal=goal(rest="criteria:\n  1.1.1: Det finns en mötesplats\n"))
    assert variants(findings) == [("PT301", "1.1.1", "same_file")]


def test_organisation_with_the_id_of_a_term_is_no_double(found: Check) -> None:
    assert found("PT301", organisations=ORGANISATIONS + "mötesplats:\n  name: Mötesplatsen\n  kind: unit\n") == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"goal": goal().replace("id: 1.1\n", "id: 1.4\n")}, ("1.4", "")),
        ({"theme": "id: 3\ntitle: Unga\n"}, ("3", "folder")),
        ({"other": "id: 2.1\ntitle: Unga\n", "theme": "id: 2\ntitle: Unga\n"}, ("2.1", "theme")),
        ({"goal": goal("steps:\n  1.1.2.a: Hitta en lokal")}, ("1.1.2.a", "inside")),
        ({"goal": goal(rest="criteria:\n  1.2.k1: Det finns en mötesplats\n")}, ("1.2.k1", "inside")),
        (
            {"mandate": "date: 2013-04\nkind: mandate\ntitle: Uppdrag\nitems:\n  2014.1:\n    text: Ta fram en plan\n"},
            ("2014.1", "inside"),
        ),
    ],
)
def test_id_that_does_not_belong(files: dict[str, str], expected: tuple[str, str], found: Check) -> None:
    assert expected in [(f.about, f.variant) for f in found("PT302", **files)]


def test_ids_of_other_makes_are_fine(found: Check) -> None:
    files = {
        "CAP1/theme.yaml": "id: CAP1\ntitle: Kapitel\n",
        "CAP1/CAP1.LA15-linje.yaml": "id: CAP1.LA15\ntitle: Linje\nactivities:\n  CAP1.LA15.02:\n    title: Gör\n",
        "OB-open/theme.yaml": "id: OB\ntitle: Öppet\n",
        "OB-open/OB.1.yaml": "id: OB.1\ntitle: Öppet\nactivities:\n  OB.1.1:\n    title: Öppna\n",
    }
    assert found("PT301 PT302 PT303", **files) == []


def test_reference_to_another_kind_of_thing_says_what_it_is(found: Check) -> None:
    findings = found("PT303", goal=goal(rest="criteria:\n  1.1.k1:\n    for: 1.1\n    text: Det finns en\n"))
    assert variants(findings) == [("PT303", "1.1.k1", "other_kind")]
    assert findings[0].values["kind"].word == "a goal"


def test_reference_into_another_plan_needs_no_definition(found: Check) -> None:
    assert found("PT303", goal=goal("replaces: nordvik-2010:1.1.2")) == []
    assert len(found("PT303", goal=goal("replaces: nordvik-2014:9.9.9"))) == 1


def test_criterion_of_another_goal_is_out_of_scope_and_lineage_is_not(found: Check) -> None:
    other = (
        "id: 1.2\ntitle: Nätverk\nactivities:\n  1.2.1:\n    title: Samla nätverken\n    replaces: 1.1.1\n"
        "indicators:\n  1.2.m1:\n    text: Nätverk\n    kind: count\n    criterion: 1.1.k1\n"
    )
    findings = found("PT304", goal=goal(rest="criteria:\n  1.1.k1: Det finns en mötesplats\n"), other=other)
    assert [(f.about, f.values["field"], f.values["ids"]) for f in findings] == [("1.2.m1", "criterion", ("1.1.k1",))]


def test_unknown_id_is_not_also_out_of_scope(found: Check) -> None:
    files = {"goal": goal(rest="shared:\n  - for: 9.9.9\n    when: 2014\n")}
    assert variants(found("PT303 PT304", **files)) == [("PT303", "1.1", "")]


def test_what_a_decision_ended_is_not_alive(found: Check) -> None:
    decision = "date: 2015-04-22\nkind: end\ntitle: Avslutas\nabout: [1.1.1, nordvik-2014]\n"
    assert variants(found("PT305", goal=goal(), decision=decision)) == [("PT305", "1.1.1", "")]
    assert found("PT305", goal=goal("ended:\n  date: 2015-04-22"), decision=decision) == []


@pytest.mark.parametrize(
    ("extra", "variant", "about"),
    [
        ("a:\n  name: A\n  kind: unit\n  part_of: b\nb:\n  name: B\n  kind: unit\n  part_of: a\n", "part_of", "a"),
        ("a:\n  name: A\n  kind: group\n  members: [kultur, a]\n", "members", "a"),
        (
            "a:\n  name: A\n  kind: unit\n  valid: ../2014\n  successors: b\n"
            "b:\n  name: B\n  kind: unit\n  valid: ../2015\n  successors: a\n",
            "successors",
            "a",
        ),
    ],
)
def test_circle_among_organisations_is_told_once(extra: str, variant: str, about: str, found: Check) -> None:
    assert variants(found("PT306", organisations=ORGANISATIONS + extra)) == [("PT306", about, variant)]


def test_lineage_told_from_both_sides_is_no_circle(found: Check) -> None:
    text = goal("replaced_by: 1.1.2\nended:\n  date: 2015-05-01", "  1.1.2:\n    title: Ny\n    replaces: 1.1.1\n")
    assert found("PT305 PT306 PT307", goal=text) == []


# conflicts


def test_same_time_written_in_two_ways_is_no_conflict(found: Check) -> None:
    shared = "shared:\n  - for: 1.1.1\n    when: 2014-2016\n  - for: 1.1.1\n    when: {}\n"
    assert found("PT401", goal=goal(rest=shared.format("2014/2016"))) == []
    findings = found("PT401", goal=goal(rest=shared.format("2014-2015")))
    assert [(f.where.keys, f.related[0].keys) for f in findings] == [(("shared", 0, "when"), ("shared", 1, "when"))]


def test_leads_from_two_places_name_both(found: Check) -> None:
    shared = "shared:\n  - for: 1.1.1\n    lead: kultur\n  - for: 1.1.1\n    lead: samradet\n"
    findings = found("PT402", goal=goal(rest=shared))
    assert variants(findings) == [("PT402", "1.1.1", "places")]
    assert len(findings[0].related) == 1


# what is missing, and why


@pytest.mark.parametrize(
    ("field", "code", "written"),
    [
        ("when", "PT501", "2014"),
        ("responsible", "PT502", "kultur"),
        ("cost", "PT504", "ordinary"),
        ("follow_up", "PT506", "kultur"),
    ],
)
def test_kinds_of_absence_stay_apart(field: str, code: str, written: str, found: Check) -> None:
    def variant(text: str) -> list[str]:
        return [f.variant for f in found(code, goal=goal(text))]

    assert variant("") == [""]
    assert variant(f"{field}: not_stated") == [""]
    assert variant(f"{field}: illegible") == ["illegible"]
    assert variant(f"{field}: not_applicable") == []
    assert variant(f"{field}: {written}") == []
    assert variant(f"{field}: to_be_determined") == ([] if field == "cost" else ["to_be_determined"])


def test_cost_to_be_determined_is_told_by_its_own_rule(found: Check) -> None:
    assert variants(found("PT504 PT507", goal=goal("cost: to_be_determined"))) == [("PT507", "1.1.1", "")]


def test_not_stated_stops_what_the_goal_says(found: Check) -> None:
    text = goal("responsible: not_stated", "responsible: kultur\n")
    assert variants(found("PT502", goal=text)) == [("PT502", "1.1.1", "")]


@pytest.mark.parametrize(("block", "code"), [("criteria", "PT503"), ("indicators", "PT505")])
def test_blocks_of_the_goal_may_be_absent_for_a_reason(block: str, code: str, found: Check) -> None:
    assert [f.variant for f in found(code, goal=goal(rest=f"{block}: illegible\n"))] == ["illegible"]
    assert found(code, goal=goal(rest=f"{block}: not_applicable\n")) == []


def test_ended_activity_is_asked_nothing_more(found: Check) -> None:
    asked = "PT501 PT502 PT503 PT504 PT505 PT506 PT509 PT511 PT512"
    assert len(found(asked, goal=goal())) == 9
    assert found(asked, goal=goal("ended:\n  date: 2015-05-01")) == []


@pytest.mark.parametrize("wrong", ["when: sommarenn", "wehn: 2014", "responsible:"])
def test_what_could_not_be_read_is_not_called_missing(wrong: str, found: Check) -> None:
    assert found("PT501 PT502 PT511", goal=goal(wrong)) == []


def test_a_fault_hides_nothing_of_another_activity(found: Check) -> None:
    text = goal("when: sommarenn", "  1.1.2:\n    title: Fråga besökarna\n")
    assert variants(found("PT501", goal=text)) == [("PT501", "1.1.2", "")]


def test_follow_up_of_the_indicator_is_enough(found: Check) -> None:
    rest = "indicators:\n  1.1.m1:\n    text: Besökare\n    kind: count\n    follow_up: kultur\n"
    assert found("PT506", goal=goal(rest=rest)) == []


def test_indicator_of_a_criterion_with_activities_is_not_for_the_whole_goal(found: Check) -> None:
    rest = (
        "criteria:\n  1.1.k1:\n    for: 1.1.1\n    text: Det finns en\n"
        "indicators:\n  1.1.m1:\n    text: Finns en?\n    kind: yes_no\n    criterion: 1.1.k1\n"
    )
    assert found("PT510", goal=goal(rest=rest)) == []


# what is vague


def test_one_party_that_can_be_asked_is_enough(found: Check) -> None:
    assert found("PT601", goal=goal("responsible: [sektorn, kultur]")) == []
    assert variants(found("PT601", goal=goal("lead: sektorn\nimplementing: kultur"))) == [("PT601", "1.1.1", "sector")]
    assert variants(found("PT502 PT601", goal=goal("deciding: ks"))) == [("PT601", "1.1.1", "deciding")]


def test_group_without_members_is_told_once(found: Check) -> None:
    organisations = ORGANISATIONS + "alla:\n  name: Alla nämnder\n  kind: group\n"
    alone = found("PT601 PT702", goal=goal("responsible: alla"), organisations=organisations)
    assert variants(alone) == [("PT601", "1.1.1", "group")]
    among = found("PT601 PT702", goal=goal("lead: kultur\nimplementing: alla"), organisations=organisations)
    assert variants(among) == [("PT702", "alla", "")]


@pytest.mark.parametrize(
    ("when", "codes"),
    [
        ("omgående", ["PT603"]),
        ("omgående / ..", ["PT603"]),
        ("omgående / 2015", []),
        ("2014-", ["PT604"]),
        ("hösten 2014 / ..", ["PT604", "PT605"]),
        ("by 2015-06", []),
        ("2014-Q3", []),
        ("fortlöpande", ["PT606"]),
        ("fortlöpande 2014-", ["PT606"]),
        ("90 dagar efter 2014-02-05-ks", []),
        ("90 dagar efter 2014-99", ["PT603"]),
    ],
)
def test_times(when: str, codes: list[str], found: Check) -> None:
    assert [f.rule.code for f in found("PT603 PT604 PT605 PT606", goal=goal(f"when: {when}"))] == codes


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Fler besöker mötesplatserna", "fler"),
        ("Antalet besök har ökat", "ökat"),
        ("Det är bättre än förut", "bättre"),
        ("Fler än 40 besöker mötesplatserna", ""),
        ("Flera besöker mötesplatserna", ""),
        ("Den som vill gå vidare till högre utbildning får hjälp", ""),
        ("Det finns en mötesplats", ""),
    ],
)
def test_words_that_compare(text: str, word: str, found: Check) -> None:
    findings = found("PT607", goal=goal(rest=f"criteria:\n  1.1.k1: {text}\n"))
    assert [f.values["word"] for f in findings] == ([word] if word else [])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("kind: count", [("PT608", "")]),
        ("kind: share\nnumerator: nöjda", []),
        ("kind: survey", [("PT608", "survey")]),
        ("kind: survey\nmethod: Enkät varje höst", []),
        ("kind: category", [("PT608", "category")]),
        ("kind: judgement", []),
        ("kind: index\nunit: p\ndirection: down\nbaseline:\n  2013: 4\ntargets:\n  2016: 6", [("PT609", "down")]),
        ("kind: index\nunit: p\ndirection: up\nbaseline:\n  2013: 4\ntargets:\n  2016: 4", [("PT609", "same")]),
        ("kind: index\nunit: p\ndirection: up\nbaseline:\n  2013: 4\ntargets:\n  2015: 4\n  2016: 6", []),
        ("kind: index\nunit: p\ndirection: keep\ntargets:\n  2016: 4", [("PT610", "tolerance")]),
        ("kind: index\nunit: p\ndirection: up\ntargets:\n  2016: 4", [("PT611", "")]),
        ("kind: index\nunit: p\ndirection: up\nbaseline: not_applicable\ntargets:\n  2016: 4", []),
    ],
)
def test_indicators(fields: str, expected: list[tuple[str, str]], found: Check) -> None:
    lines = "".join(f"    {line}\n" for line in fields.splitlines())
    text = goal(rest=f"indicators:\n  1.1.m1:\n    text: Besökare\n{lines}")
    findings = found("PT608 PT609 PT610 PT611 PT612", goal=text)
    assert [(f.rule.code, f.variant) for f in findings] == expected


# organisations and dates


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        ("valid: 2010/2015-06-30", ("PT701", "")),
        ("valid: 2010/2015-06-30\nsuccessors: [kultur, samradet]", ("PT701", "successors")),
        ("valid: 2010/2015-06-30\nsuccessors: kultur", ("PT706", "")),
        ("valid: 2015-06/..", ("PT701", "starts")),
        ("valid: 2010/2017", None),
        ("valid: 2010/..", None),
    ],
)
def test_responsible_organisation_that_comes_or_goes(life: str, expected: tuple[str, str] | None, found: Check) -> None:
    lines = "".join(f"  {line}\n" for line in life.splitlines())
    organisations = ORGANISATIONS + "kansliet:\n  name: Kansliet\n  kind: secretariat\n" + lines
    findings = found("PT701 PT706", goal=goal("when: 2014-2016\nlead: kansliet"), organisations=organisations)
    assert [(f.rule.code, f.variant) for f in findings] == ([expected] if expected else [])


def test_successor_is_not_said_to_begin_late(found: Check) -> None:
    organisations = (
        ORGANISATIONS
        + "byran:\n  name: Byrån\n  kind: unit\n  valid: ../2014\n  successors: kansliet\n"
        + "kansliet:\n  name: Kansliet\n  kind: secretariat\n  valid: 2015/..\n"
    )
    text = goal("when: 2014-2016\nlead: kansliet")
    assert found("PT701 PT707", goal=text, organisations=organisations) == []


def test_finished_work_needs_nobody_and_only_what_was_known_counts(found: Check) -> None:
    organisations = (
        ORGANISATIONS + "kansliet:\n  name: Kansliet\n  kind: unit\n  valid: ../2014\n  successors: kultur\n"
    )
    text = goal("when: 2014\nlead: kansliet")
    answer = "by: kultur\ndate: {}-11-20\nround: {}\nanswers:\n  1.1.1: {}\n"
    files = {"goal": text, "organisations": organisations}
    assert len(found("PT706", **files)) == 1
    assert len(found("PT706", **files, answer=answer.format(2014, 2014, "ongoing"))) == 1
    assert len(found("PT706", **files, later_answer=answer.format(2016, 2016, "completed"))) == 1
    assert found("PT706", **files, answer=answer.format(2014, 2014, "completed")) == []
    assert found("PT706", day=date(2014, 6, 30), **files) == []


@pytest.mark.parametrize(
    ("when", "variant"),
    [("2013-2015", None), ("2012", "before"), ("2018", "after"), ("2015-2017", ""), ("2016", None), ("2014-", None)],
)
def test_times_outside_the_plan_s_own(when: str, variant: str | None, found: Check) -> None:
    findings = found("PT703", goal=goal(f"when: {when}"))
    assert [f.variant for f in findings] == ([] if variant is None else [variant])


def test_shared_time_outside_is_told_once(found: Check) -> None:
    rest = "  1.1.2:\n    title: Fråga\nshared:\n  - for: [1.1.1, 1.1.2]\n    when: 2019\n"
    assert variants(found("PT703", goal=goal(rest=rest))) == [("PT703", "1.1", "after")]


def test_period_is_over_only_after_its_last_day(found: Check) -> None:
    still = (BASE / "agreement.yaml").read_text(encoding="utf-8").replace("2012/2016", "2012/2020")
    longer = {"agreement.yaml": still}
    assert found("PT704", day=date(2016, 12, 31), **longer) == []
    assert variants(found("PT704", day=date(2017, 1, 1), **longer)) == [("PT704", "nordvik-2014", "")]


def test_successor_of_something_that_has_not_ended(found: Check) -> None:
    organisations = ORGANISATIONS.replace(
        "name: Kulturförvaltningen\n", "name: Kulturförvaltningen\n  successors: ks\n"
    )
    assert variants(found("PT707", organisations=organisations)) == [("PT707", "kultur", "goes_on")]
