"""MEİS, MAS and the notaries asked about persons over HTTP; answers in the same words as the simulator's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import uuid4

from central_api.adapters import contract, operations
from central_api.adapters.contract import day
from central_api.adapters.line import Line
from central_api.adapters.setting_names import System
from central_api.registers import Answer, Registers
from dost_desktop.domain.answers import is_readable
from dost_desktop.domain.attestation import Register
from dost_desktop.domain.ids import NumberKind

SYSTEM_OF: Final = {
    Register.PERSON: System.MEIS,
    Register.PERMITS: System.MEIS,
    Register.STATUS: System.MAS,
    Register.EMPLOYED_PERSONS: System.MAS,
    Register.NOTARY: System.NOTARY,
}


class RegistersBySystem:
    """Asks each register where it is: a real system, or the simulator."""

    def __init__(self, lines: Mapping[System, Line], simulated: Registers) -> None:
        self._real = {system: HttpRegisters(line) for system, line in lines.items()}
        self._simulated = simulated

    def ask(self, register: Register, kind: NumberKind, number: str, paper: str = "") -> Answer:
        """The register's answer about the person with this number. Raises RegisterUnreachable."""
        asked = self._real.get(SYSTEM_OF[register], self._simulated)
        return asked.ask(register, kind, number, paper)


class HttpRegisters:
    """The registers of one system."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def ask(self, register: Register, kind: NumberKind, number: str, paper: str = "") -> Answer:
        """The register's answer about the person with this number. Raises RegisterUnreachable."""
        asked = {"asked": str(uuid4()), "number_kind": kind, "number": number}
        match register:
            case Register.NOTARY:
                about_paper = contract.PaperAsked.model_validate(asked | {"paper_number": paper})
                return _paper(self._line.ask(operations.FIND_PAPER, about_paper), paper)
            case Register.STATUS:
                return _status(
                    self._line.ask(operations.FIND_STATUS, _about(asked), is_possible=_is_status_readable)
                )
            case Register.EMPLOYED_PERSONS:
                return _employed(self._line.ask(operations.FIND_EMPLOYED, _about(asked)))
            case Register.PERMITS:
                return _person(self._line.ask(operations.FIND_PERMIT, _about(asked)))
            case _:
                return _person(self._line.ask(operations.FIND_PERSON, _about(asked)))


def _about(asked: Mapping[str, object]) -> contract.AboutPerson:
    return contract.AboutPerson.model_validate(asked)


def _person(said: contract.PersonSaid) -> dict[str, Any]:
    if said.record is None:  # one without names is one that nobody can read: MEİS contradicts itself
        return {"found": said.state != "not_found"}
    record, document = said.record, said.record.document
    return {
        "found": True,
        "surname": record.surname,
        "given_name": record.given_name,
        "patronymic": record.patronymic,
        "birth_date": day(record.birth_date),
        "sex": record.sex,
        "citizenship": record.citizenship,
        "address": record.address,
        "document": {
            "kind": document.kind,
            "number": document.number,
            "valid_until": day(document.valid_until),
        },
    }


def _paper(said: contract.PaperSaid, paper: str) -> dict[str, Any]:
    if said.state == "not_found":
        return {"found": False, "paper_number": paper}
    known = {"found": True, "paper_number": paper, "for_this_person": said.record is not None}
    if said.record is None:
        return known
    record = said.record
    return known | {
        "representative_number": record.representative_number,
        "paper_date": day(record.paper_date),
        "valid_until": day(record.valid_until),
        "revoked_on": day(record.revoked_on),
        "certifier": record.certifier,
        "scope": record.scope,
    }


def _status(said: contract.StatusSaid) -> dict[str, Any]:
    more = {
        "before_removal": said.before_removal,
        "ends_on": day(said.ends_on),
        "ground": said.ground,
        "profile": said.profile,
    }
    return {
        "status": said.status,
        "since": day(said.since),
        "registration_number": said.registration_number,
        "bars": [f"{each.ground}:{each.until.isoformat()}" for each in said.bars],
        **{name: value for name, value in more.items() if value},
    }


def _is_status_readable(said: contract.StatusSaid) -> bool:
    """Also the profile, whose shape is the domain's."""
    return is_readable(Register.STATUS, _status(said))


def _employed(said: contract.EmployedSaid) -> dict[str, Any]:
    entries = [
        {"article": each.article, "variant": each.variant, "facts": each.facts} for each in said.entries
    ]
    return {"found": bool(entries), "entries": entries}
