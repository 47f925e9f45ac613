"""What travels between a back-office officer and the central API: the drafts that wait, by deadline (SEED 11, 16-17).

Decisions travel as runs (``messages.Push``), signed by the officer's own key.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from dost_desktop.contract.messages import Instant, Message, Name, Uuid

Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}){2}$")]


class BackOfficeDraft(Message):
    """A draft decision to register as unemployed: about whom, on what it rests, until when it is decided."""

    application: Uuid
    file_id: Uuid
    number: str  # of the application
    centre: Name
    back_office: str
    sent_by: Name
    sent_at: Instant
    due_on: Day  # the last of the back office's working days
    days_left: int  # working days until then; negative: overdue
    is_own: bool  # the officer prepared it: somebody else decides
    full_name: str = Field("", repr=False)
    sent_by_name: str = ""
    centre_name: str = ""
    basis: Literal["none", "not_hired", "silent"] = "none"  # or what the last employer said
    vacancies_seen: Annotated[int, Field(ge=0)] = 0
    register_at: Instant | Literal[""] = ""  # when the register of employed persons was asked
    service_due_on: Day | Literal[""] = ""  # the last day of the whole service (SEED 12-13)
    term: Annotated[int, Field(ge=0)] = 0  # the back office's working days
    returned: Annotated[int, Field(ge=0)] = 0  # how often it was returned before


class BackOfficeDrafts(Message):
    """The drafts that wait, the earliest deadline first; at most 500 of ``total``."""

    drafts: tuple[BackOfficeDraft, ...]
    total: Annotated[int, Field(ge=0)]
