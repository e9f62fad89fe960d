"""Office files made for the tests, part by part, as the programs write them. All content is invented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SLIDES = ('xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
          f'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{RELATIONS}"')
TABLES = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
          'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"')
ODS = "application/vnd.oasis.opendocument.spreadsheet"
STYLES = ('<numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="mmm\\-yy"/>'
          '<numFmt numFmtId="166" formatCode="0.0%"/></numFmts><cellXfs>'
          + "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14, 164, 165, 166, 20, 22)) + "</cellXfs>")
"""Formats by place: 0 general, 1 and 2 day, 3 month, 4 share, 5 time, 6 day and time."""
CORE = ('<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{title}</dc:title>'
        '<dcterms:created>2025-03-04T09:00:00Z</dcterms:created></cp:coreProperties>')


def package(parts: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def with_part(sound: bytes, part: str, data: str) -> bytes:
    """An Office file with one part more."""
    stream = io.BytesIO(sound)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(part, data)
    return stream.getvalue()


def relations(found: Mapping[str, tuple[str, str]]) -> str:
    return f'<Relationships xmlns="{PACKAGE}">' + "".join(
        f'<Relationship Id="{id_}" Type="{RELATIONS}/{kind}" Target="{target}"/>' for id_, (kind, target) in found.items()) + "</Relationships>"


def cell(value: object, *, at: str = "", style: int = 0) -> str:
    """One cell: strings as shared or inline ones are written by ``xlsx``; here numbers, booleans and inline strings."""
    place = f' r="{at}"' if at else ""
    if isinstance(value, bool):
        return f'<c{place} t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c{place} s="{style}"><v>{value!r}</v></c>'
    return f'<c{place} t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


def rows_of(table: Sequence[Sequence[object]]) -> str:
    return "".join("<row>" + "".join("<c/>" if value is None else cell(value) for value in row) + "</row>" for row in table)


def xlsx(sheets: Mapping[str, str | Sequence[Sequence[object]]], *, hidden: Sequence[str] = (), shared: str = "", since_1904: bool = False,
         title: str = "") -> bytes:
    """A workbook; each sheet is a table of values, or the rows' XML."""
    names = list(sheets)
    listed = "".join(f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"{" state=" + quoteattr("hidden") if name in hidden else ""}/>'
                     for number, name in enumerate(names, start=1))
    parts: dict[str, str] = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><workbookPr{" date1904=" + quoteattr("1") if since_1904 else ""}/>'
                           f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(
            {f"rId{number}": ("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(names) + 1)}
            | {"rIdS": ("styles", "styles.xml"), "rIdT": ("sharedStrings", "/xl/sharedStrings.xml")}),
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{STYLES}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>'}
    if title:
        parts["docProps/core.xml"] = CORE.format(title=escape(title))
    for number, name in enumerate(names, start=1):
        rows = sheets[name]
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{MAIN}"><sheetData>{rows if isinstance(rows, str) else rows_of(rows)}</sheetData></worksheet>')
    return package(parts)


def ods_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, bool):
        said = str(value).lower()
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{said}"><text:p>{said.upper()}</text:p></table:table-cell>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value!r}"><text:p>{value:.1f}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'


def ods(sheets: Mapping[str, str | Sequence[Sequence[object]]], *, prologue: str = "") -> bytes:
    """An OpenDocument spreadsheet; each sheet is a table of values, or the rows' XML."""
    tables = "".join(f"<table:table table:name={quoteattr(name)}>" + (rows if isinstance(rows, str) else "".join(
        "<table:table-row>" + "".join(map(ods_cell, row)) + "</table:table-row>" for row in rows)) + "</table:table>"
        for name, rows in sheets.items())
    return package({"mimetype": ODS, "content.xml": f"{prologue}<office:document-content {TABLES}><office:body><office:spreadsheet>{tables}"
                                                    "</office:spreadsheet></office:body></office:document-content>"})


WORDS = (f'{TABLES} xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
         'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"')
META = ('<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta><dc:title>{title}</dc:title>'
        '<meta:creation-date>2025-03-04T09:00:00</meta:creation-date></office:meta></office:document-meta>')


def open_document(kind: str, body: str, *, styles: str = "", prologue: str = "", title: str = "", manifest: str = "") -> bytes:
    """An OpenDocument file of this kind (``text``, ``presentation``) with this XML in its body."""
    within = kind.split("-")[0]
    parts = {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": (
        f"{prologue}<office:document-content {WORDS}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:{within}>"
        f"{body}</office:{within}></office:body></office:document-content>")}
    if title:
        parts["meta.xml"] = META.format(title=escape(title))
    if manifest:
        parts["META-INF/manifest.xml"] = manifest
    return package(parts)


def odt(body: str, **more: str) -> bytes:
    """An OpenDocument text."""
    return open_document("text", body, **more)


def odp(*slides: str, **more: str) -> bytes:
    """An OpenDocument presentation of slides given as XML."""
    return open_document("presentation", "".join(slides), **more)


def frame(text: str, *, place: str = "", more: str = "") -> str:
    """A frame with words on a slide; ``place``: its class."""
    called = f' presentation:class="{place}"' if place else ""
    return f"<draw:frame{called}{more}><draw:text-box>{''.join(f'<text:p>{escape(line)}</text:p>' for line in text.split(chr(10)))}</draw:text-box></draw:frame>"


def shape(text: str, *, place: str = "") -> str:
    """A slide's shape; ``place``: its placeholder's kind."""
    paragraphs = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in text.split("\n"))
    holder = f'<p:nvPr><p:ph type="{place}"/></p:nvPr>' if place else "<p:nvPr/>"
    return f"<p:sp><p:nvSpPr>{holder}</p:nvSpPr><p:txBody>{paragraphs}</p:txBody></p:sp>"


def slide(*shapes: str, hidden: bool = False) -> str:
    return f'<p:sld {SLIDES}{" show=" + quoteattr("0") if hidden else ""}><p:cSld><p:spTree>{"".join(shapes)}</p:spTree></p:cSld></p:sld>'


def pptx(slides: Sequence[str], *, notes: Mapping[int, str] | None = None, diagrams: Mapping[int, str] | None = None, title: str = "") -> bytes:
    """A presentation of slides given as XML; ``notes`` and ``diagrams`` by the slide's number, from 1."""
    numbers = range(1, len(slides) + 1)
    parts: dict[str, str] = {
        "[Content_Types].xml": "<Types/>",
        "ppt/presentation.xml": f"<p:presentation {SLIDES}><p:sldIdLst>" + "".join(
            f'<p:sldId id="{255 + number}" r:id="rId{number}"/>' for number in numbers) + "</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations({f"rId{number}": ("slide", f"slides/slide{100 - number}.xml") for number in numbers})}
    if title:
        parts["docProps/core.xml"] = CORE.format(title=escape(title))
    for number, xml in zip(numbers, slides, strict=True):
        parts[f"ppt/slides/slide{100 - number}.xml"] = xml
        found: dict[str, tuple[str, str]] = {}
        if number in (notes or {}):
            found["rId1"] = ("notesSlide", f"../notesSlides/notesSlide{number}.xml")
            parts[f"ppt/notesSlides/notesSlide{number}.xml"] = (notes or {})[number]
        if number in (diagrams or {}):
            found["rId2"] = ("diagramData", f"../diagrams/data{number}.xml")
            parts[f"ppt/diagrams/data{number}.xml"] = (diagrams or {})[number]
        parts[f"ppt/slides/_rels/slide{100 - number}.xml.rels"] = relations(found)
    return package(parts)
