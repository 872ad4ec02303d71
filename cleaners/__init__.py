"""Pure cleaning: bytes and text in, values out. No network, no clock, no files, no database."""

from cleaners.article import CleanArticle, SiteHints, Verdict
from cleaners.ledger import restore
from cleaners.page import clean_page, clean_text

__all__ = ["CleanArticle", "SiteHints", "Verdict", "clean_page", "clean_text", "restore"]
