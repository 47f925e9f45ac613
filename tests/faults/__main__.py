"""``python3 dev.py faults``: the long life of four desks and a server over bad lines, and a table of it."""

from __future__ import annotations

import argparse
import secrets
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.faults.line import Fault
from tests.faults.long_life import Life, Plan, life
from tests.faults.long_life_proof import Held, Verdict, held_by_all, prove
from tests.postgresql import PostgreSQL

OPERATIONS: Final = 1_000  # at least, however few minutes
KILLS: Final = 200


def main(arguments: list[str]) -> int:
    """Live, prove, print; 1 when a promise was broken."""
    parser = argparse.ArgumentParser(prog="dev.py faults")
    parser.add_argument("--minutes", type=float, default=10, help="how long they live (at least)")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6), help="plays the same schedule")
    parser.add_argument("--operations", type=int, default=OPERATIONS, help="at least so many")
    parser.add_argument("--kills", type=int, default=KILLS, help="at least so many")
    parser.add_argument("--desks", type=int, default=4)
    parser.add_argument("--postgresql", action="store_true", help="the server's database; else SQLite")
    options = parser.parse_args(arguments)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="dost-faults-") as folder, _database(options) as url:
        plan = Plan(
            seed=options.seed,
            seconds=60 * options.minutes,
            operations=options.operations,
            kills=options.kills,
            desks=options.desks,
            database_url=url,
        )
        verdict = lived(plan, Path(folder), began)
    if verdict.is_kept:
        _say("every promise was kept")
        return 0
    _say(f"{verdict}\nBROKEN: play it again with --seed {options.seed}")
    return 1


def lived(plan: Plan, folder: Path, began: float) -> Verdict:
    """One life; what was found, after the table is printed."""
    with life(plan, folder) as one:
        one.lives()
        held = held_by_all(one)
        verdict = prove(one.server, held, one.toll)
        _tell(plan, one, held, verdict, time.monotonic() - began)
    return verdict


def _tell(plan: Plan, one: Life, held: list[Held], verdict: Verdict, seconds: float) -> None:
    toll = one.toll
    rows = {
        "seed": plan.seed,
        "seconds": round(seconds),
        "operations": toll.done,
        **{f"  {name}": count for name, count in sorted(toll.operations.items())},
        "faults": sum(one.weather.made.values()),
        **{f"  {each.value}": one.weather.made[each] for each in Fault},
        "kills": sum(toll.kills.values()),
        **{f"  of a {name}": count for name, count in sorted(toll.kills.items())},
        "conflicts": toll.total("conflicts"),
        "rebased": toll.total("rebased"),
        "before a person": verdict.parked,
        "files": len({file_id for each in held for file_id in each.chains}),
        "alarms": len(toll.alarms()),
        "lost": len(verdict.lost),
        "doubled": len(verdict.doubled),
        "diverged": len(verdict.diverged),
        "unsound": len(verdict.unsound),
    }
    width = max(map(len, rows))
    _say("\n".join(f"{name:<{width}}  {count:>9,}" for name, count in rows.items()))
    for alarm, count in toll.alarms().most_common():
        _say(f"alarm {alarm}: {count} rounds")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


@contextmanager
def _database(options: argparse.Namespace) -> Iterator[str]:
    """The server's address of its database; "" for the embedded one."""
    if not options.postgresql:
        yield ""
        return
    server = PostgreSQL(lasting=True).start()
    try:
        yield server.create("faults")
    finally:
        server.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
