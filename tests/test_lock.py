"""An adopted plan is held to what it promised: nothing is promised less unseen, and what means the same is no breach.

Every way to a smaller promise that was thought of stands here once, by what is written in the files. Everything is invented.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from plantrack.change import GOALPOST, SUBSTANCE, WORDING, Change
from plantrack.changes.adopted import digest_as_adopted, digest_of, lock_of, promise_the_same, stuck_changes
from plantrack.changes.compare import compare
from plantrack.changes.decided import decided
from plantrack.changes.gist import gist
from plantrack.changes.meaning_of_texts import says_another
from plantrack.changes.weighty_words import LARGE, LIMITS, NUMBERS, SHARES
from plantrack.checks import check_plan
from plantrack.facts import Facts
from plantrack.plan import Plan
from plantrack.store.folder import load

ROOT = Path(__file__).parent.parent
DAY = date(2016, 12, 31)
GOAL, HEADER, ADOPTING = "1-gemenskap/1.1-motesplatser.yaml", "plan.yaml", "decisions/2014-02-05-ks.yaml"
BASE = (ROOT / "templates" / "init" / "sv" / GOAL).read_text(encoding="utf-8")
TALK = "    title: Fråga besökarna vad de vill ha\n    when: 2016\n"
RICH = (
    BASE.replace(TALK, f"{TALK}    steps:\n      1.1.2.a: Skriv frågorna\n")
    + """\
  1.1.m2:
    kind: survey
    text: Besökare som trivs
    unit: procent
    numerator: de som trivs
    questions: [Trivs du här?, Kommer du tillbaka?]
    targets:
      tidigt 2016: 70
      sent 2016: 80
    follow_up: kultur
"""
)
"""The small plan with a survey and a step more."""
HEADER_MORE = "seasons:\n  spring: 01-01/06-30\nscale:\n  vilar: paused\ncurrency: SEK\n"
MORE = {
    "decisions/2015-03-16-ks.yaml": "date: 2015-03-16\nbody: ks\nkind: note\ntitle: Rapporten\nabout: [nordvik-2014, 1.1.2]\n",
    "decisions/2015-04-22-ks.yaml": (
        "date: 2015-04-22\nbody: ks\nkind: revise\ntitle: Mer tid\nabout: [1.1.1]\n"
        "changes:\n  1.1.1:\n    when:\n      from: 2014-2015\n      to: 2014 - hösten 2015\n"
    ),
}


def made(folder: Path, *edits: tuple[str, str, str]) -> Facts:
    """The small plan, adopted, with what has been decided since, and with some edits."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "templates" / "init" / "sv", folder)
    header = (folder / HEADER).read_text(encoding="utf-8")
    goal = RICH.replace("when: 2014-2015", "when: 2014 - hösten 2015")
    for name, text in {**MORE, GOAL: goal, HEADER: header + HEADER_MORE}.items():
        write(folder, name, text)
    digest = digest_as_adopted(load(folder, DAY).plan, "2014-02-05-ks")
    text = (folder / ADOPTING).read_text(encoding="utf-8")
    write(folder, ADOPTING, f"{text.rstrip()}\ndefinitions: {digest}\n")
    for name, old, new in edits:
        text = (folder / name).read_text(encoding="utf-8") if old else ""
        assert text.count(old) == 1 or not old, f"{name}: {old}"
        write(folder, name, text.replace(old, new) if old else new)
    return load(folder, DAY)


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def adopted(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return made(tmp_path_factory.mktemp("adopted") / "plan").plan


def told(before: Plan, after: Plan) -> tuple[Change, ...]:
    return decided(before, after, compare(before, after))


def holds(plan: Plan) -> bool:
    """Whether the plan promises what was adopted, with all that was decided since taken back."""
    lock = lock_of(plan)
    assert lock is not None
    digest = digest_as_adopted(plan, lock.decision)
    return digest is not None and promise_the_same(digest, lock.digest)


def decision(changes: str, *more: str, day: str = "2016-03-01", kind: str = "revise") -> tuple[str, str, str]:
    """A new decision."""
    head = f"date: {day}\nbody: ks\nkind: {kind}\ntitle: Ett beslut\n"
    return f"decisions/{day}-ks.yaml", "", head + "".join(f"{each}\n" for each in more) + changes


def change(thing: str, field: str, was: str, now: str) -> str:
    return f"changes:\n  {thing}:\n    {field}:\n      from: {was}\n      to: {now}\n"


WHEN = "    when: 2016\n"
LATER = (GOAL, WHEN, "    when: 2018\n")
ADDED = "    added:\n      date: 2015-04-22\n      decision: 2015-04-22-ks\n"
ENDED = "    ended:\n      date: 2015-06-01\n      how: cancelled\n"
SMALLER: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "a step is gone": ((GOAL, "    steps:\n      1.1.2.a: Skriv frågorna\n", ""),),
    "a season is longer": ((HEADER, "01-01/06-30", "01-01/12-31"),),
    "the period is longer": ((HEADER, "period: 2014-2016", "period: 2014-2019"),),
    "the report is made up earlier": ((HEADER, "cut_off: 12-31", "cut_off: 06-30"),),
    "another currency": ((HEADER, "currency: SEK", "currency: NOK"), (GOAL, "40 000 SEK", "40 000")),
    "another number in words": (
        (GOAL, "title: Fråga besökarna vad de vill ha", "title: Fråga två besökare vad de vill"),
    ),
    "a limit in a criterion": ((GOAL, "som är öppen varje vecka", "som är öppen någon vecka"),),
    "a condition is added": ((GOAL, WHEN, f"{WHEN}    text: Endast om det finns medel.\n"),),
    "one of two vague targets": ((GOAL, "tidigt 2016: 70", "tidigt 2016: 40"),),
    "a target from early to late": ((GOAL, "      tidigt 2016: 70\n      sent 2016: 80\n", "      sent 2016: 70\n"),),
    "a decided time moves on": ((GOAL, "when: 2014 - hösten 2015", "when: 2014-2016"),),
    "a decision that is editorial": (
        LATER,
        decision(change("1.1.2", "when", "2016", "2018"), "editorial: yes"),
    ),
    "an editorial one after a decision": (
        (GOAL, "when: 2014 - hösten 2015", "when: 2014-2016"),
        decision(change("1.1.1", "when", "2014 - hösten 2015", "2014-2016"), "editorial: yes"),
    ),
    "a decision from before the adoption": (
        LATER,
        decision(change("1.1.2", "when", "2016", "2018"), day="2013-12-01"),
    ),
    "an event where nothing was decided": (
        LATER,
        (
            "log/2016/2016-03-01-mote-aa11.yaml",
            "",
            f"date: 2016-03-01\nkind: meeting\ntitle: Möte\n{change('1.1.2', 'when', '2016', '2018')}",
        ),
    ),
    "ended by nobody": ((GOAL, WHEN, WHEN + ENDED),),
    "ended by a decision of something else": ((GOAL, WHEN, f"{WHEN}{ENDED}      decision: 2015-04-22-ks\n"),),
    "ended by a note": ((GOAL, WHEN, f"{WHEN}{ENDED}      decision: 2015-03-16-ks\n"),),
    "said to have come later": ((GOAL, WHEN, f"{WHEN}{ADDED}"),),
}
"""What is made smaller, later or easier -> the edits."""


@pytest.mark.parametrize("name", SMALLER)
def test_smaller_promise_is_seen_with_history_and_without(name: str, adopted: Plan, tmp_path: Path) -> None:
    after = made(tmp_path / "plan", *SMALLER[name]).plan
    assert any(each.lacking and each.weight in (GOALPOST, SUBSTANCE) for each in told(adopted, after))
    assert not holds(after)


HISTORY_ONLY: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "a word of the scale means another state": ((HEADER, "vilar: paused", "vilar: completed"),),
    "findings about it are switched off": ((HEADER, "seasons:", "rules:\n  PT942: off\nseasons:"),),
    "findings about it are accepted": (
        (HEADER, "seasons:", "silenced:\n  - rule: PT943\n    reason: Vi vill.\nseasons:"),
    ),
    "the plan is not adopted any more": ((HEADER, "adopted: 2014-02-05-ks\n", ""),),
    "a part of the text is gone": ((GOAL, "title: Fråga besökarna vad de vill ha", "title: Fråga besökarna"),),
    "an old decision says something else": (
        (GOAL, "when: 2014 - hösten 2015", "when: 2014-2016"),
        ("decisions/2015-04-22-ks.yaml", "to: 2014 - hösten 2015", "to: 2014-2016"),
    ),
    "a note is made a revision, to end something by": (
        ("decisions/2015-03-16-ks.yaml", "kind: note", "kind: revise"),
        (GOAL, WHEN, f"{WHEN}{ENDED}      decision: 2015-03-16-ks\n"),
    ),
}


@pytest.mark.parametrize("name", HISTORY_ONLY)
def test_what_no_digest_can_tell_is_told_against_the_history(name: str, adopted: Plan, tmp_path: Path) -> None:
    after = made(tmp_path / "plan", *HISTORY_ONLY[name]).plan
    assert any(each.lacking for each in told(adopted, after))


THE_SAME: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "a year in months": ((GOAL, WHEN, "    when: 2016-01/2016-12\n"),),
    "a sum with its currency": ((GOAL, "40 000 SEK", "40 000"),),
    "a sum in thousands": ((GOAL, "40 000 SEK", "40 tkr"),),
    "a target on the last day": ((GOAL, "      2015: 4\n", "      2015-12-31: 4\n"),),
    "a unit in two languages": (
        (GOAL, "    unit: stadsdelar\n", "    unit:\n      sv: stadsdelar\n      en: districts\n"),
        (HEADER, "language: sv", "languages: [sv, en]"),
    ),
    "a typo in a numerator": ((GOAL, "numerator: de som trivs", "numerator: dom som trivs"),),
    "a comma in a question": ((GOAL, "Kommer du tillbaka?", "Kommer du tillbaka hit?"),),
    "a typo in how it is measured": ((GOAL, "räknar varje höst.", "räkna varje höst."),),
    "not stated": ((GOAL, WHEN, f"{WHEN}    text: not_stated\n    partner: not_stated\n"),),
    "not continuous": ((GOAL, WHEN, f"{WHEN}    continuous: no\n"),),
    "a word more in the scale": ((HEADER, "  vilar: paused\n", "  vilar: paused\n  nastan: ongoing\n"),),
}


@pytest.mark.parametrize("name", THE_SAME)
def test_what_means_the_same_needs_no_decision(name: str, adopted: Plan, tmp_path: Path) -> None:
    after = made(tmp_path / "plan", *THE_SAME[name]).plan
    changes = told(adopted, after)
    assert not [each for each in changes if each.lacking]
    assert {each.weight for each in changes if each.kind != "plan"} <= {WORDING}
    assert holds(after)


DECIDED: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "a time": (LATER, decision(change("1.1.2", "when", "2016", "2018"))),
    "a target, its day in words": (
        (GOAL, "sent 2016: 80", "sent 2016: 75"),
        decision(change("1.1.m2", "targets.slutet av 2016", "80", "75")),
    ),
    "how the plan judges": (
        (HEADER, "cut_off: 12-31", "cut_off: 11-30"),
        decision(change("nordvik-2014", "follow_up.cut_off", "12-31", "11-30")),
    ),
    "a season": (
        (HEADER, "01-01/06-30", "01-01/05-31"),
        decision(change("nordvik-2014", "seasons.spring", "01-01/06-30", "01-01/05-31")),
    ),
    "a criterion": (
        (GOAL, "I varje stadsdel finns", "I fyra stadsdelar finns"),
        decision(
            change(
                "1.1.k1",
                "text",
                "I varje stadsdel finns en mötesplats som är öppen varje vecka",
                "I fyra stadsdelar finns en mötesplats som är öppen varje vecka",
            )
        ),
    ),
    "an ending": (
        (GOAL, WHEN, f"{WHEN}{ENDED}      decision: 2016-03-01-ks\n"),
        decision("about: [1.1.2]\n", kind="end"),
    ),
}


@pytest.mark.parametrize("name", DECIDED)
def test_what_a_decision_tells_is_taken_back(name: str, adopted: Plan, tmp_path: Path) -> None:
    facts = made(tmp_path / "plan", *DECIDED[name])
    assert not [each for each in told(adopted, facts.plan) if each.lacking]
    assert holds(facts.plan)
    assert not {"PT914", "PT944"} & {each.rule.code for each in check_plan(facts).findings}


def test_decision_that_is_not_carried_out_is_no_breach(adopted: Plan, tmp_path: Path) -> None:
    second = decision(change("1.1.2", "when", "2018", "2019"), day="2016-05-01")
    after = made(tmp_path / "plan", *DECIDED["a time"], second).plan
    assert holds(after)
    after = made(tmp_path / "plan", decision(change("1.1.2", "when", "2016", "2018"))).plan
    assert holds(after)


def test_only_the_newer_decision_is_named(adopted: Plan, tmp_path: Path) -> None:
    second = decision(change("1.1.1", "when", "2014 - hösten 2015", "2014-2016"))
    after = made(tmp_path / "plan", (GOAL, "when: 2014 - hösten 2015", "when: 2014-2016"), second).plan
    (moved,) = [each for each in told(adopted, after) if each.kind == "activity"]
    assert (moved.sort, moved.decisions, moved.lacking) == ("postponed", ("2016-03-01-ks",), False)


def test_text_that_was_one_and_becomes_two_is_held_in_the_own_language(adopted: Plan, tmp_path: Path) -> None:
    """A translation that says what was promised hides nothing."""
    text = "I varje stadsdel finns en mötesplats som är öppen varje vecka"
    two = f"    text:\n      sv: Någon gång finns en mötesplats\n      en: {text}\n"
    after = made(
        tmp_path / "plan", (GOAL, f"    text: {text}\n", two), (HEADER, "language: sv", "languages: [sv, en]")
    ).plan
    assert any(each.sort == "rewritten" and each.lacking for each in told(adopted, after))
    assert not holds(after)


def test_ending_is_not_told_twice_by_the_same_decision(tmp_path: Path) -> None:
    before = made(tmp_path / "a", *DECIDED["an ending"]).plan
    (file, old, new), *rest = DECIDED["an ending"]
    after = made(tmp_path / "b", (file, old, new.replace("cancelled", "completed")), *rest).plan
    (ending,) = told(before, after)
    assert (ending.sort, ending.lacking) == ("ending_changed", True)


# --- the lock itself


@pytest.mark.parametrize(
    ("edits", "sort"),
    [
        (((ADOPTING, "definitions: ", "reference: "),), "locked_anew"),
        ((decision("", "definitions: 1111111111111111-2222222222222222", kind="note"),), "locked_anew"),
    ],
)
def test_lock_that_is_changed_lacks_a_decision(
    edits: tuple[tuple[str, str, str], ...], sort: str, adopted: Plan, tmp_path: Path
) -> None:
    facts = made(tmp_path / "plan", *edits)
    facts.against = told(adopted, facts.plan)
    (locked,) = [each for each in facts.against if each.sort == sort]
    assert (locked.weight, locked.lacking) == (GOALPOST, True)
    (finding,) = [each for each in check_plan(facts).findings if each.rule.code == "PT941"]
    assert "holds the plan to something else" in finding.sentence


def test_adopting_decision_that_is_gone_is_told(adopted: Plan, tmp_path: Path) -> None:
    facts = made(tmp_path / "plan")
    (tmp_path / "plan" / ADOPTING).unlink()
    facts = load(tmp_path / "plan", DAY)
    facts.against = told(adopted, facts.plan)
    assert [(each.thing, each.weight) for each in facts.against if each.lacking] == [("2014-02-05-ks", GOALPOST)]
    assert [each.where.file for each in check_plan(facts).findings if each.rule.code == "PT941"] == [HEADER]


def test_plan_may_be_adopted_anew(adopted: Plan, tmp_path: Path) -> None:
    weaker = made(tmp_path / "plan", LATER)
    anew = decision("", f"definitions: {digest_of(weaker.plan)}", kind="adopt")
    after = made(tmp_path / "plan", LATER, anew).plan
    assert holds(after)
    found = {each.sort: (each.weight, each.lacking) for each in told(adopted, after)}
    assert found == {"locked_anew": (GOALPOST, False), "postponed": (GOALPOST, True)}


@pytest.mark.parametrize(
    "changes",
    ["changes:\n  1.1.2:\n    when:\n      to: 2018\n", change("1.1.2", "cost", "40 000 SEK", "50 000 SEK")],
)
def test_decision_that_cannot_be_taken_back_is_told_as_it_mutes_the_lock(changes: str, tmp_path: Path) -> None:
    facts = made(tmp_path / "plan", decision(changes))
    lock = lock_of(facts.plan)
    assert lock is not None
    assert digest_as_adopted(facts.plan, lock.decision) is None
    assert [each.decision for each in stuck_changes(facts.plan, lock.decision)] == ["2016-03-01-ks"]
    assert "PT946" in {each.rule.code for each in check_plan(facts).findings}


def test_warning_elsewhere_does_not_mute_the_lock(tmp_path: Path) -> None:
    """A sign that a text is cut short is a warning that a plan may switch off."""
    facts = made(tmp_path / "plan", LATER, (GOAL, "text: Besökare som trivs", "text: Besökare som #trivs"))
    assert facts.hides_something
    assert "PT944" in {each.rule.code for each in check_plan(facts).findings}


def test_digest_is_the_same_however_it_is_written(adopted: Plan, tmp_path: Path) -> None:
    for name, edits in THE_SAME.items():
        after = made(tmp_path / "plan", *edits).plan
        assert promise_the_same(digest_of(after), digest_of(adopted)), name


# --- words


@pytest.mark.parametrize(
    ("before", "after", "is_another"),
    [
        ("Öppna fem mötesplatser", "Öppna två mötesplatser", True),
        ("Öppna fem mötesplatser", "Öppna 5 mötesplatser", False),
        ("Unga 13–19 år som är med", "Unga 13-19 år som är med", False),
        ("Omkring 15 000 kronor om året", "Omkring 15000 kronor om året", False),
        ("Andelen är minst 3,5 procent", "Andelen är minst 3.5 procent", False),
        ("De flesta är nöjda med lokalen", "Några är nöjda med lokalen", True),
        ("Hälften av besökarna är unga", "En tredjedel av besökarna är unga", True),
        ("Pröva en samverkan och skriv ned vad som lärdes", "Pröva en samverkan", True),
        ("Two hundred visits every week", "Three hundred visits every week", True),
    ],
)
def test_figures_and_limits_of_a_text_are_what_it_promises(before: str, after: str, is_another: bool) -> None:
    assert says_another(before, after) is is_another


def test_words_that_every_digest_rests_on_are_the_same() -> None:
    """A word more, or less, and adopted plans that have it differ from their digest: so none is changed by the way."""
    words = " ".join([*sorted({*LIMITS, *NUMBERS, *SHARES}), LARGE.pattern])
    assert sha256(words.encode()).hexdigest()[:16] == "c7d5b9b9d1eb8e2e"
    assert gist("Minst tvåhundra av 1 200, varav hälften unga") == ["1200", "hälften", "tvåhundra", "minst"]
