"""What happened in a file, line by line: with the number each event is known by, and what a later one put right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from dost_desktop.contract.messages import AgentCard
from dost_desktop.domain import acts
from dost_desktop.domain.codec import Malformed
from dost_desktop.domain.events import CENTRAL_DESK, ChainedEvent, Content, Event
from dost_desktop.domain.evidence import Identity, WorkProfile
from dost_desktop.domain.person_file import PersonFile

_NUMBERS: Final = ("number", "registration_number", "reference")  # what an act's own number is called
_OTHER_FILES: Final = (acts.LinkFiles, acts.RecordInWrongFile, acts.RecordInOtherFile)
_NO_CONTACT: Final = acts.RecordContact()


class Part(StrEnum):
    """What of a person an event changed."""

    SURNAME = "surname"
    GIVEN_NAME = "given_name"
    PATRONYMIC = "patronymic"
    BIRTH = "birth"
    DOCUMENT = "document"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    EDUCATION = "education"
    INSTITUTION = "institution"
    GRADUATED = "graduated"
    SPECIALTY = "specialty"
    SKILLS = "skills"
    JOBS = "jobs"
    HEALTH = "health"
    WANTED = "wanted"
    REGIME = "regime"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class Changed:
    """What stood there before and what stands there since, as recorded; "" for nothing."""

    part: Part
    before: str = field(repr=False)
    after: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SetAside:
    """The click that was set aside: what it would have recorded, when it was made, and the rule against it."""

    kinds: tuple[str, ...]
    made_at: datetime
    reason: str  # key of the window's words


@dataclass(frozen=True, slots=True)
class Happened:
    """One event of the file; ``kind`` is a key of the window's words, ``number`` what it is about, "" for none."""

    event: UUID
    kind: str
    at: datetime
    desk: str
    agent: str  # the own name, of others the sign-in name
    number: str
    confirmed: bool
    corrects: bool = False  # a typing error, and nothing else changed in the world
    changes: tuple[Changed, ...] = ()
    note: str = field(repr=False, default="")  # why files are named together, what a review found
    application: UUID | None = None  # that the event opened
    is_misfiled: bool = False  # a later event says that it belongs to another file
    settled: SetAside | None = None  # beside what stands, the side that does not
    behind: str = (
        ""  # the desk whose later click it stands behind: neither knew of the other, both are lawful
    )


def history_of(
    events: Sequence[ChainedEvent], file: PersonFile, confirmed: int, own: AgentCard
) -> tuple[Happened, ...]:
    """Every event, the newest first. ``confirmed``: up to where the server holds the file."""
    done = [(each, _act(each.event)) for each in events]
    misfiled = {act.event for _, act in done if isinstance(act, acts.RecordInWrongFile)}
    lines: list[Happened] = []
    known = _Known()
    newest: Content | None = None
    for each, act in done:
        content = each.event.content
        lines.append(
            Happened(
                event=content.id,
                kind=content.kind,
                at=content.at,
                desk=content.desk,
                agent=own.name if content.agent == own.agent else content.agent,
                number=_number_of(act, file) if act else "",
                confirmed=each.link.seq <= confirmed,
                corrects=bool(getattr(act, "corrects", False)),
                changes=known.changed_by(act),
                note=_note_of(act),
                application=act.application if isinstance(act, acts.OpenApplication) else None,
                is_misfiled=content.id in misfiled,
                settled=_set_aside(act),
                behind=newest.desk if newest and _was_sent_later(content, newest) else "",
            )
        )
        if content.desk != CENTRAL_DESK and (newest is None or content.at >= newest.at):
            newest = content
    return tuple(reversed(lines))


def _set_aside(act: acts.Act | None) -> SetAside | None:
    if not isinstance(act, acts.SettleDisagreement):
        return None
    return SetAside(act.kinds, act.made_at, act.reason)


def _was_sent_later(content: Content, newest: Content) -> bool:
    """Whether the click was made before one of another desk that stands in front of it."""
    return content.desk not in {newest.desk, CENTRAL_DESK} and content.at < newest.at


class _Known:
    """Identity and contact as the events so far have them."""

    def __init__(self) -> None:
        self._identity: Identity | None = None
        self._contact = _NO_CONTACT
        self._profile: WorkProfile | None = None

    def changed_by(self, act: acts.Act | None) -> tuple[Changed, ...]:
        """What of it ``act`` changes; what nobody had said before is no change."""
        pairs: list[tuple[Part, str, str]] = []
        if isinstance(act, acts.IdentifyPerson):
            before, after, self._identity = self._identity, act.identity, act.identity
            if before is not None:
                pairs = [
                    (Part.SURNAME, before.surname, after.surname),
                    (Part.GIVEN_NAME, before.given_name, after.given_name),
                    (Part.PATRONYMIC, before.patronymic, after.patronymic),
                    (Part.BIRTH, _day(before), _day(after)),
                    (Part.DOCUMENT, before.document_number, after.document_number),
                ]
        elif isinstance(act, acts.RecordContact):
            was, self._contact = self._contact, act
            pairs = [
                (Part.PHONE, was.phone, act.phone),
                (Part.EMAIL, was.email, act.email),
                (Part.ADDRESS, was.address, act.address),
            ]
        elif isinstance(act, acts.RecordWorkProfile):
            earlier, self._profile = self._profile, act.profile
            if earlier is not None:
                now = dict(_profile_parts(act.profile))
                pairs = [(part, value, now[part]) for part, value in _profile_parts(earlier)]
        return tuple(Changed(*each) for each in pairs if each[1] and each[1] != each[2])


def _profile_parts(profile: WorkProfile) -> tuple[tuple[Part, str], ...]:
    """What the person can do, part by part, as it was typed; the level of education by its value."""
    jobs = (" ".join(part for part in (job.position, job.employer) if part) for job in profile.jobs)
    return (
        (Part.EDUCATION, profile.education.value if profile.education else ""),
        (Part.INSTITUTION, profile.institution),
        (Part.GRADUATED, str(profile.graduated or "")),
        (Part.SPECIALTY, profile.specialty),
        (Part.SKILLS, profile.skills),
        (Part.JOBS, "; ".join(jobs)),
        (Part.HEALTH, "; ".join(profile.health_limits)),
        (Part.WANTED, profile.wanted),
        (Part.REGIME, profile.regime),
        (Part.DISTRICT, profile.district),
    )


def _day(identity: Identity) -> str:
    return identity.birth_date.isoformat() if identity.birth_date else ""


def _act(event: Event) -> acts.Act | None:
    """None when it was erased by law, or is of a newer version: the line stays, without a number."""
    try:
        return event.act()
    except Malformed:
        return None


def _note_of(act: acts.Act | None) -> str:
    if isinstance(act, acts.CloseReview):
        return act.finding
    if isinstance(act, acts.HandUp):
        return act.wording
    if isinstance(act, acts.Reopen):
        return act.reason
    if isinstance(act, acts.SettleDisagreement):
        return act.wording
    return act.reason if isinstance(act, _OTHER_FILES) else ""


def _number_of(act: acts.Act, file: PersonFile) -> str:
    """The number an event is known by: its own, else that of its notice, its application or its register answer."""
    own = next((getattr(act, name) for name in _NUMBERS if getattr(act, name, "")), "")
    return own or _number_it_is_about(act, file)


def _number_it_is_about(act: acts.Act, file: PersonFile) -> str:
    notice, application = getattr(act, "notice", None), getattr(act, "application", None)
    about = (file.notice(notice) if notice else None) or (
        file.application(application) if application else None
    )
    if about is not None:
        return about.number
    attestation = getattr(act, "attestation", None)
    return attestation.lookup_no if attestation else ""
