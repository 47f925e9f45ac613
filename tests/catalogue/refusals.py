"""Refusals of invented persons: every ground with everything its notice must have."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.catalogue.grounds import Fact
from dost_desktop.catalogue.refusal_facts import CentreDetails, FactValue, Lookup, RefusalFacts
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.vocabulary import ApplicationKind, Basis, FormOfApplication, Status

CENTRE = CentreDetails("2 saylı DOST Mərkəzi", "Bakı şəhəri, Nümunə küçəsi 12", "142")
LOOKUP = Lookup(datetime(2026, 11, 24, 10, 7, 32, tzinfo=UTC), "4711")
SPOKEN_FOR = Representative("Nümunəli Elçin Rauf oğlu", Basis.POWER_OF_ATTORNEY, "2026-77", date(2026, 5, 6))


def a_value(fact_id: str, fact: Fact) -> FactValue:
    """An invented value of the fact's shape."""
    match fact.shape:
        case "date":
            return "2025-02-03"
        case "tax_id":
            return "1234567891"
        case "choice":
            return next(iter(fact.choices))
        case "rows":
            return [{column: f"{column} 1" for column in fact.columns}]
        case "long_text":
            return f"Uydurulmuş, kifayət qədər uzun və aydın izah: {fact_id}."
        case _:
            return f"Nümunə {fact_id.replace('_', ' ')}"


def a_refusal(catalogue: Catalogue, ground: str, **changes: Any) -> RefusalFacts:
    """A whole refusal on ``ground``, ready to be issued."""
    rule = catalogue.grounds[ground]
    kind = ApplicationKind.UNEMPLOYED if ApplicationKind.UNEMPLOYED in rule.kinds else min(rule.kinds)
    spoken_for = replace(SPOKEN_FOR, paper_date=None) if "representation_date" in rule.absent else SPOKEN_FOR
    facts = RefusalFacts(
        ground=ground,
        number="05-04-05-00/B02/2026/000431",
        notice_date=date(2026, 11, 24),
        full_name="Çinarlı Günay Rəşad qızı",
        pin="5TK8R2M",
        document_kind="identity_card_new",
        document_no="AA1234567",
        address="Bakı şəhəri",
        representative=spoken_for if rule.about_representative else None,
        application_no="M-B02-2026-004812",
        applied_at=datetime(2026, 11, 24, 9, 58, tzinfo=UTC),
        form=FormOfApplication.REPRESENTATIVE if rule.about_representative else FormOfApplication.IN_PERSON,
        kind=kind,
        status=Status.JOBSEEKER,
        facts={fact_id: a_value(fact_id, catalogue.facts[fact_id]) for fact_id in rule.facts},
        lookup=LOOKUP if rule.register_id else None,
        reasoning="Uydurulmuş əsaslandırma: qanuna görə müraciəti təmin etmək mümkün deyil.",
        statement="Noyabrın əvvəlində işdən çıxmışam.",
        signer_name="Söyüdlü Aysel",
        centre=CENTRE,
        verify_url="https://dost.example/v/abc",
        verify_code="abc",
        signed_at=datetime(2026, 11, 24, 10, 9, tzinfo=UTC),
        certificate_no="0A1B",
    )
    return replace(facts, **changes)
