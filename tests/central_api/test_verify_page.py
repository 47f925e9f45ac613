"""The page behind the QR code: the truth about the paper in three languages, and nothing more."""

from __future__ import annotations

import hashlib
import re
from uuid import uuid4

import httpx
import pytest

from central_api.verify_words import WORDS
from dost_desktop.domain import acts
from tests.central_api.practice_desk import Desk

PDF = b"%PDF-1.7 the signed bytes"


@pytest.fixture
def notice(desk: Desk, people: dict[str, str]) -> acts.IssueNotice:
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    answer = desk.checks(file, application, number)
    notice = desk.notice(application, PDF)
    [verdict] = desk.pushes(desk.records(file, desk.refusal(application, answer), notice))
    assert verdict.answer == "accepted"
    return notice


def test_a_notice_is_genuine_superseded_or_recalled(
    desk: Desk, http: httpx.Client, notice: acts.IssueNotice
) -> None:
    page = http.get(f"/v/{notice.verify_code}")
    assert page.status_code == 200
    for shown in (
        WORDS["az"]["genuine"],
        notice.number,
        "24.11.2026",
        "Nümunə B03",
        WORDS["az"]["kind.refusal"],
    ):
        assert shown in page.text
    file = next(iter(desk.chains))
    newer = desk.notice(notice.application, number="05-04-05-00/B03/2026/000002")
    superseded = acts.SupersedeNotice(notice.notice, newer.notice, "ünvan düzəldilib")
    assert desk.pushes(desk.records(file, newer, superseded))[0].answer == "accepted"
    page = http.get(f"/v/{notice.verify_code}")
    assert WORDS["az"]["superseded"] in page.text
    assert newer.number in page.text
    desk.pushes(desk.records(file, acts.RecallNotice(newer.notice, "səhv şəxsə verilib")))
    assert WORDS["az"]["recalled"] in http.get(f"/v/{newer.verify_code}").text


@pytest.mark.parametrize("language", ["az", "ru", "en"])
def test_each_language_is_complete_and_the_page_needs_no_script(
    http: httpx.Client, notice: acts.IssueNotice, language: str
) -> None:
    assert WORDS[language].keys() == WORDS["az"].keys()
    page = http.get(f"/v/{notice.verify_code}", headers={"accept-language": f"{language}-XX;q=0.9, de"})
    assert f'<html lang="{language}">' in page.text
    assert WORDS[language]["title"] in page.text
    assert "<script" not in page.text
    assert "http" not in page.text
    assert "script-src" not in page.headers["content-security-policy"]
    assert page.headers["content-security-policy"].startswith("default-src 'none'")


def test_the_page_tells_nothing_personal(
    desk: Desk, http: httpx.Client, people: dict[str, str], notice: acts.IssueNotice
) -> None:
    identity = desk.state(next(iter(desk.chains))).identity
    assert identity is not None
    text = http.get(f"/v/{notice.verify_code}").text
    for secret in (people["found 4.1.1"], identity.surname, identity.given_name, identity.address):
        assert secret not in text


def test_a_code_nobody_issued_was_not_received_yet(http: httpx.Client) -> None:
    for code in (uuid4().hex, "<script>alert(1)", '"><img src=x>', "x" * 500):
        page = http.get(f"/v/{code}")
        assert page.status_code == 200
        assert WORDS["az"]["unknown"] in page.text
        assert "<script>alert" not in page.text
        assert "<img" not in page.text


@pytest.mark.parametrize(
    ("content", "word"),
    [(PDF, "exact"), (PDF + b" ", "differs"), (b"", "none"), (b"\x00" * 100_000, "differs")],
)
def test_an_uploaded_file_is_exactly_the_file_or_differs(
    http: httpx.Client, notice: acts.IssueNotice, content: bytes, word: str
) -> None:
    page = http.post(
        f"/v/{notice.verify_code}?lang=en", files={"pdf": ("notice.pdf", content, "application/pdf")}
    )
    assert page.status_code == 200
    assert WORDS["en"][word] in page.text


def test_the_notice_s_bytes_reach_the_centres_of_its_file(
    desk: Desk, http: httpx.Client, notice: acts.IssueNotice
) -> None:
    path = f"/v1/blobs/{hashlib.sha256(PDF).hexdigest()}"
    assert http.put(path, content=PDF, headers=desk.as_desk).status_code == 204
    assert http.get(path, headers=desk.as_desk).content == PDF


def test_every_class_of_the_page_is_in_its_style(http: httpx.Client, notice: acts.IssueNotice) -> None:
    text = http.get(f"/v/{notice.verify_code}").text
    used = {name for found in re.findall(r'class="([^"]+)"', text) for name in found.split()}
    assert all(f".{name}" in text for name in used)
