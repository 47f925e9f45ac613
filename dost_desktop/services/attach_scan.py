"""A scan is attached to a paper that was shown at the desk (SEED 21-22): kept encrypted, sent with the next sync."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from dost_desktop.domain.errors import AgentError
from dost_desktop.services.desk import Desk
from dost_desktop.services.scan_reading import ReadScan, ScanKind

MOST_SCANS: Final = 10  # of one paper


class TooManyScans(AgentError):
    """One paper has as many scans as it may have. Fact: ``limit``."""

    code = "scan.too_many"


@dataclass(frozen=True, slots=True)
class Scan:
    """A kept scan by the SHA-256 of its bytes: 64 hexadecimal digits; ``size`` in bytes."""

    sha256: str
    kind: ScanKind
    pages: int
    size: int
    name: str = field(repr=False, default="")  # the file's; "" for a pasted picture


@dataclass(frozen=True, slots=True)
class AttachScan:
    """Keep a scan that was read (``read_scan``, documents worker). Runs on the database worker."""

    desk: Desk

    def __call__(self, read: ReadScan) -> Scan:
        """The scan, now in the encrypted database; the same bytes again are the same scan."""
        with self.desk.open_work() as work:
            sha256 = work.blobs.put(read.content)
            work.commit()
        facts = read.facts
        return Scan(sha256, facts.kind, facts.pages, facts.size, read.name)
