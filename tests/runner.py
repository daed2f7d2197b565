"""A small stand-in for GitHub: runs the steps of an action as its YAML says, and answers as its interface would.

The scripts are run in bash as they stand. What another action would do is done by a known stand-in, and an expression
that the stand-in does not know is an error, never an empty text.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import yaml

EXPRESSION = re.compile(r"\$\{\{ *(.+?) *\}\}")
PATH = re.compile(r"[a-z]+(?:\.[\w-]+)+")
COMPARED = re.compile(r"([a-z]+(?:\.[\w-]+)+) (==|!=) '([^']*)'")
KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM")
"""What of a test's own surroundings a job sees too. Nothing else, so that only what was installed is used."""


class GitHub:
    """GitHub's interface for one repository, with one pull request: remembers what it was asked."""

    def __init__(self) -> None:
        self.comments: list[dict[str, Any]] = []
        self.reviews: list[dict[str, Any]] = []
        self.statuses: list[dict[str, Any]] = []
        self.teams: dict[str, tuple[str, ...]] = {}
        self.asked: list[tuple[str, str]] = []
        self.may_write = True
        self.address = ""

    def answer(self, method: str, path: str, token: str, said: Any) -> tuple[int, Any]:
        """What GitHub would answer: a number, and what it says."""
        where = urlsplit(path)
        self.asked.append((method, where.path))
        page = int(parse_qs(where.query).get("page", ["1"])[0])
        parts = where.path.strip("/").split("/")
        if not token:
            return 401, {"message": "Requires authentication"}
        if method != "GET" and not self.may_write:
            return 403, {"message": "Resource not accessible by integration"}
        match method, parts:
            case "GET", ["user"]:
                return 403, {"message": "Resource not accessible by integration"}
            case "GET", ["repos", "lunda", "plan", "issues", "7", "comments"]:
                return 200, self.comments[(page - 1) * 100 : page * 100]
            case "POST", ["repos", "lunda", "plan", "issues", "7", "comments"]:
                user = {"login": "github-actions[bot]", "type": "Bot"}
                self.comments.append({"id": len(self.comments) + 1, "user": user, **said})
                return 201, self.comments[-1]
            case "PATCH", ["repos", "lunda", "plan", "issues", "comments", number]:
                self.comments[int(number) - 1].update(said)
                return 200, self.comments[int(number) - 1]
            case "GET", ["repos", "lunda", "plan", "pulls", "7", "reviews"]:
                return 200, self.reviews[(page - 1) * 100 : page * 100]
            case "POST", ["repos", "lunda", "plan", "statuses", commit]:
                self.statuses.append({"commit": commit, **said})
                return 201, {}
            case "GET", ["orgs", organisation, "teams", team, *rest]:
                members = self.teams.get(f"{organisation}/{team}")
                if token != "may-read-teams" or members is None:
                    return 404, {"message": "Not Found"}
                if rest and rest[1] not in members:
                    return 404, {"message": "Not Found"}
                return 200, {"state": "active"}
        return 404, {"message": f"The stand-in knows no {method} {path}"}

    def approve(self, who: str, commit: str, state: str = "APPROVED") -> None:
        """Somebody's review of the pull request."""
        self.reviews.append({"user": {"login": who}, "state": state, "commit_id": commit})


@contextmanager
def serving(github: GitHub) -> Iterator[GitHub]:
    """Lets the stand-in be asked at an address of this machine."""

    class Asked(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            said = json.loads(self.rfile.read(length) or b"null")
            token = self.headers.get("Authorization", "").removeprefix("Bearer ").strip()
            status, answer = github.answer(self.command, self.path, token, said)
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = _answer  # noqa: N815

        def log_message(self, *_arguments: object) -> None:
            """Says nothing aloud."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Asked)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    github.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield github
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Ended(NamedTuple):
    """How a job ended, and what it left."""

    failed: bool
    log: str
    summary: str
    outputs: Mapping[str, str]
    artifacts: Mapping[str, Path]
    ran: tuple[str, ...]
    """The names of the steps that were run."""


class Runner:
    """Runs an action in a folder that has been checked out."""

    def __init__(self, action: Path, python: Path, scratch: Path) -> None:
        self.action = action
        self.python = python
        """The folder of the program python, which ``setup-python`` puts first."""
        self.scratch = scratch

    def run(
        self,
        workspace: Path,
        event: Mapping[str, Any],
        inputs: Mapping[str, str],
        around: Mapping[str, str],
        leave_out: tuple[str, ...] = (),
    ) -> Ended:
        """All steps in their order; after one that fails only those with ``always()``, of which there are none."""
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir(parents=True)
        told = yaml.safe_load((self.action / "action.yml").read_text(encoding="utf-8"))
        github = {"token": "the-token-of-the-job", "action_path": str(self.action)}
        given = {name: str(each.get("default", "")) for name, each in told["inputs"].items()}
        assert not set(inputs) - set(given), "the action has such inputs"
        known: dict[str, Any] = {"github": github, "inputs": {**given, **inputs}, "steps": {}}
        known["inputs"] = {name: expanded(each, known) for name, each in known["inputs"].items()}
        env = {name: os.environ[name] for name in KEPT if name in os.environ} | dict(around)
        env |= self._surroundings(workspace, event)
        job = _Job(workspace, env, known, self.scratch)
        for number, step in enumerate(told["runs"]["steps"]):
            if step["name"] in leave_out:
                env["PATH"] = f"{self.python}{os.pathsep}{env['PATH']}"
                continue
            if "if" in step and not truth(step["if"], known):
                continue
            job.ran.append(step["name"])
            if not (self._use(step, job) if "uses" in step else job.script(number, step)):
                break
        else:
            return job.ended(told, failed=False)
        return job.ended(told, failed=True)

    def _surroundings(self, workspace: Path, event: Mapping[str, Any]) -> dict[str, str]:
        path = self.scratch / "event.json"
        path.write_text(json.dumps(event), encoding="utf-8")
        pull = event.get("pull_request")
        return {
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(self.action),
            "GITHUB_BASE_REF": pull["base"]["ref"] if pull else "",
            "GITHUB_EVENT_NAME": "pull_request" if pull else "push",
            "GITHUB_EVENT_PATH": str(path),
            "GITHUB_REPOSITORY": "lunda/plan",
            "GITHUB_RUN_ID": "42",
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_WORKSPACE": str(workspace),
            "RUNNER_TEMP": str(self.scratch),
            "NO_PROXY": "127.0.0.1",
        }

    def _use(self, step: Mapping[str, Any], job: _Job) -> bool:
        """What another action would do."""
        name, _at, version = step["uses"].partition("@")
        assert re.fullmatch(r"[0-9a-f]{40}", version), "an action is taken by the name of its commit"
        asked = {key: expanded(str(value), job.known) for key, value in step["with"].items()}
        if name == "actions/setup-python":
            job.env["PATH"] = f"{self.python}{os.pathsep}{job.env['PATH']}"
        elif name == "actions/upload-artifact":
            assert not set('":<>|*?\r\n\\/') & set(asked["name"]), "a name that GitHub takes"
            kept = self.scratch / "artifacts" / asked["name"]
            shutil.copytree(asked["path"], kept)
            job.artifacts[asked["name"]] = kept
        else:
            raise AssertionError(f"no stand-in for {name}")
        return True


class _Job:
    def __init__(self, workspace: Path, env: dict[str, str], known: dict[str, Any], scratch: Path) -> None:
        self.workspace, self.env, self.known, self.scratch = workspace, env, known, scratch
        self.log: list[str] = []
        self.summary: list[str] = []
        self.artifacts: dict[str, Path] = {}
        self.ran: list[str] = []

    def script(self, number: int, step: Mapping[str, Any]) -> bool:
        """A step that is a script: run in bash as GitHub runs it."""
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "what a workflow says comes by the environment only"
        script, output, summary = (self.scratch / f"{number}.{end}" for end in ("sh", "output", "summary"))
        script.write_text(step["run"], encoding="utf-8")
        own = {key: expanded(str(value), self.known) for key, value in step.get("env", {}).items()}
        env = {**self.env, **own, "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
            cwd=self.workspace,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        self.log.append(done.stdout)
        self.summary.append(summary.read_text(encoding="utf-8") if summary.exists() else "")
        if "id" in step:
            told = output.read_text(encoding="utf-8") if output.exists() else ""
            self.known["steps"][step["id"]] = {"outputs": outputs(told)}
        return done.returncode == 0

    def ended(self, told: Mapping[str, Any], *, failed: bool) -> Ended:
        given = {name: expanded(each["value"], self.known) for name, each in told["outputs"].items()}
        return Ended(failed, "".join(self.log), "".join(self.summary), given, self.artifacts, tuple(self.ran))


def outputs(text: str) -> dict[str, str]:
    """The outputs of a step, read as GitHub reads them."""
    found = {}
    lines = iter(text.splitlines())
    for line in lines:
        name, _mark, end = line.partition("<<")
        value = []
        while (each := next(lines)) != end:
            value.append(each)
        found[name] = "\n".join(value)
    return found


def value_of(path: str, known: Mapping[str, Any]) -> str:
    """What stands at a path as ``steps.check.outputs.errors``. A step that has not run, or said nothing, gives nothing."""
    assert PATH.fullmatch(path), f"the stand-in cannot read the expression {path}"
    first, *rest = path.split(".")
    value: Any = known[first]
    for name in rest:
        value = value.get(name, {}) if first == "steps" else value[name]
    return value if isinstance(value, str) else ""


def expanded(text: str, known: Mapping[str, Any]) -> str:
    """A text with its expressions filled in."""
    return EXPRESSION.sub(lambda found: value_of(found[1], known), text)


def truth(condition: str, known: Mapping[str, Any]) -> bool:
    """Whether a step's condition holds."""
    found = COMPARED.fullmatch(condition)
    assert found, f"the stand-in cannot read the condition {condition}"
    return (value_of(found[1], known) == found[3]) is (found[2] == "==")


def empty_python(folder: Path) -> Path:
    """A Python where nothing is installed, and which finds here what is: so installing needs no network."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    [packages] = folder.glob("lib/python*/site-packages")
    (packages / "from_here.pth").write_text(f"{sysconfig.get_paths()['purelib']}\n", encoding="utf-8")
    return folder / "bin"
