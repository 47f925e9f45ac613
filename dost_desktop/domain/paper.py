"""A paper that left the desk cannot be un-printed: what is recorded of it although the file says otherwise (design 4).

Desk and server ask the same question, so what the one keeps the other takes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from dost_desktop.domain import acts
from dost_desktop.domain.fold import By, apply_act
from dost_desktop.domain.person_file import NO_REFUSAL, PersonFile
from dost_desktop.domain.vocabulary import ApplicationState

_ON_PAPER: Final = (acts.Refuse, acts.IssueNotice, acts.PrintNotice, acts.ServeNotice)


def is_paper_that_left(
    file: PersonFile, run: Sequence[acts.Act], by: By, may: Callable[[tuple[acts.Act, ...]], bool]
) -> bool:
    """True when ``decide`` refuses a click that issued a notice, and the file will ask for a review instead.

    Also when somebody else refused the same application meanwhile and no paper of theirs stands: this is its paper,
    if the rest of the click ``may`` happen by itself. A refusal that the file admits but that is not lawful is not let
    in this way.
    """
    issued = [act for act in run if isinstance(act, acts.IssueNotice)]
    if not issued or not all(isinstance(act, _ON_PAPER) for act in run):
        return False
    if any(file.notice(each.notice) for each in issued):
        return False
    rest = tuple(act for act in run if not isinstance(act, acts.Refuse))
    if len(rest) < len(run) and all(_is_refused(file, each) for each in issued) and may(rest):
        return True
    after = file
    for act in run:
        after = apply_act(after, act, by)
    return all(f"{NO_REFUSAL}{each.notice}" in after.review for each in issued)


def _is_refused(file: PersonFile, notice: acts.IssueNotice) -> bool:
    application = file.application(notice.application)
    return application is not None and application.state is ApplicationState.REFUSED
