"""Findings where reviews happen: as annotations that GitHub shows, and as SARIF for forges and editors.

What GitHub does with a command is done here as its documentation says: it reads the escapes back, and shows ten a step.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

import pytest
from desk import Desk
from jsonschema import Draft4Validator

from plantrack.checks.faults import personal_data
from plantrack.cli import run
from plantrack.commands import check
from plantrack.terminal.catalog import FORMATS

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "tests" / "schemas" / "sarif-schema-2.1.0.json"
PLANS = ("tests/faulty", "plan", "examples/nordvik")
ON = ("--on", "2016-12-31")
PERSONAL_DATA = personal_data.RULE.code
GOAL = "plan/1-kunskap/1.1-information.yaml"

Shape = dict[str, Any]


class Annotation(NamedTuple):
    """What GitHub makes of one workflow command."""

    level: str
    named: dict[str, str]
    words: str


def annotations(out: str) -> list[Annotation]:
    """The commands among the lines of a log, read as GitHub reads them."""
    found = []
    for line in out.splitlines():
        if command := re.fullmatch(r"::(\w+) (.*?)::(.*)", line):
            level, named, words = command.groups()
            pairs = (pair.split("=", 1) for pair in named.split(","))
            found.append(Annotation(level, {key: read_back(value) for key, value in pairs}, read_back(words)))
    return found


def read_back(text: str) -> str:
    for sign, escape in ((":", "%3A"), (",", "%2C"), ("\n", "%0A"), ("\r", "%0D"), ("%", "%25")):
        text = text.replace(escape, sign)
    return text


def change(desk: Desk, file: str, old: str, new: str) -> None:
    path = desk.folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def sarif(desk: Desk, *more: str) -> Shape:
    """The one run that a check tells of, which the schema has found no fault with."""
    said = desk.type("check", "--format", "sarif", *ON, *more)
    return valid(said.out)


def valid(out: str) -> Shape:
    log = json.loads(out)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert [error.message for error in Draft4Validator(schema).iter_errors(log)] == []
    [told] = log["runs"]
    assert isinstance(told, dict)
    return told


def of_rule(told: Shape, code: str) -> list[Shape]:
    return [each for each in told["results"] if each["ruleId"] == code]


def region(result: Shape) -> Shape:
    found = result["locations"][0]["physicalLocation"]["region"]
    assert isinstance(found, dict)
    return found


def test_each_format_can_be_asked_for() -> None:
    asked = get_args(get_type_hints(check.run)["output"])
    assert asked == tuple(FORMATS)


# --- GitHub


def test_an_annotation_lies_on_its_lines_wherever_the_command_is_typed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(desk, GOAL, "lead: kof", "lead: koff")
    from_top = desk.type("check", "--format", "github", *ON)
    monkeypatch.chdir(desk.plan / "1-kunskap")
    from_below = desk.type("check", "--format", "github", *ON)
    assert from_top.out == from_below.out
    [error] = [each for each in annotations(from_top.out) if each.level == "error"]
    line = (desk.folder / GOAL).read_text(encoding="utf-8").splitlines()[int(error.named["line"]) - 1]
    assert error.named["file"] == GOAL
    assert line[int(error.named["col"]) - 1 : int(error.named["endColumn"]) - 1] == "koff"
    assert error.named["title"].startswith("PT303 ")
    assert from_top.code == 1


def test_an_annotation_says_what_the_text_says(desk: Desk) -> None:
    change(desk, GOAL, "lead: kof", "lead: koff")
    lines = desk.type("check", *ON).out.splitlines()
    told = annotations(desk.type("check", "--format", "github", *ON).out)
    said = [" ".join(each.words.split()) for each in told if "file" in each.named]
    assert sorted(said) == sorted(re.sub(r"^\S+ \w+ PT\d+: ", "", line) for line in lines[:-1])


def test_nothing_in_a_plan_can_end_a_command_or_begin_one(desk: Desk) -> None:
    sly = "100 %0A, a: b::error file=x::y"
    change(desk, GOAL, "when: hösten 2014", f"when: '{sly}'")
    out = desk.type("check", "--format", "github", *ON).out
    [told] = [each for each in annotations(out) if sly in each.words]
    assert told.named["file"] == GOAL
    assert not any(line.startswith("::error file=x") for line in out.splitlines())


def test_a_name_with_a_colon_and_a_comma_stays_one_name(desk: Desk) -> None:
    odd = desk.plan / "1-kunskap" / "1.1-a, b å.yaml"
    (desk.folder / GOAL).rename(odd)
    change(desk, str(odd), "lead: kof", "lead: koff")
    [error] = [each for each in annotations(desk.type("check", "--format", "github").out) if each.level == "error"]
    assert error.named["file"] == "plan/1-kunskap/1.1-a, b å.yaml"
    assert error.named["line"].isdecimal()


def test_the_most_serious_come_first_and_the_last_line_counts_them_all(desk: Desk) -> None:
    change(desk, "plan/2-motesplatser/2.1-lokaler.yaml", "kof", "koff")
    lines = desk.type("check", "--format", "github", *ON).out.splitlines()
    levels = [each.level for each in annotations("\n".join(lines)) if "file" in each.named]
    assert levels == sorted(levels, key=["error", "warning", "notice"].index)
    assert levels[0] == "error"
    assert lines[-1] == desk.type("check", *ON).out.splitlines()[-1]


def test_more_than_github_shows_is_said_in_a_note_that_it_does_show(desk: Desk) -> None:
    out = desk.type("check", "--format", "github", *ON).out
    told = annotations(out)
    assert sum(each.level == "warning" for each in told) > 10
    assert (told[0].level, "file" in told[0].named) == ("notice", False)
    assert out.splitlines()[-1] in told[0].words
    assert "at most 10" in told[0].words


def test_where_few_are_found_no_note_is_added(desk: Desk) -> None:
    change(desk, GOAL, "lead: kof", "lead: koff")
    told = annotations(desk.type("check", "--format", "github", "--since", "HEAD", *ON).out)
    assert told
    assert all("file" in each.named for each in told)


def test_only_what_is_new_since_a_revision(desk: Desk) -> None:
    change(desk, GOAL, "lead: kof", "lead: koff")
    new = {
        each.named["title"][:5] for each in annotations(desk.type("check", "--format", "github", "--since", "HEAD").out)
    }
    assert "PT303" in new
    assert "PT509" not in new
    assert {each["ruleId"] for each in sarif(desk, "--since", "HEAD")["results"] if not each["suppressions"]} == new


def test_a_place_over_several_lines_has_no_columns(desk: Desk) -> None:
    """GitHub drops what has columns on different lines."""
    (desk.plan / "1-kunskap" / "theme.yaml").write_text("<<<<<<< ours\nid: 1\n=======\nid: 2\n>>>>>>> theirs\n")
    [error] = [each for each in annotations(desk.type("check", "--format", "github").out) if each.level == "error"][:1]
    assert (error.named["line"], error.named["endLine"]) == ("1", "5")
    assert not {"col", "endColumn"} & error.named.keys()


def test_without_git_paths_are_from_the_top_that_github_names(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    change(desk, GOAL, "lead: kof", "lead: koff")
    shutil.rmtree(desk.folder / ".git")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(desk.folder))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(desk.folder.parent))
    monkeypatch.chdir(desk.plan)
    [error] = [each for each in annotations(desk.type("check", "--format", "github").out) if each.level == "error"]
    assert error.named["file"] == GOAL


# --- SARIF


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("plan", PLANS)
def test_every_finding_of_a_real_plan_is_valid(plan: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["check", "--plan", str(ROOT / plan), "--lang", lang, *ON]
    run([*arguments, "--format", "sarif"])
    told = valid(capsys.readouterr().out)
    run([*arguments, "--format", "json"])
    plain = json.loads(capsys.readouterr().out)
    standing = [each for each in told["results"] if not each["suppressions"]]
    assert [(each["ruleId"], region(each)["startLine"]) for each in standing] == [
        (each["code"], each["line"]) for each in plain["findings"]
    ]
    assert len(told["results"]) - len(standing) == len(plain["silenced"])
    assert told["language"] == told["tool"]["driver"]["language"] == lang
    rules = told["tool"]["driver"]["rules"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in told["results"])
    assert all(each["help"]["markdown"].startswith(f"### {each['id']}") for each in rules)
    assert len(rules) == len({each["ruleId"] for each in told["results"]})
    files = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in told["results"]}
    assert all((ROOT / file).is_file() for file in files)


def test_a_note_of_ours_is_a_note_of_theirs(desk: Desk) -> None:
    told = sarif(desk)
    assert {each["level"] for each in told["results"]} == {"warning", "note"}
    [rule] = [each for each in told["tool"]["driver"]["rules"] if each["id"] == "PT605"]
    assert rule["defaultConfiguration"]["level"] == "note"


def test_what_the_plan_takes_more_seriously_is_more_serious(desk: Desk) -> None:
    change(desk, "plan/plan.yaml", "currency: SEK", "currency: SEK\nrules:\n  PT605: warning")
    assert {each["level"] for each in of_rule(sarif(desk), "PT605")} == {"warning"}


def test_a_finding_is_known_again_after_lines_and_files_have_moved(desk: Desk) -> None:
    before = sarif(desk)
    change(desk, GOAL, "id: 1.1\n", "# Ny rad\n\nid: 1.1\n")
    (desk.folder / GOAL).rename(desk.plan / "1-kunskap" / "1.1-ett-nytt-namn.yaml")
    after = sarif(desk)
    prints = [[each["partialFingerprints"]["plantrack/v1"] for each in told["results"]] for told in (before, after)]
    assert sorted(prints[0]) == sorted(prints[1])
    assert len(set(prints[0])) == len(prints[0])
    moved = [region(of_rule(told, "PT513")[0])["startLine"] for told in (before, after)]
    assert moved[1] == moved[0] + 2


def test_what_the_plan_has_silenced_is_there_with_the_reason_and_its_place(desk: Desk) -> None:
    silenced = of_rule(sarif(desk), "PT509")
    assert silenced
    for each in silenced:
        [why] = each["suppressions"]
        assert (why["kind"], why["status"]) == ("external", "accepted")
        assert why["justification"] == "Planen har medvetet få belopp."
        place = why["location"]["physicalLocation"]
        line = (desk.plan / "plan.yaml").read_text(encoding="utf-8").splitlines()[place["region"]["startLine"] - 1]
        assert place["artifactLocation"]["uri"] == "plan/plan.yaml"
        assert "PT509" in line


def test_a_change_that_is_offered_mends_what_was_found(desk: Desk) -> None:
    change(desk, GOAL, "lead: kof", "lead: koff")
    change(desk, GOAL, "partner: byalaget", "partnr: byalaget")
    told = sarif(desk)
    fixes = [each for each in told["results"] if "fixes" in each]
    assert {each["ruleId"] for each in fixes} == {"PT303", "PT201"}
    lines = (desk.folder / GOAL).read_text(encoding="utf-8").split("\n")
    for each in fixes:
        [artifact] = each["fixes"][0]["artifactChanges"]
        [replaced] = artifact["replacements"]
        assert artifact["artifactLocation"]["uri"] == GOAL
        place, text = replaced["deletedRegion"], replaced["insertedContent"]["text"]
        line = lines[place["startLine"] - 1]
        lines[place["startLine"] - 1] = line[: place["startColumn"] - 1] + text + line[place["endColumn"] - 1 :]
    (desk.folder / GOAL).write_text("\n".join(lines), encoding="utf-8")
    assert not desk.changed()


def test_other_places_can_be_followed_from_the_words(desk: Desk) -> None:
    change(desk, "plan/2-motesplatser/2.1-lokaler.yaml", "2.1.2:", "1.1.2:")
    linked = [each for each in sarif(desk)["results"] if "relatedLocations" in each]
    assert linked
    for each in linked:
        for place in each["relatedLocations"]:
            assert f"[{place['message']['text']}]({place['id']})" in each["message"]["text"]


def test_a_finding_names_the_thing_that_it_is_about(desk: Desk) -> None:
    names = {
        each["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] for each in of_rule(sarif(desk), "PT513")
    }
    assert "lunda-2014:1.1.2" in names


def test_the_same_plan_gives_the_same_bytes_in_another_folder(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk.type("check", "--format", "sarif", *ON).out
    elsewhere = tmp_path / "någon annanstans"
    elsewhere.mkdir()
    shutil.copytree(desk.plan, elsewhere / "plan")
    shutil.copytree(desk.folder / ".git", elsewhere / ".git")
    monkeypatch.chdir(elsewhere / "plan")
    assert desk.type("check", "--format", "sarif", *ON).out == here
    assert str(desk.folder) not in here


def test_letters_beyond_ascii_survive_any_pipe(desk: Desk) -> None:
    (desk.folder / GOAL).rename(desk.plan / "1-kunskap" / "1.1-bår.yaml")
    out = desk.type("check", "--format", "sarif", *ON, "--lang", "sv").out
    assert out.isascii()
    uris = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in valid(out)["results"]}
    assert "plan/1-kunskap/1.1-b%C3%A5r.yaml" in uris


def test_a_file_outside_the_repository_has_no_top(desk: Desk) -> None:
    (desk.folder / ".git").rename(desk.plan / ".git")
    shared = desk.folder / "shared"
    shared.mkdir()
    (shared / "organisations.yaml").write_text("gemensam:\n  name: Gemensam\n  kind: fel\n", encoding="utf-8")
    change(desk, "plan/plan.yaml", "currency: SEK", "currency: SEK\nuses: ../shared")
    files = [each["locations"][0]["physicalLocation"]["artifactLocation"] for each in sarif(desk)["results"]]
    assert {"uri": "../shared/organisations.yaml"} in files


def test_no_line_of_the_plan_is_quoted(desk: Desk) -> None:
    """A finding may be about personal data, which must not spread to where findings are kept."""
    change(desk, GOAL, "title: Öppna kartan", "title: Öppna kartan, ring 070-174 06 05")
    out = desk.type("check", "--format", "sarif", *ON).out
    assert of_rule(valid(out), PERSONAL_DATA)
    assert "174 06 05" not in out


def test_an_unreadable_plan_is_still_told(desk: Desk) -> None:
    (desk.plan / "1-kunskap" / "theme.yaml").write_bytes(b"\x89PNG\r\n\x1a\n")
    told = sarif(desk)
    assert any(each["level"] == "error" for each in told["results"])
