"""Every reader of XML, and what XML can do to one: entity bombs, entities and document types from elsewhere are refused, never expanded or fetched.

All content is invented.
"""

from __future__ import annotations

import datetime
import gzip
import io
import time
import zipfile
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from corpora.errors import UnreadableInput
from corpora.text import read_bytes
from crawl.feeds import parse_feed
from crawl.sitemaps import parse_sitemap
from tests.crawl.replica import Replica
from tests.crawl.test_documents import SOURCE
from tests.text.conftest import WORD, word_paragraph, word_xml
from tests.text.office import CORE, ods, odt, pptx, shape, slide, with_part, xlsx

TODAY = datetime.date(2026, 11, 21)
URL = "https://news.example/feed"
SECRET = "invented-secret"

LAUGHS = '<!ENTITY a "laugh ">' + "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghij", strict=True))
TRICKS = {
    "laughs": (f"<!DOCTYPE r [{LAUGHS}]>", "&j;"), "quadratic": (f'<!DOCTYPE r [<!ENTITY a "{"laugh " * 10_000}">]>', "&a;" * 10_000),
    "circle": ('<!DOCTYPE r [<!ENTITY a "&b;"><!ENTITY b "&a;">]>', "&a;"),
    "small": ('<!DOCTYPE r [<!ENTITY a "laugh ">]>', "&a;"), "file": ('<!DOCTYPE r [<!ENTITY a SYSTEM "{file}">]>', "&a;"),
    "web": ('<!DOCTYPE r [<!ENTITY a SYSTEM "{web}">]>', "&a;"), "public": ('<!DOCTYPE r [<!ENTITY a PUBLIC "-//Invented//EN" "{web}">]>', "&a;"),
    "parameter": ('<!DOCTYPE r [<!ENTITY % p SYSTEM "{web}"> %p;]>', ""), "parameter-file": ('<!DOCTYPE r [<!ENTITY % p SYSTEM "{file}"> %p;]>', ""),
    "document-type": ('<!DOCTYPE r SYSTEM "{web}">', ""), "document-type-and-entity": ('<!DOCTYPE r SYSTEM "{web}">', "&a;"),
    "bare": ("<!DOCTYPE r>", ""), "defaults": ('<!DOCTYPE r [<!ATTLIST r note CDATA "laugh">]>', "")}


class Reader(NamedTuple):
    """One reader, and sound XML for it."""

    xml: str
    read: Callable[[bytes], object]
    passes_over: bool = False
    """True where what cannot be read is left out, such as a file's properties."""


def office(name: str, sound: bytes) -> Iterator[tuple[str, Reader]]:
    """A reader for each part that is read of an Office file."""
    with zipfile.ZipFile(io.BytesIO(sound)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    for part, data in parts.items():
        if part in ("mimetype", "[Content_Types].xml") or not data.startswith(b"<"):
            continue

        def read(changed: bytes, part: str = part) -> object:
            stream = io.BytesIO()
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
                for other, data in parts.items():
                    archive.writestr(other, changed if other == part else data)
            return read_bytes(stream.getvalue(), name=name, today=TODAY)
        yield f"{name} {part}", Reader(data.decode(), read, passes_over=part in ("docProps/core.xml", "meta.xml") and name != "a.docx")


def sitemap(data: bytes) -> object:
    return parse_sitemap(data, url=URL, source=SOURCE, depth=0, today=TODAY)


META = "<office:document-meta xmlns:office='urn:o' xmlns:dc='urn:d'><dc:title>Invented</dc:title></office:document-meta>"
READERS: dict[str, Reader] = {
    "rss": Reader("<rss><channel><item><title>Invented</title><link>/a</link></item></channel></rss>", lambda data: parse_feed(data, url=URL, today=TODAY)),
    "atom": Reader("<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/a'/></entry></feed>", lambda data: parse_feed(data, url=URL, today=TODAY)),
    "sitemap": Reader("<urlset><url><loc>https://news.example/2026/11/20/a</loc></url></urlset>", sitemap),
    "sitemap-index": Reader("<sitemapindex><sitemap><loc>https://news.example/s</loc></sitemap></sitemapindex>", sitemap),
    "sitemap-packed": Reader("<urlset><url><loc>https://news.example/2026/11/20/a</loc></url></urlset>", lambda data: sitemap(gzip.compress(data))),
    **dict(office("a.docx", with_part(with_part(word_xml(word_paragraph("Invented words.")), "docProps/core.xml", CORE.format(title="Invented")),
                                      "word/footnotes.xml", f'<w:footnotes xmlns:w="{WORD}"/>'))),
    **dict(office("a.xlsx", xlsx({"a": [["Trust", "Segment"], ["Invented", 3]]}, shared="<si><t>words</t></si>", title="Invented"))),
    **dict(office("a.ods", with_part(ods({"a": [["Trust", "Segment"], ["Invented", 3]]}), "meta.xml", META))),
    **dict(office("a.odt", odt("<text:p>Invented words.</text:p>", title="Invented"))),
    **dict(office("a.pptx", pptx([slide(shape("Invented words on a slide."))], title="Invented")))}


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """A file with a secret, and a site that no reader may ask."""
    file = tmp_path_factory.mktemp("secret") / "secret.txt"
    file.write_text(SECRET)
    with Replica(robots=None) as canary:
        yield {"{file}": file.as_uri(), "{web}": f"{canary.url}/entity.dtd"}
        assert canary.log == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("name", READERS)
def test_xml_that_plays_tricks_is_refused(elsewhere: dict[str, str], name: str, trick: str, encoding: str) -> None:
    reader = READERS[name]
    prologue, used = TRICKS[trick]
    for place, address in elsewhere.items():
        prologue = prologue.replace(place, address)
    root = prologue.replace("DOCTYPE r", f"DOCTYPE {reader.xml[1:].split('>')[0].split(' ')[0]}")
    head, _, rest = reader.xml.partition(">")
    for xml in (f"{root}{head}>{used}{rest}", f'{root}{head} note="{used}">{rest}'):
        began = time.monotonic()
        if reader.passes_over:
            found = str(reader.read(xml.encode(encoding)))
        else:
            with pytest.raises(UnreadableInput) as refused:
                reader.read(xml.encode(encoding))
            found = str(refused.value)
            assert len(found) < 500
        assert "laugh laugh" not in found
        assert SECRET not in found
        assert time.monotonic() - began < 5


@pytest.mark.parametrize("name", READERS)
def test_the_same_xml_without_tricks_is_read(name: str) -> None:
    READERS[name].read(READERS[name].xml.encode())
    READERS[name].read(READERS[name].xml.encode("utf-16"))
