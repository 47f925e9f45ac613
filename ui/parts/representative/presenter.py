"""The representative's block on any page: who it is, by which paper, what the registers say, what is wrong.

Shown on applying and again on receiving the answer (SEED 6, 8). The page asks ``judged`` and ``representative``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Final

from dost_desktop.domain.attestation import Attestation
from dost_desktop.domain.dates import legal_date, parse_date
from dost_desktop.domain.errors import AgentError, InvalidValue
from dost_desktop.domain.evidence import Representative
from dost_desktop.domain.ids import NumberKind
from dost_desktop.domain.representation import document_kind
from dost_desktop.domain.values import latin_capitals
from dost_desktop.domain.vocabulary import Basis, RepresentedAct
from dost_desktop.ports import Tasks, Unanswered, Worker
from dost_desktop.services.attach_scan import Scan
from dost_desktop.services.check_representative import RepresentativeLookup
from dost_desktop.services.scan_reading import ReadScan
from ui.parts.representative.answers import Answers, Number
from ui.parts.representative.card import filled_from
from ui.parts.representative.form import RepresentativeForm, form_of, number_in
from ui.parts.representative.judging import (
    ORDER,
    About,
    Judged,
    Rules,
    forms_for,
    identity_kind,
    identity_kinds,
    judge,
    name_is_typed,
    paper_number_in,
)
from ui.parts.representative.shown import RepresentativeShown, RepresentativeViewPort
from ui.parts.scans.scanning import Scanning

NOBODY_YET: Final = About(NumberKind.PIN, "", RepresentedAct.APPLY)


@dataclass(frozen=True, slots=True)
class RepresentativeActs:
    """What the block does, and by which rules."""

    look_up: Callable[[NumberKind, str], RepresentativeLookup]
    check: Callable[[NumberKind, str, str], Attestation | Unanswered]  # of the applicant; the paper's number
    count: Callable[[str], int]
    attach_scan: Callable[[ReadScan], Scan]
    rules: Callable[[], Rules]
    now: Callable[[], datetime]


class RepresentativePresenter:
    """One representative, as long as the page stands. ``changed`` hears of everything that happens here."""

    def __init__(
        self,
        view: RepresentativeViewPort,
        tasks: Tasks,
        acts: RepresentativeActs,
        changed: Callable[[], None],
    ) -> None:
        self._view, self._tasks, self._acts, self._changed = view, tasks, acts, changed
        self._about, self._form, self._answers = NOBODY_YET, RepresentativeForm(), Answers()
        self._left: set[str] = set()  # fields that were left: from now on their problem is said
        self._folded = False
        self._note: InvalidValue | None = None
        self.scans = Scanning(tasks, acts.attach_scan, self._scans_changed)

    # what the page asks
    @property
    def form(self) -> RepresentativeForm:
        """What was typed, for the draft."""
        return self._form

    @property
    def judged(self) -> Judged:
        """How it stands now."""
        return judge(self._form, self._answers, self._about, self._acts.rules(), self._acts.now())

    @property
    def is_busy(self) -> bool:
        """Whether a register is being asked, or a scan read."""
        asking = self._answers.asking is not None or bool(self._answers.checking)
        return asking or self.scans.reading > 0

    def representative(self) -> Representative | None:
        """The representative, when nothing stops the act."""
        judged = self.judged
        return judged.representative if judged.holds else None

    # what the page tells
    def begin(
        self, about: About, form: RepresentativeForm | None = None, *, seen: Collection[str] = ORDER
    ) -> None:
        """An empty block about this applicant, or one filled from a draft; of ``seen`` fields all is said at once."""
        self._forget()
        self._about = about
        self._fill(form or RepresentativeForm(basis=about.bases[0].value))
        if form is not None:
            self._left = set(seen)
            if form.number.strip():
                self._ask_what_can_be_asked()
        self._show()

    def begin_again(self, about: About, known: Representative) -> None:
        """Somebody whom the file knows: the paper is shown again, and the registers are asked again today."""
        self._forget()
        self._about, self._folded = about, True
        self._fill(form_of(known))
        self._left = set(ORDER) - {"form_shown"}
        self._ask_what_can_be_asked()
        self._show()

    def is_about(self, about: About) -> None:
        """Who the applicant is became known, or changed: the notaries' answer is about both."""
        if about == self._about:
            return
        same_person = (about.number_kind, about.number) == (self._about.number_kind, self._about.number)
        self._about = about
        if self._basis() not in about.bases:
            self._fill(replace(self._form, basis=about.bases[0].value))
        if not same_person:
            self._answers.forget_check()
            if self._by_attorney() and not self._check_off():
                self._check()
        self._show()

    def say_everything(self) -> None:
        """The agent wants to go on: every problem is said at its field."""
        self._left = set(ORDER)
        self._show()

    def focus_first(self) -> None:
        """The caret to the first thing that is missing, else to the first field."""
        blocking = (line.field for line in self.judged.lines if line.blocks)
        self.jump(next(blocking, "number"))

    def jump(self, field: str) -> None:
        """A line of what is missing was chosen."""
        if self._folded and field not in {"form_shown", "check"}:
            self.unfold()
        self._view.focus(field)

    # typing
    def typed(self, form: RepresentativeForm) -> None:
        """Something in the block changed."""
        before, self._form = self._form, replace(form, scans=self.scans.attached)
        self._note = None
        if (latin_capitals(form.number), form.who) != (latin_capitals(before.number), before.who):
            self._left.discard("number")
            self._answers.forget_person()
        if paper_number_in(form) != paper_number_in(before) or form.basis != before.basis:
            self._answers.forget_check()
        self._show()

    def left(self, name: str) -> None:
        """The focus left a field: now its problem may be said."""
        self._left.add(name)
        self._show()

    def unfold(self) -> None:
        """Everything the file knows is shown, to be put right."""
        self._folded = False
        self._show()

    # the card
    def card(self, text: str) -> None:
        """A card's lines arrived while the caret was here: the number is filled, names never (facts 4.10)."""
        try:
            form, has_number = filled_from(self._form, text, self._today())
        except InvalidValue as problem:
            self._note = problem
            self._show()
            return
        self._note = None if has_number else InvalidValue("representative.card_without_pin")
        self._fill(form)
        if has_number:
            self.ask()
        self._show()

    # the registers
    def asked(self) -> None:
        """F9 in the block: whatever can be asked of MEİS and of the notaries, again if need be."""
        if not self._ask_what_can_be_asked():
            self._left.add("number")
            self._view.focus("number")
        self._show()

    def ask(self) -> bool:
        """MEİS about the representative; False when there is no number to ask about."""
        number = self._number()
        if number is None:
            self._left.add("number")
            self._show()
            return False
        if self._answers.asking == number:
            return True
        self._answers.forget_person()
        self._answers.asking = number
        self._show()
        self._tasks.run(
            partial(self._acts.look_up, *number),
            done=partial(self._answered, number),
            failed=partial(self._not_answered, number),
            on=Worker.NETWORK,
        )
        return True

    def stop_asking(self) -> None:
        """The agent waits no longer for MEİS: the representative's card counts, as when it is silent."""
        if self._answers.asking is not None:
            self._answers.asking, self._answers.silent_at = None, self._acts.now()
            self._show()
            self._view.focus("name")

    def check_asked(self) -> None:
        """The notaries about the power of attorney."""
        off = self._check_off()
        if off:
            self._left.add(off)
            self._view.focus(off)
        else:
            self._check()
        self._show()

    def stop_checking(self) -> None:
        """The agent waits no longer for the notaries: the paper counts, and is checked later."""
        if self._answers.checking:
            self._answers.forget_check()
            self._answers.unchecked, self._answers.check_tried_at = Unanswered.REGISTER, self._acts.now()
            self._show()

    def _ask_what_can_be_asked(self) -> bool:
        asked = self._number() is not None and self.ask()
        if self._by_attorney() and not self._check_off():
            self._check()
            asked = True
        return asked

    def _check(self) -> None:
        paper = paper_number_in(self._form)
        if self._answers.checking == paper:
            return
        self._answers.forget_check()
        self._answers.checking = paper
        about = self._about
        self._tasks.run(
            partial(self._acts.check, about.number_kind, about.number, paper),
            done=partial(self._checked, paper),
            failed=partial(self._not_checked, paper),
            on=Worker.NETWORK,
        )

    # answers
    def _answered(self, number: Number, lookup: RepresentativeLookup) -> None:
        if self._answers.asking != number:
            return  # the number was changed meanwhile, or the agent waits no longer
        self._answers.asking, self._answers.lookup = None, lookup
        self._left.add("number")
        self._tasks.run(
            partial(self._acts.count, number[1]), done=partial(self._counted, number), failed=self._failed
        )
        self._show()
        if self._answers.papers_open and not self._form.name.strip():
            self._view.focus("name")

    def _counted(self, number: Number, many: int) -> None:
        if self._number() == number:
            self._answers.many = many
            self._show()

    def _not_answered(self, number: Number, error: Exception) -> None:
        if self._answers.asking == number:
            self._answers.asking = None
        self._failed(error)

    def _checked(self, paper: str, answer: Attestation | Unanswered) -> None:
        if self._answers.checking != paper:
            return
        self._answers.forget_check()
        if isinstance(answer, Unanswered):
            self._answers.unchecked, self._answers.check_tried_at = answer, self._acts.now()
        else:
            self._answers.check = answer
        self._left.add("check")
        self._show()

    def _not_checked(self, paper: str, error: Exception) -> None:
        if self._answers.checking == paper:
            self._answers.forget_check()
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        self._note = error if isinstance(error, InvalidValue) else InvalidValue(error.code, **error.facts)
        self._show()

    def _scans_changed(self) -> None:
        self._form = replace(self._form, scans=self.scans.attached)
        self._show()

    # what stands there
    def _forget(self) -> None:
        self._answers, self._left, self._folded, self._note = Answers(), set(), False, None

    def _fill(self, form: RepresentativeForm) -> None:
        self._form, self.scans.attached = form, form.scans
        self._view.fill(form)

    def _today(self) -> date:
        return legal_date(self._acts.now())

    def _number(self) -> Number | None:
        try:
            return number_in(self._form)
        except InvalidValue:
            return None

    def _basis(self) -> Basis:
        return Basis(self._form.basis)

    def _by_attorney(self) -> bool:
        return self._basis() is Basis.POWER_OF_ATTORNEY

    def _check_off(self) -> str:
        """Why the notaries cannot be asked yet."""
        if not self._about.number:
            return "applicant"
        return "" if paper_number_in(self._form) else "paper_number"

    def _show(self) -> None:
        rules, judged, answers = self._acts.rules(), self.judged, self._answers
        kind = identity_kind(self._form, rules.documents)
        self._view.show_now(
            RepresentativeShown(
                form=self._form,
                bases=self._about.bases,
                basis=self._basis(),
                forms=forms_for(document_kind(self._basis()), rules.documents),
                problems=self._to_say(judged.problems),
                warnings=self._to_say(judged.warnings),
                lookup=answers.lookup,
                silent=answers.silent_at is not None,
                asking=answers.asking is not None,
                papers_open=answers.papers_open,
                name_is_typed=name_is_typed(self._form, answers),
                identity_kinds=identity_kinds(self._form, rules.documents),
                identity_kind=kind.id if kind else "",
                check=answers.check,
                differs=self._differs(),
                unchecked=answers.unchecked,
                check_tried_at=answers.check_tried_at,
                checking=bool(answers.checking),
                check_off=self._check_off(),
                judging_allowed=not rules.law.poa_must_name_service,
                folded=self._folded,
                note=self._note,
                scans=self.scans.shown(),
                now=self._acts.now(),
            )
        )
        self._changed()

    def _to_say(self, problems: Mapping[str, InvalidValue]) -> dict[str, InvalidValue]:
        unsaid = {"number"} if self._answers.asking is not None else set()
        said = self._left - unsaid
        return {name: problem for name, problem in problems.items() if name in said}

    def _differs(self) -> tuple[str, ...]:
        """Where the notaries' register and the paper say different things: shown, never guessed."""
        check = self._answers.check
        if check is None or not check.answer["found"]:
            return ()
        said = {
            "paper_date": (check.answer.get("paper_date"), _iso(self._form.paper_date)),
            "valid_until": (check.answer.get("valid_until"), _iso(self._form.valid_until)),
            "number": (check.answer.get("representative_number"), latin_capitals(self._form.number)),
        }
        return tuple(name for name, (theirs, ours) in said.items() if theirs and theirs != ours)


def _iso(typed: str) -> str:
    try:
        return parse_date(typed).isoformat()
    except InvalidValue:
        return ""
