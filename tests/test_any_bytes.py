"""Any bytes at all are answered with findings: within a second, without a traceback, and without a change to any file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plantrack.checks import check_plan, rule_book
from plantrack.finding import Finding
from plantrack.locales import speech
from plantrack.store.folder import decode, load
from plantrack.store.places import Places, place_findings
from plantrack.store.tree import FolderTree

ROOT = Path(__file__).parent.parent
BASE = ROOT / "templates" / "init" / "sv"
GOAL = "1-gemenskap/1.1-motesplatser.yaml"
DAY = date(2015, 12, 31)
WITHIN = 1.0
"""Seconds, on a machine with nothing else to do; the test allows for one that has."""
PATIENCE = 3

RUN = """
import json, sys, time
from datetime import date
from pathlib import Path
from plantrack.checks import check_plan, rule_book
from plantrack.locales import speech
from plantrack.store.folder import load
from plantrack.store.places import Places, place_findings
from plantrack.store.tree import FolderTree
folder = Path(sys.argv[1])
rule_book()
start = time.perf_counter()
findings = check_plan(load(folder, date(2015, 12, 31))).findings
places = Places(FolderTree(folder))
placed = place_findings(places, findings)
said = [speech("sv").say(f.sentence, **f.values) + speech("sv").say(f.advice, **f.values) for f in findings]
print(json.dumps({
    "codes": sorted({f.rule.code for f in findings if f.severity == "error"}),
    "number": len(findings), "longest": max(map(len, said), default=0), "seconds": time.perf_counter() - start,
}))
"""

HEAD = b"id: 1.1\ntitle: x\n"
DEEP = 100_000


def bomb() -> bytes:
    """Ten levels of ten references each: ten thousand million texts, if anybody followed them."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 11)]
    return "\n".join(lines).encode()


def merge_bomb() -> bytes:
    """Each block merges in the one before it ten times."""
    lines = ["a0: &a0 {x: 1}"]
    lines += [f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 200)]
    return "\n".join(lines).encode()


HARD: dict[str, tuple[bytes, str]] = {
    "brackets, open": (HEAD + b"lead: " + b"[" * DEEP, "PT122"),
    "brackets, closed": (HEAD + b"lead: " + b"[" * DEEP + b"]" * DEEP, "PT122"),
    "brackets, closed in quotes": (HEAD + b"lead: " + b'[ "]", ' * DEEP, "PT123"),
    "brackets, closed in quotes, fewer": (HEAD + b"lead: " + b'[ "]", ' * 50_000, "PT122"),
    "brackets, closed in comments": (HEAD + b"lead:\n" + b" [ #]\n" * 50_000, "PT122"),
    "braces": (b"{a: " * DEEP, "PT122"),
    "braces, closed": (b"{a: " * DEEP + b"}" * DEEP, "PT122"),
    "dashes": (HEAD + b"lead:\n  " + b"- " * DEEP + b"x\n", "PT122"),
    "dashes, with tabs": (HEAD + b"lead:\n  " + b"-\t" * DEEP + b"x\n", "PT122"),
    "fields on one line": (b"a: " * DEEP, "PT109"),
    "fields, ever further in": (b"".join(b" " * n + b"a:\n" for n in range(1200)), "PT122"),
    "dashes, ever further in": (b"".join(b" " * n + b"-\n" for n in range(1200)), "PT122"),
    "question marks": (b"? " * DEEP, "PT122"),
    "colons": (b": " * DEEP, "PT122"),
    "mixed signs": (b"- ? : " * DEEP, "PT122"),
    "aliases": (bomb(), "PT121"),
    "merge keys": (merge_bomb(), "PT121"),
    "number of 5,000 digits": (
        HEAD
        + b"activities:\n  1.1.1:\n    title: x\n    cost:\n      kind: amount\n      amount: "
        + b"9" * 5000
        + b"\n",
        "PT208",
    ),
    "a year of 5,000 digits": (HEAD + b"due: " + b"9" * 5000 + b"\n", "PT209"),
    "a time of many dashes": (HEAD + b"due: a" + b"-b" * 200_000 + b" 2014\n", "PT209"),
    "a time of many words": (HEAD + b"due: " + "löpande ".encode() * 50_000 + b"\n", "PT209"),
    "number signs": (HEAD + b"text: x" + b" #" * 400_000 + b"\n", ""),
    "many cut texts": (
        HEAD + b"activities:\n" + b"".join(b"  1.1.%d:\n    title: a #b\n" % n for n in range(3_000)),
        "",
    ),
    "colons in every line": (HEAD + b"text: a: b\n" * 8_000, "PT130"),
    "unknown fields": (HEAD + b"".join(b"x%d: y\n" % n for n in range(40_000)), "PT201"),
    "the same field": (HEAD + b"due: 2015\n" * 40_000, "PT203"),
    "unknown ids": (HEAD + b"lead: [" + b", ".join(b"k%d" % n for n in range(3_000)) + b"]\n", "PT303"),
    "tabs": (HEAD + b"\t" * 500_000 + b"x\n", ""),
    "one long line": (b"x" * 900_000, "PT205"),
    "one long name": (b"x" * 900_000 + b": y\n", ""),
    "blanks": (b" " * 900_000, "PT124"),
    "line breaks": (b"\n" * 900_000, "PT124"),
    "quotes": (HEAD + b'text: "' * 50_000, ""),
    "conflicts": (b"<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n" * 5_000, "PT108"),
    "nothing but zeros": (b"\0" * 900_000, "PT125"),
    "every byte": (bytes(range(256)) * 1000, ""),
    "half a letter": (HEAD + b"text: \xc3", "PT101"),
    "UTF-16": ((HEAD.decode() + "lead: kultur\n").encode("utf-16"), "PT101"),
    "UTF-16 without a mark": ((HEAD.decode() + "lead: kultur\n").encode("utf-16-le"), "PT101"),
    "UTF-16, the other way, without a mark": (HEAD.decode().encode("utf-16-be"), "PT101"),
    "UTF-16, cut in a letter": (HEAD.decode().encode("utf-16") + b"\xd8", "PT101"),
    "UTF-32": (HEAD.decode().encode("utf-32"), "PT101"),
    "lone surrogates, escaped": (HEAD + b'text: "\\ud800 \\udfff"\n', "PT114"),
    "a zip file": (b"PK\x03\x04" + bytes(range(256)) * 100, "PT125"),
}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "plan")
    return tmp_path / "plan"


def run(folder: Path) -> dict[str, object]:
    """Loads and checks in a process of its own, since what is looked for may take the process with it."""
    before = snapshot(folder)
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(folder)],
        capture_output=True, timeout=60, check=False, env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert snapshot(folder) == before, "check has changed a file"
    found: dict[str, object] = json.loads(done.stdout)
    assert float(str(found["seconds"])) < WITHIN * PATIENCE, found
    assert int(str(found["longest"])) < 2000, found
    return found


def snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(path): (path.lstat().st_size, path.lstat().st_mtime_ns) for path in sorted(folder.rglob("*"))}


@pytest.mark.parametrize("name", HARD)
def test_hard_bytes(name: str, plan: Path) -> None:
    data, code = HARD[name]
    (plan / GOAL).write_bytes(data)
    found = run(plan)
    assert found["number"]
    if code:
        assert code in found["codes"], found  # type: ignore[operator]


def test_file_of_100_megabytes(plan: Path) -> None:
    with (plan / GOAL).open("wb") as file:
        file.truncate(100_000_000)
    assert "PT123" in run(plan)["codes"]  # type: ignore[operator]


def test_file_that_may_not_be_read(plan: Path) -> None:
    (plan / GOAL).chmod(0)
    found = run(plan)
    if os.geteuid():  # root may read everything
        assert found["codes"] == ["PT125"]


def test_folder_named_as_a_file(plan: Path) -> None:
    (plan / GOAL).unlink()
    (plan / GOAL).mkdir()
    assert "PT125" in run(plan)["codes"]  # type: ignore[operator]


def test_link_to_nothing(plan: Path) -> None:
    (plan / GOAL).unlink()
    (plan / GOAL).symlink_to("nowhere.yaml")
    assert "PT125" in run(plan)["codes"]  # type: ignore[operator]


def test_link_to_itself(plan: Path) -> None:
    (plan / GOAL).unlink()
    (plan / GOAL).symlink_to(plan / GOAL)
    assert "PT125" in run(plan)["codes"]  # type: ignore[operator]


def test_pipe(plan: Path) -> None:
    (plan / GOAL).unlink()
    os.mkfifo(plan / GOAL)
    assert "PT125" in run(plan)["codes"]  # type: ignore[operator]


def test_plan_file_that_is_a_pipe(plan: Path) -> None:
    (plan / "plan.yaml").unlink()
    os.mkfifo(plan / "plan.yaml")
    assert "PT125" in run(plan)["codes"]  # type: ignore[operator]


def test_name_that_is_no_text(plan: Path) -> None:
    shutil.copy(plan / GOAL, os.fsencode(plan / "1-gemenskap") + b"/1.2-m\xf6ten.yaml")
    assert "PT127" in run(plan)["codes"]  # type: ignore[operator]


@pytest.mark.parametrize("folder", ["/", ".", "..", "../..", "../plan", '"\\0"', "a" * 5000, "plan.yaml", "~"])
def test_shared_folder_that_is_none(folder: str, plan: Path) -> None:
    with (plan / "plan.yaml").open("a") as file:
        file.write(f"uses: {folder}\n")
    assert set(run(plan)["codes"]) & {"PT128", "PT204"}  # type: ignore[call-overload]


def everything(folder: Path) -> list[Finding]:
    """All findings, shown as a reader sees them: in every language, with their places."""
    findings = check_plan(load(folder, DAY)).findings
    for each in place_findings(Places(FolderTree(folder)), findings):
        for language in ("sv", "en"):
            assert speech(language).say(each.finding.sentence, **each.finding.values)
            speech(language).say(each.finding.advice, **each.finding.values)
        assert each.span.line >= 1
        assert each.span.column >= 1
        assert each.finding.about
    return list(findings)


KINDS = {
    "goal": GOAL, "plan": "plan.yaml", "organisations": "organisations.yaml", "decision": "decisions/2014-02-05-ks.yaml",
    "theme": "1-gemenskap/theme.yaml", "agreement": "agreement.yaml", "glossary": "glossary.yaml",
}  # fmt: skip
SIGNS = [
    *"@`%&*!|>?-:,[]{}#'\"\\ \n\t\r~<=0", ": ", " #", "- ", "? ", "\n\n", "  ", "---\n", "...", "<<: ", "&a ", "*a", "!!str ",
    "\u00a0", "”", "\u2028", "\x85", "\x00", "\ufeff", "\u200b", "å", "é", "😀", "\ufffd", "0000", "9999", "-13-", "vintern 9999",
    "hösten 0000", "-", "/..", "Q5", "99999999999999999999999999999999", "<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "en: x\n",
    "not_stated", "to_be_determined", "löpande ", "90 dagar efter x",
]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """A good file with some slips of the keyboard."""
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(text)))
        gone = draw(st.integers(0, 12))
        text = text[:place] + draw(st.sampled_from(SIGNS)) + text[place + gone :]
    return text


@pytest.fixture(scope="module")
def one_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("any") / "plan"
    shutil.copytree(BASE, folder)
    return folder


FEW = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@FEW
@given(data=st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes(data: bytes, one_plan: Path) -> None:
    (one_plan / GOAL).write_bytes(data)
    assert everything(one_plan)
    shutil.copy(BASE / GOAL, one_plan / GOAL)


@pytest.mark.parametrize("kind", KINDS)
def test_any_slip(kind: str, one_plan: Path) -> None:
    file = one_plan / KINDS[kind]
    good = (BASE / KINDS[kind]).read_text()

    @settings(FEW, max_examples=150 if kind in ("goal", "plan") else 40)
    @given(text=mutated(good))
    def slips(text: str) -> None:
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        everything(one_plan)

    try:
        slips()
    finally:
        shutil.copy(BASE / KINDS[kind], file)


@FEW
@given(text=mutated((BASE / GOAL).read_text()))
def test_reading_gives_a_record_or_a_reason(text: str) -> None:
    record, faults = decode("goal", "1.1", GOAL, text.encode("utf-8", "surrogatepass"))
    assert record is not None or faults
    known = {"not_a_text", "not_a_block", "not_text", "translation"}
    names = {check.RULE.name.replace("-", "_") for check in rule_book()}
    assert {fault.reason for fault in faults} - known <= names | {"not_yaml", "garbled_letters"}
