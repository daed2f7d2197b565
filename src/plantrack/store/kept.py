"""Whether git would keep a file that lies beside a plan. Personal data must not come into its history."""

from __future__ import annotations

from pathlib import Path


def would_be_kept(path: Path, plan: Path) -> bool:
    """Whether a file, there or not yet, lies in the plan's own repository and nothing makes git ignore it."""
    path = path.resolve()
    around = next(folder for folder in path.parents if folder.is_dir())
    try:
        mine, its = _repository(plan), _repository(around)
        if mine and its:
            return mine == its and _git(around, "check-ignore", "--quiet", "--", str(path)) is None
    except FileNotFoundError:  # git is not installed
        pass
    return _lies_beside(path, plan)


def _lies_beside(path: Path, plan: Path) -> bool:
    """Whether a file lies in the folder that the plan's repository is in, where git does not say: it may be kept there.

    Git is not there, or there is no repository, or it belongs to somebody else, as on a shared drive.
    """
    above = (plan.resolve(), *plan.resolve().parents)
    return any((folder / ".git").exists() and folder in path.parents for folder in above)


def _repository(folder: Path) -> Path | None:
    """The folder where git keeps what it knows of a repository; all its working trees share one."""
    found = _git(folder, "rev-parse", "--git-common-dir")
    return (folder / found).resolve() if found else None


def _git(folder: Path, *arguments: str) -> str | None:
    """What git answers; None where it says no."""
    import subprocess

    ran = subprocess.run(  # noqa: S603
        ["git", "-C", str(folder), *arguments],  # noqa: S607
        capture_output=True, text=True, encoding="utf-8", errors="surrogateescape", check=False,
    )  # fmt: skip
    return ran.stdout.strip() if ran.returncode == 0 else None
