"""An uploaded file beside the notice: the very file, the file with proofs, another one, a forged one, a hostile one."""

from __future__ import annotations

import hashlib
import itertools
import random
import re
import threading
import zlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import httpx
import psutil
import pytest

from central_api.file_answers import FileAnswer, FileState, judge
from central_api.file_checks import Checked, FileChecks
from central_api.file_page import about_file
from central_api.file_words import FILE_WORDS
from central_api.notices import NoticeState, PublicNotice
from central_api.office import Office
from central_api.problems import Problematic
from central_api.verify_words import LANGUAGES, WORDS
from dost_desktop.domain import acts
from dost_desktop.signing.verify import verify_file
from tests.central_api.conftest import MORNING
from tests.central_api.practice_desk import Clockwork, Desk
from tests.central_api.uploaded_files import Uploads, make_uploads
from tests.signing.conftest import AGENT
from tests.signing.extended_files import archived_and_covered

Issue = Callable[..., list[acts.IssueNotice]]


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Uploads:
    return make_uploads(tmp_path_factory.mktemp("uploads"), MORNING)


@pytest.fixture
def trusting(office: Office, files: Uploads) -> Path:
    """The server trusts the practice authority."""
    folder = office.settings.data / "trust"
    folder.mkdir()
    (folder / "root.pem").write_bytes(files.root)
    return folder


@pytest.fixture
def issued(desk: Desk, people: dict[str, str], files: Uploads) -> Issue:
    """Issues a written answer with these signed bytes, and others in its place at the same time."""
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    answer = desk.checks(file, application, number)

    def issue(*pdfs: bytes) -> list[acts.IssueNotice]:
        notices = [
            desk.notice(application, pdf, number=f"05-04-05-00/B03/2026/00000{serial}")
            for serial, pdf in enumerate(pdfs or (files.signed,), 1)
        ]
        later = [
            acts.SupersedeNotice(old.notice, new.notice, "ünvan") for old, new in itertools.pairwise(notices)
        ]
        run = desk.records(file, desk.refusal(application, answer), *notices, *later)
        assert desk.pushes(run)[0].answer == "accepted"
        return notices

    return issue


def says(http: httpx.Client, code: str, pdf: bytes, lang: str = "en") -> str:
    page = http.post(f"/v/{code}?lang={lang}", files={"pdf": ("a.pdf", pdf, "application/pdf")})
    assert page.status_code == 200
    return page.text


VARIANTS: dict[str, Callable[[Uploads], bytes]] = {
    "exact": lambda files: files.signed,
    "extended": lambda files: files.extended,
    "changed": lambda files: files.covered,
    "signed": lambda files: files.other,
    "stranger": lambda files: files.stranger,
    "unsigned": lambda files: files.unsigned,
    "not_pdf": lambda _: b"\x89PNG no paper at all",
    "encrypted": lambda files: files.locked,
    "damaged": lambda files: files.signed[: len(files.signed) // 2],
}


def judged(pdf: bytes, files: Uploads, office: Office, notice: PublicNotice | None) -> FileAnswer:
    """What the server says of a file, without a process of its own for it."""
    verdict = verify_file(pdf, [files.root], now=MORNING)
    return judge(pdf, Checked(verdict, trust_known=True), notice, office.notices)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_file_is_called_what_it_is(language: str, issued: Issue, files: Uploads, office: Office) -> None:
    words = FILE_WORDS[language]
    notice = office.notices.find(issued()[0].verify_code)
    for state, pdf in VARIANTS.items():
        answer = judged(pdf(files), files, office, notice)
        assert answer.state == state
        heading, page = about_file(answer, language, known=True)
        assert heading == words[state]
        assert words[f"{state}.note"] in page
        named = f'<dd class="strong">{AGENT}</dd>' in page
        assert named == (state in {"exact", "extended", "changed", "signed"})
        if state == "changed":
            assert words["change.notes"] in page
        if state == "stranger":  # nothing of a certificate is believed, nor shown as it stands there
            assert "&lt;b&gt;Yad&lt;/b&gt;" in page
            assert words["issuer_unknown"] in page


def test_a_file_is_checked_while_its_sender_waits(
    http: httpx.Client, issued: Issue, files: Uploads, trusting: Path
) -> None:
    [notice] = issued()
    page = says(http, notice.verify_code, files.extended)
    assert FILE_WORDS["en"]["extended.note"] in page
    assert WORDS["en"]["genuine"] in page
    assert AGENT in page
    (trusting / "now.crl").write_bytes(files.revoked)  # a list put into the folder counts at once
    page = says(http, notice.verify_code, files.other)
    assert FILE_WORDS["en"]["out_of_force"] in page
    assert FILE_WORDS["en"]["revoked"] in page


def test_a_file_speaks_for_itself_though_its_notice_was_not_received(
    http: httpx.Client, files: Uploads, trusting: Path
) -> None:
    page = says(http, "A" * 22, files.signed)
    assert FILE_WORDS["en"]["signed.unknown.note"] in page
    assert WORDS["en"]["unknown"] in page
    assert AGENT in page


def test_the_file_of_another_notice_is_told_by_its_number(
    issued: Issue, files: Uploads, office: Office
) -> None:
    first, second = (office.notices.find(each.verify_code) for each in issued(files.signed, files.other))
    assert first is not None
    assert second is not None
    for pdf, asked, other in (
        (files.other, first, second),
        (files.extended, second, first),
        (files.signed, None, first),
    ):
        answer = judged(pdf, files, office, asked)
        assert (answer.state, answer.other) == (FileState.OTHER_NOTICE, other)
        _, page = about_file(answer, "ru", known=asked is not None)
        assert other.number in page
        assert f'href="/v/{other.verify_code}?lang=ru"' in page
    assert judged(files.covered, files, office, second).state is FileState.CHANGED


def test_without_a_list_of_authorities_nobody_is_called_a_stranger(
    http: httpx.Client, issued: Issue, files: Uploads
) -> None:
    [notice] = issued()
    page = says(http, notice.verify_code, files.extended)
    assert FILE_WORDS["en"]["extended"] in page
    assert FILE_WORDS["en"]["issuer_unknown.unchecked"] in page
    assert FILE_WORDS["en"]["issuer_unknown"] not in page
    assert FILE_WORDS["en"]["issuer_unchecked"] in says(http, notice.verify_code, files.other)


@pytest.mark.long  # five authorities make their keys
def test_proofs_added_years_later_belong_to_the_file(
    http: httpx.Client,
    issued: Issue,
    files: Uploads,
    trusting: Path,
    clock: Clockwork,
    tmp_path: Path,
) -> None:
    archived, root, covered = archived_and_covered(files.unsigned, tmp_path)
    (trusting / "authority.pem").write_bytes(root)
    _drawn, signed_at, *_proofs = (found.end() for found in re.finditer(rb"%%EOF\n", archived))
    [notice] = issued(archived[:signed_at])
    clock.at = MORNING + timedelta(days=7)
    page = says(http, notice.verify_code, archived)
    assert FILE_WORDS["en"]["extended"] in page
    assert "(proven by a time stamp)" in page
    assert FILE_WORDS["en"]["changed"] in says(http, notice.verify_code, covered)


def test_what_somebody_signed_later_is_not_the_paper_that_was_signed_by_hand(
    issued: Issue, files: Uploads, office: Office
) -> None:
    notice = office.notices.find(issued(files.unsigned)[0].verify_code)
    for pdf, state in (
        (files.unsigned, FileState.EXACT),
        (files.signed, FileState.SIGNED_LATER),
        (files.stranger, FileState.CHANGED),
        (files.unsigned + b"% more", FileState.CHANGED),
    ):
        assert judged(pdf, files, office, notice).state is state


def test_a_file_changed_anywhere_is_never_the_file(files: Uploads, office: Office) -> None:
    notice = PublicNotice(
        number="1",
        issued_at="",
        centre="",
        centre_name="",
        kind="refusal",
        state=NoticeState.GENUINE,
        pdf=hashlib.sha256(files.signed).hexdigest(),
        size=len(files.signed),
        verify_code="",
    )
    dice = random.Random(20261124)
    for whole in (files.signed, files.extended):
        for _ in range(20):
            at = dice.randrange(len(files.signed))
            other = whole[:at] + bytes([whole[at] ^ dice.randrange(1, 256)]) + whole[at + 1 :]
            state = judged(other, files, office, notice).state
            assert state not in {FileState.EXACT, FileState.EXTENDED, FileState.OTHER_NOTICE}


# --- hostile files ---------------------------------------------------------------------------------------------

HOSTILE: dict[str, bytes] = {
    "brackets": b"%PDF-1.7\n" + b"[" * 5_000_000,
    "numbers": b"%PDF-1.7\n1 0 obj\n" + b"9" * 4_000_000 + b"\nendobj\nstartxref\n9\n%%EOF",
    "ends": b"%PDF-1.7\n" + b"%%EOF\n" * 1_000_000,
    "tables": b"%PDF-1.7\nxref\n0 999999999\ntrailer <</Size 999999999/Prev 9>>\nstartxref\n9\n%%EOF",
    "a bomb": b"%PDF-1.5\n1 0 obj<</Type/XRef/Size 9/W[1 2 1]/Filter/FlateDecode/Length 40000>>stream\n"
    + zlib.compress(bytes(1 << 28), 9)
    + b"\nendstream endobj\nstartxref\n9\n%%EOF",
}


@pytest.mark.parametrize(
    "names", [("brackets",), pytest.param(tuple(HOSTILE), marks=pytest.mark.long)], ids=["one", "all"]
)
def test_a_file_made_to_break_its_reader_gets_an_answer(names: tuple[str, ...], http: httpx.Client) -> None:
    for name in names:
        page = says(http, "A" * 22, HOSTILE[name])
        assert any(FILE_WORDS["en"][each] in page for each in ("damaged", "unchecked")), name


def _checks(**limits: float) -> FileChecks:
    return FileChecks(lambda: None, module="tests.central_api.unruly_child", **limits)  # type: ignore[arg-type]


def test_a_process_that_misbehaves_is_ended_and_the_file_not_judged() -> None:
    checks = _checks(seconds=3)
    for deed in (b"eats", b"talks", b"dies", b"lies", b"writes", b"sleeps"):
        assert checks.check(deed, MORNING) is None, deed
    checks.close()
    mine = psutil.Process().children(recursive=True)
    assert not [each for each in mine if "unruly" in " ".join(each.cmdline())]


def test_more_files_than_can_wait_are_sent_away_for_now() -> None:
    checks = _checks(seconds=1, at_once=1, waiting=1)
    turned_away: list[Problematic] = []

    def ask() -> None:
        try:
            checks.check(b"sleeps", MORNING)
        except Problematic as problem:
            turned_away.append(problem)

    asking = [threading.Thread(target=ask) for _ in range(4)]
    for each in asking:
        each.start()
    for each in asking:
        each.join()
    checks.close()
    assert [(each.status, each.headers) for each in turned_away] == [(503, {"Retry-After": "10"})] * 2


def test_the_process_knows_none_of_the_server_s_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg://secret")
    checks = _checks()
    checked = checks.check(b"tells", MORNING)
    checks.close()
    assert checked is not None
    assert checked.verdict.signatures[0].signer == ""


def test_the_waiting_page_says_when_to_come_back(http: httpx.Client, office: Office) -> None:
    held = [office.file_checks._in_line.acquire(blocking=False) for _ in range(10)]
    upload = {"pdf": ("a.pdf", b"%PDF-1.7", "application/pdf")}
    page = http.post(f"/v/{'A' * 22}?lang=ru", files=upload, headers={"accept": "text/html"})
    assert all(held)
    assert (page.status_code, page.headers["retry-after"]) == (503, "10")
    assert WORDS["ru"]["problem.busy"] in page.text
    assert WORDS["ru"]["problem.busy.note"].format(seconds=10) in page.text
    problem = http.post(f"/v/{'A' * 22}", files=upload, headers={"accept": "application/json"})
    assert problem.json()["code"] == "files.busy"
