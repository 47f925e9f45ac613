"""The tables of the central API. A file's rows hang on ``file_id``, a centre's on ``centre`` (design 7).

Moments are texts as they travel (``2026-11-24T10:07:32.123Z``): they sort as the moments do, on every database.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)
MOMENT: Final = String(24)
UUID_TEXT: Final = String(36)
_HASH: Final = String(64)
NAME: Final = String(100)
_BASE64: Final = String(100)

deployment = Table(
    "deployment", metadata, Column("name", NAME, primary_key=True), Column("value", Text, nullable=False)
)
server_keys = Table(
    "server_keys",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("public", _BASE64, nullable=False),
    Column("since", MOMENT, nullable=False),
)
centres = Table(
    "centres",
    metadata,
    Column("code", NAME, primary_key=True),
    Column("category", String(1), nullable=False),
    Column("name", NAME, nullable=False),
    Column("address", Text, nullable=False),
    Column("phone", NAME, nullable=False),
    Column("court", Text, nullable=False),
    Column("appeal_body", Text, nullable=False),
    Column("appeal_address", Text, nullable=False),
)
agents = Table(
    "agents",
    metadata,
    Column("agent", NAME, primary_key=True),
    Column("name", NAME, nullable=False),
    Column("password", Text, nullable=False),  # argon2id
    Column("person", UUID_TEXT, nullable=False, server_default=""),  # the agent's own file
)
#: Who works where as what, and from when until when: an event is judged by the post its agent held then.
posts = Table(
    "posts",
    metadata,
    Column("agent", NAME, nullable=False),
    Column("since", MOMENT, nullable=False),
    Column("until", MOMENT),
    Column("role", String(20), nullable=False),
    Column("post", NAME, nullable=False),
    Column("centre", NAME, nullable=False),
    Column("back_office", NAME, nullable=False, server_default=""),  # an officer's; empty: all of them
    PrimaryKeyConstraint("agent", "since"),
    Index(None, "centre"),
)
sign_in_failures = Table(
    "sign_in_failures",
    metadata,
    Column("who", String(210), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("locked_until", MOMENT),
)
enrol_codes = Table(
    "enrol_codes",
    metadata,
    Column("code_hash", _HASH, primary_key=True),
    Column("centre", NAME, nullable=False),
    Column("expires_at", MOMENT, nullable=False),
    Column("used_at", MOMENT),
    Column("install_id", UUID_TEXT),
    Column("desk", NAME),
    Column("as_desk", NAME, nullable=False, server_default=""),  # whose place the PC takes
)
desks = Table(
    "desks",
    metadata,
    Column("desk", NAME, primary_key=True),
    Column("centre", NAME, nullable=False),
    Column("install_id", UUID_TEXT, nullable=False),
    Column("enrolled_at", MOMENT, nullable=False),
    Column("retired_at", MOMENT),
    Column("directions", Text, nullable=False, server_default="employment"),  # ids, comma between
    Index(None, "centre"),
)
token_families = Table(
    "token_families",
    metadata,
    Column("family", UUID_TEXT, primary_key=True),
    Column("desk", NAME, nullable=False),
    Column("agent", NAME),
    Column("by_password", Boolean, nullable=False),
    Column("signed_in_at", MOMENT, nullable=False),
    Column("revoked_at", MOMENT),
    Column("revoked_for", NAME, nullable=False),
    Index(None, "desk"),
)
tokens = Table(
    "tokens",
    metadata,
    Column("access_hash", _HASH, primary_key=True),
    Column("refresh_hash", _HASH, nullable=False, unique=True),
    Column("family", UUID_TEXT, nullable=False),
    Column("access_until", MOMENT, nullable=False),
    Column("refresh_until", MOMENT, nullable=False),
    Column("used_at", MOMENT),
    Column("replaced_by", _HASH),
    Index(None, "family"),
    Index(None, "refresh_until"),
)
agent_keys = Table(
    "agent_keys",
    metadata,
    Column("agent", NAME, nullable=False),
    Column("desk", NAME, nullable=False),
    Column("public", _BASE64, nullable=False),
    Column("since", MOMENT, nullable=False),
    Column("until", MOMENT),
    Column("last_assertion", MOMENT, nullable=False),
    PrimaryKeyConstraint("agent", "desk", "public"),
)

files = Table(
    "files",
    metadata,
    Column("file_id", UUID_TEXT, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("hash", _HASH, nullable=False),
)
events = Table(
    "events",
    metadata,
    Column("file_id", UUID_TEXT, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("event_id", UUID_TEXT, nullable=False),
    Column("content", Text, nullable=False),
    Column("signature", _BASE64, nullable=False),
    Column("salt", String(32)),
    Column("data", Text),
    Column("prev", _HASH, nullable=False),
    Column("hash", _HASH, nullable=False),
    Column("received_at", MOMENT, nullable=False),
    PrimaryKeyConstraint("file_id", "seq"),
    UniqueConstraint("file_id", "event_id"),
    Index(None, "event_id"),
)
file_centres = Table(
    "file_centres",
    metadata,
    Column("file_id", UUID_TEXT, nullable=False),
    Column("centre", NAME, nullable=False),
    PrimaryKeyConstraint("file_id", "centre"),
)
#: Agents of other centres whose events a centre's desks hold, so that the roster can name their keys.
centre_signers = Table(
    "centre_signers",
    metadata,
    Column("centre", NAME, nullable=False),
    Column("agent", NAME, nullable=False),
    Column("desk", NAME, nullable=False),
    PrimaryKeyConstraint("centre", "agent", "desk"),
)
#: One row a centre, locked by whoever adds to its feed until that transaction ends: positions are commit order.
feed_heads = Table(
    "feed_heads",
    metadata,
    Column("centre", NAME, primary_key=True),
    Column("position", BigInteger, nullable=False),
)
feed = Table(
    "feed",
    metadata,
    Column("centre", NAME, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("file_id", UUID_TEXT, nullable=False),
    Column("from_seq", Integer, nullable=False),
    Column("to_seq", Integer, nullable=False),
    PrimaryKeyConstraint("centre", "position"),
)
notices = Table(
    "notices",
    metadata,
    Column("notice", UUID_TEXT, primary_key=True),
    Column("verify_code", NAME, nullable=False, unique=True),
    Column("file_id", UUID_TEXT, nullable=False),
    Column("number", NAME, nullable=False),
    Column("centre", NAME, nullable=False),
    Column("kind", NAME, nullable=False),
    Column("issued_at", MOMENT, nullable=False),
    Column("pdf", _HASH, nullable=False),
    Column("size", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("superseded_by", UUID_TEXT),
    Index(None, "file_id"),
    Index(None, "pdf"),
)
number_heads = Table(
    "number_heads",
    metadata,
    Column("centre", NAME, nullable=False),
    Column("year", Integer, nullable=False),
    Column("series", String(20), nullable=False),
    Column("last", Integer, nullable=False),
    PrimaryKeyConstraint("centre", "year", "series"),
)
leases = Table(
    "leases",
    metadata,
    Column("lease_id", UUID_TEXT, primary_key=True),
    Column("centre", NAME, nullable=False),
    Column("year", Integer, nullable=False),
    Column("series", String(20), nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("desk", NAME, nullable=False),
    Column("leased_at", MOMENT, nullable=False),
    Column("is_used_up", Boolean, nullable=False, server_default=false()),  # nobody need count it any more
    Column("closed_at", MOMENT),  # nobody counts on in it: its desk began anew
    UniqueConstraint("centre", "year", "series", "first"),
)
tickets = Table(
    "tickets",
    metadata,
    Column("centre", NAME, nullable=False),
    Column("day", String(10), nullable=False),
    Column("number", NAME, nullable=False),
    Column("purpose", NAME, nullable=False),
    Column("detail", Text, nullable=False),
    Column("needs", NAME, nullable=False),  # comma between
    Column("state", String(20), nullable=False),
    Column("taken_at", MOMENT, nullable=False),
    Column("called_at", MOMENT),
    Column("finished_at", MOMENT),
    Column("desk", NAME, nullable=False),
    Column("direction", NAME, nullable=False, server_default="employment"),
    Column("called_again_at", MOMENT),
    Column("calls", Integer, nullable=False, server_default="0"),
    Column("for_desk", NAME, nullable=False, server_default=""),
    Column("sent_from", NAME, nullable=False, server_default=""),
    PrimaryKeyConstraint("centre", "day", "number"),
)
#: ``content`` is the whole message, drafts included; empty once the case is finished.
half_done_cases = Table(
    "half_done_cases",
    metadata,
    Column("case_id", UUID_TEXT, primary_key=True),
    Column("centre", NAME, nullable=False),
    Column("desk", NAME, nullable=False),  # that has it
    Column("state", String(20), nullable=False),
    Column("day", String(10), nullable=False),  # in Baku: from it on the row is kept for a while
    Column("changed_at", MOMENT, nullable=False),
    Column("content", Text, nullable=False),
    Index(None, "centre"),
    Index(None, "day"),
)
simulated_rows = Table(
    "simulated_rows",
    metadata,
    Column("register", NAME, nullable=False),
    Column("number", NAME, nullable=False),
    Column("place", Integer, nullable=False),
    Column("row", Text, nullable=False),
    PrimaryKeyConstraint("register", "number", "place"),
)
#: Every referral that was issued, so that an employer's answer finds its application.
referrals = Table(
    "referrals",
    metadata,
    Column("number", NAME, nullable=False),
    Column("application", UUID_TEXT, nullable=False),
    Column("file_id", UUID_TEXT, nullable=False),
    PrimaryKeyConstraint("number", "application"),
)
#: Drafts that wait for a back office, so that it finds them without reading every file.
back_office_drafts = Table(
    "back_office_drafts",
    metadata,
    Column("application", UUID_TEXT, primary_key=True),
    Column("file_id", UUID_TEXT, nullable=False),
    Column("number", NAME, nullable=False),
    Column("centre", NAME, nullable=False),
    Column("back_office", NAME, nullable=False),
    Column("sent_by", NAME, nullable=False),
    Column("sent_at", MOMENT, nullable=False),
    Column("full_name", Text, nullable=False, server_default=""),
    Column("opened_at", MOMENT, nullable=False, server_default=""),  # empty: the file was not looked at yet
    Column("basis", String(20), nullable=False, server_default="none"),  # or what the last employer said
    Column("vacancies_seen", Integer, nullable=False, server_default="0"),
    Column("register_at", MOMENT, nullable=False, server_default=""),
    Column("returned", Integer, nullable=False, server_default="0"),  # how often before
    Index(None, "sent_at"),
    Index(None, "file_id"),
)
#: Why somebody must look at a file, as ``PersonFile.review`` has it, so that a centre's head finds it.
review_marks = Table(
    "review_marks",
    metadata,
    Column("file_id", UUID_TEXT, nullable=False),
    Column("mark", NAME, nullable=False),
    Column("since", MOMENT, nullable=False),
    Column("agent", NAME, nullable=False),  # by whose act
    Column("desk", NAME, nullable=False),
    PrimaryKeyConstraint("file_id", "mark"),
)
#: Temporary removals that have a last day.
removals = Table(
    "removals",
    metadata,
    Column("file_id", UUID_TEXT, primary_key=True),
    Column("ends_on", String(10), nullable=False),
    Index(None, "ends_on"),
)
#: Numbers that an event bears, and those of which a head said what became of them (``finding``).
numbers_used = Table(
    "numbers_used",
    metadata,
    Column("centre", NAME, nullable=False),
    Column("year", Integer, nullable=False),
    Column("series", String(20), nullable=False),
    Column("number", Integer, nullable=False),
    Column("finding", Text, nullable=False),  # empty: an event bears it
    PrimaryKeyConstraint("centre", "year", "series", "number"),
)
#: Desks whose events came while the PC's clock was more than five minutes off.
desk_clocks = Table(
    "desk_clocks",
    metadata,
    Column("desk", NAME, primary_key=True),
    Column("centre", NAME, nullable=False),
    Column("seconds_off", Integer, nullable=False),  # positive: it is ahead
    Column("since", MOMENT, nullable=False),
    Index(None, "centre"),
)
#: Applications that people made themselves in e-sosial; number and phone are forgotten once they are in a file.
self_service = Table(
    "self_service",
    metadata,
    Column("mas_number", NAME, primary_key=True),
    Column("number_kind", NAME, nullable=False),
    Column("number", NAME, nullable=False),
    Column("phone", NAME, nullable=False),
    Column("application_kind", NAME, nullable=False),
    Column("centre", NAME, nullable=False),
    Column("submitted_at", MOMENT, nullable=False),
    Column("application_no", NAME, nullable=False),  # empty until it was taken
    Column("state", String(20), nullable=False),
    Column("reason", NAME, nullable=False),  # why it still waits
    Column("due_at", MOMENT, nullable=False),
    Column("attempts", Integer, nullable=False),
    Index(None, "state", "due_at"),
)
blobs = Table(
    "blobs",
    metadata,
    Column("sha256", _HASH, nullable=False),
    Column("centre", NAME, nullable=False),
    Column("size", Integer, nullable=False),
    Column("desk", NAME, nullable=False),
    Column("received_at", MOMENT, nullable=False),
    PrimaryKeyConstraint("sha256", "centre"),
)
readings = Table(
    "readings",
    metadata,
    Column("reading", UUID_TEXT, primary_key=True),
    Column("at", MOMENT, nullable=False),
    Column("agent", NAME, nullable=False),
    Column("desk", NAME, nullable=False),
    Column("file_id", UUID_TEXT, nullable=False),
    Column("what", NAME, nullable=False),  # "file", or the register that was asked
    Column("purpose", NAME, nullable=False),
    Column("lookup_no", NAME, nullable=False),
    Index(None, "file_id"),
    Index(None, "at"),
)
