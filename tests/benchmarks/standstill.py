"""What stands still and what it weighs: a whole case through the real window, beside a bare window that rests."""

from __future__ import annotations

import statistics

from tests.benchmarks.figure import Figure
from tests.benchmarks.practice import Place, told_by

CASES = ("found 4.1.1", "found 4.1.2", "found 4.1.4", "found 4.1.5", "found 4.1.6", "found 4.1.8")
_REST_S = "20"


def standstill(place: Place, *, runs: int) -> list[Figure]:
    """One case a run, each after a rest of the bare window; the worst stall of all runs."""
    rests, cases = [], []
    for case in CASES[:runs]:
        rests.append(told_by("bare_window", _REST_S))
        cases.append(told_by("case_at_desk", str(place.office.home), case))
    worst = max((each["gaps"] for each in cases), key=lambda gaps: float(gaps["worst"]))
    when = "; ".join(f"{late} ms ({worked} own work) at {step}" for late, worked, step in worst["steps"][:3])
    return [
        Figure(
            f"longest stall from sign-in on, worst of {runs} runs",
            "a resting bare window",
            max(each["gaps"]["worst"] for each in cases),
            max(each["gaps"]["worst"] for each in rests),
            limit=50,
            note=when,
        ),
        Figure(
            "of it, the window thread's own work",
            "a resting bare window",
            max(each["gaps"]["own"] for each in cases),
            max(each["gaps"]["own"] for each in rests),
            note="processor time alone: what a busy machine and other threads add is not in it",
        ),
        Figure(
            "stall, 99.9 of 100 beats are shorter",
            "a resting bare window",
            max(each["gaps"]["p999"] for each in cases),
            max(each["gaps"]["p999"] for each in rests),
            limit=50,
        ),
        Figure(
            "memory after sign-in",
            "a bare PySide6 window",
            statistics.median(each["memory"]["own"] for each in cases),
            statistics.median(each["memory"]["own"] for each in rests),
            unit="MB",
            most=2.5,
            note=f"the document worker beside it: {cases[0]['memory']['started']:.0f} MB",
        ),
    ]
