"""The tables of what is kept for repetitions and later versions: answers and catalogues. The rest: ``tables.py``."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from central_api.tables import MOMENT, NAME, metadata

#: What was answered to a request that bears an ``Idempotency-Key``: its repetition gets the same, and does nothing.
answered_requests = Table(
    "answered_requests",
    metadata,
    Column("caller", String(210), nullable=False),  # a desk, or an agent at a desk
    Column("key", NAME, nullable=False),
    Column("asked", String(64), nullable=False),  # SHA-256 of method, path and body
    Column("status", Integer, nullable=False),
    Column("answer", Text, nullable=False),
    Column("at", MOMENT, nullable=False),
    PrimaryKeyConstraint("caller", "key"),
    Index(None, "at"),
)
#: Every catalogue this deployment judged by: its files by name, as JSON. The newest is in force, the one before it
#: still accepted (design 4).
catalogues = Table(
    "catalogues",
    metadata,
    Column("version", String(64), primary_key=True),
    Column("since", MOMENT, nullable=False),
    Column("content", Text, nullable=False),
)
