"""A headless browser that the tests steer: opens a page as different readers meet it, and asks it things.

Speaks the browser's own protocol over a pipe, so nothing has to be put into the page. Knows nothing of reports.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
)  # fmt: skip


class View(NamedTuple):
    """How a reader meets a page: on what, how wide, and in light or dark."""

    name: str
    width: int = 1280
    medium: str = "screen"
    scheme: str = "light"


class Browser:
    """One browser with one page in it."""

    def __init__(self, program: str) -> None:
        self.profile = tempfile.mkdtemp()
        for_browser, ours = os.pipe()
        answers, from_browser = os.pipe()
        # The browser listens on file 3 and answers on file 4.
        start = f'exec "$@" 3<&{for_browser} 4>&{from_browser}'
        self.process = subprocess.Popen(
            ["bash", "-c", start, "bash", program, *FLAGS, f"--user-data-dir={self.profile}"],
            pass_fds=(for_browser, from_browser),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(for_browser)
        os.close(from_browser)
        self.to = os.fdopen(ours, "wb", buffering=0)
        self.answers = os.fdopen(answers, "rb", buffering=0)
        self.rest = b""
        self.number = 0
        self.session = ""
        self.asked_for: list[str] = []
        """Every address that the page has asked for."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")
        self.ask("Network.enable")
        self.ask("Emulation.setScrollbarsHidden", hidden=True)

    def close(self) -> None:
        """Ends the browser, and leaves nothing behind."""
        self.session = ""
        self.ask("Browser.close")
        self.process.wait(30)
        self.to.close()
        self.answers.close()
        shutil.rmtree(self.profile, ignore_errors=True)

    def open(self, page: Path, view: View) -> None:
        """Opens a page for a reader, and sees that it is shown so."""
        self.ask("Emulation.setDeviceMetricsOverride", width=view.width, height=800, deviceScaleFactor=1, mobile=False)
        feature = {"name": "prefers-color-scheme", "value": view.scheme}
        self.ask("Emulation.setEmulatedMedia", media=view.medium, features=[feature])
        self.asked_for.clear()
        self.ask("Page.navigate", url=page.as_uri())
        while self._hear().get("method") != "Page.loadEventFired":
            pass
        seen = self.run(
            f"[innerWidth, matchMedia('{view.medium}').matches, matchMedia('(prefers-color-scheme: {view.scheme})').matches]"
        )
        assert seen == [view.width, True, True], seen

    def run(self, script: str) -> Any:
        """The value of a piece of JavaScript; of a promise, what it promised."""
        found = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def pdf(self) -> bytes:
        """The page as it is printed."""
        return base64.b64decode(self.ask("Page.printToPDF", printBackground=True, preferCSSPageSize=True)["data"])

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """A question, and its answer."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        self.to.write(json.dumps(message).encode() + b"\0")
        while (heard := self._hear()).get("id") != self.number:
            pass
        assert "error" not in heard, heard
        result: dict[str, Any] = heard["result"]
        return result

    def _hear(self) -> dict[str, Any]:
        while b"\0" not in self.rest:
            more = self.answers.read(1 << 20)
            assert more, "the browser has ended"
            self.rest += more
        text, _end, self.rest = self.rest.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        if message.get("method") == "Network.requestWillBeSent":
            self.asked_for.append(message["params"]["request"]["url"])
        return message
