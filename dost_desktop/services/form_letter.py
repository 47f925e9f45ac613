"""The form as it was filled: to read before it is confirmed in e-sosial, or to sign where MAS cannot be reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from dost_desktop.catalogue.paper_wording import PaperWording
from dost_desktop.domain.person_file import Application, PersonFile, Registration
from dost_desktop.domain.vocabulary import ApplicationKind, Status
from dost_desktop.services.paper_values import (
    application_values,
    day,
    jobs_table,
    person_values,
    profile_values,
    since_when,
    stated,
    status_before,
    word,
)
from dost_desktop.services.printable import PaperDesk, Printable

_PAPERS: Final = {
    ApplicationKind.JOBSEEKER: "form.jobseeker",
    ApplicationKind.UNEMPLOYED: "form.unemployed",
    ApplicationKind.REMOVAL: "form.removal",
    ApplicationKind.RESUMPTION: "form.resumption",
    ApplicationKind.CANCELLATION: "form.cancellation",
}


@dataclass(frozen=True, slots=True)
class FormLetter:
    """Word the form of an application (letters 7). Runs on the database worker."""

    papers: PaperDesk

    def __call__(self, file_id: UUID, application: UUID) -> Printable:
        """What was recorded; what must be there and is not is a blank to write on.

        Raises PurposeMissing for another centre's file.
        """
        papers = self.papers
        with papers.desk.open_work() as work:
            file, found = papers.case(work, file_id, application, "form")
            work.commit()
        jobs = jobs_table(file.profile.jobs if file.profile else (), papers.catalogue)
        paper = papers.worded(_PAPERS[found.kind], self._values(file, found), {"jobs": jobs})
        return Printable(file_id, paper, f"{paper.title} {found.number}")

    def _values(self, file: PersonFile, application: Application) -> dict[str, str]:
        catalogue = self.papers.catalogue
        status = status_before((*file.registrations, file.registration))
        values = {
            **person_values(file, catalogue),
            **profile_values(file.profile, catalogue),
            **application_values(application, catalogue),
            "registration_no": file.registration.number,
            "status_word": word(catalogue, "status", status),
        }
        if file.profile is not None and not file.profile.jobs:
            values["experience"] = word(catalogue, "unit", "none")
        form = application.form_data
        if form is not None:
            ending = catalogue.endings.get(form.ground)
            values |= {
                "evidence": form.evidence,
                "removed_from": day(form.starts_on),
                "removed_until": day(form.ends_on),
                "stated_ground": stated(ending) if ending else "",
            }
        if application.kind is ApplicationKind.RESUMPTION:
            values |= self._removed(file, values)
        return values

    def _removed(self, file: PersonFile, known: dict[str, str]) -> dict[str, str]:
        """The removal that is to end: its term as it stands in the file."""
        removed = _last_removal(file)
        if removed is None:
            return {}
        ground = removed.ground if removed.ground in self.papers.catalogue.endings else ""
        wording = PaperWording(self.papers.catalogue, {**known, "application_no": ""})
        return {
            "removed_from": day(since_when(removed)),
            "removed_until": day(removed.ends_on),
            "removal_ground": wording.ground(ground) if ground else "",
        }


def _last_removal(file: PersonFile) -> Registration | None:
    removals = [each for each in file.registrations if each.status is Status.TEMPORARILY_REMOVED]
    return removals[-1] if removals else None
