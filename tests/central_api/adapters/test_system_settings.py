"""Which systems are real is said at the start: every mistake stops it, with the key and the reason, never a secret."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest

from central_api.adapters.document import CONTRACT, contract_text
from central_api.adapters.http_gateways import GatewayByChannel
from central_api.adapters.http_mas import HttpMas
from central_api.adapters.http_vacancies import HttpVacancies
from central_api.adapters.setting_names import SETTING_NAMES, System
from central_api.adapters.settings import NOBODY, read_system_settings
from central_api.adapters.systems import Simulators, Systems, connected
from central_api.mas import Outcome
from central_api.message_gateway import Outgoing
from central_api.office import Office
from central_api.settings import BadSetting, read_settings
from dost_desktop.domain.vocabulary import MessageChannel

REAL = {f"DOST_{each.name}_URL": f"https://{each}.example/bridge" for each in System}
SECRET = "not-to-be-told-to-anybody"
MAS = {"DOST_MAS_URL": "https://mas.example"}


WRONG: list[tuple[dict[str, str], str, str]] = [
    ({"DOST_MAS_URL": "mas.example"}, "DOST_MAS_URL", "https://"),
    ({"DOST_MAS_URL": "ftp://mas.example"}, "DOST_MAS_URL", "https://"),
    ({"DOST_MAS_URL": "https://"}, "DOST_MAS_URL", "https://"),
    ({"DOST_MAS_URL": "https://[::1"}, "DOST_MAS_URL", "address"),
    ({"DOST_MAS_URL": "http://mas.example"}, "DOST_MAS_URL", "about people"),
    ({"DOST_MAS_URL": "http://127.0.0.1.example"}, "DOST_MAS_URL", "about people"),
    ({"DOST_MAS_URL": f"https://u:{SECRET}@mas.example"}, "DOST_MAS_URL", "alone"),
    ({"DOST_MAS_URL": "https://mas.example/?x=1"}, "DOST_MAS_URL", "alone"),
    ({"DOST_MAS_URL": "none"}, "DOST_MAS_URL", "https://"),
    ({"DOST_MAS_TOKEN": SECRET}, "DOST_MAS_TOKEN", "DOST_MAS_URL"),
    (MAS | {"DOST_MAS_TOKEN": f"{SECRET}ə"}, "DOST_MAS_TOKEN", "header"),
    (MAS | {"DOST_MAS_TOKEN_URL": "https://id.example"}, "DOST_MAS_CLIENT_ID", "missing"),
    (MAS | {"DOST_MAS_CLIENT_SECRET": SECRET}, "DOST_MAS_CLIENT_SECRET", "DOST_MAS_TOKEN_URL"),
    (
        MAS
        | {
            "DOST_MAS_TOKEN_URL": "http://id.example",
            "DOST_MAS_CLIENT_ID": "us",
            "DOST_MAS_CLIENT_SECRET": SECRET,
        },
        "DOST_MAS_TOKEN_URL",
        "https://",
    ),
    (
        MAS
        | {
            "DOST_MAS_TOKEN_URL": "https://id.example",
            "DOST_MAS_CLIENT_ID": "us",
            "DOST_MAS_CLIENT_SECRET": SECRET,
            "DOST_MAS_TOKEN": SECRET,
        },
        "DOST_MAS_TOKEN",
        "too many",
    ),
    (MAS | {"DOST_MAS_CERTIFICATE": "/nowhere/ours.pem"}, "DOST_MAS_CERTIFICATE", "no such file"),
    (MAS | {"DOST_MAS_CERTIFICATE_KEY": "/nowhere/ours.key"}, "DOST_MAS_CERTIFICATE", "missing"),
    (MAS | {"DOST_MAS_AUTHORITY": "/nowhere/ca.pem"}, "DOST_MAS_AUTHORITY", "no such file"),
    (MAS | {"DOST_MAS_AT_ONCE": "0"}, "DOST_MAS_AT_ONCE", "from 1 to 200"),
    (MAS | {"DOST_MAS_AT_ONCE": "2.5"}, "DOST_MAS_AT_ONCE", "whole"),
    ({"DOST_SYSTEMS_SECONDS": "-1"}, "DOST_SYSTEMS_SECONDS", "from 0.1 to 30"),
    ({"DOST_SYSTEMS_SECONDS": "nan"}, "DOST_SYSTEMS_SECONDS", "from 0.1 to 30"),
    ({"DOST_SYSTEMS_TRIES": "many"}, "DOST_SYSTEMS_TRIES", "from 1 to 10"),
    ({"DOST_SYSTEMS_BREAK_AFTER": "0"}, "DOST_SYSTEMS_BREAK_AFTER", "from 1 to 1000"),
    (MAS, "DOST_MEIS_URL", "DOST_SIMULATED"),
    (MAS | {"DOST_SIMULATED": "meis,notary,sms"}, "DOST_CABINET_URL", "DOST_SIMULATED"),
    ({"DOST_SIMULATED": "post"}, "DOST_SIMULATED", "post is not one of"),
    (REAL | {"DOST_SIMULATED": "notary"}, "DOST_SIMULATED", "has an address"),
]


@pytest.mark.parametrize(("environ", "key", "reason"), WRONG, ids=[f"{row[1]} {row[2]}" for row in WRONG])
def test_a_mistake_stops_the_start(environ: dict[str, str], key: str, reason: str) -> None:
    with pytest.raises(BadSetting) as stopped:
        read_system_settings(environ, practice=False)
    assert str(stopped.value).startswith(f"{key}: ")
    assert reason in str(stopped.value)
    assert SECRET not in f"{stopped.value}{stopped.value!r}"


def test_what_may_be_said() -> None:
    assert read_system_settings({}, practice=False).reached == {}
    every = read_system_settings(REAL, practice=False)
    assert set(every.reached) == set(System)
    some = read_system_settings(
        MAS | {"DOST_SMS_URL": NOBODY, "DOST_SIMULATED": "meis, notary,cabinet"}, practice=False
    )
    assert (set(some.reached), some.mute) == ({System.MAS}, {System.SMS})
    loopback = {"DOST_MEIS_URL": "http://[::1]:8081/meis/"}
    assert (
        read_system_settings(loopback, practice=True).reached[System.MEIS].url.url == "http://[::1]:8081/meis"
    )
    with pytest.raises(BadSetting, match="DOST_MEIS_URL: a practice office"):
        read_system_settings({"DOST_MEIS_URL": "https://meis.example"}, practice=True)


def test_nothing_of_a_secret_is_shown() -> None:
    environ = REAL | {
        "DOST_MEIS_TOKEN": SECRET,
        "DOST_MAS_TOKEN_URL": "https://id.example",
        "DOST_MAS_CLIENT_ID": "us",
        "DOST_MAS_CLIENT_SECRET": SECRET,
    }
    assert SECRET not in repr(read_system_settings(environ, practice=False))


def test_a_certificate_that_is_none_stops_the_start(office: Office, tmp_path: Path) -> None:
    broken = tmp_path / "ours.pem"
    broken.write_text(f"-----BEGIN PRIVATE KEY-----\n{SECRET}\n")
    for key in ("DOST_MAS_CERTIFICATE", "DOST_MAS_AUTHORITY"):
        settings = read_system_settings(REAL | {key: str(broken)}, practice=False)
        with pytest.raises(BadSetting, match=f"{key}: is not a certificate") as stopped:
            connected(settings, simulators(office), office.clock)
        assert SECRET not in str(stopped.value)


def simulators(office: Office) -> Simulators:
    here = office.systems
    return Simulators(here.registers, here.mas, here.bank, here.gateway)


MIXED = MAS | {
    "DOST_SMS_URL": NOBODY,
    "DOST_CABINET_URL": "https://cabinet.example",
    "DOST_SIMULATED": "meis,notary",
}


@pytest.fixture
def mixed(office: Office) -> Systems:
    return connected(read_system_settings(MIXED, practice=False), simulators(office), office.clock)


def test_the_start_says_loudly_what_is_simulated_in_earnest(
    mixed: Systems, caplog: pytest.LogCaptureFixture
) -> None:
    def told(*, practice: bool) -> dict[str, tuple[str, str]]:
        caplog.clear()
        mixed.announce(practice=practice)
        return {
            record.__dict__["system"]: (record.levelname, record.__dict__["is"]) for record in caplog.records
        }

    caplog.set_level(logging.INFO)
    real = {"mas": ("INFO", "real"), "sms": ("INFO", "nobody"), "cabinet": ("INFO", "real")}
    assert told(practice=False) == real | dict.fromkeys(("meis", "notary"), ("WARNING", "simulated"))
    assert told(practice=True) == real | dict.fromkeys(("meis", "notary"), ("INFO", "simulated"))
    standing = {each.system: (each.is_simulated, each.circuit) for each in mixed.standing()}
    assert standing[System.MEIS] == (True, "closed")
    assert standing[System.MAS] == (False, "closed")
    assert mixed.circuits() == {"mas": "closed", "cabinet": "closed"}
    mixed.close()


def test_each_port_is_answered_by_what_was_chosen(office: Office, mixed: Systems) -> None:
    assert isinstance(mixed.mas, HttpMas)
    assert isinstance(mixed.bank, HttpVacancies)
    assert isinstance(mixed.gateway, GatewayByChannel)
    sms = Outgoing("1", MessageChannel.MOBILE, "+994501112233", "", "…")
    assert mixed.gateway.send(sms).outcome is Outcome.FAILED  # nobody sends it, and the file says so
    mixed.close()


def test_without_addresses_everything_is_simulated(office: Office) -> None:
    here = simulators(office)
    systems = connected(read_system_settings({}, practice=True), here, office.clock)
    assert (systems.mas, systems.registers, systems.bank) == (here.mas, here.registers, here.bank)
    assert systems.lines == {}
    assert all(each.is_simulated for each in systems.standing())


def test_a_misspelt_setting_is_found(tmp_path: Path) -> None:
    with pytest.raises(
        BadSetting, match=re.escape("DOST_MAS_TOKN: nobody knows this setting; DOST_MAS_TOKEN?")
    ):
        read_settings(tmp_path, {"DOST_MAS_TOKN": SECRET})


def test_the_documented_settings_are_those_that_are_read() -> None:
    page = (Path(__file__).parents[3] / "docs" / "adapters.md").read_text("utf-8")
    parts = set(re.findall(r"`DOST_…_([A-Z_]+)`", page))
    named = set(re.findall(r"`(DOST_[A-Z_]+)`", page))
    written = {f"DOST_{system.name}_{part}" for system in System for part in parts} | named
    assert written >= SETTING_NAMES
    assert {each for each in named if each.startswith("DOST_SYSTEMS_")} <= SETTING_NAMES


def test_the_committed_contract_is_the_one_that_is_spoken() -> None:
    assert CONTRACT.read_text("utf-8") == contract_text(), "python -m central_api.adapters.document"
