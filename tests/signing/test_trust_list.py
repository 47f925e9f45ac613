"""The list of trusted roots: what it says is what counts, and nothing slips in beside it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from dost_desktop.signing.certificates import certificates_in
from dost_desktop.signing.practice_pki import PracticeAuthority
from dost_desktop.signing.trust_list import LIST, TrustList, shipped_trust, trust_in
from tests.signing.conftest import AT

ENTRY = """
[[authority]]
name = "Məşq mərkəzi"
file = "{file}"
sha256 = "{sha256}"
purposes = {purposes}
source = "test"
"""


@pytest.fixture
def pem(root: bytes) -> bytes:
    return root


def listing(folder: Path, pem: bytes, **other: str) -> Path:
    (folder / "root.pem").write_bytes(pem)
    digest = sha256(certificates_in(pem)[0].dump()).hexdigest()
    said = {"file": "root.pem", "sha256": digest, "purposes": '["signatures"]'} | other
    (folder / LIST).write_text(ENTRY.format(**said), "utf-8")
    return folder


def test_a_root_counts_for_its_purpose_only_and_others_beside_the_list_do_not(
    pem: bytes, tmp_path: Path, authority: PracticeAuthority
) -> None:
    folder = listing(tmp_path, pem)
    other = PracticeAuthority.opened_or_made(tmp_path / "other", AT)
    (folder / "slipped-in.pem").write_bytes(other.root_file.read_bytes())
    (folder / "list.crl").write_bytes(authority.revocation_list([], at=AT))

    trusted = trust_in(folder)

    assert (trusted.roots, trusted.stamp_roots) == ((pem,), ())
    assert len(trusted.revocation_lists) == 1
    both = trust_in(listing(tmp_path, pem, purposes='["time_stamps", "signatures"]'))
    assert (both.roots, both.stamp_roots) == ((pem,), (pem,))


@pytest.mark.parametrize(
    "broken",
    [
        {"sha256": "00" * 32},
        {"purposes": "[]"},
        {"purposes": '["everything"]'},
        {"file": "../root.pem"},
    ],
)
def test_a_list_that_does_not_hold_trusts_nobody(broken: dict[str, str], pem: bytes, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"."):
        trust_in(listing(tmp_path, pem, **broken))
    (tmp_path / LIST).write_text("[[authority]]\nname = 'x'\n", "utf-8")
    with pytest.raises(ValueError, match="each authority has"):
        trust_in(tmp_path)


def test_a_file_or_a_folder_without_a_list_is_trusted_whole(
    pem: bytes, authority: PracticeAuthority, tmp_path: Path
) -> None:
    assert trust_in(authority.root_file) == TrustList((pem,), (pem,))
    (tmp_path / "a.pem").write_bytes(pem)
    (tmp_path / "a-key.pem").write_bytes(b"a key is no certificate")
    assert trust_in(tmp_path) == TrustList((pem,), (pem,))


def test_the_list_that_comes_with_the_program_can_be_read() -> None:
    assert len(shipped_trust().roots) >= 0
