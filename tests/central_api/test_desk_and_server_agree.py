"""Whatever is clicked, by whom and when: the desk and the server say the same, and hold the same file.

Random legal and illegal acts on one person's file. The desk decides first. What it allows, the server must take; what
it refuses is forged, signed and sent all the same, and the server must refuse it for the very same reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import ClassVar, Final
from uuid import UUID, uuid4

import httpx
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from central_api.demo_people import Invented
from central_api.office import Office
from central_api.register_files import replace_register
from dost_desktop.contract.messages import FeedItem, PushAnswer, PushVerdict, RunMessage
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Register, Series
from dost_desktop.domain.dates import legal_date, months_later
from dost_desktop.domain.decide import Command, decide, possible
from dost_desktop.domain.ending import grounds_for
from dost_desktop.domain.evidence import SuitabilityTest, WorkProfile
from dost_desktop.domain.lifecycle import OPENABLE, Move
from dost_desktop.domain.person_file import Application, PersonFile
from dost_desktop.domain.refusing import Refused
from dost_desktop.domain.suitable_work import Test
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    ApplicationState,
    ConfirmedBy,
    Education,
    EmployerAnswer,
    MessageChannel,
    MessageSender,
    PassportGround,
    Role,
    Status,
)
from tests.central_api.conftest import MORNING
from tests.central_api.practice_desk import Clockwork, Desk, enrol, hire

WORDS: Final = "Şəxs bunu masada belə izah etdi, agent də yazdı."
OF_AGENTS: Final = (
    Move.SUBMIT_FORM,
    Move.REGISTER_SILENT,
    Move.OFFER_WORK,
    Move.ACCEPT_OFFER,
    Move.DECLINE_OFFER,
    Move.JUDGE_JUSTIFIED,
    Move.JUDGE_UNJUSTIFIED,
    Move.EXPLAIN_RIGHT,
    Move.ISSUE_REFERRAL,
    Move.EMPLOYER_HIRED,
    Move.EMPLOYER_NOT_HIRED,
    Move.EMPLOYER_SILENT,
    Move.PLACE_NO_WORK,
    Move.SEARCH_AGAIN,
    Move.SEND_TO_BACK_OFFICE,
    Move.REFUSE,
    Move.WITHDRAW,
    Move.GIVE_EXPLANATION,
)
OF_NOBODY_HERE: Final = (
    Move.CONFIRM_FORM,
    Move.ACCEPT_BY_MAS,
    Move.NOT_ACCEPT_BY_MAS,
    Move.RECORD_DELIVERY,
    Move.CONFIRM,
    Move.RETURN,
    Move.REOPEN,
)
LEADS_NOWHERE: Final = frozenset({Move.WITHDRAW, Move.REFUSE, Move.GIVE_EXPLANATION, Move.REGISTER_SILENT})
REGISTERED_AS: Final = (
    Status.NOT_REGISTERED,
    Status.JOBSEEKER,
    Status.UNEMPLOYED,
    Status.TEMPORARILY_REMOVED,
)
EXAMPLES: Final = 60
HAPPENS: Final = (
    *["goes on"] * 20,
    *["an agent clicks"] * 4,
    *["opens"] * 3,
    *["the back office decides"] * 3,
    *["the central system works"] * 3,
    "an agent does what is not theirs",
    "the head opens again",
    "reads the status",
    "tells",
    "time passes",
)
GOES_ON: Final = {
    ApplicationState.AT_BACK_OFFICE: "the back office decides",
    ApplicationState.WAITING_MAS: "the central system works",
    ApplicationState.REFUSED: "the head opens again",
    ApplicationState.WITHDRAWN: "the head opens again",
    ApplicationState.DONE: "opens",
}
HAPPENED: Final = frozenset(
    each.kind
    for each in (
        acts.OpenApplication,
        acts.SubmitForm,
        acts.RecordRegisterAnswer,
        acts.OfferWork,
        acts.AcceptOffer,
        acts.DeclineOffer,
        acts.JudgeDecline,
        acts.IssueReferral,
        acts.RecordEmployerAnswer,
        acts.PlaceNoSuitableWork,
        acts.SendToBackOffice,
        acts.ConfirmDecision,
        acts.ReturnDecision,
        acts.Refuse,
        acts.Withdraw,
        acts.Reopen,
    )
)
GROUNDS: Final = (
    ("no_legal_basis", PassportGround.NO_LEGAL_BASIS, ""),
    ("decline.unjustified", PassportGround.NO_LEGAL_BASIS, ""),
    ("employed.4_1_1", PassportGround.NO_LEGAL_BASIS, "4.1.1"),
    ("age.under_15", PassportGround.NO_LEGAL_BASIS, ""),
    ("bad_weather", PassportGround.NO_LEGAL_BASIS, ""),
)


class WholeLife(RuleBasedStateMachine):
    """One person's file, an agent, an officer and the head of the centre, each with a key of their own."""

    office: ClassVar[Office]
    clock: ClassVar[Clockwork]
    agent: ClassVar[Desk]
    officer: ClassVar[Desk]
    head: ClassVar[Desk]
    numbers: ClassVar[dict[Status, Iterator[str]]]
    seen: ClassVar[Counter[str]]
    about_an_application: ClassVar[dict[str, tuple[Role, tuple[Move, ...]]]] = {
        "goes on": (Role.AGENT, ()),
        "an agent clicks": (Role.AGENT, (*OF_AGENTS, Move.REGISTER_NOT_FOUND)),
        "an agent does what is not theirs": (Role.AGENT, OF_NOBODY_HERE),
        "the back office decides": (Role.BACK_OFFICE, (Move.CONFIRM, Move.RETURN)),
        "the head opens again": (Role.HEAD, (Move.REOPEN,)),
    }

    @initialize(seed=st.integers(0, 2**40))
    def sits_down(self, seed: int) -> None:
        self.dice = Random(seed)
        status = self.dice.choice((*REGISTERED_AS, Status.JOBSEEKER, Status.JOBSEEKER))
        self.clock.at = MORNING
        self._signs_in()
        self.number = next(self.numbers[status])
        self.file = self.agent.file_of(self.number)
        self._says(self.agent, Role.AGENT, *self.agent.identification(self.number)[1])

    @rule()
    def something_happens(self) -> None:
        """One rule for all, and dice of its own: hypothesis prefers short lives with the same few acts."""
        what = self.dice.choice(HAPPENS)
        known = self._state().applications
        back = self.dice.choice((0, 0, 0, 0, 1, 2))
        application = known[max(len(known) - 1 - back, 0)] if known else None
        if application is not None and what == "goes on" and self.dice.random() < 0.8:
            what = GOES_ON.get(application.state, what)
        if application is not None and what in self.about_an_application:
            role, moves = self.about_an_application[what]
            who = {Role.AGENT: self.agent, Role.BACK_OFFICE: self.officer, Role.HEAD: self.head}[role]
            offered = moves or self._offered(application)
            if offered:
                self._says(who, role, self._act(self.dice.choice(offered), application))
        elif what == "opens":
            kind = self._kind()
            self._says(self.agent, Role.AGENT, replace(self.agent.opening(), application_kind=kind))
        elif what == "reads the status":
            self._says(self.agent, Role.AGENT, acts.ReadStatus(self.agent.asks("mas_status", self.number)))
        elif what == "tells":
            self._says(self.agent, Role.AGENT, acts.RecordWorkProfile(WorkProfile(Education.HIGHER)))
        elif what == "the central system works":
            self.clock.at += timedelta(seconds=40)
            self.office.duties.work_off()
            self._reads(self.agent)
        elif what == "time passes":
            self.clock.at += timedelta(hours=self.dice.choice((1, 25, 24 * 8)))
            self._signs_in()

    def _kind(self) -> ApplicationKind:
        """Mostly one that can be opened now."""
        status = self._state().registration.status
        open_to = [kind for kind in ApplicationKind if status in OPENABLE[kind]]
        return self.dice.choice([*(open_to * 4), *ApplicationKind])

    def _offered(self, application: Application) -> tuple[Move, ...]:
        """What the window offers now and leads on, so that a life gets somewhere."""
        law, now = self.office.laws.current(legal_date(self.clock())), self.clock()
        moves = possible(self._state(), application.id, Role.AGENT, law, now)
        leads_on = (*OF_AGENTS, Move.REGISTER_NOT_FOUND, Move.OFFER_WORK, Move.OFFER_WORK, Move.DECLINE_OFFER)
        return tuple(each for each in leads_on if moves[each] is None and each not in LEADS_NOWHERE)

    # what must always be true
    @invariant()
    def both_hold_the_same_file(self) -> None:
        assert self.agent.state(self.file) == self.office.hand.read(self.file)

    def _signs_in(self) -> None:
        for who in (self.agent, self.officer, self.head):
            who.signs_in(who.agent)

    # one click
    def _says(self, who: Desk, role: Role, *done: acts.Act) -> None:
        if who is not self.agent:
            self._reads(who)
        now = self.clock()
        law = self.office.laws.current(legal_date(now))
        command = Command(done, role, who.agent, who.enrolled.desk, who.enrolled.centre.code)
        decided = decide(who.state(self.file), command, law, now)
        run = who.records(self.file, *done)
        verdict = self._sends(who, run, online=who is not self.agent)
        self.seen[f"{done[-1].kind}: {'yes' if decided == done else 'no'}"] += 1
        if isinstance(decided, Refused):
            assert verdict.answer == "rejected", (done, decided, verdict)
            assert verdict.reason == decided.reason, (done, decided, verdict)
            who.forgets(self.file, run)
        else:
            assert verdict.answer == "accepted", (done, verdict)
            if who is not self.agent:
                self._reads(self.agent)

    def _sends(self, who: Desk, run: RunMessage, *, online: bool) -> PushVerdict:
        if not online:
            return who.pushes(run)[0]
        body = {"runs": [run.model_dump(mode="json")]}
        door = "/v1/centre/acts" if who is self.head else "/v1/back-office/decisions"
        answer = who.http.post(door, json=body, headers=who.as_agent)
        assert answer.status_code == 200, answer.text
        return PushAnswer.model_validate(answer.json()).answers[0]

    def _reads(self, who: Desk) -> None:
        """The whole file as the server has it."""
        answer = who.http.get(f"/v1/files/{self.file}", params={"purpose": "sınaq"}, headers=who.as_agent)
        assert answer.status_code == 200, answer.text
        who.takes(self.file, 1, FeedItem.model_validate(answer.json()).events)

    def _state(self) -> PersonFile:
        return self.agent.state(self.file)

    def _act(self, move: Move, application: Application) -> acts.Act:
        id_, now = application.id, self.clock()
        today = legal_date(now)
        offer = application.offers[-1].id if application.offers else uuid4()
        make: dict[Move, Callable[[], acts.Act]] = {
            Move.SUBMIT_FORM: lambda: self._form(application, today),
            Move.REGISTER_NOT_FOUND: lambda: acts.RecordRegisterAnswer(
                id_, self.agent.asks("mas_employed_persons", self.number)
            ),
            Move.REGISTER_SILENT: lambda: acts.RecordRegisterSilence(id_, now),
            Move.OFFER_WORK: lambda: self._offer(id_),
            Move.ACCEPT_OFFER: lambda: acts.AcceptOffer(id_, offer),
            Move.DECLINE_OFFER: lambda: acts.DeclineOffer(
                id_, offer, self.dice.choice(("Uzaqdır", "", "Səhhətim"))
            ),
            Move.JUDGE_JUSTIFIED: lambda: acts.JudgeDecline(id_, offer, True, WORDS),
            Move.JUDGE_UNJUSTIFIED: lambda: acts.JudgeDecline(
                id_, offer, False, self.dice.choice((WORDS, WORDS, "yox"))
            ),
            Move.EXPLAIN_RIGHT: lambda: acts.ExplainRight(id_),
            Move.ISSUE_REFERRAL: lambda: acts.IssueReferral(
                id_, offer, self.agent.next_number(Series.REFERRAL), today
            ),
            Move.EMPLOYER_HIRED: lambda: acts.RecordEmployerAnswer(id_, EmployerAnswer.HIRED),
            Move.EMPLOYER_NOT_HIRED: lambda: acts.RecordEmployerAnswer(id_, EmployerAnswer.NOT_HIRED),
            Move.EMPLOYER_SILENT: lambda: acts.RecordEmployerAnswer(id_, EmployerAnswer.SILENT),
            Move.PLACE_NO_WORK: lambda: self.agent.no_work(id_, self.number, 3),
            Move.SEARCH_AGAIN: lambda: acts.SearchWorkAgain(id_),
            Move.SEND_TO_BACK_OFFICE: lambda: acts.SendToBackOffice(id_, "05"),
            Move.REFUSE: lambda: self._refusal(application),
            Move.WITHDRAW: lambda: acts.Withdraw(id_, "Öz istəyim"),
            Move.GIVE_EXPLANATION: lambda: acts.GiveExplanation(id_, "registration.personal", WORDS),
            Move.CONFIRM_FORM: lambda: acts.ConfirmForm(id_, now),
            Move.ACCEPT_BY_MAS: lambda: acts.AcceptByMas(id_, "Q-1", now),
            Move.NOT_ACCEPT_BY_MAS: lambda: acts.NotAcceptByMas(id_, "Telefon yoxdur"),
            Move.RECORD_DELIVERY: lambda: acts.RecordDelivery(
                id_, "jobseeker.registered", MessageChannel.MOBILE, MessageSender.MAS, delivered=True, at=now
            ),
            Move.CONFIRM: lambda: acts.ConfirmDecision(id_),
            Move.RETURN: lambda: acts.ReturnDecision(id_, self.dice.choice((WORDS, WORDS, WORDS, " "))),
            Move.REOPEN: lambda: acts.Reopen(id_, self.dice.choice((WORDS, WORDS, WORDS, ""))),
        }
        return make[move]()

    def _form(self, application: Application, today: date) -> acts.SubmitForm:
        law, status = self.office.laws.current(today), self._state().registration.status
        fit = [rule.id for rule in grounds_for(application.kind, status, law, today)]
        ground = self.dice.choice([*(fit * 3 or ["", ""]), *law.endings])
        rule = law.endings.get(ground)
        usual = months_later(today, rule.months) if rule and rule.months else today + timedelta(days=90)
        starts_on = self.dice.choice((*[today] * 6, None))
        ends_on = self.dice.choice((*[usual] * 6, None, today - timedelta(days=1)))
        evidence = self.dice.choice((*["Sənəd № 7"] * 4, ""))
        return acts.SubmitForm(application.id, ground, starts_on, ends_on, evidence, ConfirmedBy.PERSON)

    def _offer(self, application: UUID) -> acts.OfferWork:
        odd = self.dice.choice(("fits", "fits", "fits", "does_not_fit", "ask"))
        tests = tuple(SuitabilityTest(test, "fits") for test in Test)[:4]
        last = SuitabilityTest(Test.TRANSPORT, odd)
        vacancy = self.dice.choice([f"V{place:05}" for place in range(1, 60)])
        return acts.OfferWork(application, uuid4(), vacancy, "Nümunə MMC", "aşpaz", (*tests, last))

    def _refusal(self, application: Application) -> acts.Refuse:
        ground, passport_ground, article = self.dice.choice(GROUNDS)
        lookup_no = application.answer.lookup_no if application.answer else ""
        reasoning = self.dice.choice((WORDS, WORDS, "Maddə"))
        return acts.Refuse(application.id, passport_ground, ground, article, lookup_no, reasoning)


@pytest.fixture
def numbers(office: Office, invented: list[Invented]) -> dict[Status, Iterator[str]]:
    """As many people as are needed, alike in every register: a run of the same clicks is the same again."""
    model = next(each for each in invented if each.case == "not registered")
    alike = {
        status: [f"7{digit}{place:05}" for place in range(EXAMPLES)]
        for digit, status in enumerate(REGISTERED_AS)
    }
    everybody = [number for numbers in alike.values() for number in numbers]
    replace_register(office.database, Register.PERSON, [(number, model.person) for number in everybody])
    told = {"since": "2026-05-04", "registration_number": "Q-1", "bars": [], "before_removal": "unemployed"}
    statuses = [(number, told | {"status": status}) for status in alike for number in alike[status]]
    replace_register(office.database, Register.STATUS, statuses)
    return {status: iter(numbers) for status, numbers in alike.items()}


def test_any_acts_by_anybody_leave_desk_and_server_agreed(
    office: Office, desk: Desk, http: httpx.Client, clock: Clockwork, numbers: dict[Status, Iterator[str]]
) -> None:
    office.background.stop()
    hire(office, "nərgiz", "back_office")
    officer = enrol(office, http, clock).signs_in("nərgiz")
    head = enrol(office, http, clock).signs_in("ramin")

    class OfThisOffice(WholeLife):
        pass

    OfThisOffice.office, OfThisOffice.clock = office, clock
    OfThisOffice.agent, OfThisOffice.officer, OfThisOffice.head = desk, officer, head
    OfThisOffice.numbers, OfThisOffice.seen = numbers, Counter()

    run_state_machine_as_test(
        OfThisOffice,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=60,
            deadline=None,
            derandomize=True,
            database=None,
            phases=(Phase.generate,),  # a failure is short enough to read, and shrinking it takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
    happened = {
        kind for kind, _, answer in (each.partition(": ") for each in OfThisOffice.seen) if answer == "yes"
    }
    assert happened >= HAPPENED, "lives too dull to prove anything"
