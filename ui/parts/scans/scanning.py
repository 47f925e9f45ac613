"""Scans on their way into the form: read in the documents process, kept in the database, refused with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.ports import Tasks, Worker
from dost_desktop.services.attach_scan import MOST_SCANS, Scan, TooManyScans
from dost_desktop.services.scan_reading import ReadScan, ScanKind, ScanSource, read_scan


@dataclass(frozen=True, slots=True)
class ScanProblem:
    """Why one scan was not taken; ``name`` is its file's, "" for a pasted picture or all of them."""

    name: str = field(repr=False)
    error: AgentError


@dataclass(frozen=True, slots=True)
class ScansShown:
    """The scans of the paper at one moment; ``reading`` counts those on their way."""

    attached: tuple[Scan, ...] = ()
    reading: int = 0
    problems: tuple[ScanProblem, ...] = ()


class Scanning:
    """``attached`` are in the database, ``reading`` on their way; ``changed`` hears that something here did."""

    def __init__(self, tasks: Tasks, attach: Callable[[ReadScan], Scan], changed: Callable[[], None]) -> None:
        self._tasks, self._attach, self._changed = tasks, attach, changed
        self.attached: tuple[Scan, ...] = ()
        self.reading = 0
        self.problems: tuple[ScanProblem, ...] = ()

    def shown(self) -> ScansShown:
        """As the page shows them now."""
        return ScansShown(self.attached, self.reading, self.problems)

    def take(self, sources: Sequence[ScanSource]) -> None:
        """Files or a picture were chosen, dropped or pasted. Earlier problems were seen, so they go."""
        room = max(MOST_SCANS - len(self.attached) - self.reading, 0)
        self.problems = ()
        if not sources:
            self._note("", InvalidValue("scan.nothing_to_paste"))
        elif len(sources) > room:
            self._note("", TooManyScans(limit=MOST_SCANS))
        self.reading += len(sources[:room])
        self._changed()
        for source in sources[:room]:
            name = source.name if isinstance(source, Path) else ""
            self._tasks.run(
                partial(read_scan, source),
                done=self._read,
                failed=partial(self._refused, name),
                on=Worker.DOCUMENTS,
            )

    def remove(self, sha256: str) -> None:
        """This one does not belong to the paper."""
        self.attached = tuple(scan for scan in self.attached if scan.sha256 != sha256)
        self._changed()

    def _read(self, read: ReadScan) -> None:
        job = partial(self._attach, read)
        self._tasks.run(job, done=self._kept, failed=partial(self._refused, read.name))

    def _kept(self, scan: Scan) -> None:
        self.reading -= 1
        if scan.sha256 not in {each.sha256 for each in self.attached}:
            self.attached = (*self.attached, scan)
        self._changed()

    def _refused(self, name: str, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self.reading -= 1
        self._note(name, error)
        self._changed()

    def _note(self, name: str, error: AgentError) -> None:
        self.problems = (*self.problems, ScanProblem(name, error))


def kept(scans: Sequence[Scan]) -> list[dict[str, object]]:
    """Scans as a draft keeps them."""
    return [{**asdict(scan), "kind": scan.kind.value} for scan in scans]


def scans_from(content: object) -> tuple[Scan, ...]:
    """Scans from a draft."""
    each_kept = content if isinstance(content, list) else []
    return tuple(
        Scan(one["sha256"], ScanKind(one["kind"]), one["pages"], one["size"], one["name"])
        for one in each_kept
    )
