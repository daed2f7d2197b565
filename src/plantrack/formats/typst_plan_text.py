"""People's texts as values that a Typst template can lay out: paragraphs, lists, headings, tables, quotations.

A piece of a line is a text, or a mapping whose ``kind`` says what is done to its ``body``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from plantrack.formats.plan_text import paragraphs, tokens
from plantrack.formats.typst_text import from_right
from plantrack.pattern import pattern

if TYPE_CHECKING:
    from markdown_it.token import Token

Value = dict[str, Any]
Shown = Callable[[str], str]
"""Makes of a text what can be set."""
WEB = pattern(r"(?i)(https?://|mailto:)\S+")
"""Addresses that lead somewhere for whoever has only this file."""
LISTS = {"bullet_list_open": False, "ordered_list_open": True}
ENDS = {"em": "em", "strong": "strong", "link": "href"}


def blocks_of(source: str, level: int, shown: Shown) -> list[Value]:
    """The blocks of a text, with its headings under ``level``."""
    simple = paragraphs(source)
    if simple is not None:
        return [paragraph([shown(" ".join(each.split()))]) for each in simple]
    return Reading(tokens(source, level), shown).blocks("")


def paragraph(body: list[Any]) -> Value:
    """A paragraph, and whether it is read from right to left."""
    return {"kind": "paragraph", "body": body, "rtl": from_right("".join(p for p in body if isinstance(p, str)))}


class Reading:
    """Walks once through the tokens of a text."""

    def __init__(self, tokens: list[Token], shown: Shown) -> None:
        self._tokens = tokens
        self._shown = shown
        self._next = 0

    def blocks(self, end: str) -> list[Value]:
        """The blocks up to a token that ends what they stand in."""
        found: list[Value] = []
        while (token := self._take()) is not None and token.type != end:
            found += self._block(token)
        return found

    def _take(self) -> Token | None:
        if self._next == len(self._tokens):
            return None
        self._next += 1
        return self._tokens[self._next - 1]

    def _block(self, token: Token) -> list[Value]:
        match token.type:
            case "paragraph_open":
                return [paragraph(self._line())]
            case "heading_open":
                return [{"kind": "heading", "level": int(token.tag[1]) - 1, "body": self._line()}]
            case "bullet_list_open" | "ordered_list_open":
                return [self._list(token)]
            case "blockquote_open":
                return [{"kind": "quotation", "blocks": self.blocks("blockquote_close")}]
            case "fence" | "code_block":
                return [
                    {"kind": "listing", "text": "\n".join(map(self._shown, token.content.rstrip("\n").split("\n")))}
                ]
            case "hr":
                return [{"kind": "rule"}]
            case "table_open":
                return [self._table()]
            case _:
                return []

    def _line(self) -> list[Any]:
        """What stands on one line, up to and with the token that ends it."""
        inline = self._take()
        self._take()
        return pieces(list(inline.children or []), self._shown) if inline else []

    def _list(self, token: Token) -> Value:
        numbered = LISTS[token.type]
        end = token.type.replace("open", "close")
        items: list[list[Value]] = []
        while (item := self._take()) is not None and item.type != end:
            items.append(self.blocks("list_item_close"))
        return {"kind": "list", "numbered": numbered, "start": int(token.attrs.get("start", 1)), "items": items}

    def _table(self) -> Value:
        """A table of people's: the first row is its head."""
        rows: list[list[list[Any]]] = []
        while (token := self._take()) is not None and token.type != "table_close":
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                rows[-1].append(self._line())
        return {"kind": "table", "head": rows[0], "rows": rows[1:]}


def pieces(inline: list[Token], shown: Shown) -> list[Any]:
    """The pieces of a line; what is emphasised or linked holds pieces of its own."""
    whole: list[Any] = []
    open_pieces = [whole]
    for token in inline:
        name, _, edge = token.type.rpartition("_")
        if edge == "open":
            piece = _beginning(name, token)
            open_pieces[-1].append(piece)
            open_pieces.append(piece["body"])
        elif edge == "close":
            open_pieces.pop()
        elif token.type == "code_inline":
            open_pieces[-1].append({"kind": "code", "text": shown(token.content)})
        elif token.type == "hardbreak":
            open_pieces[-1].append({"kind": "break"})
        elif token.type == "softbreak":
            open_pieces[-1].append(" ")
        else:
            open_pieces[-1].append(shown(token.content))
    return whole


def _beginning(name: str, token: Token) -> Value:
    """A piece that holds others. Addresses inside the author's own folder lead nowhere from here."""
    address = str(token.attrs.get("href", ""))
    if name == "link" and not WEB.fullmatch(address):
        return {"kind": "group", "body": []}
    return {"kind": ENDS.get(name, "group"), "body": [], "address": address}
