"""What can be done about a disagreement: mine is set aside, recorded anew, or handed to the head (design 6).

Each choice is the acts it records; whether they may be recorded now the law says, as for every other click.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final, TypeAlias, assert_never
from uuid import UUID

from dost_desktop.domain import acts
from dost_desktop.domain.acts import Act
from dost_desktop.domain.person_file import Notice, PersonFile
from dost_desktop.domain.refusing import Refused

OVERTAKEN: Final = (
    "overtaken"  # reason of a recall or a replacement without the agent's words; has words on paper
)
_NEW_NUMBER: Final = Refused("disagreement.new_number", "design 4")
_WITH_THE_HEAD: Final = Refused("disagreement.with_the_head", "design 6")
_ERASED: Final = Refused("event.erased", "design 4")
#: What the central API alone can say of an act's content: it would say the same again.
_SPOILT: Final = ("lookup.", "number.", "notice.", "application.")
_SAMPLE_WORDS: Final = "…"


class ChoiceKind(StrEnum):
    """What an agent may choose; in this order on the screen."""

    KEEP_THEIRS = "keep_theirs"  # mine is set aside, a paper that left is recalled or superseded
    RECORD_MINE_NOW = "record_mine_now"  # the same acts, decided anew on the file as it is
    HAND_UP = "hand_up"  # both stay as they are until the head has decided


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a choice brings with it, for the words below it."""

    recalled: tuple[str, ...] = ()  # numbers of notices that are called back: a letter each is printed
    recalled_ids: tuple[UUID, ...] = ()  # the same notices
    superseded: tuple[str, ...] = ()  # numbers of notices in whose place a newer one stands
    superseded_by: str = ""  # its number
    records: tuple[str, ...] = ()  # kinds of events that are recorded in the file


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice; ``why_not`` None: it is possible now. ``needs_words``: not without the agent's words."""

    kind: ChoiceKind
    why_not: Refused | None
    facts: Consequence = Consequence()
    needs_words: bool = False


@dataclass(frozen=True, slots=True)
class Matter:
    """What is to be settled: a parked click of this desk, or a paper that left and does not follow (``notice``)."""

    id: UUID  # of the run, or of the notice
    file_id: UUID
    made_at: datetime
    kinds: tuple[str, ...]
    acts: tuple[Act, ...] = field(repr=False)  # () when they were erased by law
    reason: Refused
    is_rejected: bool = False
    is_with_the_head: bool = False
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A choice with the acts it would record."""

    choice: Choice
    acts: tuple[Act, ...] = field(repr=False)


WhyNot: TypeAlias = Callable[[Sequence[Act]], Refused | None]


def plan(kind: ChoiceKind, matter: Matter, file: PersonFile, why_not: WhyNot, wording: str) -> Plan:
    """What choosing this records in ``file`` as it stands; ``why_not`` asks the law whether acts may happen now."""
    match kind:
        case ChoiceKind.KEEP_THEIRS if matter.notice is not None:
            return _without_paper(matter.notice, file, why_not, wording)
        case ChoiceKind.KEEP_THEIRS:
            return _set_aside(matter, file, why_not, wording)
        case ChoiceKind.RECORD_MINE_NOW:
            return _anew(matter, why_not)
        case ChoiceKind.HAND_UP:
            act = acts.HandUp(matter.id, wording)
            asked = acts.HandUp(matter.id, wording or _SAMPLE_WORDS)
            refused = _WITH_THE_HEAD if matter.is_with_the_head else why_not([asked])
            choice = Choice(kind, refused, Consequence(records=(act.kind,)), needs_words=True)
            return Plan(choice, (act,))
        case unreachable:
            assert_never(unreachable)


def _without_paper(notice: Notice, file: PersonFile, why_not: WhyNot, wording: str) -> Plan:
    """A paper whose refusal does not follow: the one that follows stands in its place, or it is called back."""
    follows = (
        each
        for each in file.notices
        if each.application == notice.application and each.stands and each not in file.unfounded
    )
    newer = next(follows, None)
    act: Act
    if newer is None:
        act = acts.RecallNotice(notice.id, wording or OVERTAKEN)
        facts = Consequence((notice.number,), (notice.id,), records=(act.kind,))
    else:
        act = acts.SupersedeNotice(notice.id, newer.id, wording or OVERTAKEN)
        facts = Consequence(superseded=(notice.number,), superseded_by=newer.number, records=(act.kind,))
    return Plan(Choice(ChoiceKind.KEEP_THEIRS, why_not([act]), facts), (act,))


def _set_aside(matter: Matter, file: PersonFile, why_not: WhyNot, wording: str) -> Plan:
    """Mine is set aside and the file says so; a paper of it that left is recorded all the same, and called back.

    What the file does not admit of the paper any more is left out: the click itself can always be set aside.
    """
    issued = [
        each
        for each in matter.acts
        if isinstance(each, acts.IssueNotice) and file.notice(each.notice) is None
    ]
    ids = {each.notice for each in issued}
    later = [
        each
        for each in matter.acts
        if isinstance(each, (acts.PrintNotice, acts.ServeNotice)) and each.notice in ids
    ]
    recalls = [acts.RecallNotice(each.notice, wording or OVERTAKEN) for each in issued]
    said = acts.SettleDisagreement(matter.id, matter.made_at, matter.kinds, matter.reason.reason, wording)
    for on_paper in ([*issued, *later, *recalls], [*issued, *recalls], []):
        wanted: tuple[Act, ...] = (*on_paper, said)
        refused = why_not(wanted)
        if refused is None:
            break
    called_back = [each for each in issued if on_paper]
    facts = Consequence(
        recalled=tuple(each.number for each in called_back),
        recalled_ids=tuple(each.notice for each in called_back),
        records=tuple(each.kind for each in wanted),
    )
    return Plan(Choice(ChoiceKind.KEEP_THEIRS, refused, facts), wanted)


def _anew(matter: Matter, why_not: WhyNot) -> Plan:
    """The same acts, decided now. A paper is never issued twice: its number stays with it, a new answer has its own."""
    on_paper = (acts.IssueNotice, acts.PrintNotice, acts.ServeNotice)
    has_paper = any(isinstance(each, acts.IssueNotice) for each in matter.acts)
    if not matter.acts:
        refused: Refused | None = _ERASED
    elif has_paper:
        decided = [each for each in matter.acts if not isinstance(each, on_paper)]
        refused = why_not(decided) or _NEW_NUMBER
    else:
        refused = why_not(matter.acts)
        if refused is None and matter.is_rejected and matter.reason.reason.startswith(_SPOILT):
            refused = matter.reason
    choice = Choice(ChoiceKind.RECORD_MINE_NOW, refused, Consequence(records=matter.kinds))
    return Plan(choice, matter.acts)
