"""What every page with a representative's block is given: the acts, the rules of today, the window's one block."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.errors import AgentError
from ui.infra.task_scope import TaskScope
from ui.parts.hand_over import HandOver, connect
from ui.parts.handing import HandingPresenter
from ui.parts.representative.judging import Rules
from ui.parts.representative.presenter import RepresentativeActs
from ui.parts.wires import Wires

if TYPE_CHECKING:
    from ui.session import Session


def representative_acts(session: Session) -> RepresentativeActs:
    """What the block does for the signed-in agent."""
    services, catalogue, clock = session.services, session.office.catalogue, session.desk.clock
    documents, terms = tuple(catalogue.documents.values()), catalogue.office.terms

    def rules() -> Rules:
        return Rules(
            catalogue.law_in_force(legal_date(clock.now())),
            documents,
            terms.one_representative_applicants,
            terms.one_representative_days,
        )

    return RepresentativeActs(
        look_up=services.look_up_representative,
        check=services.check_power_of_attorney,
        count=services.count_applicants,
        attach_scan=services.attach_scan,
        rules=rules,
        now=clock.now,
    )


def _expected(say: Callable[[AgentError], None]) -> Callable[[Exception], None]:
    """Says what went wrong; a bug is not dressed as a message."""

    def failed(error: Exception) -> None:
        if not isinstance(error, AgentError):
            raise error
        say(error)

    return failed


def hand_over_wires(session: Session, tasks: TaskScope, view: HandOver) -> Wires:
    """The hand-over of this page; cut when the page is over, which gives the block back."""
    presenter = HandingPresenter(
        view, tasks, representative_acts(session), session.services.drafts, _expected(session.say_problem)
    )
    return connect(view, presenter, session.window.built.lender)
