"""An export is whole, can be proved without the database, and says of itself why it was made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import select

from central_api.administration import ADMINISTRATION, CannotBeDone
from central_api.export_check import prove
from central_api.exporting import Export, Scope
from central_api.office import Office
from central_api.tables import events, readings
from dost_desktop.contract.seals import from_text
from tests.central_api.practice_desk import Clockwork, Desk, enrol

PDF = b"%PDF-1.7 a notice"
PURPOSE = "məhkəmə sorğusu 17"


@pytest.fixture
def refused(office: Office, desk: Desk, http: httpx.Client, people: dict[str, str], clock: Clockwork) -> UUID:
    """A refused person of B03 whose paper is here, a second one without events but who they are, a third of A01."""
    office.background.stop()
    number = people["found 4.1.1"]
    file = desk.identifies(number)
    application = desk.opens(file)
    refusal = desk.refusal(application, desk.checks(file, application, number))
    desk.pushes(desk.records(file, refusal, desk.notice(application, PDF)))
    path = f"/v1/blobs/{hashlib.sha256(PDF).hexdigest()}"
    assert http.put(path, content=PDF, headers=desk.as_desk).is_success
    desk.identifies(people["not found"])
    enrol(office, http, clock, "A01").signs_in("fidan").identifies(people["cancelled"])
    return file


def lines(folder: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]


def test_everything_is_there_and_is_proved_without_the_database(
    office: Office, refused: UUID, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    done = Export(office).write(Scope(), out, PURPOSE)
    assert (done.files, done.documents, done.documents_missing) == (3, 1, 0)
    proof = prove(out)
    assert proof.wrong == []
    assert (proof.files, proof.events, proof.documents) == (done.files, done.events, 1)
    assert proof.key == f"{office.seals.key.name} {office.seals.key.public}"
    with office.database.reading() as connection:
        stored = connection.execute(select(events.c.hash).order_by(events.c.file_id, events.c.seq)).scalars()
        assert [line["hash"] for line in lines(out, "events.jsonl")] == list(stored)
        noted = connection.execute(
            select(readings.c.file_id, readings.c.purpose).where(readings.c.desk == ADMINISTRATION)
        ).all()
    assert {row.file_id for row in noted} == {line["file_id"] for line in lines(out, "files.jsonl")}
    assert {row.purpose for row in noted} == {PURPOSE}
    whole, seal = (out / "manifest.json").read_bytes(), json.loads((out / "manifest.seal.json").read_bytes())
    by_hand = Ed25519PublicKey.from_public_bytes(from_text(seal["public"]))
    by_hand.verify(from_text(seal["signature"]), b"dost/export/1\n" + whole)  # as its README says
    assert json.loads(whole)["purpose"] == PURPOSE


def test_one_file_one_centre_and_what_changed_since(
    office: Office, desk: Desk, refused: UUID, tmp_path: Path, people: dict[str, str], clock: Clockwork
) -> None:
    one = Export(office).write(Scope(file=refused), tmp_path / "one", PURPOSE)
    assert (one.files, one.documents) == (1, 1)
    assert {line["file_id"] for line in lines(tmp_path / "one", "events.jsonl")} == {str(refused)}
    assert {line.get("agent") for line in lines(tmp_path / "one", "agents.jsonl")} == {"aysel"}
    assert Export(office).write(Scope(centre="A01"), tmp_path / "centre", PURPOSE).files == 1
    since = "2026-11-24T06:00:00.001Z"
    assert Export(office).write(Scope(since=since), tmp_path / "none", PURPOSE).files == 0
    clock.at = clock.at.replace(minute=5)
    desk.identifies(people["unemployed"])
    assert Export(office).write(Scope(since=since), tmp_path / "since", PURPOSE).files == 1
    for name in ("one", "centre", "none", "since"):
        assert prove(tmp_path / name).wrong == [], name


def test_what_cannot_be_exported_is_said_and_nothing_is_noted(
    office: Office, refused: UUID, tmp_path: Path
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").touch()
    (tmp_path / "file").touch()
    for scope, out in (
        (Scope(), tmp_path / "full"),
        (Scope(), tmp_path / "file"),
        (Scope(file=uuid4()), tmp_path / "nobody"),
    ):
        with pytest.raises(CannotBeDone):
            Export(office).write(scope, out, PURPOSE)
    with office.database.reading() as connection:
        assert not connection.execute(select(readings).where(readings.c.desk == ADMINISTRATION)).all()


def _edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

    return edit


def _pdf(folder: Path) -> Path:
    [path] = (folder / "documents").rglob("*.pdf")
    return path


FORGED = [
    ("an event changed", _edit("events.jsonl", '"steps":', '"Steps":'), "events.jsonl"),
    (
        "the manifest changed",
        _edit("manifest.json", PURPOSE, "başqa"),
        "manifest.json: is not what was sealed",
    ),
    ("no manifest: not finished", lambda f: (f / "manifest.json").unlink(), "no whole export"),
    ("no seal", lambda f: (f / "manifest.seal.json").unlink(), "no whole export"),
    ("a seal that is none", lambda f: (f / "manifest.seal.json").write_text("{"), "cannot be read"),
    ("a file put in", lambda f: (f / "more.jsonl").touch(), "more.jsonl: is not part"),
    ("a file lost", lambda f: (f / "keys.jsonl").unlink(), "keys.jsonl: is missing"),
    ("a document changed", lambda f: _pdf(f).write_bytes(b"x"), "is not what its hash says"),
    ("a document lost", lambda f: _pdf(f).unlink(), "is missing"),
    ("a document put in", lambda f: (f / "documents" / "x.pdf").touch(), "is not part"),
]


def test_whatever_was_changed_is_named(office: Office, refused: UUID, tmp_path: Path) -> None:
    for place, (name, forge, said) in enumerate(FORGED):
        folder = tmp_path / str(place)
        Export(office).write(Scope(file=refused), folder, PURPOSE)
        forge(folder)
        wrong = prove(folder).wrong
        assert len(wrong) == 1, (name, wrong)
        assert said in wrong[0], name
