"""What the office's papers say of a file: no more than they may, nothing that does not stand, blanks where asked."""

from __future__ import annotations

import pytest

from dost_desktop.catalogue.office_paper import LineKind, OfficePaper
from dost_desktop.domain import acts, evidence
from dost_desktop.domain.vocabulary import ApplicationKind, EmployerAnswer, Role, Status
from dost_desktop.services.confirmation_letter import ConfirmationLetter, begun_by, can_confirm
from dost_desktop.services.file_extract import FileExtract, sections_of
from dost_desktop.services.form_letter import FormLetter
from dost_desktop.services.printable import NothingToPrint
from dost_desktop.services.purposes import PurposeMissing
from dost_desktop.services.referral_letter import ReferralLetter
from tests.domain.builders import (
    Case,
    a_form,
    a_not_employed,
    a_person,
    a_placing,
    an_at_back_office,
    an_attestation,
    an_identification,
)
from tests.fakes.paper_desk import (
    EMAIL,
    HEALTH,
    LAW,
    LIVES_AT,
    PHONE,
    a_declined,
    a_next,
    a_referred,
    a_told,
    an_accepted,
    papers_of,
)
from tests.fakes.real_desk import the_catalogue

K = ApplicationKind
SERVICE_ENDS = {"ground": "removal.service"}
BY_PERSON = [id_ for id_, ending in the_catalogue().endings.items() if ending.by_person]


def text_of(paper: OfficePaper) -> str:
    """Every word of a paper, line by line."""
    lines = [paper.title, paper.subtitle, paper.number, paper.date]
    lines += [f"{label}: {value}" for label, value in paper.addressee]
    for line in paper.lines:
        lines.append(f"{line.label}: {line.text}" if line.kind is LineKind.FIELD else line.text)
        for row in line.table.rows if line.table else ():
            lines += [" | ".join(row.cells), *(f"{label}: {text}" for label, text in row.notes)]
    return "\n".join(lines)


def confirmed(case: Case) -> str:
    """The confirmation of the newest application, in words."""
    papers, _ = papers_of(case)
    return text_of(ConfirmationLetter(papers)(case.file.id, case.application.id).paper)


def form_of(case: Case) -> str:
    """The form of the newest application, in words."""
    papers, _ = papers_of(case)
    return text_of(FormLetter(papers)(case.file.id, case.application.id).paper)


def an_unemployed() -> Case:
    """Registered as unemployed by the back office."""
    case = an_at_back_office(law=LAW)
    return case.does(acts.ConfirmDecision(case.application.id), role=Role.BACK_OFFICE)


def test_the_employer_learns_what_the_vacancy_asks_for_and_nothing_else() -> None:
    case = a_referred()
    papers, work = papers_of(case)
    text = text_of(ReferralLetter(papers)(case.file.id, case.application.id).paper)

    identity = case.file.identity
    assert identity is not None
    secrets = (identity.number, identity.document_number, identity.address, LIVES_AT, PHONE, EMAIL, HEALTH)
    assert not [each for each in secrets if each in text]
    for told in (identity.full_name, "Xəzər MMC", "1700000011", "V-2026-1188", "ali təhsil", "5 il 4 ay"):
        assert told in text
    assert "ən geci 5 (beş) iş günü ərzində" in text
    assert text.count("05-04-05-00/B03/2026/G-000123") == 2  # also on the half that the person keeps
    assert "6 ay ərzində" in text[text.index("müraciət edən şəxsdə qalır") :]
    assert work.access_log.looks == [("referral", "own_centre")]


def test_a_referral_of_a_person_who_told_nothing_leaves_those_lines_out() -> None:
    case = a_referred(employer_voen="", address="")
    case.does(acts.RecordWorkProfile(evidence.WorkProfile(None)))
    papers, _ = papers_of(case)
    text = text_of(ReferralLetter(papers)(case.file.id, case.application.id).paper)
    assert not [word for word in ("VÖEN", "Təhsil", "İxtisas", "İş təcrübəsi", "Ünvan:") if word in text]
    assert "{" not in text


def test_a_referral_is_printed_once_and_copied_after_that() -> None:
    case = a_referred()
    papers, _ = papers_of(case)
    letter = ReferralLetter(papers)

    first = letter(case.file.id, case.application.id)
    assert first.copies == 0
    papers.printed(first)
    papers.printed(letter(case.file.id, case.application.id))
    assert letter(case.file.id, case.application.id).copies == 2

    elsewhere, _ = papers_of(case, desk="B03-11")  # the original came out of another desk's printer
    assert ReferralLetter(elsewhere)(case.file.id, case.application.id).copies == 1


def test_there_is_no_referral_before_it_was_given() -> None:
    case = a_not_employed(law=LAW)
    papers, _ = papers_of(case)
    with pytest.raises(NothingToPrint):
        ReferralLetter(papers)(case.file.id, case.application.id)


def test_over_a_whole_life_only_the_last_registration_is_confirmed() -> None:
    case = a_next(a_told(a_person(Status.NOT_REGISTERED, law=LAW)), K.JOBSEEKER)
    begun = []
    for kind in (K.REMOVAL, K.RESUMPTION, K.CANCELLATION, K.JOBSEEKER, None):
        an_accepted(case)
        begun.append(case.application.id)
        standing = [each.id for each in case.file.applications if can_confirm(case.file, each)]
        assert standing == begun[-1:]
        assert not set("{}[]⟨⟩") & set(confirmed(case))
        assert "____" not in confirmed(case)
        if kind:
            a_next(case, kind)
            with pytest.raises(NothingToPrint):
                confirmed(case)
    places = [begun_by(case.file, each) for each in case.file.applications]
    assert places == [1, 2, 3, 4, 5]


def test_a_jobseeker_is_told_until_when_work_is_looked_for() -> None:
    case = an_accepted(a_next(a_told(a_person(Status.NOT_REGISTERED, law=LAW)), K.JOBSEEKER))
    text = confirmed(case)
    assert "24.12.2026 tarixindən işaxtaran kimi qeydiyyatdadır" in text
    assert "Qeydiyyat nömrəsi: 05-04-05-00/B03/2026/Q-000017" in text
    until = the_catalogue().calendar.add(case.file.registrations[-1].since, 5)  # type: ignore[arg-type]
    assert f"{until:%d.%m.%Y} tarixinədək (5 iş günü)" in text


@pytest.mark.parametrize(
    ("said", "basis"),
    [
        (None, "münasib iş təklif olunması mümkün olmamışdır"),
        (EmployerAnswer.NOT_HIRED, "işəgötürənin mənfi cavabı olmuşdur"),
        (EmployerAnswer.SILENT, "müddətində cavab verməmişdir"),
    ],
)
def test_the_unemployed_are_told_on_what_the_decision_rests(said: EmployerAnswer | None, basis: str) -> None:
    case = a_referred() if said else a_told(a_not_employed(law=LAW))
    id_ = case.application.id
    if said:
        case.later(days=0 if said is EmployerAnswer.NOT_HIRED else 10)
        case.does(acts.RecordEmployerAnswer(id_, said))
        case.does(acts.RecordRegisterAnswer(id_, an_attestation(at=case.now)))
    case.does(a_placing(id_, at=case.now, file=case.file.id))
    case.does(acts.SendToBackOffice(id_, "05"))
    assert not can_confirm(case.file, case.application)
    case.does(acts.ConfirmDecision(id_), role=Role.BACK_OFFICE)
    assert basis in confirmed(case)


def test_whom_the_employer_took_is_confirmed_no_unemployment() -> None:
    case = a_referred()
    case.does(acts.RecordEmployerAnswer(case.application.id, EmployerAnswer.HIRED))
    assert not can_confirm(case.file, case.application)


def test_a_removal_says_from_when_to_when_and_on_what_ground() -> None:
    case = an_accepted(a_next(a_told(an_unemployed()), K.REMOVAL))
    text = confirmed(case)
    assert text.startswith("İŞSİZ KİMİ QEYDİYYATDAN MÜVƏQQƏTİ ÇIXARILMA")
    assert "24.12.2026 tarixindən işsiz kimi qeydiyyatdan müvəqqəti çıxarılırsınız" in text
    assert "Müddət: 22.06.2027 tarixinədək" in text
    assert "Mənbə: Çağırış vərəqəsi № 12, 24.12.2026" in text

    an_accepted(a_next(case, K.RESUMPTION), evidence="Hərbi bilet № 7")
    text = confirmed(case)
    assert "Müvəqqəti çıxarılma dövrü: 24.12.2026 – 23.01.2027" in text
    assert "Əsas götürülən sənəd: Hərbi bilet № 7" in text
    assert "reyestri" not in text  # nobody asked the register since the removal


@pytest.mark.parametrize("ground", BY_PERSON)
def test_every_ground_the_person_may_name_is_worded_whole(ground: str) -> None:
    ending = the_catalogue().endings[ground]
    kind = K.REMOVAL if ending.target == "temporarily_removed" else K.CANCELLATION
    start = an_unemployed() if Status.UNEMPLOYED in ending.statuses else a_person(law=LAW)
    case = a_next(a_told(start), kind)
    form = {"ground": ground, "evidence": "Sənəd № 1"}
    if kind is K.REMOVAL:
        start_day = case.now.date()
        form["starts_on"] = start_day  # type: ignore[assignment]
        form["ends_on"] = start_day.replace(year=start_day.year + 1)  # type: ignore[assignment]
    an_accepted(case, **form)
    text = confirmed(case)
    assert "____" not in text
    assert "Əsas: " in text
    assert ("Müəyyən edilmiş hal" in text) is not (ground.endswith("own_request") or ending.sensitive)
    assert ("Yenidən müraciət: " in text) is (kind is K.CANCELLATION)
    assert "Sənəd № 1" in form_of(case)


@pytest.mark.parametrize("kind", list(K))
def test_a_form_that_is_not_filled_yet_has_blanks_to_write_on(kind: K) -> None:
    status = Status.NOT_REGISTERED if kind is K.JOBSEEKER else Status.JOBSEEKER
    case = a_person(status, law=LAW)
    if kind is K.RESUMPTION:
        an_accepted(a_next(case, K.REMOVAL))
    text = form_of(a_next(case, kind))
    assert case.application.number in text
    assert "____" in text
    assert "elektron imza ilə imzalanmamışdır" in text
    assert "{" not in text


def test_a_filled_jobseeker_form_says_all_that_was_told() -> None:
    case = a_next(a_told(a_person(Status.NOT_REGISTERED, law=LAW)), K.JOBSEEKER)
    case.does(a_form(case.application.id, at=case.now))
    text = form_of(case)
    for told in (PHONE, EMAIL, LIVES_AT, HEALTH, "Nümunə Universiteti, 2014", "baş mühasibin köməkçisi"):
        assert told in text
    assert "Ümumi iş stajı: 5 il 4 ay" in text
    assert "müqavilənin müddəti bitib" in text


def test_the_extract_has_its_nine_parts_and_says_where_nothing_was_recorded() -> None:
    case = Case(law=LAW).does(an_identification())
    sections = sections_of(case.file, the_catalogue())
    assert [each.title.split(".")[0] for each in sections] == [
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
        "VIII",
    ]
    empty = [each.id for each in sections if each.lines[0].kind is LineKind.NOTE]
    assert empty == ["profile", "jobs", "registrations", "offers", "referrals", "measures", "applications"]

    papers, _ = papers_of(case)
    text = text_of(FileExtract(papers)(case.file.id, "").paper)
    assert "Məqsəd: şəxsin öz xahişi" in text
    assert "IX. " in text


def test_the_extract_shows_offers_with_reasons_judgements_and_the_count() -> None:
    case = a_declined(a_told(a_not_employed(law=LAW)), 1, justified=True, reason="Uşağa baxan yoxdur")
    a_declined(case, 1, justified=False)
    papers, work = papers_of(case)
    text = text_of(FileExtract(papers)(case.file.id, "banka təqdim etmək üçün", "Rauf Quliyev").paper)
    assert "Səbəb: İctimai nəqliyyatla gedib-gəlmək mümkün deyil. Uşağa baxan yoxdur" in text
    assert text.count("səbəb əsaslıdır") == 1
    assert "səbəb əsaslı deyil. Evdən iş yerinə" in text
    assert "Əsaslı sayılmayan imtinaların sayı: 1" in text
    assert "Kimə verilir: Rauf Quliyev" in text
    assert "Məqsəd: banka təqdim etmək üçün" in text
    assert "hələ ötürülməmişdir" in text
    assert HEALTH not in text
    assert work.access_log.looks == [("extract", "banka təqdim etmək üçün")]

    work.confirmed = case.file.head.seq
    assert "hələ ötürülməmişdir" not in text_of(FileExtract(papers)(case.file.id, "banka üçün").paper)


def test_the_extract_tells_a_whole_life_in_its_order() -> None:
    case = a_told(an_unemployed())
    for kind in (K.REMOVAL, K.RESUMPTION, K.CANCELLATION):
        an_accepted(a_next(case, kind))
    (table,) = (each for each in sections_of(case.file, the_catalogue()) if each.id == "registrations")
    assert table.lines[0].table is not None
    rows = table.lines[0].table.rows
    assert [row.cells[1] for row in rows] == [
        "işaxtaran",
        "işsiz",
        "müvəqqəti çıxarılma",
        "işsiz (bərpa)",
        "ləğv",
    ]
    assert [row.cells[3] for row in rows][1:] == [each.number for each in case.file.applications]
    assert rows[2].cells[2] == "24.12.2026 – 22.06.2027"
    assert rows[4].notes[0][1].startswith("öz elektron ərizəniz, № ")


def test_another_centre_says_for_what_it_prints_a_file() -> None:
    case = a_referred()
    papers, work = papers_of(case, centre="B04")
    with pytest.raises(PurposeMissing):
        ReferralLetter(papers)(case.file.id, case.application.id)
    with pytest.raises(PurposeMissing):
        FileExtract(papers)(case.file.id, "")
    FileExtract(papers)(case.file.id, "məhkəmənin sorğusu")
    assert work.access_log.looks == [("extract", "məhkəmənin sorğusu")]
