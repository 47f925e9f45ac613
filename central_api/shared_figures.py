"""The counters of all processes that serve one data folder: each lays its own there, and whoever is asked adds them up.

Prometheus asks one door, behind which any of the workers may answer; a counter must not depend on which one did.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import Metric
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.registry import Collector

from dost_desktop.whole_file import put_in_place

_FRESH: Final = 60.0  # seconds: whoever laid nothing for so long has ended
_KINDS: Final = {"counter", "gauge", "histogram"}


class SharedFigures(Collector):
    """The counters of this process, and those of the others in the same folder."""

    def __init__(self, folder: Path, counted: CollectorRegistry) -> None:
        self.folder, self.counted = folder, counted
        self._mine = folder / f"{os.getpid()}-{secrets.token_hex(4)}.prom"

    def lay(self) -> None:
        """Say what this process counted so far; what ended processes left is taken away."""
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self._mine.with_suffix(".new")
        fresh.write_bytes(generate_latest(self.counted))
        put_in_place(fresh, self._mine)
        for path, age in self._others():
            if age > _FRESH:
                path.unlink(missing_ok=True)

    def forget(self) -> None:
        """This process ends: its counters end with it."""
        self._mine.unlink(missing_ok=True)

    def describe(self) -> Iterable[Metric]:
        """Nothing beforehand."""
        return ()

    def collect(self) -> Iterator[Metric]:
        """The counters of all, added up."""
        added: dict[str, Metric] = {}
        _add(added, self.counted.collect())
        for path, age in self._others() if self._mine.exists() else ():
            if age <= _FRESH:
                with suppress(FileNotFoundError):  # it ended just now
                    _add(added, text_string_to_metric_families(path.read_text("utf-8")))
        yield from added.values()

    def _others(self) -> Iterator[tuple[Path, float]]:
        """The other processes' files, and how much older than ours each is."""
        now = self._mine.stat().st_mtime
        for path in self.folder.glob("*.prom"):
            with suppress(FileNotFoundError):
                if path != self._mine:
                    yield path, now - path.stat().st_mtime


def _add(added: dict[str, Metric], families: Iterable[Metric]) -> None:
    for family in families:
        if family.type not in _KINDS or family.name.endswith("_created"):
            continue
        known = added.setdefault(family.name, Metric(family.name, family.documentation, family.type))
        sums = {(each.name, tuple(sorted(each.labels.items()))): each.value for each in known.samples}
        for each in family.samples:
            if not each.name.endswith("_created"):
                key = (each.name, tuple(sorted(each.labels.items())))
                sums[key] = sums.get(key, 0.0) + each.value
        known.samples.clear()
        for (name, labels), value in sums.items():
            known.add_sample(name, dict(labels), value)
