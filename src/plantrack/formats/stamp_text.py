"""A report's stamp as text: written into every format, and found again in the bytes of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from plantrack.report.stamp import Asked, Stamp

if TYPE_CHECKING:
    import re

T = TypeVar("T", Asked, Stamp)
MARK = "plantrack "
"""Stands before the stamp wherever it stands among other words."""
PROPERTY = "docProps/custom.xml"
"""The part of a Word file that holds it."""


def written(stamp: Stamp) -> str:
    """A stamp as one line of JSON, without what is empty. No sign of it means anything in a format around it."""
    from json import dumps

    values = {**stamp.asked._asdict(), **{name: value for name, value in stamp._asdict().items() if name != "asked"}}
    inside = dumps({name: value for name, value in values.items() if value}, ensure_ascii=True)[1:-1]
    for sign in ("--", "<", ">", "{", "}", "&"):
        inside = inside.replace(sign, "".join(f"\\u{ord(each):04x}" for each in sign))
    return f"{{{inside}}}"


def comment(stamp: Stamp) -> str:
    """As a comment, which HTML and Markdown both have and no reader is shown."""
    return f"<!-- {MARK}{written(stamp)} -->"


def found(data: bytes) -> Stamp | None:
    """The stamp in the bytes of a report, whatever its format; None where there is none that can be read."""
    from json import JSONDecodeError

    try:
        stamp = _stamp(_values(data))
        return stamp if stamp.asked.round and stamp.plan else None
    except (JSONDecodeError, UnicodeDecodeError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _values(data: bytes) -> Any:
    from json import loads

    if data.startswith(b"PK"):
        return loads(_unescaped(_match(_custom_part(data))))
    if data.startswith(b"%PDF"):
        return loads(_unescaped(_match(data.decode("latin-1"))))
    text = data.decode("utf-8-sig")
    if text.startswith("{"):
        whole = loads(text)["plantrack"]
        return {**whole.pop("asked"), **whole}
    return loads(_match(text))


def _match(text: str) -> str:
    """The last stamp in a text: one that people wrote stands before it."""
    import re

    matches: list[re.Match[str]] = list(re.finditer(r"(?:plantrack |<vt:lpwstr>)(\{[^{}<>]*\})", text))
    return matches[-1][1]


def _custom_part(data: bytes) -> str:
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as whole:
            return whole.read(PROPERTY).decode()
    except BadZipFile as fault:
        raise ValueError(str(fault)) from None


def _unescaped(text: str) -> str:
    from html import unescape

    return unescape(text)


def _stamp(values: dict[str, Any]) -> Stamp:
    """The values as they were. What a newer version of the tool has written besides is not of ours."""
    return _filled(Stamp(asked=_filled(Asked(), values)), values)


def _filled(usual: T, values: dict[str, Any]) -> T:
    """A tuple with names, filled with the values of its own; each must be of the kind that it usually is."""
    known = usual._asdict()
    filled = usual._replace(**{name: type(known[name])(values[name]) for name in known if name in values})
    "".join(map(str, filled)).encode()  # half a sign is no text: ValueError
    return filled
