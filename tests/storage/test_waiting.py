"""Who waits for whom, since when: by steps, at once, and by the migration, always as the fold says it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from importlib import import_module
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings

from dost_desktop.domain import acts
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.vocabulary import ApplicationState, Status
from dost_desktop.rows import ApplicationFilter, WaitsFor
from dost_desktop.storage.database import Database
from dost_desktop.storage.queries import _HOW_MANY_UNTIL, _OPEN_ONES, _WAITING_ONES
from dost_desktop.storage.unit_of_work import Work
from dost_desktop.storage.waiting import waiting_values
from tests.domain.builders import Case, a_not_employed, a_status, an_at_back_office, an_offer
from tests.domain.histories import histories
from tests.storage.desk import NOW, Signer, identified, opened, person

ROWS = "SELECT what, since, application FROM waiting ORDER BY what, since, application"
HERE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def stored(work: Work, case: Case, steps: int = 1) -> None:
    """The events of a case as the desk would have taken them, so many runs of them."""
    at = [len(case.events) * n // steps for n in range(steps + 1)]
    for begin, end in pairwise(at):
        work.files.store(case.file.id, case.events[begin:end])


def migrated(work: Work) -> Sequence[Any]:
    """What the migration makes of the same events."""
    step = import_module("dost_desktop.storage.migrations.versions.0006_who_waits")
    work.connection.change("DROP TABLE waiting")
    for statement in step._STATEMENTS:
        work.connection.change(statement)
    return work.connection.all(ROWS)


@HERE
@given(histories())
def test_steps_a_rebuild_and_the_migration_say_what_the_fold_says(desk: Database, case: Case) -> None:
    with desk.open_work() as work:  # never committed: the next history finds an empty desk
        stored(work, case, steps=4)
        wanted = waiting_values(case.file)
        assert work.connection.all(ROWS) == wanted
        work.files.rebuild()
        assert work.connection.all(ROWS) == wanted
        assert migrated(work) == wanted


def test_lists_and_reminders_find_who_waits(desk: Database, signer: Signer) -> None:
    day = legal_date(NOW)
    ends = [day + timedelta(days=n) for n in (-3, 7, 8)]
    with desk.open_work() as work:
        for n, end in enumerate(ends):
            who, number = person(f"5ZJ1K{n}M"), f"5ZJ1K{n}M"
            status = a_status(Status.TEMPORARILY_REMOVED, ends_on=end.isoformat())
            opening = opened(f"05-04-05-00/B03/2026/{n:06}")
            work.append(
                signer.run(who, identified(number), status, opening, at=NOW + timedelta(hours=n)), who
            )
            answer = acts.RecordRegisterSilence(opening.application, NOW)
            work.append(signer.run(who, answer, at=NOW + timedelta(hours=n)), who)
        work.commit()
    with desk.open_reading() as reading:
        soon = reading.removals(day + timedelta(days=7))
        assert [row.ends_on for row in soon] == [ends[1], ends[0]]
        assert reading.how_many_wait_until(WaitsFor.END_OF_REMOVAL, day + timedelta(days=7)) == 2
        assert reading.how_many_wait() == {WaitsFor.END_OF_REMOVAL: 3, WaitsFor.REGISTER: 3}
        rows = reading.applications(ApplicationFilter(waits_for=WaitsFor.REGISTER, opened_by="agent.one"))
        assert [row.number[-1] for row in rows] == ["0", "1", "2"]
        assert {row.waits_for for row in rows} == {WaitsFor.REGISTER}


def test_of_offers_referrals_and_drafts_the_day_is_known(desk: Database) -> None:
    offering = a_not_employed()
    offer = an_offer(offering.application.id)
    offering.does(offer)
    at_back_office = an_at_back_office()
    days = [legal_date(offering.now), legal_date(at_back_office.now)]
    for case, what, since in zip(
        (offering, at_back_office), (WaitsFor.PERSON, WaitsFor.BACK_OFFICE), days, strict=True
    ):
        with desk.open_work() as work:
            stored(work, case)
            [row] = work.applications(ApplicationFilter(waits_for=what))
            assert (row.waits_since, row.state is ApplicationState.WAITING_PERSON) == (
                since,
                what is WaitsFor.PERSON,
            )
            until = ApplicationFilter(waits_for=what, waits_until=since - timedelta(days=1))
            assert work.applications(until) == ()


def test_among_a_million_only_the_few_that_wait_are_looked_at(desk: Database) -> None:
    names = ("what", "until", "file", "states", "by", "desk", "form", "from", "before", "limit")
    values = dict.fromkeys(names, "")
    with desk.open_reading() as reading:
        for sql, given_values, first in (
            (_WAITING_ONES, values, "SEARCH w USING PRIMARY KEY"),
            (_HOW_MANY_UNTIL, ("employer", date.max.isoformat()), "SEARCH waiting USING PRIMARY KEY"),
            (_OPEN_ONES, values, "SEARCH a USING INDEX application_open ("),
        ):
            plan = [row[3] for row in reading.connection.all(f"EXPLAIN QUERY PLAN {sql}", given_values)]
            assert plan[0].startswith(first), plan
