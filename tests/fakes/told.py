"""What the agent types where no register gives it: everything that each such ground asks for, of invented persons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_SHOWN: Final = {
    "told_by": "papers",
    "told_paper": "Arayış № 45, 20.11.2026",
    "fact_time": "24.11.2026, saat 14:05",
}
_CHECKED: Final = ("exception_74_1", "exception_75_2_b", "exception_75_2_c", "exception_public_works")

TOLD: Final[Mapping[str, Mapping[str, str]]] = {
    "study.full_time": _SHOWN
    | {
        "institution_name": "Nümunə Universiteti",
        "study_form": "full_time",
        "study_year": "II kurs",
        "study_from": "2025-09-15",
        "study_until": "2029-06-30",
    },
    "pension.old_age": _SHOWN | {"old_age_payment": "allowance", "granted_on": "01.06.2026"},
    "referral.left_early": _SHOWN
    | {
        "referral_no": "B03-2026-G-000120",
        "referral_date": "2026-07-01",
        "employer_name": "“Sınaq Ticarət” MMC",
        "position": "satıcı",
        "contract_from": "2026-07-06",
        "contract_term": "1 il",
        "contract_ended_on": "2026-10-30",
        "ended_by": "person",
        "termination_basis": "işçinin ərizəsi, 28.10.2026",
    }
    | dict.fromkeys(_CHECKED, "checked"),
}
