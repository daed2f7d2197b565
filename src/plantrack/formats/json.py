"""JSON: what the report was made from, its figures by name, and all that it says, for other tools."""

from __future__ import annotations

from typing import Any

from plantrack.report.document import Document
from plantrack.report.stamp import Stamp


def render(document: Document) -> str:
    """The whole report; keys in the order that things are read."""
    from json import dumps

    whole = {"plantrack": stamped(document.stamp), "figures": document.figures}
    whole |= {name: plain(value) for name, value in document._asdict().items() if name not in ("stamp", "figures")}
    return dumps(whole, ensure_ascii=False, indent=1) + "\n"


def stamped(stamp: Stamp) -> dict[str, Any]:
    """What the report was made from; of an independent assessment, and of other plans, only where they were read."""
    values: dict[str, Any] = plain(stamp)
    values["asked"] = {name: value for name, value in values["asked"].items() if value or name != "evaluation"}
    return {name: value for name, value in values.items() if value or name not in ("evaluated", "beside")}


def plain(value: Any) -> Any:
    """A value of a document as JSON has it: what has names is an object, all else in a row a list."""
    if hasattr(value, "_asdict"):
        return {name: plain(each) for name, each in value._asdict().items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    return value if value is None or isinstance(value, (str, int, bool)) else str(value)
