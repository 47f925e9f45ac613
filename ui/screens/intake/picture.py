"""Puts the intake's page together as one value, from what was typed, answered and judged."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from dost_desktop.domain.vocabulary import ApplicationKind
from dost_desktop.services.find_alike import Alike
from ui.parts.papers.checking import choices
from ui.parts.papers.permit import PermitSaid, permit_said
from ui.parts.scans.scanning import ScansShown
from ui.screens.intake.applicants import holder_of
from ui.screens.intake.card_reading import CardRead
from ui.screens.intake.form import Form
from ui.screens.intake.inquiry import Inquiry
from ui.screens.intake.missing import can_be_refused, needs, why_no_refusal, why_off
from ui.screens.intake.rules import IntakeRules
from ui.screens.intake.saying import said
from ui.screens.intake.shown import Shown
from ui.screens.intake.standing import Known
from ui.screens.intake.wishes import why_not


def picture_of(
    form: Form,
    known: Known,
    inquiry: Inquiry,
    rules: IntakeRules,
    *,
    card: CardRead | None,
    left: Collection[str],
    alike: tuple[Alike, ...],
    busy: bool,
    now: datetime,
    scans: tuple[ScansShown, ...],
) -> Shown:
    """The page at this moment."""
    lines = needs(known)
    papers_open = known.papers is not None
    offered = not papers_open and (inquiry.papers_allowed or known.expired_permit is not None)
    return Shown(
        form=form,
        known=known,
        documents=choices(rules.documents, holder_of(form.who, form.number)),
        kinds={kind: why_not(kind, inquiry.status) for kind in ApplicationKind},
        problems=said(known, form, left),
        needs=lines,
        off=why_off(lines),
        refusable=can_be_refused(lines),
        refusal_off=why_no_refusal(lines),
        card=card,
        answer=inquiry.answer,
        asking=inquiry.asked is not None,
        papers_open=papers_open,
        papers_offered=offered and known.is_person,
        permit=_permit(inquiry, known),
        asks_permit=inquiry.asks_permit,
        note=inquiry.note,
        alike=alike,
        busy=busy,
        now=now,
        scans=scans,
    )


def _permit(inquiry: Inquiry, known: Known) -> PermitSaid | None:
    """What the register of permits said about the paper that counts."""
    if inquiry.permit_answer is None or inquiry.permit_at is None or known.papers is None:
        return None
    return permit_said(inquiry.permit_answer, known.papers.best.paper, inquiry.permit_at)
