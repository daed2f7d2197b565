"""A pull request at GitHub, as ``action.yml`` sees it: one module a step, run by ``python -m plantrack.review STEP``.

Each step runs the tool's own commands and leaves what it found in a folder; the last ones tell it: as a comment, in
the job's summary, as outputs, and by how the job ends. What it knows comes from the environment that GitHub gives,
never from text inside a script, so nothing in a pull request can become a command.
"""
