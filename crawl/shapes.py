"""Which spider reads which shape of source, as each module of ``crawl.spiders`` says; no list names them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader

from corpora.errors import UsersMistake
from crawl.owners import Owners
from crawl.sources import Source
from crawl.spider import FrontierSpider

Shapes = Mapping[str, type[FrontierSpider]]


def spiders_of_shapes() -> Shapes:
    """The spider of each shape."""
    settings = Settings()
    settings.setmodule("crawl.settings", priority="project")
    loader = SpiderLoader.from_settings(settings)
    shapes: dict[str, type[FrontierSpider]] = {}
    for name in loader.list():
        spider = loader.load(name)
        assert issubclass(spider, FrontierSpider)
        shapes |= dict.fromkeys(spider.start_roles, spider)
    return shapes


def spiders_for(sources: Sequence[Source], shapes: Shapes) -> dict[type[FrontierSpider], list[Source]]:
    """The sources of each spider.

    Raises:
        UsersMistake: no spider reads a source's shape.
    """
    chosen: dict[type[FrontierSpider], list[Source]] = {}
    for source in sources:
        if source.shape not in shapes:
            raise UsersMistake(f"{source.name}: no spider reads the shape {source.shape!r}; there are {', '.join(sorted(shapes))}")
        chosen.setdefault(shapes[source.shape], []).append(source)
    return chosen


def owners_of(sources: Sequence[Source], known: Sequence[Source], shapes: Shapes) -> Owners:
    """The sources that take what these find; what one on this machine finds stays on it, and the other way round.

    Args:
        known: all sources that may take something, later ones instead of earlier ones of the same name.
    """
    by_name = {source.name: source for source in known}
    return Owners((source, role) for source in by_name.values() if source.local == sources[0].local
                  if source.shape in shapes and (role := shapes[source.shape].found_role))
