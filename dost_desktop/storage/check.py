"""Proof that the desk's memory is whole: chains, signatures, receipts, read model, outbox and documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from dost_desktop.domain.acts import IssueNotice, IssueReferral, OpenApplication
from dost_desktop.domain.attestation import NumberLease, Series
from dost_desktop.domain.chain import Finding, Flaw, Seals, check_chain
from dost_desktop.domain.events import ChainedEvent
from dost_desktop.domain.fold import fold_all
from dost_desktop.domain.numbering import number_parts
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.rows import RunState
from dost_desktop.storage import places, projection
from dost_desktop.storage.errors import ChainBroken, DocumentMissing
from dost_desktop.storage.files import issued_by
from dost_desktop.storage.unit_of_work import Reading
from dost_desktop.storage.waiting import waiting_values

_NUMBERED: Final = frozenset(each.kind for each in (OpenApplication, IssueNotice, IssueReferral))
_PERSON: Final = (
    "SELECT names, sort_key, full_name, number_kind, number, document_number, birth_date, phone, status, status_at,"
    " last_active_on, needs_review FROM person WHERE file = ?"
)
_APPLICATIONS: Final = (
    "SELECT id, number, kind, form, opened_at, opened_by, desk, centre, ticket, state, is_open, changed_at"
    " FROM application WHERE file = ? ORDER BY id"
)
_SPEAKERS: Final = (
    "SELECT application, number, opened_at FROM representation WHERE file = ? ORDER BY application"
)
_WAITING: Final = (
    "SELECT what, since, application FROM waiting WHERE file = ? ORDER BY what, since, application"
)
_NOTICES: Final = (
    "SELECT id, seq, application, number, is_provisional, issued_at, issued_by, desk, pdf, certificate, verify_code,"
    " state, copies, served_at FROM notice WHERE file = ? ORDER BY id"
)


class Trouble(StrEnum):
    """What is wrong beside the chains."""

    READ_MODEL = "read_model"  # lists and search show something else than the file: rebuild
    UNSENT = "unsent"  # unconfirmed events that no run of the outbox holds
    OUTBOX = "outbox"  # a run of the outbox whose events are not where it says
    DOCUMENT = "document"  # a stored document is missing or changed
    NUMBERS = "numbers"  # a number that an event bears could be given out again
    LEASE = "lease"  # a block of numbers that the server did not seal, or that is used beyond its end
    HEAD = "head"  # what the server confirmed here it does not hold there
    OLDER = "older"  # this database is an older copy: no numbers before the next connection
    COPIED = "copied"  # the server takes another PC for this desk, or cannot tell which of two it is


@dataclass(frozen=True, slots=True)
class Unsent:
    """What the server does not have, and what waits for somebody; nothing of it is a trouble."""

    waiting: int  # runs
    needs_you: int
    set_aside: int
    documents: int
    looks: int
    unproven: (
        int  # files whose confirmed end bears no receipt of the server's present epoch: the sync brings it
    )
    numbers: Mapping[str, int]  # left in the blocks of this desk, by series and year


@dataclass(frozen=True, slots=True)
class DeskReport:
    """Everything a check found; ``is_whole`` when nothing."""

    files: int
    events: int
    documents: int
    findings: tuple[Finding, ...]
    troubles: tuple[tuple[Trouble, str], ...] = field(repr=False)  # with the file's or document's name
    unsent: Unsent

    @property
    def is_whole(self) -> bool:
        """True when nothing was found."""
        return not self.findings and not self.troubles


def check_desk(reading: Reading, seals: Seals) -> DeskReport:
    """Compare everything with everything, in one moment; changes nothing."""
    findings: list[Finding] = []
    troubles: list[tuple[Trouble, str]] = []
    files = events = unproven = 0
    blocks, epoch = _Blocks(reading), reading.meta.get("epoch")
    for no, raw, confirmed in reading.connection.all(
        "SELECT no, file_id, confirmed_seq FROM file ORDER BY no"
    ):
        file_id = UUID(bytes=raw)
        try:
            chained, receipts = reading.events(file_id), reading.receipts(file_id)
            findings += check_chain(file_id, chained, receipts, seals)
            unproven += confirmed > 0 and not any(
                each.epoch == epoch and each.seq >= confirmed for each in receipts
            )
            troubles += ((Trouble.NUMBERS, number) for number in blocks.free_again(chained))
            is_shown = _shown(reading, no) == _expected(fold_all(file_id, chained), issued_by(chained))
        except ChainBroken as error:
            findings.append(Finding(file_id, int(str(error.facts["seq"])), Flaw.HASH))
            continue
        except ValueError:  # data that no longer fits its kind: the chain's findings say where
            is_shown = False
        if not is_shown:
            troubles.append((Trouble.READ_MODEL, str(file_id)))
        troubles += (
            (trouble, str(file_id)) for trouble in _unsent(reading, file_id, confirmed, len(chained))
        )
        files, events = files + 1, events + len(chained)
    if not places.in_order(reading.connection):
        troubles.append((Trouble.READ_MODEL, "alphabet"))
    documents = reading.blobs.all()
    troubles += _documents(reading, (each.sha256 for each in documents))
    troubles += ((Trouble.LEASE, name) for name in blocks.overrun())
    unsent = _standing(reading, blocks, unproven)
    return DeskReport(files, events, len(documents), tuple(findings), tuple(troubles), unsent)


class _Blocks:
    """The blocks of numbers of this desk, and how far each is used."""

    def __init__(self, reading: Reading) -> None:
        used = reading.leases.next_numbers()
        self._blocks = [(each, used[str(each.lease_id)]) for each in reading.leases.all()]

    def free_again(self, chained: Iterable[ChainedEvent]) -> Iterable[str]:
        """Numbers that events bear although their block would still give them out."""
        for each in chained:
            if each.event.data is None or each.event.content.kind not in _NUMBERED:
                continue
            text = str(each.event.data.get("number", ""))
            parts = number_parts(text)
            if parts is not None and any(_would_give(parts, lease, after) for lease, after in self._blocks):
                yield text

    def overrun(self) -> Iterable[str]:
        """Blocks that are used before their first number or beyond their last one."""
        for lease, after in self._blocks:
            if not lease.first <= after <= lease.last + 1:
                yield str(lease.lease_id)

    def left(self) -> dict[str, int]:
        """How many numbers are left, by series and year."""
        found: dict[str, int] = {}
        for lease, after in self._blocks:
            name = f"{lease.series.value} {lease.year}"
            found[name] = found.get(name, 0) + max(0, lease.last - after + 1)
        return found


def _would_give(parts: tuple[Series, str, int, int], lease: NumberLease, after: int) -> bool:
    return parts[:3] == (lease.series, lease.centre, lease.year) and after <= parts[3] <= lease.last


def _standing(reading: Reading, blocks: _Blocks, unproven: int) -> Unsent:
    counts, (waiting, refused) = reading.outbox.counts(), reading.blobs.count_unsent()
    return Unsent(
        waiting=counts[RunState.QUEUED] + counts[RunState.SENDING],
        needs_you=counts[RunState.NEEDS_YOU] + refused,
        set_aside=counts[RunState.SET_ASIDE],
        documents=waiting,
        looks=reading.access_log.count_unsent(),
        unproven=unproven,
        numbers=blocks.left(),
    )


def _shown(reading: Reading, no: int) -> list[Any]:
    return [
        reading.connection.all(sql, (no,)) for sql in (_PERSON, _APPLICATIONS, _SPEAKERS, _WAITING, _NOTICES)
    ]


def _expected(file: PersonFile, issued: dict[UUID, int]) -> list[Any]:
    person = (*projection.identity_values(file.identity), *projection.standing_values(file))
    applications, speakers = [], []
    for application in file.applications:
        fixed, moving = projection.application_values(application)
        if speaker := projection.speaker_values(application):
            speakers.append((application.id.bytes, *speaker))
        applications.append((application.id.bytes, *fixed, *moving))
    notices = []
    for notice in file.notices:
        fixed, moving = projection.notice_values(notice)
        notices.append((notice.id.bytes, issued[notice.id], *fixed, *moving))
    return [[person], sorted(applications), sorted(speakers), waiting_values(file), sorted(notices)]


def _unsent(reading: Reading, file_id: UUID, confirmed: int, count: int) -> Iterable[Trouble]:
    waiting = set(range(confirmed + 1, count + 1))
    for run in reading.outbox.of_file(file_id):
        is_whole = len(run.events) == run.events[0].event.content.steps if run.events else False
        if not is_whole or any(each.event.content.run != run.run for each in run.events):
            yield Trouble.OUTBOX
        elif run.state in {RunState.QUEUED, RunState.SENDING}:
            waiting -= {each.link.seq for each in run.events}
    if waiting:
        yield Trouble.UNSENT


def _documents(reading: Reading, marks: Iterable[str]) -> Iterable[tuple[Trouble, str]]:
    for mark in marks:
        try:
            reading.blobs.get(mark)
        except DocumentMissing:
            yield Trouble.DOCUMENT, mark
