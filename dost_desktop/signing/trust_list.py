"""The trusted roots as a list somebody keeps: which certificate, for what, taken from where, under which hash."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final

LIST: Final = "trust.toml"
_CERTIFICATES: Final = frozenset({".pem", ".crt", ".cer", ".der"})
_REVOCATION_LISTS: Final = frozenset({".crl"})
_KEYS: Final = {"name", "file", "sha256", "purposes", "source"}


class Purpose(StrEnum):
    """What a root is trusted for."""

    SIGNATURES = "signatures"
    TIME_STAMPS = "time_stamps"


@dataclass(frozen=True, slots=True)
class TrustList:
    """Roots (DER or PEM) by purpose, and the revocation lists (DER) that lay beside them."""

    roots: tuple[bytes, ...] = ()
    stamp_roots: tuple[bytes, ...] = ()
    revocation_lists: tuple[bytes, ...] = ()


def trust_in(place: Path) -> TrustList:
    """Whom ``place`` says to trust: one certificate file, or a folder with a list or with certificates alone.

    Raises OSError for what cannot be read, ValueError for a list that is broken, names a file that is not
    there, or a certificate whose hash is another one.
    """
    if not place.is_dir():
        return TrustList((place.read_bytes(),), (place.read_bytes(),))
    within = sorted(place.iterdir())
    revocation = tuple(file.read_bytes() for file in within if file.suffix in _REVOCATION_LISTS)
    if (place / LIST).is_file():
        entries = list(_listed(place))
        return TrustList(
            tuple(content for content, purposes in entries if Purpose.SIGNATURES in purposes),
            tuple(content for content, purposes in entries if Purpose.TIME_STAMPS in purposes),
            revocation,
        )
    all_of_them = tuple(
        file.read_bytes()
        for file in within
        if file.suffix in _CERTIFICATES and not file.stem.endswith("-key")
    )
    return TrustList(all_of_them, all_of_them, revocation)


def shipped_trust() -> TrustList:
    """The list that comes with the program."""
    with as_file(files("resources") / "trust") as folder:
        return trust_in(folder)


def _listed(folder: Path) -> Iterator[tuple[bytes, frozenset[Purpose]]]:
    for entry in tomllib.loads((folder / LIST).read_text("utf-8")).get("authority", []):
        yield _certificate(folder, entry), frozenset(Purpose(each) for each in entry["purposes"])


def _certificate(folder: Path, entry: dict[str, Any]) -> bytes:
    if set(entry) != _KEYS or not entry["purposes"] or not entry["source"]:
        raise ValueError(f"{LIST}: each authority has {', '.join(sorted(_KEYS))}")
    if Path(entry["file"]).name != entry["file"]:
        raise ValueError(f"{LIST}: {entry['name']}: the file lies beside the list")
    from dost_desktop.signing.certificates import certificates_in  # noqa: PLC0415 - heavy

    content = (folder / str(entry["file"])).read_bytes()
    found = certificates_in(content)
    told = entry["sha256"].replace(":", "").replace(" ", "").lower()
    if len(found) != 1 or sha256(found[0].dump()).hexdigest() != told:
        raise ValueError(f"{LIST}: {entry['name']}: the certificate is another one than the list says")
    return content
