"""Cleaning in child processes that can be killed: a page may take time and memory, but never the crawl with it."""
