"""A canvas whose files may be kept for decades: PDF/A-2b, Azerbaijani, the same data the same bytes.

The signature is put on exactly these bytes, so nothing here may depend on the clock or on chance.
"""

from __future__ import annotations

import io
from functools import cache
from importlib.resources import files
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from reports import typeface

PRODUCER: Final = "DOST Desktop"
LANGUAGE: Final = "az"

_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class _Info(PDFInfo):
    """The information dictionary without dates: the signature says when, and XMP must agree with this."""

    def format(self, document: PDFDocument) -> bytes:
        entries = {
            "Title": PDFString(self.title),
            "Author": PDFString(self.author),
            "Creator": PDFString(PRODUCER),
            "Producer": PDFString(PRODUCER),
        }
        return bytes(PDFDictionary(entries).format(document))


@cache
def _colour_profile() -> bytes:
    return (files("resources") / "icc" / "sRGB.icc").read_bytes()


def new_canvas(into: io.BytesIO, title: str, author: str) -> Canvas:
    """An empty A4 document named ``title``, written by ``author`` (an office, never a person)."""
    typeface.load()
    canvas = Canvas(
        into,
        pagesize=A4,
        invariant=1,
        pageCompression=1,
        pdfVersion=(1, 7),
        initialFontName=typeface.REGULAR,  # type: ignore[arg-type] # the stub says float
        lang=LANGUAGE,
    )
    document = _document(canvas)
    document.info = _Info()
    document.info.title, document.info.author = title, author
    canvas.setViewerPreference("DisplayDocTitle", "true")
    catalog = document.Catalog
    catalog.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = PDFArray([_output_intent(document)])
    packet = _XMP.format(title=escape(title), author=escape(author), producer=PRODUCER, language=LANGUAGE)
    catalog.Metadata = XMP(creator=lambda _document: packet.encode())
    return canvas


def _document(canvas: Canvas) -> Any:
    """The document behind the canvas: ReportLab has no other door to catalog and metadata."""
    return vars(canvas)["_doc"]


def _output_intent(document: PDFDocument) -> PDFObject:
    profile = PDFStream(PDFDictionary({"N": 3, "Alternate": PDFName("DeviceRGB")}), _colour_profile())
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile),  # type: ignore[no-untyped-call]
        }
    )


def finished(canvas: Canvas, into: io.BytesIO) -> bytes:
    """The bytes of the document, once its last page is shown."""
    for page in _document(canvas).Pages.pages:
        page.Trans = None  # ReportLab writes an empty page transition, which has no business in an archive
    canvas.save()
    return into.getvalue()
