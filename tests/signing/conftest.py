"""A practice authority, one agent with each kind of key, and a drawn notice; made once."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from dost_desktop.signing.pkcs12_signer import Pkcs12Signer
from dost_desktop.signing.practice_pki import KeyKind, PracticeAuthority
from reports.documents import refusal_notice
from tests.reports.letters import a_refusal

AT = datetime(2026, 11, 24, 10, 10, tzinfo=UTC)
AGENT = "Söyüdlü Aysel Kamran qızı"
PIN = "təcrübə-2026"


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> PracticeAuthority:
    return PracticeAuthority.opened_or_made(tmp_path_factory.mktemp("pki"), AT)


@pytest.fixture(scope="session")
def root(authority: PracticeAuthority) -> bytes:
    return authority.root_file.read_bytes()


@pytest.fixture(scope="session")
def key_files(authority: PracticeAuthority) -> dict[KeyKind, Path]:
    return {kind: authority.issue(AGENT, PIN, at=AT, kind=kind) for kind in KeyKind}


@pytest.fixture(scope="session")
def notice() -> bytes:
    return refusal_notice(a_refusal())


@pytest.fixture(scope="session")
def signer(key_files: dict[KeyKind, Path]) -> Pkcs12Signer:
    return Pkcs12Signer(key_files[KeyKind.RSA_2048], PIN)


@pytest.fixture(scope="session")
def signed(signer: Pkcs12Signer, notice: bytes) -> bytes:
    return signer.sign(notice, at=AT, reason="Əsaslandırılmış yazılı cavab")


@pytest.fixture(scope="session")
def archived(notice: bytes, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes, bytes]:
    """A B-LTA file, its root, and the same file with a page changed before the last, honest time stamp."""
    from tests.signing.extended_files import archived_and_covered  # it needs the names above

    return archived_and_covered(notice, tmp_path_factory.mktemp("authorities"))
