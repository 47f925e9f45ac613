"""Desks of a morning, in a process of their own: each waits for the feed, and meanwhile clicks, looks up and polls.

A desk is two kept connections and two threads, which mostly sleep; the processor time of all of them is told.
"""

from __future__ import annotations

import json
import pickle
import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.benchmarks.raw_http import Connection, request

_LONGEST_WAIT = 20  # seconds for the feed


class Desk:
    """One desk's morning: ``todo`` is its clicks in order, each with its kind; pauses are drawn by chance."""

    until: float  # by the clock that never goes back

    def __init__(self, port: int, plan: dict[str, Any], nth: int) -> None:
        self.plan, self.cursor = plan, plan["cursor"]
        self.clicking, self.listening = Connection(port), Connection(port)
        self.chance = random.Random(nth)
        self.spent: list[tuple[str, float]] = []
        self.told: list[tuple[str, float]] = []  # which file's news came when
        self.said: list[tuple[str, float]] = []  # which file's push was answered when

    def sits_down(self) -> None:
        """Both lines are open and the feed is read to its end: that fifty come at once is not the morning."""
        self.clicking.ask(self.plan["todo"][0][1])
        more = True
        while more:
            more = self._hears(0)["more"]

    def works(self) -> None:
        """Click after click, with a pause before each."""
        for kind, raw, file in self.plan["todo"]:
            time.sleep(self.chance.expovariate(1 / self.plan["pause"]))
            if time.monotonic() > self.until:
                break
            begin = time.perf_counter()
            status, body = self.clicking.ask(raw)
            self.spent.append((kind, time.perf_counter() - begin))
            if status not in {200, 201, 204}:
                raise AssertionError(body)
            if file:
                self.said.append((file, time.monotonic()))
        self.clicking.close()

    def listens(self) -> None:
        """Waits for the feed, again and again."""
        while (left := self.until - time.monotonic()) > 0:
            page, now = self._hears(min(left + 1, _LONGEST_WAIT)), time.monotonic()
            self.told += [(item["file_id"], now) for item in page["items"]]
        self.listening.close()

    def _hears(self, wait: float) -> dict[str, Any]:
        path = f"/v1/feed?limit=100&wait={wait:.1f}&cursor={quote(self.cursor)}"
        status, body = self.listening.ask(request("GET", path, self.plan["token"]))
        if status != 200:
            raise AssertionError(body)
        page: dict[str, Any] = json.loads(body)
        self.cursor = page["cursor"]
        return page


def main(port: str, plans: str, seconds: str) -> None:
    """Print how long each kind of request took, in milliseconds, and how late news was."""
    told: list[dict[str, Any]] = pickle.loads(Path(plans).read_bytes())
    desks = [Desk(int(port), plan, nth) for nth, plan in enumerate(told)]
    for desk in desks:
        desk.sits_down()
    begin, cpu = time.monotonic(), time.process_time()
    Desk.until = begin + float(seconds)
    acts = [act for desk in desks for act in (desk.works, desk.listens)]
    with ThreadPoolExecutor(len(acts)) as pool:
        for done in [pool.submit(act) for act in acts]:
            done.result()
    said = {file: at for desk in desks for file, at in desk.said}
    late = [max(at - said[file], 0) for desk in desks for file, at in desk.told if file in said]
    spent: dict[str, list[float]] = {}
    for kind, seconds_spent in (each for desk in desks for each in desk.spent):
        spent.setdefault(kind, []).append(seconds_spent * 1000)
    busy = (time.process_time() - cpu) / (time.monotonic() - begin)
    print(json.dumps({"spent": spent, "late": [each * 1000 for each in late], "busy": busy}))


if __name__ == "__main__":
    main(*sys.argv[1:])
