"""The public page behind the QR code of every notice: plain HTML that works everywhere and tells nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Final

from central_api.file_answers import FileAnswer, FileState
from central_api.file_page import about_file
from central_api.notices import NoticeState, PublicNotice
from central_api.page_parts import banner, long_day, moment_in_baku, number, rows
from central_api.verify_style import STYLE
from central_api.verify_words import LANGUAGES, WORDS
from dost_desktop.domain.dates import instant, legal_date
from dost_desktop.domain.verify_code import in_groups, is_of_this_kind

_TONES: Final = {
    "genuine": "good",
    "superseded": "warn",
    "recalled": "bad",
    "unknown": "warn",
    "malformed": "warn",
}
_STILL_SHOWN: Final = 60  # characters of a text that is no code
_NO_FILE: Final = "none"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: in which language, whether of a practice office, and when."""

    language: str
    practice: bool
    at: datetime

    @property
    def words(self) -> dict[str, str]:
        """The page's words in the reader's language."""
        return WORDS[self.language]


def language_of(wanted: str, accepted: str) -> str:
    """The language asked for, else the one the browser likes best that we speak, else Azerbaijani."""
    if wanted in LANGUAGES:
        return wanted
    liked: list[tuple[float, str]] = []
    for part in accepted.split(","):
        tag, _, weight = part.partition(";")
        language = tag.strip().lower().partition("-")[0]
        if language in LANGUAGES:
            liked.append((_weight(weight), language))
    best = max(liked, key=lambda each: each[0], default=(0.0, "az"))  # the first of equals
    return best[1] if best[0] > 0 else "az"


def _weight(text: str) -> float:
    """The weight that a browser gives a language: ``q=0.8``; 1 where it gives none, 0 where it cannot be read."""
    try:
        return float(text.strip().removeprefix("q=")) if text.strip() else 1.0
    except ValueError:
        return 0.0


def notice_page(code: str, notice: PublicNotice | None, reader: Reader) -> str:
    """What is known of the notice with this well-formed code."""
    state = notice.state.value if notice else "unknown"
    return _page(reader, reader.words[state], f"/v/{code}", _of_notice(code, notice, reader))


def file_page(code: str, notice: PublicNotice | None, answer: FileAnswer, reader: Reader) -> str:
    """The same, after a file was given to compare."""
    heading, told = about_file(answer, reader.language, known=notice is not None)
    apart = answer.state not in {FileState.EXACT, FileState.EXTENDED}
    return _page(reader, heading, f"/v/{code}", told + _of_notice(code, notice, reader, apart=apart))


def no_file_page(code: str, notice: PublicNotice | None, reader: Reader) -> str:
    """The same, after the form was sent without a file."""
    told = _of_notice(code, notice, reader, wrong=_NO_FILE)
    return _page(reader, reader.words[_NO_FILE], f"/v/{code}", told)


def start_page(reader: Reader) -> str:
    """Where the code from the paper is typed."""
    return _page(reader, reader.words["title"], "/v", _code_form(reader))


def malformed_page(typed: str, reader: Reader) -> str:
    """What was typed cannot be a code; it stays in the field, to be mended."""
    return _page(reader, reader.words["malformed"], "/v", _code_form(reader, typed[:_STILL_SHOWN]))


def problem_page(name: str, reader: Reader, **facts: object) -> str:
    """Why there is no answer now, and what to do; ``name`` is one of the ``problem.`` words."""
    words = reader.words
    note = words[f"problem.{name}.note"].format_map({key: escape(str(fact)) for key, fact in facts.items()})
    told = banner("warn", words[f"problem.{name}"], note) + _another(reader)
    return _page(reader, words[f"problem.{name}"], "/v", told)


def _page(reader: Reader, heading: str, path: str, content: str) -> str:
    words, language = reader.words, reader.language
    practice = f'<p class="practice">{words["practice"]}</p>\n' if reader.practice else ""
    title = heading if heading == words["title"] else f"{heading} · {words['title']}"
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{title} · DOST</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{practice}"
        f'<header><div><a class="brand" href="/v?lang={language}">DOST</a>{_languages(path, reader)}</div></header>\n'
        f"<main>\n<h1>{words['title']}</h1>\n{content}</main>\n"
        f"<footer><p>{words['foot']}</p></footer>\n</body>\n</html>\n"
    )


def _languages(path: str, reader: Reader) -> str:
    here = ' aria-current="true"'
    links = "".join(
        f'<li><a href="{escape(path)}?lang={each}" lang="{each}" hreflang="{each}"'
        f"{here if each == reader.language else ''}>{name}</a></li>"
        for each, name in LANGUAGES.items()
    )
    return f'<nav aria-label="{reader.words["language"]}"><ul>{links}</ul></nav>'


def _of_notice(
    code: str, notice: PublicNotice | None, reader: Reader, *, wrong: str = "", apart: bool = False
) -> str:
    """The notice's own part; ``apart``: it stands below a file that is not its own, whose answer it must not seem."""
    words = reader.words
    state = notice.state.value if notice else "unknown"
    facts = _facts(code, notice, reader)
    heading = ""
    if apart and notice and notice.state is NoticeState.GENUINE:
        facts.insert(0, (words["state"], words[state], "strong"))
        heading, told = f"<h2>{words['with_code']}</h2>", ""
    else:
        told = banner(_TONES[state], words[state], words[f"{state}.note"])
    told += f'<section class="card">{heading}{rows(facts)}</section>\n'
    return told + _file_form(code, reader, known=notice is not None, wrong=wrong) + _another(reader)


def _facts(code: str, notice: PublicNotice | None, reader: Reader) -> list[tuple[str, str, str]]:
    words = reader.words
    groups = "-<wbr>".join(in_groups(code).split("-")) if is_of_this_kind(code) else escape(code)
    looked = (words["looked"], moment_in_baku(reader.at, reader.language), "plain")
    own = [(words["code"], groups, "code"), looked]
    if notice is None:
        return own
    day = legal_date(instant(notice.issued_at))
    told = [
        (words["number"], number(notice.number), "strong"),
        (words["date"], long_day(day, reader.language), "strong"),
        (words["centre"], escape(notice.centre_name), "strong"),
        (words["kind"], words[f"kind.{notice.kind}"], "strong"),
    ]
    if notice.newer_number:
        told.append((words["newer"], number(notice.newer_number), "strong"))
    return [*told, *own]


def _file_form(code: str, reader: Reader, *, known: bool, wrong: str) -> str:
    words = reader.words
    about = "compare" if known else "compare.unknown"
    told = f'<p class="wrong" id="wrong">{words[f"{wrong}.note"]}</p>' if wrong else ""
    invalid = ' aria-invalid="true" aria-describedby="wrong note"' if wrong else ' aria-describedby="note"'
    return (
        f'<section class="card compare"><h2>{words[about]}</h2><p class="muted" id="note">{words[f"{about}.note"]}</p>'
        f'<form method="post" enctype="multipart/form-data" action="/v/{escape(code)}?lang={reader.language}">'
        f'<label for="pdf">{words["file"]}</label>{told}'
        f'<input id="pdf" name="pdf" type="file" accept="application/pdf,.pdf" required{invalid}>'
        f'<button type="submit">{words["send"]}</button></form></section>\n'
    )


def _code_form(reader: Reader, typed: str = "") -> str:
    words = reader.words
    wrong = (
        f'<p class="wrong" id="wrong">{words["malformed"]}. {words["malformed.note"]}</p>' if typed else ""
    )
    invalid = ' aria-invalid="true" aria-describedby="wrong hint"' if typed else ' aria-describedby="hint"'
    return (
        f'<section class="card"><h2>{words["start"]}</h2><p class="muted">{words["start.note"]}</p>'
        f'<form method="get" action="/v"><label for="code">{words["typed"]}</label>'
        f'<p class="hint" id="hint">{words["typed.hint"]}</p>{wrong}'
        f'<input id="code" name="code" type="text" value="{escape(typed)}" required maxlength="300" autocomplete="off" '
        f'autocapitalize="characters" spellcheck="false"{invalid}>'
        f'<input type="hidden" name="lang" value="{reader.language}">'
        f'<button type="submit">{words["check"]}</button></form></section>\n'
    )


def _another(reader: Reader) -> str:
    return f'<p class="another"><a href="/v?lang={reader.language}">{reader.words["another"]}</a></p>\n'
