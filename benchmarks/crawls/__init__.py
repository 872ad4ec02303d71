"""The crawlers that are timed, and the site they crawl."""
