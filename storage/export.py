"""Write the published articles to a file, whole or not at all, in the format that its suffix names."""

import json
import os
import tempfile
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy.orm import Session

from storage.formats import write_csv, write_parquet, write_rss
from storage.records import Record, records

Writer = Callable[[Iterable[Record], BinaryIO], int]
"""Writes the records and gives their number."""


class UnknownFormat(ValueError):  # noqa: N818 - the user's slip, one line
    """No format goes by this suffix; the message names those that do."""


def export(session: Session, path: Path, *, respect_optout: bool = False) -> int:
    """Write every published article to ``path`` and give their number. Raises UnknownFormat and OSError.

    With ``respect_optout`` only those that their publishers let be handed on: see ``cleaners.optout``.

    The file appears when it is complete: a failure leaves what was there before.
    """
    writer = FORMATS.get(path.suffix.lower())
    if writer is None:
        raise UnknownFormat(f"cannot export to {path.name}: the suffix must be one of {', '.join(FORMATS)}")
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            count = writer(records(session, respect_optout=respect_optout), file)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    finally:
        Path(draft).unlink(missing_ok=True)
    return count


def write_jsonl(articles: Iterable[Record], file: BinaryIO) -> int:
    """One JSON object a line, UTF-8, moments in RFC 3339."""
    count = 0
    for count, article in enumerate(articles, 1):  # noqa: B007 - the last number is the count
        file.write(json.dumps(article, ensure_ascii=False, default=_rfc3339).encode() + b"\n")
    return count


def _rfc3339(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


FORMATS: dict[str, Writer] = {
    ".jsonl": write_jsonl,
    ".csv": write_csv,
    ".parquet": write_parquet,
    ".rss": write_rss,
}
