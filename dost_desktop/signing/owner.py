"""Whether a certificate is the agent's own: names in certificates come in capitals and without diacritics."""

from __future__ import annotations

from typing import Final

from dost_desktop.signing.errors import CertificateOfOtherAgent
from dost_desktop.signing.facts import CertificateFacts

# before casefold(): Python would make two characters of “İ” and a dotted i of “I”
_PLAIN: Final = str.maketrans("İIıƏəĞğŞşÇçÖöÜü", "iiieeggssccoouu")
_PATRONYMIC: Final = frozenset({"oglu", "qizi", "ogly", "kyzy"})


def require_own_certificate(certificate: CertificateFacts, agent_name: str) -> None:
    """Raise `CertificateOfOtherAgent` unless the certificate names this agent.

    Surname and given name must both be there; order, capitals, Azerbaijani letters and a missing patronymic
    do not matter.
    """
    named, signed_in = _parts(certificate.subject), _parts(agent_name)
    shorter, longer = sorted((named, signed_in), key=len)
    if len(shorter) < 2 or not shorter <= longer:
        raise CertificateOfOtherAgent


def _parts(name: str) -> frozenset[str]:
    return frozenset(name.translate(_PLAIN).casefold().split()) - _PATRONYMIC
