"""The representative's block as the intake drives it: for whom, what is missing, what is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.vocabulary import RepresentedAct
from ui.parts.representative.form import form_from
from ui.parts.representative.judging import About
from ui.parts.representative.presenter import NOBODY_YET, RepresentativePresenter
from ui.screens.intake.speaker import Applicant, SpeakerLine


class Speaking:
    """A ``Speaker``; ``words`` name a field of the block as a line of the right part."""

    def __init__(self, block: RepresentativePresenter, words: Callable[[str], str]) -> None:
        self._block, self._words = block, words

    def open_for(self, applicant: Applicant | None) -> None:
        """Who the applicant is became known, or changed."""
        if applicant is not None:
            self._block.is_about(_about(applicant))

    def content(self) -> Mapping[str, Any]:
        """What was typed, for the draft; empty when nothing was."""
        return {} if self._block.form.is_blank() else self._block.form.content()

    def restore(self, content: Mapping[str, Any]) -> None:
        """A draft's content, or {} for a new intake."""
        self._block.begin(NOBODY_YET, form_from(content) if content else None)

    def lines(self) -> tuple[SpeakerLine, ...]:
        """What is missing, in the order of the block."""
        return tuple(
            SpeakerLine(line.field, self._words(line.field), line.state.value, line.problem, line.refusable)
            for line in self._block.judged.lines
        )

    def representative(self) -> Representative | None:
        """As shown, also when the paper does not hold; None while something typed cannot be read."""
        judged = self._block.judged
        return judged.representative if judged.recordable else None

    def focus(self, line: str) -> None:
        """The caret to the field of this line; "" for the first that misses something."""
        if line:
            self._block.jump(line)
        else:
            self._block.focus_first()

    def card_read(self, text: str) -> None:
        """A card was read: its number is the representative's."""
        self._block.card(text)

    def leave_all(self) -> None:
        """Every problem may be said at its field now."""
        self._block.say_everything()


def _about(applicant: Applicant) -> About:
    kind = applicant.number_kind
    if kind is None:
        kind = NumberKind.VOEN if applicant.head else NumberKind.PIN
    return About(kind, applicant.number, RepresentedAct.APPLY)
