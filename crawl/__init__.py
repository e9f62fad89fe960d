"""Gathering: spiders, the frontier they share, and politeness."""

from crawl.report import CrawlReport, SourceReport
from crawl.run import crawl
from crawl.sources import Source, load_sources

__all__ = ["CrawlReport", "Source", "SourceReport", "crawl", "load_sources"]
