"""The public page behind the QR code of every notice: plain HTML that works everywhere and tells nothing more."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import Final, Literal

from central_api.notices import PublicNotice
from central_api.verify_words import LANGUAGES, WORDS
from dost_desktop.domain.dates import instant, legal_date, short

Comparison = Literal["", "exact", "differs", "none"]
_TONES: Final = {"genuine": "good", "exact": "good", "superseded": "warn", "unknown": "warn", "none": "warn"}
_MARKS: Final = {"good": "✓", "warn": "!", "bad": "✕"}
_STYLE: Final = """
:root{color-scheme:light dark;--canvas:#F7F8FA;--surface:#fff;--line:#D6DCE3;--text:#161C23;--muted:#586370;
--accent:#0B5C96;--on:#fff;--good:#1A6938;--good-t:#E8F4EC;--good-l:#A9D3B8;--warn:#7F4D00;--warn-t:#FCF3E0;
--warn-l:#E6C583;--bad:#AF251D;--bad-t:#FCEDEB;--bad-l:#EBB4AF}
@media(prefers-color-scheme:dark){:root{--canvas:#101419;--surface:#1A2027;--line:#3A444F;--text:#EEF2F6;
--muted:#A9B4C0;--accent:#7DBBEB;--on:#101419;--good:#8CD3A4;--good-t:#16291D;--good-l:#2F5A3E;--warn:#EBC272;
--warn-t:#2C2312;--warn-l:#5E4A22;--bad:#F2A29B;--bad-t:#311917;--bad-l:#6A332E}}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--text);font:1.0625rem/1.55 "Source Sans 3","Source Sans Pro",
"Segoe UI",system-ui,sans-serif}
main,header,footer{max-width:40rem;margin:0 auto;padding:0 1.25rem}
header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;justify-content:space-between;padding-top:1.5rem}
.brand{font-weight:600;letter-spacing:.02em}
nav ul{display:flex;gap:1rem;list-style:none;margin:0;padding:0}
a{color:var(--accent)}
a[aria-current]{color:var(--text);font-weight:600;text-decoration:none}
h1{font-size:1.5rem;line-height:1.25;margin:1.75rem 0 1rem}
h2{font-size:1.1875rem;line-height:1.3;margin:0}
.practice{background:var(--warn-t);color:var(--warn);border:1px solid var(--warn-l);border-radius:.5rem;
padding:.5rem .875rem;margin:1.25rem 0 0}
.state{display:flex;gap:1rem;border:1px solid;border-radius:.75rem;padding:1.125rem 1.25rem;margin:0 0 1.25rem}
.state p{margin:.25rem 0 0;color:var(--text)}
.mark{flex:none;width:2.25rem;height:2.25rem;border-radius:50%;border:2px solid;display:grid;place-items:center;
font-weight:700;font-size:1.125rem;line-height:1}
.good{color:var(--good);background:var(--good-t);border-color:var(--good-l)}
.warn{color:var(--warn);background:var(--warn-t);border-color:var(--warn-l)}
.bad{color:var(--bad);background:var(--bad-t);border-color:var(--bad-l)}
.card{background:var(--surface);border:1px solid var(--line);border-radius:.75rem;
padding:1.125rem 1.25rem;margin:0 0 1.25rem}
dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.5rem 1.25rem;margin:0}
dt{color:var(--muted)}
dd{margin:0;font-weight:600;overflow-wrap:anywhere}
@media(max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.625rem}}
form{margin-top:.875rem}
label{display:block;font-weight:600;margin-bottom:.375rem}
input[type=file]{width:100%;padding:.625rem;border:1px solid var(--muted);border-radius:.5rem;background:var(--canvas);
color:inherit;font:inherit}
button{margin-top:.875rem;min-height:2.75rem;padding:.5rem 1.5rem;border:0;border-radius:.5rem;background:var(--accent);
color:var(--on);font:inherit;font-weight:600;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.muted,footer{color:var(--muted);font-size:.9375rem}
.muted{margin:.375rem 0 0}
footer{padding-top:.5rem;padding-bottom:2rem}
"""
_STYLE_HASH: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode("ascii")
#: Nothing is loaded, nothing is run, nobody frames the page.
POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def language_of(wanted: str, accepted: str) -> str:
    """The language asked for, else the first one of the browser that we speak, else Azerbaijani."""
    if wanted in LANGUAGES:
        return wanted
    spoken = (part.split(";")[0].strip()[:2].lower() for part in accepted.split(","))
    return next((each for each in spoken if each in LANGUAGES), "az")


def page(
    code: str, notice: PublicNotice | None, language: str, *, practice: bool, comparison: Comparison = ""
) -> str:
    """The whole page for one code."""
    words = WORDS[language]
    state = notice.state.value if notice else "unknown"
    parts = [_comparison(comparison, words), _banner(state, words)]
    if notice:
        parts += [_facts(notice, words), _form(code, language, words)]
    mark = f'<p class="practice">{words["practice"]}</p>' if practice else ""
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{words[state]} · DOST</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<header><span class="brand">DOST</span>{_languages(code, language, words)}</header>\n'
        f"<main>\n{mark}\n<h1>{words['title']}</h1>\n{''.join(parts)}</main>\n"
        f"<footer><p>{words['foot']}</p></footer>\n</body>\n</html>\n"
    )


def _banner(state: str, words: dict[str, str]) -> str:
    tone = _TONES.get(state, "bad")
    return (
        f'<section class="state {tone}" role="status"><span class="mark" aria-hidden="true">{_MARKS[tone]}</span>'
        f"<div><h2>{words[state]}</h2><p>{words[f'{state}.note']}</p></div></section>\n"
    )


def _comparison(comparison: Comparison, words: dict[str, str]) -> str:
    return _banner(comparison, words) if comparison else ""


def _facts(notice: PublicNotice, words: dict[str, str]) -> str:
    rows = [
        (words["number"], notice.number),
        (words["date"], short(legal_date(instant(notice.issued_at)))),
        (words["centre"], notice.centre_name),
        (words["kind"], words[f"kind.{notice.kind}"]),
        (words["state"], words[notice.state.value]),
    ]
    if notice.newer_number:
        rows.append((words["newer"], notice.newer_number))
    listed = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows)
    return f'<section class="card"><dl>{listed}</dl></section>\n'


def _form(code: str, language: str, words: dict[str, str]) -> str:
    return (
        f'<section class="card"><h2>{words["compare"]}</h2><p class="muted">{words["compare.note"]}</p>'
        f'<form method="post" enctype="multipart/form-data" action="/v/{escape(code)}?lang={language}">'
        f'<label for="pdf">{words["file"]}</label>'
        '<input id="pdf" name="pdf" type="file" accept="application/pdf,.pdf" required>'
        f'<button type="submit">{words["send"]}</button></form></section>\n'
    )


def _languages(code: str, language: str, words: dict[str, str]) -> str:
    here = ' aria-current="true"'
    links = "".join(
        f'<li><a href="/v/{escape(code)}?lang={each}" lang="{each}" hreflang="{each}"'
        f"{here if each == language else ''}>{name}</a></li>"
        for each, name in LANGUAGES.items()
    )
    return f'<nav aria-label="{words["language"]}"><ul>{links}</ul></nav>'
