"""On an open application: another paper of the representative, another representative, or the person came (SEED 6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Protocol

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.vocabulary import RepresentedAct
from dost_desktop.ports import Tasks
from ui.parts.handing import Recipients
from ui.parts.representative.form import RepresentativeForm, form_from, form_of
from ui.parts.representative.judging import OF_PERSON, About
from ui.parts.representative.presenter import RepresentativeActs, RepresentativePresenter
from ui.parts.representative.shown import RepresentativeViewPort


class Speaks(StrEnum):
    """Who speaks from now on."""

    SAME = "same"  # the one who spoke so far, by another paper
    OTHER = "other"
    PERSON = "person"

    @property
    def is_representative(self) -> bool:
        """Whether a paper is shown."""
        return self is not Speaks.PERSON


@dataclass(frozen=True, slots=True)
class AnewShown:
    """The section at one moment; ``names`` are those of the applicant and of who spoke so far."""

    choices: tuple[Speaks, ...]
    chosen: Speaks
    names: tuple[str, str]
    problem: (
        InvalidValue | None
    )  # the first thing that stops the case with this paper; it is recorded all the same


class AnewViewPort(Protocol):
    """What the section shows; ``block`` is the place of the representative's block."""

    @property
    def block(self) -> RepresentativeViewPort: ...

    def show_now(self, shown: AnewShown) -> None: ...


class SpeaksAnew:
    """``record`` gets who speaks from now on, None: the person alone; ``changed`` hears of everything typed."""

    def __init__(
        self,
        view: AnewViewPort,
        tasks: Tasks,
        acts: RepresentativeActs,
        record: Callable[[Representative | None], None],
        changed: Callable[[], None],
    ) -> None:
        self._view, self._record, self._changed = view, record, changed
        self._case: Recipients | None = None
        self._chosen = Speaks.OTHER
        self.block = RepresentativePresenter(view.block, tasks, acts, self._show)

    def open(self, case: Recipients, content: Mapping[str, Any]) -> None:
        """The section opens about this case, with what its draft kept."""
        self._case = case
        kept = content.get("chosen")
        offered = self._choices()
        self._chosen = Speaks(kept) if kept in offered else offered[0]
        form = form_from(content["form"]) if isinstance(content.get("form"), dict) else None
        self._begin(form)

    def content(self) -> dict[str, Any]:
        """What was typed, for the draft; empty when nothing was."""
        if self._case is None or self.block.form == self._first():
            return {}
        return {"chosen": self._chosen.value, "form": self.block.form.content()}

    def chosen(self, who: str) -> None:
        """Somebody else speaks."""
        self._chosen = Speaks(who)
        self._begin(None)

    def confirmed(self) -> None:
        """Record the paper as it lies there, also when it does not hold; what nobody can read is mended first."""
        judged = self.block.judged
        if not self._chosen.is_representative:
            self._record(None)
        elif judged.recordable and not self.block.is_busy:
            self._record(judged.representative)
        else:
            self.block.say_everything()
            self.block.focus_first()

    def _choices(self) -> tuple[Speaks, ...]:
        case = self._case
        if case is None or case.applied is None:
            return (Speaks.OTHER,)
        person = (Speaks.PERSON,) if case.number_kind.is_person else ()
        return (Speaks.SAME, Speaks.OTHER, *person)

    def _begin(self, form: RepresentativeForm | None) -> None:
        case = self._case
        if case is not None and self._chosen.is_representative:
            about = About(case.number_kind, case.number, RepresentedAct.APPLY)
            if form is not None:
                self.block.begin(about, form)
            else:
                self.block.begin(about, self._first(), seen=OF_PERSON)
        self._show()
        if self._chosen.is_representative:
            self.block.jump("paper_number" if self._chosen is Speaks.SAME else "number")

    def _first(self) -> RepresentativeForm | None:
        """The one who spoke so far is known; the paper is another one."""
        case = self._case
        if case is None or case.applied is None or self._chosen is not Speaks.SAME:
            return None
        known, blank = form_of(case.applied), RepresentativeForm()
        of_paper = ("paper_number", "paper_date", "valid_until", "certifier_name", "place", "issuer", "scope")
        empty = {name: getattr(blank, name) for name in (*of_paper, "names_service", "excludes", "judgement")}
        return replace(known, **empty)

    def _show(self) -> None:
        case = self._case
        if case is None:
            return
        judged = self.block.judged
        by_paper = self._chosen.is_representative
        blocking = (line.problem for line in judged.lines if line.blocks)
        self._view.show_now(
            AnewShown(
                choices=self._choices(),
                chosen=self._chosen,
                names=(case.name, case.applied.name if case.applied else ""),
                problem=next(blocking, None) if by_paper else None,
            )
        )
        self._changed()
