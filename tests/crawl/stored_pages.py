"""Stored pages: one folder a case under ``tests/crawl/pages/SHAPE/``, in the real layout of its source with invented content.

``case.json`` says what is read: ``shape``, ``role``, ``url``, ``today``, and where they matter ``media_type``, ``hint`` and ``source``
(fields of the source other than those below). ``page.*`` is the answer's body, ``golden.json`` what reading it gives, each text cut to
its first characters. To record goldens anew, and then read the difference:

    python -m tests.crawl.stored_pages [SHAPE/CASE]...
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

from scrapy.spiderloader import SpiderLoader
from scrapy.utils.project import get_project_settings

from corpora.errors import UnreadableInput
from crawl.pages import PageContents
from crawl.reading import Errand, question_of, read_answer
from crawl.spider import FrontierSpider

PAGES = Path(__file__).parent / "pages"
TEXT_KEPT = 300
FIELDS = {"name": "stored", "publisher": "Invented Publisher", "cadence": "daily", "doc_type": "other", "max_pages": 3}


def cases() -> list[str]:
    """All cases, as ``SHAPE/CASE``."""
    return sorted(str(path.parent.relative_to(PAGES)) for path in PAGES.glob("*/*/case.json"))


def read_case(name: str, *, body: bytes | None = None) -> dict[str, object]:
    """What reading a stored page gives, or another body in its place, in the form of its golden result."""
    folder = PAGES / name
    case = json.loads((folder / "case.json").read_text("utf-8"))
    page, = folder.glob("page.*")
    source = FIELDS | {"shape": case["shape"], "start_urls": [case["url"]]} | case.get("source", {})
    spider = spiders()[case["shape"]]
    visit = {"id": 1, "source": source["name"], "url": case["url"], "role": case["role"], "hint": case.get("hint", {}), "attempts": 0,
             "worker": "test"}
    errand = Errand.model_validate({"visit": visit, "source": source, "today": case["today"]})
    media_type = case.get("media_type", "text/html; charset=utf-8")
    question = question_of(spider, case["url"], 200, (("Content-Type", media_type),), errand)
    try:
        return _short(read_answer(question, page.read_bytes() if body is None else body))
    except UnreadableInput as error:
        return {"unreadable": str(error)}


def golden(name: str) -> dict[str, object]:
    """The golden result of a case."""
    read: dict[str, object] = json.loads((PAGES / name / "golden.json").read_text("utf-8"))
    return read


def _short(contents: PageContents) -> dict[str, object]:
    read: dict[str, object] = contents.model_dump(mode="json", exclude_defaults=True)
    for document in read.get("documents", ()):  # type: ignore[attr-defined]
        text = document["text"]
        if len(text) > TEXT_KEPT:
            document["text"] = f"{text[:TEXT_KEPT]}… ({len(text)} characters)"
    return read


@cache
def spiders() -> dict[str, type[FrontierSpider]]:
    settings = get_project_settings()
    settings.setmodule("crawl.settings", priority="project")
    loader = SpiderLoader.from_settings(settings)
    spiders = [loader.load(name) for name in loader.list()]
    return {shape: spider for spider in spiders if issubclass(spider, FrontierSpider) for shape in spider.start_roles}


if __name__ == "__main__":
    for name in sys.argv[1:] or cases():
        result = json.dumps(read_case(name), indent=1, ensure_ascii=False)
        (PAGES / name / "golden.json").write_text(f"{result}\n", "utf-8")
        print(name)
