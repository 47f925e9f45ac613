"""The ``dost-desktop`` command: the window at once; everything else, and help, by ``dost_desktop.cli``.

The window does not wait for the command line's libraries, which take as long as a bare window of Qt.
"""

from __future__ import annotations

import sys
from pathlib import Path

from dost_desktop.domain.errors import AgentError
from dost_desktop.said_in_utf8 import say_in_utf8


def main() -> None:
    """Run the command; an expected problem is one line and exit code 2, never a trace.

    1 is the answer "no" of a command that checks something.
    """
    say_in_utf8()
    try:
        sys.exit(_run(sys.argv[1:]))
    except AgentError as problem:
        facts = ", ".join(f"{name}: {value}" for name, value in problem.facts.items())
        if sys.stderr is not None:  # Windows: pythonw has no console, the window has told it
            sys.stderr.write(f"{problem.code}{f' ({facts})' if facts else ''}\n")
        sys.exit(2)


def _run(arguments: list[str]) -> int:
    match arguments:
        case []:
            return _window(None)
        case ["--home", home]:
            return _window(Path(home))
    from dost_desktop.cli import app  # noqa: PLC0415 - not for the window

    return int(app(standalone_mode=True) or 0)


def _window(home: Path | None) -> int:
    from ui.start import open_window  # noqa: PLC0415 - Qt is loaded for the window only

    return open_window(home)


if __name__ == "__main__":
    main()
