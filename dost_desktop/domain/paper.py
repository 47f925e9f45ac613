"""A paper that left the desk cannot be un-printed: what is recorded of it although the file says otherwise (design 4).

Desk and server ask the same question, so what the one keeps the other takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dost_desktop.domain import acts
from dost_desktop.domain.fold import By, apply_act
from dost_desktop.domain.person_file import PersonFile

_ON_PAPER: Final = (acts.Refuse, acts.IssueNotice, acts.PrintNotice, acts.ServeNotice)


def is_paper_that_left(file: PersonFile, run: Sequence[acts.Act], by: By) -> bool:
    """True when ``decide`` refuses a click that issued a notice, and the file will ask for a review instead.

    A refusal that the file admits but that is not lawful is not let in this way.
    """
    issued = [act.notice for act in run if isinstance(act, acts.IssueNotice)]
    if not issued or not all(isinstance(act, _ON_PAPER) for act in run):
        return False
    if any(file.notice(each) for each in issued):
        return False
    after = file
    for act in run:
        after = apply_act(after, act, by)
    return all(f"notice_without_refusal:{each}" in after.review for each in issued)
