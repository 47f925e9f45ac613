"""What a scan really is, told from its bytes: nothing that cannot be read again later may lie in a person's file.

Heavy: ``read_scan`` runs in the documents process. This module itself is cheap to import.
"""

from __future__ import annotations

import stat
import struct
import zlib
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from dost_desktop.domain.errors import AgentError

if TYPE_CHECKING:
    from collections.abc import Iterator

MEGABYTE: Final = 1024 * 1024
LARGEST: Final = 10 * MEGABYTE  # bytes of one scan
MOST_PAGES: Final = 20
SMALLEST_SIDE: Final = 600  # pixels: the short side of an identity card at 300 dots an inch
MOST_MEGAPIXELS: Final = 40  # A4 at 600 dots an inch has 35
_POINTS_PER_INCH: Final = 72
_COVERS: Final = 0.5  # of the page: then the page is a picture of a paper
_END_MARK_ROOM: Final = 1024  # a whole PDF says so in its last kilobyte, as every reader demands


class ScanKind(StrEnum):
    """What the bytes are."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"


_MAGIC: Final = (
    (b"%PDF-", ScanKind.PDF),
    (b"\xff\xd8\xff", ScanKind.JPEG),
    (b"\x89PNG\r\n\x1a\n", ScanKind.PNG),
)
_NAMED: Final = {
    ".pdf": ScanKind.PDF, ".png": ScanKind.PNG,
    ".jpg": ScanKind.JPEG, ".jpeg": ScanKind.JPEG, ".jpe": ScanKind.JPEG, ".jfif": ScanKind.JPEG,
}  # fmt: skip
# what Pillow's readers are known to say about bytes that are no picture
_BROKEN_PICTURE: Final = (
    OSError, SyntaxError, ValueError, TypeError, EOFError, LookupError, ArithmeticError, MemoryError,
    struct.error, zlib.error,
)  # fmt: skip


class ScanRefused(AgentError):
    """The scan cannot be kept; its kinds say why. Nothing of it was stored."""

    code: ClassVar[str] = "scan.unreadable"


class ScanTooLarge(ScanRefused):
    """More bytes than a desk keeps. Facts: ``size`` and ``limit`` in MB, the size rounded up."""

    code = "scan.too_large"

    def __init__(self, size: int) -> None:
        super().__init__(size=-(-size // MEGABYTE), limit=LARGEST // MEGABYTE)


class ScanDisguised(ScanRefused):
    """The name says one kind and the bytes say another. Fact: ``named``."""

    code = "scan.disguised"


class ScanOfOtherKind(ScanRefused):
    """Neither PDF nor JPEG nor PNG, and its name does not say so either."""

    code = "scan.other_kind"


class ScanTooManyPages(ScanRefused):
    """Facts: ``n`` and ``limit``."""

    code = "scan.too_many_pages"


class ScanTooSmall(ScanRefused):
    """Too few pixels to read a paper from. Facts: ``n``, the short side, and ``limit``."""

    code = "scan.too_small"


class ScanTooDetailed(ScanRefused):
    """So many pixels that showing it would stop the desk. Fact: ``limit`` in million pixels."""

    code = "scan.too_detailed"


class ScanEncrypted(ScanRefused):
    """A PDF behind a password."""

    code = "scan.encrypted"


@dataclass(frozen=True, slots=True)
class ScanFacts:
    """What stands in the bytes: ``size`` in bytes."""

    kind: ScanKind
    pages: int
    size: int


@dataclass(frozen=True, slots=True)
class PastedPicture:
    """A picture from the clipboard: rows of ``stride`` bytes, a pixel blue, green, red and one unused."""

    width: int
    height: int
    stride: int
    pixels: bytes = field(repr=False)  # empty when there are far too many


@dataclass(frozen=True, slots=True)
class ReadScan:
    """A scan that can be kept; ``name`` is the file's, "" for a pasted picture."""

    content: bytes = field(repr=False)
    name: str = field(repr=False)  # people name files after persons
    facts: ScanFacts


ScanSource = Path | PastedPicture


def read_scan(source: ScanSource) -> ReadScan:
    """The scan in a file or on the clipboard, if it can be kept. Raises ScanRefused. For the documents process."""
    if isinstance(source, PastedPicture):
        content, name = _as_png(source), ""
    else:
        content, name = _content_of(source), source.name
    return ReadScan(content, name, looked_at(content, name))


def looked_at(content: bytes, name: str) -> ScanFacts:
    """What these bytes are. The name only counts when it contradicts them. Raises ScanRefused."""
    if len(content) > LARGEST:
        raise ScanTooLarge(len(content))
    if not content:
        raise ScanRefused
    kind = next((kind for magic, kind in _MAGIC if content.startswith(magic)), None)
    named = _NAMED.get(Path(name).suffix.lower())
    if named is not None and kind is not named:
        raise ScanDisguised(named=named.value.upper())
    if kind is None:
        raise ScanOfOtherKind
    pages = _pages(content) if kind is ScanKind.PDF else _picture(content, kind)
    return ScanFacts(kind, pages, len(content))


def _content_of(path: Path) -> bytes:
    """The file's bytes; one that is too large is not read, and a device or folder is no file."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise ScanRefused
        if about.st_size > LARGEST:
            raise ScanTooLarge(about.st_size)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)  # it may have grown since
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise ScanRefused from error


def _as_png(picture: PastedPicture) -> bytes:
    from io import BytesIO  # noqa: PLC0415

    from PIL import Image  # noqa: PLC0415 - heavy

    _check_pixels(picture.width, picture.height)
    png = BytesIO()
    size = (picture.width, picture.height)
    Image.frombytes("RGB", size, picture.pixels, "raw", "BGRX", picture.stride).save(png, "PNG")
    return png.getvalue()


def _check_pixels(width: int, height: int) -> None:
    if width * height > MOST_MEGAPIXELS * 1_000_000:
        raise ScanTooDetailed(limit=MOST_MEGAPIXELS)
    if min(width, height) < SMALLEST_SIDE:
        raise ScanTooSmall(n=min(width, height), limit=SMALLEST_SIDE)


def _picture(content: bytes, kind: ScanKind) -> int:
    """One page, when every pixel of it can be read. The size is looked at before anything is unpacked."""
    import warnings  # noqa: PLC0415
    from io import BytesIO  # noqa: PLC0415

    from PIL import Image  # noqa: PLC0415 - heavy

    formats = (kind.value.upper(),)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of large pictures and odd metadata: judged below
            with Image.open(BytesIO(content), formats=formats) as head:
                _check_pixels(*head.size)
                head.verify()
            with Image.open(BytesIO(content), formats=formats) as whole:  # verify() leaves nothing to load
                whole.load()
    except Image.DecompressionBombError as error:
        raise ScanTooDetailed(limit=MOST_MEGAPIXELS) from error
    except _BROKEN_PICTURE as error:
        raise ScanRefused from error
    return 1


def _pages(content: bytes) -> int:
    """How many pages the PDF has, when it is whole, open to everybody and fine enough to be read."""
    import pypdfium2  # noqa: PLC0415 - heavy
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    if b"%%EOF" not in content[-_END_MARK_ROOM:]:  # cut off: what a reader repairs may lack pages
        raise ScanRefused
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise (ScanEncrypted if error.err_code == pdfium.FPDF_ERR_PASSWORD else ScanRefused) from error
    try:
        if pdfium.FPDF_GetSecurityHandlerRevision(document) >= 0:
            raise ScanEncrypted
        count = len(document)
        if count > MOST_PAGES:
            raise ScanTooManyPages(n=count, limit=MOST_PAGES)
        if count == 0:
            raise ScanRefused
        for number in range(count):
            _check_page(document[number])
    except pypdfium2.PdfiumError as error:
        raise ScanRefused from error
    finally:
        document.close()
    return count


def _check_page(page: Any) -> None:
    """A page that is a picture of a paper has enough pixels; a drawn page is sharp by itself."""
    try:
        width, height = page.get_size()
        inches = min(width, height) / _POINTS_PER_INCH
        strips = [(area, dots) for area, dots in _pictures_on(page) if area > 0]
        if sum(area for area, _ in strips) < _COVERS * width * height:
            return
        side = round(inches * max(dots for _, dots in strips))
        if side < SMALLEST_SIDE:
            raise ScanTooSmall(n=side, limit=SMALLEST_SIDE)
    finally:
        page.close()


def _pictures_on(page: Any) -> Iterator[tuple[float, float]]:
    """Each picture of a page: its area in square points, and its dots an inch."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=1):
        left, bottom, right, top = picture.get_bounds()
        across, up = picture.get_px_size()
        wide, high = right - left, top - bottom
        if wide > 0 and high > 0:
            # a picture may lie turned by a quarter: its long side belongs to the longer side of its place
            dots = (
                min(max(across, up) / max(wide, high), min(across, up) / min(wide, high)) * _POINTS_PER_INCH
            )
            yield wide * high, dots
