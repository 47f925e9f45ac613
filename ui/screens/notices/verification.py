"""What the verification of a signed file says; ``dost_desktop.signing`` gives values of this shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol


class Finding(Protocol):
    """How one stage went (facts 7.4): owner, moment, unchanged; ``problem`` is None where it passed."""

    @property
    def stage(self) -> str: ...

    @property
    def problem(self) -> str | None: ...


class Signature(Protocol):
    """One signature of the file."""

    @property
    def signer(self) -> str: ...

    @property
    def issuer(self) -> str: ...

    @property
    def signed_at(self) -> datetime | None: ...

    @property
    def time_proven(self) -> bool: ...

    @property
    def revocation_known(self) -> bool: ...

    @property
    def findings(self) -> Sequence[Finding]: ...


class Verdict(Protocol):
    """What verification says of a whole file."""

    @property
    def signatures(self) -> Sequence[Signature]: ...

    @property
    def file_problem(self) -> str | None: ...

    @property
    def valid(self) -> bool: ...


VerifyJob = Callable[[bytes], Callable[[], Verdict]]
"""The file's bytes → a picklable job for ``Worker.DOCUMENTS`` (``partial(session.verify, pdf, roots)``)."""
