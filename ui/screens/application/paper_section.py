"""A better paper was brought: typed in place, checked against its register where one answers, recorded as shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, Final, Protocol

from dost_desktop.catalogue.office import DocumentEntry
from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.evidence import Identity, Paper
from dost_desktop.domain.ids import NumberKind
from dost_desktop.ports import Tasks, Unanswered, Worker
from dost_desktop.services.attach_scan import Scan
from dost_desktop.services.scan_reading import ReadScan, ScanSource
from ui.parts.papers.checking import CheckedPaper, check_paper, choices
from ui.parts.papers.typed import TypedPaper, paper_from
from ui.parts.scans.scanning import Scanning, ScansShown

CITIZEN, FOREIGNER, STATELESS = "citizen", "foreigner", "stateless"
_BLANK: Final = frozenset(
    {"document.number_empty", "document.date_empty"}
)  # not typed yet: a better paper has both
_FIELDS: Final = ("document_kind", "document_number", "issued_on", "valid_until", "form_shown")


@dataclass(frozen=True, slots=True)
class PaperActs:
    """What the section does."""

    documents: Sequence[DocumentEntry]
    attach_scan: Callable[[ReadScan], Scan]
    check_permit: Callable[[NumberKind, str], Attestation | Unanswered]
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class PaperShown:
    """The section at one moment; ``problems`` by field."""

    kinds: tuple[DocumentEntry, ...]
    entry: DocumentEntry | None
    problems: Mapping[str, InvalidValue]
    scans: ScansShown


class PaperViewPort(Protocol):
    """What the section's view must be able to do."""

    def show_paper(self, shown: PaperShown) -> None: ...

    def fill_paper(self, typed: TypedPaper) -> None:
        """Put texts into the fields, without a signal of typing."""

    def focus_paper(self, field: str) -> None:
        """The caret to this field."""


class PaperSection:
    """One paper on its way into the file. ``record`` gets it once its register answered or did not."""

    def __init__(
        self,
        view: PaperViewPort,
        tasks: Tasks,
        acts: PaperActs,
        record: Callable[[Paper], None],
        failed: Callable[[Exception], None],
        scanned: Callable[[], None],
    ) -> None:
        self._view, self._tasks, self._acts = view, tasks, acts
        self._record, self._failed, self._scanned = record, failed, scanned
        self._identity: Identity | None = None
        self._holder, self._typed = CITIZEN, TypedPaper()
        self._left: set[str] = set()
        self._scans = Scanning(tasks, acts.attach_scan, self._scans_changed)

    def open(self, identity: Identity, content: Mapping[str, Any]) -> None:
        """An empty section for this person, or one filled from the draft; the caret in its first field."""
        self._identity, self._holder = identity, holder_of(identity)
        self._typed, self._left = paper_from(content), set()
        if not self._typed.kind:
            offered = choices(self._acts.documents, self._holder)
            self._typed = replace(self._typed, kind=offered[0].id if offered else "")
        self._scans.attached = self._typed.scans
        self._view.fill_paper(self._typed)
        self._show()
        self._view.focus_paper("document_number")

    def content(self) -> dict[str, Any]:
        """What was typed, for the draft; empty when nothing was."""
        return {} if self._typed.is_blank() else self._typed.content()

    def typed(self, paper: TypedPaper) -> None:
        """Something changed in the fields."""
        self._typed = replace(paper, scans=self._scans.attached)
        self._show()

    def left(self, field: str) -> None:
        """The focus left a field: from now on its problem is said."""
        self._left.add(field)
        self._show()

    def scans_given(self, sources: Sequence[ScanSource]) -> None:
        """Files or a picture."""
        self._scans.take(sources)

    def scan_removed(self, sha256: str) -> None:
        """This one does not belong to the paper."""
        self._scans.remove(sha256)

    def confirmed(self) -> None:
        """Record the paper as it lies there, also when it does not hold; what nobody can read is mended first."""
        checked = self._checked()
        if checked.paper is None or any(flaw.problem in _BLANK for flaw in checked.flaws.values()):
            self._left |= set(_FIELDS)
            self._show()
            self._view.focus_paper(next(each for each in _FIELDS if each in checked.problems))
        elif _is_permit(checked.entry) and self._identity is not None:
            ask = partial(self._acts.check_permit, self._identity.number_kind, self._identity.number)
            self._tasks.run(ask, done=self._answered, failed=self._failed, on=Worker.NETWORK)
        else:
            self._record(checked.paper)

    def _answered(self, answer: Attestation | Unanswered) -> None:
        """The register's answer counts for the paper it is about; its silence stops nobody."""
        paper = self._checked(None if isinstance(answer, Unanswered) else answer).paper
        if paper is not None:
            self._record(paper)

    def _checked(self, said: Attestation | None = None) -> CheckedPaper:
        today = legal_date(self._acts.now())
        return check_paper(self._typed, self._acts.documents, self._holder, today, said)

    def _scans_changed(self) -> None:
        self._typed = replace(self._typed, scans=self._scans.attached)
        self._show()
        self._scanned()

    def _show(self) -> None:
        checked = self._checked()
        problems = {name: problem for name, problem in checked.problems.items() if name in self._left}
        kinds = choices(self._acts.documents, self._holder)
        self._view.show_paper(PaperShown(kinds, checked.entry, problems, self._scans.shown()))


def holder_of(identity: Identity) -> str:
    """Whose papers are asked for: a citizen's, a foreigner's, or those of somebody without citizenship."""
    if identity.number_kind is NumberKind.PIN:
        return CITIZEN
    return FOREIGNER if identity.citizenship else STATELESS


def _is_permit(entry: DocumentEntry | None) -> bool:
    return entry is not None and CITIZEN not in entry.holders
