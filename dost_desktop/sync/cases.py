"""Half-done cases are told to the central API, so that another desk of the centre can finish them (design 6)."""

from __future__ import annotations

from uuid import UUID

from dost_desktop.contract.half_done import HalfDoneCase
from dost_desktop.contract.messages import Problem
from dost_desktop.services.case_telling import FINISHED, note_told, to_tell
from dost_desktop.services.half_done import message_of
from dost_desktop.services.run_case import case_here, case_went
from dost_desktop.sync.needs import Declined, Done
from dost_desktop.sync.round import Round, stops_round

_OVER = {404, 409, 410}  # unknown there, another desk has it, finished: there is nothing more to tell


def tell_cases(this: Round) -> Declined | None:
    """Tell what changed; what ended the round early. What cannot be told stays for the next round."""
    with this.memory.open_reading() as reading:
        waiting = to_tell(reading)
    for case_id, told in waiting.items():
        answer = _tell(this, case_id, told[0])
        if not isinstance(answer, HalfDoneCase | Done) and stops_round(answer):
            return answer
        if isinstance(answer, Problem) and answer.status not in _OVER:
            continue
        with this.memory.open_work() as work:
            note_told(work, case_id, told)
            if isinstance(answer, Problem) and answer.code in {"case.taken", "case.finished"}:
                facts = (answer.model_extra or {}).get("facts") or {}
                case_went(work, case_id, str(facts.get("desk", "")))
                this.tally.queue = True
            work.commit()
    return None


def _tell(this: Round, case_id: UUID, what: str) -> HalfDoneCase | Done | Declined:
    if what == FINISHED:
        return this.central.finish_case(case_id)
    with this.memory.open_reading() as reading:
        found = case_here(reading, case_id)
        message = message_of(reading, found[0], is_open=found[1]) if found else None
    return this.central.put_case(message) if message else Done()
