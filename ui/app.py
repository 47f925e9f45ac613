"""Composition root of the window: makes the application, then everything else by hand; the first page comes first."""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QTimer
from PySide6.QtWidgets import QApplication

from dost_desktop.settings.paths import HomePaths, home_paths
from ui.desk_window import DeskWindow
from ui.infra.first_paint import FirstPaint
from ui.infra.keyboard import install_keys
from ui.infra.translation import build_translations, install_language, sources
from ui.theme.theme import Theme, apply_theme, system_theme_name, wear

_HEED_MS: Final = 250


def open_window(home: Path | None) -> int:
    """Open this desk's window and stay until it is closed; the exit code."""
    app = application()
    paths = home_paths(home)
    window = window_of(app, paths)
    FirstPaint(window, partial(keep_reports, window, paths))
    _close_on_interrupt(window)
    window.show()
    code = app.exec()
    window.close()
    return code


def window_of(app: QApplication, paths: HomePaths) -> DeskWindow:
    """The window of the desk whose files these are, in its agents' language and theme."""
    name = system_theme_name(app)
    wear(app, Theme(name))
    compiled = sources()
    build_translations(compiled)
    install_language(app, "az", compiled)
    window = DeskWindow(paths)
    apply_theme(app, name, window=window)
    FirstPaint(
        window, partial(install_keys, app)
    )  # its first event makes PySide6 look at every Qt class: 35 ms
    return window


def _close_on_interrupt(window: DeskWindow) -> None:
    """Ctrl+C and a polite request to end close the window as an agent would: drafts safe, database closed."""
    wishes = [signal.SIGINT, signal.SIGTERM]
    if sys.platform == "win32":
        wishes.append(signal.SIGBREAK)  # Ctrl+Break, or the console is closed
    for wish in wishes:
        signal.signal(wish, lambda *_: window.close())
    heed = QTimer(window)  # Python looks at signals only when it is called
    heed.start(_HEED_MS)
    heed.timeout.connect(lambda: None)


def keep_reports(window: DeskWindow, paths: HomePaths) -> None:
    """From now on the program keeps a log, and a bug leaves a report and is told; neither holds personal data."""
    from dost_desktop.diagnostics.crash import watch_for_crashes  # noqa: PLC0415 - behind the first page
    from dost_desktop.diagnostics.log import start_log  # noqa: PLC0415

    start_log(paths.logs)
    watch_for_crashes(paths.crashes, lambda report: window.tell_crash(report.code))


def application() -> QApplication:
    """The one Qt application of this process; without a display it draws into memory."""
    if is_without_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication(sys.argv[:1])
    app.setApplicationName("DOST Desktop")
    app.setApplicationVersion(QLibraryInfo.version().toString())
    return app


def is_without_display() -> bool:
    """True on a Linux machine with nobody in front of it."""
    seen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform.startswith("linux") and not seen


def practise(home: Path, *, fresh: bool, tour: bool) -> int:
    """Open a practice office and its window; without a display, or when asked, play the guided tour instead."""
    from dost_desktop.practice import PracticeOffice, move_aside  # noqa: PLC0415 - only for practising
    from ui.tour.told import tell_agents  # noqa: PLC0415

    if fresh:
        move_aside(home)
    office = PracticeOffice(home)
    try:
        facts = office.open()
        tell_agents(facts)
        if tour or is_without_display():
            from ui.tour.tour import play  # noqa: PLC0415

            return play(office, facts)
        return open_window(office.desk_home)
    except KeyboardInterrupt:
        return 130
    finally:
        office.close()
