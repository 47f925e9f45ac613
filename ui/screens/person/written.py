"""How numbers of a file are written on its page: a telephone as people read it back, an application by its end."""

from __future__ import annotations

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.values import Phone


def written_phone(text: str) -> str:
    """``+994 50 000 12 34``; a number recorded elsewhere in another shape stays as it is."""
    try:
        return Phone(text).written if text else ""
    except InvalidValue:
        return text


def short_number(number: str) -> str:
    """``…/004812``: the end that differs at a desk; a number without parts as it is."""
    head, slash, end = number.rpartition("/")
    return f"…/{end}" if head and slash else number
