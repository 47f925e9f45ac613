"""The agent's signing key as the refusal page asks for it: a PKCS#12 file whose key is opened in the documents process.

The PIN travels there once a session and is not kept here; locking the desk drops the key over there.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from pathlib import Path

from dost_desktop.office import certificates_in
from dost_desktop.services.refuse_application import Reserved
from dost_desktop.signing.facts import CertificateFacts
from ui import document_jobs
from ui.screens.refusal.signing_port import CertificateLine


class AgentKey:
    """One agent's key for one session; without a file every letter is signed by hand."""

    def __init__(self, file: Path | None, trust: Path, agent_name: str) -> None:
        self._file, self._trust, self._agent_name = file, trust, agent_name
        self._handle = uuid.uuid4().hex
        self._line = CertificateLine(agent_name) if file else None

    def certificate(self) -> CertificateLine | None:
        """The certificate as it is known now; None: by hand."""
        return self._line

    def open_job(self, pin: str) -> Callable[[], CertificateFacts]:
        """Open the key with this PIN."""
        if self._file is None:
            raise ValueError("there is no key to open")
        return partial(document_jobs.open_key, self._handle, self._file, pin, self._agent_name)

    def opened(self, facts: CertificateFacts) -> None:
        """The key is open."""
        self._line = CertificateLine(
            facts.subject, facts.issuer, facts.number, facts.valid_until, opened=True
        )

    def dropped(self) -> None:
        """The key is not open any more: the PIN is asked again."""
        if self._line is not None:
            self._line = CertificateLine(
                self._line.owner, self._line.issuer, self._line.number, self._line.valid_until
            )

    def sign_job(self, reserved: Reserved) -> Callable[[], bytes]:
        """Draw the letter; sign and verify it where there is a certificate."""
        if reserved.certificate is None:
            return partial(document_jobs.unsigned_notice, reserved.letter)
        roots = tuple(certificates_in(self._trust))
        return partial(document_jobs.signed_notice, reserved.letter, self._handle, reserved.signed_at, roots)


def key_file_of(agent: str, folder: Path, configured: str) -> Path | None:
    """The agent's own file in the desk's folder, else the one that the settings name, if it is there."""
    for path in (folder / f"{agent}.p12", Path(configured) if configured else None):
        if path is not None and path.is_file():
            return path
    return None
