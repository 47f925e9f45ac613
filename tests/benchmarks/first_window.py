"""Start to first window: from the command to the first paint of the sign-in page, beside a bare PySide6 window."""

from __future__ import annotations

from functools import partial

from tests.benchmarks.figure import Figure, medians
from tests.benchmarks.practice import Place, child


def first_window(place: Place, *, runs: int) -> list[Figure]:
    """Process start to exit right after the first paint, the desk enrolled and its agent known."""
    home = str(place.office.desk_home)
    times = medians(
        runs, {"bare": partial(child, "bare_window"), "ours": partial(child, "first_window", home)}
    )
    return [
        Figure("start to first window", "a bare PySide6 window", times["ours"], times["bare"], most=2.5),
    ]
