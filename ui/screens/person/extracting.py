"""The extract of the sheet: what it is for and who gets it is said first, then it is printed (letters 8.1, IX)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from dost_desktop.domain.errors import AgentError, InvalidValue

PrintExtract = Callable[[UUID, str, str], None]  # of the file, what for, given to ("": the person)


@dataclass(frozen=True, slots=True)
class ExtractFor:
    """What the extract is for, and who gets it when it is not the person."""

    purpose: str = field(repr=False)
    given_to: str = field(repr=False, default="")


class ExtractViewPort(Protocol):
    """The two fields."""

    def show_extract(self, wanted: ExtractFor | None) -> None:
        """The fields with what was typed; None folds them."""

    def show_purpose_problem(self, error: AgentError | None) -> None: ...


class Extracting:
    """Of one file; ``usual`` is the purpose in the language of the paper. Nothing here needs a connection."""

    def __init__(self, view: ExtractViewPort, prints: PrintExtract, file_id: UUID, usual: str) -> None:
        self._view, self._prints, self._file_id, self._usual = view, prints, file_id, usual
        self._typed: ExtractFor | None = None

    @property
    def is_open(self) -> bool:
        """Whether the fields are open."""
        return self._typed is not None

    def pressed(self) -> None:
        """Ctrl+P: the first time the question, the second time the paper."""
        if self._typed is None:
            self._typed = ExtractFor(self._usual)
            self._view.show_extract(self._typed)
            return
        purpose, given_to = (" ".join(each.split()) for each in (self._typed.purpose, self._typed.given_to))
        if not purpose:
            self._view.show_purpose_problem(InvalidValue("extract.purpose_missing"))
            return
        self.close()
        self._prints(self._file_id, purpose, given_to)

    def edited(self, typed: ExtractFor) -> None:
        """A letter was typed."""
        if self._typed is not None:
            self._typed = typed
            self._view.show_purpose_problem(None)

    def close(self) -> None:
        """The fields fold."""
        self._typed = None
        self._view.show_extract(None)
