"""Compiles the languages when the package is built, so that they are read at once when it runs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALES = Path(__file__).parent / "src" / "plantrack" / "locales"


class Catalogs(BuildHookInterface[Any]):
    """Writes one ``.mo`` file for each language."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it collects files, also for an editable install."""
        sys.path.insert(0, str(LOCALES))
        from catalog import compiled_catalog, read_catalog

        for source in sorted(LOCALES.glob("*.po")):
            sentences = read_catalog(source.read_text(encoding="utf-8"))
            source.with_suffix(".mo").write_bytes(compiled_catalog(sentences))
