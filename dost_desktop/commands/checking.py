"""``dost-desktop check``: everything this desk holds, compared with everything and with the central API."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TextIO
from uuid import UUID

from dost_desktop.commands.words import CHECK, FLAWS, SERIES, SILENCES, TROUBLES
from dost_desktop.contract.heads import MOST_HELD, CompareHeads, FileHead, HeadsCompared
from dost_desktop.domain.attestation import Series
from dost_desktop.domain.chain import Flaw
from dost_desktop.office import SignedIn
from dost_desktop.storage.check import DeskReport, Trouble, check_desk
from dost_desktop.storage.unit_of_work import Reading
from dost_desktop.sync.heads import want_heads
from dost_desktop.sync.keyring import Keyring, read_keyring
from dost_desktop.sync.needs import Declined, NoAnswer
from dost_desktop.sync.standing import is_refused

_NO_FILE = UUID(int=0)


@dataclass(frozen=True, slots=True)
class _Compared:
    """How many confirmed files the central API was asked about, and which of them it does not hold like this."""

    files: int
    differing: tuple[str, ...]
    unreached: Declined | None


def run(signed_in: SignedIn, out: TextIO, *, rebuild: bool, as_json: bool, lang: str) -> int:
    """Check, tell, and 1 when something was found; ``rebuild`` makes lists and search anew first."""
    if rebuild:
        with signed_in.database.open_work() as work:
            work.rebuild()
            work.commit()
    with signed_in.database.open_reading() as reading:
        keyring = read_keyring(reading.meta)
        report = check_desk(reading, keyring)
        troubles = [*report.troubles, *_not_sealed(reading, keyring)]
        compared = _compare(signed_in, reading)
    if compared.differing:
        with signed_in.database.open_work() as work:
            want_heads(work.meta)  # the next round of the sync puts right what can be
            work.commit()
    troubles += [(Trouble.HEAD, each) for each in compared.differing]
    troubles += _which_pc(signed_in)
    found = _found(report, troubles)
    if as_json:
        out.write(json.dumps(_facts(report, compared, found), ensure_ascii=False) + "\n")
    else:
        out.writelines(f"{line}\n" for line in _lines(report, troubles, compared, lang))
    return 1 if found else 0


def _not_sealed(reading: Reading, keyring: Keyring) -> Iterator[tuple[Trouble, str]]:
    for lease in reading.leases.all():
        if not keyring.lease_is_sealed(lease):
            yield Trouble.LEASE, str(lease.lease_id)


def _which_pc(signed_in: SignedIn) -> Iterator[tuple[Trouble, str]]:
    """Whether this PC is the desk that the server knows, with the memory it had last."""
    if signed_in.database.issuing_locked:
        yield Trouble.OLDER, signed_in.desk.name
    with signed_in.database.open_reading() as reading:
        if is_refused(reading.meta):
            yield Trouble.COPIED, signed_in.desk.name


def _compare(signed_in: SignedIn, reading: Reading) -> _Compared:
    """Ask about the end of every confirmed file; nothing is changed on either side."""
    heads = reading.confirmed_heads(_NO_FILE, 2**31 - 1)
    differing: list[str] = []
    told = [FileHead(file_id=str(each), seq=head.seq, hash=head.hash) for each, head in heads]
    for start in range(0, len(told), MOST_HELD):
        held = tuple(told[start : start + MOST_HELD])
        answer = signed_in.central.compare_heads(CompareHeads(held=held))
        if not isinstance(answer, HeadsCompared):
            return _Compared(0, (), answer)
        differing += answer.unknown
    return _Compared(len(heads), tuple(differing), None)


def _found(report: DeskReport, troubles: list[tuple[Trouble, str]]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = [
        {"file": str(each.file_id), "seq": each.seq, "flaw": each.flaw.value} for each in report.findings
    ]
    return found + [{"trouble": trouble.value, "name": name} for trouble, name in troubles]


def _facts(report: DeskReport, compared: _Compared, found: list[dict[str, object]]) -> Mapping[str, object]:
    return {
        "files": report.files,
        "events": report.events,
        "documents": report.documents,
        "found": found,
        "unsent": asdict(report.unsent),
        "compared": None if compared.unreached else compared.files,
    }


def _lines(
    report: DeskReport, troubles: list[tuple[Trouble, str]], compared: _Compared, lang: str
) -> Iterator[str]:
    words, unsent = CHECK[lang], report.unsent
    yield words["counted"].format(files=report.files, events=report.events, documents=report.documents)
    told = {name: value for name, value in asdict(unsent).items() if name != "numbers"}
    yield words["standing"].format(**told)
    yield words["numbers"].format(numbers=", ".join(_numbers(unsent.numbers, lang)) or "0")
    if unsent.unproven:
        yield words["unproven"].format(unproven=unsent.unproven)
    if compared.unreached is None:
        yield words["compared"].format(compared=compared.files)
    else:
        yield words["unreached"].format(why=_why(compared.unreached, lang))
    for each in report.findings:
        what = FLAWS[lang][Flaw(each.flaw)]
        yield words["in_file"].format(file=each.file_id, seq=each.seq, what=what)
    for trouble, name in troubles:
        yield words["beside"].format(what=TROUBLES[lang][trouble], name=name)
    found = len(report.findings) + len(troubles)
    yield words["found"].format(n=found) if found else words["whole"]


def _numbers(left: Mapping[str, int], lang: str) -> Iterator[str]:
    for name, count in left.items():
        series, _, year = name.partition(" ")
        yield f"{SERIES[lang][Series(series)]} {year}: {count}"


def _why(answer: Declined, lang: str) -> str:
    return SILENCES[lang][answer.kind] if isinstance(answer, NoAnswer) else answer.code
