"""What makes a function a sentence of the scenarios, and the list of all sentences for the features and the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final, TypeVar

from pytest_bdd import parsers, step

from tests.acceptance.steps.meanings import TYPES

F = TypeVar("F", bound=Callable[..., None])
SUBJECTS: Final = {  # module -> its heading on the page
    "people": "People, registers and the world outside",
    "desk": "At the desk: queue, intake, papers",
    "case": "The application and its check",
    "forms": "Forms that MAS takes",
    "work": "Suitable work",
    "back_office": "The back office and the head",
    "refusal": "The written answer",
    "troubles": "Troubles",
    "outcomes": "What has come of it",
}
_PREFIX: Final = "pytestbdd_stepdef"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and what happens when it is read."""

    module: str
    words: str
    does: str


_SENTENCES: Final[list[Sentence]] = []


def sentence(words: str) -> Callable[[F], F]:
    """Scenarios may say this, after any keyword; ``{places}`` are filled by the kinds of words in ``meanings``."""
    register = step(parsers.parse(words, extra_types=TYPES), stacklevel=2)

    def keep(function: F) -> F:
        does = (function.__doc__ or "").splitlines()[0]
        _SENTENCES.append(Sentence(function.__module__.rpartition(".")[2], words, does))
        register(function)
        return function

    return keep


def every_step() -> dict[str, Any]:
    """What the features' ``conftest.py`` offers to pytest-bdd."""
    found: dict[str, Any] = {}
    for subject in SUBJECTS:
        module = import_module(f"tests.acceptance.steps.{subject}")
        found |= {name: each for name, each in vars(module).items() if name.startswith(_PREFIX)}
    return found


def every_sentence() -> list[Sentence]:
    """All of them, as they stand in the code."""
    every_step()
    order = list(SUBJECTS)
    return sorted(_SENTENCES, key=lambda each: order.index(each.module))
