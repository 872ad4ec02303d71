"""The real servers and spiders of the crawler's tests."""

from tests.crawler.conftest import scrapy, site

__all__ = ["scrapy", "site"]
