"""Asks a server as hard as so many connections can: a process of its own, so that it takes nothing from the server.

Requests are bytes made beforehand and answers are read only to their end: what is left here is a few tens of
microseconds a request, and the processor time of it is told with the figures.
"""

from __future__ import annotations

import json
import pickle
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.benchmarks.raw_http import Connection


def main() -> None:
    """Each line of standard input is one round: which server, which requests, over how many connections."""
    for line in sys.stdin:
        wish = json.loads(line)
        requests: list[bytes] = pickle.loads(Path(wish["requests"]).read_bytes())
        told = measure(wish["port"], requests[wish["first"] : wish["until"]], wish["connections"])
        print(json.dumps(told), flush=True)


def measure(port: int, requests: list[bytes], connections: int) -> dict[str, object]:
    """All of them once, the next one wherever a connection is free."""
    open_ones = [Connection(port) for _ in range(connections)]
    left = iter(
        requests
    )  # taking the next one is one step of the interpreter: no two connections get the same
    statuses: Counter[int] = Counter()
    spent: list[float] = []

    def ask(connection: Connection) -> None:
        for request in left:
            begin = time.perf_counter()
            statuses[connection.ask(request)[0]] += 1
            spent.append(time.perf_counter() - begin)

    cpu, begin = time.process_time(), time.perf_counter()
    with ThreadPoolExecutor(connections) as pool:
        list(pool.map(ask, open_ones))
    seconds, cpu = time.perf_counter() - begin, time.process_time() - cpu
    for each in open_ones:
        each.close()
    ordered = sorted(spent)
    return {
        "rate": len(spent) / seconds,
        "cpu": cpu / len(spent) * 1000,
        "median": ordered[len(ordered) // 2] * 1000,
        "statuses": statuses,
    }


if __name__ == "__main__":
    main()
