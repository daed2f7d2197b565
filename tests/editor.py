"""An editor, as far as its YAML server can tell: opens texts, is told what is wrong in them, and asks for help.

Speaks the Language Server Protocol over the server's standard input and output. Knows nothing of plans.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

SERVER = Path(__file__).parent / "web" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE = 60
"""Seconds."""
SETTINGS: dict[str, Any] = {
    "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}, "schemas": {}},
    "http": {},
    "[yaml]": {},
    "editor": {},
    "files": {},
}
CAPABILITIES: dict[str, Any] = {
    "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
    "textDocument": {
        "publishDiagnostics": {},
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
        "synchronization": {"dynamicRegistration": True},
    },
}


class Editor:
    """The least that an editor is: it opens texts, is told what is wrong in them, and asks for help."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            ["node", str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )
        self.heard: queue.Queue[dict[str, Any]] = queue.Queue()
        self.wrong: dict[str, list[str]] = {}
        self.number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", processId=os.getpid(), rootUri=folder.as_uri(), capabilities=CAPABILITIES)
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings=SETTINGS)

    def close(self) -> None:
        """Ends the server as an editor does."""
        self.ask("shutdown")
        self.tell("exit")
        self.process.wait(PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()

    def open(self, file: Path, text: str | None = None) -> None:
        """Shows a file, or another text in its place."""
        text = file.read_text(encoding="utf-8") if text is None else text
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.wrong.pop(file.as_uri(), None)
        self.tell("textDocument/didOpen", textDocument=document)

    def diagnostics(self, files: list[Path]) -> dict[Path, list[str]]:
        """What is underlined in files that are open, once the server has looked at them all."""
        while any(file.as_uri() not in self.wrong for file in files):
            self._take(self.heard.get(timeout=PATIENCE))
        return {file: self.wrong[file.as_uri()] for file in files}

    def ask_at(self, method: str, file: Path, line: int, character: int) -> Any:
        """Asks for help at a place in a file."""
        return self.ask(
            f"textDocument/{method}",
            textDocument={"uri": file.as_uri()},
            position={"line": line, "character": character},
        )

    def ask(self, method: str, **params: Any) -> Any:
        """A question, and its answer."""
        self.number += 1
        number = self.number
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self.heard.get(timeout=PATIENCE)
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def tell(self, method: str, **params: Any) -> None:
        """Something that needs no answer."""
        self._send({"method": method, "params": params})

    def _take(self, message: dict[str, Any]) -> None:
        """Notes what is wrong in a file, and answers the server's own questions."""
        params = message.get("params", {})
        if message.get("method") == "textDocument/publishDiagnostics":
            found = params["diagnostics"]
            self.wrong[params["uri"]] = [f"{each['range']['start']['line'] + 1}: {each['message']}" for each in found]
        elif "id" in message and "method" in message:
            asked = params.get("items", []) if message["method"] == "workspace/configuration" else None
            answer = None if asked is None else [SETTINGS.get(each.get("section")) for each in asked]
            self._send({"id": message["id"], "result": answer})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _listen(self) -> None:
        out = self.process.stdout
        assert out
        while line := out.readline():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
                while out.readline().strip():
                    pass
                self.heard.put(json.loads(out.read(length)))
