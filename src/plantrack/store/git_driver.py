"""What lets plain ``git diff`` and ``git log -p`` show a plan in words: lines for ``.gitattributes``, settings for git.

Attributes are committed and hold for everybody; settings are each person's own, since git lets no repository name
programs to run. Who lacks the settings sees the files as they are written.
"""

from __future__ import annotations

from collections.abc import Mapping

DRIVER = "plantrack"
ATTRIBUTES = (f"*.yaml diff={DRIVER}", f"*.yml diff={DRIVER}")
"""Lines of the ``.gitattributes`` in a plan's folder."""
SHOW = "plantrack show --file"
"""Shows one file. git adds its path."""
SETTINGS: Mapping[str, str] = {
    f"diff.{DRIVER}.textconv": f'f() {{ {SHOW} "$1" 2>/dev/null || cat "$1"; }}; f',
    f"diff.{DRIVER}.xfuncname": "\n".join(
        (
            r"^([^ :].* (rubrik|namn|title|name)( \([a-z]+\))?: .*)$",  # in words: the nearest title
            r"^ +([0-9][^ :]*\.[^ :]+:)",  # as it is written: 1.3.2, 1.3.k1, 2013-03-18-ks.1
            r"^([^ #:-][^:]*:) *$",  # ... and the parts of a file, as activities
        )
    ),
}
"""Setting -> value, for ``git config``. Where the tool is not to be found, a file is shown as it is written, as git
shows nothing at all of a change when its program fails."""
