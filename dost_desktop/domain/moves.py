"""Which row of the application's table an act is: where the answer decides, the answer names the row."""

from __future__ import annotations

from typing import Final, TypeAlias

from dost_desktop.domain import acts
from dost_desktop.domain.lifecycle import Move
from dost_desktop.domain.vocabulary import EmployerAnswer

ApplicationAct: TypeAlias = (
    acts.ShowPaper
    | acts.ShowRepresentation
    | acts.CheckRepresentation
    | acts.GiveExplanation
    | acts.RecordRegisterAnswer
    | acts.RecordRegisterSilence
    | acts.SubmitForm
    | acts.ConfirmForm
    | acts.RecordDelivery
    | acts.AcceptByMas
    | acts.NotAcceptByMas
    | acts.OfferWork
    | acts.AcceptOffer
    | acts.DeclineOffer
    | acts.JudgeDecline
    | acts.ExplainRight
    | acts.IssueReferral
    | acts.RecordEmployerAnswer
    | acts.PlaceNoSuitableWork
    | acts.SearchWorkAgain
    | acts.SendToBackOffice
    | acts.ConfirmDecision
    | acts.ReturnDecision
    | acts.Refuse
    | acts.Withdraw
    | acts.Reopen
)

_EMPLOYER: Final = {
    EmployerAnswer.HIRED: Move.EMPLOYER_HIRED,
    EmployerAnswer.NOT_HIRED: Move.EMPLOYER_NOT_HIRED,
    EmployerAnswer.SILENT: Move.EMPLOYER_SILENT,
}
_MOVES: Final[dict[type, Move]] = {
    acts.ShowPaper: Move.SHOW_PAPER,
    acts.ShowRepresentation: Move.SHOW_REPRESENTATION,
    acts.CheckRepresentation: Move.CHECK_REPRESENTATION,
    acts.GiveExplanation: Move.GIVE_EXPLANATION,
    acts.RecordRegisterSilence: Move.REGISTER_SILENT,
    acts.SubmitForm: Move.SUBMIT_FORM,
    acts.ConfirmForm: Move.CONFIRM_FORM,
    acts.RecordDelivery: Move.RECORD_DELIVERY,
    acts.AcceptByMas: Move.ACCEPT_BY_MAS,
    acts.NotAcceptByMas: Move.NOT_ACCEPT_BY_MAS,
    acts.OfferWork: Move.OFFER_WORK,
    acts.AcceptOffer: Move.ACCEPT_OFFER,
    acts.DeclineOffer: Move.DECLINE_OFFER,
    acts.ExplainRight: Move.EXPLAIN_RIGHT,
    acts.IssueReferral: Move.ISSUE_REFERRAL,
    acts.PlaceNoSuitableWork: Move.PLACE_NO_WORK,
    acts.SearchWorkAgain: Move.SEARCH_AGAIN,
    acts.SendToBackOffice: Move.SEND_TO_BACK_OFFICE,
    acts.ConfirmDecision: Move.CONFIRM,
    acts.ReturnDecision: Move.RETURN,
    acts.Refuse: Move.REFUSE,
    acts.Withdraw: Move.WITHDRAW,
    acts.Reopen: Move.REOPEN,
}


def move_of(act: ApplicationAct) -> Move:
    """The row's name for an act on an application."""
    match act:
        case acts.RecordRegisterAnswer():
            found = act.attestation.answer.get("found") is True
            return Move.REGISTER_FOUND if found else Move.REGISTER_NOT_FOUND
        case acts.JudgeDecline():
            return Move.JUDGE_JUSTIFIED if act.justified else Move.JUDGE_UNJUSTIFIED
        case acts.RecordEmployerAnswer():
            return _EMPLOYER[act.answer]
        case _:
            return _MOVES[type(act)]
