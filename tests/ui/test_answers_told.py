"""What an agent hears of answers: each by number, many only counted."""

from __future__ import annotations

from uuid import uuid4

import pytest

from dost_desktop.services.what_came_back import Answer, CameBack
from ui.answers_told import answers_words


def came_back(number: str, answer: Answer) -> CameBack:
    return CameBack(number, answer, uuid4(), uuid4(), "Sınaq Şəxs")


@pytest.mark.parametrize("answer", Answer)
def test_every_answer_has_words_and_names_nobody(answer: Answer) -> None:
    words = answers_words([came_back("M-1", answer)])
    assert words.startswith("M-1: ")
    assert "Sınaq" not in words


def test_two_are_said_more_are_counted() -> None:
    said = [came_back(f"M-{n}", Answer.CONFIRMED) for n in range(3)]
    assert answers_words(said[:2]).count("M-") == 2
    assert "3" in answers_words(said)
    assert "M-" not in answers_words(said)
