"""Files as scanners, cameras and mischief make them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pikepdf
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


def a_picture(width: int = 1011, height: int = 638, kind: str = "PNG") -> bytes:
    """A card as a scanner sees it."""
    picture = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(picture).rectangle((20, 20, width - 20, height // 2), fill="navy", outline="black")
    out = BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def a_pdf(pages: int = 2, *, side: int = 1240) -> bytes:
    """Scanned pages: each is one picture, ``side`` pixels across, over the whole of A4."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=True)
    picture = ImageReader(BytesIO(a_picture(side, round(side * 1.414))))
    for _ in range(pages):
        canvas.drawImage(picture, 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def a_drawn_pdf() -> bytes:
    """A page of text with a small stamp on it: no picture of a paper."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=True)
    canvas.drawString(72, 720, "Arayish")
    canvas.drawImage(ImageReader(BytesIO(a_picture(60, 60))), 400, 100, 80, 80)
    canvas.save()
    return out.getvalue()


def locked(pdf: bytes, *, user: str) -> bytes:
    """Behind a password; with an empty one everybody can open it, but it stays encrypted."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="owner", user=user))
    return out.getvalue()


def a_bomb(width: int, height: int) -> bytes:
    """A PNG of some hundred bytes that says it is enormous."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = chunk(b"IDAT", zlib.compress(bytes(10_000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + rows + chunk(b"IEND", b"")
