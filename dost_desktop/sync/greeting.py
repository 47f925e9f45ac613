"""Who the server is, what time it has, by which law it judges, and who works here: asked first, and now and then."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from dost_desktop.contract.messages import Hello
from dost_desktop.domain.dates import instant
from dost_desktop.domain.events import RULES
from dost_desktop.sync.keyring import keep_server_keys
from dost_desktop.sync.needs import Declined, SyncClock
from dost_desktop.sync.round import Round

LAW_VERSIONS: Final = "law_versions"  # kept in meta, as the server told them last
TOLERATED: Final = timedelta(minutes=5)
BELIEVABLE: Final = timedelta(days=1)


def greet(this: Round, clock: SyncClock) -> timedelta | Declined:
    """What the PC's clock is off by (server minus PC); keys, law versions and roster are kept."""
    before = clock.now()
    hello = this.central.hello()
    after = clock.now()
    if not isinstance(hello, Hello):
        return hello
    this.is_new_epoch(hello.epoch)
    with this.memory.open_work() as work:
        keep_server_keys(work.meta, hello.server_keys)
        work.meta.set(LAW_VERSIONS, hello.law.model_dump(mode="json"))
        work.commit()
    this.tally.too_old |= _is_too_old(this, hello)
    stopped = this.fetch_roster()
    if stopped is not None:
        return stopped
    off = measured(clock, before, after, instant(hello.time))
    clock.offset = correction(off)
    return off


def measured(clock: SyncClock, before: datetime, after: datetime, server: datetime) -> timedelta:
    """Server minus PC: the server's time belongs to the middle of the question, by the PC's own clock."""
    return server - (before + (after - before) / 2 - clock.offset)


def correction(off: timedelta) -> timedelta:
    """What the desk's clock is put right by: small differences stay, unbelievable ones are only said (design 4)."""
    return off if TOLERATED < abs(off) < BELIEVABLE else timedelta()


def _is_too_old(this: Round, hello: Hello) -> bool:
    """True when the server judges by rules, or only by laws, that this program does not have."""
    laws, kept = hello.law.versions, this.shelf
    if this.law(this.now).version in laws or (kept is not None and any(map(kept.has_law, laws))):
        return RULES not in hello.law.rules
    return True
