"""Several plans at once: they share what they have in common, refer to each other, and are told of together."""

from __future__ import annotations

import io
import json
import shutil
import sys
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path

import pytest
from desk import Desk, Said

from plantrack.cli import run
from plantrack.facts.portfolio import acquainted
from plantrack.followup.across import across, for_newest_round
from plantrack.store.beside_folder import plans_under
from plantrack.store.digest import digest_of
from plantrack.store.folder import load
from plantrack.store.issued import data_of
from plantrack.store.portfolio import load_portfolio
from plantrack.store.revision import tree_at
from plantrack.store.tree import FolderTree

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "templates" / "init" / "sv"
MIRROR = ROOT / "examples" / "nordvik-sektorn"
DAY = date(2016, 2, 20)


def typed(*arguments: str, at: Path | None = None) -> Said:
    """A command typed where nobody looks."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "argv", ["plantrack", *arguments])
        if at:
            patch.chdir(at)
        code = run([*arguments])
    return Said(code, out.getvalue(), err.getvalue())


def small(folder: Path, identifier: str) -> Path:
    """The small plan under an id of its own."""
    shutil.copytree(SMALL, folder)
    told(folder / "plan.yaml", "nordvik-2014", identifier)
    return folder


def told(file: Path, before: str, after: str) -> None:
    """Writes something else in a file."""
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example and the civil society's own plan beside it."""
    folder = tmp_path_factory.mktemp("both")
    shutil.copytree(ROOT / "examples" / "nordvik", folder / "nordvik")
    shutil.copytree(MIRROR, folder / "nordvik-sektorn")
    return folder


# What plans share.


def test_a_plan_lends_organisations_agreement_and_glossary_and_nothing_else(both: Path) -> None:
    mirror, own = load(both / "nordvik-sektorn", DAY).plan, load(both / "nordvik", DAY).plan
    assert mirror.organisations == own.organisations
    assert mirror.agreements == own.agreements
    assert mirror.terms == own.terms
    assert set(mirror.goals) == {"1.1", "1.2"}
    assert mirror.header.id == "nordvik-sektorn-2015"
    assert not set(mirror.submissions) & set(own.submissions)
    assert not set(mirror.decisions) & set(own.decisions)


def test_a_folder_that_is_no_plan_lends_all_that_is_in_it(tmp_path: Path) -> None:
    plan = small(tmp_path / "one", "one-2014")
    (tmp_path / "common").mkdir()
    for name in ("organisations.yaml", "agreement.yaml", "glossary.yaml", "decisions"):
        shutil.move(plan / name, tmp_path / "common" / name)
    with (plan / "plan.yaml").open("a", encoding="utf-8") as file:
        file.write("uses: ../common\n")
    found = load(plan, DAY)
    assert "2014-02-05-ks" in found.plan.decisions
    assert found.file_of["organisations", "organisations"] == "../common/organisations.yaml"
    assert typed("check", str(plan)).code == 0


def test_what_another_plan_does_changes_no_report_of_a_plan_that_shares_with_it(tmp_path: Path, both: Path) -> None:
    folder = tmp_path / "all"
    shutil.copytree(both, folder)
    tree = FolderTree(folder / "nordvik-sektorn")
    before = digest_of(tree, ("../nordvik",))
    told(folder / "nordvik" / "1-motesplatser" / "1.2-lokaler.yaml", "Föreningarna hittar", "Alla hittar")
    assert digest_of(tree, ("../nordvik",)) == before
    told(folder / "nordvik" / "organisations.yaml", "Kulturförvaltningen", "Kulturen")
    assert digest_of(tree, ("../nordvik",)) != before
    kept = data_of(tree, ("../nordvik",))
    assert "data/nordvik/organisations.yaml" in kept
    assert not [each for each in kept if each.startswith("data/nordvik/1-")]


def test_a_revision_lends_as_the_folder_does(desk: Desk) -> None:
    shutil.copytree(MIRROR, desk.folder / "mirror")
    shutil.copytree(ROOT / "examples" / "nordvik", desk.folder / "nordvik")
    desk.commit("Two plans more")
    tree = tree_at(desk.folder / "mirror", "HEAD")
    assert digest_of(tree, ("../nordvik",)) == digest_of(FolderTree(desk.folder / "mirror"), ("../nordvik",))
    assert tree.plans_beside() == ("../nordvik", "../plan") == FolderTree(desk.folder / "mirror").plans_beside()


# Reading a portfolio.


def test_what_plans_share_is_read_once(both: Path) -> None:
    portfolio = load_portfolio(plans_under(both), Path.as_posix, DAY)
    third = small(both / "third", "third-2014")
    for name in ("organisations.yaml", "agreement.yaml", "glossary.yaml"):
        (third / name).unlink()
    told(third / "plan.yaml", "language: sv", "languages: [sv, en]\nuses: ../nordvik")
    with_third = load_portfolio(plans_under(both), Path.as_posix, DAY)
    shutil.rmtree(third)
    assert list(portfolio.plans) == ["nordvik-2014", "nordvik-sektorn-2015"]
    mirror, its = with_third.plans["nordvik-sektorn-2015"].plan, with_third.plans["third-2014"].plan
    assert its.organisations["klk"] is mirror.organisations["klk"]


def test_plans_are_found_in_folders_and_never_inside_a_plan(tmp_path: Path) -> None:
    small(tmp_path / "a", "a-2014")
    small(tmp_path / "deep" / "er" / "b", "b-2014")
    small(tmp_path / "a" / "reports" / "2014" / "issued" / "1" / "data", "a-2014")
    small(tmp_path / ".hidden", "h-2014")
    found = [each.relative_to(tmp_path).as_posix() for each in plans_under(tmp_path)]
    assert found == ["a", "deep/er/b"]


def test_organisations_are_summed_over_plans_and_never_by_a_shared_name_alone(tmp_path: Path) -> None:
    small(tmp_path / "a", "a-2014")
    small(tmp_path / "b", "b-2014")
    other = small(tmp_path / "c", "c-2014")
    told(other / "organisations.yaml", "Kulturförvaltningen", "Kulturnämndens kontor")
    for each in ("a", "b", "c"):
        (tmp_path / each / "progress" / "2014").mkdir(parents=True)
        answer = "by: kultur\ndate: 2014-12-01\nround: 2014\nanswers:\n  1.1.1: ongoing\n"
        (tmp_path / each / "progress" / "2014" / "2014-12-01-kultur-0a0a.yaml").write_text(answer)
    found = across(load_portfolio(plans_under(tmp_path), Path.as_posix, DAY), for_newest_round)
    culture = [(list(each.counts), each.counted) for each in found.organisations if each.id == "kultur"]
    assert culture == [(["a-2014", "b-2014"], 2), (["c-2014"], 1)]
    assert [(each.asked, each.answered) for each in found.plans] == [(3, 1)] * 3


# Rules across plans.


def test_check_of_a_folder_checks_every_plan_in_it_against_the_others(tmp_path: Path) -> None:
    small(tmp_path / "old", "old-2010")
    new = small(tmp_path / "new", "new-2014")
    told(new / "plan.yaml", "adopted: 2014-02-05-ks", "adopted: 2014-02-05-ks\ncontinues: old-2010")
    told(
        new / "1-gemenskap" / "1.1-motesplatser.yaml",
        "    when: 2016\n",
        "    when: 2016\n    continues: old-2010:1.1.9\n",
    )
    told(new / "organisations.yaml", "Kulturförvaltningen", "Kulturkontoret")
    found = typed("check", str(tmp_path), "--lang", "en")
    assert found.code == 1
    assert "old-2010 (" in found.out and "new-2014 (" in found.out
    for code in (
        "PT310: 1.1.2 refers to “old-2010:1.1.9”",
        "PT311: new-2014 says that it continues",
        "PT312: kultur is",
    ):
        assert code in found.out
    alone = typed("check", str(new), "--lang", "en")
    assert "PT310" in alone.out, "a plan that is named is looked up beside"
    shutil.rmtree(tmp_path / "old")
    assert "PT31" not in typed("check", str(new), "--lang", "en").out, "what is not at hand is not judged"


def test_the_two_examples_agree(both: Path) -> None:
    found = typed("check", str(both), "--on", "2016-02-20", "--lang", "en")
    assert found.code == 0
    assert "PT31" not in found.out
    assert acquainted(load_portfolio(plans_under(both), Path.as_posix, DAY)).members[0].facts.beside


# Telling of several.


def test_status_of_all_names_every_plan_and_what_is_late(both: Path) -> None:
    found = typed("status", "--all", str(both), "--on", "2016-02-20", "--lang", "en")
    assert found.code == 0
    assert "nordvik-2014          ■ late: 1.1.3, 2.1.3" in found.out
    assert "nordvik-sektorn-2015  ■ late: 1.2.2" in found.out
    council = next(line for line in found.out.splitlines() if line.startswith("Nordvik Council of Associations"))
    assert council.split()[4:6] == ["2", "5"], "two plans, five activities"
    here = typed("status", "--all", "--on", "2016-02-20", "--lang", "en", at=both / "nordvik")
    assert here.out == found.out, "left out, those beside the plan are meant"


def test_plans_that_do_not_load_whole_are_told_and_not_dropped(tmp_path: Path) -> None:
    small(tmp_path / "a", "a-2014")
    lost = small(tmp_path / "b", "b-2014")
    (lost / "1-gemenskap" / "1.1-motesplatser.yaml").write_bytes(b"\xff\xfe\x00")
    nameless = small(tmp_path / "c", "c-2014")
    (nameless / "plan.yaml").write_text("<<<<<<< a\n", encoding="utf-8")
    small(tmp_path / "d", "a-2014")
    found = typed("status", "--all", str(tmp_path), "--on", "2015-06-01", "--lang", "en")
    assert found.code == 0
    assert "4 plans" in found.out
    assert "2 plans could not be read whole" in found.out
    assert "1-gemenskap/1.1-motesplatser.yaml" in found.out
    assert "plan.yaml cannot be read" in found.out
    assert "has the same id as" in found.out
    report = typed("report", "--all", str(tmp_path), "-o", str(tmp_path / "x.md"), "--lang", "en")
    assert report.code == 0
    assert "2 plans could not be read whole" in (tmp_path / "x.md").read_text(encoding="utf-8")
    assert "could not be read whole" in report.err


def test_report_of_all_says_the_same_in_every_format_and_every_time(both: Path, tmp_path: Path) -> None:
    first = typed("report", "--all", str(both), "-o", str(tmp_path / "a"), "--lang", "en")
    again = typed("report", "--all", str(both), "-o", str(tmp_path / "b"), "--lang", "en")
    assert (first.code, again.code) == (0, 0)
    for name in ("report-all-plans.md", "report-all-plans.html"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    text = (tmp_path / "a" / "report-all-plans.md").read_text(encoding="utf-8")
    page = (tmp_path / "a" / "report-all-plans.html").read_text(encoding="utf-8")
    for words in (
        "Follow-up of 2 plans",
        "Social conditions in the municipality",
        "Nordvik Council of Associations",
        "Invented plans",
    ):
        assert words in text and words in page
    assert "| Action plan 2014–2016<br>*nordvik-2014* | 2014–2016 | 2016<br>*2016-12-31* | 29 | 17 | 1 | 28 |" in text
    typed("report", "2015", "--all", str(both), "-o", str(tmp_path / "y.json"), "--lang", "en")
    figures = json.loads((tmp_path / "y.json").read_text(encoding="utf-8"))["figures"]
    assert figures["plan.nordvik-2014.counted"] == 30
    assert figures["plan.nordvik-sektorn-2015.round"] == "2015"
    assert figures["organisation.foreningsradet.counted"] == 5


def test_all_refuses_what_is_about_one_plan(both: Path, tmp_path: Path) -> None:
    assert typed("status", "--all", str(both), "--theme", "1").code == 2
    assert typed("report", "--all", str(both), "--summary").code == 2
    assert typed("report", "2016", "nordvik", "--plan", str(both / "nordvik")).code == 2
    assert typed("report", "1999", "--all", str(both), "-o", "-").code == 2
    assert typed("status", "--all", str(tmp_path)).code == 2
    assert typed("status", "--all", str(tmp_path / "nothing")).code == 2
    assert typed("check", str(both), "--format", "sarif").code == 2


# An id of another plan.


def test_a_thing_is_shown_from_the_plan_beside(both: Path) -> None:
    found = typed("show", "nordvik-sektorn-2015:1.1.2", "--lang", "en", at=both / "nordvik")
    assert found.code == 0
    assert "../nordvik-sektorn/1-nara/1.1-ny-har.yaml" in found.out
    above = typed("status", "nordvik-2014:1.2", "--on", "2016-02-20", "--lang", "en", at=both)
    assert above.code == 0
    assert "1.2.1" in above.out
    own = typed("show", "nordvik-2014:1.1.2", "--lang", "en", at=both / "nordvik")
    assert own.code == 0
    missing = typed("show", "nordvik-2020:1.1.2", "--lang", "en", at=both / "nordvik")
    assert missing.code == 2
    assert "nordvik-sektorn-2015" in missing.err
