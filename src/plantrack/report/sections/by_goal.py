"""Theme by theme and goal by goal: how it stands, and what the plan says of it."""

from __future__ import annotations

from plantrack.mark import _
from plantrack.model.goal import Theme
from plantrack.report.document import Block, Prose, Section
from plantrack.report.older import older
from plantrack.report.request import Request
from plantrack.report.sections import goal
from plantrack.report.teller import Teller, anchor
from plantrack.report.written import written_at


def write(request: Request, tell: Teller) -> Section:
    """Every theme with its goals; goals whose theme is not defined come last."""
    plan = request.plan
    themes = [theme(request, tell, identifier, each) for identifier, each in plan.themes.items()]
    homeless = [i for i in plan.goals if plan.theme_of.get(i) not in plan.themes]
    if homeless:
        title = tell.say(_("Without {theme}"), theme=tell.level("theme"))
        themes.append(Section("no-theme", (title,), (), tuple(goal.write(request, tell, i) for i in homeless)))
    title = tell.say(_("By {theme} and {goal}"), theme=tell.level("theme"), goal=tell.level("goal"))
    blocks: tuple[Block, ...] = ()
    if request.silent:
        blocks = (Prose((tell.say(_("Nobody has reported, so the tables show only what the plan says.")),)),)
    return Section("goals", (title,), blocks, tuple(themes), new_page=True, listed=True)


def theme(request: Request, tell: Teller, identifier: str, said: Theme) -> Section:
    """A theme: its motto and introduction, what people wrote about it, and its goals."""
    blocks: list[Block] = []
    if said.motto:
        blocks.append(Prose((tell.said(said.motto),), lead=True))
    if said.text:
        blocks.append(tell.text(said.text))
    blocks += written_about(request, tell, identifier)
    goals = tuple(goal.write(request, tell, i) for i, _goal in request.plan.goals_in(identifier))
    return Section(anchor(identifier), (identifier, " ", tell.said(said.title)), tuple(blocks), goals)


def written_about(request: Request, tell: Teller, theme: str) -> list[Block]:
    """What people wrote about a theme for the report, all of it, and whether that is older than what it speaks of."""
    written = request.text(theme)
    blocks: list[Block] = [tell.text(written.headline)] if written and written.headline else []
    for place in ("assessment", "analysis", "changed", "deviations", "outlook", "method", "limits"):
        blocks += written_at(request, tell, theme, place)
    return [*blocks, *older(request, tell, theme)]
