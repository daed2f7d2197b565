"""What the tab key shows in each shell: ids with their titles, as plain text, without loading what draws tables."""

from __future__ import annotations

from collections.abc import Sequence

from typer import _completion_classes
from typer._click.shell_completion import CompletionItem, add_completion_class


class Bash(_completion_classes.BashComplete):
    """Shows titles where there is a choice. Where there is none only the id is left to be put in.

    Bash puts in what all offers begin with. Ids differ, so no title is ever put in.
    """

    def complete(self) -> str:
        args, incomplete = self.get_completion_args()
        return "\n".join(offers(self.get_completions(args, incomplete)))


class Zsh(_completion_classes.ZshComplete):
    """Hands titles over without the signs that zsh would carry out: what a plan says is never a command."""

    def format_completion(self, item: CompletionItem) -> str:
        help_ = item.help.translate(HARMLESS) if item.help else None
        return super().format_completion(CompletionItem(item.value.translate(HARMLESS), help=help_))


HARMLESS = str.maketrans({"\\": "/", "`": "’", "$": "", '"': "”", "'": "’", "\n": " "})


def offers(items: Sequence[CompletionItem]) -> list[str]:
    """Each offer on a line; with its title behind it where there are several."""
    if len(items) == 1:
        return [f"{items[0].value}"]
    widest = max((len(each.value) for each in items), default=0)
    return [f"{each.value:<{widest}}  {each.help}" if each.help else f"{each.value}" for each in items]


def speak_plainly() -> None:
    """Makes all shells show titles as they are: brackets in them are no marks for colours."""
    _completion_classes._sanitize_help_text = _as_it_is
    add_completion_class(Bash, "bash")
    add_completion_class(Zsh, "zsh")


def _as_it_is(text: str) -> str:
    """Stands for the library's own, which loads all that draws tables to look for marks in a title."""
    return text
