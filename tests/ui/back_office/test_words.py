"""Every outcome is said by name; one whose answer was lost is not said to be undecided."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from pytestqt.qtbot import QtBot

from dost_desktop.domain.refusing import Refused
from dost_desktop.ports import Unanswered
from ui.screens.back_office.outcomes_part import OutcomesPart
from ui.screens.back_office.shown import Outcome
from ui.screens.back_office.words import outcome_words
from ui.widgets.note import Note

_BY_LEYLA = Refused("back_office.confirmed_already", "SEED 11", MappingProxyType({"agent": "leyla"}))


@pytest.mark.parametrize("why", [None, _BY_LEYLA, *Unanswered])
@pytest.mark.parametrize("confirms", [True, False])
def test_every_outcome_has_words(why: Refused | Unanswered | None, confirms: bool) -> None:
    words = outcome_words(Outcome("Sınaq Şəxs", "M-1", confirms, why))
    assert words.startswith("Sınaq Şəxs: ")
    assert "{" not in words
    assert "[" not in words
    assert ("not decided" in words) == (
        why is _BY_LEYLA or why in (Unanswered.NOT_SIGNED_IN, Unanswered.CONTRADICTS)
    )


def test_the_note_counts_each_kind(qtbot: QtBot) -> None:
    part = OutcomesPart()
    qtbot.addWidget(part)
    whys = (None, _BY_LEYLA, Unanswered.OFFLINE)
    part.show_outcomes([Outcome(f"Şəxs {n}", "M", True, why) for n, why in enumerate(whys)])
    note = part.findChild(Note)
    assert isinstance(note, Note)
    assert note.accessibleName().count(" · ") == 2
    assert [note.accessibleDescription().count(f"Şəxs {n}") for n in range(3)] == [1, 1, 1]
    part.show_outcomes(())
    assert part.isHidden()
