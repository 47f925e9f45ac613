"""Answers that need not come twice: the server is asked whether they still stand, by their ETag."""

from __future__ import annotations

import threading
from collections import OrderedDict
from hashlib import sha256
from typing import Final, Generic, TypeVar

from pydantic import BaseModel

M = TypeVar("M", bound=BaseModel)
_AT_MOST: Final = 30


class KeptAnswers(Generic[M]):
    """The last answers by question, in memory; of a question only its digest stays, as it names a person."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, tuple[str, M]] = OrderedDict()

    def known(self, question: BaseModel) -> tuple[str, M] | tuple[str, None]:
        """Its ETag and the answer; an empty one where there is none."""
        with self._lock:
            return self._kept.get(_digest(question), ("", None))

    def keep(self, question: BaseModel, tag: str, answer: M) -> None:
        """This is the answer now; one without an ETag cannot be asked about."""
        with self._lock:
            self._kept.pop(_digest(question), None)
            if tag:
                self._kept[_digest(question)] = tag, answer
            while len(self._kept) > _AT_MOST:
                self._kept.popitem(last=False)


def _digest(question: BaseModel) -> str:
    return sha256(question.model_dump_json().encode()).hexdigest()
