"""A desk's memory for tests: a database in a folder, an agent who signs, a server that gives receipts."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from dost_desktop.contract.seals import SigningKey, is_sealed, is_signed
from dost_desktop.domain import acts, evidence
from dost_desktop.domain.attestation import NumberLease, Receipt, Series
from dost_desktop.domain.events import Actor, ChainedEvent, Event, record
from dost_desktop.domain.ids import NumberKind, file_id, new_id
from dost_desktop.domain.vocabulary import ApplicationKind, Channel, FormOfAnswer, FormOfApplication, Source
from dost_desktop.storage.database import Database, DatabasePaths

NOW = datetime(2026, 11, 24, 6, 7, 32, tzinfo=UTC)
LAW = "1" * 64


def paths_in(folder: Path) -> DatabasePaths:
    return DatabasePaths(folder / "data" / "desk.db", folder / "outside" / "marks", folder / "backups")


@dataclass
class Signer:
    """An agent at a desk, and the central server; says which signatures are good."""

    agent: SigningKey = field(default_factory=SigningKey.new)
    server: SigningKey = field(default_factory=SigningKey.new)

    def run(self, person: UUID, *what: acts.Act, at: datetime = NOW) -> tuple[Event, ...]:
        actor = Actor("agent.one", "desk-7", self.agent.sign)
        return record(what, file_id=person, actor=actor, law=LAW, at=at)

    def receipt(self, chained: ChainedEvent, epoch: str = "one") -> Receipt:
        person = chained.event.content.file_id
        return self.server.seal(Receipt(person, chained.link.seq, chained.link.hash, NOW, epoch, ""))

    def lease(self, series: Series = Series.NOTICE, first: int = 1, last: int = 50) -> NumberLease:
        return self.server.seal(NumberLease(uuid4(), series, "B03", 2026, first, last, "desk-7", "one", ""))

    def event_is_signed(self, chained: ChainedEvent) -> bool:
        event = chained.event
        return is_signed(self.agent.public, event.content.signed_bytes(), event.signature)

    def receipt_is_signed(self, receipt: Receipt) -> bool:
        return is_sealed(receipt, {self.server.name: self.server.public})


def new_desk(folder: Path) -> tuple[Database, bytes]:
    key = secrets.token_bytes(32)
    return Database.create(paths_in(folder), key, "install-1"), key


def person(pin: str) -> UUID:
    return file_id(b"s" * 32, NumberKind.PIN, pin)


def identified(
    pin: str = "5ZJ1K2M", surname: str = "Əliyev", given: str = "İlqar", patronymic: str = "Çingiz oğlu"
) -> acts.IdentifyPerson:
    identity = evidence.Identity(
        NumberKind.PIN,
        pin,
        surname,
        given,
        patronymic,
        NOW.date() - timedelta(days=9000),
        document_number="AA1234567",
    )
    return acts.IdentifyPerson(identity, Source.PAPERS, unreachable_at=NOW)


def opened(
    number: str = "05-04-05-00/B03/2026/000001", application: UUID | None = None
) -> acts.OpenApplication:
    return acts.OpenApplication(
        application or new_id(NOW),
        number,
        ApplicationKind.UNEMPLOYED,
        FormOfApplication.IN_PERSON,
        Channel.DOST_CENTRE,
        FormOfAnswer.IN_PERSON,
        "B03",
        "B",
        ticket="A-014",
    )


def issued(application: UUID, pdf: str, number: str = "05-04-05-00/B03/2026/000777") -> acts.IssueNotice:
    return acts.IssueNotice(application, new_id(NOW), number, False, pdf, 100, "1f", secrets.token_hex(16))
