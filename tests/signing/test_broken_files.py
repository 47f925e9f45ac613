"""Signed files broken at random: whatever the bytes do to the parsers, none crashes, none passes for whole."""

from __future__ import annotations

import io
import random
import re

import pikepdf
import pytest

from dost_desktop.signing.facts import Verdict
from dost_desktop.signing.verify import verify_file
from tests.signing.extended_files import contents

TOKENS = (
    b"endobj", b"obj", b"stream\n", b"endstream", b"<<", b">>", b"[", b"]", b"/Kids", b"/Parent 1 0 R", b"/Type /Sig",
    b"/ByteRange [0 1 2 3]", b"/Contents <00>", b"/Filter /FlateDecode", b"/Length 99999999", b"/Prev 0", b"null",
    b"startxref\n0\n%%EOF\n", b"xref\n0 1\n", b"trailer <<>>", b"-1", b"4294967296", b"(", b")", b"<", b">", bytes(8),
    b"/Encrypt 1 0 R", b"/XRefStm 9", b"\x30\x80", b"\xff\xff\xff\xff", b"/DSS 1 0 R", b"/V 1 0 R", b"%%EOF",
)  # fmt: skip


def mutated(pdf: bytes, other: bytes, dice: random.Random) -> bytes:
    """One to four changes of the kinds that break parsers."""
    content = bytearray(pdf)
    for _ in range(dice.randint(1, 4)):
        # half of them where the structure is: at names, numbers and brackets of the last part
        at = dice.randrange(len(content)) if dice.random() < 0.5 else _near_structure(content, dice)
        span = dice.randint(1, 64)
        match dice.randrange(7):
            case 0:
                content[at] ^= 1 << dice.randrange(8)
            case 1:
                del content[at : at + span]
            case 2:
                content[at:at] = content[at : at + span]
            case 3:
                content[at:at] = dice.choice(TOKENS)
            case 4:
                token = dice.choice(TOKENS)
                content[at : at + len(token)] = token
            case 5:
                begin = dice.randrange(len(other))
                content[at : at + span] = other[begin : begin + span]
            case _:
                digits = list(re.finditer(rb"\d+", content[at : at + 200]))
                if digits:
                    found = dice.choice(digits)
                    number = str(dice.choice([0, 1, int(found[0]) + 1, 2**31, 2**63, 10**12])).encode()
                    content[at + found.start() : at + found.end()] = number
        if not content:
            break
    return bytes(content)


def _near_structure(content: bytearray, dice: random.Random) -> int:
    word = dice.choice(
        (b"obj", b"/Sig", b"/ByteRange", b"/AcroForm", b"xref", b"/Root", b"/V ", b"/DSS", b"/Prev")
    )
    places = [found.start() for found in re.finditer(re.escape(word), content)]
    return dice.choice(places) if places else dice.randrange(len(content))


def shown(pdf: bytes) -> list[bytes]:
    """What each page draws."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [page.Contents.read_bytes() for page in opened.pages]


def try_mutations(samples: list[tuple[bytes, bytes]], count: int, seed: int) -> int:
    """How many of ``count`` mutated files still passed; fails if one of those shows something else."""
    dice, passed = random.Random(seed), 0
    for number in range(count):
        (original, root), (other, _) = dice.choice(samples), dice.choice(samples)
        candidate = mutated(original, other, dice)
        verdict = verify_file(candidate, [root])
        assert isinstance(verdict, Verdict)
        if verdict.valid and candidate != original:
            passed += 1
            end = contents(original).stop  # nothing the signature covers before its value is another
            assert candidate[: contents(original).start] == original[: contents(original).start], number
            assert candidate[end : end + 200] == original[end : end + 200], number
            assert shown(candidate) == shown(original), number
    return passed


def test_mutated_files_neither_crash_verification_nor_pass_for_whole(
    signed: bytes, root: bytes, archived: tuple[bytes, bytes, bytes]
) -> None:
    try_mutations([(signed, root), archived[:2]], 150, seed=7)


@pytest.mark.long
def test_twenty_thousand_mutated_files(
    signed: bytes, root: bytes, archived: tuple[bytes, bytes, bytes]
) -> None:
    try_mutations([(signed, root), archived[:2]], 20_000, seed=20260302)
