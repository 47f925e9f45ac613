"""Desks that write and desks that follow the feed, through servers that may die at any moment.

A writer repeats what was not acknowledged, as a desk does (design 6); what it was told, it keeps for the proof.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

import httpx

from dost_desktop.contract.messages import FeedItem, FeedPage, PushAnswer, PushVerdict, RunMessage
from dost_desktop.contract.translation import chained_event
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.events import ChainedEvent
from tests.central_api.practice_desk import Desk
from tests.faults.central_office import Click
from tests.faults.central_processes import CentralProcess

_PATIENCE: Final = 120  # seconds that a writer keeps repeating one run
_BREATH: Final = 0.01  # seconds between two looks at a feed in which nothing is new
_TRY_AGAIN: Final = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """One run that the server answered for."""

    events: tuple[UUID, ...]
    receipt: Receipt
    is_first_answer: bool  # not a repetition of what a dying server may have kept


class Line:
    """One desk's way to the servers: any of them, and another one when it does not answer."""

    def __init__(self, processes: Sequence[CentralProcess], desk: Desk, chance: random.Random) -> None:
        self.processes, self.desk, self.chance = processes, desk, chance
        self.http = httpx.Client(timeout=20)
        self.unanswered: dict[int, int] = {}  # status, 0 for none, to how often

    def __enter__(self) -> Line:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def ask(self, method: str, path: str, **given: Any) -> httpx.Response:
        """The first answer that is one. Fails after a while without any."""
        end = time.monotonic() + _PATIENCE
        while True:
            server = self.chance.choice(self.processes)
            headers = {"Authorization": f"Bearer {self.desk.enrolled.tokens.access}"}
            try:
                answer = self.http.request(method, server.address + path, headers=headers, **given)
                status = answer.status_code
            except httpx.TransportError:
                status = 0
            else:
                if status not in _TRY_AGAIN:
                    return answer
            self.unanswered[status] = self.unanswered.get(status, 0) + 1
            assert time.monotonic() < end, f"no answer for {_PATIENCE} s: {self.unanswered}"
            time.sleep(0.02)


@dataclass
class Writer:
    """One desk and what it sends, run after run."""

    line: Line
    clicks: Sequence[Click]
    over: threading.Event | None = None  # until then go on with what the last clicks did
    acknowledged: list[Acknowledged] = field(default_factory=list)
    conflicts: int = 0

    def write(self) -> None:
        """Send every click; each is acknowledged before the next one."""
        for click in self.clicks:
            self._send(click)
        while self.over is not None and not self.over.is_set():
            self._send(self.line.chance.choice(self.clicks[-10:]))

    def _send(self, click: Click) -> None:
        desk = self.line.desk
        run = desk.records(click.file, *click.acts)
        made = tuple(UUID(each.content["id"]) for each in run.events)
        while True:
            before = sum(self.line.unanswered.values())
            verdict = self._push(run)
            is_first = sum(self.line.unanswered.values()) == before
            if verdict.answer in {"accepted", "known"}:
                receipt = from_json(Receipt, verdict.receipt)
                self.acknowledged.append(Acknowledged(made, receipt, is_first))
                if verdict.answer == "known":  # where it stands may be another place than we thought
                    self._forget_if_elsewhere(click.file, run, receipt)
                return
            assert verdict.answer == "conflict", verdict
            self.conflicts += 1
            events = desk.forgets(click.file, run)
            desk.takes(click.file, verdict.from_seq, verdict.events)
            run = desk.links(click.file, events)

    def _forget_if_elsewhere(self, file: UUID, run: RunMessage, receipt: Receipt) -> None:
        if run.events[-1].seq != receipt.seq:
            self.line.desk.forgets(file, run)

    def _push(self, run: RunMessage) -> PushVerdict:
        answer = self.line.ask("POST", "/v1/push", json={"runs": [run.model_dump(mode="json")]})
        assert answer.status_code == 200, answer.text
        [verdict] = PushAnswer.model_validate(answer.json()).answers
        return verdict


@dataclass
class Follower:
    """One desk that follows its centre's feed, now at this server, now at that one."""

    line: Line
    limit: int = 7
    items: list[FeedItem] = field(default_factory=list)
    pages: int = 0
    cursor: str = ""

    @property
    def centre(self) -> str:
        """Whose feed it follows."""
        return self.line.desk.enrolled.centre.code

    def follow(self, ended: threading.Event) -> None:
        """Until the writers ended and nothing is left; goes on where it stood."""
        while True:
            last = ended.is_set()
            answer = self.line.ask("GET", "/v1/feed", params={"cursor": self.cursor, "limit": self.limit})
            assert answer.status_code == 200, answer.text
            page = FeedPage.model_validate(answer.json())
            self.items += page.items
            self.pages += 1
            self.cursor = page.cursor
            if last and not page.items and not page.more:
                return
            if not page.items:
                time.sleep(_BREATH)

    def chains(self) -> dict[UUID, list[ChainedEvent]]:
        """What a desk holds after all this: each event once, in the order in which it came first."""
        held: dict[UUID, list[ChainedEvent]] = {}
        known: set[tuple[str, int]] = set()
        for item in self.items:
            for message in item.events:
                if (item.file_id, message.seq) not in known:
                    known.add((item.file_id, message.seq))
                    held.setdefault(UUID(item.file_id), []).append(chained_event(message))
        return held

    def receipts(self) -> dict[UUID, list[Receipt]]:
        """The receipts that came with them."""
        found: dict[UUID, list[Receipt]] = {}
        for item in self.items:
            found.setdefault(UUID(item.file_id), []).append(from_json(Receipt, item.receipt))
        return found


def all_at_once(writers: Sequence[Writer], followers: Sequence[Follower], seconds: float = 180) -> None:
    """Everybody works at the same time; returns when the last follower has seen the end. Fails as they fail."""
    ended = threading.Event()
    failures: list[BaseException] = []

    writing = [guarded(failures, each.write) for each in writers]
    following = [guarded(failures, each.follow, ended) for each in followers]
    for thread in (*following, *writing):
        thread.start()
    end = time.monotonic() + seconds
    for thread in writing:
        thread.join(max(end - time.monotonic(), 0))
    ended.set()
    for thread in following:
        thread.join(max(end - time.monotonic(), 0))
    if failures:
        raise failures[0]
    assert not any(thread.is_alive() for thread in (*writing, *following)), f"not over after {seconds} s"


def guarded(failures: list[BaseException], work: Callable[..., None], *given: object) -> threading.Thread:
    """A thread that works, and whose failure is told by whoever waits for it."""

    def run() -> None:
        try:
            work(*given)
        except BaseException as error:  # noqa: BLE001 - raised again in the test's own thread
            failures.append(error)

    return threading.Thread(target=run)
