"""The public page in Chromium without scripts: every state, language, width and theme, and by keyboard alone."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import httpx
import pypdfium2
import pytest

from central_api.file_words import FILE_WORDS
from central_api.office import Office
from central_api.verify_words import LANGUAGES, WORDS
from dost_desktop.domain import acts
from dost_desktop.domain.verify_code import in_groups, verify_code
from tests.central_api.browser import Browser, browsing, contrast
from tests.central_api.conftest import MORNING
from tests.central_api.practice_desk import Desk
from tests.central_api.uploaded_files import Uploads, make_uploads

pytestmark = pytest.mark.long
UNKNOWN = verify_code(bytes(range(16)))
PICTURES = os.environ.get("DOST_TEST_PICTURES", "")  # a folder, to look at them


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Uploads:
    return make_uploads(tmp_path_factory.mktemp("uploads"), MORNING)


@pytest.fixture
def codes(office: Office, desk: Desk, people: dict[str, str], files: Uploads) -> dict[str, str]:
    """One code for each state of a notice."""
    trust = office.settings.data / "trust"
    trust.mkdir()
    (trust / "root.pem").write_bytes(files.root)
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    refusal = desk.refusal(application, desk.checks(file, application, number))
    pdfs = (files.other, files.unsigned, files.signed)
    recalled, superseded, genuine = (
        desk.notice(
            application,
            pdf,
            number=f"05-04-05-00/B03/2026/00000{serial}",
            verify_code=verify_code(bytes(range(serial, serial + 16))),
        )
        for serial, pdf in enumerate(pdfs, 1)
    )
    done = (
        *(refusal, recalled, superseded, genuine),
        acts.SupersedeNotice(superseded.notice, genuine.notice, "ünvan"),
        acts.RecallNotice(recalled.notice, "səhv"),
    )
    assert desk.pushes(desk.records(file, *done))[0].answer == "accepted"
    return {
        "genuine": genuine.verify_code,
        "superseded": superseded.verify_code,
        "recalled": recalled.verify_code,
        "unknown": UNKNOWN,
    }


@pytest.fixture
def browser(http: httpx.Client, tmp_path: Path) -> Iterator[Browser]:
    with browsing(str(http.base_url).rstrip("/"), tmp_path / "profile") as browser:
        yield browser


@pytest.fixture
def uploads(tmp_path: Path, files: Uploads) -> dict[str, Path]:
    """The files a reader may have on the disk."""
    contents = {
        "exact": files.signed,
        "extended": files.extended,
        "other_notice": files.other,
        "changed": files.covered,
        "stranger": files.stranger,
        "damaged": files.signed[:20_000],
        "not_pdf": b"no paper",
    }
    for name, content in contents.items():
        (tmp_path / f"{name}.pdf").write_bytes(content)
    return {name: tmp_path / f"{name}.pdf" for name in contents}


def looks_right(browser: Browser, name: str) -> None:
    """What can be measured of a page: nothing sticks out, everything can be read, named and reached."""
    needed, there = browser.width_needed()
    assert needed <= there, name
    for told, colour, under, size, weight, left, right in browser.texts():
        floor = 3 if size >= 24 or (size >= 18.66 and weight >= 700) else 4.5
        assert contrast(colour, under) >= floor, (name, told, colour, under)
        assert left >= 0 and right <= there + 1, (name, told)  # noqa: PT018
    assert len(browser.shows("h1")) == 1
    assert browser.asks("return document.documentElement.lang") in LANGUAGES
    assert browser.asks("return document.title")
    unnamed = "return [...document.querySelectorAll('input:not([type=hidden])')].filter(i => !i.labels.length).length"
    assert browser.asks(unnamed) == 0
    order = browser.asks("return [...document.querySelectorAll('h1,h2,h3')].map(h => +h.tagName[1])")
    assert order[0] == 1, name
    assert all(after - before <= 1 for before, after in itertools.pairwise(order)), name
    twice = "const ids=[...document.querySelectorAll('[id]')].map(e => e.id); return ids.length - new Set(ids).size"
    assert browser.asks(twice) == 0
    small = (
        "return [...document.querySelectorAll('a,button,input:not([type=hidden])')]"
        ".filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML)"
    )
    assert browser.asks(small) == [], name  # WCAG 2.5.8
    if PICTURES:
        browser.keeps(Path(PICTURES) / f"{name}.png")


def test_every_state_can_be_read_in_every_language_width_and_theme(
    browser: Browser, codes: dict[str, str]
) -> None:
    pages = {state: f"/v/{code}" for state, code in codes.items()}
    pages |= {"title": "/v", "malformed": "/v/no-code", "problem.page": "/v/no/page"}
    for width, dark, (state, path), language in itertools.product(
        (320, 1280), (False, True), pages.items(), LANGUAGES
    ):
        browser.looks(width=width, dark=dark)
        browser.opens(f"{path}?lang={language}")
        looks_right(browser, f"{state}-{language}-{width}-{'dark' if dark else 'light'}")
        words = WORDS[language]
        assert words[state] in browser.shows("body")[0]
        assert browser.shows(".practice") == [words["practice"]]
        assert browser.shows("nav a[aria-current]") == [LANGUAGES[language]]


def test_every_file_gets_its_answer(
    browser: Browser, codes: dict[str, str], uploads: dict[str, Path]
) -> None:
    for language, width in (("az", 320), ("ru", 1280), ("en", 320)):
        for state, file in uploads.items():
            browser.looks(width=width, dark=language == "ru")
            browser.opens(f"/v/{codes['genuine']}?lang={language}")
            browser.uploads(file)
            assert browser.shows("h2")[0] == FILE_WORDS[language][state]
            assert browser.asks("return document.title").startswith(FILE_WORDS[language][state])
            looks_right(browser, f"file-{state}-{language}-{width}")
    browser.opens(f"/v/{UNKNOWN}?lang=en")
    browser.uploads(uploads["other_notice"])
    assert browser.shows("h2")[0] == FILE_WORDS["en"]["other_notice"]
    looks_right(browser, "file-other_notice-of-unknown")


def test_everything_is_done_by_keyboard_alone(
    browser: Browser, codes: dict[str, str], uploads: dict[str, Path]
) -> None:
    code = codes["genuine"]
    browser.looks(width=1280)
    browser.opens("/v?lang=az")
    browser.tabs_to("#code")
    browser.enters(in_groups(code).lower())
    assert browser.shows("h2")[0] == WORDS["az"]["genuine"]

    browser.tabs_to("nav a[lang=en]")
    assert browser.asks("return getComputedStyle(document.activeElement).outlineStyle") == "solid"
    browser.enters()
    assert browser.shows("h2")[0] == WORDS["en"]["genuine"]

    browser.tabs_to("#pdf")
    assert browser.asks("return getComputedStyle(document.activeElement).outlineWidth") == "3px"
    browser.chooses(uploads["exact"])  # the system's own window to choose a file is none of the page's
    browser.tabs_to("button")
    browser.enters()
    assert browser.shows("h2")[0] == FILE_WORDS["en"]["exact"]

    browser.tabs_to(".another a")
    browser.enters()
    browser.tabs_to("#code")
    browser.enters("no code")
    assert browser.shows(".wrong") == [f"{WORDS['en']['malformed']}. {WORDS['en']['malformed.note']}"]
    assert browser.asks("return document.getElementById('code').value") == "no code"


def test_the_browser_s_language_is_spoken(browser: Browser, codes: dict[str, str]) -> None:
    for liked, title in (("ru-RU,ru,en", "ru"), ("de,en", "en"), ("de", "az")):
        browser.likes(liked)
        browser.opens(f"/v/{codes['superseded']}")
        assert browser.shows("h1") == [WORDS[title]["title"]]


def test_it_zooms_to_twice_its_size_and_more_contrast(browser: Browser, codes: dict[str, str]) -> None:
    for zoom, contrast_wanted in ((2, False), (4, False), (1, True)):
        browser.looks(width=1280, zoom=zoom, contrast=contrast_wanted)
        browser.opens(f"/v/{codes['superseded']}?lang=az")
        looks_right(browser, f"zoom-{zoom}-{contrast_wanted}")


def test_on_paper_it_is_one_light_sheet_without_forms(browser: Browser, codes: dict[str, str]) -> None:
    browser.looks(width=1280, dark=True)
    browser.opens(f"/v/{codes['genuine']}?lang=az")
    with pypdfium2.PdfDocument(browser.prints()) as printed:
        text = printed[0].get_textpage().get_text_bounded()
        if PICTURES:
            printed[0].render(scale=1.5).to_pil().save(Path(PICTURES) / "printed.png")
        assert len(printed) == 1
        assert printed[0].render(scale=0.2).to_pil().convert("L").getpixel((2, 60)) == 255
    assert WORDS["az"]["genuine"] in text
    assert WORDS["az"]["file"] not in text


def test_a_file_that_is_too_large_is_told_on_a_page(
    browser: Browser, codes: dict[str, str], tmp_path: Path
) -> None:
    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF-1.7" + bytes(20_000_000))
    browser.looks(width=320)
    browser.opens(f"/v/{codes['genuine']}?lang=ru")
    browser.uploads(large)
    assert browser.shows("h2") == [WORDS["ru"]["problem.large"]]
    looks_right(browser, "too-large")


def test_nothing_is_asked_of_anybody_else(browser: Browser, codes: dict[str, str]) -> None:
    browser.opens(f"/v/{codes['genuine']}")
    assert browser.asks("return performance.getEntriesByType('resource').map(r => r.name)") == []
    browser.asks(
        'document.body.innerHTML += \'<img src="/v" onerror="document.title=1"><p style="color:red" id=x>\''
    )
    assert browser.asks("return getComputedStyle(document.getElementById('x')).color") != "rgb(255, 0, 0)"
