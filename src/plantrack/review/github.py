"""GitHub's own interface for programs, as far as a review needs it. Knows no plan and says no sentences."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

AT_ONCE = 100
"""Things a page of a long list may hold."""
PATIENCE = 30
"""Seconds that one answer may take."""
OWN_ACCOUNT = "github-actions[bot]"
"""Who a job writes as, with the token that GitHub gives it."""


class Refused(Exception):
    """GitHub said no, or did not answer. ``status`` is 0 where there was no answer."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(f"{status} {words}" if status else words)
        self.status = status


class GitHub:
    """Asks and tells with one token."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.address = os.environ.get("GITHUB_API_URL", "https://api.github.com").rstrip("/")

    def ask(self, path: str, method: str = "GET", **said: object) -> Any:
        """What GitHub answers. Raises ``Refused``."""
        request = Request(  # noqa: S310
            f"{self.address}/{path}",
            method=method,
            data=json.dumps(said).encode() if said else None,
            headers={
                "Authorization": f"Bearer {self.token}",
                "Accept": "application/vnd.github+json",
                "Content-Type": "application/json",
                "X-GitHub-Api-Version": "2022-11-28",
                "User-Agent": "plantrack",
            },
        )
        try:
            with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
                return json.loads(answer.read() or b"null")
        except HTTPError as error:
            with error:
                raise Refused(error.code, error.reason) from None
        except (URLError, OSError, ValueError) as error:
            raise Refused(0, str(getattr(error, "reason", error))) from None

    def all(self, path: str) -> Iterator[Any]:
        """Everything in a long list, page by page."""
        page = 1
        while True:
            found = self.ask(f"{path}?per_page={AT_ONCE}&page={page}")
            yield from found
            if len(found) < AT_ONCE:
                return
            page += 1

    def own_name(self) -> str:
        """Who the token writes as. A job's own token may not ask, and so gives itself away."""
        try:
            return str(self.ask("user")["login"])
        except Refused:
            return OWN_ACCOUNT
