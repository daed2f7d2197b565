"""The way in. ``--version`` answers before anything else is loaded."""

import sys


def main() -> None:
    """Runs the command line."""
    if sys.argv[1:] == ["--version"]:
        from plantrack import __version__

        print(f"plantrack {__version__}")
        return
    from plantrack.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
