"""What a signed file brings along to be verified with, its document security store (DSS): nobody's word yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from asn1crypto.crl import CertificateList
from asn1crypto.ocsp import OCSPResponse
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.reader import PdfFileReader

from dost_desktop.signing.revocation import RevocationData

T = TypeVar("T")

_MOST: Final = 200  # entries of each kind; a real store has a handful


@dataclass(frozen=True, slots=True)
class FileProofs:
    """Certificates, lists and answers as they stand in the file, unchecked."""

    certificates: tuple[Certificate, ...] = ()
    revocation: RevocationData = field(default_factory=RevocationData)


def proofs_in(reader: PdfFileReader, revision: int | None = None) -> FileProofs:
    """The store of the file, or of an earlier ``revision``; empty where there is none.

    Raises whatever hostile bytes do to the parser.
    """
    root = reader.root if revision is None else reader.get_historical_root(revision)
    if "/DSS" not in root:
        return FileProofs()
    store = root["/DSS"]
    return FileProofs(
        _entries(store, "/Certs", DecodePurpose.CERTIFICATE, Certificate.load),
        RevocationData(
            _entries(store, "/CRLs", DecodePurpose.CRL, CertificateList.load),
            _entries(store, "/OCSPs", DecodePurpose.OCSP_RESPONSE, OCSPResponse.load),
        ),
    )


def _entries(store: Any, name: str, purpose: DecodePurpose, load: Callable[[bytes], T]) -> tuple[T, ...]:
    listed = list(store[name])[:_MOST] if name in store else []
    return tuple(load(each.get_object().read_data(purpose)) for each in listed)
