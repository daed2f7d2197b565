"""What a person sees who opens the plan's files in an editor: nothing underlined, and help at hand.

An editor's own YAML server is run over every file, as it runs inside the editor. It finds each file's
schema by the file's first line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from editor import SERVER, Editor

from plantrack.checks import rule_book
from plantrack.cli import run
from plantrack.exports.schema import example, schema
from plantrack.locales import speech
from plantrack.record import Field, Record
from plantrack.store.decode import Decoder
from plantrack.store.files import KINDS, TABLES, place_of
from plantrack.store.nodes import compose

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a new plan in each language, as ``init`` makes it."""
    folder = tmp_path_factory.mktemp("started")
    for language in ("sv", "en"):
        assert run(["init", str(folder / language), "--lang", language]) == 0
    return folder


@pytest.fixture(scope="module")
def editor(tools: Any) -> Iterator[Editor]:
    """An editor, for as long as the tests of this file run."""
    tools.need("node", SERVER)
    editor = Editor(ROOT)
    yield editor
    editor.close()


@pytest.fixture(scope="module")
def files(started: Path) -> list[Path]:
    """Every file of every plan here that people open."""
    folders = [ROOT / "plan", ROOT / "examples" / "nordvik", started / "sv", started / "en"]
    return [file for folder in folders for file in sorted(folder.rglob("*.yaml"))]


def test_every_file_names_its_schema(files: list[Path]) -> None:
    """In the first line, by a path that leads there, and to the schema of its own kind."""
    assert len(files) > 200
    for file in files:
        first = file.read_text(encoding="utf-8").split("\n")[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert found, file
        root = next(folder for folder in file.parents if (folder / "plan.yaml").is_file())
        place = place_of(file.relative_to(root).as_posix())
        assert place and (file.parent / found[1]).resolve() == root / ".schema" / f"{place.kind}.json", file


def test_nothing_is_underlined(editor: Editor, files: list[Path]) -> None:
    for file in files:
        editor.open(file)
    wrong = editor.diagnostics(files)
    assert {file: found for file, found in wrong.items() if found} == {}


def test_a_field_that_is_none_is_underlined(editor: Editor, files: list[Path]) -> None:
    """In every file: so the server did read its schema, and the test above says something."""
    broken = {}
    for file in files:
        twin = file.with_name("not-there-" + file.name)
        added = "x9: [no_field]" if file.stem in TABLES else "no_field: 1"
        editor.open(twin, f"{file.read_text(encoding='utf-8')}\n{added}\n")
        broken[twin] = file
    wrong = editor.diagnostics(list(broken))
    assert [broken[twin] for twin, found in wrong.items() if not found] == []


def test_help_is_at_hand(editor: Editor, started: Path) -> None:
    file = next((started / "sv").glob("1-*/1.1-*.yaml"))
    lines = file.read_text(encoding="utf-8").split("\n")
    title = next(number for number, line in enumerate(lines) if line.startswith("title:"))
    editor.open(file)
    hover = editor.ask_at("hover", file, title, 2)
    assert "```yaml\ntitle: " in hover["contents"]["value"]
    answers = file.with_name("new.yaml")
    editor.open(
        answers,
        "# yaml-language-server: $schema=../.schema/submission.json\nfrom: fof\nanswers:\n  1.1.1:\n    status: \n",
    )
    offered = {each["label"] for each in editor.ask_at("completion", answers, 4, 12)["items"]}
    assert {"not_started", "ongoing", "completed"} <= offered
    editor.open(answers.with_name("newer.yaml"), "# yaml-language-server: $schema=../.schema/goal.json\nid: 1.1\n\n")
    offered = {each["label"] for each in editor.ask_at("completion", answers.with_name("newer.yaml"), 2, 0)["items"]}
    assert {"title", "activities", "criteria"} <= offered


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2, as an editor's server reads it: ``yes`` is a word and ``2015-11-20`` is one too."""

    yaml_implicit_resolvers: dict[str, Any] = {}


for tag, form, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    AsEditorsRead.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{form})$"), first)


def as_editors_read(text: str) -> Any:
    """A text as the value that a schema is held against."""

    def keyed(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(key): keyed(each) for key, each in value.items()}
        return [keyed(each) for each in value] if isinstance(value, list) else value

    return keyed(yaml.load(text, AsEditorsRead))


def fields() -> Iterator[tuple[str, type[Record], Field, dict[str, Any]]]:
    """Every field of every record that can stand in a file, with the schema of its value."""
    seen: set[type[Record]] = set()
    for kind in KINDS:
        whole = schema(kind, speech("en"))
        records = [(KINDS[kind], whole)] if kind not in TABLES else []
        by_name = {cls.__name__: cls for cls in subclasses(Record)}
        records += [(by_name[name], body) for name, body in whole["definitions"].items()]
        for cls, body in records:
            if cls not in seen:
                seen.add(cls)
                block = body if "properties" in body else body["anyOf"][-1]
                for name, field in cls.FIELDS.items():
                    yield (
                        f"{cls.__name__}.{name}",
                        cls,
                        field,
                        {**block["properties"][name], "definitions": whole["definitions"]},
                    )


def subclasses(cls: type[Record]) -> list[type[Record]]:
    return [each for sub in cls.__subclasses__() for each in (sub, *subclasses(sub))]


FIELDS = {name: (cls, field, body) for name, cls, field, body in fields()}


def faults_of(cls: type[Record], text: str) -> list[str]:
    """What the reader has against a text, apart from the fields that it does not have."""
    node, faults = compose("example.yaml", text)
    if node is not None:
        decoder = Decoder("example.yaml", text)
        decoder.record(cls, node, (), "1.1")
        faults = faults + decoder.faults
    return [f"{fault.reason} {dict(fault.values)}" for fault in faults if fault.reason != "missing_field"]


@pytest.mark.parametrize("name", FIELDS)
def test_example_of_field_is_accepted(name: str) -> None:
    """By the reader, and by the schema: what the manual shows can be copied."""
    cls, field, body = FIELDS[name]
    text = example(field)
    assert faults_of(cls, text) == []
    jsonschema.validate(as_editors_read(text)[field.name], body)


@pytest.mark.parametrize("absence", ["not_stated", "to_be_determined", "not_applicable", "illegible"])
def test_every_field_may_say_why_there_is_no_value(absence: str) -> None:
    for name, (cls, field, body) in FIELDS.items():
        if not faults_of(cls, f"{field.name}: {absence}"):
            assert jsonschema.Draft7Validator(body).is_valid(absence), name


@pytest.mark.parametrize(
    "text", ["yes", "Ja", "NO", "2015", "1.10", "true", "2015-11-20", "1 000", "+5 %", "~x", "1e3"]
)
def test_schema_accepts_what_the_reader_accepts(text: str) -> None:
    for name, (cls, field, body) in FIELDS.items():
        if not faults_of(cls, f"{field.name}: {text}"):
            value = as_editors_read(f"{field.name}: {text}")[field.name]
            assert jsonschema.Draft7Validator(body).is_valid(value), (name, value)


def test_good_examples_of_the_rules_are_accepted() -> None:
    """As far as they are whole files."""
    schemas = {kind: jsonschema.Draft7Validator(schema(kind, speech("en"))) for kind in KINDS}
    held = 0
    for check in rule_book():
        for name, text in parts_of(check.RULE.good.text):
            place = place_of(name)
            if place is not None:
                wrong = [each.message for each in schemas[place.kind].iter_errors(as_editors_read(text))]
                assert wrong == [], f"{check.RULE.code}: {name}"
                held += 1
    assert held > 50


def parts_of(text: str) -> Iterator[tuple[str, str]]:
    """The files of a rule's example: each begins with a line ``# name.yaml``."""
    for part in re.split(r"^# (?=\S+\.yaml\n)", text, flags=re.MULTILINE)[1:]:
        name, _break, body = part.partition("\n")
        yield name, body
