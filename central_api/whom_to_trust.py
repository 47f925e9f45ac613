"""Which certificates the public page believes: read at the start, so that a damaged folder is told at once."""

from __future__ import annotations

from pathlib import Path

from asn1crypto.crl import CertificateList

from dost_desktop.signing.certificates import certificates_in
from dost_desktop.signing.trust_list import trust_in


def read_trust(text: str) -> Path | None:
    """The folder of roots and revocation lists, or None. Raises ValueError with the reason."""
    if not text:
        return None
    place = Path(text).resolve()
    try:
        trusted = trust_in(place)
        roots = [each for content in trusted.roots + trusted.stamp_roots for each in certificates_in(content)]
        for each in trusted.revocation_lists:
            CertificateList.load(each, strict=True)
    except OSError as error:
        raise ValueError(error.strerror or "cannot be read") from None
    if not roots:
        raise ValueError("holds no certificate")
    return place
