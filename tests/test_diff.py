"""What changed in the plan, asked for as a person asks: on a branch, on main, between folders and revisions, in all formats."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from desk import EXAMPLE, Desk

from plantrack import change
from plantrack.change import Change, Thing
from plantrack.views.changed_words import COUNTS, KINDS, SORTS, SPANS
from plantrack.views.changed_words import WEIGHTS as HEADINGS
from plantrack.views.gathered import gathered

ROOT = Path(__file__).parent.parent
GOAL = "1-kunskap/1.1-information.yaml"
PREMISES = "2-motesplatser/2.1-lokaler.yaml"
ON = ("--on", "2015-12-31")


def edit(plan: Path, file: str, old: str, new: str) -> None:
    """Writes a piece of a file otherwise."""
    text = (plan / file).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file}: {text.count(old)} times: {old}"
    (plan / file).write_text(text.replace(old, new), encoding="utf-8")


def later(plan: Path) -> None:
    """Moves a deadline by a year."""
    edit(plan, GOAL, "  - for: [1.1.1, 1.1.2]\n    when: 2014-2015", "  - for: [1.1.1, 1.1.2]\n    when: 2014-2016")


def branch(desk: Desk, name: str = "forslag") -> None:
    desk.git("checkout", "-q", "-b", name)


# --- what is compared


def test_on_a_branch_it_tells_what_the_branch_changes(desk: Desk) -> None:
    branch(desk)
    later(desk.plan)
    desk.commit("En senare tid")
    desk.git("checkout", "-q", "main")
    edit(desk.plan, "plan.yaml", "reference: 0127/13", "reference: 0128/13")
    desk.commit("Något annat på main")
    desk.git("checkout", "-q", "forslag")
    told = desk.type("diff", *ON)
    assert told.code == 0
    assert "What has changed here since main" in told.out
    assert "- 1.1.1 and 1.1.2: when: postponed by 1 year: 2014–2015 → 2014–2016. ✗ no decision" in told.out
    assert "reference" not in told.out


def test_on_main_it_tells_what_is_not_committed_or_was_changed_last(desk: Desk) -> None:
    later(desk.plan)
    told = desk.type("diff", *ON)
    assert "What has not been committed yet: the last commit against the working tree." in told.out
    desk.commit("En senare tid")
    again = desk.type("diff", *ON)
    assert "This is what was changed last" in again.out
    assert told.out.partition("\nChanged")[2] == again.out.partition("\nChanged")[2]


def test_two_folders_need_no_git(desk: Desk, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "after")
    later(tmp_path / "after")
    told = desk.type("diff", "./plan", "./after", *ON)
    assert "postponed by 1 year" in told.out
    back = desk.type("diff", "./after", "./plan", *ON)
    assert "brought forward by 1 year" in back.out


def test_two_revisions_in_one_word(desk: Desk) -> None:
    desk.git("tag", "förut")
    later(desk.plan)
    desk.commit("En senare tid")
    assert desk.type("diff", "förut..main", *ON).out == desk.type("diff", "förut", "main", *ON).out
    assert "postponed" in desk.type("diff", "förut..main", *ON).out


def test_where_nothing_changed_it_says_so(desk: Desk) -> None:
    (desk.folder / "README.md").write_text("Planen\n", encoding="utf-8")
    told = desk.type("diff")
    assert told.code == 0
    assert "Nothing has changed in the plan." in told.out
    assert "Findings" not in told.out and "how the plan stands" not in told.out
    shape = json.loads(desk.type("diff", "--format", "json").out)
    assert (shape["changes"], shape["findings"]) == ([], {"new": [], "gone": []})


# --- how it ends, and where it goes


def test_strict_ends_with_1_only_where_a_decision_is_lacking(desk: Desk) -> None:
    assert desk.type("diff", "HEAD", "--strict").code == 0
    edit(desk.plan, GOAL, "Räknas av webbplatsen.", "Webbplatsen räknar dem.")
    assert desk.type("diff", "HEAD", "--strict").code == 0, "wording needs no decision"
    later(desk.plan)
    assert desk.type("diff", "HEAD").code == 0
    assert desk.type("diff", "HEAD", "--strict").code == 1
    decide(desk.plan)
    told = desk.type("diff", "HEAD", "--strict")
    assert told.code == 0
    assert "2014–2015 → 2014–2016. Decision: 2015-04-22-ks" in told.out


def decide(plan: Path, more: str = "", day: str = "2015-04-22") -> None:
    """A decision that tells the later deadline."""
    changes = "".join(
        f"  {each}:\n    when:\n      from: 2014-2015\n      to: 2014-2016\n" for each in ("1.1.1", "1.1.2")
    )
    text = f"date: {day}\nbody: ks\nkind: move_deadline\ntitle: Ett år till\n{more}changes:\n{changes}"
    (plan / "decisions" / f"{day}-ks.yaml").write_text(text, encoding="utf-8")


def test_editorial_decision_is_named_and_is_not_enough(desk: Desk) -> None:
    later(desk.plan)
    decide(desk.plan, "editorial: yes\n")
    told = desk.type("diff", "HEAD", "--strict")
    assert told.code == 1
    assert "✗ no decision (2015-04-22-ks tells of it and is editorial)" in told.out


def test_it_is_written_to_a_file(desk: Desk) -> None:
    later(desk.plan)
    for kind in ("text", "md", "html", "json"):
        told = desk.type("diff", "HEAD", "--format", kind, "-o", f"ut.{kind}", *ON)
        written = (desk.folder / f"ut.{kind}").read_bytes()
        assert told.code == 0 and b"\r" not in written and b"1.1.1" in written
        assert desk.type("diff", "HEAD", "--format", kind, *ON).out == written.decode("utf-8")
        (desk.folder / f"ut.{kind}").unlink()


def test_file_that_cannot_be_written_is_one_sentence(desk: Desk) -> None:
    later(desk.plan)
    told = desk.type("diff", "HEAD", "-o", "finns/inte/ut.md")
    assert told.code == 2
    assert "finns/inte/ut.md" in told.err and "Something went wrong" not in told.err


def test_json_says_all(desk: Desk) -> None:
    later(desk.plan)
    shape = json.loads(desk.type("diff", "HEAD", "--format", "json", "--on", "2016-01-31").out)
    assert list(shape) == [
        "format", "tool", "plan", "language", "day", "before", "after", "partial", "counts", "changes", "not_carried_out",
        "effect", "assessed", "findings",
    ]  # fmt: skip
    assert (shape["plan"], shape["day"]) == ("lunda-2014", "2016-01-31")
    assert shape["before"]["revision"] == desk.git("rev-parse", "HEAD").strip()
    assert shape["after"] == {"name": "the working tree", "revision": ""}
    assert shape["counts"] == {"goalpost": 1, "without_decision": 1}
    (only,) = shape["changes"]
    assert only == {
        "sort": "postponed", "weight": "goalpost", "kind": "activity", "id": "1.1.1", "also": ["1.1.2"], "field": "when",
        "before": "2014-2015", "after": "2014-2016",
        "values": {"n": 366, "was": "2015-12-31", "now": "2016-12-31"}, "decisions": [], "lacking_decision": True,
    }  # fmt: skip
    assert {"thing": "1.1.2", "axis": "schedule", "before": "late", "after": "deviation"} in shape["effect"]["things"]
    assert shape["effect"]["by_what_is_promised_alone"] == shape["effect"]["things"]


# --- what it does to how the plan stands


BY_PROMISE = "▲ Only because something else is promised now. By what was promised before: ■ late"


def test_what_looks_better_only_by_a_moved_date_is_said(desk: Desk) -> None:
    later(desk.plan)
    told = desk.type("diff", "HEAD", "--on", "2016-01-31")
    assert "What this does to how the plan stands" in told.out
    assert re.search(rf"1\.1\.2 Kontaktpersoner i varje förvaltning: ■ late → .*{re.escape(BY_PROMISE)}", told.out)
    assert re.search(r"Goal 1\.1: late: \d of \d → \d of \d", told.out)


def test_what_is_better_by_what_was_done_is_not_blamed(desk: Desk) -> None:
    answer = "by: ksf\ndate: 2016-01-20\nround: 2015\nanswers:\n  1.1.2: completed\n"
    (desk.plan / "progress" / "2015" / "2016-01-20-ksf-aaaa.yaml").write_text(answer, encoding="utf-8")
    told = desk.type("diff", "HEAD", "--on", "2016-01-31")
    assert "1.1.2" in told.out.partition("What this does")[2]
    assert "Only because" not in told.out


def test_new_and_gone_findings_are_told(desk: Desk) -> None:
    edit(desk.plan, GOAL, "    lead: kof\n    partner: byalaget\n", "    partner: byalaget\n")
    told = desk.type("diff", "HEAD", *ON)
    assert "warning PT502: 1.1.1 has nobody who is responsible for it." in told.out
    assert "New: " in told.out.partition("\nFindings\n")[2]
    desk.commit("Utan ansvarig")
    edit(desk.plan, GOAL, "    partner: byalaget\n", "    lead: kof\n    partner: byalaget\n")
    back = desk.type("diff", "HEAD", *ON)
    assert re.search(r"Gone: \d", back.out) and "New:" not in back.out


# --- what holds the plan


def test_adopting_holds_the_plan_to_what_it_promises(desk: Desk) -> None:
    """By the last decision: what an earlier one adopted was never in this repository."""
    file = "plan/decisions/2015-05-20-ks.yaml"
    shown = desk.type("adopt", "2015-05-20-ks", "--dry-run")
    assert f"Would write {file}:" in shown.out
    assert desk.changed() == []
    told = desk.type("adopt", "2015-05-20-ks")
    assert told.code == 0 and f"Wrote {file}:" in told.out
    assert desk.changed() == [file]
    desk.commit("Antagen")
    assert "PT944" not in desk.type("check").out
    later(desk.plan)
    assert "PT944" in desk.type("check").out
    told = desk.type("diff", "adopted", *ON)
    assert "The plan as it was adopted, in " in told.out and "postponed by 1 year" in told.out
    checked = desk.type("check", "--against", "adopted")
    assert "PT941" in checked.out
    decide(desk.plan, day="2015-06-10")
    checked = desk.type("check", "--against", "adopted")
    assert "PT941" not in checked.out and "PT944" not in checked.out


def test_cost_that_a_decision_changed_is_taken_back(desk: Desk) -> None:
    """Or one decided cost would hide whatever else was changed."""
    desk.type("adopt", "2015-05-20-ks")
    edit(desk.plan, GOAL, "    when: 2014-2015\n    cost: ordinary\n", "    when: 2014-2015\n    cost: external\n")
    changes = "".join(
        f"  {each}:\n    cost:\n      from: ordinary\n      to: external\n" for each in ("1.1.1", "1.1.2")
    )
    text = f"date: 2015-06-10\nbody: ks\nkind: revise\ntitle: Andra pengar\nchanges:\n{changes}"
    (desk.plan / "decisions" / "2015-06-10-ks.yaml").write_text(text, encoding="utf-8")
    assert "PT944" not in desk.type("check").out
    later(desk.plan)
    assert "PT944" in desk.type("check").out


def test_adopting_later_takes_back_what_was_decided_since(desk: Desk) -> None:
    """The lock is of what the plan promised on the decision's day, and no commit may ever have held that."""
    assert desk.type("adopt").code == 0
    assert "PT944" not in desk.type("check").out
    desk.commit("Antagen")
    told = desk.type("diff", "adopted")
    assert told.code == 2 and "No revision in git promises what 2014-02-05-ks adopted." in told.err


def test_adopting_again_says_so_and_does_not_hide_what_changed(desk: Desk) -> None:
    desk.type("adopt")
    desk.commit("Antagen")
    assert "already" in desk.type("adopt").out
    later(desk.plan)
    told = desk.type("adopt")
    assert told.code == 2 and "plantrack diff adopted" in told.err
    assert desk.type("adopt", "2099-finns-inte").code == 2


def test_nothing_unreadable_is_adopted(desk: Desk) -> None:
    edit(desk.plan, GOAL, "    when: 2014-2015\n", "    when: 2014-13\n")
    told = desk.type("adopt")
    assert told.code == 2 and "could not be read" in told.err
    edit(desk.plan, GOAL, "    when: 2014-13\n", "    when: 2014-2015\n")
    (desk.plan / PREMISES).write_text("id: 2.1\ntitle: [\n", encoding="utf-8")
    assert desk.type("adopt").code == 2
    assert desk.changed() == [f"plan/{PREMISES}"]


def test_adopted_without_a_lock_says_what_to_do(desk: Desk) -> None:
    told = desk.type("diff", "adopted")
    assert told.code == 2
    assert told.err.strip().endswith("Write down what it promises: plantrack adopt")


# --- how it is told


def test_a_goal_that_comes_or_goes_whole_is_one_line(desk: Desk) -> None:
    activities = "".join(f"  1.9.{n}:\n    title: Sak {n}\n    when: 2016\n    lead: kof\n" for n in range(1, 13))
    text = f"id: 1.9\ntitle: Ett nytt mål\nactivities:\n{activities}criteria:\n  1.9.k1: Det märks\n"
    (desk.plan / "1-kunskap" / "1.9-nytt.yaml").write_text(text, encoding="utf-8")
    told = desk.type("diff", "HEAD", *ON).out.partition("What this does")[0]
    assert "- 1.9 Ett nytt mål: new goal with 12 activities and 1 success criterion. ✗ no decision" in told
    assert "1.9.7" not in told
    assert "Changed: 1 other change of what is promised." in told
    desk.commit("Ett mål")
    (desk.plan / "1-kunskap" / "1.9-nytt.yaml").unlink()
    told = desk.type("diff", "HEAD", "--lang", "sv", *ON).out.partition("Vad ändringarna")[0]
    assert "borta ur filerna (mål) med 12 aktiviteter och 1 framgångskriterium. ✗ beslut saknas" in told
    assert "1.9.7" not in told


def test_what_came_with_a_goal_and_has_a_decision_of_its_own_is_told(desk: Desk) -> None:
    goal = Change("came", "substance", "goal", "1.9", "", None, Thing("goal", "1.9", "1", {}), lacking=True)
    own = Change(
        "came", "substance", "activity", "1.9.1", "", None, Thing("activity", "1.9.1", "1.9", {}), decisions=("d",)
    )
    step = Change(
        "came", "substance", "step", "1.9.1.a", "", None, Thing("step", "1.9.1.a", "1.9.1", {}), decisions=("d",)
    )
    told = gathered([goal, own, step])
    assert [(each.change.thing, dict(each.inside)) for each in told] == [("1.9", {}), ("1.9.1", {"step": 1})]


def test_only_what_differs_in_a_list_and_in_a_block_is_marked(desk: Desk) -> None:
    edit(desk.plan, GOAL, "    responsible: [ksf, kof]\n", "    responsible: [ksf, teknik]\n")
    edit(desk.plan, GOAL, "      amount: 120 000\n", "      amount: 150 000\n")
    told = desk.type("diff", "HEAD", "--lang", "en", *ON).out
    assert "responsible: Kommunstyrelseförvaltningen, [-" in told
    assert "cost: amount: 120,000 → amount: 150,000" in told
    assert "borne by" not in told.partition("What this does")[0]


def test_a_translation_alone_is_shown_in_its_language(desk: Desk) -> None:
    edit(desk.plan, GOAL, "  en: Everybody finds whom they look for\n", "  en: All find whom they look for\n")
    for language in ("sv", "en"):
        told = desk.type("diff", "HEAD", "--lang", language, *ON).out
        assert "[-Everybody finds-]{+All find+} whom they look for" in told


def test_every_sort_of_change_has_words() -> None:
    """Whatever the comparison calls a change, there is a sentence for it."""
    source = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "src/plantrack/changes").glob("*.py"))
    called = set(re.findall(r"""(?:\.change|Change)\(\s*"(\w+)\"""", source))
    called |= {
        each for pair in re.findall(r"""\.change\(\s*"(\w+)" if [^,]+? else "(\w+)\"""", source) for each in pair
    }
    assert len(called) > 25
    assert called - set(SORTS) - {sort for sort, _unit in SPANS} == set()
    weights = {value for name, value in vars(change).items() if name.isupper() and value in change.WEIGHTS}
    assert weights == set(HEADINGS) == set(COUNTS)
    assert {"goal", "activity", "step", "criterion", "indicator", "term", "submission"} <= set(KINDS)


# --- bad text is text


TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
BAD = {
    "script": "<script>alert(1)</script>",
    "pipe": "a | b || c",
    "ticks": "`rm -rf` ``x`` ```",
    "bidi": "\u202eesrever\u202c och \u2067höger\u2069",
    "emoji": "Öppet 🎉👩‍👩‍👧 hus",
    "stars": "*fet* _lutad_ ~~borta~~ [länk](http://x.example) ![bild](x)",
    "at": "@nordvik/alla #1 &amp; &lt;b&gt;",
    "long": "ö" * 10_000,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_text_is_shown_as_text(name: str, desk: Desk) -> None:
    written = json.dumps(BAD[name], ensure_ascii=False)
    edit(desk.plan, GOAL, "    title: Kontaktpersoner i varje förvaltning\n", f"    title: {written}\n")
    text = desk.type("diff", "HEAD", *ON)
    shown = TURNING.sub("", BAD[name])
    assert text.code == 0 and shown in text.out.replace("{+", "").replace("+}", "")
    assert not TURNING.search(text.out)
    shape = json.loads(desk.type("diff", "HEAD", "--format", "json").out)
    assert shape["changes"][0]["after"] == shown
    page = desk.type("diff", "HEAD", "--format", "html").out
    assert "<script" not in page
    markdown = desk.type("diff", "HEAD", "--format", "md").out
    assert_one_table_row(markdown)
    unescaped = re.sub(r"\\.", "", markdown)
    assert not re.search(r"<(?!br>)\w|\]\(|!\[", unescaped)


def assert_one_table_row(markdown: str) -> None:
    """Each row of a table has as many cells as its head, whatever stands in them."""
    rows = [re.sub(r"\\.", "", line) for line in markdown.splitlines() if line.startswith("|")]
    assert len(rows) >= 3
    assert {row.count("|") for row in rows} == {rows[0].count("|")}


def test_comment_always_finds_room(desk: Desk) -> None:
    """Hundreds of changes, some of them long, and what is promised is cut last."""
    for number in range(50):
        activities = "".join(f"  9.{number}.{n}:\n    title: {'Å' * 60} {n}\n    when: 2016\n" for n in range(8))
        text = f"id: 9.{number}\ntitle: {'Mål | ' * 40}\nactivities:\n{activities}"
        (desk.plan / "1-kunskap" / f"9.{number}.yaml").write_text(text, encoding="utf-8")
    desk.commit("Mycket")
    for number in range(50):
        edit(desk.plan, f"1-kunskap/9.{number}.yaml", "title: Mål", "title: Helt andra ord om något annat")
        file = desk.plan / "1-kunskap" / f"9.{number}.yaml"
        moved = file.read_text(encoding="utf-8").replace("when: 2016", f"when: 2016-{number % 12 + 1:02}")
        file.write_text(moved.replace("Å 3\n", f"{'@' * 10_000}\n"), encoding="utf-8")
    told = desk.type("diff", "HEAD", "--format", "md").out
    assert len(told.encode()) <= 50_000
    assert "This is not all" in told and "plantrack diff --format html" in told
    assert re.search(r"and \d+ more", told)
    assert "Changed: " in told
    assert_one_table_row(told)
    assert "This is not all" not in desk.type("diff", "HEAD", "--format", "html").out


def test_answers_of_years_do_not_fill_the_screen(desk: Desk) -> None:
    folder = desk.plan / "progress" / "2015"
    for number in range(60):
        answer = f"by: kof\ndate: 2015-11-20\nround: 2015\nanswers:\n  1.1.m1:\n    value: {number}\n"
        (folder / f"2015-11-20-kof-{number:04x}.yaml").write_text(answer, encoding="utf-8")
    told = desk.type("diff", "HEAD", *ON).out
    assert "Changed: 60 reports." in told
    assert told.count(": reported: ") == 40 and "and 20 more" in told


def test_it_is_the_same_in_any_order_of_files(desk: Desk) -> None:
    later(desk.plan)
    shape: dict[str, Any] = json.loads(desk.type("diff", "HEAD", "--format", "json", *ON).out)
    shutil.move(desk.plan / GOAL, desk.plan / "1-kunskap" / "zz.yaml")
    moved: dict[str, Any] = json.loads(desk.type("diff", "HEAD", "--format", "json", *ON).out)
    assert moved["changes"] == shape["changes"]
    assert moved["effect"] == shape["effect"]
