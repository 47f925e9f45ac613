"""A code can be typed from paper by anybody, and hardly any mistake leads to another paper."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dost_desktop.domain.verify_code import in_groups, is_of_this_kind, read_verify_code, verify_code

RANDOM = st.binary(min_size=16, max_size=16)
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@pytest.mark.parametrize(
    ("random", "code"),
    [
        (bytes(16), "00000000000000000000000000VM"),
        (b"\xff" * 16, "ZZZZZZZZZZZZZZZZZZZZZZZZZXDC"),
        (bytes(range(16)), "000G40R40M30E209185GR38E1YZ4"),
    ],
)
def test_published_vectors(random: bytes, code: str) -> None:
    assert verify_code(random) == code


@given(RANDOM)
def test_a_code_is_read_in_every_way_it_may_be_typed(random: bytes) -> None:
    code = verify_code(random)
    assert re.fullmatch(f"[{SIGNS}]{{28}}", code)
    for typed in (code, in_groups(code), in_groups(code).lower(), code.replace("0", "O").replace("1", "ı")):
        assert is_of_this_kind(typed)
        assert read_verify_code(typed) == code
    assert re.fullmatch(r"(\w{4}-){6}\w{4}", in_groups(code))


def test_mistakes_are_noticed_nearly_always() -> None:
    code = verify_code(bytes(range(16)))
    one_wrong = {code[:at] + sign + code[at + 1 :] for at in range(28) for sign in SIGNS} - {code}
    swapped = {code[:at] + code[at + 1] + code[at] + code[at + 2 :] for at in range(27)} - {code}
    passed = [each for each in one_wrong | swapped if read_verify_code(each)]
    assert len(passed) <= 2  # one of 4096


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_code_or_none(typed: str) -> None:
    read = read_verify_code(typed)
    assert read is None or is_of_this_kind(typed)


def test_as_many_bytes_as_the_design_asks_for() -> None:
    with pytest.raises(ValueError, match="15"):
        verify_code(bytes(15))
