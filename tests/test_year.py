"""A whole year of follow-up on the invented example, with nothing but commands, git, and forms that LibreOffice has saved.

Twenty organisations are asked. Some answer wrongly, some late, one twice, two say different things. Nothing
may be lost, and nothing counted twice.
"""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from desk import SHOW_PIECE, Desk, Said

from plantrack.facts import Facts
from plantrack.store.folder import load

ROUND = "2016"
ASKED_ON, REMINDED_ON, CLOSED_ON, LATE_ON, AGAIN_ON = (
    "2016-10-31",
    "2016-12-20",
    "2017-01-20",
    "2017-01-25",
    "2017-02-01",
)
FIRST = "2016-12-05"
"""The day that the first forms are read in."""

ANSWERS: dict[str, dict[str, dict[str, object]]] = {
    "buf": {"1.2.2": {"answer": "genomförd"}, "2.1.3": {"answer": "pågår", "deviation": "Hälften är utbildade."}},
    "fof": {
        "1.2.2": {"answer": "genomförd", "comment": "Alla elva skolor är med."},
        "2.1.2": {"answer": "pågår"},
        "1.2.k1": {"answer": "uppnått", "ground": "Enkäten i oktober."},
        "1.2.m1": {"answer": 18200, "at": date(2016, 11, 30)},
        "1.2.m2": {"answer": 71, "n": 140},
    },
    "foreningsradet": {"4.2.3": {"answer": "ej påbörjad"}, "1.2.k3": {"answer": "delvis uppnått"}},
    "fyren": {"2.2.1": {"answer": "pågår"}, "2.2.k2": {"answer": "svårbedömt"}},
    "idrottsalliansen": {"2.2.2": {"answer": "pågår", "comment": "=1+1 är ingen formel här"}},
    "kansliet": {"4.1.2": {"answer": "oförändrat"}, "4.1.m2": {}},
    "kd-norr": {"3.1.1": {"answer": "genomförd"}, "1.1.m2": {"answer": 9100}},
    "kd-skargard": {"3.1.1": {"answer": "pågår"}, "1.1.m2": {"answer": 2400}},
    "kd-syd": {"3.1.1": {"answer": "genomförd"}, "1.1.m2": {"answer": "14 300"}},
    "klk": {
        "2.1.1": {"answer": "pågår"},
        "4.1.4": {"answer": "genomförd"},
        "4.2.3": {"answer": "genomförd"},
        "1.1.k1": {"answer": "delvis uppnått", "forecast": "osäkert"},
    },
    "kultur": {"1.1.1": {"answer": "genomförd"}, "1.1.2": {"answer": "i full gång"}, "1.1.m1": {"answer": 8}},
    "nattvandrarna": {"3.1.4": {"answer": "vilar", "deviation": "För få vuxna.", "remedy": "Ett upprop i mars."}},
    "polisen": {"3.1.m2": {"answer": 41}},
    "seniorforum": {"3.2.m1": {"answer": "bra"}},
    "sprakvan": {"3.3.1": {"answer": "pågår"}, "3.3.m1": {"answer": 63}},
    "stadsmiljo": {"3.1.2": {"answer": "genomförd"}},
    "upphandling": {"4.2.2": {"answer": "pågår"}, "4.2.m2": {"answer": "ja"}},
    "vof": {"3.2.2": {"answer": "pågår"}, "3.2.4": {"answer": "pågår"}},
}
"""What is written in each form, by thing and column. Two organisations send none."""
SILENT = ("nordviksbostader", "ungdomsradet")


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The invented example as it was before its last round."""
    desk = Desk(tmp_path, capsys, monkeypatch, SHOW_PIECE)
    for gone in ("rounds/2016.yaml", "progress/2016", "reports/2016"):
        subprocess.run(["git", "rm", "-rq", f"plan/{gone}"], cwd=desk.folder, check=True)
    desk.commit("The plan before the last round", ASKED_ON)
    desk.git("tag", "adopted")
    return desk


def fill(form: Path, answers: dict[str, dict[str, object]]) -> None:
    """Writes answers into a form as a person does: in the row of the thing, in the column of the matter."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(form)
    sheet = next(each for each in book.worksheets if str(each["A1"].value or "").startswith("plantrack"))
    columns = {cell.value: cell.column for cell in sheet[1]}
    rows = {str(cell.value).split()[0]: cell.row for cell in sheet["A"] if cell.value and cell.row > 1}
    for thing, fields in answers.items():
        for field, value in fields.items():
            cell = sheet.cell(rows[thing], columns[field], value)
            if isinstance(value, str):
                cell.data_type = "s"
    book.save(form)


def save_in_libreoffice(soffice: str, forms: list[Path], folder: Path, profile: Path) -> None:
    """Opens and saves forms in LibreOffice, as many organisations do."""
    words = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx", "--outdir"]
    subprocess.run([*words, str(folder), *map(str, forms)], check=True, capture_output=True, timeout=240)


def read(desk: Desk) -> Facts:
    return load(desk.plan, date(2017, 2, 15))


def said_of(desk: Desk, by: str) -> dict[str, Any]:
    """Everything that stands of one organisation in the round: thing -> its answer."""
    plan = read(desk).plan
    mine = {i: each for i, each in plan.submissions.items() if each.round == ROUND and each.by == by}
    replaced = {(old, thing) for each in mine.values() for old in each.replaces for thing in each.answers}
    found: dict[str, Any] = {}
    for identifier, each in mine.items():
        for thing, answer in each.answers.items():
            if (identifier, thing) not in replaced:
                assert thing not in found, f"{by} is counted twice for {thing}"
                found[thing] = answer
    return found


def collect(desk: Desk, *forms: Path, day: str = FIRST, more: tuple[str, ...] = ()) -> Said:
    return desk.type("round", "collect", *map(str, forms), "--date", day, *more)


def test_a_whole_year(desk: Desk, tools: type, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    soffice = tools.need("soffice")
    asked = desk.type("round", "open", ROUND, "--answer-by", "2016-12-16", "--on", ASKED_ON)
    assert asked.code == 0, asked
    desk.commit("The round opens", ASKED_ON)
    organisations = list(read(desk).plan.rounds[ROUND].asked)
    assert sorted(organisations) == sorted([*ANSWERS, *SILENT])
    assert len(organisations) == 20

    out = tmp_path_factory.mktemp("out")
    assert desk.type("round", "forms", ROUND, "-o", str(out), "--on", ASKED_ON).code == 0
    forms = {each: out / f"{ROUND}-{each}.xlsx" for each in organisations}
    assert sorted(out.glob("*.xlsx")) == sorted(forms.values())

    # They come back, filled in, and saved by another program.
    for each, answers in ANSWERS.items():
        fill(forms[each], answers)
    fill(forms["polisen"], {"3.1.m2": {"answer": "fyrtioett"}})
    fill(forms["kd-syd"], {"3.1.1": {"answer": "nästan klar"}})
    back = tmp_path_factory.mktemp("back")
    sent = [forms[each] for each in ANSWERS]
    save_in_libreoffice(soffice, sent, back, tmp_path_factory.mktemp("profile"))
    came = {each: back / forms[each].name for each in ANSWERS}
    assert sorted(back.glob("*.xlsx")) == sorted(came.values())

    # First what would happen, then what happens: forms with faults give nothing, the others all they hold.
    early = [came[each] for each in ANSWERS if each != "vof"]
    tried = collect(desk, *early, more=("--dry-run",))
    assert not desk.changed()
    done = collect(desk, *early)
    assert tried.code == done.code == 1
    for name, place in (("polisen", "fyrtioett"), ("kd-syd", "nästan klar")):
        assert place in done.out + done.err, done
        assert said_of(desk, name) == {}
    for each, answers in ANSWERS.items():
        if each not in ("vof", "polisen", "kd-syd"):
            wanted = {thing for thing, fields in answers.items() if fields}
            assert set(said_of(desk, each)) == wanted, each
    desk.commit("The first answers", FIRST)

    # The two are mended. Reading all of them again changes nothing else.
    fill(came["polisen"], {"3.1.m2": {"answer": 41}})
    fill(came["kd-syd"], {"3.1.1": {"answer": "genomförd"}})
    before = len(desk.submissions(ROUND))
    again = collect(desk, *early, day="2016-12-06")
    assert again.code == 0, again
    assert len(desk.submissions(ROUND)) == before + 2
    assert collect(desk, *early, day="2016-12-07").code == 0
    assert len(desk.submissions(ROUND)) == before + 2
    desk.commit("Two forms, mended", "2016-12-06")

    # One sends another form. It is taken only when that is said, and both stay readable.
    fill(came["buf"], {"2.1.3": {"answer": "genomförd"}})
    other = collect(desk, came["buf"], day="2016-12-12")
    assert other.code == 1
    assert "--replace" in other.out + other.err
    assert said_of(desk, "buf")["2.1.3"].status == "ongoing"
    assert collect(desk, came["buf"], day="2016-12-12", more=("--replace",)).code == 0
    assert said_of(desk, "buf")["2.1.3"].status == "completed"
    history = desk.type("show", "2.1.3", "--history").out
    assert "2016-12-05" in history
    assert "2016-12-12" in history
    desk.commit("A corrected form", "2016-12-12")

    # Nothing of what was typed has changed on the way.
    facts = read(desk)
    assert said_of(desk, "idrottsalliansen")["2.2.2"].comment == "=1+1 är ingen formel här"
    assert said_of(desk, "fof")["1.2.m1"].value.replace(" ", "") == "18200"
    assert said_of(desk, "fof")["1.2.m1"].at.edtf == "2016-11-30"
    assert said_of(desk, "kultur")["1.1.2"].status == "full_gang"
    assert said_of(desk, "upphandling")["4.2.m2"].value == "yes"
    assert all(each.from_ and each.basis for each in facts.plan.submissions.values() if each.round == ROUND)

    # Two say different things, and it is seen until the secretariat has assessed it.
    assert "olika uppgifter" in desk.type("status", "4.2.3", "--on", REMINDED_ON, "--lang", "sv").out
    assessed = desk.type(
        "record", "4.2.3", "pågår", "--by", "klk", "--role", "assessor", "--comment", "Ett av två är klart.",
        "--date", "2016-12-15",
    )  # fmt: skip
    assert assessed.code == 0, assessed
    assert "differing reports → ◐ ongoing" in assessed.out

    # Who has not answered gets a reminder.
    waiting = desk.type("round", "status", "--on", REMINDED_ON).out
    assert "(4 days late)" in waiting
    due = desk.type("due", "--on", REMINDED_ON, "--kind", "unanswered").out
    for each in (*SILENT, "vof"):
        assert f"({each})" in due
    letters = tmp_path_factory.mktemp("letters")
    assert desk.type("due", "--on", REMINDED_ON, "--format", "eml", "-o", str(letters)).code == 0
    assert any("nordviksbostader" in each.name for each in letters.iterdir())
    desk.commit("An assessment", REMINDED_ON)

    # It closes. What comes later is refused, and taken when the round has been opened again.
    assert desk.type("round", "close", ROUND, "--on", CLOSED_ON).code == 0
    desk.commit("The round closes", CLOSED_ON)
    late = collect(desk, came["vof"], day=LATE_ON)
    assert late.code == 1
    assert "plantrack round reopen 2016" in late.out, late
    assert not desk.changed()
    assert (
        desk.type(
            "round", "reopen", ROUND, "--reason", "Two had not got it.", "--until", "2017-02-03", "--on", "2017-01-24"
        ).code
        == 0
    )
    assert collect(desk, came["vof"], day=LATE_ON).code == 0
    record = ("record", "3.1.3", "completed", "--by", "nordviksbostader", "--round", ROUND, "--date", AGAIN_ON)
    assert desk.type(*record).code == 0
    desk.commit("What came late", AGAIN_ON)

    # The report is made, and every answer is in it once.
    assert desk.type("check", "--on", "2017-02-15").code == 0
    for each in (*ANSWERS, "nordviksbostader"):
        wanted = {thing for thing, fields in ANSWERS.get(each, {}).items() if fields} or {"3.1.3"}
        if each == "klk":
            continue
        assert set(said_of(desk, each)) == wanted, each
    written = desk.type("report", ROUND, "--format", "md", "-o", "-", "--lang", "en").out
    assert "Ett av två är klart." in written
    assert "18,200" in written
    assert written.count("För få vuxna.") >= 1
    status = desk.type("round", "status", ROUND, "--on", AGAIN_ON).out
    assert "○ has not answered 0 of 1" in status, "one has never answered, and it is said"
    assert not desk.changed()
