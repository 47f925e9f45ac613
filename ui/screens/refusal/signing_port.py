"""What the refusal page needs of the agent's key, in its own words; the composition root has the key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from dost_desktop.services.refuse_application import Reserved


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """The agent's certificate as the action bar names it; of a key file little is known before it is opened."""

    owner: str
    issuer: str = ""
    number: str = ""  # "" until the key was opened once at this desk
    valid_until: datetime | None = None
    opened: bool = False  # in this session: no PIN is asked


class Signing(Protocol):
    """Both jobs run on ``Worker.DOCUMENTS`` and must be picklable; they raise AgentError ``sign.*``."""

    def certificate(self) -> CertificateLine | None:
        """The agent's certificate; None where none is configured: then letters are signed by hand."""

    def open_job(self, pin: str) -> Callable[[], Any]:
        """Open the key. The result is handed to ``opened`` as it is."""

    def opened(self, facts: Any) -> None:
        """The key is open: from now on ``certificate`` says so."""

    def dropped(self) -> None:
        """The key turned out not to be open any more."""

    def sign_job(self, reserved: Reserved) -> Callable[[], bytes]:
        """Draw ``reserved.letter``, sign and verify it; without a certificate only draw it for a hand's signature."""
