"""Files that may be the same person's, looked for while the papers are typed: shown, never merged (design 4)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from dost_desktop.ports import Tasks
from dost_desktop.services.find_alike import Alike, Features
from ui.screens.intake.acts import Find
from ui.screens.intake.form import Form, phone_in, phone_problem
from ui.screens.intake.inquiry import Inquiry
from ui.screens.intake.standing import Known


class AlikeWatch:
    """``found`` are the files as of the last look; ``changed`` hears of others, ``failed`` of a database that won't."""

    def __init__(
        self, tasks: Tasks, find: Find, changed: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        self._tasks, self._find, self._changed, self._failed = tasks, find, changed, failed
        self.found: tuple[Alike, ...] = ()
        self._asked: tuple[Features, UUID | None] | None = None

    def look(self, features: Features, own: UUID | None) -> None:
        """Look again, if something the person may be recognised by has changed."""
        asked = (features, own)
        if asked == self._asked:
            return
        self._asked = asked
        if not ((features.names and features.birth_date) or features.document_number or features.phone):
            self._take(asked, ())
            return
        job = partial(
            self._find,
            features.names,
            features.birth_date,
            features.document_number,
            features.phone,
            own=own,
        )
        self._tasks.run(job, done=partial(self._take, asked), failed=self._failed)

    def _take(self, asked: tuple[Features, UUID | None], found: tuple[Alike, ...]) -> None:
        if asked == self._asked and found != self.found:
            self.found = found
            self._changed()


def features_of(form: Form, inquiry: Inquiry, known: Known) -> Features:
    """What this person may be recognised by, as far as it is known by now."""
    identity, papers = inquiry.identity, known.papers
    names, number = "", ""
    if identity is not None:
        names, number = identity.full_name, identity.document_number
    elif papers is not None:
        typed = (form.surname, form.given_name, form.patronymic)
        names = papers.names.text if papers.names else " ".join(typed).strip()
        number = papers.best.paper.number if papers.best.paper else ""
    phone = "" if phone_problem(form) else phone_in(form)
    return Features(names, known.birth_date, number, phone)
