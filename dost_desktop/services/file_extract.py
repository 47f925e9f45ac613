"""The extract of the individual employment sheet: the same rows for the window and for the paper (letters 8.1).

Facts 1.3 say what the sheet holds, 1.11 that the person can have it at any time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.catalogue.office_paper import Line, LineKind
from dost_desktop.domain.dates import AZ_ZONE, legal_date, long_date, short_time
from dost_desktop.domain.person_file import PersonFile
from dost_desktop.domain.suitable_work import counted_declines
from dost_desktop.domain.vocabulary import Source
from dost_desktop.services.extract_tables import (
    applications_rows,
    offers_rows,
    referrals_rows,
    registrations_rows,
)
from dost_desktop.services.paper_values import jobs_table, moment, person_values, profile_values, word
from dost_desktop.services.printable import PaperDesk, Printable

_PROFILE: Final = ("education", "specialty", "skills", "experience", "wanted", "regime", "district")


@dataclass(frozen=True, slots=True)
class ExtractSection:
    """One part of the sheet: its heading, and its fields and tables in order; never without a line."""

    id: str  # identity, profile, jobs, registrations, offers, referrals, measures, applications, purpose
    title: str
    lines: tuple[Line, ...]


def sections_of(file: PersonFile, catalogue: Catalogue) -> tuple[ExtractSection, ...]:
    """Parts I to VIII of the sheet as the file stands, in the words of the paper."""
    return tuple(
        ExtractSection(id_, word(catalogue, "section", id_), lines or (_none(catalogue),))
        for id_, lines in (
            ("identity", _identity(file, catalogue)),
            ("profile", _profile(file, catalogue)),
            ("jobs", jobs_table(file.profile.jobs, catalogue) if file.profile and file.profile.jobs else ()),
            ("registrations", registrations_rows(file, catalogue)),
            ("offers", (*offers_rows(file, catalogue), *_declines(file, catalogue))),
            ("referrals", referrals_rows(file, catalogue)),
            ("measures", ()),  # no event records one yet
            ("applications", applications_rows(file, catalogue)),
        )
    )


@dataclass(frozen=True, slots=True)
class FileExtract:
    """Word the extract of a file; offline too. Runs on the database worker."""

    papers: PaperDesk

    def __call__(self, file_id: UUID, purpose: str, given_to: str = "") -> Printable:
        """The extract as of now; ``given_to``: who takes it, the person where nobody is named.

        Raises PurposeMissing for another centre's file without a ``purpose``.
        """
        papers, now = self.papers, self.papers.desk.clock.now()
        with papers.desk.open_work() as work:
            file = papers.opened(work, file_id, "extract", purpose)
            unsent = work.confirmed_seq(file_id) < file.head.seq
            work.commit()
        catalogue = papers.catalogue
        person = person_values(file, catalogue)
        own = word(catalogue, "field", "own_wish")
        said = (
            ("purpose", purpose.strip() or own),
            ("given_to", given_to.strip() or person.get("full_name", "")),
        )
        last = ExtractSection("purpose", word(catalogue, "section", "purpose"), _fields(said, catalogue))
        values = {
            **person,
            "registration_no": file.registration.number,
            "extract_no": _number(papers, now),
            "now": f"{long_date(legal_date(now))}, saat {short_time(now)}",
            "extract_time": moment(now),
            "unsent": "yes" if unsent else "",
        }
        lines = [line for section in (*sections_of(file, catalogue), last) for line in _headed(section)]
        paper = papers.worded("file_extract", values, {"sections": lines})
        return Printable(file_id, paper, f"{paper.title} {paper.number}")


def _headed(section: ExtractSection) -> Iterator[Line]:
    """The part with its heading; where nothing was recorded, the heading says so on its line."""
    first = section.lines[0]
    if first.kind is LineKind.NOTE:
        yield Line(LineKind.HEADING, section.title, f"– {first.text}")
        return
    yield Line(LineKind.HEADING, section.title)
    yield from section.lines


def _number(papers: PaperDesk, now: datetime) -> str:
    """No series is leased for extracts: the desk and the second make the number (design 6)."""
    return f"Ç-{papers.desk.name}-{now.astimezone(AZ_ZONE):%y%m%d-%H%M%S}"


def _identity(file: PersonFile, catalogue: Catalogue) -> tuple[Line, ...]:
    if file.identity is None:
        return ()
    of = person_values(file, catalogue)
    document = ", № ".join(part for part in (of["document_kind"], of["document_no"]) if part)
    source = "source_register" if file.identity_source is Source.REGISTER else "source_papers"
    return _fields(
        (
            ("full_name", of["full_name"]),
            ("pin", of["pin"]),
            ("birth_date", of["birth_date"]),
            ("sex", of["sex"]),
            ("citizenship", of["citizenship"]),
            ("document", document),
            ("registered_at", of["registered_at_address"]),
            ("lives_at", of["lives_at"]),
            ("phone", of["phone"]),
            ("email", of["email"]),
            ("source", f"{word(catalogue, 'note', source)}, {moment(file.identified_at)}"),
        ),
        catalogue,
    )


def _profile(file: PersonFile, catalogue: Catalogue) -> tuple[Line, ...]:
    told = profile_values(file.profile, catalogue)
    if not told:
        return ()
    studied = ", ".join(part for part in (told["institution"], told["graduated"]) if part)
    fields = [(name, told[name]) for name in _PROFILE]
    fields.insert(1, ("institution", studied))
    return _fields((*fields, ("told_on", moment(file.profile_at))), catalogue)


def _declines(file: PersonFile, catalogue: Catalogue) -> tuple[Line, ...]:
    """How many declines were judged unjustified: the person sees the count before it has a consequence (D3)."""
    counted = len(counted_declines(file))
    return _fields((("declines", str(counted)),), catalogue) if counted else ()


def _fields(fields: tuple[tuple[str, str], ...], catalogue: Catalogue) -> tuple[Line, ...]:
    return tuple(Line(LineKind.FIELD, text, word(catalogue, "field", name)) for name, text in fields if text)


def _none(catalogue: Catalogue) -> Line:
    return Line(LineKind.NOTE, word(catalogue, "field", "none"))
