"""The same data gives the same bytes, whatever order the files came in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from report_parts import checked, document, example, plan_with, request

from plantrack.formats import html, markdown
from plantrack.plan import by_number
from plantrack.report.compose import compose


@pytest.mark.parametrize("render", [markdown.render, html.render])
def test_twice_is_the_same(render: Any) -> None:
    again = compose(request(example().plan, "2015", "sv", checked()))
    assert again == document()
    assert render(again) == render(document())


def test_order_of_files_changes_nothing() -> None:
    plan = example().plan
    turned = {
        name: dict(reversed(list(getattr(plan, name).items())))
        for name in ("rounds", "submissions", "texts", "decisions", "events", "ballots", "theme_of")
    }
    made = compose(request(plan_with(**turned), "2015", "sv", checked()))
    assert markdown.render(made) == markdown.render(document())


def test_order_of_findings_changes_nothing() -> None:
    findings = checked()._replace(findings=tuple(reversed(checked().findings)))
    made = compose(request(example().plan, "2015", "sv", findings))
    assert markdown.render(made) == markdown.render(document())


def test_the_example_is_in_order() -> None:
    themes: Mapping[str, Any] = example().plan.themes
    assert list(themes) == sorted(themes, key=by_number)
