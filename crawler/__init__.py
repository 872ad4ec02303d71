"""Fetch: spiders, politeness, safety, workers, and the command line. The only package that knows Scrapy and Twisted."""
