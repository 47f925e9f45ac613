"""Half-done cases between desks of one centre: what was begun at one desk goes on at another (design 6)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from dost_desktop.contract.messages import Instant, Message, Name, Needs, Seq, Uuid

_Short = Annotated[str, StringConstraints(max_length=200)]


class DraftMessage(Message):
    """One draft of a case: what was typed and not decided yet. ``content`` is JSON that only desks read."""

    key: Name
    form: Name
    content: Annotated[str, StringConstraints(max_length=200_000)] = Field(repr=False)
    saved_at: Instant
    application: Uuid | None = None


class HalfDoneCase(Message):
    """A case as the desk that has it left it. ``desk`` is filled in by the central API."""

    id: Uuid
    state: Literal["paused", "open"]
    agent: Name
    desk: _Short = ""
    ticket: _Short = ""
    purpose: _Short = ""
    needs: Needs = ()
    file_id: Uuid | None = None
    application: Uuid | None = None
    served_ms: Seq = 0  # the time it ran before the pause
    paused_at: Instant
    reason: _Short = Field(default="", repr=False)  # a known reason, or the agent's own words
    drafts: Annotated[tuple[DraftMessage, ...], Field(max_length=20)] = Field(default=(), repr=False)


class HalfDoneCases(Message):
    """The half-done cases of a centre, without their drafts."""

    cases: tuple[HalfDoneCase, ...]
