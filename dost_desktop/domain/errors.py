"""The errors an agent can act on; everything else is a bug and is allowed to crash loudly."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar


class AgentError(Exception):
    """An expected refusal of the program, with a stable code; the window owns its words.

    ``facts`` fill the placeholders of those words (``{date}``, ``{n}``). They never hold what was typed:
    it may be personal data, and errors reach logs.
    """

    code: ClassVar[str] = "error"

    def __init__(self, **facts: object) -> None:
        self.facts: Mapping[str, object] = MappingProxyType(facts)
        super().__init__(self.code, *sorted(facts))

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel whole from the worker processes to the window."""
        return _travelled, (type(self), self.args, dict(self.facts), {**vars(self), "facts": None})


class InvalidValue(AgentError):
    """What was typed is not of the shape its field needs.

    ``problem`` is a key of the window's words (``pin.length``, ``date.does_not_exist``).
    """

    code = "value.invalid"

    def __init__(self, problem: str, **facts: object) -> None:
        super().__init__(**facts)
        self.problem = problem


def _travelled(
    kind: type[AgentError], args: tuple[object, ...], facts: dict[str, object], rest: dict[str, object]
) -> AgentError:
    error = kind.__new__(kind, *args)
    vars(error).update(rest, facts=MappingProxyType(facts))
    return error
