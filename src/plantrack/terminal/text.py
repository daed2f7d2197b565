"""Findings as text: for people at a terminal, and as one line each for other tools."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill

from plantrack.mark import _
from plantrack.store.places import Placed, Places
from plantrack.terminal.found import SEVERITY_WORDS, Found, Screen, advice, related, sentence, summary
from plantrack.terminal.paint import BOLD, CYAN, DIM, GREEN, RED, YELLOW, paint

SEVERITY_PAINT = {"error": RED, "warning": YELLOW, "info": CYAN}


def render(found: Found) -> str:
    """A page where a person reads at a terminal, else one line each."""
    if found.screen.terminal:
        return _as_page(found.screen, found.placed, len(found.silenced), found.show_all)
    return _as_lines(found.screen, found.placed, len(found.silenced))


def _as_lines(screen: Screen, placed: Sequence[Placed], silenced: int) -> str:
    """One finding a line: file, line, column, severity, code, sentence, advice."""
    lines = [_line(screen, each) for each in placed]
    return "".join(f"{line}\n" for line in [*lines, summary(screen, placed, silenced)])


def _line(screen: Screen, placed: Placed) -> str:
    tongue, finding = screen.speech, placed.finding
    place = f"{screen.shown(finding.where.file)}:{placed.span.line}:{placed.span.column}"
    words = f"{sentence(tongue, finding)} {advice(tongue, finding)}{related(tongue, placed, screen.shown)}"
    return f"{place}: {tongue.say(SEVERITY_WORDS[finding.severity])} {finding.rule.code}: {_flat(words)}"


def _as_page(screen: Screen, placed: Sequence[Placed], silenced: int, show_all: bool) -> str:
    """For a person at a terminal: errors one by one with their lines, warnings of one rule as one block."""
    singles = [each for each in placed if show_all or each.finding.severity == "error"]
    parts = [_single(screen, each, screen.places) for each in singles] if singles else []
    if not show_all:
        for severity in ("warning", "info"):
            parts += _blocks(screen, [each for each in placed if each.finding.severity == severity])
    parts.append(paint(_wrapped(screen, summary(screen, placed, silenced), ""), BOLD, screen.color) + "\n")
    return "\n".join([*parts, _next_step(screen, placed, show_all)])


def told_one_by_one(screen: Screen, placed: Sequence[Placed]) -> str:
    """Findings without a summary: with their lines for a person at a terminal, else one line each."""
    if screen.terminal:
        places = screen.places
        return "".join(f"{_single(screen, each, places)}\n" for each in placed)
    return "".join(f"{_line(screen, each)}\n" for each in placed)


def _single(screen: Screen, placed: Placed, places: Places) -> str:
    """One finding with its source line and a caret under what it is about."""
    finding, span, tongue = placed.finding, placed.span, screen.speech
    place = paint(f"{screen.shown(finding.where.file)}:{span.line}:{span.column}", BOLD, screen.color)
    word = paint(tongue.say(SEVERITY_WORDS[finding.severity]), SEVERITY_PAINT[finding.severity], screen.color)
    head = f"{place}: {word} {finding.rule.code}"
    lines = [head, _wrapped(screen, sentence(tongue, finding), "  ")]
    source = places.lines(finding.where.file)
    if span.line <= len(source) and source[span.line - 1].strip():
        lines += _excerpt(screen, source[span.line - 1], span.line, span.column, _caret_end(placed))
    lines.append(_wrapped(screen, advice(tongue, finding) + related(tongue, placed, screen.shown), "  "))
    return "\n".join(lines) + "\n"


def _caret_end(placed: Placed) -> int:
    span = placed.span
    return span.end_column if span.end_line == span.line else span.column + 1


def _excerpt(screen: Screen, line: str, number: int, column: int, end: int) -> list[str]:
    """The source line, cut to the width of the screen around the place, with a caret line below."""
    room = max(20, screen.width - 10)
    start = 0 if column <= room - 10 else column - room // 2
    shown = line[start : start + room].replace("\t", " ")
    width = max(1, min(end, start + room + 1) - column)
    gutter = paint(f"{number:>5} | ", DIM, screen.color)
    marks = paint("^" * width, GREEN, screen.color)
    return [f"{gutter}{shown}", paint(" " * 5 + " | ", DIM, screen.color) + " " * (column - 1 - start) + marks]


def _blocks(screen: Screen, placed: list[Placed]) -> list[str]:
    """One block per rule: its title, how many, and the ids."""
    tongue = screen.speech
    blocks = []
    for code in sorted({each.finding.rule.code for each in placed}):
        same = [each for each in placed if each.finding.rule.code == code]
        finding = same[0].finding
        word = tongue.say(SEVERITY_WORDS[finding.severity])
        head = _wrapped(screen, f"{word} {code} {tongue.say(finding.rule.title)} ({len(same)})", "", "  ")
        lines = [paint(word, SEVERITY_PAINT[finding.severity], screen.color) + head.removeprefix(word)]
        if len(same) == 1:
            place = f"{screen.shown(finding.where.file)}:{same[0].span.line}"
            lines.append(_wrapped(screen, f"{sentence(tongue, finding)} {advice(tongue, finding)}", "  "))
            lines.append("  " + paint(place, DIM, screen.color))
        else:
            about = [each.finding.about or screen.shown(each.finding.where.file) for each in same]
            lines.append(_wrapped(screen, ", ".join(dict.fromkeys(about)), "  "))
        blocks.append("\n".join(lines) + "\n")
    return blocks


def _next_step(screen: Screen, placed: Sequence[Placed], show_all: bool) -> str:
    tongue = screen.speech
    errors = [each for each in placed if each.finding.severity == "error"]
    grouped = [each for each in placed if each.finding.severity != "error"]
    if errors:
        code = errors[0].finding.rule.code
        return tongue.say(_("Next: mend the errors. More about one: plantrack explain {code}"), code=code) + "\n"
    if grouped and not show_all:
        code = grouped[0].finding.rule.code
        return tongue.say(_("Next: plantrack check --all, or plantrack explain {code}"), code=code) + "\n"
    return tongue.say(_("Next: plantrack status")) + "\n"


def _wrapped(screen: Screen, text: str, indent: str, others: str | None = None) -> str:
    width = min(screen.width, 100)
    hanging = indent if others is None else others
    return fill(
        text, width, initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=False, break_long_words=False
    )


def _flat(text: str) -> str:
    return " ".join(text.split())
