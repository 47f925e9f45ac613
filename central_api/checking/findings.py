"""Every kind of thing a check may find: what it is, and what an administrator does about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What is wrong; the value stands in ``--json``."""

    EVENT = "event"
    CHAIN = "chain"
    SIGNATURE = "signature"
    POST = "post"
    HEAD = "head"
    FILE = "file"
    SEAL = "seal"
    FEED_GAP = "feed.gap"
    FEED_HEAD = "feed.head"
    FEED_ENTRY = "feed.entry"
    CENTRE = "centre"
    SIGNER = "signer"
    NOTICE = "notice"
    REFERRAL = "referral"
    DRAFT = "draft"
    MARK = "mark"
    REMOVAL = "removal"
    QUESTION = "question"
    DUTY = "duty"
    MESSAGE = "message"
    NUMBER = "number"
    NUMBER_TWICE = "number.twice"
    NUMBER_UNLEASED = "number.unleased"
    LEASE = "lease"
    SELF_SERVICE = "self_service"
    BLOB = "blob"


@dataclass(frozen=True, slots=True)
class Meaning:
    """``what`` it is and what ``to_do``; ``is_derived``: it follows from events, so that it can be made anew."""

    what: str
    to_do: str
    is_derived: bool = False
    is_damage: bool = True  # else something to look at, that the server took knowingly


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: where, and a word about it; never anything of a person."""

    kind: Kind
    where: str  # a file's id with a place in it, a centre with a position, a hash, a number's block
    detail: str = ""
    file: str = ""  # whose file is to be made anew

    @property
    def meaning(self) -> Meaning:
        """What it is and what to do."""
        return MEANINGS[self.kind]


_RESTORE: Final = (
    "stop serving, bring back the newest backup without it, then central-api restored: desks offer the rest"
)
_REBUILD: Final = "central-api check --fix-derived makes it anew from the events"
_DERIVED: Final = {
    Kind.HEAD: "a file's head is not its last event",
    Kind.FEED_GAP: "a position is missing in a centre's feed",
    Kind.FEED_HEAD: "a feed's head is not its last position",
    Kind.FEED_ENTRY: "events of a file are missing in its centre's feed, or the feed names events that are not there",
    Kind.CENTRE: "the list of a file's centres is not what its events say",
    Kind.SIGNER: "a centre's desks are not told whose key signed an event they hold",
    Kind.NOTICE: "the register of notices, behind the public page, is not what the events say",
    Kind.REFERRAL: "a referral's number is not what the events say",
    Kind.DRAFT: "the back office's list is not what the events say",
    Kind.MARK: "the marks of a file under review are not what the events say",
    Kind.REMOVAL: "the list of temporary removals is not what the events say",
    Kind.QUESTION: "a register should be asked, and nobody will",
    Kind.DUTY: "MAS or an employer is waited for, and nobody will look; or it is owed to nobody",
    Kind.MESSAGE: "a person should be told, and nobody will; or it is about nothing in the file",
    Kind.NUMBER: "the list of used numbers is not what the events say",
}
MEANINGS: Final = {
    Kind.EVENT: Meaning("a stored event cannot be read, or stands under another id", _RESTORE),
    Kind.CHAIN: Meaning("an event was changed, left out, put in or moved", _RESTORE),
    Kind.SIGNATURE: Meaning(
        "an event is not signed by a key its agent had at that desk then",
        "look in agent_keys and in the backup for a key that was lost; an event nobody signed is forged",
    ),
    Kind.POST: Meaning(
        "an event's agent held no post at that centre then",
        "look in posts and in the backup for a post that was lost",
    ),
    Kind.FILE: Meaning("something is noted about a file that does not exist", _RESTORE),
    Kind.SEAL: Meaning(
        "the server's signing key is not the one that is published",
        "put the right key into keys/ or the environment; receipts sealed by this one are not believed by desks",
    ),
    Kind.LEASE: Meaning("blocks of numbers overlap, or reach beyond what was given out", _RESTORE),
    Kind.NUMBER_TWICE: Meaning(
        "two events bear one number",
        "the head of the centre decides which paper is superseded",
        is_damage=False,
    ),
    Kind.NUMBER_UNLEASED: Meaning(
        "an event bears a number of no block", "the head of the centre looks at the paper", is_damage=False
    ),
    Kind.SELF_SERVICE: Meaning(
        "an application from e-sosial is said to be in a file and is in none",
        "load it again under its number: central-api load-register self_service",
    ),
    Kind.BLOB: Meaning(
        "a document is missing in the store, or is not what its hash says",
        "bring it back from the backup of the store; a desk that has it sends it again when its row is deleted",
    ),
} | {kind: Meaning(what, _REBUILD, is_derived=True) for kind, what in _DERIVED.items()}
