"""What the sync leaves for the disagreements: how much settled itself, and which files hold a paper without a refusal.

Small facts in the desk's ``meta``: the sync writes them in the transaction that made them true.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from dost_desktop.ports import Meta

_SETTLED: Final = "settled_by_itself"  # how many clicks a day, by the day in Baku
_UNFOUNDED: Final = "files_with_unfounded_papers"
_KEPT: Final = timedelta(days=31)


def note_settled(meta: Meta, day: date, count: int) -> None:
    """So many clicks more stand on new ground since ``day``, without anybody being asked."""
    if not count:
        return
    oldest = (day - _KEPT).isoformat()
    days: dict[str, int] = {text: known for text, known in meta.get(_SETTLED, {}).items() if text >= oldest}
    meta.set(_SETTLED, days | {day.isoformat(): days.get(day.isoformat(), 0) + count})


def settled_since(meta: Meta, day: date) -> int:
    """How many clicks were settled on ``day`` or later; nothing is known of more than a month ago."""
    return sum(count for text, count in meta.get(_SETTLED, {}).items() if text >= day.isoformat())


def unfounded_files(meta: Meta) -> tuple[UUID, ...]:
    """Files in which a written answer stood without its refusal when the sync looked last."""
    return tuple(UUID(text) for text in meta.get(_UNFOUNDED, []))


def note_unfounded(meta: Meta, file_id: UUID, *, is_unfounded: bool) -> None:
    """The file is one of them now, or no longer."""
    known = unfounded_files(meta)
    if is_unfounded and file_id not in known:
        _keep(meta, (*known, file_id))
    elif not is_unfounded and file_id in known:
        _keep(meta, [each for each in known if each != file_id])


def _keep(meta: Meta, files: Collection[UUID]) -> None:
    meta.set(_UNFOUNDED, [str(each) for each in files])
