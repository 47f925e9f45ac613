"""How to reach the person, put right in place: when a contact counts, and when it corrects a typing error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, Protocol
from uuid import UUID

from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.values import Email, Phone
from dost_desktop.rows import Draft
from dost_desktop.services.changes import Changes
from dost_desktop.services.record_contact import Reach, RecordContact
from ui.screens.person.errands import Errands, kept
from ui.screens.person.page import Contact

CONTACT_FORM: Final = "contact"


class ContactViewPort(Protocol):
    """The fields of the contact."""

    def show_contact(self, contact: Contact | None) -> None:
        """The fields with what was typed; None folds them to what is recorded."""

    def show_contact_problems(self, problems: Mapping[str, AgentError]) -> None:
        """What is wrong with ``phone``, ``email`` or ``address``; nothing for what is repaired."""

    def focus_wrong_contact(self) -> None: ...


class Contacting:
    """The section of one file; ``recorded`` hears what came of it, ``folded`` that it was left."""

    def __init__(
        self,
        view: ContactViewPort,
        errands: Errands,
        record: RecordContact,
        file_id: UUID,
        *,
        recorded: Callable[[Changes], None],
        folded: Callable[[], None],
    ) -> None:
        self._view, self._errands, self._record, self._file_id = view, errands, record, file_id
        self._recorded, self._folded = recorded, folded
        self._typed: Contact | None = None  # None while the section is folded
        self.draft: Draft | None = None

    @property
    def key(self) -> str:
        """Where a typed, unrecorded contact is kept."""
        return f"{CONTACT_FORM}:{self._file_id}"

    @property
    def is_open(self) -> bool:
        """Whether the fields are open."""
        return self._typed is not None

    def open(self, file: PersonFile) -> None:
        """The fields with what is recorded, or with what was typed before and not recorded."""
        typed = self.draft.content if self.draft else {}
        self._typed = Contact(
            str(typed.get("phone", file.phone)),
            str(typed.get("email", file.email)),
            str(typed.get("address", file.address)),
            bool(typed.get("corrects", False)),
            is_first=not (file.phone or file.email or file.address),
        )
        self._view.show_contact(self._typed)

    def edited(self, contact: Contact) -> None:
        """A letter was typed; it is saved soon."""
        if self._typed is not None:
            self._typed = contact
            content = {
                "phone": contact.phone,
                "email": contact.email,
                "address": contact.address,
                "corrects": contact.corrects,
            }
            self._errands.keep(self.key, CONTACT_FORM, content)

    def left(self) -> None:
        """The focus left a field: what is wrong is said now, what is repaired no more."""
        if self._typed is not None:
            self._checked(self._typed)

    def record(self) -> None:
        """All values right: recorded; else the focus goes to the first wrong one."""
        typed = self._typed
        if typed is None or self._errands.is_busy:
            return
        reach = self._checked(typed)
        if reach is None:
            self._view.focus_wrong_contact()
            return
        job = partial(self._record, self._file_id, reach, corrects=typed.corrects, draft_key=self.key)
        self._errands.act(job, self._done)

    def keep_as_is(self) -> None:
        """What is recorded stays; what was typed is forgotten."""
        self._errands.forget(self.key)
        self.draft = None
        self.close()

    def close(self) -> None:
        """The fields fold; what was typed is kept."""
        self._errands.save_now()
        self._typed = None
        self._view.show_contact(None)
        self._folded()

    def _done(self, changes: Changes) -> None:
        self._errands.recorded()
        self.draft = None
        self.close()
        self._recorded(changes)

    def _checked(self, typed: Contact) -> Reach | None:
        """The three values, None or "" each when left empty; None at all when one is wrong."""
        problems: dict[str, AgentError] = {}
        phone = kept(problems, "phone", lambda: Phone.parse(typed.phone)) if typed.phone.strip() else None
        email = kept(problems, "email", lambda: Email.parse(typed.email)) if typed.email.strip() else None
        address = " ".join(typed.address.split())
        reach = kept(problems, "address", lambda: Reach(phone, email, address))
        self._view.show_contact_problems(problems)
        return None if problems else reach
