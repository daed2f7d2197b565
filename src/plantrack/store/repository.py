"""A folder in a git repository: one place where git is asked, and one long-lived process that hands out its objects.

Knows nothing of plans. Whatever git says no to is a ``NoRevision`` with a reason that a command puts into words.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import IO
from weakref import finalize

AT_ONCE = 48
"""Names that git is asked for before its answers are read. Few enough for the narrowest pipe to hold them."""
QUIETLY = ("--no-optional-locks", "-c", "core.quotePath=false", "-c", "log.showSignature=false")
"""Asking changes nothing, and settings of the reader's own change no answer."""


class NoRevision(Exception):
    """The revision cannot be read.

    ``reason``: no_git, no_repository, not_yours, unknown or no_plan.
    """

    def __init__(self, reason: str, revision: str, folder: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.revision = revision
        self.folder = folder
        """Where git was asked."""


class Repository:
    """A folder, there or not, in a git repository."""

    def __init__(self, folder: Path, revision: str = "") -> None:
        """Raises ``NoRevision`` where there is no git, or no repository around the folder."""
        folder = folder.resolve()
        self.here = next(each for each in (folder, *folder.parents) if each.is_dir())
        """The nearest folder that the disk still has, to ask git in."""
        top = self.ask("rev-parse", "--show-prefix", error="no_repository", revision=revision)
        rest = folder.relative_to(self.here).as_posix()
        self.prefix = f"{as_path(top).strip(chr(10))}{'' if rest == '.' else rest}".rstrip("/")
        """The folder's path from the top of the repository."""

    @cached_property
    def top(self) -> Path:
        """The top folder of the working tree."""
        return Path(as_path(self.ask("rev-parse", "--show-toplevel", error="no_repository")).rstrip("\n"))

    @cached_property
    def objects(self) -> Objects:
        """The bytes of git's objects by their names."""
        return Objects(self.here)

    @cached_property
    def is_shallow(self) -> bool:
        """Whether the copy holds only the newest part of the history."""
        return self.ask("rev-parse", "--is-shallow-repository").strip() == b"true"

    def ask(self, *arguments: str, error: str = "unknown", revision: str = "") -> bytes:
        """What git answers. Raises ``NoRevision`` for the reason ``error`` where it says no."""
        return ask(self.here, *arguments, error=error, revision=revision)

    def says(self, *arguments: str) -> str:
        """The one line that git answers; empty where it says no."""
        try:
            return as_path(self.ask(*arguments)).strip()
        except NoRevision:
            return ""

    def commit(self, revision: str) -> str:
        """The whole name of the commit that a revision stands for. Raises ``NoRevision`` where git knows none."""
        wanted = f"{revision}^{{commit}}"
        found = self.ask("rev-parse", "--verify", "--quiet", "--end-of-options", wanted, revision=revision)
        return found.decode().strip()

    def knows(self, revision: str) -> bool:
        """Whether git knows a commit by a name."""
        try:
            return bool(self.commit(revision))
        except NoRevision:
            return False


class Objects:
    """The bytes of git's objects by their names, through one process that is started when it is first asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = Lock()

    def __call__(self, name: str) -> bytes:
        """Raises ``OSError`` where git has no such object: a copy may lack some."""
        with self._lock:
            return next(self._answers((name,)))[1]

    def many(self, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Objects with their names, in the order that they are asked for."""
        rest = iter(names)
        while some := tuple(islice(rest, AT_ONCE)):
            with self._lock:
                answers = list(self._answers(some))
            yield from answers

    def _answers(self, names: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
        asking, answering = self._pipes
        asking.write("".join(f"{name}\n" for name in names).encode())
        asking.flush()
        missing = ""
        for name in names:
            about = answering.readline().split()
            if len(about) == 3:
                yield name, answering.read(int(about[2]) + 1)[:-1]
            else:
                missing = name
        if missing:
            raise FileNotFoundError(2, "git has no such object", missing)

    @cached_property
    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        command = ["git", "-C", str(self.folder), *QUIETLY, "cat-file", "--batch"]
        try:
            process = subprocess.Popen(  # noqa: S603
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except FileNotFoundError:
            raise NoRevision("no_git", "") from None
        finalize(self, _end, process)
        assert process.stdin
        assert process.stdout
        return process.stdin, process.stdout


def ask(folder: Path, *arguments: str, error: str = "unknown", revision: str = "") -> bytes:
    """What git answers in a folder. Raises ``NoRevision`` for the reason ``error`` where it says no."""
    command = ["git", "-C", str(folder), *QUIETLY, *arguments]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError:
        raise NoRevision("no_git", revision) from None
    if done.returncode:
        raise NoRevision("not_yours" if b"safe.directory" in done.stderr else error, revision, str(folder))
    return done.stdout


def lines(folder: Path, *arguments: str, end: bytes = b"\0") -> Iterator[bytes]:
    """What git answers, piece by piece while it speaks. Raises ``NoRevision`` where it says no."""
    command = ["git", "-C", str(folder), *QUIETLY, *arguments]
    try:
        process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except FileNotFoundError:
        raise NoRevision("no_git", "") from None
    with process:
        assert process.stdout
        rest = b""
        while chunk := process.stdout.read(1 << 16):
            *whole, rest = (rest + chunk).split(end)
            yield from whole
        if rest:
            yield rest
    if process.returncode:
        raise NoRevision("unknown", "")


def as_path(told: bytes) -> str:
    """What git tells of a path, as Python knows paths: it may hold bytes that are no letters."""
    return told.decode("utf-8", "surrogateescape")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Lets a process that waits for questions go."""
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()
    process.wait()
