"""What a cleaning worker does. It knows neither Scrapy nor the database, so that a worker stays small."""

from cleaners import CleanArticle, SiteHints, clean_page


def clean(body: bytes, url: str, content_type: str, hints: SiteHints) -> CleanArticle:
    """Clean a page, given as plain values."""
    return clean_page(body, url=url, content_type=content_type, hints=hints)
