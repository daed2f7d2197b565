"""What a plan's repository needs to be reviewed: writes the files that are missing, and leaves those that are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from plantrack.commands.options import Session, way_to
from plantrack.exports.code_owners import github_owners, gitlab_owners
from plantrack.exports.review_files import ATTRIBUTES, Source, pre_commit, workflow
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.store.git_driver import DRIVER, SETTINGS, SHOW
from plantrack.store.repository import NoRevision, Repository
from plantrack.store.write import write_new

MOST_LINES = 20
"""Of how a file differs from what would be written."""


class Place(NamedTuple):
    """Where a plan lies: the top of its repository, and the way from there."""

    top: Path
    plan: str
    """The plan's folder from the top; empty where it is the top."""
    repository: Repository | None
    """None where there is no repository yet."""

    @property
    def is_gitlab(self) -> bool:
        """Whether the repository is reviewed at a GitLab."""
        origin = self.repository.says("remote", "get-url", "origin") if self.repository else ""
        host = origin.partition("://")[2] or origin
        return "gitlab" in host.replace(":", "/").partition("/")[0]


def place_of(folder: Path) -> Place:
    """Where a plan's folder lies. Without a repository the folder is taken for the top of the one to be."""
    try:
        repository = Repository(folder)
        return Place(repository.top, repository.prefix, repository)
    except NoRevision:
        return Place(folder.resolve(), "", None)


def review_files(plan: Plan, place: Place, tongue: Speech) -> Mapping[Path, str]:
    """What would be written where nothing was."""
    source = source_of_tool()
    files = {
        place.top / place.plan / ".gitattributes": ATTRIBUTES,
        place.top / ".pre-commit-config.yaml": pre_commit(source, place.plan, tongue),
    }
    teams = bool(plan.header.reviewers)
    folders = [place.plan, *_shared(plan, place)]
    if place.is_gitlab:
        return files | ({place.top / ".gitlab/CODEOWNERS": gitlab_owners(plan, folders, tongue)} if teams else {})
    files[place.top / ".github/workflows/plantrack.yml"] = workflow(source, place.plan, teams, tongue)
    return files | ({place.top / ".github/CODEOWNERS": github_owners(plan, folders, tongue)} if teams else {})


def _shared(plan: Plan, place: Place) -> Iterator[str]:
    """The folders that the plan shares with others, as far as they lie in the same repository."""
    for each in plan.header.uses:
        folder = (place.top / place.plan / each).resolve()
        if folder != place.top and folder.is_relative_to(place.top):
            yield folder.relative_to(place.top).as_posix()


def offer_review(session: Session, dry_run: bool) -> None:
    """Writes what is missing, and says what was left and what is still to be done."""
    tongue, plan = session.speech, session.facts.plan
    place = place_of(session.folder)
    files = review_files(plan, place, tongue)
    missing = {path: text.encode() for path, text in files.items() if not path.exists()}
    if not dry_run:
        write_new(missing)
    for line in _told(tongue, files, missing, dry_run):
        print(line)
    if not plan.header.reviewers:
        print(tongue.say(NO_TEAMS))
    print(tongue.say(_driver(place, dry_run), command=COMMAND))
    if not source_of_tool().is_known:
        print(tongue.say(NO_SOURCE))


COMMAND = f'git config diff.{DRIVER}.textconv "{SHOW}"'
WRITTEN, WOULD_WRITE = _("Written for the review of changes:"), _("Would be written for the review of changes:")
AS_IT_IS = _("{path} is there already, as it would be written.")
LEFT = _("{path} is there already, and was left as it is. What it has (-) and what would be written (+):")
MORE_LINES = (_("and {n} line more"), _("and {n} lines more"))
NO_TEAMS = _(
    "No list of code owners: the plan names no teams yet. Write them in plan.yaml under `reviewers`, and run this again."
)
NO_SOURCE = _(
    "Write where your plantrack lies instead of OWNER/plantrack in these files: it was not installed from git."
)
DRIVER_SET = _("git diff and git log -p now show the plan's files in words. Everybody's copy needs it once: {command}")
DRIVER_LACKS_LINES = _(
    "git diff and git log -p will show the plan's files in words when the lines above stand in .gitattributes. "
    "Everybody's copy needs it once: {command}"
)
DRIVER_TO_SET = _("To let git diff and git log -p show the plan's files in words, each copy needs once: {command}")
DRIVER_OTHER = _(
    "git has another setting for showing the plan's files, which was left as it is. The usual one: {command}"
)


def _driver(place: Place, dry_run: bool) -> str:
    """Lets git show the plan's files by the tool, in this copy. Answers with what is to be said of it."""
    if place.repository is None:
        return DRIVER_TO_SET
    now = {name: place.repository.says("config", "--get", name) for name in SETTINGS}
    lacking = [name for name in SETTINGS if not now[name]]
    if not dry_run:
        for name in lacking:
            place.repository.ask("config", "--local", name, SETTINGS[name])
    if any(now[name] not in ("", SETTINGS[name], SHOW) for name in SETTINGS):
        return DRIVER_OTHER
    if dry_run and lacking:
        return DRIVER_TO_SET
    asked = place.repository.says("check-attr", "diff", str(place.top / place.plan / "plan.yaml"))
    return DRIVER_SET if asked.endswith(f": {DRIVER}") else DRIVER_LACKS_LINES


def _told(tongue: Speech, files: Mapping[Path, str], missing: Mapping[Path, bytes], dry_run: bool) -> Iterator[str]:
    """What was written, and how that which was left differs."""
    if missing:
        yield tongue.say(WOULD_WRITE if dry_run else WRITTEN)
        yield from (f"  {_shown(path)}" for path in missing)
    for path, text in files.items():
        if path not in missing:
            there = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
            yield tongue.say(AS_IT_IS if there == text else LEFT, path=_shown(path))
            yield from _difference(tongue, there, text)


def _difference(tongue: Speech, there: str, text: str) -> Iterator[str]:
    lines = list(unified_diff(there.splitlines(), text.splitlines(), lineterm="", n=0))[2:]
    changed = [line for line in lines if not line.startswith("@@")]
    yield from (f"  {line}" for line in changed[:MOST_LINES])
    if len(changed) > MOST_LINES:
        yield f"  {tongue.count(*MORE_LINES, len(changed) - MOST_LINES)}"


def _shown(path: Path) -> str:
    return f"{way_to(path.parent)}/{path.name}".removeprefix("./").replace("\\", "/")


def source_of_tool() -> Source:
    """Where the tool was installed from, where that was a repository; else its version, and a blank for the place."""
    import json
    from importlib.metadata import PackageNotFoundError, distribution

    from plantrack import __version__

    try:
        about = json.loads(distribution("plantrack").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        about = {}
    asked = about.get("vcs_info", {})
    if asked.get("vcs") == "git" and str(about.get("url", "")).startswith("https://"):
        return Source(about["url"], asked.get("requested_revision") or asked["commit_id"])
    return Source(revision=f"v{__version__}")
