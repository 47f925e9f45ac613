"""Plain facts about certificates and signatures, so that the window and the command need no PDF library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dost_desktop.signing.proof_port import Silence


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """Whose certificate, from whom, for how long (UTC)."""

    subject: str
    number: str  # the serial number in hexadecimal groups: “4F1A 09C2 77D0 3B5E”
    issuer: str
    valid_from: datetime
    valid_until: datetime


class PinState(StrEnum):
    """What a token says of its PIN: it counts wrong ones and tells only near the end."""

    FINE = "fine"
    WRONG_BEFORE = "wrong_before"  # a wrong one was typed since the last right one
    LAST_TRY = "last_try"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class TokenKey:
    """One key with its certificate on a token: what the agent chooses from, once."""

    library: str  # path of the driver
    token: str  # its label
    serial: str
    key_id: str  # hexadecimal
    certificate: CertificateFacts
    pin: PinState = PinState.FINE
    own_keypad: bool = False  # the PIN is typed at the reader; ours stays empty


class Stage(StrEnum):
    """The three stages of verification (Cabinet decision 27 of 28.01.2006; facts 7.4)."""

    OWNER = "owner"  # the signature is that of the certificate's owner, the certificate of a trusted issuer
    MOMENT = "moment"  # the certificate was in force at the moment of signing
    UNCHANGED = "unchanged"  # the file is the one that was signed


class Problem(StrEnum):
    """Why a file or a stage did not pass."""

    NOT_PDF = "not_pdf"
    TOO_LARGE = "too_large"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    UNSIGNED = "unsigned"
    SIGNATURE_DAMAGED = "signature_damaged"
    SIGNATURE_FORGED = "signature_forged"
    ISSUER_UNKNOWN = "issuer_unknown"
    NOT_FOR_SIGNING = "not_for_signing"
    WEAK_ALGORITHM = "weak_algorithm"
    TIME_MISSING = "time_missing"
    TIME_IN_FUTURE = "time_in_future"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    REVOKED = "revoked"
    BYTES_CHANGED = "bytes_changed"
    NOT_WHOLE_FILE = "not_whole_file"
    CHANGED_AFTERWARDS = "changed_afterwards"


class Change(StrEnum):
    """What was changed after signing."""

    PAGES = "pages"  # added or taken away
    CONTENT = "content"  # what is drawn on a page, its fonts and pictures too
    NOTES = "notes"  # laid over a page: notes, stamps, fields
    FORM = "form"  # form fields, further signatures among them
    METADATA = "metadata"
    STRUCTURE = "structure"
    HIDDEN = "hidden"  # something no page shows
    UNREADABLE = "unreadable"


class Level(StrEnum):
    """How far a signature's proof reaches (PAdES, ETSI EN 319 142)."""

    SIGNED = "B-B"
    STAMPED = "B-T"  # a time stamp proves the moment
    PROVEN = "B-LT"  # the issuer's word after that moment is in the file
    ARCHIVED = "B-LTA"  # and a time stamp lies over it


@dataclass(frozen=True, slots=True)
class Finding:
    """How one stage went; ``problem`` is None where it passed."""

    stage: Stage
    problem: Problem | None


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """One signature: who, when, and how each stage went.

    ``signed_at`` is UTC. ``time_proven``: a time stamp says so, not only the signer's own clock.
    ``revocation_known``: a revocation list of the issuer was there to be asked.
    ``extended``: time stamps or proofs were added later, which a signature allows. ``stamp_until``: when the
    certificate of the newest time stamp ends; before that the proof needs another. ``changes``: what the third
    stage found changed, where it can be told.
    """

    signer: str
    certificate_no: str
    issuer: str
    signed_at: datetime | None
    time_proven: bool
    revocation_known: bool
    extended: bool
    findings: tuple[Finding, ...]
    level: Level = Level.SIGNED
    stamp_until: datetime | None = None
    changes: tuple[Change, ...] = ()

    @property
    def problem(self) -> Problem | None:
        """The first stage's problem, None if all three passed."""
        return next((finding.problem for finding in self.findings if finding.problem), None)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verification says of a whole file; ``file_problem`` where there was nothing to verify."""

    signatures: tuple[SignatureFacts, ...] = ()
    file_problem: Problem | None = None

    @property
    def problem(self) -> Problem | None:
        """The first problem of the file or of any of its signatures."""
        if self.file_problem or not self.signatures:
            return self.file_problem or Problem.UNSIGNED
        return next((signature.problem for signature in self.signatures if signature.problem), None)

    @property
    def valid(self) -> bool:
        """True when every signature passed all three stages."""
        return self.problem is None


@dataclass(frozen=True, slots=True)
class SignedNotice:
    """A signed file that has passed its own verification; ``silence``: why it has no time stamp yet."""

    pdf: bytes
    verdict: Verdict
    certificate_no: str
    signed_at: datetime
    silence: Silence | None = None


def certificate_number(serial: int) -> str:
    """A serial number as it is printed: hexadecimal capitals in groups of four."""
    digits = f"{serial:X}"
    digits = digits.zfill(-(-len(digits) // 4) * 4)
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
