"""Everything a user reads exists in every language, with the same blanks."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from plantrack.exports.schema import first_sentence
from plantrack.locales import HERE, languages
from plantrack.locales.catalog import compiled_catalog, read_catalog
from plantrack.record import Record
from plantrack.store.files import KINDS

SOURCE = Path(__file__).parent.parent / "src" / "plantrack"
OTHERS = [language for language in languages() if language != "en"]
BLANK = re.compile(r"\{(\w+)\}")


def marked_sentences() -> dict[str, str]:
    """Every sentence that the code marks, with the file it stands in."""
    found: dict[str, str] = {}
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
                [argument] = node.args
                for value in ast.walk(argument):
                    if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                        found[value.value] = file.relative_to(SOURCE).as_posix()
    for cls in records():
        found[first_sentence(cls)] = cls.__name__
    return found


def records() -> list[type[Record]]:
    """Every record that can stand in a file."""

    def inner(cls: type[Record]) -> list[type[Record]]:
        return [cls, *(sub for each in cls.__subclasses__() for sub in inner(each))]

    assert KINDS
    return [cls for cls in inner(Record) if cls.FIELDS and cls.__module__.startswith("plantrack.model")]


def translations(language: str) -> dict[str, str]:
    return read_catalog((HERE / f"{language}.po").read_text(encoding="utf-8"))


def test_there_is_something_to_translate() -> None:
    assert len(marked_sentences()) > 300
    assert "sv" in OTHERS


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_translated(language: str) -> None:
    known = translations(language)
    missing = [f"{file}: {sentence}" for sentence, file in marked_sentences().items() if sentence not in known]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_left_over(language: str) -> None:
    assert sorted(set(translations(language)) - set(marked_sentences())) == []


@pytest.mark.parametrize("language", OTHERS)
def test_blanks_are_the_same(language: str) -> None:
    wrong = {
        sentence: translation
        for sentence, translation in translations(language).items()
        if set(BLANK.findall(sentence)) != set(BLANK.findall(translation))
    }
    assert not wrong


def test_catalog_survives_compilation() -> None:
    import gettext
    from io import BytesIO

    entries = {"one": "ett", "two\nlines": "två\nrader", "å": "ä"}
    compiled = gettext.GNUTranslations(BytesIO(compiled_catalog(entries)))
    assert {key: compiled.gettext(key) for key in entries} == entries
    text = 'msgid "a"\n"b"\nmsgstr "c"\n"d"\n\nmsgid "e \\"f\\"\\n"\nmsgstr "g\\n"\n'
    assert read_catalog(text) == {"ab": "cd", 'e "f"\n': "g\n"}
