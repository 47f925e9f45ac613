"""Since when the central API has not worked with this desk: kept, because a dead network outlives the program."""

from __future__ import annotations

from dost_desktop.services.alone import is_contact_news, note_contact
from dost_desktop.sync.needs import Declined
from dost_desktop.sync.round import Round, stops_round


def heed_contact(this: Round, stopped: Declined | None) -> None:
    """Note that the round was a whole one, if it was; several within minutes are noted once."""
    if stopped is not None and stops_round(stopped):
        return
    with this.memory.open_reading() as reading:
        is_news = is_contact_news(reading.meta, this.now)
    if is_news:
        with this.memory.open_work() as work:
            note_contact(work.meta, this.now)
            work.commit()
