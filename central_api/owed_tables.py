"""The tables of what the server still owes: questions to registers, duties, messages. The rest: ``tables.py``."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, String, Table

from central_api.tables import MOMENT, NAME, UUID_TEXT, metadata

register_questions = Table(
    "register_questions",
    metadata,
    Column("application", UUID_TEXT, nullable=False),
    Column("register", NAME, nullable=False),
    Column("file_id", UUID_TEXT, nullable=False),
    Column("due_at", MOMENT, nullable=False),
    Column("attempts", Integer, nullable=False),
    PrimaryKeyConstraint("application", "register"),
    Index(None, "due_at"),
)
#: What the central system owes an application (``duties.Duty``).
duties = Table(
    "duties",
    metadata,
    Column("application", UUID_TEXT, nullable=False),
    Column("duty", String(20), nullable=False),
    Column("file_id", UUID_TEXT, nullable=False),
    Column("due_at", MOMENT, nullable=False),
    Column("attempts", Integer, nullable=False),
    PrimaryKeyConstraint("application", "duty"),
    Index(None, "due_at"),
    Index(None, "file_id"),
)
#: Whom to tell of which event, and over which channel (``messages.Messages``).
messages = Table(
    "messages",
    metadata,
    Column("occasion", UUID_TEXT, nullable=False),  # the event that is told of
    Column("channel", String(20), nullable=False),
    Column("application", UUID_TEXT, nullable=False),
    Column("file_id", UUID_TEXT, nullable=False),
    Column("message", NAME, nullable=False),
    Column("state", String(20), nullable=False),
    Column("tries", Integer, nullable=False),  # that ended without a delivery
    Column("attempts", Integer, nullable=False),  # how often it was taken up
    Column("due_at", MOMENT, nullable=False),
    PrimaryKeyConstraint("occasion", "channel"),
    Index(None, "state", "due_at"),
)
