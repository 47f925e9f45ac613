"""What the head of a centre reads of a click that could not be recorded: in the office's words (words/glossary)."""

from __future__ import annotations

from collections.abc import Sequence

from dost_desktop.domain.dates import legal_date, short, short_time
from dost_desktop.domain.events import Content


def handed_up_words(click: Content, numbers: Sequence[str], reason: str) -> str:
    """Whose click it was, when and where, the numbers it bears, and the rule that speaks against it."""
    when = f"{short(legal_date(click.at))} {short_time(click.at)}"
    bears = f" Nömrə: {', '.join(numbers)}." if numbers else ""
    return (
        f"{click.desk} masasında {when} edilən qeyd mərkəzi sistemə daxil edilmədi."
        f" Agent: {click.agent}.{bears} Səbəb: {reason}."
    )
