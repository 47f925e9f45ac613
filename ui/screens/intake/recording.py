"""What of the page is recorded when the application is opened: who applies, by which papers, over which way."""

from __future__ import annotations

from dost_desktop.domain.evidence import Identity, Representative
from dost_desktop.domain.vocabulary import FormOfApplication
from dost_desktop.services.open_application import Intake
from ui.screens.intake.applicants import Number, capacity_of, number_of
from ui.screens.intake.consenting import consent_in
from ui.screens.intake.form import Form, phone_in
from ui.screens.intake.inquiry import Inquiry
from ui.screens.intake.papers import identity_from
from ui.screens.intake.standing import Known
from ui.screens.intake.ways import call_in, chosen


def intake_from(
    form: Form,
    inquiry: Inquiry,
    known: Known,
    speaker: Representative | None,
    *,
    ticket: str,
    draft_key: str,
    agreed: bool,
) -> Intake:
    """The intake of a form in which everything can be read; ``agreed``: the explanation was enough (D17)."""
    if known.kind is None:
        raise ValueError("nobody said what the person comes for")
    number = number_of(form.who, form.number)
    way, phone = chosen(form.way), phone_in(form)
    answer, papers = inquiry.answer, known.papers
    by_papers = papers is not None and papers.names is not None
    shown = papers.recorded if papers is not None else ()
    return Intake(
        number_kind=number[0],
        number=number[1],
        identity=_identity(form, inquiry, known, number),
        attestation=answer.attestation if answer else None,
        status_attestation=answer.status_attestation if answer else None,
        paper=shown[0] if by_papers else None,
        unreachable_at=inquiry.unreachable_at if by_papers else None,
        kind=known.kind,
        form=way.form,
        channel=way.channel,
        answer_form=way.answer,
        ticket=ticket,
        phone=phone,
        representative=speaker if _speaks(known, way.form) else None,
        draft_key=draft_key,
        papers=shown[1:] if by_papers else shown,
        capacity=capacity_of(form.who),
        consent=consent_in(form.consent) if known.is_minor else None,
        call=call_in(form.way, known.asked, phone),
        interpreter=" ".join(form.way.interpreter.split()),
        agreed_after=form.explanation.strip() if agreed else "",
    )


def _speaks(known: Known, form: FormOfApplication) -> bool:
    return form is FormOfApplication.REPRESENTATIVE or not known.is_person


def _identity(form: Form, inquiry: Inquiry, known: Known, number: Number) -> Identity:
    if not known.is_person:
        return Identity(*number, " ".join(form.name.split()), "", "", None)
    if known.papers is not None and known.papers.names is not None:
        return identity_from(known.papers, form, *number)
    if inquiry.identity is None:
        raise ValueError("an intake of a person whom nobody identified")
    return inquiry.identity
