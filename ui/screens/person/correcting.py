"""A typing error in what was taken from papers: typed again, checked, recorded as a correction."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Final, Protocol
from uuid import UUID

from dost_desktop.domain.dates import legal_date, parse_birth_date
from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.domain.evidence import Identity
from dost_desktop.domain.values import FullName, latin_capitals
from dost_desktop.rows import Draft
from dost_desktop.services.changes import Changes
from dost_desktop.services.correct_identity import Corrected, CorrectIdentity
from dost_desktop.services.look_at_person import PersonView
from ui.screens.person.errands import Errands, kept
from ui.screens.person.page import TypedIdentity

IDENTITY_FORM: Final = "identity"
_PAPER_NUMBER: Final = re.compile(r"[0-9A-Z]{1,20}")


class IdentityViewPort(Protocol):
    """The fields of what papers say."""

    def show_identity(self, typed: TypedIdentity | None) -> None:
        """The fields with what was typed; None folds them to what is recorded."""

    def show_identity_problems(self, problems: Mapping[str, AgentError]) -> None:
        """What is wrong, by the name of the field; nothing for what is repaired."""

    def focus_wrong_identity(self) -> None: ...


class Correcting:
    """The section of one file; ``recorded`` hears what came of it, ``folded`` that it was left."""

    def __init__(
        self,
        view: IdentityViewPort,
        errands: Errands,
        correct: CorrectIdentity,
        file_id: UUID,
        *,
        recorded: Callable[[Changes], None],
        folded: Callable[[], None],
    ) -> None:
        self._view, self._errands, self._correct, self._file_id = view, errands, correct, file_id
        self._recorded, self._folded = recorded, folded
        self._typed: TypedIdentity | None = None
        self._shown: PersonView | None = None
        self.draft: Draft | None = None

    @property
    def key(self) -> str:
        """Where a typed, unrecorded correction is kept."""
        return f"{IDENTITY_FORM}:{self._file_id}"

    @property
    def is_open(self) -> bool:
        """Whether the fields are open."""
        return self._typed is not None

    def open(self, view: PersonView) -> None:
        """The fields with what is recorded, or with what was typed before and not recorded."""
        identity = view.file.identity
        if identity is None:
            return
        typed = {**_recorded(identity), **(self.draft.content if self.draft else {})}
        self._shown = view
        self._typed = TypedIdentity(**typed, is_person=identity.number_kind.is_person)
        self._view.show_identity(self._typed)

    def edited(self, typed: TypedIdentity) -> None:
        """A letter was typed; it is saved soon."""
        if self._typed is not None:
            self._typed = typed
            content = {name: getattr(typed, name) for name in _FIELDS}
            self._errands.keep(self.key, IDENTITY_FORM, content)

    def left(self) -> None:
        """The focus left a field: what is wrong is said now, what is repaired no more."""
        if self._typed is not None:
            self._checked(self._typed)

    def record(self) -> None:
        """Everything right: recorded; else the focus goes to the first wrong field."""
        if self._typed is None or self._errands.is_busy:
            return
        corrected = self._checked(self._typed)
        if corrected is None:
            self._view.focus_wrong_identity()
            return
        self._errands.act(partial(self._correct, self._file_id, corrected, self.key), self._done)

    def keep_as_is(self) -> None:
        """What is recorded stays; what was typed is forgotten."""
        self._errands.forget(self.key)
        self.draft = None
        self.close()

    def close(self) -> None:
        """The fields fold; what was typed is kept."""
        self._errands.save_now()
        self._typed = None
        self._view.show_identity(None)
        self._folded()

    def _done(self, changes: Changes) -> None:
        self._errands.recorded()
        self.draft = None
        self.close()
        self._recorded(changes)

    def _checked(self, typed: TypedIdentity) -> Corrected | None:
        problems: dict[str, AgentError] = {}
        names = kept(problems, "surname", partial(_names, typed))
        born = kept(problems, "birth_date", partial(self._born, typed)) if typed.birth_date.strip() else None
        number = kept(problems, "document_number", partial(_paper_number, typed))
        self._view.show_identity_problems(problems)
        return None if problems or names is None or number is None else Corrected(names, born, number)

    def _born(self, typed: TypedIdentity) -> date:
        if self._shown is None:
            raise RuntimeError("nothing was opened")
        return parse_birth_date(typed.birth_date, legal_date(self._shown.now))


_FIELDS: Final = ("surname", "given_name", "patronymic", "birth_date", "document_number")


def _recorded(identity: Identity) -> dict[str, str]:
    return {
        "surname": identity.surname,
        "given_name": identity.given_name,
        "patronymic": identity.patronymic,
        "birth_date": identity.birth_date.strftime("%d.%m.%Y") if identity.birth_date else "",
        "document_number": identity.document_number,
    }


def _names(typed: TypedIdentity) -> FullName:
    names = FullName.parse(typed.surname, typed.given_name, typed.patronymic)
    if typed.is_person and any(letter.isdigit() for letter in names.text):
        raise InvalidValue("name.shape")
    return names


def _paper_number(typed: TypedIdentity) -> str:
    number = latin_capitals(typed.document_number)
    if number and not _PAPER_NUMBER.fullmatch(number):
        raise InvalidValue("document.number_signs")
    return number
