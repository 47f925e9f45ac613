"""What PostgreSQL would do for each statement that a part of the server sends, on tables with many rows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Engine, event, text

from central_api.office import Office

_READS: Final = ("SELECT", "UPDATE", "DELETE", "WITH")
_MOMENT: Final = "'2026-11-20T06:00:00.000Z'"
_FILE: Final = "(lpad(to_hex(g % 20000), 8, '0') || '-0000-8000-8000-000000000000')"
_ID: Final = "gen_random_uuid()::text"
_HASH: Final = "(md5(g::text) || md5((g + 1)::text))"
_CENTRE: Final = "('C' || lpad((g % 31)::text, 2, '0'))"
#: A country's rows in small: 31 centres, 20,000 files, three events each.
_FILL: Final = {
    "files": (20_000, f"{_FILE}, 3, {_HASH}"),
    "events": (
        60_000,
        f"{_FILE}, 1 + g / 20000, {_ID}, '{{}}', '', NULL, NULL, {_HASH}, {_HASH}, {_MOMENT}",
    ),
    "file_centres": (20_000, f"{_FILE}, {_CENTRE}"),
    "feed": (60_000, f"{_CENTRE}, g, {_FILE}, 1, 3"),
    "notices": (
        20_000,
        f"{_ID}, md5(g::text), {_FILE}, 'n', {_CENTRE}, 'refusal', {_MOMENT}, {_HASH}, 1, 'genuine', NULL",
    ),
    "numbers_used": (60_000, f"{_CENTRE}, 2026, 'notice', g, ''"),
    "leases": (
        6_200,
        f"{_ID}, {_CENTRE}, 2026, 'notice', g * 50 + 1, g * 50 + 50, {_CENTRE} || '-01', {_MOMENT}, true",
    ),
    "tickets": (
        60_000,
        (
            f"{_CENTRE}, '2026-' || lpad((1 + g / 6000)::text, 2, '0') || '-20', g::text, '', '', '', 'finished',"
            f" {_MOMENT}, NULL, NULL, '', 'employment', NULL, 0, '', ''"
        ),
    ),
    "tokens": (30_000, f"{_HASH}, 'r' || g, {_FILE}, {_MOMENT}, '2027-01-01T00:00:00.000Z', NULL, NULL"),
    "token_families": (20_000, f"{_FILE}, {_CENTRE} || '-01', NULL, false, {_MOMENT}, NULL, ''"),
    "blobs": (20_000, f"{_HASH}, {_CENTRE}, 1, '', {_MOMENT}"),
    "readings": (40_000, f"{_ID}, {_MOMENT}, 'a', 'd', {_FILE}, 'file', 'p', ''"),
    "referrals": (20_000, f"'G-' || g, {_ID}, {_FILE}"),
    "review_marks": (40, f"{_FILE}, 'm', {_MOMENT}, 'a', 'd'"),
    "removals": (5_000, f"{_FILE}, '2099-01-01'"),
    "messages": (40_000, f"{_ID}, 'mobile', {_ID}, {_FILE}, 'm', 'delivered', 1, 1, {_MOMENT}"),
    "duties": (5_000, f"{_ID}, 'employer', {_FILE}, '2099-01-01T00:00:00.000Z', 0"),
    "register_questions": (5_000, f"{_ID}, 'r', {_FILE}, '2099-01-01T00:00:00.000Z', 0"),
    "answered_requests": (30_000, "'d', g::text, '', 200, '', '2026-11-24T05:00:00.000Z'"),
    "half_done_cases": (5_000, f"{_ID}, {_CENTRE}, '', 'finished', '2026-11-20', {_MOMENT}, ''"),
    "self_service": (
        20_000,
        f"g::text, 'pin', '', '', 'k', {_CENTRE}, {_MOMENT}, 'n', 'opened', '', {_MOMENT}, 0",
    ),
    "number_heads": (2_000, f"{_CENTRE}, 1000 + g, 'notice', 1"),
    "sign_in_failures": (5_000, f"'agent:' || g, 1, {_MOMENT}"),
    "centre_signers": (5_000, f"{_CENTRE}, 'a' || g, 'd'"),
}
BIG: Final = frozenset(_FILL)


def fill(office: Office) -> None:
    """Many rows in every table that grows."""
    with office.database.writing() as connection:
        for table, (rows, values) in _FILL.items():
            connection.execute(
                text(f"INSERT INTO {table} SELECT {values} FROM generate_series(0, {rows - 1}) g")
            )
    with office.database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))


@dataclass
class Plans:
    """Of every statement that was watched: whole tables that would be read, and indexes that would be used."""

    whole: dict[str, str] = field(default_factory=dict)  # table to the statement
    used: set[str] = field(default_factory=set)

    def add(self, statement: str, node: dict[str, Any]) -> None:
        if node["Node Type"] == "Seq Scan" and node["Relation Name"] in BIG:
            self.whole[node["Relation Name"]] = statement
        if "Index Name" in node:
            self.used.add(node["Index Name"])
        for each in node.get("Plans", ()):
            self.add(statement, each)


@contextmanager
def watched(engine: Engine) -> Iterator[Plans]:
    """Everything that is asked of this database meanwhile."""
    seen: dict[str, Any] = {}

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        if statement.lstrip().upper().startswith(_READS):
            seen.setdefault(statement, parameters[0] if many else parameters)

    event.listen(engine, "before_cursor_execute", note)
    plans = Plans()
    try:
        yield plans
    finally:
        event.remove(engine, "before_cursor_execute", note)
    with engine.connect() as connection:
        for statement, parameters in seen.items():
            if "pg_" in statement:
                continue
            explained = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", parameters)
            said = explained.scalar_one()
            plan = json.loads(said) if isinstance(said, str) else said
            plans.add(statement, plan[0]["Plan"])
