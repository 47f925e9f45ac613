"""Numbers: the server takes only those it leased to the desk, each once; papers are recorded whatever they bear."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import httpx
import pytest
from sqlalchemy import delete, select

from central_api.office import Office
from central_api.tables import leases, number_heads, numbers_used
from dost_desktop.contract.messages import Rejected
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.evidence import SuitabilityTest
from dost_desktop.domain.numbering import number_parts, number_text
from tests.central_api.practice_desk import Clockwork, Desk, enrol, listening
from tests.central_api.test_needs_look import looks

_YEAR = 2026
Numbers = dict[str, Callable[[Series], str]]


@pytest.fixture
def head(office: Office, http: httpx.Client, clock: Clockwork) -> Desk:
    return enrol(office, http, clock).signs_in("ramin")


def _next(desk: Desk, by: int) -> Callable[[Series], str]:
    def number(series: Series) -> str:
        own = number_parts(desk.next_number(series))
        assert own is not None
        return number_text(series, own[1], own[2], own[3] + by)

    return number


@pytest.fixture
def numbers(desk: Desk, other_desk: Desk) -> Numbers:
    """Every number that could be tried, by what is said of it."""
    other = {
        Series.APPLICATION: Series.NOTICE,
        Series.NOTICE: Series.REFERRAL,
        Series.REFERRAL: Series.NOTICE,
    }
    wrong_mark = {Series.APPLICATION: "Q-", Series.NOTICE: "M-", Series.REFERRAL: "M-"}
    return {
        "its own": desk.next_number,
        "provisional": lambda series: number_text(series, "B03", _YEAR, 1)[:-6] + "P-B03-01-0123ABCD",
        "of another desk": other_desk.next_number,
        "of nobody": _next(desk, 500),
        "below the first": lambda series: number_text(series, "B03", _YEAR, 0),
        "of another series": lambda series: desk.next_number(other[series]),
        "of no series": lambda series: f"05-04-05-00/B03/{_YEAR}/{wrong_mark[series]}000001",
        "of another centre": lambda series: number_text(series, "A01", _YEAR, 1),
        "of next year": lambda series: number_text(series, "B03", _YEAR + 1, 1),
        "of no shape": lambda _series: "M-1",
        "provisional of another desk": lambda series: (
            number_text(series, "B03", _YEAR, 1)[:-6] + "P-B03-02-0123ABCD"
        ),
        "provisional without an end": lambda series: number_text(series, "B03", _YEAR, 1)[:-6] + "P-B03-01-",
    }


GOOD = ("its own", "provisional")
BAD = (
    "of another desk",
    "of nobody",
    "below the first",
    "of another series",
    "of no series",
    "of another centre",
    "of next year",
    "of no shape",
    "provisional of another desk",
    "provisional without an end",
)


def _opens(desk: Desk, number: str, person: str) -> str:
    """What the server says of an application with this number."""
    file = desk.file_of(person)
    if file not in desk.chains:
        desk.identifies(person)
    run = desk.records(file, desk.opening(number))
    [verdict] = desk.pushes(run)
    if isinstance(verdict, Rejected):
        desk.forgets(file, run)
        return verdict.reason
    return verdict.answer


def test_an_application_bears_a_number_of_its_desk_s_own_block(
    office: Office, desk: Desk, numbers: Numbers, people: dict[str, str]
) -> None:
    assert set(numbers) == {*GOOD, *BAD}
    person = people["not found"]
    for what in BAD:
        assert _opens(desk, numbers[what](Series.APPLICATION), person) == "number.not_leased", what
    with office.database.reading() as connection:  # a rejected run takes nothing
        assert connection.execute(select(numbers_used)).all() == []
    for what, who in zip(GOOD, ("not found", "found 4.1.1"), strict=True):
        assert _opens(desk, numbers[what](Series.APPLICATION), people[who]) == "accepted", what


def test_a_number_is_borne_once(desk: Desk, people: dict[str, str]) -> None:
    number = desk.next_number(Series.APPLICATION)
    assert _opens(desk, number, people["not found"]) == "accepted"
    assert _opens(desk, number, people["found 4.1.1"]) == "number.used"


def test_two_processes_that_get_one_number_at_once_take_it_once(
    desk: Desk, new_office: Callable[[], Office], people: dict[str, str]
) -> None:
    number = desk.next_number(Series.APPLICATION)
    files = [
        desk.identifies(people[who]) for who in ("not found", "found 4.1.1", "expired card", "found 4.1.2")
    ]
    runs = [desk.records(file, desk.opening(number)) for file in files]
    with (
        listening(new_office()) as address,
        httpx.Client(base_url=address, timeout=30) as client,
        ThreadPoolExecutor(len(runs)) as threads,
    ):
        at_the_other = replace(desk, http=client)
        [*verdicts] = threads.map(
            lambda who, run: who.pushes(run)[0], (desk, at_the_other, desk, at_the_other), runs
        )
    reasons = sorted(each.reason if isinstance(each, Rejected) else each.answer for each in verdicts)
    assert reasons == ["accepted", "number.used", "number.used", "number.used"]


def _refused(
    desk: Desk, person: str, number: str, *, provisional: bool = False, article: str = "4.1.1"
) -> tuple[UUID, acts.IssueNotice]:
    file = desk.identifies(person)
    application = desk.opens(file)
    answer = desk.checks(file, application, person)
    ground = f"employed.{article.replace('.', '_')}"
    refusal = desk.refusal(application, answer, ground=ground, article=article)
    notice = desk.notice(application, number=number, provisional=provisional)
    [verdict] = desk.pushes(desk.records(file, refusal, notice))
    assert verdict.answer == "accepted"
    return file, notice


@pytest.mark.parametrize("what", [*GOOD, *BAD])
def test_a_notice_that_left_the_desk_is_recorded_and_looked_at(
    office: Office, desk: Desk, head: Desk, numbers: Numbers, people: dict[str, str], what: str
) -> None:
    provisional = what.startswith("provisional")
    file, notice = _refused(
        desk, people["found 4.1.1"], numbers[what](Series.NOTICE), provisional=provisional
    )
    assert office.notices.find(notice.verify_code) is not None  # whoever holds the paper is told
    seen = [(each.kind, each.file_id, notice.number in each.words) for each in looks(head)]
    assert seen == ([] if what in GOOD else [("handed_up", str(file), True)])
    assert office.hand.read(file).review == (() if what in GOOD else (f"handed_up:{notice.notice}",))


def test_a_notice_that_says_it_is_not_provisional_is_not(
    desk: Desk, head: Desk, numbers: Numbers, people: dict[str, str]
) -> None:
    _refused(desk, people["found 4.1.1"], numbers["provisional"](Series.NOTICE), provisional=False)
    assert [each.kind for each in looks(head)] == ["handed_up"]


def test_a_number_on_two_papers_leaves_both_recorded_and_the_second_looked_at(
    desk: Desk, head: Desk, people: dict[str, str]
) -> None:
    number = desk.next_number(Series.NOTICE)
    _refused(desk, people["found 4.1.1"], number)
    file, _ = _refused(desk, people["found 4.1.2"], number, article="4.1.2")
    [item] = looks(head)
    assert (item.file_id, "artıq işlənib" in item.words) == (str(file), True)


def test_a_referral_is_a_paper_too(desk: Desk, head: Desk, numbers: Numbers, people: dict[str, str]) -> None:
    person = people["not found"]
    file = desk.identifies(person)
    application, offer = desk.opens(file), uuid4()
    desk.checks(file, application, person)
    tests = tuple(
        SuitabilityTest(each, "fits")
        for each in ("education", "specialty", "experience", "health", "transport")
    )
    number = numbers["of another desk"](Series.REFERRAL)
    run = desk.records(
        file,
        acts.OfferWork(application, offer, "V00001", "Nümunə MMC", "operator", tests),
        acts.AcceptOffer(application, offer),
        acts.IssueReferral(application, offer, number, date(_YEAR, 11, 24)),
    )
    assert desk.pushes(run)[0].answer == "accepted"
    assert [(each.kind, number in each.words) for each in looks(head)] == [("handed_up", True)]


def test_what_a_head_accounted_for_counts_for_nothing_when_its_event_turns_up(
    office: Office, desk: Desk, head: Desk, people: dict[str, str]
) -> None:
    number = desk.next_number(Series.APPLICATION)
    said = {"series": "application", "year": _YEAR, "first": 1, "last": 50, "finding": "Masa itib"}
    answer = head.http.post("/v1/centre/void-numbers", json=said, headers=head.as_agent)
    assert answer.json() == {"voided": 50}
    assert _opens(desk, number, people["not found"]) == "accepted"
    assert _opens(desk, number, people["found 4.1.1"]) == "number.used"
    parts = number_parts(number)
    assert parts is not None
    with office.database.reading() as connection:
        chosen = select(numbers_used.c.finding).where(numbers_used.c.number == parts[3])
        assert connection.execute(chosen).scalar_one() == ""


def test_a_server_brought_back_from_a_backup_takes_what_it_forgot_and_leases_above_it(
    office: Office, new_office: Callable[[], Office], desk: Desk, head: Desk, people: dict[str, str]
) -> None:
    known, forgotten = desk.next_number(Series.APPLICATION), desk.next_number(Series.NOTICE)
    with office.database.writing() as connection:  # the backup is older than the block of notices
        connection.execute(delete(leases).where(leases.c.series == "notice"))
        connection.execute(delete(number_heads).where(number_heads.c.series == "notice"))
    office.restored()

    _refused(desk, people["found 4.1.1"], forgotten)
    assert _opens(desk, known, people["not found"]) == "accepted"
    assert looks(head) == ()  # neither the papers nor ten thousand numbers that may not exist
    fresh = enrol(office, desk.http, office.clock).signs_in("orxan")
    for series in (Series.APPLICATION, Series.NOTICE):
        parts = number_parts(fresh.next_number(series))
        assert parts is not None
        assert parts[3] > 10_000
    _refused(fresh, people["found 4.1.2"], forgotten, article="4.1.2")  # a second one is not
    assert [each.kind for each in looks(head)] == ["handed_up"]


def test_the_same_backup_brought_back_twice_gives_no_number_twice(
    office: Office, http: httpx.Client, people: dict[str, str]
) -> None:
    def given(before: int) -> tuple[Desk, str]:
        with office.database.writing() as connection:
            connection.execute(delete(leases))
            connection.execute(delete(number_heads))
        office.restored(before)
        here = enrol(office, http, office.clock).signs_in("orxan")
        return here, here.next_number(Series.APPLICATION)

    there, first = given(0)
    _here, second = given(1)

    assert number_parts(second) != number_parts(first)
    assert _opens(there, first, people["not found"]) == "accepted"  # what was given out in between is taken
