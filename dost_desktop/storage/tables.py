"""The tables of the desk's database, declared once: migrations are compared with them, statements are written for them.

Identifiers are 16 bytes, hashes 32 bytes, instants UTC texts with milliseconds, booleans 0 or 1. Every index a step
touches is one more page to encipher and force to disk, so there are few, and what changes often stands in none.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata: Final = MetaData()

# --- what is true: events in their places, and what the server has said of them ---------------------------

Table("meta", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

Table(
    "file",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("file_id", LargeBinary, nullable=False, unique=True),
    Column("confirmed_seq", Integer, nullable=False, server_default=text("0")),
)

Table(
    "event",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("file", Integer, ForeignKey("file.no"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("content", Text, nullable=False),
    Column("signature", Text, nullable=False),
    Column("salt", Text),
    Column("data", Text),
    Column("prev", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    UniqueConstraint("file", "seq"),
)

Table(
    "receipt",
    metadata,
    Column("file", Integer, ForeignKey("file.no"), primary_key=True),
    Column("epoch", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("receipt", Text, nullable=False),
)

# --- the read model: written by the same fold in the same transaction, rebuilt by ``check.rebuild`` ----------

Table(
    "person",
    metadata,
    Column("file", Integer, ForeignKey("file.no"), primary_key=True),
    Column("names", Text, nullable=False),  # folded words, what the full-text search holds
    Column("sort_key", Text, nullable=False),
    Column("full_name", Text, nullable=False),
    Column("number_kind", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("document_number", Text, nullable=False),
    Column("birth_date", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("status_at", Text, nullable=False),
    Column("last_active_on", Text, nullable=False),
    Column("needs_review", Integer, nullable=False),
    Column("place", Integer),  # in the alphabet, and rowid of the full-text index; none before it has a name
    Index("person_number", "number"),
    Index("person_document", "document_number"),
    Index("person_phone", "phone", sqlite_where=text("phone <> ''")),
    Index("person_phone_end", text("substr(phone, -7)"), sqlite_where=text("phone <> ''")),
    Index("person_birth_date", "birth_date", sqlite_where=text("birth_date <> ''")),
    Index("person_place", "place", sqlite_where=text("place IS NOT NULL")),
    Index("person_order", "sort_key", "place", sqlite_where=text("place IS NOT NULL")),
)

Table(
    "name_variant",  # every word of a name, and it with one letter left out: finds words with one wrong letter
    metadata,
    Column("variant", Text, primary_key=True),
    Column("word", Text, primary_key=True),
    sqlite_with_rowid=False,
)

Table(
    "application",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("file", Integer, ForeignKey("file.no"), nullable=False),
    Column("number", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("is_open", Integer, nullable=False),
    Column("opened_at", Text, nullable=False),
    Column("opened_by", Text, nullable=False),
    Column("desk", Text, nullable=False),
    Column("centre", Text, nullable=False),
    Column("ticket", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Index("application_tail", text("substr(number, -6)")),
    Index("application_file", "file"),
    Index("application_opened", "opened_at"),
    Index("application_open", "opened_at", sqlite_where=text("is_open")),
)

Table(
    "representation",  # who speaks for the applicant, as a number in English capitals; no row: nobody
    metadata,
    Column("application", LargeBinary, primary_key=True),
    Column("file", Integer, ForeignKey("file.no"), nullable=False),
    Column("number", Text, nullable=False),
    Column("opened_at", Text, nullable=False),
    Index("representation_number", "number", "opened_at"),
    Index("representation_file", "file"),
    sqlite_with_rowid=False,
)

Table(
    "waiting",  # who or what is waited for, and since when; of a removal until when, with an empty application
    metadata,
    Column("what", Text, primary_key=True),
    Column("since", Text, primary_key=True),
    Column("file", Integer, ForeignKey("file.no"), primary_key=True),
    Column("application", LargeBinary, primary_key=True),
    Index("waiting_file", "file"),
    sqlite_with_rowid=False,
)

Table(
    "notice",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("file", Integer, ForeignKey("file.no"), nullable=False),
    Column("application", LargeBinary, nullable=False),
    Column("seq", Integer, nullable=False),  # of the event that issued it
    Column("number", Text, nullable=False),
    Column("is_provisional", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("issued_at", Text, nullable=False),
    Column("issued_by", Text, nullable=False),
    Column("desk", Text, nullable=False),
    Column("pdf", LargeBinary, nullable=False),
    Column("certificate", Text, nullable=False),
    Column("verify_code", Text, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("served_at", Text, nullable=False),
    Index("notice_tail", text("substr(number, -6)")),
    Index("notice_file", "file"),
    Index("notice_issued", "issued_at"),
)

# --- what waits for the server -------------------------------------------------------------------------------

Table(
    "outbox",
    metadata,
    Column("run", LargeBinary, primary_key=True),
    Column("file", Integer, ForeignKey("file.no"), nullable=False),
    Column("first_seq", Integer, nullable=False),  # 0 while its events are taken out of the file
    Column("steps", Integer, nullable=False),
    Column("kinds", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("next_try", Text, nullable=False, server_default=text("''")),
    Column("last_answer", Text, nullable=False, server_default=text("''")),
    Column("facts", Text, nullable=False, server_default=text("'{}'")),
    sqlite_with_rowid=False,
)

Table(
    "parked_event",  # events of runs that were taken out of their file, as they last stood there
    metadata,
    Column("run", LargeBinary, ForeignKey("outbox.run", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("content", Text, nullable=False),
    Column("signature", Text, nullable=False),
    Column("salt", Text),
    Column("data", Text),
    Column("prev", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)

Table(
    "access_log",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("agent", Text, nullable=False),
    Column("file_id", LargeBinary),
    Column("what", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("is_sent", Integer, nullable=False, server_default=text("0")),
    Index("access_log_unsent", "no", sqlite_where=text("NOT is_sent")),
    sqlite_autoincrement=True,
)

# --- what the desk keeps beside the files ----------------------------------------------------------------------

Table(
    "blob",
    metadata,
    Column("sha256", LargeBinary, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("sent", Integer, nullable=False, server_default=text("0")),
    Column("is_uploaded", Integer, nullable=False, server_default=text("0")),
    Index("blob_waiting", "sha256", sqlite_where=text("NOT is_uploaded")),
)

Table(
    "blob_part",
    metadata,
    Column("sha256", LargeBinary, ForeignKey("blob.sha256", ondelete="CASCADE"), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

Table(
    "draft",
    metadata,
    Column("key", Text, primary_key=True),
    Column("form", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
    Column("ticket", Text, nullable=False),
    Column("application", LargeBinary),
)

Table(
    "number_lease",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("lease_id", LargeBinary, nullable=False, unique=True),
    Column("series", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("next", Integer, nullable=False),
    Column("lease", Text, nullable=False),
    Index("number_lease_series", "series", "year"),
)

SEARCH: Final = (
    # contentless: the names stand in ``person`` only; the rowid is ``person.place``, so it is read by the alphabet
    "CREATE VIRTUAL TABLE person_names USING fts5(names, content='', contentless_delete=1, detail='none',"
    " prefix='1 2 3 4', tokenize='ascii')"
)
"""The one table SQLAlchemy cannot declare: full-text search over folded names."""
