"""What the window hands to its worker process: plain functions, cheap to import, the key kept over there.

The worker holds each opened key under the sign-in's handle until `forget`; the password travels once, the key
never comes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dost_desktop.signing.errors import CertificateRevoked, KeyNotOpen, TokenMissing, VerificationFailed
from dost_desktop.signing.facts import CertificateFacts, Problem, SignedNotice, TokenKey, Verdict
from dost_desktop.signing.owner import require_own_certificate

if TYPE_CHECKING:
    from dost_desktop.signing.notice_signer import NoticeSigner

_open_keys: dict[str, NoticeSigner] = {}


def warm_up() -> None:
    """Load the libraries, so that the first signature does not wait for them."""
    import dost_desktop.signing.pkcs11_signer  # noqa: PLC0415 - heavy
    import dost_desktop.signing.pkcs12_signer  # noqa: PLC0415 - heavy: only the worker process loads it
    import dost_desktop.signing.verify  # noqa: F401, PLC0415


def open_key(session: str, path: Path, passphrase: str, agent_name: str) -> CertificateFacts:
    """Open the agent's key file and keep it under ``session``; whose certificate it is.

    Raises FileUnreadable, PinWrong, CertificateOfOtherAgent.
    """
    from dost_desktop.signing.pkcs12_signer import Pkcs12Signer  # noqa: PLC0415 - heavy

    signer = Pkcs12Signer(path, passphrase)
    certificate = signer.certificate_of_signer()
    require_own_certificate(certificate, agent_name)
    _open_keys[session] = signer
    return certificate


def token_keys(library: Path | None = None) -> tuple[TokenKey, ...]:
    """The keys on all inserted tokens that can sign, without any PIN (see `pkcs11_signer.keys_on_tokens`).

    ``library`` is the driver that the settings name; without it the known ones are tried. Raises TokenMissing,
    TokenFailed.
    """
    from dost_desktop.signing.pkcs11_signer import keys_on_tokens  # noqa: PLC0415 - heavy

    return keys_on_tokens(library)


def open_token_key(session: str, choice: TokenKey, pin: str, agent_name: str) -> CertificateFacts:
    """Open the chosen key on its token and keep it under ``session``; whose certificate it is.

    One token key is open at a time: whoever opens one closes the others, so that nobody signs on another's
    PIN. Raises TokenMissing, CertificateOfOtherAgent, PinWrong, PinLocked, TokenFailed.
    """
    from dost_desktop.signing.pkcs11_signer import Pkcs11Signer  # noqa: PLC0415 - heavy

    for other in [name for name, signer in _open_keys.items() if isinstance(signer, Pkcs11Signer)]:
        forget(other)
    signer = Pkcs11Signer(choice, pin, agent_name)
    _open_keys[session] = signer
    return signer.certificate_of_signer()


def forget(session: str | None = None) -> None:
    """Drop the key of ``session``, or every key: the desk was locked."""
    for name in [session] if session is not None else list(_open_keys):
        signer = _open_keys.pop(name, None)
        if signer is not None:
            signer.close()


def sign_and_verify(
    pdf: bytes,
    session: str,
    *,
    at: datetime,
    roots: Sequence[bytes],
    revocation_lists: Sequence[bytes] = (),
    reason: str = "",
    location: str = "",
) -> SignedNotice:
    """``pdf`` signed with the session's key at ``at`` (time zone aware) and verified at once.

    ``roots`` are the trusted certificates (DER or PEM), ``revocation_lists`` DER. Raises KeyNotOpen,
    TokenMissing, TokenFailed, CertificateExpired, CertificateNotYetValid, CertificateRevoked, and
    VerificationFailed when the fresh signature does not pass.
    """
    from dost_desktop.signing.verify import verify_file  # noqa: PLC0415 - heavy

    signer = _open_keys.get(session)
    if signer is None:
        raise KeyNotOpen
    try:
        signed = signer.sign(pdf, at=at, reason=reason, location=location)
    except (TokenMissing, KeyNotOpen):
        forget(session)  # the token was pulled out: the key is opened anew, with the PIN
        raise
    verdict = verify_file(signed, roots, revocation_lists=revocation_lists)
    if verdict.problem is Problem.REVOKED:
        raise CertificateRevoked
    if verdict.problem:
        raise VerificationFailed(problem=verdict.problem.value)
    return SignedNotice(signed, verdict, signer.certificate_of_signer().number, at)


def verify(
    pdf: bytes, roots: Sequence[bytes], revocation_lists: Sequence[bytes] = (), now: datetime | None = None
) -> Verdict:
    """The verdict on any file, for the worker process (see `verify.verify_file`)."""
    from dost_desktop.signing.verify import verify_file  # noqa: PLC0415 - heavy

    return verify_file(pdf, roots, revocation_lists=revocation_lists, now=now)
