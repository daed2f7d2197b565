"""What a step of the history is: one commit with its day, its message, and the small changes of files that it makes.

Paths are those inside the plan's folder. Every change says what stood there before, so that it fails where it does not.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

Files = dict[str, str]
"""Path -> text: all files as they stand after a step."""


class Change(Protocol):
    """Something that a commit does to the files."""

    def make(self, files: Files) -> None: ...


class New(NamedTuple):
    """A file that was not there."""

    file: str
    text: str

    def make(self, files: Files) -> None:
        assert self.file not in files, f"{self.file} is there already"
        files[self.file] = self.text


class Edit(NamedTuple):
    """A piece of a text that is written otherwise. It must occur once."""

    file: str
    old: str
    new: str

    def make(self, files: Files) -> None:
        assert files[self.file].count(self.old) == 1, f"{self.file}: not once:\n{self.old}"
        files[self.file] = files[self.file].replace(self.old, self.new)


class Move(NamedTuple):
    """A file that gets another name or another folder."""

    file: str
    to: str

    def make(self, files: Files) -> None:
        assert self.to not in files, f"{self.to} is there already"
        files[self.to] = files.pop(self.file)


class Step(NamedTuple):
    """One commit."""

    day: str
    about: str
    changes: tuple[Change, ...]
    on: str
    """The branch; one that is new begins where main stands."""
    tag: str
    """The name that the commit gets."""
    merges: str
    """The branch that is merged by this commit, with two parents."""
    squashes: str
    """The branch whose changes become this one commit, with one parent."""


def step(
    day: str, about: str, *changes: Change, on: str = "main", tag: str = "", merges: str = "", squashes: str = ""
) -> Step:
    return Step(day, about, changes, on, tag, merges, squashes)


def below(file: str, line: str, text: str) -> Edit:
    """A text that is put in under one that stands there once."""
    return Edit(file, line, line + text)
