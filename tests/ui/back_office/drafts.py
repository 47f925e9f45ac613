"""Drafts for the page's tests, and a back office that remembers what it was asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from dost_desktop.contract.back_office import BackOfficeDraft, BackOfficeDrafts
from dost_desktop.domain.dates import instant
from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import Unanswered
from dost_desktop.rows import Draft
from dost_desktop.services.decide_drafts import Decided, Decision
from dost_desktop.services.look_at_draft import DraftFacts
from tests.domain.builders import an_at_back_office
from ui.screens.back_office.port import OfficerActs

NOW = datetime(2026, 11, 24, 10, 6, tzinfo=UTC)
NAMES = ("Şümşadova Aytən", "Zoğallı Orxan", "Ağcaqayınlı Firəngiz", "İydəli Samir", "Tutlu Ceyhun")


def a_draft(place: int, **said: Any) -> BackOfficeDraft:
    """The ``place``-th by deadline: overdue, due today, then days left."""
    values: dict[str, Any] = {
        "application": str(uuid4()),
        "file_id": str(uuid4()),
        "number": f"05-04-05-00/B03/2026/M-{place:06}",
        "centre": "B03",
        "back_office": "05",
        "sent_by": "tural",
        "sent_at": f"2026-11-{17 + place}T06:22:00.000Z",
        "due_on": f"2026-11-{23 + place}",
        "days_left": place - 1,
        "is_own": False,
        "full_name": NAMES[place],
        "term": 5,
    }
    return BackOfficeDraft(**{**values, **said})


def five() -> list[BackOfficeDraft]:
    """The third was returned before, the fourth is the officer's own."""
    return [
        a_draft(0),
        a_draft(1),
        a_draft(2, returned=1),
        a_draft(3, is_own=True),
        a_draft(4),
    ]


@dataclass
class Kept:
    """Drafts of reasons, in memory."""

    at: dict[str, Draft] = field(default_factory=dict)

    def save(self, key: str, form: str, content: Any, **_: Any) -> datetime:
        self.at[key] = Draft(key, form, content, NOW, "", None)
        return NOW

    def load(self, key: str) -> Draft | None:
        return self.at.get(key)

    def discard(self, key: str) -> None:
        self.at.pop(key, None)


@dataclass
class Office:
    """What the central system has, and what it was asked; ``refuses`` by application, ``away`` when unreachable."""

    drafts: list[BackOfficeDraft] = field(default_factory=five)
    away: Unanswered | None = None
    refuses: dict[str, Refused | Unanswered] = field(default_factory=dict)
    decided: list[list[Decision]] = field(default_factory=list)
    read: list[UUID] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    counted: list[tuple[int, bool]] = field(default_factory=list)
    kept: Kept = field(default_factory=Kept)
    meanwhile: Callable[[], None] = lambda: None
    now: datetime = NOW

    def acts(self) -> OfficerActs:
        return OfficerActs(
            self.list,
            self.look,
            self.decide,
            self.kept,  # type: ignore[arg-type]
            lambda: self.now,
            lambda *count: self.counted.append(count),
        )

    def list(self, back_office: str) -> BackOfficeDrafts | Unanswered:
        self.lists.append(back_office)
        if self.away is not None:
            return self.away
        return BackOfficeDrafts(drafts=tuple(self.drafts), total=len(self.drafts))

    def look(self, file_id: UUID, application: UUID) -> DraftFacts | Unanswered:
        self.read.append(application)
        if self.away is not None:
            return self.away
        sent_at = next(each.sent_at for each in self.drafts if each.application == str(application))
        case = an_at_back_office()
        found = replace(case.application, id=application, sent_at=instant(sent_at))
        return DraftFacts(case.file, found, None, (), (), NOW)

    def decide(self, decisions: Sequence[Decision]) -> tuple[Decided, ...]:
        self.meanwhile()
        self.decided.append(list(decisions))
        done = [Decided(each, self.away or self.refuses.get(str(each.application))) for each in decisions]
        gone = {str(each.decision.application) for each in done if each.refused is None}
        self.drafts = [each for each in self.drafts if each.application not in gone]
        return tuple(done)
