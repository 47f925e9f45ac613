"""Whether a register's answer can be read: one that contradicts itself is not evidence (SEED 23.3).

The central API signs what a register said, whatever it said. An answer that nobody can read must stop at ``decide``;
once recorded it would stop every desk that folds the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from dost_desktop.domain.attestation import Register
from dost_desktop.domain.codec import Malformed, from_json
from dost_desktop.domain.dates import instant
from dost_desktop.domain.evidence import WorkProfile
from dost_desktop.domain.vocabulary import Status


def is_readable(register: Register, answer: Mapping[str, Any]) -> bool:
    """True when ``answer`` has the shape its register's answers have (docs/formats.md, Answers)."""
    match register:
        case Register.PERSON | Register.PERMITS:
            return _is_person(answer)
        case Register.NOTARY:
            return _is_power_of_attorney(answer)
        case Register.STATUS:
            return _is_status(answer)
        case Register.EMPLOYED_PERSONS:
            return _is_employment(answer)
        case Register.NO_SUITABLE_WORK:
            return _is_placing(answer)
        case _:
            return True  # not folded into the file


def _is_person(answer: Mapping[str, Any]) -> bool:
    if type(answer.get("found")) is not bool:
        return False
    if not answer["found"]:
        return True
    document = answer.get("document")
    if document is not None and not isinstance(document, Mapping):
        return False
    return (
        all(isinstance(answer.get(name), str) and answer[name] for name in ("surname", "given_name"))
        and all(_is_text(answer.get(name)) for name in ("patronymic", "sex", "citizenship", "address"))
        and _is_day(answer.get("birth_date"))
        and (document is None or _is_document(document))
    )


def _is_document(document: Mapping[str, Any]) -> bool:
    return (
        _is_text(document.get("kind"))
        and _is_text(document.get("number"))
        and _is_day(document.get("valid_until"))
    )


def _is_power_of_attorney(answer: Mapping[str, Any]) -> bool:
    """``found`` and the ``paper_number`` that was asked about; when found also whether it is for this person."""
    if type(answer.get("found")) is not bool or not isinstance(answer.get("paper_number"), str):
        return False
    return (
        type(answer.get("for_this_person", True)) is bool
        and all(_is_day(answer.get(name)) for name in ("paper_date", "valid_until", "revoked_on"))
        and all(_is_text(answer.get(name)) for name in ("certifier", "representative_number", "scope"))
    )


def _is_status(answer: Mapping[str, Any]) -> bool:
    return (
        _is_status_name(answer.get("status"))
        and _is_status_name(answer.get("before_removal") or None)
        and _is_day(answer.get("since"))
        and _is_day(answer.get("ends_on"))
        and _is_text(answer.get("registration_number"))
        and _is_text(answer.get("ground"))
        and _are_bars(answer.get("bars", ()))
        and _is_profile(answer.get("profile"))
    )


def _are_bars(bars: Any) -> bool:
    """Texts ``ground:day``."""
    return isinstance(bars, (list, tuple)) and all(
        isinstance(each, str)
        and ":" in each
        and bool(each.rpartition(":")[2])
        and _is_day(each.rpartition(":")[2])
        for each in bars
    )


def _is_profile(told: Any) -> bool:
    if told is None:
        return True
    try:
        from_json(WorkProfile, told)
    except Malformed:
        return False
    return True


def _is_employment(answer: Mapping[str, Any]) -> bool:
    entries = answer.get("entries", [])
    return (
        type(answer.get("found")) is bool
        and isinstance(entries, (list, tuple))
        and answer["found"] == bool(entries)
        and all(_is_entry(entry) for entry in entries)
    )


def _is_placing(answer: Mapping[str, Any]) -> bool:
    texts = all(isinstance(answer.get(name), str) for name in ("application", "reference"))
    return texts and _is_moment(answer.get("placed_at")) and _is_moment(answer.get("searched_at"))


def _is_entry(entry: Any) -> bool:
    return (
        isinstance(entry, Mapping)
        and isinstance(entry.get("article"), str)
        and _is_text(entry.get("variant"))
        and isinstance(entry.get("facts", {}), Mapping)
    )


def _is_text(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _is_status_name(value: Any) -> bool:
    return value is None or (isinstance(value, str) and value in set(Status))


def _is_day(value: Any) -> bool:
    """A day as ``date.fromisoformat`` reads it, or none ("" counts as none)."""
    if value is None or value == "":
        return True
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _is_moment(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(instant(value))
    except ValueError:
        return False
