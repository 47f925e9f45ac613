"""An export proved without any database: what is sealed is there, and every file holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from pydantic import ValidationError

from central_api.agent_keys import was_valid
from central_api.exporting import (
    AGENTS,
    BLOBS,
    DOCUMENTS,
    EVENTS,
    FILES,
    FORMAT,
    KEYS,
    MANIFEST,
    READ_ME,
    SEAL,
    sealed_bytes,
)
from dost_desktop.contract.messages import AgentKey, EventMessage
from dost_desktop.contract.seals import is_sealed, is_signed
from dost_desktop.contract.translation import chained_event
from dost_desktop.domain import acts
from dost_desktop.domain.attestation import Receipt
from dost_desktop.domain.chain import check_chain
from dost_desktop.domain.codec import from_json
from dost_desktop.domain.events import CENTRAL_AGENT, CENTRAL_DESK, ChainedEvent

_PIECE: Final = 1 << 20
_TOLERANCE: Final = timedelta(minutes=5)  # of a desk's clock (design 4)
_SEALED: Final = frozenset({READ_ME, EVENTS, FILES, KEYS, AGENTS, DOCUMENTS})
_UNREADABLE: Final = (ValueError, KeyError, TypeError, ValidationError)


@dataclass(slots=True)
class Proof:
    """What was looked at, under whose key, and what is wrong, a line each; nothing of a person."""

    key: str = ""  # the server's, by name and in full: to be compared with the published one
    files: int = 0
    events: int = 0
    documents: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Keys:
    """The keys that the export brings."""

    server: dict[str, str] = field(default_factory=dict)
    agents: dict[tuple[str, str], list[AgentKey]] = field(default_factory=dict)

    def event_is_signed(self, chained: ChainedEvent) -> bool:
        content, signature = chained.event.content, chained.event.signature
        message, who = content.signed_bytes(), (content.agent, content.desk)
        if who == (CENTRAL_AGENT, CENTRAL_DESK):
            return any(is_signed(public, message, signature) for public in self.server.values())
        valid = (key for key in self.agents.get(who, ()) if was_valid(key, content.at, _TOLERANCE))
        return any(is_signed(key.public, message, signature) for key in valid)

    def receipt_is_signed(self, receipt: Receipt) -> bool:
        return is_sealed(receipt, self.server)


def prove(folder: Path) -> Proof:
    """Look at everything in an exported folder, a file at a time."""
    proof = Proof()
    manifest = _manifest(folder, proof)
    if manifest is None:
        return proof
    proof.wrong += _contents(folder, manifest)
    if proof.wrong:  # what is not as it was sealed is not read any further
        return proof
    documents = {row["sha256"]: row for row in _lines(folder / DOCUMENTS)}
    proof.wrong += _documents(folder, documents, proof)
    keys, receipts = _keys(folder), _lines(folder / FILES)
    if proof.key.split(" ")[0] not in keys.server:
        proof.wrong.append(f"{KEYS}: the sealing key is not among the server's")
    for file, lines in groupby(_lines(folder / EVENTS), key=lambda line: line["file_id"]):
        said = next(receipts, None)
        proof.wrong += _file(str(file), list(lines), said, keys, documents, proof)
    if next(receipts, None) is not None:
        proof.wrong.append(f"{FILES}: a file without events")
    for name, count in (("files", proof.files), ("events", proof.events), ("documents", proof.documents)):
        if manifest.get(name) != count:
            proof.wrong.append(f"{MANIFEST}: says another count of {name}")
    return proof


def _manifest(folder: Path, proof: Proof) -> dict[str, Any] | None:
    """What the seal covers; None, and why, when the seal does not hold."""
    try:
        content = (folder / MANIFEST).read_bytes()
        seal = json.loads((folder / SEAL).read_bytes())
        name, public, signature = (str(seal[key]) for key in ("key", "public", "signature"))
    except OSError as error:
        proof.wrong.append(f"no whole export: {Path(error.filename or MANIFEST).name} cannot be read")
        return None
    except _UNREADABLE:
        proof.wrong.append(f"{SEAL}: cannot be read")
        return None
    proof.key = f"{name} {public}"
    if not is_signed(public, sealed_bytes(content), signature):
        proof.wrong.append(f"{MANIFEST}: is not what was sealed")
        return None
    manifest: dict[str, Any] = json.loads(content)
    if manifest.get("format") != FORMAT:
        proof.wrong.append(f"{MANIFEST}: another format than {FORMAT}")
        return None
    return manifest


def _contents(folder: Path, manifest: dict[str, Any]) -> Iterator[str]:
    listed = {str(each["path"]): each for each in manifest["contents"]}
    for name in sorted(_SEALED | listed.keys()):
        if name not in listed or name not in _SEALED:
            yield f"{MANIFEST}: {name} is not as an export has it"
            continue
        measured = _measured(folder / name)
        if measured is None:
            yield f"{name}: is missing"
        elif measured != (listed[name]["sha256"], listed[name]["size"]):
            yield f"{name}: is not what was sealed"
    for path in sorted(folder.iterdir()):
        if path.name not in {*listed, MANIFEST, SEAL, BLOBS}:
            yield f"{path.name}: is not part of the export"


def _documents(folder: Path, documents: dict[str, Any], proof: Proof) -> Iterator[str]:
    there = {path.relative_to(folder).as_posix() for path in (folder / BLOBS).rglob("*") if path.is_file()}
    listed = {each["path"] for each in documents.values() if each["path"]}
    for path in sorted(there - listed):
        yield f"{path}: is not part of the export"
    for sha256, each in documents.items():
        if not each["path"]:
            continue
        proof.documents += 1
        measured = _measured(folder / each["path"])
        if measured is None:
            yield f"{each['path']}: is missing"
        elif measured != (sha256, each["size"]):
            yield f"{each['path']}: is not what its hash says"


def _keys(folder: Path) -> _Keys:
    keys = _Keys()
    for line in _lines(folder / KEYS):
        if "server_key" in line:
            keys.server[line["server_key"]] = line["public"]
        else:
            key = AgentKey.model_validate(line)
            keys.agents.setdefault((key.agent, key.desk), []).append(key)
    return keys


def _file(
    file: str,
    lines: list[dict[str, Any]],
    said: dict[str, Any] | None,
    keys: _Keys,
    documents: dict[str, Any],
    proof: Proof,
) -> Iterator[str]:
    proof.files += 1
    proof.events += len(lines)
    if said is None or said.get("file_id") != file:
        yield f"{FILES}: no receipt of {file}"
        return
    events = []
    for line in lines:
        try:
            message = {name: line[name] for name in EventMessage.model_fields}
            events.append(chained_event(EventMessage.model_validate(message)))
        except _UNREADABLE:
            yield f"{file} {line.get('seq')}: cannot be read"
            return
    receipt: Receipt = from_json(Receipt, said["receipt"])
    for finding in check_chain(UUID(file), events, [receipt], keys):
        yield f"{file} {finding.seq}: {finding.flaw.value}"
    if receipt.seq != len(events):
        yield f"{file} {receipt.seq}: the receipt is not of the last event"
    for each in events:
        is_notice = each.event.content.kind == acts.IssueNotice.kind and each.event.data is not None
        if is_notice and (each.event.data or {})["pdf"] not in documents:
            yield f"{file} {each.link.seq}: its document is not listed"


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _measured(path: Path) -> tuple[str, int] | None:
    measured, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                measured.update(piece)
                size += len(piece)
    except OSError:
        return None
    return measured.hexdigest(), size
