"""What the office's rules say about an intake: the kinds of documents and the law in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dost_desktop.catalogue.office import DocumentEntry
from dost_desktop.domain.law import LawInForce


@dataclass(frozen=True, slots=True)
class IntakeRules:
    """The catalogue's kinds of documents and what the law says today."""

    documents: Sequence[DocumentEntry]
    law: LawInForce
