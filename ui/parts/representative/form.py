"""Everything typed about a representative, as it was typed: what a draft keeps and what the rules read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Final

from dost_desktop.domain.dates import short
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.values import MigrationPin, Pin
from dost_desktop.domain.vocabulary import Basis, Certifier, FormShown
from dost_desktop.services.attach_scan import Scan
from ui.parts.scans.scanning import kept, scans_from

CITIZEN: Final = "citizen"
FOREIGNER: Final = "foreigner"  # also a stateless person with a permit
NAMED: Final = "yes"  # the scope names this service
NOT_NAMED: Final = "no"
NOT_SHOWN: Final = "not_shown"  # the paper is not here
_CHOICES: Final = frozenset(
    {"who", "basis", "certifier", "form_shown", "identity_form", "identity_kind", "excludes", "scans"}
)


@dataclass(frozen=True, slots=True)
class RepresentativeForm:
    """Texts of the fields, ids of the choices ("": not chosen yet), the scans of the paper, kept already."""

    who: str = CITIZEN
    number: str = field(default="", repr=False)
    name: str = field(default="", repr=False)  # typed only where MEİS could not say it
    identity_kind: str = ""
    identity_number: str = field(default="", repr=False)
    identity_until: str = field(default="", repr=False)
    identity_form: str = FormShown.ORIGINAL.value
    basis: str = Basis.POWER_OF_ATTORNEY.value
    paper_number: str = field(default="", repr=False)
    paper_date: str = field(default="", repr=False)
    valid_until: str = field(default="", repr=False)
    certifier: str = Certifier.NOTARY.value
    certifier_name: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    issuer: str = field(default="", repr=False)
    form_shown: str = ""
    scope: str = field(default="", repr=False)
    names_service: str = ""
    excludes: tuple[str, ...] = ()
    judgement: str = field(default="", repr=False)
    scans: tuple[Scan, ...] = ()

    def is_blank(self) -> bool:
        """Whether nothing was typed yet; choices alone are not worth a draft."""
        typed = any(getattr(self, each.name).strip() for each in fields(self) if each.name not in _CHOICES)
        return not typed and not self.scans

    def content(self) -> dict[str, Any]:
        """As a draft keeps it."""
        plain = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "scans"}
        return {**plain, "excludes": list(self.excludes), "scans": kept(self.scans)}


def form_from(content: Mapping[str, Any]) -> RepresentativeForm:
    """A form from a draft; what an older version did not know stays empty."""
    names = {each.name for each in fields(RepresentativeForm)} - {"scans", "excludes"}
    texts = {name: text for name, text in content.items() if name in names and isinstance(text, str)}
    excludes = tuple(str(each) for each in content.get("excludes", ()))
    return RepresentativeForm(**texts, excludes=excludes, scans=scans_from(content.get("scans")))


def form_of(known: Representative) -> RepresentativeForm:
    """What the file knows of a representative. The form the paper is shown in is asked anew each time it is shown."""
    identity = known.identity_paper
    return RepresentativeForm(
        who=FOREIGNER if known.number_kind is NumberKind.MIGRATION_PIN else CITIZEN,
        number=known.identity_number,
        name=known.name,
        identity_kind=identity.kind if identity else "",
        identity_number=identity.number if identity else "",
        identity_until=_day(identity.valid_until) if identity else "",
        identity_form=identity.form.value if identity else FormShown.ORIGINAL.value,
        basis=known.basis.value,
        paper_number=known.paper_number,
        paper_date=_day(known.paper_date),
        valid_until=_day(known.valid_until),
        certifier=known.certifier.value if known.certifier else Certifier.NOTARY.value,
        certifier_name=known.certifier_name,
        place=known.place,
        issuer=known.issuer,
        scope=known.scope,
        names_service={True: NAMED, False: NOT_NAMED, None: ""}[known.names_service],
        excludes=tuple(each.value for each in known.excludes),
        judgement=known.judgement,
    )


def number_in(form: RepresentativeForm) -> tuple[NumberKind, str]:
    """The representative's own number. Raises InvalidValue (``pin.*``, ``migration_pin.length``)."""
    if form.who == CITIZEN:
        return NumberKind.PIN, Pin.parse(form.number).text
    return NumberKind.MIGRATION_PIN, MigrationPin.parse(form.number).text


def _day(day: date | None) -> str:
    return short(day) if day else ""
