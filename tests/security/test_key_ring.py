"""Signing in offline: the right password on the right device opens; everything else opens nothing and is counted."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dost_desktop.contract.messages import AgentCard
from dost_desktop.contract.sealed_box import new_box_key, open_box
from dost_desktop.contract.seals import SigningKey
from dost_desktop.security.device_secrets import FileSecrets, SystemSecrets, device_secrets
from dost_desktop.security.errors import (
    DeviceSecretClosed,
    KeysCopied,
    KeysDamaged,
    KeysNotWritten,
    SignInWrong,
    SlowDown,
)
from dost_desktop.security.key_ring import FREE_TRIES, KeyRing
from dost_desktop.security.key_wrapping import Hardness
from dost_desktop.security.wrapped_keys import read_agents, read_keys, write_keys

NOW = datetime(2026, 11, 24, 6, 7, 32, tzinfo=UTC)
QUICK = Hardness(memory_kib=1024, passes=1, lanes=1)
DATABASE_KEY = secrets.token_bytes(32)
AGENT_KEY = SigningKey.new()


def card(agent: str = "leyla", name: str = "Leyla Rzayeva") -> AgentCard:
    return AgentCard(agent=agent, name=name, role="agent", post="sosial agent", centre="B03")


def ring_in(folder: Path, hardness: Hardness = QUICK) -> KeyRing:
    return KeyRing(folder / "keys.json", FileSecrets(folder / "device"), hardness)


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    ring = ring_in(tmp_path)
    ring.add_agent(card(), "düzgün parol", DATABASE_KEY, AGENT_KEY)
    return ring


def test_the_right_password_opens_both_keys(ring: KeyRing, tmp_path: Path) -> None:
    unlocked = ring_in(tmp_path).open("leyla", "düzgün parol", NOW)
    assert unlocked.database_key == DATABASE_KEY
    assert unlocked.signing_key.public == AGENT_KEY.public
    assert unlocked.agent.last_sign_in == NOW
    assert DATABASE_KEY.hex() not in repr(unlocked)
    ring.add_agent(card("orxan", "Orxan Əliyev"), "başqa", DATABASE_KEY, SigningKey.new())
    assert [each.agent for each in read_agents(tmp_path / "keys.json")] == ["leyla", "orxan"]
    ring.remove("leyla")
    with pytest.raises(SignInWrong):
        ring.open("leyla", "düzgün parol", NOW)
    assert ring.open("orxan", "başqa", NOW).database_key == DATABASE_KEY


def test_no_key_is_in_the_file(ring: KeyRing, tmp_path: Path) -> None:
    raw = (tmp_path / "keys.json").read_text()
    for secret in (DATABASE_KEY, AGENT_KEY.raw()):
        assert secret.hex() not in raw
    assert "düzgün" not in raw
    if os.name == "posix":
        for file in (tmp_path / "keys.json", tmp_path / "device" / "device.secret"):
            assert file.stat().st_mode & 0o077 == 0


def test_wrong_tries_are_counted_over_restarts_and_slow_down(ring: KeyRing, tmp_path: Path) -> None:
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(SignInWrong) as wrong:
            ring_in(tmp_path).open("leyla", "yanlış", NOW)
        assert wrong.value.facts["tries_left"] == left
    for at, seconds in ((NOW, 30), (NOW + timedelta(seconds=29), 1), (NOW - timedelta(days=900), 30)):
        with pytest.raises(SlowDown) as slow:  # the right password has to wait, too
            ring_in(tmp_path).open("leyla", "düzgün parol", at)
        assert slow.value.facts["seconds"] == seconds
    at = NOW - timedelta(days=900)  # the clock was set back: the pause began anew
    for seconds in (30, 60, 120, 240, 480, 900, 900):
        at += timedelta(seconds=seconds)
        with pytest.raises(SignInWrong):
            ring.open("leyla", "yanlış", at)
    with pytest.raises(SlowDown):
        ring.open("leyla", "düzgün parol", at + timedelta(seconds=899))
    assert ring.open("leyla", "düzgün parol", at + timedelta(seconds=900)).database_key == DATABASE_KEY
    with pytest.raises(SignInWrong) as wrong:  # and all is forgiven
        ring.open("leyla", "yanlış", at + timedelta(seconds=901))
    assert wrong.value.facts["tries_left"] == FREE_TRIES - 1


def test_a_try_that_cannot_be_counted_is_not_made(ring: KeyRing, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(_path: Path, _content: bytes) -> None:
        raise PermissionError

    monkeypatch.setattr("dost_desktop.security.wrapped_keys.write_whole", refuses)
    with pytest.raises(KeysNotWritten):
        ring.open("leyla", "düzgün parol", NOW)


def test_a_copied_folder_opens_nothing_on_another_device(ring: KeyRing, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(tmp_path / "keys.json", elsewhere / "keys.json")
    with pytest.raises(KeysCopied):
        ring_in(elsewhere).open("leyla", "düzgün parol", NOW)
    FileSecrets(elsewhere / "device").make()
    with pytest.raises(KeysCopied):
        ring_in(elsewhere).open("leyla", "düzgün parol", NOW)
    with pytest.raises(KeysCopied):
        ring_in(elsewhere).add_agent(card("orxan"), "x", DATABASE_KEY, AGENT_KEY)


def test_a_damaged_file_is_not_called_a_wrong_password(ring: KeyRing, tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    whole = path.read_bytes()
    changed = json.loads(whole)
    changed["body"]["agents"][0]["wrong_tries"] = -100
    for broken in (whole[:-40], b"", b"[]", json.dumps(changed).encode(), b"\xff" + whole):
        path.write_bytes(broken)
        with pytest.raises(KeysDamaged):
            ring.open("leyla", "düzgün parol", NOW)
        with pytest.raises(KeysDamaged):
            ring.agents()


def test_wrapped_keys_of_one_agent_do_not_open_as_anothers(ring: KeyRing, tmp_path: Path) -> None:
    keys = read_keys(tmp_path / "keys.json")
    [leyla] = keys.agents
    thief = replace(leyla, known=replace(leyla.known, agent="admin", role="administrator"))
    write_keys(tmp_path / "keys.json", keys.put(thief))
    with pytest.raises(SignInWrong):
        ring.open("admin", "düzgün parol", NOW)


def test_the_recovery_key_opens_the_database_key(ring: KeyRing) -> None:
    secret, public = new_box_key()
    box = ring.keep_recovery_box(DATABASE_KEY, public)
    assert open_box(secret, ring.recovery_box()) == open_box(secret, box) == DATABASE_KEY


def test_a_password_takes_work(tmp_path: Path) -> None:
    assert (Hardness().memory_kib, Hardness().passes) >= (64 * 1024, 3)
    ring = ring_in(tmp_path, Hardness())
    ring.add_agent(card(), "parol", DATABASE_KEY, AGENT_KEY)
    begin = time.perf_counter()
    ring.open("leyla", "parol", NOW)
    assert time.perf_counter() - begin > 0.02


class Store:
    """A system's store in memory, as keyring backends are."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.is_closed = False

    def get_password(self, service: str, name: str) -> str | None:
        from keyring.errors import KeyringLocked

        if self.is_closed:
            raise KeyringLocked
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        self.kept[service, name] = password


def test_the_systems_store_keeps_the_secret(tmp_path: Path) -> None:
    store = Store()
    secret = SystemSecrets(store, "desk").make()
    assert len(secret) == 32
    assert SystemSecrets(store, "desk").read() == SystemSecrets(store, "desk").make() == secret
    store.is_closed = True
    with pytest.raises(DeviceSecretClosed):
        SystemSecrets(store, "desk").read()


def test_a_file_that_is_there_stays_in_use(tmp_path: Path) -> None:
    secret = FileSecrets(tmp_path).make()
    chosen = device_secrets(tmp_path)
    assert (chosen.place, chosen.read()) == ("file", secret)
    (tmp_path / "device.secret").write_bytes(b"short")
    with pytest.raises(KeysDamaged):
        FileSecrets(tmp_path).read()
