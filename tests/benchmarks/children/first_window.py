"""This desk's window from the command to its first paint, the way ``dost-desktop --home`` goes; then it leaves."""

import os
import sys
from pathlib import Path

from ui.start import prepare

FORBIDDEN = (
    "pydantic", "sqlalchemy", "sqlcipher3", "cryptography", "requests", "reportlab", "pyhanko", "pikepdf",
    "holidays", "phonenumbers", "argon2", "typer", "multiprocessing", "dost_desktop.office",
)  # fmt: skip


def main() -> None:
    """Home of the desk as argument; with ``--modules`` prints what should not have been imported by then."""
    prepare()
    from dost_desktop.settings.paths import home_paths
    from ui.app import application, window_of
    from ui.infra.first_paint import FirstPaint

    def leave() -> None:
        if "--modules" in sys.argv:
            print(*(name for name in FORBIDDEN if name in sys.modules))
            sys.stdout.flush()
        os._exit(0)

    app = application()
    window = window_of(app, home_paths(Path(sys.argv[1])))
    FirstPaint(window, leave)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
