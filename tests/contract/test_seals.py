"""Seals with real Ed25519 keys: made once, good everywhere, for one purpose only."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dost_desktop.contract.seals import SigningKey, from_text, is_sealed, is_signed, key_name, to_text
from dost_desktop.contract.translation import sealed_json
from dost_desktop.domain.attestation import Attestation, NumberLease, Receipt, Register, Series
from dost_desktop.domain.codec import from_json
from tests.domain.builders import DESK, FILE, NOW, SERVER, a_key, an_attestation

KEYS = {SERVER.name: SERVER.public}
RECORDS: dict[str, Attestation | Receipt | NumberLease] = {
    "attestation": an_attestation(),
    "receipt": SERVER.seal(Receipt(FILE, 7, "ab" * 32, NOW, "epoch-1", SERVER.name)),
    "lease": SERVER.seal(
        NumberLease(UUID(int=7), Series.NOTICE, "B03", 2026, 101, 200, DESK, "epoch-1", SERVER.name)
    ),
}


def other_value(value: Any) -> Any:
    match value:
        case Series():
            return Series.REFERRAL
        case Register():
            return Register.STATUS
        case UUID():
            return UUID(int=value.int ^ 1)
        case datetime():
            return value + timedelta(milliseconds=1)
        case int():
            return value + 1
        case str():
            return value + "x"
        case _:
            return {**value, "found": True}


@given(st.binary(max_size=100))
def test_bytes_travel_as_text_and_have_one_spelling(raw: bytes) -> None:
    assert from_text(to_text(raw)) == raw
    assert to_text(raw).encode() == base64.urlsafe_b64encode(raw).rstrip(b"=")


@pytest.mark.parametrize("text", ["a", "ab=", "ab==", "a+b/", "a b_", "ab\n", "YR", "ə", "\ud800", "****"])
def test_text_that_is_not_base64url_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"base64url|ASCII"):
        from_text(text)
    assert not is_signed(SERVER.public, b"message", text)
    assert not is_signed(text, b"message", SERVER.sign(b"message"))


def test_a_signature_holds_for_its_message_and_key_alone() -> None:
    key, other = SigningKey.new(), SigningKey.new()
    signature = key.sign(b"message")
    assert is_signed(key.public, b"message", signature)
    assert not is_signed(key.public, b"message.", signature)
    assert not is_signed(other.public, b"message", signature)
    assert SigningKey(key.raw()).public == key.public
    assert key_name(key.public) == key.name
    assert (len(key.name), len(from_text(signature)), len(from_text(key.public))) == (16, 64, 32)


def test_a_secret_key_never_shows() -> None:
    key = SigningKey(b"k" * 32)
    shown = repr(key) + str(key)
    assert "kkkk" not in shown
    assert to_text(key.raw()) not in shown


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS.keys())
def test_every_field_of_a_sealed_record_is_under_the_seal(record: Any) -> None:
    assert is_sealed(record, KEYS)
    for each in fields(record):
        changed = replace(record, **{each.name: other_value(getattr(record, each.name))})
        assert changed != record
        assert not is_sealed(changed, KEYS), each.name


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS.keys())
def test_only_the_servers_key_seals_in_the_servers_name(record: Any) -> None:
    forger = a_key("forger")
    assert not is_sealed(forger.seal(record), KEYS)
    assert not is_sealed(replace(forger.seal(record), key=SERVER.name), KEYS)
    assert not is_sealed(replace(record, signature=""), KEYS)
    assert not is_sealed(record, {})
    assert SERVER.seal(forger.seal(record)) == record, "the same key over the same facts: the same bytes"


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS.keys())
def test_a_sealed_record_travels_as_it_was_signed(record: Any) -> None:
    assert is_sealed(from_json(type(record), sealed_json(record)), KEYS)


def test_a_receipts_seal_is_no_leases_seal() -> None:
    signed: dict[str, Callable[[], bytes]] = {name: record.signed_bytes for name, record in RECORDS.items()}
    tags = {name: bytes_of().split(b"\n", 1)[0] for name, bytes_of in signed.items()}
    assert tags == {
        "attestation": b"dost/attestation/1",
        "receipt": b"dost/receipt/1",
        "lease": b"dost/number-lease/1",
    }
