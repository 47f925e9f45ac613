"""What travels between the head of a centre and the central API: what needs a look, by kind (design 1, 4, 6).

The head's acts travel as runs (``messages.Push``), signed by the head's own key.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from dost_desktop.contract.messages import Instant, Message, Name, Seq, Uuid

LookKind = Literal[
    "handed_up",  # an agent handed a disagreement, or anything else of a file, to the head
    "review",  # a file is marked for review
    "draft_overdue",  # the back office did not decide within its working days (SEED 16-17)
    "employer_silent",  # the employer's term ends: silence counts as no (facts 2.5, 2.8)
    "removal_over",  # the term of a removal is over and nobody took the registration up again
    "clock",  # a desk's clock is more than five minutes off
    "numbers",  # numbers of a finished block that no event bears
]
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}){2}$")]
Words = Annotated[str, StringConstraints(max_length=4000)]
Text = Annotated[str, StringConstraints(max_length=400)]


class LookItem(Message):
    """One thing that somebody must look at; what a kind does not know is empty."""

    kind: LookKind
    about: Annotated[str, StringConstraints(min_length=1, max_length=200)]  # names it among those of its kind
    since: Instant
    file_id: Uuid | Literal[""] = ""
    full_name: Text = Field(default="", repr=False)
    application: Uuid | Literal[""] = ""
    application_no: Text = ""
    desk: Text = ""  # where it came from
    agent: Text = ""  # the name of who did it
    words: Words = Field(default="", repr=False)  # what was handed up, in the agent's words
    due_on: Day | Literal[""] = ""  # the day that was, or is, the last one
    seconds_off: int = 0  # of a desk's clock; positive: it is ahead
    numbers: Annotated[tuple[Name, ...], Field(max_length=100)] = ()  # as they are written


class NeedsLook(Message):
    """Everything of one centre, the oldest first within each kind; ``totals`` counts also what was left out."""

    items: tuple[LookItem, ...]
    totals: dict[LookKind, Annotated[int, Field(ge=0)]]


class VoidNumbers(Message):
    """The head says what became of numbers that nothing bears: from now on they are accounted for."""

    series: Literal["application", "notice", "referral", "registration"]
    year: Annotated[int, Field(ge=2019, le=2200)]
    first: Seq
    last: Seq
    finding: Annotated[str, StringConstraints(min_length=3, max_length=1000)] = Field(repr=False)


class NumbersVoided(Message):
    """How many numbers are accounted for by it."""

    voided: Annotated[int, Field(ge=0)]
