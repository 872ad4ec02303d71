"""Where articles are found: feeds, sitemaps, links in texts, further pages; and the traps on the way."""
