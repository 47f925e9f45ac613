"""What several fault tests of the central API share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.postgresql import PostgreSQL


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A server that writes as in earnest, and knows when each transaction was committed."""
    server = PostgreSQL(lasting=True, track_commit_timestamp="on").start()
    yield server
    server.stop()
