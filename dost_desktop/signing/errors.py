"""What can go wrong while signing, each with what the agent can do about it (words: ui.az.md part 4)."""

from __future__ import annotations

from dost_desktop.domain.errors import AgentError


class SigningError(AgentError):
    """The notice was not signed."""

    code = "sign.failed"


class FileUnreadable(SigningError):
    """The key file is missing, is no PKCS#12 file, or holds no usable key with its certificate."""

    code = "sign.file_unreadable"


class PinWrong(SigningError):
    """The password does not open the key file, or the PIN the token.

    Fact ``n``: the tries left, where a token says so (it only ever says when it is the last one).
    """

    code = "sign.pin_wrong"


class PinLocked(SigningError):
    """The token is locked after too many wrong PINs; only its issuer opens it again."""

    code = "sign.pin_locked"


class TokenMissing(SigningError):
    """No token, not the one that was chosen, or it was pulled out; inserted again, its key is opened anew."""

    code = "sign.token_missing"


class TokenFailed(SigningError):
    """The token or its driver does not do what it should; fact ``token_says``: PKCS#11's name for it."""


class KeyNotOpen(SigningError):
    """No key is open for this session: the agent locked the desk, or the worker process is a new one."""

    code = "sign.key_not_open"


class CertificateExpired(SigningError):
    """The certificate ended before the moment of signing; fact ``date``: its last day, Baku time."""

    code = "sign.cert_expired"


class CertificateNotYetValid(SigningError):
    """The certificate begins after the moment of signing; fact ``date``: its first day, Baku time."""

    code = "sign.cert_not_yet_valid"


class CertificateRevoked(SigningError):
    """The issuer's revocation list names the certificate."""

    code = "sign.cert_revoked"


class CertificateOfOtherAgent(SigningError):
    """The certificate names somebody else than the agent who signed in."""

    code = "sign.cert_other_agent"


class VerificationFailed(SigningError):
    """The fresh signature did not pass its check; fact ``problem``: the code of the first finding."""

    code = "sign.verify_failed"
