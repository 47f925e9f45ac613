"""Signing at the desk: what pdfsig, the PDF/A validator and our own verification say of the result."""

from __future__ import annotations

import io
import multiprocessing
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pikepdf
import pikepdf.pdfa
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.signing import session
from dost_desktop.signing.errors import (
    CertificateExpired,
    CertificateNotYetValid,
    CertificateOfOtherAgent,
    CertificateRevoked,
    FileUnreadable,
    KeyNotOpen,
    PinWrong,
    VerificationFailed,
)
from dost_desktop.signing.facts import CertificateFacts
from dost_desktop.signing.owner import require_own_certificate
from dost_desktop.signing.pkcs12_signer import Pkcs12Signer
from dost_desktop.signing.practice_pki import KeyKind, PracticeAuthority
from tests.signing.conftest import AGENT, AT, PIN


@pytest.mark.parametrize("kind", KeyKind)
def test_pdfsig_finds_one_valid_signature_over_the_whole_file(
    kind: KeyKind, key_files: dict[KeyKind, Path], notice: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "notice.pdf"
    file.write_bytes(Pkcs12Signer(key_files[kind], PIN).sign(notice, at=AT))

    said = subprocess.run(
        ["pdfsig", "-nocert", str(file)], capture_output=True, encoding="utf-8", check=True
    ).stdout

    assert said.count("Signature #") == 1
    assert "Signature is Valid." in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said
    assert f"Common Name: {AGENT}" in said
    assert "SHA-256" in said
    subprocess.run(["qpdf", "--check", str(file)], capture_output=True, check=True)


@pytest.mark.parametrize("kind", KeyKind)
def test_signing_only_extends_the_file_and_keeps_it_archival(
    kind: KeyKind, key_files: dict[KeyKind, Path], notice: bytes
) -> None:
    signed = Pkcs12Signer(key_files[kind], PIN).sign(notice, at=AT)

    assert signed.startswith(notice)
    report = pikepdf.pdfa.validate_written(io.BytesIO(signed), "2b")
    assert not report.violations
    assert all("AcroForm" in finding.where for finding in report.unsupported)
    with pikepdf.open(io.BytesIO(notice)) as before, pikepdf.open(io.BytesIO(signed)) as after:
        assert before.Root.Metadata.read_bytes() == after.Root.Metadata.read_bytes()
        assert before.docinfo == after.docinfo


def test_the_signing_time_is_the_moment_handed_in(signed: bytes) -> None:
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        assert str(pdf.Root.AcroForm.Fields[0].V.M).startswith("D:20261124101000")


def test_the_worker_keeps_the_key_until_it_is_told_to_forget(
    key_files: dict[KeyKind, Path], notice: bytes, root: bytes
) -> None:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as worker:
        opened = worker.submit(session.open_key, "s1", key_files[KeyKind.P_256], PIN, AGENT).result()
        done = worker.submit(session.sign_and_verify, notice, "s1", at=AT, roots=[root]).result()
        worker.submit(session.forget, "s1").result()
        locked = worker.submit(session.sign_and_verify, notice, "s1", at=AT, roots=[root])
        with pytest.raises(KeyNotOpen):
            locked.result()
        late = worker.submit(session.open_key, "s1", key_files[KeyKind.P_256], "yanlış", AGENT)
        with pytest.raises(PinWrong):
            late.result()

    assert done.verdict.valid
    assert done.certificate_no == opened.number == done.verdict.signatures[0].certificate_no
    assert done.verdict.signatures[0].signed_at == AT


def test_what_does_not_pass_its_own_verification_is_not_handed_out(
    key_files: dict[KeyKind, Path], notice: bytes, root: bytes, authority: PracticeAuthority
) -> None:
    number = session.open_key("s2", key_files[KeyKind.P_256], PIN, AGENT).number
    revoked = authority.revocation_list([int(number.replace(" ", ""), 16)], at=AT)
    try:
        with pytest.raises(VerificationFailed) as refused:
            session.sign_and_verify(notice, "s2", at=AT, roots=[])
        assert refused.value.facts == {"problem": "issuer_unknown"}
        with pytest.raises(CertificateRevoked):
            session.sign_and_verify(notice, "s2", at=AT, roots=[root], revocation_lists=[revoked])
    finally:
        session.forget()


def test_importing_what_the_window_needs_loads_no_heavy_library() -> None:
    heavy = "{'pyhanko', 'reportlab', 'asn1crypto', 'pikepdf', 'cryptography', 'lxml'}"
    code = (
        "import sys, dost_desktop.signing.session, dost_desktop.signing.facts, dost_desktop.signing.errors,"
        " dost_desktop.signing.verify_command, reports.documents;"
        f"sys.exit(bool({heavy} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("at", "error", "day"),
    [
        (AT + timedelta(days=400), CertificateExpired, date(2027, 11, 24)),
        (AT - timedelta(days=2), CertificateNotYetValid, date(2026, 11, 23)),
    ],
)
def test_a_certificate_out_of_force_does_not_sign(
    at: datetime, error: type[AgentError], day: date, signer: Pkcs12Signer, notice: bytes
) -> None:
    with pytest.raises(error) as refused:
        signer.sign(notice, at=at)
    assert refused.value.facts == {"date": day}


def _key_without_certificate() -> bytes:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    locked = BestAvailableEncryption(PIN.encode())
    return pkcs12.serialize_key_and_certificates(b"x", key, None, None, locked)


def test_a_file_that_holds_no_usable_key_is_told_apart_from_a_wrong_pin(
    key_files: dict[KeyKind, Path], tmp_path: Path
) -> None:
    good = key_files[KeyKind.RSA_2048]
    with pytest.raises(PinWrong):
        Pkcs12Signer(good, "0000")
    contents = {
        "empty": b"",
        "text": b"bu imza deyil",
        "cut": good.read_bytes()[:-40],
        "no certificate": _key_without_certificate(),
        "huge": bytes(2_000_000),
    }
    for name, content in contents.items():
        file = tmp_path / name
        file.write_bytes(content)
        with pytest.raises(FileUnreadable):
            Pkcs12Signer(file, PIN)
    with pytest.raises(FileUnreadable):
        Pkcs12Signer(tmp_path / "missing", PIN)
    with pytest.raises(FileUnreadable):
        Pkcs12Signer(tmp_path, PIN)


@pytest.mark.parametrize(
    ("subject", "own"),
    [
        ("Söyüdlü Aysel Kamran qızı", True),
        ("SÖYÜDLÜ AYSEL KAMRAN QIZI", True),
        ("SOYUDLU AYSEL", True),
        ("Aysel Söyüdlü", True),
        ("Söyüdlü Aygün Kamran qızı", False),
        ("Aysel", False),
        ("", False),
    ],
)
def test_a_certificate_is_the_agents_own_by_surname_and_given_name(subject: str, own: bool) -> None:
    begins = datetime(2026, 1, 1, tzinfo=UTC)
    certificate = CertificateFacts(subject, "01", "CA", begins, begins)
    if own:
        require_own_certificate(certificate, AGENT)
    else:
        with pytest.raises(CertificateOfOtherAgent):
            require_own_certificate(certificate, AGENT)


def test_errors_travel_between_processes_whole() -> None:
    import pickle

    for error in (CertificateExpired(date=date(2026, 1, 2)), InvalidValue("pin.length", n=6)):
        arrived = pickle.loads(pickle.dumps(error))
        assert type(arrived) is type(error)
        assert arrived.facts == error.facts
        assert vars(arrived).keys() == vars(error).keys()
        assert str(arrived) == str(error)
