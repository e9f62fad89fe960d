"""Whose an address is: links that a page gives stay within its source, or go to the source that names their host."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlsplit

from corpora.schema import Issue
from crawl.pages import FOUND, Link, PageContents
from crawl.sources import Source, host_of

MOST_HOSTS_TOLD = 10


class Owners:
    """The sources that take pages which others found: an address belongs to the one that names its host."""

    def __init__(self, takers: Iterable[tuple[Source, str]] = ()) -> None:
        """``takers``: sources, each with the role in which it reads what others found."""
        self.takers = tuple(takers)

    def owner(self, url: str) -> tuple[Source, str] | None:
        """The source that takes this address, with the role; None where none does."""
        path = urlsplit(url).path
        for source, role in self.takers:
            if source.owns(url) and re.search(source.article_pattern, path):
                return source, role
        return None

    def within(self, contents: PageContents, source: Source, url: str) -> PageContents:
        """The contents of a source's page with only such links as may be followed.

        A link with the role ``FOUND`` goes to the source that names its host; how many belong to none is one issue of
        the page. Any other link stays with the source, if it names the host; else it is an issue, in case the source should.
        """
        links: list[Link] = []
        issues = list(contents.issues)
        nobodys: Counter[str] = Counter()
        for link in contents.links:
            taker = self.owner(link.url) if link.role == FOUND else None
            if taker:
                links.append(link.model_copy(update={"source": taker[0].name, "role": taker[1]}))
            elif link.role == FOUND:
                nobodys[host_of(link.url)] += 1
            elif source.owns(link.url):
                links.append(link)
            else:
                issues.append(Issue(stage="crawl", where=link.told, value=source.name,
                                    reason=f"not followed: the source does not name the host {host_of(link.url)}"))
        if nobodys:
            most = ", ".join(f"{host} {number}" for host, number in nobodys.most_common(MOST_HOSTS_TOLD))
            issues.append(Issue(stage="crawl", where=url, value=source.name, reason=(
                f"{nobodys.total()} of {len(contents.links)} links belong to no source and were not followed; most are on: {most}"
            )))
        return contents.model_copy(update={"links": tuple(links), "issues": tuple(issues)})
