"""The formats that never change, checked twice: by our functions, and by plain json, hashlib and Ed25519.

The second half shares no code with the program: whoever writes another one can follow it line by line.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from dost_desktop.contract.messages import EventMessage
from dost_desktop.contract.sealed_box import open_box
from dost_desktop.contract.seals import SigningKey, is_sealed
from dost_desktop.contract.translation import chained_event
from dost_desktop.domain import canonical
from dost_desktop.domain.acts import BY_KIND
from dost_desktop.domain.attestation import Attestation, NumberLease, Receipt
from dost_desktop.domain.chain import check_chain
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.events import RULES, ChainedEvent
from dost_desktop.domain.ids import NumberKind, file_id

HERE = Path(__file__).parent
FORMATS = (HERE.parents[1] / "docs" / "formats.md").read_text(encoding="utf-8")
VECTORS: dict[str, Any] = json.loads((HERE / "vectors.json").read_text(encoding="utf-8"))
SEALED: dict[str, type[Any]] = {"attestation": Attestation, "receipt": Receipt, "number_lease": NumberLease}
SERVER, AGENT = (
    SigningKey(bytes.fromhex(VECTORS["keys"][name]["secret_hex"])) for name in ("server", "agent")
)


# --- by our functions ---------------------------------------------------------------------------------------


class _Seals:
    def event_is_signed(self, chained: ChainedEvent) -> bool:
        event = chained.event
        return AGENT.sign(event.content.signed_bytes()) == event.signature

    def receipt_is_signed(self, receipt: Receipt) -> bool:
        return is_sealed(receipt, {SERVER.name: SERVER.public})


def _chain() -> list[ChainedEvent]:
    names = EventMessage.model_fields
    return [
        chained_event(EventMessage.model_validate({name: each[name] for name in names}))
        for each in VECTORS["events"]
    ]


def test_our_keys_are_the_vectors() -> None:
    for name, key in (("server", SERVER), ("agent", AGENT)):
        assert (key.public, key.name) == (VECTORS["keys"][name]["public"], VECTORS["keys"][name]["name"])


@pytest.mark.parametrize("vector", VECTORS["canonical"], ids=lambda vector: vector["sha256"][:8])
def test_our_canonical_form_is_the_vectors(vector: dict[str, Any]) -> None:
    assert canonical.canonical(canonical.EVENT_DATA, vector["value"]) == vector["bytes"].encode()
    assert canonical.digest(canonical.EVENT_DATA, vector["value"]) == vector["sha256"]


@pytest.mark.parametrize("vector", VECTORS["file_id"]["files"], ids=lambda vector: vector["typed"])
def test_our_files_are_the_vectors(vector: dict[str, Any]) -> None:
    secret = bytes.fromhex(VECTORS["file_id"]["secret_hex"])
    assert str(file_id(secret, NumberKind(vector["kind"]), vector["typed"])) == vector["file_id"]


def test_our_events_are_the_vectors() -> None:
    chain = _chain()
    for chained, vector in zip(chain, VECTORS["events"], strict=True):
        event = chained.event
        assert event.content.signed_bytes() == vector["content_bytes"].encode()
        assert event.data_is_whole()
        assert chained.is_linked()
        assert type(event.act()) is BY_KIND[vector["content"]["kind"]]
        assert event.content.rules == RULES
    receipt = from_json(
        Receipt, {**VECTORS["receipt"]["value"], "signature": VECTORS["receipt"]["signature"]}
    )
    assert check_chain(chain[0].event.content.file_id, chain, (receipt,), _Seals()) == ()


@pytest.mark.parametrize(("name", "kind"), SEALED.items())
def test_our_seals_are_the_vectors(name: str, kind: type[Any]) -> None:
    vector = VECTORS[name]
    record = from_json(kind, {**vector["value"], "signature": vector["signature"]})
    assert record.signed_bytes() == vector["bytes"].encode()
    assert SERVER.seal(record) == record


def test_our_key_assertion_is_the_vectors() -> None:
    vector = VECTORS["key_assertion"]
    signed = canonical.canonical(canonical.KEY_ASSERTION, vector["value"])
    assert (signed, AGENT.sign(signed)) == (vector["bytes"].encode(), vector["signature"])


def test_our_box_opens_the_vectors() -> None:
    box = VECTORS["sealed_box"]
    assert (
        open_box(bytes.fromhex(box["secret_hex"]), bytes.fromhex(box["box_hex"])).hex() == box["content_hex"]
    )


# --- by nobody's functions ----------------------------------------------------------------------------------


def jcs(value: Any) -> str:
    """RFC 8785 for what records hold: names sorted by UTF-16 code units, no spaces, whole numbers."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(f"{jcs(name)}:{jcs(value[name])}" for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(jcs, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def signed(tag: str, value: Any) -> bytes:
    return f"{tag}\n{jcs(value)}".encode()


def raw(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def verify(who: str, message: bytes, signature: str) -> None:
    key = Ed25519PublicKey.from_public_bytes(raw(VECTORS["keys"][who]["public"]))
    key.verify(raw(signature), message)  # raises when it does not hold


@pytest.mark.parametrize("who", ["agent", "server"])
def test_a_key_by_hand(who: str) -> None:
    key = VECTORS["keys"][who]
    public = (
        Ed25519PrivateKey.from_private_bytes(bytes.fromhex(key["secret_hex"])).public_key().public_bytes_raw()
    )
    assert public == raw(key["public"])
    assert hashlib.sha256(public).hexdigest()[:16] == key["name"]


@pytest.mark.parametrize("vector", VECTORS["canonical"], ids=lambda vector: vector["sha256"][:8])
def test_the_canonical_form_by_hand(vector: dict[str, Any]) -> None:
    by_hand = signed("dost/event-data/1", vector["value"])
    assert by_hand.decode() == vector["bytes"]
    assert hashlib.sha256(by_hand).hexdigest() == vector["sha256"]


@pytest.mark.parametrize("vector", VECTORS["file_id"]["files"], ids=lambda vector: vector["typed"])
def test_a_file_id_by_hand(vector: dict[str, Any]) -> None:
    secret = bytes.fromhex(VECTORS["file_id"]["secret_hex"])
    mark = bytearray(
        hmac.new(secret, f"{vector['kind']}:{vector['normalised']}".encode(), hashlib.sha256).digest()[:16]
    )
    mark[6] = 0x80 | mark[6] & 0x0F
    mark[8] = 0x80 | mark[8] & 0x3F
    text = mark.hex()
    assert "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:])) == vector["file_id"]


def test_a_chain_of_events_by_hand() -> None:
    prev = "0" * 64
    for seq, event in enumerate(VECTORS["events"], 1):
        data = signed("dost/event-data/1", {"data": event["data"], "salt": event["salt"]})
        assert data.decode() == event["data_bytes"]
        assert hashlib.sha256(data).hexdigest() == event["content"]["digest"]

        content = signed("dost/event-content/1", event["content"])
        assert content.decode() == event["content_bytes"]
        verify("agent", content, event["signature"])

        place = {"content": event["content"], "prev": prev, "seq": seq, "signature": event["signature"]}
        prev = hashlib.sha256(signed("dost/event-link/1", place)).hexdigest()
        assert (event["seq"], event["hash"]) == (seq, prev)
    assert VECTORS["receipt"]["value"]["hash"] == prev


@pytest.mark.parametrize(
    ("name", "who"), [*((name, "server") for name in SEALED), ("key_assertion", "agent")]
)
def test_a_seal_by_hand(name: str, who: str) -> None:
    vector = VECTORS[name]
    message = signed(vector["tag"], vector["value"])
    assert message.decode() == vector["bytes"]
    assert vector["value"].get("key", VECTORS["keys"][who]["name"]) == VECTORS["keys"][who]["name"]
    verify(who, message, vector["signature"])


def test_a_sealed_box_by_hand() -> None:
    vector = VECTORS["sealed_box"]
    box = bytes.fromhex(vector["box_hex"])
    mine = X25519PrivateKey.from_private_bytes(bytes.fromhex(vector["secret_hex"]))
    shared = mine.exchange(X25519PublicKey.from_public_bytes(box[:32]))
    middle = hmac.new(box[:32] + bytes.fromhex(vector["public_hex"]), shared, hashlib.sha256).digest()
    key = hmac.new(middle, b"dost/sealed-box/1\x01", hashlib.sha256).digest()
    assert AESGCM(key).decrypt(box[32:44], box[44:], None).hex() == vector["content_hex"]


# --- the page -----------------------------------------------------------------------------------------------


def test_the_page_names_every_tag_every_kind_and_shows_the_vectors() -> None:
    tags = {
        value for value in vars(canonical).values() if isinstance(value, str) and value.startswith("dost/")
    }
    missing = [each for each in (*sorted(tags), *BY_KIND) if f"`{each}`" not in FORMATS]
    assert missing == []
    shown = [
        *(event["content"]["digest"] for event in VECTORS["events"]),
        *(event["hash"] for event in VECTORS["events"]),
        *(VECTORS[name]["signature"] for name in (*SEALED, "key_assertion")),
        *(each["file_id"] for each in VECTORS["file_id"]["files"]),
    ]
    assert [each for each in shown if each not in FORMATS] == []
