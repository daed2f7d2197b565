"""A report on a part: the summary on one page, a theme, a goal, an activity, and what one organisation answers for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from browser import Browser, View
from desk import Desk
from report_parts import EXAMPLE, request
from test_completion import tab

from plantrack.checks import Checked, check_plan
from plantrack.commands.part_meant import part_meant
from plantrack.facts import Facts as PlanFacts
from plantrack.formats.html import render as html
from plantrack.formats.markdown import render as markdown
from plantrack.report.compose import compose
from plantrack.report.document import Bullets, Document, Link, Prose, Section, State, Table, plain, walk
from plantrack.report.outline import OUTLINES
from plantrack.report.stamp import Asked, Stamp
from plantrack.shell import CannotRun
from plantrack.store.folder import load

ROOT = Path(__file__).parent.parent
NORDVIK = ROOT / "examples" / "nordvik"
PLAN = ROOT / "plan"
DAY = date(2016, 12, 31)


@cache
def read(folder: Path) -> tuple[PlanFacts, Checked]:
    """A plan with what the checks say of it."""
    facts = load(folder, DAY)
    return facts, check_plan(facts)


@cache
def report(folder: Path = NORDVIK, round_id: str = "2015", language: str = "en", **asked: Any) -> Document:
    """A report on a part of a plan."""
    facts, checked = read(folder)
    wanted = Asked(round=round_id, language=language, **asked)
    stamp = Stamp(wanted, tool="1.2.3", plan="1f2e3d4c5b6a")
    return compose(request(facts.plan, round_id, language, checked)._replace(stamp=stamp))


def part(name: str) -> Document:
    """One report of each kind, made once."""
    made = {
        "summary": {"summary": True},
        "summary of a theme": {"summary": True, "only": "1"},
        "theme": {"only": "1"},
        "goal": {"only": "1.2"},
        "activity": {"only": "1.1.3"},
        "organisation": {"organisation": "fof"},
        "group": {"organisation": "kommundelarna"},
        "goal for an organisation": {"only": "1.2", "organisation": "buf"},
    }
    return report(**made[name])


KINDS = (
    "summary", "summary of a theme", "theme", "goal", "activity", "organisation", "group", "goal for an organisation",
)  # fmt: skip


def pieces(value: Any) -> Iterator[Any]:
    """Everything that a document holds, down to its pieces."""
    yield value
    if isinstance(value, tuple):
        for each in value:
            yield from pieces(each)


def section(document: Document, title: str) -> Section:
    """A section by its title."""
    return next(each for _level, each in walk(document.sections) if plain(each.title) == title)


def titles(document: Document) -> list[str]:
    """What the chapters are called."""
    return [plain(each.title) for each in document.sections]


def table(found: Section, place: int = 0) -> list[list[str]]:
    """A table's cells as words."""
    tables = [block for block in found.blocks if isinstance(block, Table)]
    return [[plain(cell) for cell in row.cells] for row in tables[place].rows]


def facts(document: Document) -> dict[str, str]:
    """The facts of the cover."""
    return {plain(name): plain(said) for name, said in document.cover.items}  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
def test_every_link_leads_somewhere_in_every_format(kind: str) -> None:
    found = part(kind)
    anchors = {each.anchor for _level, each in walk(found.sections)}
    anchors |= {row.anchor for block in pieces(found.sections) if isinstance(block, Table) for row in block.rows}
    assert [each for each in pieces(found) if isinstance(each, Link) and each.target not in anchors] == []
    page = html(found)
    assert all(f'id="{target}"' in page for target in (part.split('"')[0] for part in page.split('href="#')[1:]))


@pytest.mark.parametrize("kind", KINDS)
def test_no_section_is_empty(kind: str) -> None:
    assert all(each.blocks or each.sections for _level, each in walk(part(kind).sections))
    assert part(kind).sections


def test_the_sections_of_each_kind_are_listed_in_the_outline() -> None:
    assert list(OUTLINES) == ["plan", "summary", "theme", "goal", "activity", "organisation"]
    assert {each.extent for each in OUTLINES.values()} == {"long", "short", "page"}
    assert part("goal").extent == "long"
    assert part("activity").extent == "short"
    assert part("summary").extent == "page"


def test_the_title_says_what_the_report_is_on() -> None:
    assert plain(part("theme").title) == "Theme 1: Open meeting places"
    assert plain(part("goal").title) == "Goal 1.2: Associations find premises"
    assert plain(part("organisation").title) == "Department for Sports and Associations"
    assert plain(part("summary").title) == "Action plan for an open and safe Nordvik 2014\N{EN DASH}2016"
    assert plain(part("summary").subtitle) == "Summary: Annual follow-up 2015, as of 31 December 2015"
    assert plain(part("goal for an organisation").subtitle).startswith("Goal 1.2: Associations find premises. Annual")
    assert part("goal").running.endswith("goal 1.2")
    assert part("organisation").running.endswith("FoF")
    assert facts(part("goal"))["Plan"] == "Action plan for an open and safe Nordvik 2014\N{EN DASH}2016"
    assert facts(part("activity"))["Goal"].startswith("1.1 ")


def test_what_is_counted_is_counted_over_the_part() -> None:
    goal, whole = part("goal"), report()
    assert set(goal.figures["activities"]) == {"1.2.1", "1.2.2", "1.2.3"}
    assert goal.figures["total"]["activities"] == 3 < whole.figures["total"]["activities"]
    assert set(goal.figures["goals"]) == {"1.2"}
    assert all(each.startswith("1.2.") for things in goal.figures["asked"].values() for each in things)
    assert goal.stamp.figures != whole.stamp.figures
    assert facts(goal)["About"].startswith("Only this part: 3 of the plan's 35 activities.")
    lead = next(block for block in section(goal, "How it stands").blocks if isinstance(block, Prose) and block.lead)
    assert "2 of the 3 activities that are counted here are completed" in plain(lead.pieces)


def test_a_theme_has_its_goals_and_no_others() -> None:
    found = section(part("theme"), "Each goal of the theme")
    assert [plain(each.title).split()[0] for each in found.sections] == ["1.1", "1.2", "1.3"]
    assert found.listed
    assert set(part("theme").figures["goals"]) == {"1.1", "1.2", "1.3"}


def test_a_goal_has_all_that_belongs_to_it() -> None:
    found = part("goal")
    wanted = [
        "How it stands", "Assessment, activities and measures", "Who has answered", "Measurements", "Economy",
        "Changes during the period", "Looking ahead", "Annex: the log", "Annex: shortcomings of the plan",
    ]  # fmt: skip
    assert [each for each in titles(found) if each in wanted] == wanted
    decisions, changes = (table(section(found, "Changes during the period"), place) for place in (0, 1))
    assert [row[2] for row in decisions] == ["The action plan is revised after the first year"]
    assert [row[1] for row in changes] == ["1.2.1"], "of what a decision changed, only what is of the part"
    log = table(section(found, "Annex: the log"))
    assert len(log) == 1 < len(table(section(report(), "Annex: the log")))


def test_the_annexes_explain_what_is_used_and_nothing_else() -> None:
    found = part("goal")
    used = {each for each in pieces(found.sections[:-1]) if isinstance(each, State)}
    explained = {each for each in pieces(found.sections[-1]) if isinstance(each, State)}
    assert plain(found.sections[-1].title) == "Annex: how to read the symbols"
    assert explained == used
    abbreviations = {row[0] for row in table(section(found, "Annex: abbreviations and terms"))}
    text = markdown(found._replace(sections=found.sections[:-2]))
    assert abbreviations
    assert all(each in text for each in abbreviations)
    assert "SOC" not in abbreviations


def test_an_activity_has_its_whole_story() -> None:
    found = part("activity")
    said = next(block for block in section(found, "How it stands").blocks if isinstance(block, Bullets))
    assert [plain(each) for each in said.items] == [
        "Reported by the lead, District Office Islands, on 2016-01-14.",
        "Its end, 2015-08-31, has passed, and it is not completed.",
    ]
    rounds = table(section(found, "Then and now"))
    assert [(row[0], row[2], row[3]) for row in rounds] == [
        ("2014", "not started", "on schedule"),
        ("2015", "paused", "late"),
    ]
    answers = table(section(found, "What each organisation has answered"))
    assert [row[0] for row in answers] == ["2016-01-14", "2015-01-13"]
    assert "The ferry contract is delayed" in answers[0][4]
    told = {plain(name) for block in section(found, "What the plan says").blocks for name, _said in block.items}  # type: ignore[union-attr]
    assert {"Lead", "Partner", "Deciding", "When", "Cost"} <= told
    assert {row[0] for row in table(section(found, "How success is seen and measured"))} == {"1.1.k1"}
    assert set(found.figures["activities"]) == {"1.1.3"}


def test_an_organisation_sees_its_activities_by_role() -> None:
    found = part("organisation")
    tables = [block for block in section(found, "Its activities, by role").blocks if isinstance(block, Table)]
    assert [plain(each.caption) for each in tables] == ["Lead (4)", "Joint (1)", "Partner (2)"]
    assert [plain(row.cells[0]) for row in tables[0].rows] == ["1.2.1", "1.2.3", "2.1.2", "4.2.1"]
    own = {"1.2.1", "1.2.2", "1.2.3", "2.1.2", "4.2.1"}
    assert found.figures["total"]["activities"] == len(own), "it is counted over what it answers for"
    assert set(found.figures["activities"]) > own
    assert set(found.figures["asked"]) == {"fof"}
    assert facts(found)["Names before"] == "Leisure Department (until 2014-12-31)"


def test_the_roles_of_a_group_are_those_of_its_members_too() -> None:
    found = report(organisation="kd-norr")
    tables = [block for block in section(found, "Its activities, by role").blocks if isinstance(block, Table)]
    named = {plain(row.cells[2]) for each in tables for row in each.rows}
    assert named == {"District offices"}
    assert facts(found)["Member of"] == "District offices"
    group = part("group")
    assert facts(group)["Members"] == "District Office North District Office South District Office Islands"
    answered = table(section(group, "What it has answered"))
    assert {"District Office North", "District Office South"} <= {row[2] for row in answered}


def test_a_successor_answers_for_what_it_took_over() -> None:
    found = report(organisation="stadsmiljo")
    tables = [block for block in section(found, "Its activities, by role").blocks if isinstance(block, Table)]
    rows = [[plain(cell) for cell in row.cells] for each in tables for row in each.rows]
    assert next(row[2] for row in rows if row[0] == "3.1.3").startswith("TK"), "and it is said whom the plan names"
    assert "3.1.2" in {row[0] for row in rows}
    assert facts(found)["Came after"].startswith("Technical Office")


def test_an_organisation_sees_what_is_missing_from_it() -> None:
    found = section(report(organisation="seniorforum"), "What is missing from it")
    bullets = next(block for block in found.blocks if isinstance(block, Bullets))
    asked = report().figures["asked"]["seniorforum"]
    assert [plain(each).split()[0] for each in bullets.items] == list(asked)
    whole = section(part("organisation"), "What is missing from it")
    assert [plain(each.pieces) for each in whole.blocks if isinstance(each, Prose)] == [
        "It has answered about 18 of 18 things that it was asked about."
    ]


def test_an_organisation_without_a_role_is_told_so_in_a_friendly_sentence() -> None:
    found = report(organisation="riksdagen")
    lead = section(found, "How it stands").blocks[0]
    assert isinstance(lead, Prose)
    assert "has no role in any activity here" in plain(lead.pieces)
    assert titles(found)[0] == "How it stands"
    assert found.figures["total"]["activities"] == 0


def test_a_part_and_an_organisation_together_are_what_both_are_about() -> None:
    found = part("goal for an organisation")
    assert set(found.figures["activities"]) == {"1.2.2"}


def test_nobody_has_reported_and_a_part_says_so() -> None:
    for asked in ({"only": "1.3"}, {"only": "1.3.1"}, {"organisation": "srf"}, {"only": "2", "summary": True}):
        found = report(PLAN, language="sv", **asked)
        text = markdown(found)
        assert "Ingen har rapporterat" in text
        assert "Planen har 3 teman" not in text, "it tells of the part and not of the plan"


# ---- The summary on one page -----------------------------------------------------------------------------------


def test_the_summary_holds_what_a_decision_needs() -> None:
    assert titles(part("summary")) == [
        "How it stands", "What needs a decision", "Proposed decisions", "What has changed since 2014",
        "What is missing",
    ]  # fmt: skip
    text = markdown(part("summary"))
    assert "30 of 35 activities are counted; left out: 5 withdrawn by decision." in text
    assert "annex" not in text.casefold()
    assert set(facts(part("summary"))) >= {"Period of the report", "Made up to", "Made for"}


def test_each_line_of_the_summary_can_be_understood_alone() -> None:
    for title in ("What has changed since 2014", "What is missing"):
        bullets = next(block for block in section(part("summary"), title).blocks if isinstance(block, Bullets))
        for item in bullets.items:
            words = plain(item).partition(":")[2].split()
            assert any(word.isalpha() for word in words), "a number never stands without its title"
    assert not any(isinstance(each, Link) for each in pieces(part("summary")))


def test_the_summary_names_a_few_and_counts_the_rest() -> None:
    found = report(round_id="2016", summary=True)
    bullets = next(b for b in section(found, "What has changed since 2015").blocks if isinstance(b, Bullets))
    assert plain(bullets.items[0]).startswith("Completed (12): 1.1.1 Open five new meeting places")
    assert plain(bullets.items[0]).endswith("; and 9 more")


def test_computed_deviations_are_five_at_most_and_never_longer_than_a_few_lines() -> None:
    found = report(only="1", summary=True)
    bullets = next(b for b in section(found, "What needs a decision").blocks if isinstance(b, Bullets))
    assert 1 <= len(bullets.items) <= 5
    assert all(len(plain(each)) < 500 for each in bullets.items)


def test_a_short_report_has_neither_contents_nor_cover_page() -> None:
    for kind in ("summary", "activity"):
        assert "**Contents**" not in markdown(part(kind))
        assert "<nav" not in html(part(kind))
        assert 'class="skip"' not in html(part(kind))
    assert "**Contents**" in markdown(part("goal"))
    assert "<nav" in html(part("goal"))


SUMMARIES = [(NORDVIK, year, language) for year in ("2014", "2015", "2016") for language in ("sv", "en")]
SUMMARIES += [(PLAN, "2015", "sv"), (PLAN, "2015", "en")]


@pytest.mark.parametrize(("folder", "year", "language"), SUMMARIES, ids=lambda each: getattr(each, "name", each))
def test_the_summary_is_one_page_of_pdf(folder: Path, year: str, language: str) -> None:
    pytest.importorskip("typst", reason='typst is missing: pip install "plantrack[pdf]"')
    pypdf = pytest.importorskip("pypdf", reason="pypdf is missing: pip install pypdf")
    from plantrack.formats.pdf import render

    found = report(folder, year, language, summary=True)
    assert len(pypdf.PdfReader(BytesIO(render(found))).pages) == 1


def test_the_summary_is_one_page_when_its_page_is_printed(tools: Any, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf", reason="pypdf is missing: pip install pypdf")
    browser = Browser(tools.need("chromium"))
    try:
        for number, (folder, year, language) in enumerate(SUMMARIES):
            page = tmp_path / f"{number}.html"
            page.write_text(html(report(folder, year, language, summary=True)), encoding="utf-8")
            browser.open(page, View("paper", width=1000, medium="print"))
            assert len(pypdf.PdfReader(BytesIO(browser.pdf())).pages) == 1, (folder.name, year, language)
    finally:
        browser.close()


def test_a_long_text_of_peoples_is_shown_whole() -> None:
    facts, checked = read(EXAMPLE)
    whole = request(facts.plan, "2015", "sv", checked)
    stamp = Stamp(Asked(round="2015", language="sv", summary=True))
    long = " ".join(f"Påhittat ord {number}." for number in range(900))
    key = ("2015", "summary")
    text = type(facts.plan.texts[key])(**{**vars(facts.plan.texts[key]), "assessment": long})
    plan = type(facts.plan)(
        **{
            name: getattr(facts.plan, name)
            for name in (
                "header", "agreements", "organisations", "terms", "themes", "goals", "theme_of", "rounds",
                "submissions", "issues", "decisions", "events", "ballots",
            )
        },
        texts={**facts.plan.texts, key: text},
    )  # fmt: skip
    found = compose(whole._replace(plan=plan, stamp=stamp))
    assert "Påhittat ord 899." in markdown(found)


# ---- On the command line ---------------------------------------------------------------------------------------


def test_a_report_on_a_part_has_a_file_of_its_own(desk: Desk) -> None:
    said = desk.type("report", "2015", "--only", "1.1", "--format", "md")
    assert said.code == 0
    assert [file.name for file in (desk.folder / "out").iterdir()] == ["report-2015-1.1.md"]


REFUSED = {
    "an id with a slip": ("--only 1.1.9", "nothing with the id “1.1.9”"),
    "a criterion": ("--only 1.1.k1", "“1.1.k1” belongs to 1.1: --only 1.1"),
    "a step": ("--only 1.1.1.a", "“1.1.1.a” belongs to 1.1.1: --only 1.1.1"),
    "a name with a slip": ("--organisation koff", "no organisation “koff”. Did you mean “kof”?"),
    "a summary of one activity": ("--only 1.1.1 --summary", "leave out --summary, or ask for its goal, 1.1"),
    "one organisation's part of one activity": ("--only 1.1.1 --organisation kof", "leave out --organisation"),
    "a summary for an organisation": ("--organisation kof --summary", "leave out --summary"),
    "a draft of a summary": ("--summary --draft", "leave out --summary or --draft"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_is_said_in_one_sentence(desk: Desk, what: str) -> None:
    options, sentence = REFUSED[what]
    said = desk.type("report", "2015", *options.split(), "-o", "-")
    assert said.code == 2
    assert sentence in said.err
    assert said.out == ""


def test_what_came_in_later_has_no_report_of_the_year_before() -> None:
    facts, _checked = read(NORDVIK)
    asked = Asked(round="2014", only="1.3.3")
    with pytest.raises(CannotRun) as refused:
        part_meant(facts.plan, asked, date(2014, 12, 31))
    assert refused.value.values == {"id": "1.3.3", "came": date(2015, 4, 20), "day": date(2014, 12, 31)}
    assert part_meant(facts.plan, asked, DAY) == asked


def test_the_tab_key_offers_parts_and_organisations() -> None:
    assert [line.split("\t")[0] for line in tab("plantrack report 2015 --only 2")] == [
        "2",
        "2.1",
        "2.1.1",
        "2.1.2",
        "2.1.3",
    ]
    assert "kof\tKultur- och fritidsförvaltningen" in tab("plantrack report 2015 --organisation k")


def test_an_organisation_is_found_by_what_it_is_called(desk: Desk) -> None:
    by_id = desk.type("report", "2015", "--organisation", "kof", "-o", "-")
    by_name = desk.type("report", "2015", "--organisation", "Kultur- och fritidsförvaltningen", "-o", "-")
    assert by_id.code == by_name.code == 0
    assert by_id.out == by_name.out


@pytest.mark.parametrize("language", ["sv", "en"])
def test_summary_of_a_whole_report_fills_one_page_at_most(language: str) -> None:
    """In the longest report too: the last one, with every round beside each other."""
    from pypdf import PdfReader

    from plantrack.formats.pdf import render

    whole = report(round_id="2016", language=language)
    reader = PdfReader(BytesIO(render(whole)))
    chapters = [reader.get_destination_page_number(each) for each in reader.outline if not isinstance(each, list)]
    first = next(n for n, section in enumerate(whole.sections) if section.anchor == "summary")
    titles = [each.title for each in reader.outline if not isinstance(each, list)]
    place = titles.index(plain(whole.sections[first].title))
    assert chapters[place + 1] - chapters[place] == 1, titles
