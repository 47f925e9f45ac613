"""A letter as it will stand on paper: words and places, before anybody draws it.

``catalogue.letters`` words it from the approved texts, ``reports`` draws it, the preview shows it: one and
the same value in all three, so what the agent sees is what the person gets.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """The twelve mandatory parts of a refusal notice, in their order on paper (letters part 1)."""

    LETTERHEAD = "letterhead"
    NUMBER_AND_DATE = "number_and_date"
    ADDRESSEE = "addressee"
    TITLE = "title"
    APPLICATION = "application"
    FACTS = "facts"
    LEGAL_BASIS = "legal_basis"
    DECISION = "decision"
    APPLY_AGAIN = "apply_again"
    APPEAL = "appeal"
    SIGNER = "signer"
    CHECK_CODE = "check_code"
    RECEIPT = "receipt"


class BlockKind(StrEnum):
    """How a block is set on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    FIELD = "field"  # label and value of one register fact
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of running text; ``label`` is set for fields only."""

    part: Part
    kind: BlockKind
    text: str
    label: str = ""
    editable: bool = False  # the agent's reasoning: the preview marks it with a bar while it is edited


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter in Azerbaijani, ready to be drawn; no value in it carries a suffix (letters 0.2)."""

    title: str  # the act in one line; also the PDF's title
    subtitle: str  # “ƏSASLANDIRILMIŞ YAZILI CAVAB”
    letterhead: tuple[str, ...]  # ministry, agency, centre, address and telephone
    number: str  # “05-04-05-00/B03/2026/000123”; in a preview “05-04-05-00/B03/2026/______”
    date: str  # “24 noyabr 2026-cı il”
    addressee: tuple[tuple[str, str], ...]  # label and value: Kimə, FİN, Ünvan, Nümayəndə
    blocks: tuple[Block, ...]  # application … appeal, in order
    signer_post: str
    signer_name: str
    signature_note: str  # one line under the signer when signed electronically, else ""
    by_hand: bool  # True: a line for the handwritten signature and a place for the seal
    verify_url: str  # what the QR code holds
    verify_code: str
    receipt_title: str
    receipt_lines: tuple[str, ...]
    practice: bool  # True: every page carries the practice mark
