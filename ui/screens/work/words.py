"""The words of suitable work: the five tests, what work asks and a person has, what became of an offer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from dost_desktop.contract.suitable_work import Vacancy
from dost_desktop.domain.evidence import WorkProfile
from dost_desktop.domain.person_file import Offer
from dost_desktop.domain.suitable_work import Result, Test
from dost_desktop.domain.vocabulary import Education, EmployerAnswer
from dost_desktop.services.suitable_work import Wish
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.infra.office_words import education_words
from ui.infra.wording import filled

TESTS: Final = {
    Test.EDUCATION: QT_TRANSLATE_NOOP("Work", "Education"),
    Test.SPECIALTY: QT_TRANSLATE_NOOP("Work", "Specialty"),
    Test.EXPERIENCE: QT_TRANSLATE_NOOP("Work", "Experience"),
    Test.HEALTH: QT_TRANSLATE_NOOP("Work", "Health"),
    Test.TRANSPORT: QT_TRANSLATE_NOOP("Work", "Transport"),
}
RESULTS: Final = {  # result -> (words, icon, tone)
    Result.FITS: (QT_TRANSLATE_NOOP("Work", "Fits"), "check-circle", "good"),
    Result.NOT_APPLICABLE: (QT_TRANSLATE_NOOP("Work", "Not asked for"), "check-circle", "good"),
    Result.DOES_NOT_FIT: (QT_TRANSLATE_NOOP("Work", "Does not fit"), "x-circle", "bad"),
    Result.ASK: (QT_TRANSLATE_NOOP("Work", "Ask"), "question", "warn"),
}
ANSWERS: Final = {
    EmployerAnswer.HIRED: QT_TRANSLATE_NOOP("Work", "Hired"),
    EmployerAnswer.NOT_HIRED: QT_TRANSLATE_NOOP("Work", "Not hired"),
    EmployerAnswer.SILENT: QT_TRANSLATE_NOOP("Work", "Silent"),
}
_QUESTIONS: Final = {
    Test.EDUCATION: QT_TRANSLATE_NOOP("Work", "Ask: is the education at least this one: {about}?"),
    Test.SPECIALTY: QT_TRANSLATE_NOOP("Work", "Ask: is this their specialty or profession: {about}?"),
    Test.EXPERIENCE: QT_TRANSLATE_NOOP("Work", "Ask: is there experience of at least {about} years?"),
    Test.HEALTH: QT_TRANSLATE_NOOP("Work", "Ask: does their health allow this: {about}?"),
    Test.TRANSPORT: QT_TRANSLATE_NOOP("Work", "Ask: can they reach this place: {about}?"),
}


def level_words(level: str) -> str:
    """A level of education, "" for none."""
    return education_words(Education(level)) if level else ""


def test_words(test: Test) -> str:
    """One of the five tests."""
    return _say(TESTS[test])


def result_words(result: Result) -> tuple[str, str, str]:
    """What a test says, its icon and its tone."""
    words, icon, tone = RESULTS[result]
    return _say(words), icon, tone


def answer_words(answer: EmployerAnswer) -> str:
    """What the employer decided."""
    return _say(ANSWERS[answer])


def question_words(test: Test, vacancy: Vacancy) -> str:
    """What is asked aloud."""
    about = {
        Test.EDUCATION: level_words(vacancy.education),
        Test.SPECIALTY: vacancy.specialty,
        Test.EXPERIENCE: str(vacancy.experience_years),
        Test.HEALTH: ", ".join(vacancy.health_limits),
        Test.TRANSPORT: vacancy.address or vacancy.district,
    }[test]
    return filled(_say(_QUESTIONS[test]), {"about": about})


def asked_words(test: Test, vacancy: Vacancy) -> str:
    """What the work asks for."""
    nothing = QCoreApplication.translate("Work", "nothing")
    match test:
        case Test.EDUCATION:
            return level_words(vacancy.education) or nothing
        case Test.SPECIALTY:
            return vacancy.specialty or nothing
        case Test.EXPERIENCE:
            return years_words(vacancy.experience_years * 12) if vacancy.experience_years else nothing
        case Test.HEALTH:
            return ", ".join(vacancy.health_limits) or nothing
        case Test.TRANSPORT:
            return {
                True: QCoreApplication.translate("Work", "public transport reaches it"),
                False: QCoreApplication.translate("Work", "no public transport"),
                None: QCoreApplication.translate("Work", "the employer did not say"),
            }[vacancy.public_transport]


def held_words(test: Test, person: WorkProfile) -> str:
    """What the person has."""
    unknown = QCoreApplication.translate("Work", "not known")
    match test:
        case Test.EDUCATION:
            return level_words(person.education or "") or unknown
        case Test.SPECIALTY:
            return person.specialty or ", ".join(job.position for job in person.jobs) or unknown
        case Test.EXPERIENCE:
            return years_words(sum(job.months for job in person.jobs)) if person.jobs else unknown
        case Test.HEALTH:
            return ", ".join(person.health_limits) or QCoreApplication.translate("Work", "no limits said")
        case Test.TRANSPORT:
            return {
                True: QCoreApplication.translate("Work", "depends on public transport"),
                False: QCoreApplication.translate("Work", "does not depend on it"),
                None: QCoreApplication.translate("Work", "was not asked"),
            }[person.by_public_transport]


def years_words(months: int) -> str:
    """A time of work in years and months."""
    years, rest = divmod(months, 12)
    parts = []
    if years:
        parts.append(QCoreApplication.translate("Work", "{n} years").format(n=years))
    if rest or not years:
        parts.append(QCoreApplication.translate("Work", "{n} months").format(n=rest))
    return " ".join(parts)


def wage_words(wage: int) -> str:
    """A wage a month, "" where it is not said."""
    return QCoreApplication.translate("Work", "{n} AZN").format(n=wage) if wage else ""


def wish_words(wish: Wish) -> str:
    """What was looked for, in one line."""
    parts = [wish.profession, level_words(wish.education), wish.district]
    if wish.public_transport:
        parts.append(QCoreApplication.translate("Work", "public transport"))
    if wish.wage_from:
        from_wage = QCoreApplication.translate("Work", "from {n} AZN").format(n=wish.wage_from)
        parts.append(from_wage)
    return " · ".join(filter(None, parts)) or QCoreApplication.translate("Work", "every vacancy")


def short_number(number: str) -> str:
    """A number without its series: ``…/000123``."""
    return "…/" + number.rsplit("/", 1)[-1]


def outcome_words(offer: Offer) -> str:
    """What became of an offer."""
    if offer.said is not None:
        return answer_words(offer.said)
    if offer.referral:
        words = QCoreApplication.translate("Work", "referral {no}")
        return words.format(no=short_number(offer.referral))
    if offer.accepted_at is not None:
        return QCoreApplication.translate("Work", "accepted")
    if offer.justified is not None:
        return (
            QCoreApplication.translate("Work", "declined, the reason is justified")
            if offer.justified
            else QCoreApplication.translate("Work", "declined, the reason is not justified")
        )
    if offer.declined_at is not None:
        return QCoreApplication.translate("Work", "declined")
    return QCoreApplication.translate("Work", "no answer yet")


def _say(words: str) -> str:
    return QCoreApplication.translate("Work", words)
