"""Who speaks for the applicant: the representative's block as the intake asks it, for whom and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.values import PIN_LENGTH
from ui.parts.representative import form as typed
from ui.parts.representative.form import RepresentativeForm
from ui.parts.representative.judging import About
from ui.parts.representative.presenter import NOBODY_YET, RepresentativePresenter


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """One line of the right part: ``words`` name it, ``field`` is where it leads.

    ``refusable``: the paper does not hold, and a refusal can rest on it.
    """

    field: str
    words: str
    state: str
    problem: InvalidValue | None
    refusable: bool


class Speaking:
    """The block behind one question: does somebody speak for the applicant, and who. ``line_words`` names its lines."""

    def __init__(self, block: RepresentativePresenter, line_words: Callable[[str], str]) -> None:
        self._block, self._words = block, line_words
        self._about: About | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody speaks for the applicant."""
        return self._about is not None

    def speak_for(self, about: About | None) -> None:
        """For this applicant, who may have changed; None: the person speaks without a representative."""
        if about == self._about:
            return
        self._about = about
        if about is None:
            return
        if self._block.form.is_blank():  # by what somebody speaks follows the applicant
            self._block.begin(about)
        self._block.is_about(about)
        form = self._block.form
        if about.number_kind is NumberKind.HOUSEHOLD and about.number and form.number != about.number:
            who = typed.CITIZEN if len(about.number) == PIN_LENGTH else typed.FOREIGNER
            self._block.begin(about, replace(form, who=who, number=about.number))

    def content(self) -> Mapping[str, Any]:
        """What was typed, for the draft."""
        form = self._block.form
        return {} if form.is_blank() else form.content()

    def restore(self, content: Mapping[str, Any]) -> None:
        """A draft's content, or nothing for a new intake."""
        form: RepresentativeForm | None = typed.form_from(content) if content else None
        self._block.begin(self._about or NOBODY_YET, form)

    def lines(self) -> tuple[SpeakerLine, ...]:
        """What is missing of the representative, in the order of the block."""
        if self._about is None:
            return ()
        judged = self._block.judged
        return tuple(
            SpeakerLine(
                line.field,
                self._words(line.field),
                line.state.value,
                line.problem,
                line.refusable and judged.recordable,
            )
            for line in judged.lines
        )

    def representative(self) -> Representative | None:
        """As shown, also when the paper does not hold."""
        return self._block.judged.representative if self._about else None

    def jump(self, field: str) -> None:
        """The caret to the field of a line."""
        self._block.jump(field)

    def card(self, text: str) -> None:
        """A card that is the representative's was read."""
        self._block.card(text)

    def say_everything(self) -> None:
        """Every problem may be said at its field now."""
        if self._about is not None:
            self._block.say_everything()
