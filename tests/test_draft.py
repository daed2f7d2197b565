"""``report --draft``: where a text is missing, what it is to answer, and which text is to be read again."""

from __future__ import annotations

from functools import cache

import pytest
from desk import Desk
from report_parts import example, plan_with, request

from plantrack.facts.blanks import written
from plantrack.facts.overtaken import overtaken
from plantrack.followup.standings import stand
from plantrack.formats import markdown
from plantrack.kinds import Text, Translated
from plantrack.locales import speech
from plantrack.model.progress import ProposedDecision, ReportText
from plantrack.plan import Plan
from plantrack.record import build
from plantrack.report.compose import compose
from plantrack.report.document import Bullets, Callout, Document, Link, PlanText, Prose, Quiet, Section, plain, walk
from plantrack.report.drafting import left_to_write
from plantrack.report.stamp import Asked

GONE = ("1.1", "2", "2.1")
"""Things whose texts are taken away."""


def made(plan: Plan, draft: bool, language: str = "en") -> Document:
    asked = request(plan, "2015", language)
    older = {thing: turns for (_round, thing), turns in overtaken(plan, "2015").items()}
    stamp = asked.stamp._replace(asked=Asked(round="2015", language=language, draft=draft))
    return compose(asked._replace(stamp=stamp, older=older))


@cache
def unfinished() -> Plan:
    """The example, of which some texts are gone, and the summary was written before the last answers came."""
    kept = {key: text for key, text in example().plan.texts.items() if key[0] != "2015" or key[1] not in GONE}
    written = kept["2015", "summary"].__dict__
    early = type(example().plan.texts["2015", "summary"]).__new__(ReportText)
    early.__dict__.update({**written, "date": example().plan.submissions[first_of_2015()].date})
    del early.__dict__["outlook"]
    return plan_with(texts={**kept, ("2015", "summary"): early})


def first_of_2015() -> str:
    return min(each for each in example().plan.submissions if each.startswith("2015-11"))


@cache
def draft() -> Document:
    return made(unfinished(), draft=True)


def boxes(document: Document) -> dict[str, tuple[Section, Callout]]:
    """Every box of a draft by its title, with the section that it stands in."""
    return {
        block.title: (section, block)
        for _level, section in walk(document.sections)
        for block in section.blocks
        if isinstance(block, Callout) and block.tone in ("draft", "older")
    }


def words_of(box: Callout) -> str:
    parts = [plain(each.pieces) if isinstance(each, Prose) else "" for each in box.blocks]
    parts += [plain(item) for each in box.blocks if isinstance(each, Bullets) for item in each.items]
    return " ".join(parts)


def lines_of(box: Callout) -> str:
    return next(each.source for each in box.blocks if isinstance(each, PlanText))


def test_each_missing_text_has_a_box_where_it_is_to_stand() -> None:
    found = {title: section.anchor for title, (section, _box) in boxes(draft()).items()}
    assert found["A text is missing: 2.1 overall assessment"] == "id-2.1"
    assert found["A text is missing: 2.1 analysis"] == "id-2.1-analysis"
    assert found["A text is missing: 2 overall assessment"] == "id-2"
    assert found["A text is missing: looking ahead"] == "ahead"
    assert "A text is missing: how the follow-up was made" not in found


def test_a_question_begins_with_the_figures_of_its_own_goal() -> None:
    _section, assessment = boxes(draft())["A text is missing: 2.1 overall assessment"]
    _section, analysis = boxes(draft())["A text is missing: 2.1 analysis"]
    standings = stand(unfinished(), "2015")
    counts = standings.by_goal["2.1"]
    assert f"Of {counts.counted} activities – completed: {counts.statuses['completed']};" in words_of(assessment)
    assert "How does goal 2.1 stand?" in words_of(assessment)
    late = [i for i in ("2.1.1", "2.1.2", "2.1.3") if standings.activities[i].schedule in ("late", "deviation")]
    assert late
    assert all(each in words_of(analysis) for each in late)
    assert "Why?" in words_of(analysis)
    assert "Why?" not in words_of(assessment)


def test_a_box_says_which_file_and_which_fields() -> None:
    _section, box = boxes(draft())["A text is missing: 2.1 overall assessment"]
    assert "reports/2015/2.1.yaml" in words_of(box)
    assert lines_of(box).splitlines()[1:3] == ["by: ksf", "date: …"]
    for field in ("fulfilment", "ground", "assessment"):
        assert f"\n{field}:" in lines_of(box)
    _section, later = boxes(draft())["A text is missing: 2.1 analysis"]
    assert "by:" not in lines_of(later)


def test_the_note_at_the_top_counts_the_boxes_and_leads_to_them() -> None:
    note = draft().notes[0]
    found = boxes(draft())
    missing = [title for title, (_section, box) in found.items() if box.tone == "draft"]
    assert f"{len(missing)} texts are missing. One text is older than what it speaks of." in words_of(note)
    [to_the_list] = [link for each in note.blocks for link in each.pieces if isinstance(link, Link)]
    listed = draft().sections[0]
    assert to_the_list.target == listed.anchor
    links = {link.text: link.target for each in listed.blocks for (link,) in each.items}
    assert links == {title: section.anchor for title, (section, _box) in found.items()}


def test_a_text_that_is_older_is_shown_with_what_changed_since() -> None:
    section, box = boxes(draft())["A text to read again: the summary"]
    assert section.anchor == "summary"
    turns = overtaken(unfinished(), "2015")["2015", "summary"]
    assert turns
    assert all(f"{each.thing}: " in words_of(box) and each.day.isoformat() in words_of(box) for each in turns)


def test_a_finished_report_has_no_boxes_and_says_quietly_what_is_older() -> None:
    finished = made(unfinished(), draft=False)
    assert not boxes(finished)
    assert all(each.tone not in ("draft", "older") for each in finished.notes)
    summary = next(section for section in finished.sections if section.anchor == "summary")
    asides = [b.pieces[0] for b in summary.blocks if isinstance(b, Prose) and isinstance(b.pieces[0], Quiet)]
    turns = overtaken(unfinished(), "2015")["2015", "summary"]
    assert len(asides) == 1
    assert f"before {turns[0].thing}" in asides[0].text


@pytest.mark.parametrize("language", ["sv", "en"])
def test_nothing_else_differs_between_a_draft_and_the_report(language: str) -> None:
    """A draft of a report is the report, with boxes."""

    def without(section: Section) -> Section:
        blocks = tuple(each for each in section.blocks if not (isinstance(each, Callout) and each.tone == "draft"))
        inner = tuple(each for each in map(without, section.sections) if each.blocks or each.sections)
        return section._replace(blocks=blocks, sections=inner)

    plan = plan_with(texts={k: t for k, t in example().plan.texts.items() if k[1] != "2.1"})
    working, finished = made(plan, True, language), made(plan, False, language)
    assert tuple(map(without, working.sections[1:])) == finished.sections
    assert working.figures == finished.figures


def test_lines_that_are_copied_and_filled_in_become_the_text(desk: Desk) -> None:
    file = desk.plan / "reports" / "2015" / "2.1.yaml"
    file.unlink(missing_ok=True)
    lines = [lines_of(box).splitlines()[1:-1] for title, (_s, box) in boxes(draft()).items() if ": 2.1 " in title]
    written = "\n".join(line for part in lines for line in part)
    for blank, said in (
        ("date: …", "date: 2016-01-20"),
        ("fulfilment: …", "fulfilment: partly"),
        ("forecast: …", "forecast: expected"),
        ("…", "Så ligger det till."),
    ):
        written = written.replace(blank, said)
    file.write_text(written + "\n", encoding="utf-8")
    first = desk.type("report", "2015", "--draft", "-o", "out")
    assert first.code == 0
    assert "texts are missing." in first.out
    checked = desk.type("check")
    assert "reports/2015/2.1.yaml" not in checked.out
    draft_file = (desk.folder / "out" / "report-2015-draft.md").read_text(encoding="utf-8")
    assert "A text is missing: 2.1" not in draft_file
    in_english = [each for part in lines for each in part if each == "  en: |"]
    assert draft_file.count("Så ligger det till.") == len(in_english)


def test_lines_that_are_copied_as_they_are_count_as_not_written(desk: Desk) -> None:
    """The mark in the offered lines is no text: it is not printed, it is still missing, and the check tells it."""
    file = desk.plan / "reports" / "2015" / "1.1.yaml"
    there = file.read_text(encoding="utf-8").partition("outlook:")[0].partition("\nanalysis:")[0].rstrip()
    file.write_text(f"{there}\nanalysis:\n  sv: |\n    …\n  en: |\n    ...\n", encoding="utf-8")
    said = desk.type("report", "2015", "--draft", "--only", "1.1", "-o", "draft.md")
    draft_file = (desk.folder / "draft.md").read_text(encoding="utf-8")
    assert "A text is missing: 1.1 analysis" in draft_file
    assert "Missing in the folder reports/2015: 1.1: " in said.out
    assert "1.1: analysis" in said.out
    assert "Add it to reports/2015/1.1.yaml, and change “date:” there to the day that you do:" in draft_file
    assert desk.type("report", "2015", "-o", "report.md").code == 0
    lines = (desk.folder / "report.md").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if line.strip(" -*>") in ("…", "...")]
    checked = desk.type("check")
    assert checked.out.count("PT929") == 2
    assert "“analysis.sv” is only “…”" in " ".join(checked.out.split())


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("…", None),
        ("...\n", None),
        ("- …", None),
        ("Mer … följer", "Mer … följer"),
        (Translated(sv="…", en="Ready."), Translated(en="Ready.")),
        (Translated(sv="…", en="…"), None),
    ],
)
def test_what_is_only_the_mark_is_not_written(given: Text, kept: Text | None) -> None:
    read = written(build(ReportText, {"by": "ksf", "outlook": given}))
    assert read.outlook == kept
    assert read.by == "ksf"
    proposal = build(ReportText, {"proposals": (build(ProposedDecision, {"text": given}),)})
    assert [each.text for each in written(proposal).proposals] == ([] if kept is None else [kept])


def test_the_command_names_the_first_missing_texts_and_their_folder() -> None:
    document = draft()
    said = left_to_write(speech("en"), document)
    names = [box.about for _section, box in boxes(document).values() if box.tone == "draft"]
    assert "2.1: analysis" in names
    assert len(names) > 11
    assert f"Missing in the folder reports/2015: {', '.join(names[:10])}, and {len(names) - 10} more." in said


def test_texts_survive_that_the_report_is_made_again(desk: Desk) -> None:
    before = {each: each.read_bytes() for each in sorted((desk.plan / "reports").rglob("*")) if each.is_file()}
    for _time in range(2):
        assert desk.type("report", "2015", "--draft", "-o", "out").code == 0
        assert desk.type("report", "2015", "-o", "out").code == 0
    after = {each: each.read_bytes() for each in sorted((desk.plan / "reports").rglob("*")) if each.is_file()}
    assert after == before
    finished = (desk.folder / "out" / "report-2015.md").read_text(encoding="utf-8")
    assert "The map is finished, but the training has stopped." in finished


def test_a_draft_of_a_part_asks_only_for_the_texts_of_the_part(desk: Desk) -> None:
    for thing in ("2.1", "1"):
        (desk.plan / "reports" / "2015" / f"{thing}.yaml").unlink(missing_ok=True)
    said = desk.type("report", "2015", "--draft", "--only", "2.1", "-o", "part.md")
    assert said.code == 0
    part = (desk.folder / "part.md").read_text(encoding="utf-8")
    assert "A text is missing: 2.1 analysis" in part
    assert "A text is missing: 1" not in part
    assert "reports/2015/summary.yaml" not in part


def test_no_text_is_left_out_wherever_it_is_written() -> None:
    """Every field of a text about a goal or a theme has a place in the report."""
    fields = ("headline", "assessment", "analysis", "changed", "deviations", "outlook", "method", "limits")
    texts = {
        ("2015", thing): build(ReportText, {field: f"Om {thing}: {field}." for field in fields})
        for thing in ("2", "2.1")
    }
    proposing = build(ReportText, {"proposals": (build(ProposedDecision, {"text": "Ett förslag om målet."}),)})
    made_of_all = made(plan_with(texts={**texts, ("2015", "1.1"): proposing}), draft=False)
    printed = markdown.render(made_of_all)
    for _round, thing in texts:
        assert [field for field in fields if f"Om {thing}: {field}." not in printed] == []
    assert "Ett förslag om målet. ([1.1]" in printed
