"""The three stages, and files made to pass them without deserving it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from asn1crypto.crl import CertificateList
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509 import load_pem_x509_certificate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore

from dost_desktop.signing import verify_command
from dost_desktop.signing.facts import Change, Level, Problem, Stage, Verdict, certificate_number
from dost_desktop.signing.pkcs12_signer import Pkcs12Signer
from dost_desktop.signing.practice_pki import ROOT_KEY_FILE, KeyKind, PracticeAuthority
from dost_desktop.signing.verify import verify_file
from tests.signing.conftest import AGENT, AT, PIN


def stages(verdict: Verdict) -> dict[Stage, Problem | None]:
    (signature,) = verdict.signatures
    return {finding.stage: finding.problem for finding in signature.findings}


@pytest.mark.parametrize("kind", KeyKind)
def test_a_fresh_signature_passes_all_stages(
    kind: KeyKind, key_files: dict[KeyKind, Path], notice: bytes, root: bytes
) -> None:
    signed = Pkcs12Signer(key_files[kind], PIN).sign(notice, at=AT)

    verdict = verify_file(signed, [root], now=AT)

    (signature,) = verdict.signatures
    assert verdict.valid
    assert (signature.signer, signature.signed_at) == (AGENT, AT)
    assert not signature.time_proven
    assert not signature.revocation_known
    assert not signature.extended


def test_who_and_when_are_told_apart_from_trust(signed: bytes) -> None:
    verdict = verify_file(signed, [])
    assert stages(verdict) == {Stage.OWNER: Problem.ISSUER_UNKNOWN, Stage.MOMENT: None, Stage.UNCHANGED: None}
    assert verdict.signatures[0].signer == AGENT


def test_a_foreign_authority_of_the_same_name_is_not_trusted(signed: bytes, tmp_path: Path) -> None:
    foreign = PracticeAuthority.opened_or_made(tmp_path, AT).root_file.read_bytes()
    assert stages(verify_file(signed, [foreign]))[Stage.OWNER] is Problem.ISSUER_UNKNOWN


def test_the_moment_of_signing_decides(signed: bytes, root: bytes) -> None:
    assert verify_file(signed, [root], now=AT + timedelta(days=5000)).valid
    early = verify_file(signed, [root], now=AT - timedelta(minutes=1))
    assert stages(early)[Stage.MOMENT] is Problem.TIME_IN_FUTURE


class _Careless(Pkcs12Signer):
    def _require_in_force(self, at: object) -> None:
        """Signs whatever the date."""


@pytest.mark.parametrize(("days", "problem"), [(400, Problem.EXPIRED), (-3, Problem.NOT_YET_VALID)])
def test_a_certificate_out_of_force_at_the_moment_fails_the_second_stage(
    days: int, problem: Problem, key_files: dict[KeyKind, Path], notice: bytes, root: bytes
) -> None:
    signed = _Careless(key_files[KeyKind.RSA_2048], PIN).sign(notice, at=AT + timedelta(days=days))
    assert stages(verify_file(signed, [root]))[Stage.MOMENT] is problem
    assert stages(verify_file(signed, [root]))[Stage.UNCHANGED] is None


@pytest.mark.parametrize("after", [timedelta(days=-1), timedelta(days=30)])
def test_a_revoked_certificate_fails_even_if_the_unproven_time_lies_before(
    after: timedelta, authority: PracticeAuthority, signer: Pkcs12Signer, signed: bytes, root: bytes
) -> None:
    serial = int(signer.certificate_of_signer().number.replace(" ", ""), 16)
    revoked = authority.revocation_list([serial], at=AT + after)
    clean = authority.revocation_list([serial + 1], at=AT + after)

    assert stages(verify_file(signed, [root], revocation_lists=[revoked]))[Stage.MOMENT] is Problem.REVOKED
    good = verify_file(signed, [root], revocation_lists=[clean])
    assert good.valid
    assert good.signatures[0].revocation_known


def _rewritten(signed: bytes) -> bytes:
    into = io.BytesIO()
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        pdf.save(into)
    return into.getvalue()


def _with_update(signed: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(signed))
    change(writer)
    into = io.BytesIO()
    writer.write(into)
    return into.getvalue()


def _overprint(writer: IncrementalPdfFileWriter) -> None:
    stream = generic.StreamObject(stream_data=b"1 1 1 rg 0 0 600 842 re f")
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Contents"] = generic.ArrayObject([page.raw_get("/Contents"), writer.add_object(stream)])
    writer.update_container(page)


def _retitle(writer: IncrementalPdfFileWriter) -> None:
    writer.root["/Lang"] = generic.TextStringObject("en")
    writer.update_root()


def _other_page_tree(writer: IncrementalPdfFileWriter) -> None:
    pages = writer.root["/Pages"]
    pages["/Kids"] = generic.ArrayObject(reversed(pages["/Kids"]))
    writer.update_container(pages)


@pytest.mark.parametrize("change", [_overprint, _retitle, _other_page_tree])
def test_an_update_after_signing_is_a_change(
    change: Callable[[IncrementalPdfFileWriter], None], signed: bytes, root: bytes
) -> None:
    attacked = _with_update(signed, change)
    assert attacked.startswith(signed)
    found = stages(verify_file(attacked, [root]))
    assert found == {Stage.OWNER: None, Stage.MOMENT: None, Stage.UNCHANGED: Problem.CHANGED_AFTERWARDS}


@pytest.mark.parametrize(
    ("attack", "problem"),
    [
        (lambda pdf: pdf + b"\n% added behind the end\n", Problem.CHANGED_AFTERWARDS),
        (lambda pdf: pdf + b"0" * 3000, Problem.DAMAGED),
        (lambda pdf: pdf.replace(b"/Lang (az)", b"/Lang (en)"), Problem.BYTES_CHANGED),
        (_rewritten, None),
        (lambda pdf: b" " + pdf, None),
        (lambda pdf: pdf[: len(pdf) // 2], Problem.DAMAGED),
        (lambda pdf: pdf[:-300], Problem.DAMAGED),
        (lambda pdf: pdf[:4000] + pdf[5000:], None),
    ],
)
def test_whatever_is_done_to_a_signed_file_is_seen(
    attack: Callable[[bytes], bytes], problem: Problem | None, signed: bytes, root: bytes
) -> None:
    verdict = verify_file(attack(signed), [root])
    assert not verdict.valid
    if problem:
        assert verdict.problem is problem


def test_line_ends_behind_the_end_are_harmless(signed: bytes, root: bytes) -> None:
    assert verify_file(signed + b"\r\n", [root]).valid


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", Problem.NOT_PDF),
        (b"PK\x03\x04 an office file", Problem.NOT_PDF),
        (b"%PDF-1.7\n", Problem.DAMAGED),
        (b"%PDF-1.7\n" + b"[" * 100_000, Problem.DAMAGED),
        (b"%PDF-1.7\nstartxref\n-1\n%%EOF", Problem.DAMAGED),
        (b"%PDF-" + bytes(50_000_001), Problem.TOO_LARGE),
    ],
)
def test_files_without_a_signature_to_judge(content: bytes, problem: Problem, root: bytes) -> None:
    assert verify_file(content, [root]).problem is problem


def test_an_unsigned_and_an_encrypted_file_say_so(notice: bytes, root: bytes) -> None:
    assert verify_file(notice, [root]).problem is Problem.UNSIGNED
    into = io.BytesIO()
    with pikepdf.open(io.BytesIO(notice)) as pdf:
        pdf.save(into, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert verify_file(into.getvalue(), [root]).problem is Problem.ENCRYPTED


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 1 << 30), flipped=st.integers(1, 255))
def test_no_single_changed_byte_passes(place: int, flipped: int, signed: bytes, root: bytes) -> None:
    at = place % len(signed)
    byte = signed[at] ^ flipped
    verdict = verify_file(signed[:at] + bytes([byte]) + signed[at + 1 :], [root])
    if verdict.valid:  # a hexadecimal digit of the signature's value may be written small
        assert signed[at : at + 1].lower() == bytes([byte]).lower()


def _stamper(authority: PracticeAuthority, at: datetime) -> DummyTimeStamper:
    """A time-stamping authority under the practice root."""
    root = load_pem_x509_certificate(authority.root_file.read_bytes())
    root_key = load_pem_private_key((authority.folder / ROOT_KEY_FILE).read_bytes(), None)
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Vaxt möhürü")]))
        .issuer_name(root.subject)
        .public_key(key.public_key())
        .serial_number(77)
        .not_valid_before(AT - timedelta(hours=1))
        .not_valid_after(AT + timedelta(days=900))
        .add_extension(x509.ExtendedKeyUsage([x509.ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(root_key, SHA256())
    )
    return DummyTimeStamper(
        tsa_cert=asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER)),
        tsa_key=asn1_keys.PrivateKeyInfo.load(
            key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        ),
        fixed_dt=at,
    )


def _stamped(notice: bytes, key_file: Path, stamper: DummyTimeStamper) -> bytes:
    signed: bytes = signers.sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(notice)),
        signers.PdfSignatureMetadata(field_name="Signature1", subfilter=SigSeedSubFilter.PADES),
        signer=signers.SimpleSigner.load_pkcs12(str(key_file), passphrase=PIN.encode()),
        timestamper=stamper,
    ).getvalue()
    return signed


def test_a_trusted_time_stamp_proves_the_moment(
    authority: PracticeAuthority,
    key_files: dict[KeyKind, Path],
    notice: bytes,
    root: bytes,
    signer: Pkcs12Signer,
) -> None:
    stamped_at = AT + timedelta(minutes=1)
    signed = _stamped(notice, key_files[KeyKind.RSA_2048], _stamper(authority, stamped_at))
    serial = int(signer.certificate_of_signer().number.replace(" ", ""), 16)
    later = authority.revocation_list([serial], at=AT + timedelta(days=3))
    before = authority.revocation_list([serial], at=AT)

    verdict = verify_file(signed, [root], revocation_lists=[later])
    assert verdict.valid, verdict
    assert verdict.signatures[0].time_proven
    assert verdict.signatures[0].signed_at == stamped_at
    assert verify_file(signed, [root], revocation_lists=[before]).problem is Problem.REVOKED


def test_a_time_stamp_of_a_stranger_proves_nothing(
    key_files: dict[KeyKind, Path], notice: bytes, root: bytes, tmp_path: Path
) -> None:
    stranger = _stamper(PracticeAuthority.opened_or_made(tmp_path, AT), AT)
    signed = _stamped(notice, key_files[KeyKind.RSA_2048], stranger)
    (signature,) = verify_file(signed, [root]).signatures
    assert not signature.time_proven


def test_proofs_added_later_extend_a_signed_file_without_changing_it(
    signed: bytes, root: bytes, authority: PracticeAuthority
) -> None:
    proof = CertificateList.load(authority.revocation_list([], at=AT))

    def add(writer: IncrementalPdfFileWriter) -> None:
        DocumentSecurityStore.supply_dss_in_writer(writer, sig_contents=None, crls=[proof])

    writer = IncrementalPdfFileWriter(io.BytesIO(signed))
    add(writer)
    writer._update_meta = lambda: None
    into = io.BytesIO()
    writer.write(into)
    verdict = verify_file(into.getvalue(), [root])
    assert verdict.valid, verdict
    assert verdict.signatures[0].extended


def test_a_second_signature_by_a_stranger_does_not_pass(signed: bytes, root: bytes, tmp_path: Path) -> None:
    stranger = PracticeAuthority.opened_or_made(tmp_path, AT).issue(
        "Yad Şəxs", PIN, at=AT, kind=KeyKind.P_256
    )
    twice = signers.sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(signed)),
        signers.PdfSignatureMetadata(field_name="Signature2", subfilter=SigSeedSubFilter.PADES),
        signer=signers.SimpleSigner.load_pkcs12(str(stranger), passphrase=PIN.encode()),
    ).getvalue()
    verdict = verify_file(twice, [root])
    assert not verdict.valid
    assert [signature.signer for signature in verdict.signatures] == [AGENT, "Yad Şəxs"]
    assert verdict.signatures[1].findings[0].problem is Problem.ISSUER_UNKNOWN


def test_certificate_numbers_are_printed_in_groups_of_four() -> None:
    assert certificate_number(0x4F1A09C2) == "4F1A 09C2"
    assert certificate_number(0xABC) == "0ABC"


def test_the_verify_command_answers_in_words_and_in_json(
    signed: bytes, notice: bytes, authority: PracticeAuthority, tmp_path: Path
) -> None:
    good, bare, missing = tmp_path / "cavab.pdf", tmp_path / "imzasiz.pdf", tmp_path / "yoxdur.pdf"
    good.write_bytes(signed)
    bare.write_bytes(notice)

    words = io.StringIO()
    assert verify_command.run([good], False, authority.folder, words, now=AT) == 0
    assert "cavab.pdf: imza etibarlıdır" in words.getvalue()
    assert AGENT in words.getvalue()
    assert "24.11.2026, saat 14:10:00" in words.getvalue()

    english = io.StringIO()
    assert verify_command.run([good, bare, missing], False, None, english, lang="en") == 1
    assert "not from a trusted issuer" in english.getvalue()
    assert "the file has no signature" in english.getvalue()

    data = io.StringIO()
    assert verify_command.run([good, bare], True, authority.root_file, data) == 1
    first, second = json.loads(data.getvalue())
    assert first["valid"] is True
    assert first["signatures"][0]["stages"] == dict.fromkeys(Stage, "passed")
    assert (second["valid"], second["problem"]) == (False, "unsigned")


def test_every_problem_and_stage_has_its_words_in_both_languages() -> None:
    for words, closed in (
        (verify_command._PROBLEMS, Problem),
        (verify_command._STAGES, Stage),
        (verify_command._CHANGES, Change),
        (verify_command._LEVELS, Level),
    ):
        assert set(words["az"]) == set(words["en"]) == set(closed)
    assert verify_command._WORDS["az"].keys() == verify_command._WORDS["en"].keys()
