"""The five tests in the words of the letter: what the work asks, what the person has, what was asked aloud.

They are recorded with the offer and printed in a refusal (letters 3.2), so they are Azerbaijani like every letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dost_desktop.contract.suitable_work import Vacancy
from dost_desktop.domain.evidence import WorkProfile
from dost_desktop.domain.suitable_work import Compared, Result, Test
from dost_desktop.domain.vocabulary import Education

_EDUCATION: Final = {
    Education.GENERAL: "ümumi orta təhsil",
    Education.VOCATIONAL: "peşə təhsili",
    Education.SECONDARY_SPECIAL: "orta ixtisas təhsili",
    Education.HIGHER: "ali təhsil",
}
NOT_ASKED_FOR: Final = "tələb olunmur"
_UNKNOWN: Final = "göstərilməyib"
_SAID: Final = "soruşulmuşdur, uyğundur"


def notes_of(
    tests: tuple[Compared, ...], vacancy: Vacancy, profile: WorkProfile, asked: frozenset[Test]
) -> Mapping[Test, str]:
    """One line for each test; ``asked``: those that the person answered aloud."""
    return MappingProxyType({each.test: _note(each, vacancy, profile, asked) for each in tests})


def _note(one: Compared, vacancy: Vacancy, profile: WorkProfile, asked: frozenset[Test]) -> str:
    wanted = _wanted(one.test, vacancy)
    if not wanted and one.test is not Test.TRANSPORT:
        return NOT_ASKED_FOR
    if one.test in asked:
        return f"{wanted}; {_SAID}" if wanted else _SAID
    if one.test is Test.TRANSPORT and one.result is Result.FITS:
        return "ictimai nəqliyyat var"
    if one.test is Test.TRANSPORT:
        return "ictimai nəqliyyat tələb olunmur"
    return f"tələb: {wanted}; Sizdə: {_has(one.test, profile)}"


def _wanted(test: Test, vacancy: Vacancy) -> str:
    match test:
        case Test.EDUCATION:
            return _EDUCATION[Education(vacancy.education)] if vacancy.education else ""
        case Test.SPECIALTY:
            return vacancy.specialty.strip()
        case Test.EXPERIENCE:
            return f"{vacancy.experience_years} il" if vacancy.experience_years else ""
        case Test.HEALTH:
            return ", ".join(vacancy.health_limits)
        case Test.TRANSPORT:
            return vacancy.address


def _has(test: Test, profile: WorkProfile) -> str:
    match test:
        case Test.EDUCATION:
            return _EDUCATION[profile.education] if profile.education else _UNKNOWN
        case Test.SPECIALTY:
            positions = [job.position for job in profile.jobs]
            return ", ".join(filter(None, [profile.specialty, *positions])) or _UNKNOWN
        case Test.EXPERIENCE:
            months = sum(job.months for job in profile.jobs)
            return f"{months // 12} il" if months >= 12 else f"{months} ay"
        case Test.HEALTH | Test.TRANSPORT:
            return _UNKNOWN
