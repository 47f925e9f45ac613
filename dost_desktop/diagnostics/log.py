"""The program's log: JSON lines that rotate, without personal data."""

from __future__ import annotations

import hashlib
import json
import logging
import re
import traceback
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final
from uuid import UUID

_SIZE: Final = 2_000_000
_KEPT: Final = 5
_PERSONAL: Final = (
    re.compile(
        r"(?<!\d\d-)\b(?=[0-9A-HJ-NP-Z]*[0-9])(?=[0-9A-HJ-NP-Z]*[A-HJ-NP-Z])[0-9A-HJ-NP-Z]{5,7}\b"
    ),  # PIN, no instant
    re.compile(r"\b(?:AZE|AA|AB|MYİ|DYİ|MYI|DYI)\s?[0-9]{7,8}\b"),  # documents
    re.compile(
        r"(?<![\w.])(?:\+?994|0)[\s(\-]*[0-9]{2}[\s)\-]*[0-9]{3}[\s\-]*[0-9]{2}[\s\-]*[0-9]{2}(?!\w)"
    ),  # phone
    re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"),  # mail
    re.compile(r"[A-Z0-9<]{28,}"),  # a line of an MRZ
)


def masked(text: str) -> str:
    """``text`` with everything that looks like a person's number, document, phone, mail or MRZ hidden."""
    for pattern in _PERSONAL:
        text = pattern.sub("***", text)
    return text


def file_tag(file_id: UUID) -> str:
    """How a person's file is named in logs: enough to follow one file, not enough to find it."""
    return "file-" + hashlib.sha256(b"dost/log-tag/1\n" + file_id.bytes).hexdigest()[:10]


class JsonLines(logging.Formatter):
    """One JSON object a line: time (UTC), level, part of the program, message; of an error its kind and places."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of one record."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "part": record.name,
            "message": masked(record.getMessage()),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = type(record.exc_info[1]).__name__
            line["where"] = " < ".join(places(record.exc_info[1]))
        return json.dumps(line, ensure_ascii=False)


def places(error: BaseException) -> list[str]:
    """Where an error came from, the innermost first: module file, line, function; no values, no messages."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames)]


def start_log(folder: Path, level: int = logging.INFO) -> Path | None:
    """Log into ``folder`` from now on; the file, or None where the folder cannot be written (then to stderr)."""
    root = logging.getLogger()
    for old in [each for each in root.handlers if isinstance(each.formatter, JsonLines)]:
        root.removeHandler(old)
        old.close()
    path = folder / "desk.log"
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        path, handler = None, logging.StreamHandler()  # type: ignore[assignment]
    handler.setFormatter(JsonLines())
    root.addHandler(handler)
    root.setLevel(level)
    return path
