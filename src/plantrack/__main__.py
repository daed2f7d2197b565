"""The way in. ``--version`` answers before anything else is loaded, and git gets its file without the other commands.

Garbage is not collected: a command is over before it would matter, and looking for it among a plan's many
records takes a tenth of the time.
"""

import sys


def main() -> None:
    """Runs the command line."""
    if sys.argv[1:] == ["--version"]:
        from plantrack import __version__

        print(f"plantrack {__version__}")
        return
    import gc

    gc.disable()
    match sys.argv[1:]:
        case ["show", "--file", file]:
            from plantrack.commands.shown_file import show_file

            sys.exit(show_file(file))
    from plantrack.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
