"""From the second Ctrl+Enter to the recorded notice: open the key, reserve, sign and verify, commit.

Each step runs where it belongs; a step that fails leaves nothing behind, because number and notice are recorded in the
one commit at the end (design 8).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from dost_desktop.ports import Tasks, Worker
from dost_desktop.services.look_at_file import CaseView
from dost_desktop.services.refuse_application import (
    Certificate,
    Issued,
    NumberTaken,
    RefusalForm,
    RefuseApplication,
    Reserved,
)
from ui.screens.refusal.signing_port import Signing

_KEY_NOT_OPEN: Final = "sign.key_not_open"


@dataclass(frozen=True, slots=True)
class Heard:
    """Who hears how it went."""

    issued: Callable[[Issued, Reserved, bytes], None]
    failed: Callable[[Exception], None]
    key_opened: Callable[[], None]


class Issuing:
    """One refusal on its way to paper. ``pin`` is used once, for opening the key, and not kept."""

    def __init__(self, tasks: Tasks, refuse: RefuseApplication, signing: Signing, heard: Heard) -> None:
        self._tasks, self._refuse, self._signing, self._heard = tasks, refuse, signing, heard
        self._tried_again = False

    def begin(self, case: CaseView, form: RefusalForm, pin: str, *, by_hand: bool) -> None:
        """Go; ``by_hand`` leaves the configured certificate aside."""
        self._tried_again = False
        line = None if by_hand else self._signing.certificate()
        if line is None or line.opened:
            self._reserve(case, form, by_hand=by_hand)
            return
        self._tasks.run(
            self._signing.open_job(pin),
            done=partial(self._opened, case, form),
            failed=self._heard.failed,
            on=Worker.DOCUMENTS,
        )

    def certificate(self, *, by_hand: bool) -> Certificate | None:
        """With what the letter is signed; None: by hand."""
        line = None if by_hand else self._signing.certificate()
        return Certificate(line.number, line.owner) if line else None

    def _opened(self, case: CaseView, form: RefusalForm, facts: object) -> None:
        self._signing.opened(facts)
        self._heard.key_opened()
        self._reserve(case, form, by_hand=False)

    def _reserve(self, case: CaseView, form: RefusalForm, *, by_hand: bool) -> None:
        certificate = self.certificate(by_hand=by_hand)
        again = partial(self._reserve, case, form, by_hand=by_hand)
        self._tasks.run(
            partial(self._refuse.reserve, case, form, certificate),
            done=partial(self._reserved, again),
            failed=self._heard.failed,
        )

    def _reserved(self, again: Callable[[], None], reserved: Reserved) -> None:
        self._tasks.run(
            self._signing.sign_job(reserved),
            done=partial(self._signed, again, reserved),
            failed=self._not_signed,
            on=Worker.DOCUMENTS,
        )

    def _not_signed(self, error: Exception) -> None:
        if getattr(error, "code", "") == _KEY_NOT_OPEN:
            self._signing.dropped()
        self._heard.failed(error)

    def _signed(self, again: Callable[[], None], reserved: Reserved, pdf: bytes) -> None:
        self._tasks.run(
            partial(self._refuse.commit, reserved, pdf),
            done=lambda issued: self._heard.issued(issued, reserved, pdf),
            failed=partial(self._not_committed, again),
        )

    def _not_committed(self, again: Callable[[], None], error: Exception) -> None:
        if isinstance(error, NumberTaken) and not self._tried_again:
            self._tried_again = (
                True  # another notice of this desk was quicker: once more with the next number
            )
            again()
            return
        self._heard.failed(error)
