"""The floor: reads every YAML file of a folder and composes it with PyYAML's C composer, and nothing else.

Usage::

    python bench/compose_floor.py PLAN [--bare]

Nodes with all places are made, and no values from them. ``--bare`` leaves out PyYAML's guesses about
types too, as the tool itself does: less than that cannot be done with PyYAML.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import yaml
from yaml._yaml import CParser


class Bare(CParser):
    """The C composer that asks nobody about types."""

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        return "text"

    def descend_resolver(self, _node: object, _index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def contents(folder: str) -> Iterator[bytes]:
    """The bytes of all YAML files, in no order that matters."""
    for inside, _folders, names in os.walk(folder):
        for name in names:
            if name.endswith(".yaml"):
                with open(f"{inside}/{name}", "rb") as file:
                    yield file.read()


def main() -> None:
    """Composes all files and says how many bytes they were."""
    total = 0
    bare = "--bare" in sys.argv[2:]
    for data in contents(sys.argv[1]):
        if bare:
            Bare(data).get_single_node()
        else:
            yaml.compose(data, Loader=yaml.CSafeLoader)
        total += len(data)
    print(f"{total} bytes")


if __name__ == "__main__":
    main()
