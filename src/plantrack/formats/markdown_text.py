"""People's words and texts as Markdown that shows what they wrote, and can do nothing else.

A text is read and written anew from what was read, never passed on as it is: so an open fence, a tag or
a link definition ends where the text ends.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plantrack.formats.plan_text import paragraphs, tokens
from plantrack.pattern import pattern

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

MARKS = pattern(r"[\\`*_\[\]<>|~&$#]")
CARE = pattern(r"[\\`*_\[\]<>|~&$#\n\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What words must hold to need any care at all."""
START = re.compile(r"^([ \t]*)([-+=](?=[-+=: \t]|$)|:(?=-)|\d{1,9}(?=[.)](?:[ \t]|$)))")
"""What makes a line a list, a rule or a heading of the line before."""
STEERING = pattern("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")
ISOLATE, POP = "\u2068", "\u2069"


def escaped(text: str) -> str:
    """Words inside a line as Markdown that shows just these words."""
    if not CARE.search(text):
        return text
    text = MARKS.sub(r"\\\g<0>", text.replace("\n", " "))
    return f"{ISOLATE}{text}{POP}" if STEERING.search(text) else text


def started(line: str) -> str:
    """A whole line, so that its beginning makes nothing else of it."""
    return START.sub(_marked, line)


def _marked(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2]}\\" if found[2][0].isdecimal() else f"{found[1]}\\{found[2]}"


def people_text(source: str, level: int) -> str:
    """A text of people's, with its headings under ``level``."""
    simple = paragraphs(source)
    if simple is not None:
        return "\n\n".join("\n".join(started(escaped(line)) for line in each.split("\n")) for each in simple)
    from markdown_it.tree import SyntaxTreeNode

    return blocks(SyntaxTreeNode(tokens(source, level)).children)


def blocks(nodes: list[SyntaxTreeNode], tight: bool = False) -> str:
    """Blocks under each other."""
    return ("\n" if tight else "\n\n").join(block(node) for node in nodes)


def block(node: SyntaxTreeNode) -> str:
    """One block of a text, written anew."""
    match node.type:
        case "heading":
            return f"{'#' * int(node.tag[1])} {inline(node)}"
        case "bullet_list" | "ordered_list":
            return items(node)
        case "blockquote":
            return "\n".join(f"> {line}" if line else ">" for line in blocks(node.children).split("\n"))
        case "fence" | "code_block":
            return fenced(node.content)
        case "hr":
            return "***"
        case "table":
            return table(node)
        case _:
            return inline(node)


def items(node: SyntaxTreeNode) -> str:
    """A list with its items."""
    start = int(node.attrs.get("start", 1))
    lines: list[str] = []
    for number, item in enumerate(node.children, start):
        mark = "-" if node.type == "bullet_list" else f"{number}."
        text = blocks(item.children, tight=all(child.hidden for child in item.children if child.type == "paragraph"))
        lines.append(f"{mark} {text}".replace("\n", "\n" + " " * (len(mark) + 1)))
    return "\n".join(line.rstrip(" ") for each in lines for line in each.split("\n"))


def fenced(content: str) -> str:
    """Code between fences longer than any in it."""
    longest = max((len(found) for found in re.findall(r"`+", content)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{content.rstrip(chr(10))}\n{fence}"


def table(node: SyntaxTreeNode) -> str:
    """A table of people's."""
    rows = [[inline(cell) for cell in row.children] for part in node.children for row in part.children]
    rule = ["---"] * len(rows[0])
    return "\n".join(
        "| " + " | ".join(cell.replace("\n", " ") for cell in row) + " |" for row in [rows[0], rule, *rows[1:]]
    )


def inline(node: SyntaxTreeNode) -> str:
    """The words of a block, line by line."""
    words = together([word(child) for child in node.children]) if node.children else escaped(node.content)
    lines = words.split("\n")
    return "\n".join(started(line.strip(" ")) for line in lines)


def word(node: SyntaxTreeNode) -> str:
    """Words and what they are."""
    match node.type:
        case "inline":
            return together([word(child) for child in node.children])
        case "text" | "text_special":
            return MARKS.sub(r"\\\g<0>", node.content)
        case "strong" | "em":
            return f"{node.markup}{together([word(child) for child in node.children])}{node.markup}"
        case "code_inline":
            return code(node.content)
        case "link":
            inner = together([word(child) for child in node.children])
            return f"[{inner}](<{address(str(node.attrs.get('href', '')))}>)"
        case "softbreak":
            return "\n"
        case "hardbreak":
            return "\\\n"
        case _:
            return MARKS.sub(r"\\\g<0>", node.content)


def together(words: list[str]) -> str:
    """Words in a row. An exclamation mark before a link would make a picture of it."""
    for place, before in enumerate(words[:-1]):
        if before.endswith("!") and words[place + 1].startswith("["):
            words[place] = before[:-1] + "\\!"
    return "".join(words)


def code(content: str) -> str:
    """A few words of code."""
    longest = max((len(found) for found in re.findall(r"`+", content)), default=0)
    fence = "`" * (longest + 1)
    space = " " if content.startswith("`") or content.endswith("`") else ""
    return f"{fence}{space}{content}{space}{fence}"


def address(href: str) -> str:
    """An address between angle brackets."""
    return href.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E").replace("\n", "").replace("|", "%7C")
