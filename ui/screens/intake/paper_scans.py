"""The scans of each paper of an intake: a paper may be added, removed or come back with a draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dost_desktop.ports import Tasks
from dost_desktop.services.attach_scan import Scan
from dost_desktop.services.scan_reading import ReadScan, ScanSource
from ui.parts.scans.scanning import Scanning, ScansShown
from ui.screens.intake.form import Form


class PaperScans:
    """``changed`` hears when scans of any paper came, went or were refused."""

    def __init__(self, tasks: Tasks, attach: Callable[[ReadScan], Scan], changed: Callable[[], None]) -> None:
        self._tasks, self._attach, self._changed = tasks, attach, changed
        self._of = [self._new()]

    @property
    def reading(self) -> bool:
        """Whether one is still on its way."""
        return any(each.reading for each in self._of)

    def shown(self) -> tuple[ScansShown, ...]:
        """As the page shows them now, paper by paper."""
        return tuple(each.shown() for each in self._of)

    def follow(self, form: Form) -> None:
        """The papers came or went: their scans are those of ``form``."""
        self._of = [self._of[n] if n < len(self._of) else self._new() for n in range(len(form.papers))]
        for scanning, paper in zip(self._of, form.papers, strict=True):
            scanning.attached = paper.scans

    def put_into(self, form: Form) -> Form:
        """``form`` with the scans of each of its papers."""
        known = [each.attached for each in self._of]
        papers = tuple(
            replace(paper, scans=known[place]) if place < len(known) else paper
            for place, paper in enumerate(form.papers)
        )
        return replace(form, papers=papers)

    def drop(self, place: int) -> None:
        """A paper went, and with it what was on its way for it."""
        del self._of[place]

    def take(self, place: int, sources: Sequence[ScanSource]) -> None:
        """Files or a picture for one paper."""
        self._of[place].take(sources)

    def remove(self, place: int, sha256: str) -> None:
        """This one does not belong to that paper."""
        self._of[place].remove(sha256)

    def _new(self) -> Scanning:
        return Scanning(self._tasks, self._attach, self._changed)
