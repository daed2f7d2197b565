"""The manual's pages that are made from the code: the format field by field, and the rule book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from plantrack.exports.schema import example, first_sentence
from plantrack.finding import Example, Rule
from plantrack.kinds import Choice, Kind, Ref
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.pattern import pattern
from plantrack.record import ABSENCES, Field, Keyed, Many, Of, Record
from plantrack.store.files import KINDS, TABLES

SEVERITY_WORDS = {"error": _("Error"), "warning": _("Warning"), "info": _("Note")}
FILE_NAMES: Mapping[str, str] = {
    "plan": "plan.yaml",
    "agreement": "agreement.yaml",
    "organisations": "organisations.yaml",
    "glossary": "glossary.yaml",
    "theme": "1-kunskap/theme.yaml",
    "goal": "1-kunskap/1.3-kunskap.yaml",
    "round": "rounds/2015.yaml",
    "submission": "progress/2015/2015-11-20-fof-5f3a.yaml",
    "text": "reports/2015/1.3.yaml",
    "issue": "reports/2015/issued/1/issue.yaml",
    "decision": "decisions/2015-04-22-ks.yaml",
    "event": "log/2013/2013-09-05-samradet-a1c9.yaml",
    "ballot": "ballots/2010-03-06-uppstart.yaml",
}
BLANK = pattern(r"\{\w+\}")
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
LONGEST = 40
WIDEST = 160
"""Lines and columns of an example that are shown; one of what is too large is too large to show."""
INTRODUCTION = _(
    "A plan is a folder of YAML files. Each kind of file is described below, field by field, with an example of each. "
    "The page is made from the code that reads the files.\n\n"
    "One rule is enough to remember: *write `|` after the colon and the text on the next line, indented; nothing in "
    "it needs care.*\n\n"
    "Instead of any value may stand why there is none: {absences}. A field that is left out is not stated. "
    "Text may be a block with one text per language where the plan has several."
)
RULES_INTRODUCTION = _(
    "What `plantrack check` looks for. Each rule has a bad and a good example, and both are run as tests. "
    "`plantrack explain CODE` shows the same page. The page is made from the rules.\n\n"
    "A plan can take a rule more or less seriously (`rules:` in plan.yaml), and accept single findings with a reason "
    "(`silenced:`); what is accepted is printed in the report's annex."
)


def format_page(tongue: Speech) -> str:
    """The whole format, as Markdown."""
    absences = tongue.list([f"`{absence}`" for absence in ABSENCES])
    parts = [f"# {tongue.say(_('The format of the files'))}\n", tongue.say(INTRODUCTION, absences=absences) + "\n"]
    parts.append("```\n" + "".join(f"{name}\n" for name in FILE_NAMES.values()) + "```\n")
    written: set[type[Record]] = set()
    for kind, cls in KINDS.items():
        parts.append(f"## {FILE_NAMES[kind]}\n")
        parts.append(tongue.say(first_sentence(cls)) + "\n")
        if kind in TABLES:
            parts.append(tongue.say(_("The whole file is one table: each key is one of these.")) + "\n")
            parts += _records(_inner(cls.FIELDS[TABLES[kind]].kind), tongue, written)
        else:
            parts += _fields(cls, tongue, written)
    return "\n".join(parts)


def _records(cls: type[Record] | None, tongue: Speech, written: set[type[Record]]) -> Iterator[str]:
    """A record that stands inside others, once."""
    if cls is None or cls in written:
        return
    written.add(cls)
    yield f"### {cls.__name__}\n"
    yield tongue.say(first_sentence(cls)) + "\n"
    if cls.SHORTHAND:
        yield tongue.say(_("A bare value stands for its `{field}`."), field=cls.SHORTHAND) + "\n"
    yield from _fields(cls, tongue, written)


def _fields(cls: type[Record], tongue: Speech, written: set[type[Record]]) -> Iterator[str]:
    for field in cls.FIELDS.values():
        yield f"- **`{field.name}`** ({_described(field, tongue)}): {tongue.say(field.what_for)}\n"
        yield "  ```yaml\n" + "".join(f"  {line}\n" for line in example(field).split("\n")) + "  ```\n"
    for field in cls.FIELDS.values():
        yield from _records(_inner(field.kind), tongue, written)


def _inner(kind: Kind[Any]) -> type[Record] | None:
    while isinstance(kind, (Many, Keyed)):
        kind = kind.kind
    return kind.cls if isinstance(kind, Of) else None


def _described(field: Field, tongue: Speech) -> str:
    """What a field holds, and whether it must be there."""
    words = [_kind_in_words(field.kind, tongue)]
    if field.required:
        words.append(tongue.say(_("required")))
    return ", ".join(words)


def _kind_in_words(kind: Kind[Any], tongue: Speech) -> str:
    if isinstance(kind, Many):
        return tongue.say(_("{what}, one or a list"), what=_kind_in_words(kind.kind, tongue))
    if isinstance(kind, Keyed):
        key = _kind_in_words(kind.key, tongue)
        return tongue.say(_("by {key}: {what}"), key=key, what=_kind_in_words(kind.kind, tongue))
    if isinstance(kind, Of):
        return f"[{kind.cls.__name__}](#{kind.cls.__name__.lower()})"
    if isinstance(kind, Ref):
        return tongue.say(kind.name, things=tongue.either([tongue.say(THINGS.get(to, to)) for to in kind.to]))
    if isinstance(kind, Choice):
        return tongue.either([f"`{word}`" for word in kind.words])
    return tongue.say(kind.name)


THINGS = {
    "organisation": _("an organisation"),
    "decision": _("a decision"),
    "agreement": _("an agreement"),
    "thing": _("any part of the plan"),
    "activity": _("an activity"),
    "criterion": _("a criterion"),
    "commitment": _("a commitment"),
    "mandate item": _("an item of a mandate"),
    "awaited": _("something awaited"),
    "tag": _("a tag"),
    "field": _("an extra field"),
    "round": _("a round"),
    "submission": _("a submission"),
    "evidence": _("an event or a decision"),
}


def rules_page(rules: list[Rule], tongue: Speech) -> str:
    """The whole rule book, as Markdown."""
    parts = [f"# {tongue.say(_('The rule book'))}\n", tongue.say(RULES_INTRODUCTION) + "\n"]
    title, code, kind = tongue.say(_("Rule")), tongue.say(_("Code")), tongue.say(_("Severity"))
    parts.append(f"| {code} | {title} | {kind} |\n| --- | --- | --- |")
    for rule in rules:
        severity = tongue.say(SEVERITY_WORDS[rule.severity])
        parts.append(f"| [{rule.code}](#{rule.code.lower()}) | {tongue.say(rule.title)} | {severity} |")
    parts.append("")
    parts += [rule_page(rule, tongue, level=2) for rule in rules]
    return "\n".join(parts)


def rule_page(rule: Rule, tongue: Speech, level: int = 1) -> str:
    """One rule's page, as Markdown."""
    sentences = [(rule.sentence, rule.advice), *rule.variants.values()]
    said = [
        f"- {BLANK.sub(ELLIPSIS, ' '.join(tongue.say(each) for each in pair))}" for pair in dict.fromkeys(sentences)
    ]
    return "\n".join(
        [
            f"{'#' * level} {rule.code}\n",
            f"**{tongue.say(rule.title)}** · {tongue.say(SEVERITY_WORDS[rule.severity])} · `{rule.name}`\n",
            tongue.say(rule.why) + "\n",
            tongue.say(_("It says:")) + "\n",
            *said,
            "",
            *([_example(tongue.say(_("Before:")), rule.before)] if rule.before else []),
            *([_example(tongue.say(_("The other plan:")), rule.beside)] if rule.beside else []),
            _example(tongue.say(_("Not so:")), rule.bad),
            _example(tongue.say(_("But so:")), rule.good),
        ]
    )


def _example(title: str, shown: Example) -> str:
    encoding = "" if shown.encoding == "utf-8" else f" ({shown.encoding})"
    lines = [_cut(line) for line in shown.text.rstrip().split("\n")]
    text = "\n".join(lines[:LONGEST]) + (f"\n{ELLIPSIS}" if len(lines) > LONGEST else "")
    return f"{title}{encoding}\n\n```yaml\n{text}\n```\n"


def _cut(line: str) -> str:
    """A line, cut where it is longer than anybody reads."""
    return line if len(line) <= WIDEST else line[:WIDEST] + ELLIPSIS
