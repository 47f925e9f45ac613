"""A telephone number is read back in the groups people say."""

from __future__ import annotations

import pytest

from ui.infra.phones import written_phone


@pytest.mark.parametrize(
    ("recorded", "shown"),
    [
        ("+994500001234", "+994 50 000 12 34"),
        ("", ""),
        ("+99450000123", "+99450000123"),
        ("+905320001234", "+905320001234"),
        ("ev telefonu", "ev telefonu"),
    ],
)
def test_only_a_number_of_this_country_is_grouped(recorded: str, shown: str) -> None:
    assert written_phone(recorded) == shown
