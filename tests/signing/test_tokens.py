"""Signing with a token: a real PKCS#11 driver, judged by pdfsig and our own verification."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pkcs11 import TokenFlag

from dost_desktop.signing import session
from dost_desktop.signing.errors import (
    CertificateExpired,
    CertificateOfOtherAgent,
    CertificateRevoked,
    KeyNotOpen,
    PinLocked,
    PinWrong,
    TokenFailed,
    TokenMissing,
)
from dost_desktop.signing.facts import PinState, TokenKey
from dost_desktop.signing.pkcs11_signer import Pkcs11Signer, keys_on_tokens
from dost_desktop.signing.practice_pki import KeyKind, PracticeAuthority
from dost_desktop.signing.token_libraries import known_libraries
from dost_desktop.signing.verify import verify_file
from tests.signing import soft_token
from tests.signing.conftest import AGENT, AT, PIN
from tests.signing.soft_token import SoftTokens

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SoftHSM2 is a package of Linux")

TOKEN_PIN, OTHER = "482913", "Quliyev Rəşad Elçin oğlu"
EACH_TIME = b"\x07"


@pytest.fixture(scope="module")
def tokens(
    authority: PracticeAuthority, key_files: dict[KeyKind, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SoftTokens]:
    """Two tokens: the agent's with an RSA, a P-256 and a third key, and another agent's."""
    library = soft_token.softhsm()
    assert library, "softhsm2 is missing: dev.py test installs it"
    folder = tmp_path_factory.mktemp("tokens")
    (folder / "tokens").mkdir()
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {folder / 'tokens'}\nlog.level = ERROR\n")
    before = os.environ.get("SOFTHSM2_CONF")
    os.environ["SOFTHSM2_CONF"] = str(folder / "softhsm2.conf")
    soft = SoftTokens(library, folder)
    for label in ("Aysel", "Rəşad"):
        soft.make(label, TOKEN_PIN)
    soft.put("Aysel", TOKEN_PIN, key_files[KeyKind.RSA_2048], PIN, key_id=b"\x01")
    soft.put("Aysel", TOKEN_PIN, key_files[KeyKind.P_256], PIN, key_id=b"\x02")
    third = authority.issue(AGENT, PIN, at=AT, days=30)
    soft.put("Aysel", TOKEN_PIN, third, PIN, key_id=EACH_TIME, asks_each_time=True)
    soft.put("Rəşad", TOKEN_PIN, authority.issue(OTHER, PIN, at=AT), PIN, key_id=b"\x01")
    soft.put_certificate("Rəşad", TOKEN_PIN, b"\x30\x03bad", key_id=b"\x09")
    yield soft
    session.forget()
    soft.lib.finalize()
    if before is None:
        del os.environ["SOFTHSM2_CONF"]
    else:
        os.environ["SOFTHSM2_CONF"] = before


@pytest.fixture
def keys(tokens: SoftTokens) -> Iterator[dict[str, TokenKey]]:
    """The agent's keys by their ids, the other agent's as ``other``; afterwards nothing stays open."""
    found = keys_on_tokens(tokens.library)
    yield {each.key_id if each.token == "Aysel" else "other": each for each in found}
    session.forget()


def test_all_tokens_and_keys_are_listed_without_a_pin(keys: dict[str, TokenKey]) -> None:
    assert set(keys) == {"01", "02", "07", "other"}
    assert keys["01"].certificate.subject == AGENT
    assert (keys["other"].token, keys["other"].certificate.subject) == ("Rəşad", OTHER)
    assert keys["other"].serial != keys["01"].serial
    for key, owner in (("01", AGENT), ("other", OTHER)):  # another test may have typed a wrong PIN
        session.open_token_key("t", keys[key], TOKEN_PIN, owner)
        session.forget()
    assert {each.pin for each in keys_on_tokens(Path(keys["01"].library))} == {PinState.FINE}
    assert keys_on_tokens() == keys_on_tokens(Path(keys["01"].library)), "the known drivers find the same"


@pytest.mark.parametrize("key_id", ["01", "02", "07"])
def test_a_token_signs_as_a_key_file_does(
    key_id: str, keys: dict[str, TokenKey], notice: bytes, root: bytes, tmp_path: Path
) -> None:
    facts = session.open_token_key("t", keys[key_id], TOKEN_PIN, AGENT)

    first = session.sign_and_verify(notice, "t", at=AT, roots=[root])
    again = session.sign_and_verify(notice, "t", at=AT, roots=[root])

    assert facts == keys[key_id].certificate
    assert first.verdict.valid
    assert again.verdict.valid
    assert first.pdf.startswith(notice)
    file = tmp_path / "notice.pdf"
    file.write_bytes(first.pdf)
    judge = subprocess.run(["pdfsig", "-nocert", str(file)], capture_output=True, check=True)
    said = judge.stdout.decode()
    assert "Signature is Valid." in said
    assert "Total document signed" in said


def test_the_worker_process_keeps_the_token_open_until_it_is_told_to_forget(
    keys: dict[str, TokenKey], notice: bytes, root: bytes
) -> None:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as worker:
        (listed,) = [k for k in worker.submit(session.token_keys).result() if k.key_id == "02"]
        worker.submit(session.open_token_key, "s", listed, TOKEN_PIN, AGENT).result()
        assert worker.submit(session.sign_and_verify, notice, "s", at=AT, roots=[root]).result().verdict.valid
        worker.submit(session.forget).result()
        with pytest.raises(PinWrong):  # the token is logged out, not only our handle forgotten
            worker.submit(session.open_token_key, "s", listed, "000000", AGENT).result()
        with pytest.raises(KeyNotOpen):
            worker.submit(session.sign_and_verify, notice, "s", at=AT, roots=[root]).result()


def test_a_wrong_pin_tells_the_tries_where_the_token_does(
    keys: dict[str, TokenKey], tokens: SoftTokens
) -> None:
    def refused(pin: str = "000000") -> PinWrong:
        with pytest.raises(PinWrong) as raised:
            session.open_token_key("t", keys["01"], pin, AGENT)
        return raised.value

    assert "n" not in refused().facts
    assert {each.pin for each in keys_on_tokens(tokens.library) if each.token == "Aysel"} == {
        PinState.WRONG_BEFORE
    }
    assert "n" not in refused("1").facts  # too short for the token
    with tokens.answering(soft_token.GET_TOKEN_INFO, soft_token.with_flags(TokenFlag.USER_PIN_FINAL_TRY)):
        assert refused().facts["n"] == 1
    session.open_token_key("t", keys["01"], TOKEN_PIN, AGENT)
    assert {each.pin for each in keys_on_tokens(tokens.library)} == {PinState.FINE}


def test_an_open_key_does_not_make_the_next_pin_good(keys: dict[str, TokenKey], notice: bytes) -> None:
    session.open_token_key("a", keys["01"], TOKEN_PIN, AGENT)
    with pytest.raises(PinWrong):
        session.open_token_key("b", keys["02"], "000000", AGENT)
    with pytest.raises(KeyNotOpen):
        session.sign_and_verify(notice, "b", at=AT, roots=[])


def test_a_session_that_would_not_end_does_not_make_the_next_pin_good(
    keys: dict[str, TokenKey], tokens: SoftTokens, notice: bytes, root: bytes
) -> None:
    session.open_token_key("a", keys["01"], TOKEN_PIN, AGENT)
    with tokens.answering(soft_token.LOGOUT, soft_token.DEVICE_REMOVED):
        session.forget()
    with pytest.raises(PinWrong):
        session.open_token_key("b", keys["01"], "000000", AGENT)
    session.open_token_key("b", keys["01"], TOKEN_PIN, AGENT)
    assert session.sign_and_verify(notice, "b", at=AT, roots=[root]).verdict.valid


def test_a_locked_token_says_so(keys: dict[str, TokenKey], tokens: SoftTokens) -> None:
    locked = soft_token.with_flags(TokenFlag.USER_PIN_LOCKED)
    with tokens.answering(soft_token.GET_TOKEN_INFO, locked):
        assert {each.pin for each in keys_on_tokens(tokens.library)} == {PinState.LOCKED}
        with pytest.raises(PinLocked):  # the PIN is not even tried
            session.open_token_key("t", keys["01"], TOKEN_PIN, AGENT)
    with tokens.answering(soft_token.LOGIN, soft_token.PIN_LOCKED), pytest.raises(PinLocked):
        session.open_token_key("t", keys["01"], TOKEN_PIN, AGENT)
    tried = tokens.answering(soft_token.LOGIN, soft_token.PIN_INCORRECT)
    flags = tokens.answering(soft_token.GET_TOKEN_INFO, _locked_after(1))
    with tried, flags, pytest.raises(PinLocked):  # this was the last try
        session.open_token_key("t", keys["01"], TOKEN_PIN, AGENT)


def _locked_after(times: int) -> Callable[..., int]:
    told, locked = 0, soft_token.with_flags(TokenFlag.USER_PIN_LOCKED)

    def answer(real: Callable[..., int], slot: int, info: int) -> int:
        nonlocal told
        told += 1
        return locked(real, slot, info) if told > times else real(slot, info)

    return answer


def test_a_token_pulled_out_is_missing_and_opens_anew_when_it_is_back(
    keys: dict[str, TokenKey], tokens: SoftTokens, notice: bytes, root: bytes
) -> None:
    session.open_token_key("t", keys["01"], TOKEN_PIN, AGENT)
    gone = tokens.answering(soft_token.GET_TOKEN_INFO, soft_token.TOKEN_NOT_PRESENT)
    with tokens.answering(soft_token.SIGN, soft_token.DEVICE_REMOVED), gone:
        with pytest.raises(TokenMissing):
            session.sign_and_verify(notice, "t", at=AT, roots=[root])
        with pytest.raises(TokenMissing):
            session.open_token_key("t", keys["01"], TOKEN_PIN, AGENT)
        with pytest.raises(TokenMissing):
            keys_on_tokens(tokens.library)
    with pytest.raises(KeyNotOpen):
        session.sign_and_verify(notice, "t", at=AT, roots=[root])
    session.open_token_key("t", keys["01"], TOKEN_PIN, AGENT)
    assert session.sign_and_verify(notice, "t", at=AT, roots=[root]).verdict.valid


def test_a_token_pulled_out_and_back_between_two_notices_asks_for_the_pin_again(
    keys: dict[str, TokenKey], tokens: SoftTokens, notice: bytes, root: bytes
) -> None:
    session.open_token_key("t", keys["02"], TOKEN_PIN, AGENT)
    for token in tokens.lib.get_tokens():
        assert tokens.call(soft_token.CLOSE_ALL_SESSIONS, token.slot.slot_id) == 0
    with pytest.raises(KeyNotOpen):
        session.sign_and_verify(notice, "t", at=AT, roots=[root])
    session.open_token_key("t", keys["02"], TOKEN_PIN, AGENT)
    assert session.sign_and_verify(notice, "t", at=AT, roots=[root]).verdict.valid


def test_another_agents_token_is_refused_before_its_pin_is_tried(
    keys: dict[str, TokenKey], tokens: SoftTokens
) -> None:
    with pytest.raises(CertificateOfOtherAgent):
        session.open_token_key("t", keys["other"], "000000", AGENT)
    assert {each.pin for each in keys_on_tokens(tokens.library)} == {PinState.FINE}


def test_an_expired_or_revoked_certificate_on_a_token_does_not_sign(
    keys: dict[str, TokenKey], notice: bytes, root: bytes, authority: PracticeAuthority
) -> None:
    session.open_token_key("t", keys["07"], TOKEN_PIN, AGENT)
    with pytest.raises(CertificateExpired):
        session.sign_and_verify(notice, "t", at=AT + timedelta(days=31), roots=[root])
    serial = int(keys["07"].certificate.number.replace(" ", ""), 16)
    revoked = authority.revocation_list([serial], at=AT)
    with pytest.raises(CertificateRevoked):
        session.sign_and_verify(notice, "t", at=AT, roots=[root], revocation_lists=[revoked])


def test_a_driver_that_is_none_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "driver.so"
    broken.write_bytes(b"not a driver")
    with pytest.raises(TokenFailed):
        keys_on_tokens(broken)
    with pytest.raises(TokenFailed):
        keys_on_tokens(tmp_path / "missing.so")


def test_a_choice_that_is_no_longer_there_is_missing(keys: dict[str, TokenKey]) -> None:
    with pytest.raises(TokenMissing):
        session.open_token_key("t", replace(keys["01"], key_id="02"), TOKEN_PIN, AGENT)
    with pytest.raises(TokenMissing):
        session.open_token_key("t", replace(keys["01"], serial="0000"), TOKEN_PIN, AGENT)


def test_a_notice_issued_for_a_signature_by_hand_is_signed_later_without_a_change(
    keys: dict[str, TokenKey], notice: bytes, root: bytes
) -> None:
    signer = Pkcs11Signer(keys["01"], TOKEN_PIN, AGENT)
    later = signer.sign(notice, at=AT + timedelta(days=3))
    signer.close()
    assert later.startswith(notice)
    assert verify_file(later, [root]).valid


def test_every_known_driver_has_its_places_and_its_mark() -> None:
    for known in known_libraries():
        assert known.mark in {"VS", "INF"}
        assert known.windows
        assert known.linux
        assert all(place.startswith("/") for place in known.linux)
        assert all(place.startswith("%") and place.endswith(".dll") for place in known.windows)
