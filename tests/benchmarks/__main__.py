"""``python3 dev.py bench``: measures the promises of the design, each beside its baseline, and prints one table."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Final

from tests.benchmarks.figure import Figure
from tests.benchmarks.practice import ROOT, a_practice_office


def _first_window(runs: int) -> list[Figure]:
    from tests.benchmarks.first_window import first_window

    with a_practice_office() as place:
        return first_window(place, runs=5 * runs)


def _committed_step(runs: int) -> list[Figure]:
    from tests.benchmarks.committed_step import committed_step

    return committed_step(runs=100 * runs)


def _written_answer(runs: int) -> list[Figure]:
    from tests.benchmarks.written_answer import written_answer

    return written_answer(runs=7 * runs)


def _standstill(runs: int) -> list[Figure]:
    from tests.benchmarks.standstill import standstill

    with a_practice_office() as place:
        return standstill(place, runs=min(runs, 6))


def _finding_person(runs: int, persons: int = 100_000) -> list[Figure]:
    from tests.benchmarks.finding_person import finding_person

    return finding_person(persons=persons, runs=17 * runs)


def _server_requests(runs: int) -> list[Figure]:
    from tests.benchmarks.server_requests import server_requests

    return server_requests(on=_DATABASES, rounds=8 * runs + 1, a_round=60)


def _server_desks(runs: int) -> list[Figure]:
    from tests.benchmarks.server_desks import server_desks

    return server_desks(on=_DATABASES, seconds=10.0 * runs)


def _server_growth(runs: int, stored: int = 100_000) -> list[Figure]:
    from tests.benchmarks.server_growth import server_growth

    return server_growth(on=_DATABASES, stored=stored, runs=10 * runs)


def _sync(runs: int, stored: int = 10_000) -> list[Figure]:
    from tests.benchmarks.sync_rate import sync_rate

    return sync_rate(on=_DATABASES, stored=stored, runs=runs)


def _first_sync(_runs: int, files: int = 5_000) -> list[Figure]:
    from tests.benchmarks.first_sync import first_sync

    return first_sync(files=files)


_DATABASES: Final = ("sqlite", "postgresql")
FINDING: Final = "finding-person"
GROWTH: Final = "server-growth"
SYNC: Final = "sync"
FIRST_SYNC: Final = "first-sync"
BENCHMARKS: Final[dict[str, Callable[[int], list[Figure]]]] = {
    "window": _first_window,
    "step": _committed_step,
    "answer": _written_answer,
    FINDING: _finding_person,
    "standstill": _standstill,
    "server-requests": _server_requests,
    "server-desks": _server_desks,
    GROWTH: _server_growth,
    SYNC: _sync,
    FIRST_SYNC: _first_sync,
}


def main(arguments: list[str]) -> int:
    """Measure, print, keep. The exit code says whether everything ran, never whether it was fast."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--only", choices=BENCHMARKS, action="append", help="only this one; may be repeated")
    parser.add_argument(
        "--json", type=Path, default=ROOT / "build" / "bench.json", help="where the figures go"
    )
    parser.add_argument(
        "--runs", type=int, default=3, help="how often, as a multiple of each one's own measure"
    )
    parser.add_argument(
        "--long", action="store_true", help="among 1,000,000 persons and events; 100,000 files"
    )
    parser.add_argument("--persons", type=int, default=100_000, help="find persons among so many")
    parser.add_argument("--events", type=int, default=100_000, help="so many events on the central API")
    options = parser.parse_args(arguments)
    figures: list[Figure] = []
    for name in options.only or BENCHMARKS:
        print(f"measuring: {name}", file=sys.stderr, flush=True)
        if name == FINDING:
            figures += _finding_person(options.runs, 1_000_000 if options.long else options.persons)
        elif name == GROWTH:
            figures += _server_growth(options.runs, 1_000_000 if options.long else options.events)
        elif name == SYNC:
            figures += _sync(options.runs, min(options.events, 10_000))
        elif name == FIRST_SYNC:
            figures += _first_sync(options.runs, 100_000 if options.long else min(options.events, 5_000))
        else:
            figures += BENCHMARKS[name](options.runs)
    print(table(figures))
    keep(figures, options.json)
    print(f"\n{options.json}")
    return 0


def table(figures: list[Figure]) -> str:
    """One line a promise, and what is to be said of it below."""
    heads = ("what", "beside", "ours", "baseline", "ratio", "promise", "")
    rows = [
        (
            each.what,
            each.beside,
            f"{each.ours:.3g} {each.unit}",
            f"{each.baseline:.3g} {each.unit}",
            f"{each.ratio:.2f}",
            each.promise,
            {True: "kept", False: "NOT KEPT", None: ""}[each.is_kept],
        )
        for each in figures
    ]
    widths = [max(len(row[place]) for row in (heads, *rows)) for place in range(len(heads))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in (heads, *rows)
    ]
    notes = [f"  {each.what}: {each.note}" for each in figures if each.note]
    return "\n".join([*(line.rstrip() for line in lines), "", *notes, machine()])


def machine() -> str:
    """Where and under which load: figures of a busy machine are read with care."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"  {os.cpu_count()} cores{load}, Python {platform.python_version()}, {platform.system()}"


def keep(figures: list[Figure], path: Path) -> None:
    """The same as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    told = [{**asdict(each), "ratio": round(each.ratio, 3), "kept": each.is_kept} for each in figures]
    path.write_text(json.dumps({"machine": machine().strip(), "figures": told}, indent=1), "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
