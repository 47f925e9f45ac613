"""The vacancy bank of MAS over HTTP: fetched page by page, kept, and asked for again by its ETag."""

from __future__ import annotations

import threading
import time
from typing import Final

from central_api.adapters import contract
from central_api.adapters.contract import day
from central_api.adapters.line import Line
from central_api.adapters.operations import VACANCIES
from central_api.registers import RegisterUnreachable
from dost_desktop.contract.suitable_work import Vacancy
from dost_desktop.domain.attestation import Register

_FRESH_FOR: Final = 30.0  # seconds; then MAS is asked whether anything changed, mostly answered by 304
_ABOUT: Final = Register.VACANCIES.value


class HttpVacancies:
    """One state of the bank, whole: never pages of two states, and none while MAS does not answer."""

    def __init__(self, line: Line, seconds: float, fresh_for: float = _FRESH_FOR) -> None:
        self._line, self._seconds, self._fresh_for = line, seconds, fresh_for
        self._lock = threading.Lock()
        self._tag, self._pages = "", 0
        self._fetched: dict[int, tuple[Vacancy, ...]] = {}
        self._whole: tuple[Vacancy, ...] = ()
        self._fresh_until = 0.0

    def all(self) -> tuple[Vacancy, ...]:
        """Every vacancy of the bank, at most half a minute old. Raises RegisterUnreachable.

        What was fetched before somebody's patience ended is kept: the next question goes on behind it.
        """
        until = time.monotonic() + self._seconds
        if not self._lock.acquire(timeout=self._seconds):  # who comes second takes what the first one fetched
            raise RegisterUnreachable(_ABOUT)
        try:
            if time.monotonic() >= self._fresh_until:
                self._refresh(until)
            return self._whole
        finally:
            self._lock.release()

    def _refresh(self, until: float) -> None:
        """Bring what is kept to one state of the bank, and begin anew where it changes meanwhile."""
        self._look_at(1)
        while missing := [page for page in range(1, self._pages + 1) if page not in self._fetched]:
            if time.monotonic() >= until:
                raise RegisterUnreachable(_ABOUT)
            self._look_at(missing[0])
        self._whole = tuple(each for page in sorted(self._fetched) for each in self._fetched[page])
        self._fresh_until = time.monotonic() + self._fresh_for

    def _look_at(self, page: int) -> None:
        """Fetch one page; one of another state is the only one of that state which is there yet."""
        known = self._tag if page in self._fetched else ""
        answer = self._line.page(_ABOUT, f"{VACANCIES}?page={page}", known, contract.VacanciesSaid)
        if answer is None:
            return
        said, tag = answer
        if said.page != page:
            raise RegisterUnreachable(_ABOUT)
        if tag != self._tag:
            self._tag, self._pages, self._fetched = tag, said.pages, {}
        self._fetched[page] = tuple(_vacancy(each) for each in said.vacancies)


def _vacancy(place: contract.OpenPlace) -> Vacancy:
    return Vacancy(
        number=place.number,
        employer=place.employer,
        employer_voen=place.employer_voen,
        position=place.position,
        specialty=place.specialty,
        education=place.education,
        experience_years=place.experience_years,
        health_limits=place.health_limits,
        district=place.district,
        address=place.address,
        public_transport=place.public_transport,
        wage=place.wage,
        open_until=day(place.open_until),
    )
