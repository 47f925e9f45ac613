"""What the person comes for: the kinds of application, and which of them the registration's status admits (SEED 23)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.lifecycle import OPENABLE
from dost_desktop.domain.vocabulary import ApplicationKind, Status
from ui.screens.intake.applicants import is_person

K, S = ApplicationKind, Status
_KINDS: Final = frozenset(each.value for each in ApplicationKind)
#: What somebody with such a status usually comes for, when neither ticket nor agent said it.
_USUAL: Final[Mapping[Status, ApplicationKind]] = MappingProxyType(
    {
        S.NOT_REGISTERED: K.JOBSEEKER,
        S.CANCELLED: K.JOBSEEKER,
        S.UNKNOWN: K.UNEMPLOYED,
        S.JOBSEEKER: K.UNEMPLOYED,
        S.TEMPORARILY_REMOVED: K.RESUMPTION,
    }
)
_WHY_NOT: Final[Mapping[tuple[ApplicationKind, Status], str]] = MappingProxyType(
    {
        (K.UNEMPLOYED, S.NOT_REGISTERED): "application.not_jobseeker",
        (K.UNEMPLOYED, S.CANCELLED): "application.not_jobseeker",
        (K.UNEMPLOYED, S.UNEMPLOYED): "application.already_unemployed",
        (K.UNEMPLOYED, S.TEMPORARILY_REMOVED): "application.removed_now",
        (K.JOBSEEKER, S.JOBSEEKER): "application.already_jobseeker",
        (K.JOBSEEKER, S.UNEMPLOYED): "application.already_unemployed",
        (K.JOBSEEKER, S.TEMPORARILY_REMOVED): "application.removed_now",
        (K.REMOVAL, S.TEMPORARILY_REMOVED): "application.removed_now",
        (K.RESUMPTION, S.JOBSEEKER): "application.not_removed",
        (K.RESUMPTION, S.UNEMPLOYED): "application.not_removed",
    }
)


def kind_of(chosen: str, purpose: str, status: Status | None, who: str) -> ApplicationKind | None:
    """What is applied for: as the agent chose, else as the ticket says, else as is usual in this status.

    ``status`` is None while nobody asked; None is given where nothing is usual, and the agent must choose.
    """
    said = chosen or (purpose if purpose in _KINDS else "")
    if said:
        return ApplicationKind(said)
    if not is_person(who):
        return K.UNEMPLOYED  # nothing follows from it: registration is personal
    return _USUAL.get(status or S.UNKNOWN)


def why_not(kind: ApplicationKind, status: Status | None) -> InvalidValue | None:
    """Why such an application cannot be opened in this status."""
    if status is None or status in OPENABLE[kind]:
        return None
    return InvalidValue(_WHY_NOT.get((kind, status), "application.not_registered"))
