"""Everything that this desk could not send, in one sealed file, for when no network comes back (design 6).

The administrator imports it at the central API, any number of times with the same effect; this desk keeps all of it
and goes on sending. Nothing is changed here, so it also works for a desk that is not let in any more.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, ClassVar, Final, Protocol
from uuid import UUID, uuid5

from dost_desktop import __version__
from dost_desktop.contract.half_done import HalfDoneCase
from dost_desktop.contract.translation import run_message
from dost_desktop.contract.unsent import (
    FinishedCase,
    Record,
    UnsentCase,
    UnsentDocument,
    UnsentHeader,
    UnsentLook,
    UnsentRun,
    UnsentWriter,
    new_content_key,
)
from dost_desktop.domain.dates import instant_text
from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import Blobs, Reading
from dost_desktop.rows import ApplicationRow, BlobState, Draft, Look, RunState, WaitingRun
from dost_desktop.services.case_telling import FINISHED, to_tell
from dost_desktop.services.desk import Desk
from dost_desktop.services.half_done import draft_messages, message_of
from dost_desktop.services.look_told import look_message
from dost_desktop.services.run_case import draft_key_of, open_cases, paused_cases
from dost_desktop.whole_file import put_in_place

_PIECE: Final = 256 * 1024
_ALL: Final = 2**31 - 1
_STATES: Final = {RunState.NEEDS_YOU: "needs_you", RunState.SET_ASIDE: "set_aside"}


class ExportNotWritten(AgentError):
    """The file could not be written there; nothing stands under its name."""

    code: ClassVar[str] = "export.not_written"


class ExportDiskFull(ExportNotWritten):
    """There is no room for the file; nothing stands under its name."""

    code = "export.disk_full"


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What the file holds. ``left_out``: runs and documents that are damaged here, by run id or SHA-256."""

    path: Path
    runs: int
    documents: int
    cases: int
    looks: int
    left_out: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when the server has everything."""
        return not (self.runs or self.documents or self.cases or self.looks or self.left_out)


class _Outbox(Protocol):
    def of_file(self, file_id: UUID) -> tuple[WaitingRun, ...]: ...


class _Looks(Protocol):
    def unsent(self, limit: int = 500) -> tuple[Look, ...]: ...


class _Documents(Blobs, Protocol):
    def waiting(self, limit: int = 20, *, also_refused: bool = False) -> tuple[BlobState, ...]: ...

    def part(self, sha256: str, offset: int, size: int) -> bytes: ...


class UnsentReading(Reading, Protocol):
    """One picture of the desk, with all that was not sent."""

    @property
    def outbox(self) -> _Outbox: ...

    @property
    def access_log(self) -> _Looks: ...

    @property
    def blobs(self) -> _Documents: ...

    def open_applications(self, limit: int = 500) -> tuple[ApplicationRow, ...]: ...


@dataclass(frozen=True, slots=True)
class ExportUnsent:
    """Write the file. Runs on the database worker; large scans go through it in parts."""

    desk: Desk
    open_reading: Callable[[], UnsentReading]
    install_id: UUID
    recovery_key: bytes = field(repr=False)  # the deployment's public one

    def __call__(self, path: Path) -> ExportReport:
        """Everything the server has not confirmed, at ``path``, whole or not at all.

        Raises ExportNotWritten, ExportDiskFull, and HandLocked while the desk is locked.
        """
        beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            with self.open_reading() as reading:
                try:
                    handle = os.open(
                        beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
                    )
                    with os.fdopen(handle, "wb") as out:
                        report = self._write(reading, out, path)
                        out.flush()
                        os.fsync(out.fileno())
                    put_in_place(beside, path)
                finally:
                    beside.unlink(missing_ok=True)
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise ExportDiskFull from error
            raise ExportNotWritten from error
        return report

    def _write(self, reading: UnsentReading, out: IO[bytes], path: Path) -> ExportReport:
        content = _Content(reading, self)
        key, box = new_content_key(self.recovery_key)
        header = UnsentHeader(
            desk=self.desk.name,
            centre=self.desk.centre.code,
            install_id=str(self.install_id),
            agent=self.desk.agent.agent,
            made_at=instant_text(self.desk.clock.now()),
            program=__version__,
            runs=content.runs,
            documents=len(content.documents),
            document_bytes=sum(each.size for each in content.documents),
            cases=len(content.cases),
            looks=len(content.looks),
            box=box,
        )
        writer = UnsentWriter(out, header.signed(self.desk.hand.sign), key)
        content.into(writer)
        writer.close()
        return ExportReport(
            path,
            content.runs,
            len(content.documents),
            len(content.cases),
            len(content.looks),
            tuple(content.left_out),
        )


class _Content:
    """What there is, counted before the first byte is written: the file says at its beginning what it holds."""

    def __init__(self, reading: UnsentReading, export: ExportUnsent) -> None:
        self._reading = reading
        self.left_out: list[str] = []
        self.runs = 0
        self._files: list[UUID] = []
        for file_id in dict.fromkeys(row.file_id for row in reading.outbox_rows()):
            self._count(file_id)
        self.documents = [
            each for each in reading.blobs.waiting(_ALL, also_refused=True) if self._whole(each)
        ]
        self.cases = list(_cases(reading, export))
        self.looks = [_look(each) for each in reading.access_log.unsent(_ALL)]

    def into(self, writer: UnsentWriter) -> None:
        """All of it, the clicks first, each file's in their order."""
        for file_id in self._files:
            for run in self._reading.outbox.of_file(file_id):
                writer.record(_run(run))
        for each in (*self.cases, *self.looks):
            writer.record(each)
        for document in self.documents:
            writer.record(UnsentDocument(sha256=document.sha256, size=document.size))
            for piece in self._pieces(document):
                writer.add(piece)

    def _count(self, file_id: UUID) -> None:
        try:
            runs = [_run(each) for each in self._reading.outbox.of_file(file_id)]
        except (AgentError, ValueError):  # the database's copy is damaged: `check` says more
            self.left_out += [str(r.run) for r in self._reading.outbox_rows() if r.file_id == file_id]
            return
        self._files.append(file_id)
        self.runs += len(runs)

    def _whole(self, document: BlobState) -> bool:
        measured, size = hashlib.sha256(), 0
        for piece in self._pieces(document):
            measured.update(piece)
            size += len(piece)
        is_whole = (measured.hexdigest(), size) == (document.sha256, document.size)
        if not is_whole:
            self.left_out.append(document.sha256)
        return is_whole

    def _pieces(self, document: BlobState) -> Iterator[bytes]:
        for at in range(0, document.size, _PIECE):
            yield self._reading.blobs.part(document.sha256, at, _PIECE)


def _run(run: WaitingRun) -> UnsentRun:
    return UnsentRun.model_validate(
        {
            "state": _STATES.get(run.state, "queued"),
            "last_answer": run.last_answer,
            "run": run_message(run.base, run.events),
        }
    )


def _look(look: Look) -> UnsentLook:
    return UnsentLook(look=look_message(look))


def _cases(reading: UnsentReading, export: ExportUnsent) -> Iterator[Record]:
    """Half-done cases, those whose end is not told yet, and drafts of open applications that no case is about."""
    opened = open_cases(reading)
    here = (*opened, *paused_cases(reading))
    for case in here:
        yield UnsentCase(case=message_of(reading, case, is_open=case in opened))
    for case_id, (what, _since) in to_tell(reading).items():
        if what == FINISHED:
            yield FinishedCase(case=str(case_id))
    told = {draft_key_of(case.id) for case in here}
    about = {case.application for case in here}
    alone: dict[UUID, list[Draft]] = {}
    for draft in reading.drafts.all():
        if draft.application is not None and draft.application not in about and draft.key not in told:
            alone.setdefault(draft.application, []).append(draft)
    if alone:
        rows = {row.id: row for row in reading.open_applications(_ALL)}
        for application, drafts in alone.items():
            if application in rows:
                yield UnsentCase(case=_of_drafts(rows[application], drafts, export))


def _of_drafts(row: ApplicationRow, drafts: list[Draft], export: ExportUnsent) -> HalfDoneCase:
    last: datetime = max(each.saved_at for each in drafts)
    return HalfDoneCase(
        id=str(uuid5(export.install_id, f"drafts:{row.id}")),
        state="paused",
        agent=export.desk.agent.agent,
        ticket=row.ticket,
        purpose=str(row.kind),
        file_id=str(row.file_id),
        application=str(row.id),
        paused_at=instant_text(last),
        drafts=tuple(draft_messages(drafts)),
    )
