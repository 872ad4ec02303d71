"""Pure cleaning: bytes and text in, values out. No network, no clock, no files, no database."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from cleaners.article import CleanArticle, SiteHints, Verdict
from cleaners.ledger import restore

if TYPE_CHECKING:
    from cleaners.page import clean_page, clean_text

__all__ = ["CleanArticle", "SiteHints", "Verdict", "clean_page", "clean_text", "restore"]


def __getattr__(name: str) -> Any:
    """Load the chain, and all that it stands on, for those who clean; who stores or asks needs the values alone."""
    if name not in ("clean_page", "clean_text"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("cleaners.page"), name)
