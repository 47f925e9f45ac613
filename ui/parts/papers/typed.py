"""One paper as it was typed from the document that lies on the desk: what a draft keeps and the checks read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from dost_desktop.domain.vocabulary import FormShown
from dost_desktop.services.attach_scan import Scan
from dost_desktop.services.scan_reading import ScanKind


@dataclass(frozen=True, slots=True)
class TypedPaper:
    """Texts of the fields, ids of the choices; the scans are kept already."""

    kind: str = ""
    number: str = field(default="", repr=False)
    issuer: str = field(default="", repr=False)
    issued_on: str = field(default="", repr=False)
    valid_until: str = field(default="", repr=False)
    form: str = FormShown.ORIGINAL.value
    scans: tuple[Scan, ...] = ()

    def is_blank(self) -> bool:
        """Whether nothing was typed or scanned; choices alone say nothing."""
        texts = (self.number, self.issuer, self.issued_on, self.valid_until)
        return not self.scans and not any(text.strip() for text in texts)

    def content(self) -> dict[str, Any]:
        """As a draft keeps it."""
        texts = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "scans"}
        return {**texts, "scans": [{**asdict(scan), "kind": scan.kind.value} for scan in self.scans]}


def paper_from(content: Mapping[str, Any]) -> TypedPaper:
    """A paper from a draft; what an older version did not know stays empty."""
    names = {each.name for each in fields(TypedPaper)} - {"scans"}
    texts = {name: text for name, text in content.items() if name in names and isinstance(text, str)}
    return TypedPaper(**texts, scans=tuple(_scan(each) for each in content.get("scans", ())))


def _scan(kept: Mapping[str, Any]) -> Scan:
    return Scan(kept["sha256"], ScanKind(kept["kind"]), kept["pages"], kept["size"], kept["name"])
