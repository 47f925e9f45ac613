"""What is left of a crash: kinds, files and lines; a report that can be sent to anybody, because it holds no values."""

from __future__ import annotations

import faulthandler
import hashlib
import json
import logging
import platform
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO

from dost_desktop import __version__
from dost_desktop.clock import DeskClock
from dost_desktop.diagnostics.log import places

_log: Final = logging.getLogger(__name__)
_kept_open: list[TextIO] = []  # faulthandler writes into it when nothing else works any more


@dataclass(frozen=True, slots=True)
class CrashReport:
    """One crash. ``code`` is short enough to be read aloud; ``path`` is None when it could not be written."""

    code: str
    error: str
    where: tuple[str, ...]
    caused_by: tuple[str, ...]
    thread: str
    at: str
    version: str
    system: str
    path: str | None = None


def report_of(error: BaseException, at: datetime, thread: str) -> CrashReport:
    """The report of one error: kinds and places, never messages or local values."""
    where = tuple(places(error))
    causes: list[str] = []
    cause = error.__cause__ or error.__context__
    while cause is not None and len(causes) < 10:
        causes.append(f"{type(cause).__name__} at {next(iter(places(cause)), '?')}")
        cause = cause.__cause__ or cause.__context__
    place = hashlib.sha256("\n".join(where).encode()).hexdigest()[:4].upper()  # the same on every machine
    code = f"{type(error).__name__[:12]}-{place}"
    return CrashReport(
        code,
        type(error).__name__,
        where,
        tuple(causes),
        thread,
        at.isoformat(),
        __version__,
        platform.platform(),
    )


def watch_for_crashes(folder: Path, tell: Callable[[CrashReport], None]) -> None:
    """From now on every bug leaves a report in ``folder`` and is told once, from whatever thread it came."""
    _watch_the_interpreter(folder)

    def crashed(error: BaseException, thread: str) -> None:
        report = _written(folder, report_of(error, DeskClock().now(), thread))
        _log.critical("crash %s", report.code, exc_info=error)
        tell(report)

    def on_main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            crashed(error, "main")

    def on_thread(given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None and not isinstance(given.exc_value, SystemExit):
            crashed(given.exc_value, given.thread.name if given.thread else "unknown")

    def unraisable(given: sys.UnraisableHookArgs) -> None:
        if given.exc_value is not None:
            crashed(given.exc_value, "unraisable")

    sys.excepthook = on_main
    threading.excepthook = on_thread
    sys.unraisablehook = unraisable


def _watch_the_interpreter(folder: Path) -> None:
    """A crash below Python leaves its stack of places, too."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / "interpreter.txt").open("a", encoding="utf-8")
    except OSError:
        _log.warning("crash folder not writable")
        return
    for old in _kept_open:
        old.close()
    _kept_open[:] = [file]
    faulthandler.enable(file)


def _written(folder: Path, report: CrashReport) -> CrashReport:
    stamp = report.at[:19].replace(":", "").replace("-", "")
    path = folder / f"{stamp}-{report.code}.json"
    whole = CrashReport(
        **(asdict(report) | {"where": report.where, "caused_by": report.caused_by, "path": path.name})
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(whole), ensure_ascii=False, indent=1), encoding="utf-8")
    except OSError:
        _log.exception("crash report not written")
        return report
    return whole
