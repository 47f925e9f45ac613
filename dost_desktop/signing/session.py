"""What the window hands to its worker process: plain functions, cheap to import, the key kept over there.

The worker holds each opened key under the sign-in's handle until `forget`; the password travels once, the key
never comes back.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dost_desktop.signing.errors import CertificateRevoked, KeyNotOpen, TokenMissing, VerificationFailed
from dost_desktop.signing.facts import CertificateFacts, Problem, SignedNotice, TokenKey, Verdict
from dost_desktop.signing.owner import require_own_certificate
from dost_desktop.signing.proof_port import Extended, ProofServers, Silence, TimeStampService

if TYPE_CHECKING:
    from dost_desktop.signing.notice_signer import NoticeSigner

_open_keys: dict[str, NoticeSigner] = {}
_silent_until: dict[
    str, float
] = {}  # by address: a time stamp server that was silent is left alone for a while
_LEFT_ALONE: Final = 60.0  # seconds


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
    stamps: TimeStampService | None = None,
) -> SignedNotice:
    """``pdf`` signed with the session's key at ``at`` (time zone aware) and verified at once.

    ``roots`` are the trusted certificates (DER or PEM), ``revocation_lists`` DER. Raises KeyNotOpen,
    TokenMissing, TokenFailed, CertificateExpired, CertificateNotYetValid, CertificateRevoked, and
    VerificationFailed when the fresh signature does not pass. With ``stamps`` the signature is time-stamped at
    once (B-T); where nobody answers in time it is signed all the same (B-B) and ``silence`` says why.
    """
    from dost_desktop.signing.time_stamps import ROOM, StampIfAnswered  # noqa: PLC0415 - heavy
    from dost_desktop.signing.verify import verify_file  # noqa: PLC0415 - heavy

    signer = _open_keys.get(session)
    if signer is None:
        raise KeyNotOpen
    try:
        stamp = StampIfAnswered(stamps) if stamps and not _is_left_alone(stamps) else None
        signed = signer.sign(
            pdf, at=at, reason=reason, location=location, stamp=stamp, room=ROOM if stamp else 0
        )
    except (TokenMissing, KeyNotOpen):
        forget(session)  # the token was pulled out: the key is opened anew, with the PIN
        raise
    silence = stamp.silence if stamp else Silence.NOT_ASKED if stamps else None
    if stamps and stamp and silence:
        _silent_until[stamps.address] = time.monotonic() + _LEFT_ALONE
    verdict = verify_file(
        signed, roots, stamp_roots=stamps.roots if stamps else None, revocation_lists=revocation_lists
    )
    if verdict.problem is Problem.REVOKED:
        raise CertificateRevoked
    if verdict.problem:
        raise VerificationFailed(problem=verdict.problem.value)
    return SignedNotice(signed, verdict, signer.certificate_of_signer().number, at, silence)


def _is_left_alone(stamps: TimeStampService) -> bool:
    return time.monotonic() < _silent_until.get(stamps.address, 0.0)


def add_time_stamp(pdf: bytes, stamps: TimeStampService) -> bytes | Silence:
    """A signed file with a time stamp over it, behind its unchanged bytes; see `time_stamps.with_time_stamp`."""
    from dost_desktop.signing.time_stamps import with_time_stamp  # noqa: PLC0415 - heavy

    return with_time_stamp(pdf, stamps)


def add_proofs(
    pdf: bytes,
    *,
    roots: Sequence[bytes],
    servers: ProofServers,
    stamp_roots: Sequence[bytes] | None = None,
    within: float = 5.0,
) -> Extended:
    """A stamped file with the issuers' words in it, behind its unchanged bytes; see `proofs.with_proofs`."""
    from dost_desktop.signing.proofs import with_proofs  # noqa: PLC0415 - heavy

    return with_proofs(pdf, roots=roots, servers=servers, stamp_roots=stamp_roots, within=within)


def verify(
    pdf: bytes,
    roots: Sequence[bytes],
    revocation_lists: Sequence[bytes] = (),
    now: datetime | None = None,
    stamp_roots: Sequence[bytes] | None = None,
) -> Verdict:
    """The verdict on any file, for the worker process (see `verify.verify_file`)."""
    from dost_desktop.signing.verify import verify_file  # noqa: PLC0415 - heavy

    return verify_file(pdf, roots, stamp_roots=stamp_roots, revocation_lists=revocation_lists, now=now)
