"""Files as anybody can read them without our programs: events, receipts, keys and documents, signed as a whole.

For a court, an auditor, a successor of this program, or the person whose file it is (docs/formats.md).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Final
from uuid import UUID

from sqlalchemy import Connection, Row, Select, insert, select

from central_api.administration import ADMINISTRATION, CannotBeDone, administrator
from central_api.checking.merged import ByFile
from central_api.export_words import README
from central_api.office import Office
from central_api.tables import agent_keys, agents, events, file_centres, files, notices, posts, readings
from dost_desktop.domain.dates import instant, instant_text
from dost_desktop.domain.events import Head
from dost_desktop.domain.ids import new_id

FORMAT: Final = "dost/export/1"
MANIFEST: Final = "manifest.json"
SEAL: Final = "manifest.seal.json"
READ_ME: Final = "README.txt"
EVENTS, FILES, KEYS, AGENTS = "events.jsonl", "files.jsonl", "keys.jsonl", "agents.jsonl"
DOCUMENTS: Final = "documents.jsonl"
BLOBS: Final = "documents"  # the folder
_AT_ONCE: Final = 500  # files noted among the readings in one transaction


@dataclass(frozen=True, slots=True)
class Scope:
    """Which files: one, those of a centre, those that changed since a moment; all of them when nothing is named."""

    file: UUID | None = None
    centre: str = ""
    since: str = ""  # a moment as it travels

    @property
    def is_one(self) -> bool:
        """Whether it is one person's file."""
        return self.file is not None

    def chosen(self) -> Select[Any]:
        """Their ids, in order."""
        wanted = select(files.c.file_id)
        if self.file is not None:
            wanted = wanted.where(files.c.file_id == str(self.file))
        if self.centre:
            here = select(file_centres.c.file_id).where(file_centres.c.centre == self.centre)
            wanted = wanted.where(files.c.file_id.in_(here))
        if self.since:
            lately = select(events.c.file_id).where(events.c.received_at >= self.since)
            wanted = wanted.where(files.c.file_id.in_(lately))
        return wanted.order_by(files.c.file_id)


@dataclass(slots=True)
class Exported:
    """How much was written."""

    files: int = 0
    events: int = 0
    documents: int = 0
    documents_missing: int = 0  # not sent by their desk yet, or lost


@dataclass(slots=True)
class _Folder:
    """The folder while it is written; each file is measured as it grows."""

    path: Path
    listed: dict[str, tuple[str, int]] = field(default_factory=dict)

    def lines(self, name: str, rows: Iterator[Mapping[str, Any]]) -> None:
        """Write one JSON object a line."""
        with (self.path / name).open("wb") as file:
            measured = _Measured(file)
            for row in rows:
                measured.write(_json(row) + b"\n")
        self.listed[name] = measured.hexdigest, measured.size

    def whole(self, name: str, content: bytes) -> None:
        """Write a short file."""
        (self.path / name).write_bytes(content)
        self.listed[name] = hashlib.sha256(content).hexdigest(), len(content)


class _Measured:
    """Writes, and knows hash and size of what was written."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._hash, self.size = file, hashlib.sha256(), 0

    def write(self, piece: bytes) -> None:
        self._file.write(piece)
        self._hash.update(piece)
        self.size += len(piece)

    @property
    def hexdigest(self) -> str:
        return self._hash.hexdigest()


class Export:
    """Writes one export from one snapshot, and notes whose files it holds and why."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self._signers: set[tuple[str, str]] = set()
        self._documents: set[str] = set()
        self.exported = Exported()

    def write(self, scope: Scope, out: Path, purpose: str) -> Exported:
        """Fill ``out``, which must be empty or not there. Raises CannotBeDone, and leaves a folder without manifest."""
        folder = _Folder(_empty(out))
        now = self.office.clock()
        with self.office.database.snapshot() as connection:
            wanted = list(connection.execute(scope.chosen()).scalars())
            if scope.is_one and not wanted:
                raise CannotBeDone("no such file")
            self._note(wanted, purpose, now)
            folder.whole(READ_ME, README.encode())
            folder.lines(EVENTS, self._events(connection, scope, wanted))
            folder.lines(FILES, self._files(connection, wanted))
            folder.lines(KEYS, self._keys(connection))
            folder.lines(AGENTS, self._agents(connection))
            folder.lines(DOCUMENTS, self._blobs(connection, scope, out))
        self._seal(folder, scope, purpose, now)
        return self.exported

    def _note(self, wanted: list[str], purpose: str, now: datetime) -> None:
        row = {
            "at": instant_text(now),
            "agent": administrator(),
            "desk": ADMINISTRATION,
            "what": "export",
            "purpose": purpose,
            "lookup_no": "",
        }
        for start in range(0, len(wanted), _AT_ONCE):
            rows = [
                row | {"reading": str(new_id(now)), "file_id": each}
                for each in wanted[start : start + _AT_ONCE]
            ]
            with self.office.database.writing() as connection:
                connection.execute(insert(readings), rows)

    def _events(self, connection: Connection, scope: Scope, wanted: list[str]) -> Iterator[Mapping[str, Any]]:
        if scope.is_one:  # by its key, not among all of them
            one = select(events).where(events.c.file_id == str(scope.file)).order_by(events.c.seq)
            for row in connection.execute(one):
                yield self._event(row)
        else:
            with closing(ByFile(connection, events, events.c.seq)) as stream:
                for file in wanted:
                    while stream.file is not None and stream.file < file:
                        stream.of(stream.file)
                    for row in stream.of(file):
                        yield self._event(row)

    def _event(self, row: Row[Any]) -> Mapping[str, Any]:
        try:
            content = json.loads(row.content)
            data = None if row.data is None else json.loads(row.data)
            self._signers.add((content["agent"], content["desk"]))
        except (ValueError, KeyError, TypeError):
            raise CannotBeDone(f"an event of {row.file_id} cannot be read: central-api check") from None
        self.exported.events += 1
        return {
            "file_id": row.file_id,
            "seq": row.seq,
            "content": content,
            "signature": row.signature,
            "salt": row.salt,
            "data": data,
            "prev": row.prev,
            "hash": row.hash,
            "received_at": row.received_at,
        }

    def _files(self, connection: Connection, wanted: list[str]) -> Iterator[Mapping[str, Any]]:
        epoch = self.office.deployment.epoch_in(connection)
        for file in wanted:
            head = select(files.c.seq, files.c.hash, events.c.received_at).join(
                events, (events.c.file_id == files.c.file_id) & (events.c.seq == files.c.seq)
            )
            row = connection.execute(head.where(files.c.file_id == file)).one_or_none()
            if row is None:
                raise CannotBeDone(f"the head of {file} is not its last event: central-api check")
            places = select(file_centres.c.centre).where(file_centres.c.file_id == file)
            receipt = self.office.seals.receipt(
                UUID(file), Head(row.seq, row.hash), instant(row.received_at), epoch
            )
            self.exported.files += 1
            centres = sorted(connection.execute(places).scalars())
            yield {"file_id": file, "centres": centres, "receipt": receipt}

    def _keys(self, connection: Connection) -> Iterator[Mapping[str, Any]]:
        for name, public in sorted(self.office.seals.public_keys.items()):
            yield {"server_key": name, "public": public}
        chosen = select(agent_keys).order_by(agent_keys.c.agent, agent_keys.c.desk, agent_keys.c.since)
        for row in connection.execute(chosen):
            if (row.agent, row.desk) in self._signers:
                yield {
                    "agent": row.agent,
                    "desk": row.desk,
                    "public": row.public,
                    "since": row.since,
                    "until": row.until,
                }

    def _agents(self, connection: Connection) -> Iterator[Mapping[str, Any]]:
        """Who they were: names and posts, so that a reader can say who signed as what."""
        named = {agent for agent, _ in self._signers}
        names = {row.agent: row.name for row in connection.execute(select(agents.c.agent, agents.c.name))}
        for row in connection.execute(select(posts).order_by(posts.c.agent, posts.c.since)):
            if row.agent in named:
                yield {
                    "agent": row.agent,
                    "name": names.get(row.agent, ""),
                    "role": row.role,
                    "post": row.post,
                    "centre": row.centre,
                    "since": row.since,
                    "until": row.until,
                }

    def _blobs(self, connection: Connection, scope: Scope, out: Path) -> Iterator[Mapping[str, Any]]:
        within = scope.chosen().order_by(None).scalar_subquery()
        chosen = select(notices.c.pdf).where(notices.c.file_id.in_(within)).distinct()
        for sha256 in connection.execute(chosen.order_by(notices.c.pdf)).scalars():
            path = Path(BLOBS) / sha256[:2] / f"{sha256}.pdf"
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            try:
                pieces = self.office.blobs.pieces(sha256)
                first = next(pieces, b"")
            except FileNotFoundError:
                self.exported.documents_missing += 1
                yield {"sha256": sha256, "path": None, "size": None}
                continue
            with (out / path).open("wb") as file:
                measured = _Measured(file)
                measured.write(first)
                for piece in pieces:
                    measured.write(piece)
            if measured.hexdigest != sha256:
                raise CannotBeDone(
                    f"the document {sha256} is not what its hash says: central-api check --blobs"
                )
            self.exported.documents += 1
            yield {"sha256": sha256, "path": path.as_posix(), "size": measured.size}

    def _seal(self, folder: _Folder, scope: Scope, purpose: str, now: datetime) -> None:
        """Last of all: what is not sealed is not whole."""
        manifest = {
            "format": FORMAT,
            "made_at": instant_text(now),
            "epoch": self.office.deployment.epoch,
            "is_practice": self.office.deployment.is_practice,
            "scope": {
                "file": str(scope.file) if scope.file else None,
                "centre": scope.centre or None,
                "since": scope.since or None,
            },
            "purpose": purpose,
            "files": self.exported.files,
            "events": self.exported.events,
            "documents": self.exported.documents,
            "documents_missing": self.exported.documents_missing,
            "contents": [
                {"path": name, "sha256": sha256, "size": size}
                for name, (sha256, size) in sorted(folder.listed.items())
            ],
        }
        content = json.dumps(manifest, ensure_ascii=False, indent=2).encode() + b"\n"
        (folder.path / MANIFEST).write_bytes(content)
        key = self.office.seals.key
        seal = {"key": key.name, "public": key.public, "signature": key.sign(sealed_bytes(content))}
        (folder.path / SEAL).write_text(json.dumps(seal, indent=2) + "\n", encoding="utf-8", newline="\n")


def sealed_bytes(manifest: bytes) -> bytes:
    """What the server signs: the tag, one line feed, the manifest's bytes."""
    return FORMAT.encode() + b"\n" + manifest


def _empty(out: Path) -> Path:
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        is_empty = not any(out.iterdir())
    except OSError as error:
        raise CannotBeDone(f"--out: {error.strerror or 'cannot be made'}") from None
    if not is_empty:
        raise CannotBeDone("--out: the folder is not empty")
    return out


def _json(row: Mapping[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
