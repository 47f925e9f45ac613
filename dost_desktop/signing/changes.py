"""What was changed in a file after it was signed, in words a person can look for on the page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader

from dost_desktop.signing.facts import Change

_UPWARDS: Final = frozenset({"/Parent", "/P", "/Prev", "/StructParents", "/StructParent"})
_MOST: Final = 50_000  # objects looked at; a notice has some hundreds
_DEEPEST: Final = 100
_OF_ROOT: Final = {
    "/AcroForm": Change.FORM,
    "/Metadata": Change.METADATA,
    "/Lang": Change.METADATA,
    "/ViewerPreferences": Change.METADATA,
}
_ELSEWHERE: Final = frozenset({"/Pages", "/DSS", "/Extensions", "/Version"})


class _TooMuch(Exception):
    """The file holds more than anybody would look through."""


class _Look:
    """One version of the file, taken apart."""

    def __init__(self, root: Any) -> None:
        self._left = _MOST
        self.pages = [self._page(each) for each in self._leaves(root["/Pages"], 0)]
        self.root = {
            str(name): self._digest(root.raw_get(name)) for name in root if str(name) not in _ELSEWHERE
        }

    def _leaves(self, node: Any, depth: int) -> Iterator[Any]:
        self._count(depth)
        if "/Kids" not in node:
            yield node
            return
        kids = node["/Kids"]
        for index in range(len(kids)):  # by index: only so are references followed
            yield from self._leaves(kids[index], depth + 1)

    def _page(self, page: Any) -> tuple[bytes, bytes]:
        """The page's appearance, and what lies on it."""
        drawn = [page.raw_get(name) for name in sorted(page) if name not in _UPWARDS | {"/Annots"}]
        notes = page.raw_get("/Annots") if "/Annots" in page else generic.ArrayObject()
        return self._digest(generic.ArrayObject(drawn)), self._digest(notes)

    def _digest(self, value: Any) -> bytes:
        return self._of(value, {}, 0)

    def _of(self, value: Any, seen: dict[tuple[int, int], int], depth: int) -> bytes:
        self._count(depth)
        if isinstance(value, generic.IndirectObject):
            place = (value.idnum, value.generation)
            if place in seen:
                return b"again %d" % seen[place]
            seen[place] = len(seen)
            value = value.get_object()  # type: ignore[no-untyped-call]
        told = sha256(type(value).__name__.encode())
        if isinstance(value, generic.StreamObject):
            told.update(sha256(value.encoded_data).digest())
        if isinstance(value, generic.DictionaryObject):
            for name in sorted(value):
                if name not in _UPWARDS:
                    told.update(name.encode() + self._of(value.raw_get(name), seen, depth + 1))
        elif isinstance(value, generic.ArrayObject):
            for index in range(len(value)):
                if not _is_stamp(value[index]):
                    told.update(self._of(value.raw_get(index), seen, depth + 1))
        else:
            written = io.BytesIO()
            value.write_to_stream(written)
            told.update(written.getvalue())
        return told.digest()

    def _count(self, depth: int) -> None:
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            raise _TooMuch


def _is_stamp(value: Any) -> bool:
    """Whether this is the field of a time stamp over the file, which may be added at any time, unseen."""
    if not isinstance(value, generic.DictionaryObject) or value.get("/FT") != "/Sig" or "/V" not in value:
        return False
    signature, place = value["/V"], value.get("/Rect", [])
    unseen = "/AP" not in value and not any(float(each) for each in place)
    return unseen and isinstance(signature, dict) and signature.get("/Type") == "/DocTimeStamp"


def reads_alike(pdf: bytes) -> bool:
    """Whether a second reader (qpdf) takes the file as it stands, without mending anything.

    Readers mend broken files each in their own way: what one passes over, another may show.
    """
    try:
        with pikepdf.open(io.BytesIO(pdf), attempt_recovery=False) as opened:
            return not opened.get_warnings() and len(opened.pages) > 0
    except Exception:  # noqa: BLE001 - hostile bytes can break a parser in any way
        return False


def changes_since(reader: PdfFileReader, revision: int) -> tuple[Change, ...]:
    """What is another now than it was at ``revision``; never empty: something hidden is a change, too."""
    try:
        before, after = _Look(reader.get_historical_root(revision)), _Look(reader.root)
    except Exception:  # noqa: BLE001 - hostile bytes can break the parser in any way; that it changed is certain
        return (Change.UNREADABLE,)
    found: set[Change] = set()
    if len(before.pages) != len(after.pages):
        found.add(Change.PAGES)
    for (drawn, notes), (drawn_now, notes_now) in zip(before.pages, after.pages, strict=False):
        found |= {Change.CONTENT} if drawn != drawn_now else set()
        found |= {Change.NOTES} if notes != notes_now else set()
    for name in before.root.keys() | after.root.keys():
        if before.root.get(name) != after.root.get(name):
            found.add(_OF_ROOT.get(name, Change.STRUCTURE))
    return tuple(each for each in Change if each in found) or (Change.HIDDEN,)
