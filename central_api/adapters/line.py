"""The line to one of the ministry's systems: out goes a question, back comes a strictly read answer or nothing."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import SystemRandom
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from central_api.adapters.breaker import CLOSED, OPEN, Breaker
from central_api.adapters.contract import Asked, Said
from central_api.adapters.credentials import Proof
from central_api.adapters.deadline import Deadline
from central_api.adapters.failures import AT_ONCE_AGAIN, Failure, NoAnswer
from central_api.adapters.operations import Operation
from central_api.adapters.setting_names import System
from central_api.adapters.settings import Patience
from central_api.adapters.wire import JSON, NOT_MODIFIED, Received, Wire
from central_api.registers import RegisterUnreachable

Q = TypeVar("Q", bound=Asked)
S = TypeVar("S", bound=Said)
M = TypeVar("M", bound=BaseModel)
R = TypeVar("R")
_PLACE_WITHIN: Final = 0.25  # of the question's time, for a place among those under way
_FIRST_PAUSE: Final = 0.1  # seconds; doubled with every repeat
_random: Final = SystemRandom()
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Sent:
    """What goes out, the same at every repeat."""

    method: str
    path: str
    body: bytes | None = field(repr=False)
    headers: dict[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one system stands, as this process sees it, for figures and readiness. A simulator is always closed."""

    system: System
    is_simulated: bool
    circuit: str = CLOSED  # closed, open (left alone for a moment) or half-open (one question tries)
    last_failure: str = ""  # empty once it answered again
    answered: int = 0
    failed: int = 0  # questions, with all their repeats
    under_way: int = 0
    seconds: float = 0.0  # spent on questions since the start


class Line:
    """Asks one system: so many questions at once, each in its time, none while the system is away."""

    def __init__(self, system: System, wire: Wire, proof: Proof, patience: Patience, at_once: int) -> None:
        self.system, self._wire, self._proof, self._patience = system, wire, proof, patience
        self._breaker = Breaker(patience.break_after, patience.break_for)
        self._places = threading.BoundedSemaphore(at_once)
        self._lock = threading.Lock()
        self._standing = Standing(system, is_simulated=False)
        self._not_before = 0.0

    def ask(
        self,
        operation: Operation[Q, S],
        question: Q,
        *,
        is_possible: Callable[[S], bool] = lambda _said: True,
    ) -> S:
        """The answer to this very question. Raises RegisterUnreachable.

        Every question of the contract may be repeated: those that change something bear a key of their own.
        """
        headers = {"Content-Type": JSON}
        if operation.changes:
            headers["Idempotency-Key"] = question.asked
        sent = _Sent("POST", operation.path, question.model_dump_json().encode(), headers)

        def read(received: Received) -> S:
            said = _parsed(operation.answer, received)
            if said.asked != question.asked:
                raise NoAnswer(Failure.OTHER_QUESTION)
            if not is_possible(said):
                raise NoAnswer(Failure.OTHER_SCHEMA, "contradicts itself")
            return said

        seconds = self._patience.seconds_behind if operation.behind else self._patience.seconds
        return self._answered(operation.about, sent, seconds, read)

    def page(self, about: str, path: str, known_tag: str, kind: type[M]) -> tuple[M, str] | None:
        """What stands there now with its ETag; None: the same as under ``known_tag``. Raises RegisterUnreachable."""

        def read(received: Received) -> tuple[M, str] | None:
            if received.status == NOT_MODIFIED and known_tag:
                return None
            if not received.tag:
                raise NoAnswer(Failure.OTHER_SCHEMA, "ETag")
            return _parsed(kind, received), received.tag

        sent = _Sent("GET", path, None, {"If-None-Match": known_tag} if known_tag else {})
        return self._answered(about, sent, self._patience.seconds, read)

    def standing(self) -> Standing:
        """The read-out."""
        with self._lock:
            return replace(self._standing, circuit=self._breaker.state)

    def close(self) -> None:
        """Hang up."""
        self._proof.close()
        self._wire.close()

    def _answered(self, about: str, sent: _Sent, seconds: float, read: Callable[[Received], R]) -> R:
        """One question as the figures count it, whatever became of it."""
        started = time.monotonic()
        self._count(under_way=1)
        silent: NoAnswer | None = None
        try:
            return self._in_its_place(sent, seconds, read)
        except NoAnswer as error:
            silent = error
            raise RegisterUnreachable(about) from None
        finally:
            self._count(
                under_way=-1, seconds=time.monotonic() - started, answered=silent is None, silent=silent
            )
            if silent is not None and silent.failure not in {Failure.OPEN, Failure.TOLD_TO_WAIT}:
                said = {"why": silent.failure.value, "detail": silent.detail, "question": sent.path}
                _log.warning("no answer", extra={"system": self.system.value} | said)

    def _in_its_place(self, sent: _Sent, seconds: float, read: Callable[[Received], R]) -> R:
        """Where the system may be asked now, and one of the places is free."""
        if time.monotonic() < self._not_before:
            raise NoAnswer(Failure.TOLD_TO_WAIT)
        if not self._places.acquire(timeout=seconds * _PLACE_WITHIN):
            raise NoAnswer(Failure.BUSY)
        try:
            is_probe = self._breaker.enter()
            try:
                with Deadline(seconds) as deadline:
                    said = self._repeated(sent, deadline, read)
            except NoAnswer as silent:
                self._noted(
                    self._breaker.leave(silent if silent.speaks_of_the_system else None, is_probe=is_probe)
                )
                raise
            except BaseException:
                self._breaker.give_up(is_probe=is_probe)
                raise
            self._noted(self._breaker.leave(None, is_probe=is_probe))
            return said
        finally:
            self._places.release()

    def _repeated(self, sent: _Sent, deadline: Deadline, read: Callable[[Received], R]) -> R:
        """Asked, and asked again where it can help and the time is enough; what the system asks for is honoured."""
        for attempt in range(1, self._patience.tries + 1):
            try:
                proof = self._proof.headers(deadline)
                received = self._wire.send(sent.method, sent.path, sent.body, sent.headers | proof, deadline)
                return read(received)
            except NoAnswer as silent:
                pause = self._pause(silent, attempt)
                if pause is None or attempt == self._patience.tries or pause >= deadline.left:
                    if silent.retry_after is not None:
                        self._not_before = time.monotonic() + silent.retry_after
                    raise
            time.sleep(pause)
        raise AssertionError("the last attempt returns or raises")

    def _pause(self, silent: NoAnswer, attempt: int) -> float | None:
        """Seconds until the next attempt; None: another one cannot help."""
        if silent.failure is Failure.DENIED:
            return 0.0 if attempt == 1 and self._proof.refused() else None
        if silent.failure not in AT_ONCE_AGAIN:
            return None
        jittered = _FIRST_PAUSE * (1 << (attempt - 1)) * _random.uniform(0.5, 1.5)
        return max(jittered, silent.retry_after or 0.0)

    def _count(
        self,
        *,
        under_way: int = 0,
        seconds: float = 0.0,
        answered: bool = False,
        silent: NoAnswer | None = None,
    ) -> None:
        with self._lock:
            was = self._standing
            last_failure = silent.failure.value if silent else "" if answered else was.last_failure
            self._standing = replace(
                was,
                last_failure=last_failure,
                answered=was.answered + answered,
                failed=was.failed + (silent is not None),
                under_way=was.under_way + under_way,
                seconds=was.seconds + seconds,
            )

    def _noted(self, circuit: str) -> None:
        if circuit:
            level = logging.WARNING if circuit == OPEN else logging.INFO
            _log.log(level, "circuit", extra={"system": self.system.value, "circuit": circuit})


def _parsed(kind: type[M], received: Received) -> M:
    try:
        return kind.model_validate_json(received.body)
    except ValidationError as error:
        places = (_place(each["loc"]) for each in error.errors(include_input=False, include_url=False)[:3])
        raise NoAnswer(Failure.OTHER_SCHEMA, ", ".join(places)[:200]) from None


def _place(path: tuple[int | str, ...]) -> str:
    """Where in the schema; of what is named over there, as facts are, not even the name."""
    named = path.index("facts") + 1 if "facts" in path else len(path)
    return ".".join(str(part) for part in path[:named])
