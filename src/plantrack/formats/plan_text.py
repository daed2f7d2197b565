"""People's texts: Markdown in which raw HTML is text, images are text, and headings are fitted under the report's.

Both formats read a text the same way here, so that nothing in it (an open code fence, a tag, a stray link
definition) reaches beyond the text itself.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from plantrack.pattern import pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SIMPLE = pattern(
    r"[^\\`*_\[\]<>#|~&!:+=\-\t\n\r.)@]|(?<=[^\d\s])[.)](?=\s|$)|(?<=\S)[:\-](?=\S|\s)|(?<=\S)\n(?=\S)|\n\n(?=\S)"
)
"""What a text may consist of to be nothing but paragraphs."""
INDENTED = pattern(r"^ {1,}|\n {1,}| +\n| +$")
DEEPEST = 6


def paragraphs(source: str) -> tuple[str, ...] | None:
    """The paragraphs of a text that has no marks at all; None where it must be read as Markdown."""
    if SIMPLE.sub("", source) or INDENTED.search(source):
        return None
    return tuple(each for each in source.split("\n\n") if each)


@cache
def reader() -> MarkdownIt:
    """The reader of Markdown: CommonMark with tables, without raw HTML, without images."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "html_block", "html_inline"])


def tokens(source: str, level: int) -> list[Token]:
    """The text as Markdown tokens, with headings under ``level`` and none skipped."""
    found = reader().parse(source)
    ranks = {tag: rank for rank, tag in enumerate(sorted({t.tag for t in found if t.type == "heading_open"}), 1)}
    before = level
    for token in found:
        if token.type == "heading_open":
            before = min(level + ranks[token.tag], before + 1, DEEPEST)
            token.tag = f"h{before}"
        elif token.type == "heading_close":
            token.tag = f"h{before}"
    return found
