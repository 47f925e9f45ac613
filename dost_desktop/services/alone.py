"""A network that is dead for days: since when this desk is alone, and whether it still opens new cases (design 6).

The owner may stop new cases after so many days; off by default. What was begun goes on, and a written answer is never
stopped: who insists on one gets it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import ClassVar, Final
from uuid import UUID

from dost_desktop.domain.dates import instant, instant_text
from dost_desktop.domain.errors import AgentError
from dost_desktop.ports import Meta, Work
from dost_desktop.services.desk import Desk
from dost_desktop.services.run_case import case_in_hand

_LAST_CONTACT: Final = "last_contact"  # kept in meta: when the central API last worked with this desk
_KEPT_EVERY: Final = timedelta(minutes=10)
_CLICKED: Final = 7  # the version of an id that begins with its moment


class TooLongAlone(AgentError):
    """The desk has sent nothing for ``n`` days: by the owner's wish no new case is opened until it has."""

    code: ClassVar[str] = "desk.too_long_alone"


def last_contact(meta: Meta) -> datetime | None:
    """When the central API last worked with this desk; None when it never did."""
    kept = meta.get(_LAST_CONTACT, "")
    return instant(kept) if kept else None


def is_contact_news(meta: Meta, now: datetime) -> bool:
    """Whether a contact at ``now`` is worth keeping: not each of a day's thousand rounds is."""
    kept = last_contact(meta)
    return kept is None or abs(now - kept) >= _KEPT_EVERY


def note_contact(meta: Meta, now: datetime) -> None:
    """The central API worked with this desk just now; the caller commits."""
    meta.set(_LAST_CONTACT, instant_text(now))


def let_open(desk: Desk, work: Work, file_id: UUID, *, to_answer: bool = False) -> None:
    """A new application in ``file_id``, unless the desk was alone for too long. Raises TooLongAlone."""
    since, days = last_contact(work.meta), desk.no_new_cases_after_days
    if not days or since is None or to_answer:
        return
    stopped_at = since + timedelta(days=days)
    now = desk.clock.now()
    if now < stopped_at:
        return
    case = case_in_hand(work, desk.agent.agent, file_id)
    if case is None or _begun(case.id) >= stopped_at:
        raise TooLongAlone(n=(now - since).days)


def _begun(case: UUID) -> datetime:
    """When a case was opened; one that came from an exported file is old in any case."""
    if case.version != _CLICKED:
        return datetime.min.replace(tzinfo=UTC)
    return datetime.fromtimestamp((case.int >> 80) / 1000, UTC)
