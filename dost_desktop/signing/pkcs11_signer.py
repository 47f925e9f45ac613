"""The agent's key on a token or card (PKCS#11): found, opened with the PIN once a session, signing without it.

The key never leaves the token. The PIN goes to the token and is not kept, except for the kind of key that asks
for it at every signature; then it lives as long as the opened key, in this process's memory only.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pkcs11
from asn1crypto import algos
from asn1crypto.x509 import Certificate
from pkcs11 import Attribute, Mechanism, ObjectClass, PKCS11Error, TokenFlag
from pkcs11.util.ec import encode_ecdsa_signature

from dost_desktop.signing.certificates import certificate_facts
from dost_desktop.signing.errors import (
    KeyNotOpen,
    PinLocked,
    PinWrong,
    SigningError,
    TokenFailed,
    TokenMissing,
)
from dost_desktop.signing.facts import PinState, TokenKey
from dost_desktop.signing.notice_signer import NoticeSigner, OpenKey, can_sign, is_rsa
from dost_desktop.signing.owner import require_own_certificate
from dost_desktop.signing.token_libraries import libraries_here

_LOG: Final = logging.getLogger(__name__)
_NO_TOKEN: Final = (
    pkcs11.DeviceRemoved,
    pkcs11.NoSuchToken,
    pkcs11.SlotIDInvalid,
    pkcs11.TokenNotPresent,
    pkcs11.TokenNotRecognised,
)
_SESSION_LOST: Final = (
    pkcs11.DeviceError,  # some drivers say only this when the token is gone
    pkcs11.FunctionFailed,
    pkcs11.GeneralError,
    pkcs11.KeyHandleInvalid,
    pkcs11.ObjectHandleInvalid,
    pkcs11.SessionClosed,
    pkcs11.SessionHandleInvalid,
    pkcs11.UserNotLoggedIn,
)
_PIN_REFUSED: Final = (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange)


def keys_on_tokens(library: Path | None = None) -> tuple[TokenKey, ...]:
    """The keys a notice can be signed with on all inserted tokens, without any PIN.

    Asks the driver at ``library``, or every known one that is here. Raises TokenMissing where no token is
    inserted, TokenFailed where the named driver cannot be used; an unusable known one is passed over.
    """
    found: dict[tuple[str, str], TokenKey] = {}
    tokens = 0
    for path in [library] if library else libraries_here():
        try:
            for token in _tokens(path):
                tokens += 1
                for key in _keys_on(token, path):
                    found.setdefault(
                        (key.serial, key.certificate.number), key
                    )  # two drivers may show one token
        except TokenFailed as error:
            if library:
                raise
            _LOG.warning("driver %s passed over: %s", path.name, error.facts["token_says"])
    if not tokens:
        raise TokenMissing
    return tuple(found.values())


class Pkcs11Signer(NoticeSigner):
    """The key and certificate of one agent on a token."""

    def __init__(self, choice: TokenKey, pin: str, agent_name: str) -> None:
        """Open the key that was chosen among `keys_on_tokens`; ``pin`` is empty where the reader has a keypad.

        Raises TokenMissing, CertificateOfOtherAgent (before the PIN is tried), PinWrong, PinLocked,
        TokenFailed.
        """
        super().__init__(_opened(choice, pin, agent_name))


class _TokenKey(OpenKey):
    """A private key on a token with the session that may use it."""

    def __init__(self, token: Any, session: Any, key: Any, certificate: Certificate, pin: str) -> None:
        super().__init__(certificate, _authorities(session))
        self._token, self._session, self._key = token, session, key
        asks_each_time = key.get_attributes([Attribute.ALWAYS_AUTHENTICATE])
        self._pin = pin if asks_each_time.get(Attribute.ALWAYS_AUTHENTICATE) else None
        self._hashes = Mechanism.SHA256_RSA_PKCS in token.slot.get_mechanisms()

    def signature_over(self, data: bytes) -> bytes:
        with _in_words(self._token, opened=True):
            if not is_rsa(self.certificate):
                digest = hashlib.sha256(data).digest()
                raw = self._key.sign(digest, mechanism=Mechanism.ECDSA, pin=self._pin)
                return bytes(encode_ecdsa_signature(raw))
            if self._hashes:
                return bytes(self._key.sign(data, mechanism=Mechanism.SHA256_RSA_PKCS, pin=self._pin))
            info = algos.DigestInfo(
                {"digest_algorithm": {"algorithm": "sha256"}, "digest": hashlib.sha256(data).digest()}
            )
            return bytes(self._key.sign(info.dump(), mechanism=Mechanism.RSA_PKCS, pin=self._pin))

    def close(self) -> None:
        self._pin = None
        _close(self._session)


def _opened(choice: TokenKey, pin: str, agent_name: str) -> _TokenKey:
    token = _token_of(choice)
    with _in_words(token), _session(token) as public:
        certificate = _certificate(public, choice)
    require_own_certificate(certificate_facts(certificate), agent_name)
    session = _logged_in(choice, token, pin)
    try:
        with _in_words(token):
            return _TokenKey(token, session, _private_key(session, choice), certificate, pin)
    except BaseException:
        _close(session)
        raise


def _close(session: Any) -> None:
    try:
        session.close()
    except PKCS11Error as error:  # the token is gone, and with it the session
        _LOG.info("token session was closed before us: %s", type(error).__name__)


def _private_key(session: Any, choice: TokenKey) -> Any:
    wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.ID: bytes.fromhex(choice.key_id)}
    found = list(session.get_objects(wanted))  # to the end: a search cut short blocks the session
    if not found:
        raise pkcs11.NoSuchKey
    return found[0]


def _logged_in(choice: TokenKey, token: Any, pin: str) -> Any:
    if token.flags & TokenFlag.USER_PIN_LOCKED:
        raise PinLocked
    keypad = token.flags & TokenFlag.PROTECTED_AUTHENTICATION_PATH and not pin
    given = pkcs11.PROTECTED_AUTH if keypad else pin
    try:
        try:
            return token.open(user_pin=given)
        except pkcs11.UserAlreadyLoggedIn:
            # an earlier session that would not end makes any PIN good: all sessions end here
            _library(Path(choice.library)).reinitialize()
            return token.open(user_pin=given)
    except pkcs11.PinLocked as error:
        raise PinLocked from error
    except _PIN_REFUSED as error:
        raise _refused(token) from error
    except PKCS11Error as error:
        raise _said(error, token) from error


def _refused(token: Any) -> PinWrong | PinLocked:
    """After a wrong PIN: what is left, as far as the token tells."""
    with _in_words(token):
        match _pin_state(token.slot.get_token()):
            case PinState.LOCKED:
                return PinLocked()
            case PinState.LAST_TRY:
                return PinWrong(n=1)
            case _:
                return PinWrong()


def _token_of(choice: TokenKey) -> Any:
    path = Path(choice.library)
    for attempt in ("as it is", "looked for anew"):
        for token in _tokens(path):
            if (token.label, _serial(token)) == (choice.token, choice.serial):
                return token
        if attempt == "as it is":
            with _in_words(None):  # some drivers see a token that came back only after a new start
                _library(path).reinitialize()
    raise TokenMissing


def _library(path: Path) -> Any:
    return pkcs11.lib(str(path))


def _tokens(path: Path) -> list[Any]:
    with _in_words(None):
        slots = _library(path).get_slots(token_present=True)
    found = []
    for slot in slots:
        try:
            token = slot.get_token()
        except _NO_TOKEN:  # pulled out since the list was made
            continue
        except PKCS11Error as error:
            raise TokenFailed(token_says=type(error).__name__) from error
        if token.flags & TokenFlag.TOKEN_INITIALIZED:
            found.append(token)
    return found


def _keys_on(token: Any, path: Path) -> Iterator[TokenKey]:
    try:
        with _in_words(token), _session(token) as session:
            certificates = [each for each in _certificates(session) if can_sign(each[1])]
    except TokenMissing:  # pulled out while we looked
        return
    for key_id, certificate in certificates:
        yield TokenKey(
            library=str(path),
            token=token.label,
            serial=_serial(token),
            key_id=key_id.hex(),
            certificate=certificate_facts(certificate),
            pin=_pin_state(token),
            own_keypad=bool(token.flags & TokenFlag.PROTECTED_AUTHENTICATION_PATH),
        )


def _certificates(session: Any) -> Iterator[tuple[bytes, Certificate]]:
    """What reads as a certificate on the token, with the id it shares with its key."""
    for each in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        try:
            certificate = Certificate.load(each[Attribute.VALUE], strict=True)
            certificate.public_key.algorithm, certificate.key_usage_value  # noqa: B018 - parsed lazily
        except ValueError:
            continue
        yield each[Attribute.ID], certificate


def _certificate(session: Any, choice: TokenKey) -> Certificate:
    for key_id, certificate in _certificates(session):
        same = certificate_facts(certificate).number == choice.certificate.number
        if same and key_id.hex() == choice.key_id and can_sign(certificate):
            return certificate
    raise TokenMissing  # another one lies in its place


def _authorities(session: Any) -> list[Certificate]:
    """The intermediate authorities on the token, for the signature to carry along."""
    return [found for _, found in _certificates(session) if found.ca and not found.self_issued]


@contextmanager
def _session(token: Any) -> Iterator[Any]:
    session = token.open()
    try:
        yield session
    finally:
        session.close()


@contextmanager
def _in_words(token: Any, *, opened: bool = False) -> Iterator[None]:
    """What PKCS#11 raises in there, as what the agent can do about it; ``opened``: the PIN had been given."""
    try:
        yield
    except PKCS11Error as error:
        raise _said(error, token, opened=opened) from error


def _said(error: PKCS11Error, token: Any, *, opened: bool = False) -> SigningError:
    if isinstance(error, pkcs11.PinLocked):
        return PinLocked()
    if isinstance(error, _NO_TOKEN) or (token is not None and not _is_there(token)):
        return TokenMissing()
    if opened and isinstance(error, _SESSION_LOST):  # it was out and is back: only the PIN is needed again
        return KeyNotOpen()
    return TokenFailed(token_says=type(error).__name__)


def _is_there(token: Any) -> bool:
    try:
        return bool(_serial(token.slot.get_token()) == _serial(token))
    except PKCS11Error:
        return False


def _serial(token: Any) -> str:
    return bytes(token.serial).decode("ascii", "replace").strip("\0 ")


def _pin_state(token: Any) -> PinState:
    for flag, state in _PIN_STATES:
        if token.flags & flag:
            return state
    return PinState.FINE


_PIN_STATES: Final[Sequence[tuple[TokenFlag, PinState]]] = (
    (TokenFlag.USER_PIN_LOCKED, PinState.LOCKED),
    (TokenFlag.USER_PIN_FINAL_TRY, PinState.LAST_TRY),
    (TokenFlag.USER_PIN_COUNT_LOW, PinState.WRONG_BEFORE),
)
