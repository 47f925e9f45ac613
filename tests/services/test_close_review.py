"""A review is closed with what was found, and never over a mark that nobody saw."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from dost_desktop.domain import acts
from dost_desktop.services.changes import Changes
from dost_desktop.services.close_review import CloseReview
from dost_desktop.services.desk import ActNotAllowed
from dost_desktop.services.look_at_file import LookAtCase
from tests.fakes.real_desk import GUNAY, RealDesk

FINDING = "Vəsiqə ilə tutuşduruldu; kağız vərəqə uyğundur."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RealDesk]:
    at = RealDesk(tmp_path)
    yield at
    at.close()


def marked(desk: RealDesk, file_id: UUID, event: int = 1) -> tuple[str, ...]:
    """The marks of the file, one of them that this event belongs elsewhere."""
    with desk.database.open_work() as work:
        wrong = work.events(file_id)[event].event.content.id
        file = desk.desk.act(work, file_id, [acts.RecordInWrongFile(wrong, uuid4(), "Başqa şəxs idi.")])
        work.commit()
    return file.review


def marks(desk: RealDesk, file_id: UUID) -> tuple[tuple[str, ...], bool]:
    """What the file says, and what a search says."""
    with desk.database.open_reading() as reading:
        return reading.file(file_id).review, reading.find_persons(GUNAY.number)[0].needs_review


def test_a_closed_review_leaves_no_mark_its_finding_in_both_histories_and_no_draft(desk: RealDesk) -> None:
    file_id, application = desk.opens()
    seen = marked(desk, file_id)
    assert marks(desk, file_id) == (seen, True)
    desk.drafts.save("review", "review", {"finding": FINDING})

    changes = CloseReview(desk.desk)(file_id, f"  {FINDING} ", seen, "review")

    assert changes == Changes(frozenset({file_id}), outbox=True)
    assert marks(desk, file_id) == ((), False)
    newest = LookAtCase(desk.desk)(file_id, application).history[0]
    assert (newest.kind, newest.note) == (acts.CloseReview.kind, FINDING)
    assert desk.drafts.load("review") is None
    assert CloseReview(desk.desk)(file_id, FINDING, seen) == Changes()  # closed already: nothing is recorded


def test_what_a_head_does_counts_online_alone_and_leaves_nothing_to_send(desk: RealDesk) -> None:
    file_id, _ = desk.opens()
    seen = marked(desk, file_id)
    head = replace(desk.desk, agent=desk.desk.agent.model_copy(update={"agent": "ramin", "role": "head"}))
    with pytest.raises(ActNotAllowed) as refused:
        CloseReview(head)(file_id, FINDING, seen)
    assert refused.value.reason == "act.only_online"
    assert marks(desk, file_id) == (seen, True)


@pytest.mark.parametrize(
    ("finding", "is_seen", "why"),
    [("  ", True, "review.finding_missing"), (FINDING, False, "review.new_mark")],
)
def test_a_mark_stays_without_a_finding_or_when_nobody_saw_it(
    desk: RealDesk, finding: str, is_seen: bool, why: str
) -> None:
    file_id, _ = desk.opens()
    before = marked(desk, file_id)
    after = marked(desk, file_id, 2)

    with pytest.raises(ActNotAllowed) as refused:
        CloseReview(desk.desk)(file_id, finding, after if is_seen else before)

    assert refused.value.reason == why
    assert marks(desk, file_id) == (after, True)
