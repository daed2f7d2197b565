"""Writes an invented plan, for measurements.

Usage::

    python bench/make_plan.py small OUT [--seed 1]

The same size and seed give the same bytes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from draw import SIZES, draw


def main() -> None:
    """Reads the command line and writes."""
    options = argparse.ArgumentParser(description="Writes an invented plan, for measurements.")
    options.add_argument("size", choices=SIZES)
    options.add_argument("out", type=Path)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    write(given.size, given.out, given.seed)


def write(size: str, out: Path, seed: int = 1) -> None:
    """Writes the plan into a folder that does not hold another one."""
    if (out / "plan.yaml").exists():
        raise SystemExit(f"{out} holds a plan already")
    for path, document in draw(SIZES[size], seed).files.items():
        file = out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(("\n".join(lines(document, "")) + "\n").encode())


def lines(document: dict[str, Any], indent: str) -> Iterator[str]:
    """A block of fields as the format wants it: block style, ids in brackets, long texts after a bar."""
    for key, value in document.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from lines(value, indent + "  ")
        elif isinstance(value, list) and isinstance(value[0], dict):
            yield f"{indent}{key}:"
            for each in value:
                first, *rest = lines(each, "")
                yield f"{indent}  - {first}"
                yield from (f"{indent}    {line}" for line in rest)
        elif isinstance(value, list):
            yield f"{indent}{key}: {value[0] if len(value) == 1 else '[' + ', '.join(value) + ']'}"
        elif "\n" in value:
            yield f"{indent}{key}: |"
            yield from (f"{indent}  {line}" for line in value.split("\n"))
        else:
            yield f"{indent}{key}: {value}"


if __name__ == "__main__":
    main()
