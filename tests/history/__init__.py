"""The life of an invented plan over three years, commit by commit. ``example_history.py`` makes git's history of it."""
