"""The main job: a person is found in the register of employed persons and leaves with a signed written refusal."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from dost_desktop.domain.vocabulary import ApplicationState
from dost_desktop.practice import PracticeOffice
from dost_desktop.rows import ApplicationFilter
from dost_desktop.services.desk import ActNotAllowed
from tests.acceptance.agent_at_desk import AgentAtDesk, sits_down

SUB_ARTICLES = [
    ("found 4.1.1", "4.1.1-ci"),
    ("found 4.1.2", "4.1.2-ci"),
    ("found 4.1.3 entrepreneur", "4.1.3-cü"),
    ("found 4.1.3 farm_member", "4.1.3-cü"),
    ("found 4.1.3 land_share", "4.1.3-cü"),
    ("found 4.1.4", "4.1.4-cü"),
    ("found 4.1.5", "4.1.5-ci"),
    ("found 4.1.6", "4.1.6-cı"),
    ("found 4.1.8", "4.1.8-ci"),
]


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeOffice]:
    office = PracticeOffice(tmp_path_factory.mktemp("practice"))
    office.open()
    yield office
    office.close()


@pytest.fixture
def agent(practice: PracticeOffice) -> Iterator[AgentAtDesk]:
    agent = sits_down(practice, practice.open())
    agent.syncs()
    yield agent
    agent.leaves()


def text_of(pdf: bytes, folder: Path) -> str:
    file = folder / "notice.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True)
    return re.sub(r"\s+", " ", told.stdout.decode())


def until(seen: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.1)


@pytest.mark.parametrize(("case", "article"), SUB_ARTICLES)
def test_whoever_is_found_as_employed_is_refused_in_writing_with_the_sub_article_and_the_fact(
    agent: AgentAtDesk, tmp_path: Path, case: str, article: str
) -> None:
    agent.receives(case)
    assert agent.checks_the_register() is ApplicationState.FOUND_EMPLOYED
    agent.statement = "Mən artıq işləmirəm."

    notice, pdf = agent.refuses()

    text = text_of(pdf, tmp_path)
    identity = agent.case().file.identity
    assert identity is not None
    for needed in (
        identity.full_name,
        identity.number,
        notice.number,
        agent.case().application.number,
        f"{article} maddəsi",
        "Sorğunun cavabında",
        "Mən artıq işləmirəm.",
        "Yenidən necə müraciət etmək olar",
        "30 (otuz) gün",
        agent.signed_in.agent.name,
    ):
        assert needed in text
    assert agent.case().application.state is ApplicationState.REFUSED


def test_the_notice_is_one_valid_signature_over_the_whole_document_in_embedded_fonts(
    agent: AgentAtDesk, tmp_path: Path
) -> None:
    agent.receives("found 4.1.1")
    agent.checks_the_register()
    _, pdf = agent.refuses()
    file = tmp_path / "notice.pdf"
    file.write_bytes(pdf)

    signatures = subprocess.run(["pdfsig", str(file)], check=False, capture_output=True).stdout.decode()
    fonts = subprocess.run(["pdffonts", str(file)], check=True, capture_output=True).stdout.decode()

    assert signatures.count("Signature Validation: Signature is Valid.") == 1
    assert "ETSI.CAdES.detached" in signatures
    assert "Total document signed" in signatures
    rows = fonts.splitlines()[2:]
    assert rows
    assert all(re.search(r"yes\s+yes\s+yes\s+\d+", row) for row in rows)
    subprocess.run(["qpdf", "--check", str(file)], check=True, capture_output=True)


def test_the_central_system_has_the_case_within_one_round_and_the_public_page_says_so(
    agent: AgentAtDesk,
) -> None:
    agent.receives("found 4.1.2")
    agent.checks_the_register()
    notice, pdf = agent.refuses()
    agent.hands_over(notice)

    report = agent.syncs()

    assert report.state.waiting == 0
    assert not report.needs_you
    page = requests.get(f"{agent.practice.url}/v/{notice.verify_code}", timeout=5)
    assert page.status_code == 200
    assert notice.number in page.text
    held_against = requests.post(f"{page.url}?lang=en", files={"pdf": ("a.pdf", pdf)}, timeout=30).text
    assert "This is exactly the file" in held_against
    assert "not from a trusted issuer" not in held_against
    with agent.signed_in.database.open_reading() as reading:
        assert reading.confirmed_seq(agent.case().file.id) == agent.case().file.head.seq


def test_with_the_central_system_gone_after_the_answer_the_same_notice_is_issued_and_sent_later(
    agent: AgentAtDesk,
) -> None:
    agent.receives("found 4.1.4")
    agent.checks_the_register()
    agent.practice.stop_central()
    notice, pdf = agent.refuses()
    agent.hands_over(notice)
    assert pdf.startswith(b"%PDF")
    assert agent.syncs().state.waiting > 0

    agent.practice.start_central()
    agent.office.move_to(agent.practice.url)
    agent.leaves()
    back = sits_down(agent.practice, agent.facts)
    try:
        assert back.syncs().state.waiting == 0
        page = requests.get(f"{agent.practice.url}/v/{notice.verify_code}", timeout=5)
        assert notice.number in page.text
    finally:
        back.leaves()


def test_with_the_register_silent_the_application_waits_and_the_check_runs_by_itself(
    agent: AgentAtDesk,
) -> None:
    agent.receives("found 4.1.5")
    agent.practice.stop_central()
    assert agent.checks_the_register() is ApplicationState.WAITING_REGISTER
    with agent.signed_in.database.open_reading() as reading:
        waiting = reading.applications(
            ApplicationFilter(states=frozenset({ApplicationState.WAITING_REGISTER}))
        )
    assert agent.application in {row.id for row in waiting}
    file_id, application = agent.file_id, agent.application

    agent.practice.start_central()
    agent.office.move_to(agent.practice.url)
    agent.leaves()
    back = sits_down(agent.practice, agent.facts)
    back.file_id, back.application = file_id, application
    try:

        def answered() -> bool:
            back.syncs()
            return back.case().application.state is ApplicationState.FOUND_EMPLOYED

        until(answered)
    finally:
        back.leaves()


def test_whoever_is_not_found_waits_for_suitable_work_and_is_found_again(agent: AgentAtDesk) -> None:
    agent.receives("not found")
    assert agent.checks_the_register() is ApplicationState.OFFERING_WORK
    with agent.signed_in.database.open_reading() as reading:
        found = reading.applications(ApplicationFilter(states=frozenset({ApplicationState.OFFERING_WORK})))
        [person] = reading.find_persons(agent.person("not found")["number"])
    assert agent.application in {row.id for row in found}
    assert person.file_id == agent.file_id


def test_without_a_certificate_the_same_numbered_notice_is_for_handwritten_signature(
    agent: AgentAtDesk, tmp_path: Path
) -> None:
    agent.receives("found 4.1.6")
    agent.checks_the_register()
    agent.signs_by_hand = True

    notice, pdf = agent.refuses()

    assert notice.certificate == ""
    assert notice.number in text_of(pdf, tmp_path)
    assert re.fullmatch(r"05-04-05-00/B03/\d{4}/\d{6}", notice.number)


def test_a_second_application_of_the_same_kind_names_the_open_one(agent: AgentAtDesk) -> None:
    first = agent.receives("found 4.1.8").application.number
    with pytest.raises(ActNotAllowed) as refused:
        agent.receives("found 4.1.8")
    assert refused.value.reason == "application.already_open"
    assert refused.value.facts["application_no"] == first
    agent.checks_the_register()
    agent.refuses()
