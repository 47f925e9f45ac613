"""The box for the desk's database key: one key opens it, and no byte may change."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dost_desktop.contract.sealed_box import close_box, new_box_key, open_box

SECRET, PUBLIC = new_box_key()
CONTENT = bytes(range(32))


@settings(max_examples=25)
@given(st.binary(max_size=200))
def test_what_was_put_in_comes_out(content: bytes) -> None:
    box = close_box(PUBLIC, content)
    assert open_box(SECRET, box) == content
    assert len(box) == 32 + 12 + len(content) + 16
    assert len(content) < 8 or content not in box


def test_two_boxes_of_the_same_content_differ() -> None:
    assert close_box(PUBLIC, CONTENT)[:44] != close_box(PUBLIC, CONTENT)[:44]


def test_another_key_opens_nothing() -> None:
    other, _ = new_box_key()
    with pytest.raises(ValueError, match="not closed for this key"):
        open_box(other, close_box(PUBLIC, CONTENT))


def test_every_changed_byte_and_every_cut_is_noticed() -> None:
    box = close_box(PUBLIC, CONTENT)
    for place in range(len(box)):
        changed = bytes([*box[:place], box[place] ^ 0x01, *box[place + 1 :]])
        with pytest.raises(ValueError, match="not closed for this key"):
            open_box(SECRET, changed)
        with pytest.raises(ValueError, match="not closed for this key"):
            open_box(SECRET, box[:place])
    with pytest.raises(ValueError, match="not closed for this key"):
        open_box(SECRET, box + b"\x00")


def test_a_worthless_public_key_is_noticed() -> None:
    """All noughts would give everybody the same shared secret."""
    with pytest.raises(ValueError, match="not closed for this key"):
        open_box(SECRET, bytes(32) + close_box(PUBLIC, CONTENT)[32:])
