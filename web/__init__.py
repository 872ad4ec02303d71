"""Filmwire in a browser and over HTTP. Knows storage and cleaners; no SQL, no crawling, no script."""
