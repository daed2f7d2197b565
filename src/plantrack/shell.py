"""The shell around the commands: loads only the one that was asked for, and speaks the user's language.

Help and mistakes on the command line are said in Swedish or English; nothing of the library's own
sentences reaches the user.
"""

from __future__ import annotations

import codecs
import errno
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer
from typer._click import Command as AnyCommand
from typer._click import Context, HelpFormatter
from typer._click.exceptions import BadParameter, ClickException, NoSuchOption, UsageError
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command_from_info, get_install_completion_arguments
from typer.models import CommandInfo

from plantrack import __version__
from plantrack.locales import Speech, languages, speech
from plantrack.mark import _

CANNOT_RUN = 2
ASKED_BY_TAB = "_PLANTRACK_COMPLETE"
"""Set by the shell when somebody presses the tab key."""


class CannotRun(Exception):
    """The command cannot do its work. Holds a sentence with named blanks."""

    def __init__(self, sentence: str, **values: Any) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values


def language_asked(arguments: list[str]) -> str:
    """The language that was asked for, by ``--lang`` or ``PLANTRACK_LANG``; else nothing."""
    for number, argument in enumerate(arguments):
        if argument == "--lang" and number + 1 < len(arguments):
            return arguments[number + 1]
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return os.environ.get("PLANTRACK_LANG", "")


def language_of_machine() -> str:
    """The language of the user's machine, as its environment says."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        value = os.environ.get(name, "")
        if value and value not in ("C", "POSIX", "C.UTF-8"):
            return value[:2]
    return "en"


def language_near(arguments: list[str]) -> str:
    """The language of the plan that a command line is about, or of the nearest; nothing where there is none."""
    from pathlib import Path

    from plantrack.store.folder import NoPlan, find_plan
    from plantrack.store.language import language_of

    named = [each.removeprefix("--plan=") for each in arguments]
    folders = [Path(each) for each in named if (Path(each) / "plan.yaml").is_file()]
    try:
        return language_of((folders or [find_plan(Path.cwd())])[0])
    except (NoPlan, OSError):
        return ""


WHY_NOT = {
    errno.EACCES: _("You may not read or write {path}."),
    errno.EPERM: _("You may not read or write {path}."),
    errno.EROFS: _("{path} is on a disk that cannot be written."),
    errno.ENOSPC: _("The disk is full. Nothing was written."),
    errno.EEXIST: _("{path} is there already, and is no folder."),
    errno.ENOTDIR: _("{path} is a file and not a folder."),
    errno.EISDIR: _("{path} is a folder and not a file."),
    errno.ENOENT: _("There is no file or folder {path}."),
}
"""What the machine said no to, in words."""


class Page(TyperCommand):
    """A command whose help is one plain page in the user's language."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        write_help(self, ctx, formatter, speech_of(ctx))


def speech_of(ctx: Context) -> Speech:
    """The language that help is shown in."""
    tongue = ctx.find_root().obj
    return tongue if isinstance(tongue, Speech) else speech("en")


def write_help(command: AnyCommand, ctx: Context, formatter: HelpFormatter, tongue: Speech) -> None:
    """One page: how it is called, what it does, and what it takes."""
    pieces = [piece for param in command.params for piece in param.get_usage_pieces(ctx)]
    group = ctx.parent.command if ctx.parent else None
    alone = isinstance(group, Contents) and bool(group.alone) and group.alone == ctx.info_name
    path = ctx.parent.command_path if alone and ctx.parent else ctx.command_path
    formatter.write_usage(path, " ".join([*pieces, "[...]"]), tongue.say(_("Use:")) + " ")
    for paragraph in tongue.say(command.help or "").split("\n\n"):
        formatter.write_paragraph()
        formatter.write_text(" ".join(paragraph.split()))
    rows: dict[str, list[tuple[str, str]]] = {_("What it takes:"): [], _("Options:"): []}
    for param in command.params:
        if isinstance(param, TyperArgument):
            rows[_("What it takes:")].append((param.make_metavar(ctx), tongue.say(param.help or "")))
        elif isinstance(param, TyperOption) and not param.hidden:
            name = ", ".join(param.opts) + ("" if param.is_flag else f" {param.make_metavar(ctx)}")
            rows[_("Options:")].append((name, tongue.say(param.help or "")))
    rows[_("Options:")].append(("--help", tongue.say(_("Show this page."))))
    for title, lines in rows.items():
        if lines:
            with formatter.section(tongue.say(title).rstrip(":")):
                formatter.write_dl(lines)
    if isinstance(group, Contents) and alone:
        group.write_commands(formatter, tongue)


class Contents(TyperGroup):
    """The commands, each loaded only when it is asked for."""

    def __init__(
        self, summaries: Mapping[str, str], package: str = "plantrack.commands", alone: str = "", **more: Any
    ) -> None:
        super().__init__(rich_markup_mode=None, **more)
        self.summaries = summaries
        self.package = package
        self.of_all = package == "plantrack.commands"
        """Whether these are all the commands, and not those of one group."""
        self.alone = alone
        """The file of what a group does where none of its commands is named; empty where it then shows its help."""

    def list_commands(self, ctx: Context) -> list[str]:
        return list(self.summaries)

    def get_command(self, ctx: Context, cmd_name: str) -> AnyCommand | None:
        if cmd_name not in self.summaries and (not self.alone or cmd_name != self.alone):
            return None
        name = f"{self.package}.{cmd_name}"
        module = import_module(name)
        if hasattr(module, "COMMANDS"):
            alone = getattr(module, "ALONE", "")
            return Contents(module.COMMANDS, name, alone, name=cmd_name, help=module.HELP)
        info = CommandInfo(name=cmd_name, cls=Page, callback=module.run, help=module.HELP)
        return get_command_from_info(info, pretty_exceptions_short=True, rich_markup_mode=None)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        if self.alone and (args or not ctx.resilient_parsing) and (not args or args[0] not in self.summaries):
            args = [self.alone, *args]
        elif not args and not self.of_all and not ctx.resilient_parsing:
            args = ["--help"]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, AnyCommand | None, list[str]]:
        known = {*self.summaries, self.alone}
        if args and args[0] not in known and not args[0].startswith("-"):
            raise NoSuchCommand(args[0], self.summaries, ctx)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        tongue = speech_of(ctx)
        formatter.write_usage(ctx.command_path, tongue.say(_("COMMAND [...]")), tongue.say(_("Use:")) + " ")
        formatter.write_paragraph()
        formatter.write_text(tongue.say(self.help or ""))
        self.write_commands(formatter, tongue)
        if not self.of_all:
            return
        with formatter.section(tongue.say(_("Options"))):
            formatter.write_dl(
                [
                    ("--lang sv|en", tongue.say(_("The language of the tool's words."))),
                    ("--version", tongue.say(_("Show the version."))),
                    ("--install-completion", tongue.say(_("Let the shell complete commands on the tab key."))),
                    ("--help", tongue.say(_("Show this page. Each command has one of its own."))),
                ]
            )

    def write_commands(self, formatter: HelpFormatter, tongue: Speech) -> None:
        """The commands, a line each."""
        with formatter.section(tongue.say(_("Commands"))):
            formatter.write_dl([(name, tongue.say(summary)) for name, summary in self.summaries.items()])

    def shell_complete(self, ctx: Context, incomplete: str) -> list[Any]:
        from typer._click.shell_completion import CompletionItem

        tongue = speech_of(ctx)
        found = [
            CompletionItem(name, help=tongue.say(summary))
            for name, summary in self.summaries.items()
            if name.startswith(incomplete)
        ]
        return [*found, *self._complete_alone(ctx, incomplete)]

    def _complete_alone(self, ctx: Context, incomplete: str) -> list[Any]:
        """What the command that needs no name offers: its options, or what its first argument may be."""
        command = self.get_command(ctx, self.alone) if self.alone else None
        if command is None:
            return []
        inner = command.make_context(self.alone, [], parent=ctx, resilient_parsing=True)
        found = [*command.shell_complete(inner, incomplete)]
        for param in command.params:
            if isinstance(param, TyperArgument) and not incomplete.startswith("-"):
                return [*found, *param.shell_complete(inner, incomplete)]
        return found


class NoSuchCommand(UsageError):
    """There is no such command among the known ones."""

    def __init__(self, name: str, known: Mapping[str, str], ctx: Context) -> None:
        super().__init__(name, ctx)
        self.name = name
        self.known = known


class Shell:
    """Runs one command line and turns every mistake into one clear sentence."""

    def __init__(self, summaries: Mapping[str, str]) -> None:
        self.summaries = summaries

    def run(self, arguments: list[str]) -> int:
        """The exit code of a command line."""
        asked = language_asked(arguments)
        tongue = speech(asked or language_of_machine())
        _speak_plainly()
        if asked and asked not in languages():
            sentence = _("The tool does not speak “{text}”. It speaks {languages}.")
            return self._refuse(tongue, sentence, hint=False, text=asked, languages=languages())
        try:
            return self._invoke(arguments, tongue)
        except NoSuchCommand as error:
            return self._refuse(tongue, *_about_command(error, tongue))
        except NoSuchOption as error:
            return self._refuse(tongue, _("There is no option {name}."), name=error.option_name)
        except BadParameter as error:
            return self._refuse(tongue, *_about_parameter(error, tongue))
        except ClickException as error:
            return self._refuse(tongue, _("The command line cannot be read: {text}"), text=error.format_message())
        except CannotRun as error:
            return self._refuse(_near(arguments, tongue, asked), error.sentence, hint=False, **error.values)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return CANNOT_RUN
        except KeyboardInterrupt:
            return 130
        except OSError as error:
            if os.environ.get("PLANTRACK_DEBUG"):
                raise
            path = error.filename or "-"
            sentence = WHY_NOT.get(error.errno or 0, _("{path} cannot be read or written."))
            return self._refuse(_near(arguments, tongue, asked), sentence, hint=False, path=path)
        except Exception as error:
            if os.environ.get("PLANTRACK_DEBUG"):
                raise
            sentence = _(
                "Something went wrong in the tool itself ({error}). Nothing was changed. Please report it; PLANTRACK_DEBUG=1 shows where."
            )
            told = f"{type(error).__name__}: {error}"
            return self._refuse(_near(arguments, tongue, asked), sentence, hint=False, error=told)

    def _invoke(self, arguments: list[str], tongue: Speech) -> int:
        group = self._group()
        if ASKED_BY_TAB in os.environ:
            from plantrack.tab_key import speak_plainly

            speak_plainly()
        if not set(arguments) - {"--lang", tongue.language, f"--lang={tongue.language}"}:
            arguments = ["--help"]
        result = group.main(args=arguments, prog_name="plantrack", standalone_mode=False, obj=tongue)
        return result if isinstance(result, int) else 0

    def _group(self) -> Contents:
        group = Contents(
            self.summaries,
            name="plantrack",
            help=_("Keeps an action plan as files in git, checks it, and reports how it goes."),
            invoke_without_command=False,
        )
        group.params = [
            TyperOption(
                param_decls=["--lang"], help=_("The language of the tool's words."), type=str, expose_value=False
            ),
            TyperOption(
                param_decls=["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_show_version
            ),
            *get_install_completion_arguments(),
        ]
        return group

    def _refuse(self, tongue: Speech, sentence: str, *, hint: bool = True, **values: Any) -> int:
        print("plantrack: " + tongue.say(sentence, **values), file=sys.stderr)
        if hint:
            print(tongue.say(_("The commands and their options: plantrack --help")), file=sys.stderr)
        return CANNOT_RUN


def _near(arguments: list[str], tongue: Speech, asked: str) -> Speech:
    """The language of what the plan is told about: the one asked for, else the plan's."""
    return tongue if asked else speech(language_near(arguments) or tongue.language)


def _about_command(error: NoSuchCommand, tongue: Speech) -> tuple[str]:
    from plantrack.nearest import nearest

    meant = nearest(error.name, error.known)
    if meant:
        sentence = _("There is no command “{name}”. Did you mean “{meant}”?")
        return (tongue.say(sentence, name=error.name, meant=meant),)
    return (tongue.say(_("There is no command “{name}”."), name=error.name),)


def _about_parameter(error: BadParameter, tongue: Speech) -> tuple[str]:
    name = error.param.human_readable_name if error.param is not None else ""
    if isinstance(error.param, TyperOption):
        name = error.param.opts[0]
    if type(error).__name__ == "MissingParameter":
        return (tongue.say(_("{name} is missing."), name=name),)
    choices = getattr(error.param.type, "choices", ()) if error.param is not None else ()
    if choices:
        return (tongue.say(_("{name} can be {choices}."), name=name, choices=tongue.either(list(choices))),)
    return (tongue.say(_("{name} cannot be read as given."), name=name),)


def _show_version(ctx: Context, _param: object, value: bool) -> None:
    if value:
        print(f"plantrack {__version__}")
        raise typer.Exit


PLAINER = {
    "●": "*", "◐": "o", "○": "-", "□": "#", "≠": "=", "►": ">", "▲": "^", "△": "^", "▼": "v", "■": "!", "∞": "~",
    "✓": "+", "✗": "x", "◑": "o", "≈": "~", "↗": "/", "↘": "\\", "↑": "^", "↓": "v", "→": ">", "−": "-", "─": "-",
    "█": "#", "–": "-",
}  # fmt: skip
"""What stands for a symbol on a console that lacks it, so that states can still be told apart."""


def plainer(error: UnicodeError) -> tuple[str, int]:
    """What stands for letters that a console lacks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(PLAINER.get(each, "?") for each in error.object[error.start : error.end]), error.end


def _speak_plainly() -> None:
    """Lets a console that lacks a letter show a plainer one instead of failing."""
    codecs.register_error("plainer", plainer)
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", None) or "").lower().replace("-", "")
        if encoding != "utf8" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="plainer")
