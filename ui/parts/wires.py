"""The wires between a view and its presenter: connected together, cut together, so a built view serves the next case.

Building a page costs tens of milliseconds of the window's thread; showing another case on a built one does not. A
signal alone does not keep a plain presenter alive; its wires do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol


class Wire(Protocol):
    """A view's signal."""

    def connect(self, slot: Callable[..., Any]) -> Any: ...

    def disconnect(self, slot: Callable[..., Any]) -> Any: ...


class Wires:
    """Every wish of a view, led to its presenter."""

    def __init__(self, wires: Sequence[tuple[Wire, Callable[..., object]]]) -> None:
        self._wires = tuple(wires)
        for signal, slot in self._wires:
            signal.connect(slot)

    def cut(self) -> None:
        """The view is free for another presenter."""
        for signal, slot in self._wires:
            signal.disconnect(slot)
        self._wires = ()
