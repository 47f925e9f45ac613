"""What a person is told whose written answer is called back: which paper, why, and that nothing is decided by it."""

from __future__ import annotations

import pytest

from dost_desktop.domain import acts
from dost_desktop.domain.vocabulary import Role
from dost_desktop.services.printable import NothingToPrint
from dost_desktop.services.recall_letter import RecallLetter
from dost_desktop.services.settle import OVERTAKEN
from tests.domain.builders import Case, a_found_employed, a_notice, a_refusal
from tests.fakes.paper_desk import LAW, papers_of
from tests.fakes.real_desk import the_catalogue
from tests.services.test_office_papers import text_of


def a_refused() -> Case:
    case = a_found_employed(law=LAW)
    application = case.application.id
    return case.does(a_refusal(application), a_notice(application, at=case.now))


def recalled(case: Case, reason: str) -> str:
    """The letter about the newest notice, in words."""
    case.does(acts.RecallNotice(case.file.notices[-1].id, reason))
    papers, work = papers_of(case)
    printable = RecallLetter(papers)(case.file.id, case.file.notices[-1].id)
    assert work.access_log.looks == [("recall", "own_centre")]
    assert case.file.notices[-1].number in printable.name
    text = text_of(printable.paper)
    assert not {"{", "}", "[["} & set(text)
    return text


def test_a_recall_names_the_paper_the_reason_and_that_the_application_goes_on() -> None:
    case = a_refused()
    case.does(acts.Reopen(case.application.id, "Reyestr səhvi"), role=Role.HEAD)
    text = recalled(case, "  Sənəd başqa şəxsin məlumatı ilə tərtib edilmişdir. ")
    notice, identity = case.file.notices[-1], case.file.identity
    assert identity is not None
    for said in (
        notice.number,
        identity.full_name,
        identity.number,
        "24.11.2026",
        ": Sənəd başqa şəxsin məlumatı ilə tərtib edilmişdir.",
        f"müraciətinizə (№ {case.application.number}) baxılması davam edir",
    ):
        assert said in text, said


def test_what_the_program_proposes_has_approved_words_and_nothing_goes_on_that_is_closed() -> None:
    case = a_refused()
    text = recalled(case, OVERTAKEN)
    assert the_catalogue().papers.words["recall_reason"][OVERTAKEN] in text
    assert OVERTAKEN not in text
    assert "davam edir" not in text
    assert case.application.number in text


def test_a_paper_that_stands_has_no_such_letter() -> None:
    case = a_refused()
    papers, _ = papers_of(case)
    with pytest.raises(NothingToPrint):
        RecallLetter(papers)(case.file.id, case.file.notices[-1].id)
