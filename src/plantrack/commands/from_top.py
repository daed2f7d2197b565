"""A plan's files by their paths from the top of its repository: as a forge knows them, wherever the command was typed."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from posixpath import normpath

from plantrack.commands.options import Session


class FromTop:
    """Tells paths from the top. git is asked once, and only where a path is wanted."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def __call__(self, file: str) -> str:
        """A file of the plan by its path from the top, with forward slashes."""
        return normpath(f"{self._way}/{file}") if self._way else normpath(file)

    @cached_property
    def _way(self) -> str:
        """The plan's folder from git's top; without git from the top that GitHub names; else from here."""
        from plantrack.store.repository import NoRevision, Repository

        try:
            return Repository(self.session.folder).prefix
        except NoRevision:
            folder, top = self.session.folder.resolve(), os.environ.get("GITHUB_WORKSPACE", "")
            if top and folder.is_relative_to(Path(top).resolve()):
                return folder.relative_to(Path(top).resolve()).as_posix()
            return self.session.way.replace("\\", "/")
