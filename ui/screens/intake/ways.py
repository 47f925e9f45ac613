"""Form of application, channel and form of answer (SEED 6, 7, 8): three lists, each with what fits the first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from dost_desktop.domain.dates import short
from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.evidence import CallerCheck, Identity
from dost_desktop.domain.opening import CHANNELS
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.vocabulary import CallerAnswer, Channel, FormOfAnswer, FormOfApplication
from ui.screens.intake.form import Way

#: How an application can come in at a desk; self-service applications come from MAS by themselves.
FORMS: Final = (
    FormOfApplication.IN_PERSON,
    FormOfApplication.REPRESENTATIVE,
    FormOfApplication.CALL_CENTRE,
)
_USUAL: Final[Mapping[FormOfApplication, tuple[Channel, FormOfAnswer]]] = MappingProxyType(
    {
        FormOfApplication.IN_PERSON: (Channel.DOST_CENTRE, FormOfAnswer.IN_PERSON),
        FormOfApplication.REPRESENTATIVE: (Channel.DOST_CENTRE, FormOfAnswer.REPRESENTATIVE),
        FormOfApplication.CALL_CENTRE: (Channel.CALL_CENTRE, FormOfAnswer.CALL_CENTRE),
    }
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The three choices as they hold."""

    form: FormOfApplication
    channel: Channel
    answer: FormOfAnswer


def chosen(way: Way) -> Chosen:
    """What was chosen, and what is usual for the rest."""
    form = FormOfApplication(way.form)
    channel, answer = _USUAL[form]
    return Chosen(
        form,
        Channel(way.channel) if way.channel in CHANNELS[form] else channel,
        FormOfAnswer(way.answer) if way.answer else answer,
    )


def channels_for(form: FormOfApplication) -> tuple[Channel, ...]:
    """The channels such an application can come over, in the passport's order."""
    return tuple(each for each in Channel if each in CHANNELS[form])


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing a caller can be asked; ``known`` is what the register or the file says, "" when nothing does."""

    id: CallerAnswer
    known: str = field(repr=False)


def questions(identity: Identity | None, file: PersonFile | None) -> tuple[Asked, ...]:
    """What a caller can be asked, with the right answers for the agent's eyes."""
    born = identity.birth_date if identity else None
    numbers = [each.number for each in file.applications] if file else []
    known = {
        CallerAnswer.BIRTH_DATE: short(born) if born else "",
        CallerAnswer.DOCUMENT_NUMBER: identity.document_number if identity else "",
        CallerAnswer.ADDRESS: (identity.address if identity else "") or (file.address if file else ""),
        CallerAnswer.PHONE: file.phone if file else "",
        CallerAnswer.APPLICATION_NUMBER: numbers[-1] if numbers else "",
    }
    return tuple(Asked(each, known[each]) for each in CallerAnswer)


def call_problems(way: Way, asked: tuple[Asked, ...], least: int) -> dict[str, InvalidValue]:
    """What a call still lacks, by field; nothing for every other form of application."""
    if way.form != FormOfApplication.CALL_CENTRE:
        return {}
    problems = {}
    if not way.call_reference.strip():
        problems["call_reference"] = InvalidValue("call.reference_missing")
    if len(named(way, asked)) < least:
        problems["caller"] = InvalidValue("call.caller_not_checked", n=least)
    return problems


def named(way: Way, asked: tuple[Asked, ...]) -> tuple[CallerAnswer, ...]:
    """What the caller named correctly; only what somebody knows can be ticked."""
    return tuple(each.id for each in asked if each.known and each.id in way.named)


def call_in(way: Way, asked: tuple[Asked, ...], phone: str) -> CallerCheck | None:
    """The call as it is recorded; None for every other form of application."""
    if way.form != FormOfApplication.CALL_CENTRE:
        return None
    return CallerCheck(" ".join(way.call_reference.split()), named(way, asked), phone)
