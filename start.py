"""The two commands of this project. They need Python 3.11 and git, and set up the rest by themselves.

``python3 start.py`` checks the plan and writes the report for 2015 into out/.
``python3 start.py test`` runs all the tests.
"""

from __future__ import annotations

import hashlib
import locale
import os
import subprocess
import sys
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parent
PLACE = ROOT / ".venv"
PYTHON = PLACE / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = PLACE / "installed"
COVERED = 94
CANNOT_RUN = 2

WORDS = {
    "old": (
        "Python 3.11 eller senare behövs. Det här är {}. Hämta en senare på python.org.",
        "Python 3.11 or later is needed. This is {}. A later one is at python.org.",
    ),
    "no_venv": (
        "Pythons del venv saknas på den här datorn. På Debian och Ubuntu: sudo apt install python3-venv",
        "Python's part venv is missing on this machine. On Debian and Ubuntu: sudo apt install python3-venv",
    ),
    "installing": (
        "Installerar i .venv. Det tar någon minut första gången.",
        "Installs into .venv. It takes a minute the first time.",
    ),
    "not_installed": (
        "Installationen gick inte. Orsaken står ovanför; oftast är det nätet. Försök igen.",
        "It could not be installed. The reason stands above; most often it is the network. Try again.",
    ),
    "checking": ("Kontrollerar planen i plan/ ...", "Checks the plan in plan/ ..."),
    "reporting": ("Skriver uppföljningsrapporten för 2015 ...", "Writes the follow-up report for 2015 ..."),
    "done": (
        "Klart. Öppna HTML-filen i en webbläsare. Markdown-filen är samma rapport som text.",
        "Done. Open the HTML file in a web browser. The Markdown file is the same report as text.",
    ),
    "use": (
        "Skriv: python3 start.py         kontrollera planen och skriv rapporten\n"
        "       python3 start.py test    kör alla tester",
        "Use: python3 start.py         check the plan, and write the report\n"
        "     python3 start.py test    run all the tests",
    ),
    "failed": ("Detta gick inte igenom: {}", "This did not pass: {}"),
}


def main(arguments: list[str]) -> int:
    """Sets up what is needed and does what was asked. The exit code is that of the work."""
    if sys.version_info < (3, 11):
        return refuse("old", sys.version.split()[0])
    if arguments not in ([], ["test"]):
        say("use")
        return 0 if arguments in (["-h"], ["--help"]) else CANNOT_RUN
    testing = bool(arguments)
    if not is_installed(testing):
        code = install(testing)
        if code:
            return code
    return test() if testing else report()


def report() -> int:
    """The main job: the plan is checked, and its report written. Faults in the plan do not stop the report."""
    say("checking")
    found = run("plantrack", "check", "plan")
    if found == CANNOT_RUN:
        return found
    say("reporting")
    code = run("plantrack", "report", "2015", "--plan", "plan", "-o", "out")
    if code:
        return code
    say("done")
    return found


def test() -> int:
    """Everything that a change must pass. All of it runs, also where something fails early."""
    steps = [
        ("ruff", "check", "--output-format=concise", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        (
            "pytest",
            "-n",
            "auto",
            "--dist",
            "loadfile",
            "--no-loadscope-reorder",
            "--cov",
            f"--cov-fail-under={COVERED}",
        ),
    ]
    failed = {" ".join(step[:2]): code for step in steps if (code := run(*step))}
    if failed:
        say("failed", ", ".join(failed), file=sys.stderr)
    return next(iter(failed.values()), 0)


def is_installed(testing: bool) -> bool:
    """Whether the last installation was of this very project, here, with this Python."""
    try:
        installed = STAMP.read_text(encoding="utf-8").split()
    except OSError:
        return False
    return installed[0] == state() and (not testing or "test" in installed) and PYTHON.exists()


def install(testing: bool) -> int:
    """Makes .venv anew and installs the project there, so that its own files are what runs."""
    say("installing")
    try:
        import ensurepip  # noqa: F401  Debian leaves it out, and venv with it
        import venv
    except ImportError:
        return refuse("no_venv")
    if Path(sys.prefix) != PLACE:  # else it is what runs this
        venv.create(PLACE, clear=True, with_pip=True)
    project = f"{ROOT}[test]" if testing else f"{ROOT}[all]"
    if run("pip", "install", "-qq", "--disable-pip-version-check", "--editable", project):
        return refuse("not_installed")
    STAMP.write_text(f"{state()} {'test' if testing else ''}\n", encoding="utf-8")
    return 0


def state() -> str:
    """What an installation depends on, as one word."""
    parts = (str(ROOT), sys.version, (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def run(module: str, *arguments: str) -> int:
    """Runs a module of the project's own Python, at the root of the project."""
    sys.stdout.flush()
    return subprocess.run([str(PYTHON), "-m", module, *arguments], cwd=ROOT, check=False).returncode


def say(key: str, *values: str, file: TextIO | None = None) -> None:
    """One message, in Swedish on a Swedish machine and else in English."""
    language = os.environ.get("PLANTRACK_LANG") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    text = WORDS[key][0 if language.lower().startswith("sv") else 1].format(*values)
    print(text, file=file or sys.stdout, flush=True)


def refuse(key: str, *values: str) -> int:
    """Says why it cannot be done."""
    say(key, *values, file=sys.stderr)
    return CANNOT_RUN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
