"""SIGTERM and Ctrl+C end a server cleanly, on every system; nothing else has to know their names."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any, Final

_NAMES: Final = ("SIGINT", "SIGTERM", "SIGBREAK")  # the last is Windows' way to end one's own child
_OF_THE_KEYBOARD: Final = ("SIGINT", "SIGBREAK")  # these reach every process of a console at once


@contextlib.contextmanager
def ended_by(end: Callable[[], None], *, also_keyboard: bool = True) -> Iterator[None]:
    """Call ``end`` when this process is asked to end, instead of dying of it."""

    def asked(_signal: int, _frame: FrameType | None) -> None:
        end()

    handlers: dict[str, Any] = dict.fromkeys(_NAMES, asked)
    if not also_keyboard:
        handlers |= dict.fromkeys(_OF_THE_KEYBOARD, signal.SIG_IGN)
    with _instead(handlers):
        yield


@contextlib.contextmanager
def deaf_to_the_keyboard() -> Iterator[None]:
    """A process that is started meanwhile does not hear Ctrl+C, from its first moment on (POSIX)."""
    with _instead(dict.fromkeys(_OF_THE_KEYBOARD, signal.SIG_IGN)):
        yield


@contextlib.contextmanager
def _instead(handlers: dict[str, Any]) -> Iterator[None]:
    known = {signal.Signals[name]: each for name, each in handlers.items() if hasattr(signal, name)}
    before = {each: signal.signal(each, handler) for each, handler in known.items()}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
