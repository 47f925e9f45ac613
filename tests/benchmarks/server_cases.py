"""Cases as desks push them, each click signed: from who the person is to the refusal handed over."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count, islice
from typing import Final
from uuid import UUID, uuid4

from central_api.demo_people import invent
from central_api.office import Office
from dost_desktop.contract.messages import RunMessage
from dost_desktop.contract.translation import run_message
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Attestation, Register, Series
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.events import Actor, ChainedEvent, Head, head_of, link_run, record
from dost_desktop.domain.identity import identity_of
from dost_desktop.domain.ids import NumberKind, file_id
from dost_desktop.domain.numbering import number_text
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    Channel,
    FormOfAnswer,
    FormOfApplication,
    PassportGround,
    Receiving,
    Recipient,
    Source,
)
from tests.benchmarks.many_persons import pin_of
from tests.benchmarks.server_place import Worker

CLICKS: Final = 6  # of one case
EVENTS: Final = 8
_REASONS: Final = "Reyestrin məlumatına görə əmək müqaviləsi ilə işləyir."


@dataclass(frozen=True, slots=True)
class Case:
    """One person's whole case: a run for each click, and its events as they will stand in the file."""

    file: UUID
    worker: Worker
    runs: tuple[RunMessage, ...]
    chain: tuple[ChainedEvent, ...]


class Cases:
    """Makes cases of people whom the register knows as employed; numbers are leased as desks lease them."""

    def __init__(self, office: Office, workers: Sequence[Worker]) -> None:
        self.office, self.workers = office, workers
        now = office.clock()
        self.now, self.law = now, office.laws.versions.versions[0]
        somebody = next(each for each in invent(datetime.now(UTC).date()) if each.case == "found 4.1.1")
        asked = (Register.PERSON, Register.STATUS, Register.EMPLOYED_PERSONS)
        self._said = {
            each: office.lookups.registers.ask(each, NumberKind.PIN, somebody.number) for each in asked
        }
        self._numbers: dict[tuple[str, Series], Iterator[int]] = {}

    def case(self, nth: int, clicks: int = CLICKS) -> Case:
        """The first ``clicks`` of the case of the ``nth`` person, at one of the desks in turn."""
        worker = self.workers[nth % len(self.workers)]
        number = pin_of(nth)
        file = file_id(worker.secret, NumberKind.PIN, number)
        runs: list[RunMessage] = []
        chain: list[ChainedEvent] = []
        for click in islice(self._clicks(worker, file, number), clicks):
            base = head_of(chain[-1]) if chain else Head()
            actor = Actor(worker.agent, worker.desk, worker.key.sign)
            linked = link_run(base, record(click, file_id=file, actor=actor, law=self.law, at=self.now))
            runs.append(run_message(base, linked))
            chain += linked
        return Case(file, worker, tuple(runs), tuple(chain))

    def _clicks(self, worker: Worker, file: UUID, number: str) -> Iterator[Sequence[acts.Act]]:
        person = self._answer(worker, file, Register.PERSON)
        identity = identity_of(person.answer, NumberKind.PIN, number)
        assert identity is not None
        status = self._answer(worker, file, Register.STATUS)
        yield acts.IdentifyPerson(identity, Source.REGISTER, person), acts.ReadStatus(status)
        application, notice = uuid4(), uuid4()
        yield (
            acts.OpenApplication(
                application=application,
                number=self._number(worker, Series.APPLICATION),
                application_kind=ApplicationKind.UNEMPLOYED,
                form=FormOfApplication.IN_PERSON,
                channel=Channel.DOST_CENTRE,
                answer_form=FormOfAnswer.IN_PERSON,
                centre=worker.centre,
                place=worker.centre[0],
                ticket="A001",
            ),
        )
        answer = self._answer(worker, file, Register.EMPLOYED_PERSONS)
        yield (acts.RecordRegisterAnswer(application, answer),)
        yield (
            acts.Refuse(
                application=application,
                passport_ground=PassportGround.NO_LEGAL_BASIS,
                ground="employed.4_1_1",
                article="4.1.1",
                lookup_no=answer.lookup_no,
                reasoning=_REASONS,
            ),
            acts.IssueNotice(
                application=application,
                notice=notice,
                number=self._number(worker, Series.NOTICE),
                provisional=False,
                pdf=hashlib.sha256(notice.bytes).hexdigest(),
                size=180_000,
                certificate="01",
                verify_code=uuid4().hex,
            ),
        )
        yield (acts.PrintNotice(notice=notice, copy=1, printer="Sınaq"),)
        yield (
            acts.ServeNotice(
                notice=notice,
                form=FormOfAnswer.IN_PERSON,
                recipient=Recipient.PERSON,
                receiving=Receiving.SIGNED,
                served_at=self.now,
            ),
        )

    def _answer(self, worker: Worker, file: UUID, register: Register) -> Attestation:
        return self.office.seals.attested(
            Attestation(
                lookup_no=f"{self.now:%y%m%d}-{uuid4().hex[:8].upper()}",
                register=register,
                file_id=file,
                purpose="unemployed",
                asked_by=worker.agent,
                at=self.now,
                answer=self._said[register],
                key="",
            )
        )

    def _number(self, worker: Worker, series: Series) -> str:
        year = legal_date(self.now).year
        numbers = self._numbers.setdefault((worker.desk, series), self._leased(worker, series, year))
        return number_text(series, worker.centre, year, next(numbers))

    def _leased(self, worker: Worker, series: Series, year: int) -> Iterator[int]:
        for _ in count():
            lease = self.office.leases.lease(worker.as_desk, series, year)
            yield from range(lease["first"], lease["last"] + 1)
