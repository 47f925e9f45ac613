"""Clicks without end, each said on standard output once it is committed; killed by ``test_faults``."""

from __future__ import annotations

import sys
from pathlib import Path

from dost_desktop.contract.seals import SigningKey
from dost_desktop.domain.attestation import Series
from dost_desktop.storage.database import Database
from tests.storage.desk import NOW, Signer, identified, opened, paths_in, person


def main(folder: str, key: str, seed: str) -> None:
    desk = Database.open(paths_in(Path(folder)), bytes.fromhex(key))
    signer = Signer(agent=SigningKey(bytes.fromhex(seed)))
    with desk.open_reading() as reading:
        count = len(reading.file_ids())
    while True:
        count += 1
        pin = f"{count:07}"
        with desk.open_work() as work:
            work.append(signer.run(person(pin), identified(pin), opened()), person(pin))
            work.take_number(Series.NOTICE, 2026, NOW)
            work.commit()
        sys.stdout.write(f"{count}\n")
        sys.stdout.flush()


main(*sys.argv[1:])
