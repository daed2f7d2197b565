"""The files that let a plan be reviewed where its repository lies: for git, for pre-commit and for GitHub."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.store.git_driver import ATTRIBUTES as DRIVEN

ATTRIBUTES = "".join(f"{line}\n" for line in ("* text=auto eol=lf", *DRIVEN))
"""Of a plan's folder: line ends that are the same on every machine, and its files shown by the tool."""
CHECKOUT = "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2"


class Source(NamedTuple):
    """Where the tool lies, for those who fetch it."""

    address: str = "https://github.com/OWNER/plantrack"
    revision: str = ""

    @property
    def is_known(self) -> bool:
        """Whether somebody has said where it lies."""
        return self != Source(revision=self.revision)

    @property
    def name(self) -> str:
        """The repository as GitHub calls it."""
        return "/".join(self.address.removesuffix(".git").split("/")[-2:])


def pre_commit(source: Source, plan: str, tongue: Speech) -> str:
    """The settings of pre-commit. ``plan`` is the folder from the top of the repository."""
    args = f"\n        args: [--plan, {quoted(plan)}]" if plan not in ("", "plan") else ""
    about = tongue.say(_("Checks the plan before each commit. Once in each copy: pre-commit install"))
    return f"""\
# {about}
repos:
  - repo: {source.address}
    rev: {source.revision}
    hooks:
      - id: plantrack-check{args}
"""


def workflow(source: Source, plan: str, approvals: bool, tongue: Speech) -> str:
    """The workflow that reviews each pull request at GitHub."""
    return "\n".join(_workflow(source, plan, approvals, tongue)) + "\n"


def _workflow(source: Source, plan: str, approvals: bool, tongue: Speech) -> Iterator[str]:
    say = tongue.say
    yield f"# {say(_('Reviews each change to the plan: checks what is new, comments what it does, attaches the report.'))}"
    yield "name: plantrack"
    yield "on:"
    yield "  pull_request:"
    if approvals:
        yield f"  # {say(_('So that an approval counts as soon as it is given.'))}"
        yield "  pull_request_review:"
        yield "    types: [submitted, dismissed]"
    yield "permissions:"
    yield "  contents: read"
    yield f"  pull-requests: write # {say(_('for the comment'))}"
    if approvals:
        yield f"  statuses: write # {say(_('for the check “plantrack: approvals”'))}"
    yield "concurrency: plantrack-${{ github.event.pull_request.number }}"
    yield "jobs:"
    yield "  plan:"
    yield "    runs-on: ubuntu-24.04"
    yield "    steps:"
    yield f"      - uses: {CHECKOUT}"
    yield "        with:"
    yield f"          # {say(_('All history, to compare with what the change started from.'))}"
    yield "          fetch-depth: 0"
    yield "          persist-credentials: false"
    yield f"      - uses: {source.name}@{source.revision}"
    yield "        with:"
    yield f"          plan: {quoted(plan or '.')}"
    if approvals:
        yield '          approvals: "true"'
        yield f"          # {say(_('A token that may read who is in the teams; the job’s own may not.'))}"
        yield "          teams-token: ${{ secrets.PLANTRACK_TEAMS_TOKEN }}"


def quoted(path: str) -> str:
    """A path as a value in YAML, whatever letters it has."""
    if path.replace("/", "").replace("-", "").replace("_", "").isalnum() and not path.isdecimal():
        return path
    return "'" + path.replace("'", "''") + "'"
