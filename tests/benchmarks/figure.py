"""One promise measured: our figure beside its baseline of the same run, and what was promised of the two."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """``ours`` and ``baseline`` in ``unit``. ``most`` is promised of the ratio, ``limit`` of ``ours`` itself."""

    what: str
    beside: str
    ours: float
    baseline: float
    unit: str = "ms"
    most: float | None = None
    limit: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float:
        """Ours as a multiple of the baseline."""
        return self.ours / self.baseline if self.baseline else 0.0

    @property
    def promise(self) -> str:
        """What was promised, in words."""
        if self.most is not None:
            return f"<= {self.most:g} x"
        return f"<= {self.limit:g} {self.unit}" if self.limit is not None else ""

    @property
    def is_kept(self) -> bool | None:
        """Whether the promise is kept in this run; None where none was given."""
        if self.most is not None:
            return self.ratio <= self.most
        return self.ours <= self.limit if self.limit is not None else None


def medians(runs: int, parts: Mapping[str, Callable[[], object]], *, warm: int = 2) -> dict[str, float]:
    """The median time of each part in milliseconds: one after the other, ``runs`` times, so that all see the same load.

    A part that gives a float has measured itself, in milliseconds.
    """
    taken: dict[str, list[float]] = {name: [] for name in parts}
    for run in range(warm + runs):
        for name, part in parts.items():
            begin = time.perf_counter()
            told = part()
            spent = told if isinstance(told, float) else (time.perf_counter() - begin) * 1000
            if run >= warm:
                taken[name].append(spent)
    return {name: statistics.median(each) for name, each in taken.items()}
