"""The page behind the QR code: the truth about the paper in three languages, and nothing more."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Callable
from urllib.parse import quote

import httpx
import pytest

from central_api.file_answers import FileAnswer, FileState
from central_api.file_page import about_file
from central_api.file_words import FILE_WORDS
from central_api.office import Office
from central_api.typed_codes import read_code
from central_api.verify_page import language_of
from central_api.verify_words import LANGUAGES, WORDS
from dost_desktop.domain import acts
from dost_desktop.domain.verify_code import in_groups, verify_code
from dost_desktop.signing.facts import Change, Problem, Stage
from tests.central_api.practice_desk import Desk, listening

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
        "24 noyabr 2026-cı il",
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_is_complete_and_the_page_needs_no_script(
    http: httpx.Client, notice: acts.IssueNotice, language: str
) -> None:
    assert WORDS[language].keys() == WORDS["az"].keys()
    assert FILE_WORDS[language].keys() == FILE_WORDS["az"].keys()
    page = http.get(f"/v/{notice.verify_code}", headers={"accept-language": f"{language}-XX;q=0.9, de"})
    assert f'<html lang="{language}">' in page.text
    assert page.headers["content-language"] == language
    assert WORDS[language]["title"] in page.text
    assert "<script" not in page.text
    assert "http" not in page.text


def test_every_answer_about_a_file_has_its_words() -> None:
    words = FILE_WORDS["az"]
    for state in FileState:
        assert {state.value, f"{state.value}.note"} <= words.keys()
    of_a_file = {Problem.NOT_PDF, Problem.TOO_LARGE, Problem.DAMAGED, Problem.ENCRYPTED, Problem.UNSIGNED}
    assert {each.value for each in set(Problem) - of_a_file} | set(Stage) <= words.keys()
    assert {f"change.{each.value}" for each in Change} <= words.keys()


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "az"),
        ("de", "az"),
        ("ru", "ru"),
        ("RU-ru", "ru"),
        ("de, en;q=0.5, ru;q=0.8", "ru"),
        ("en;q=0, ru;q=0.1", "ru"),
        ("en;q=0", "az"),
        ("en;q=high, ru;q=0.2", "ru"),
        (",,;;q=,", "az"),
        ("en, az", "en"),
    ],
)
def test_the_language_is_the_one_that_the_browser_likes_best(accepted: str, language: str) -> None:
    assert language_of("", accepted) == language
    assert language_of("ru", accepted) == "ru"
    assert language_of("xx", accepted) == language


def test_the_page_loads_nothing_and_is_framed_by_nobody(http: httpx.Client, notice: acts.IssueNotice) -> None:
    for path in (f"/v/{notice.verify_code}", "/v", "/v/no-code", "/v/no/page"):
        page = http.get(path, headers={"accept": "text/html"})
        policy = page.headers["content-security-policy"]
        style = re.search(r"<style>(.*)</style>", page.text, re.DOTALL)
        assert style
        own = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
        assert policy == (
            f"default-src 'none'; style-src 'sha256-{own}'; form-action 'self'; "
            "frame-ancestors 'none'; base-uri 'none'"
        )
        assert page.headers["referrer-policy"] == "no-referrer"
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["x-content-type-options"] == "nosniff"
        assert page.headers["x-robots-tag"] == "noindex"
        assert page.headers["x-request-id"]
        assert not re.search(r"<(script|img|link|iframe|object)|\son\w+=|style=|javascript:", page.text)


def test_the_page_tells_nothing_personal(
    desk: Desk, http: httpx.Client, people: dict[str, str], notice: acts.IssueNotice
) -> None:
    identity = desk.state(next(iter(desk.chains))).identity
    assert identity is not None
    text = http.get(f"/v/{notice.verify_code}").text
    for secret in (people["found 4.1.1"], identity.surname, identity.given_name, identity.address):
        assert secret not in text


CODE = verify_code(bytes(range(16)))
GROUPS = in_groups(CODE)
EARLIER = "Zz0123456789_abcdefg-A"  # as the first papers had them


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        GROUPS,
        GROUPS.lower(),
        f"  {GROUPS}\n",
        GROUPS.replace("-", " – "),
        "\u00a0".join(CODE),
        CODE.replace("0", "o").replace("1", "l"),
        CODE.replace("0", "О").replace("C", "С").replace("M", "м"),
        f"https://dost.example/v/{CODE}",
        f"dost.example/v/{CODE}/?lang=ru",
    ],
)
def test_a_code_is_read_as_people_type_it(http: httpx.Client, typed: str) -> None:
    assert read_code(typed) == CODE
    led = http.get("/v", params={"code": typed, "lang": "en"})
    assert (led.status_code, led.headers["location"]) == (303, f"/v/{CODE}?lang=en")
    page = http.get(led.headers["location"])
    assert page.status_code == 200
    assert WORDS["en"]["unknown"] in page.text
    assert GROUPS in page.text.replace("<wbr>", "")


def test_codes_of_earlier_papers_are_read_as_they_stand(http: httpx.Client) -> None:
    assert read_code(f" {EARLIER[:4]} {EARLIER[4:]}") == EARLIER
    assert EARLIER in http.get(f"/v/{EARLIER}").text


def test_a_mistyped_code_is_a_mistake_and_no_paper_that_is_not_there_yet(http: httpx.Client) -> None:
    wrong = CODE[:-1] + ("2" if CODE[-1] != "2" else "3")
    page = http.get(f"/v/{wrong}")
    assert page.status_code == 404
    assert WORDS["az"]["malformed"] in page.text
    assert WORDS["az"]["unknown"] not in page.text


HOSTILE = (
    *(
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "x" * 500,
        "' or 1=1 --",
        "..",
        "\x00" * 22,
    ),
    *(
        "{0.__class__}",
        "%00",
        "ə" * 22,
        "\u202eedoc",
        "A" * 19,
        "A" * 65,
        "javascript:alert(1)//aaaaaaaaaaaaaaa",
    ),
)


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_can_be_no_code_is_shown_harmlessly_and_mended_in_its_field(
    http: httpx.Client, typed: str
) -> None:
    assert read_code(typed) is None
    pages = [http.get("/v", params={"code": typed[:300]})]
    if "/" not in typed and typed != "..":
        pages.append(http.get(f"/v/{quote(typed)}"))
    for page in pages:
        assert page.status_code in {200, 404}  # an empty one is the start page
        assert "<script" not in page.text
        assert "<img" not in page.text
        field = re.search(r'<input id="code"[^<>]*>', page.text)
        assert field
        if page.status_code == 404:
            assert WORDS["az"]["malformed"] in page.text
            assert 'aria-invalid="true" aria-describedby="wrong hint"' in field[0]
            assert html.escape(typed[:60].partition("\x00")[0]) in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_goes_wrong_is_a_page_for_people_and_a_problem_for_programs(
    http: httpx.Client, office: Office, language: str
) -> None:
    large = {"pdf": ("a.pdf", bytes(office.settings.body_limit + 1), "application/pdf")}
    asked = (
        (404, "page", http.build_request("GET", f"/v/a/b?lang={language}")),
        (405, "page", http.build_request("DELETE", f"/v/{CODE}?lang={language}")),
        (413, "large", http.build_request("POST", f"/v/{CODE}?lang={language}", files=large)),
        (415, "request", http.build_request("POST", f"/v/{CODE}?lang={language}", json={})),
        (
            422,
            "request",
            http.build_request("POST", f"/v/{CODE}?lang={language}", files={"pdf": (None, "text")}),
        ),
        (422, "request", http.build_request("GET", f"/v/{CODE}?lang={language}{'x' * 20}")),
    )
    for status, name, request in asked:
        shown = WORDS[language if "xx" not in str(request.url) else "az"]
        request.headers["accept"] = "text/html,application/xhtml+xml,*/*;q=0.8"
        page = http.send(request)
        assert (page.status_code, page.headers["content-type"]) == (status, "text/html; charset=utf-8")
        assert shown[f"problem.{name}"] in page.text
        assert not re.search(r"\{\w+\}", page.text.partition("</style>")[2])
        request.headers["accept"] = "*/*"
        assert http.send(request).headers["content-type"] == "application/problem+json"


def test_who_asks_too_often_is_told_on_a_page(new_office: Callable[..., Office]) -> None:
    hurried = new_office(DOST_LIMIT_ADDRESS="1+1")
    with (
        listening(hurried) as address,
        httpx.Client(base_url=address, headers={"accept": "text/html"}) as http,
    ):
        while (page := http.get("/v?lang=en")).status_code == 200:
            continue
    assert page.status_code == 429
    assert WORDS["en"]["problem.often.note"].format(seconds=page.headers["retry-after"]) in page.text


def test_what_breaks_is_told_with_the_number_to_name(new_office: Callable[..., Office]) -> None:
    broken = new_office()
    with (
        listening(broken) as address,
        httpx.Client(base_url=address, headers={"accept": "text/html"}) as http,
    ):
        object.__setattr__(broken, "notices", None)
        page = http.get(f"/v/{CODE}?lang=en")
    assert page.status_code == 500
    assert page.headers["x-request-id"] in page.text
    assert "NoneType" not in page.text


def test_a_form_sent_without_a_file_says_so_beside_the_field(
    http: httpx.Client, notice: acts.IssueNotice
) -> None:
    for code in (notice.verify_code, CODE):
        page = http.post(f"/v/{code}?lang=en", files={"pdf": ("", b"", "application/octet-stream")})
        assert page.status_code == 200
        assert f'<p class="wrong" id="wrong">{WORDS["en"]["none.note"]}</p>' in page.text
        assert 'aria-invalid="true" aria-describedby="wrong note"' in page.text


def test_the_notice_s_bytes_reach_the_centres_of_its_file(
    desk: Desk, http: httpx.Client, notice: acts.IssueNotice
) -> None:
    path = f"/v1/blobs/{hashlib.sha256(PDF).hexdigest()}"
    assert http.put(path, content=PDF, headers=desk.as_desk).status_code == 204
    assert http.get(path, headers=desk.as_desk).content == PDF


def test_every_class_of_the_page_is_in_its_style(http: httpx.Client, notice: acts.IssueNotice) -> None:
    text = http.get(f"/v/{notice.verify_code}").text
    text += about_file(FileAnswer(FileState.EXACT), "az", known=True)[1]
    used = {name for found in re.findall(r'class="([^"]+)"', text) for name in found.split()}
    assert all(f".{name}" in text for name in used)
