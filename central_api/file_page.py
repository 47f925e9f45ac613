"""What the public page tells of an uploaded file: the answer first, then who signed it and how each stage went."""

from __future__ import annotations

from html import escape
from typing import Final

from central_api.file_answers import FileAnswer, FileState
from central_api.file_words import FILE_WORDS
from central_api.page_parts import banner, moment_in_baku, number, rows
from dost_desktop.signing.facts import Finding, Problem, SignatureFacts

_TONES: Final = {
    FileState.EXACT: "good",
    FileState.EXTENDED: "good",
    FileState.CHANGED: "bad",
    FileState.STRANGER: "bad",
    FileState.OUT_OF_FORCE: "bad",
    FileState.DAMAGED: "bad",
}
_MOST: Final = 3  # signatures shown; a notice has one
_LONGEST_NAME: Final = 200

Row = tuple[str, str, str]


def about_file(answer: FileAnswer, language: str, *, known: bool) -> tuple[str, str]:
    """The heading and the whole part of the page about the file; ``known``: there is a notice with the code."""
    words = FILE_WORDS[language]
    state = "signed.unknown" if answer.state is FileState.SIGNED and not known else answer.state.value
    told = banner(_TONES.get(answer.state, "warn"), words[state], words[f"{state}.note"])
    if answer.other:
        link = f'<a href="/v/{escape(answer.other.verify_code)}?lang={language}">{words["other.link"]}</a>'
        facts = [(words["other"], f"{number(answer.other.number)}<br>{link}", "strong")]
        told += f'<section class="card">{rows(facts)}</section>\n'
    return words[state], told + _signatures(answer, language)


def _signatures(answer: FileAnswer, language: str) -> str:
    words = FILE_WORDS[language]
    lists = [
        rows(_rows(each, language, trust_known=answer.trust_known)) for each in answer.signatures[:_MOST]
    ]
    if not lists:
        return ""
    more = len(answer.signatures) - len(lists)
    rest = f'<p class="muted">{words["more"].format(count=more)}</p>' if more else ""
    return f'<section class="card"><h2>{words["signature"]}</h2>{"".join(lists)}{rest}</section>\n'


def _rows(signature: SignatureFacts, language: str, *, trust_known: bool) -> list[Row]:
    words = FILE_WORDS[language]
    told = [_stage(each, words, trust_known=trust_known) for each in signature.findings]
    if signature.findings and signature.findings[-1].problem:
        changes = [words[f"change.{each.value}"] for each in signature.changes] or [words["somewhere"]]
        told.append((words["what_changed"], ", ".join(changes), "plain"))
    if not signature.signer:
        return told  # nothing of it could be read
    who = [
        (words["signer"], _name(signature.signer), "strong"),
        (words["when"], _when(signature, language), "plain"),
        (words["certificate"], f"№ {_name(signature.certificate_no)}", "plain"),
        (words["issuer"], _name(signature.issuer), "plain"),
    ]
    if not signature.revocation_known:
        told.append((words["standing"], words["revocation"], "plain"))
    return who + told


def _stage(finding: Finding, words: dict[str, str], *, trust_known: bool) -> Row:
    name = words[finding.stage.value]
    if finding.problem is None:
        return name, words["passed"], "plain"
    if finding.problem is Problem.ISSUER_UNKNOWN and not trust_known:
        return name, words["issuer_unknown.unchecked"], "unsure"
    return name, words[finding.problem.value], "failed"


def _when(signature: SignatureFacts, language: str) -> str:
    words = FILE_WORDS[language]
    if signature.signed_at is None:
        return words["when.unknown"]
    proven = "when.proven" if signature.time_proven else "when.unproven"
    return words[proven].format(when=moment_in_baku(signature.signed_at, language))


def _name(text: str) -> str:
    """A name from a certificate: a stranger may have written anything there."""
    return escape(text[:_LONGEST_NAME])
